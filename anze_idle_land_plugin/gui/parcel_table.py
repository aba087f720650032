"""The parcels of both lists as a table model."""

from __future__ import annotations

from typing import Callable, NamedTuple, Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QColor

from ..algorithms.language import tr
from ..model.snapshot import Dossier
from ..model.words import Status

STATUS_COLOURS = {
    Status.OVERDUE: "#c0392b",
    Status.WARNING: "#b9770e",
    Status.DONE: "#1e8449",
    Status.CLOSED: "#7f8c8d",
    Status.SUSPENDED: "#7d3c98",
}
"""Text colours that stay readable on white; the word stands beside them."""


class Column(NamedTuple):
    """A head (English, translated when shown) and what stands below it."""

    head: str
    text: Callable[[Dossier], str]


COLUMNS = (
    Column("Code", lambda dossier: dossier.code),
    Column("Name", lambda dossier: dossier.case.title),
    Column("Category", lambda dossier: dossier.category.principle),
    Column("State", lambda dossier: dossier.standing.state.name),
    Column("Status", lambda dossier: dossier.status.zh),
    Column("Town", lambda dossier: dossier.case.town_name),
    Column("Deadline", lambda dossier: dossier.case.deadline.isoformat() if dossier.case.deadline else ""),
    Column("List", lambda dossier: dossier.which.zh),
)


class ParcelTable(QAbstractTableModel):
    """Read only: parcels change by events alone."""

    def __init__(self) -> None:
        super().__init__()
        self.dossiers: Sequence[Dossier] = ()

    def fill(self, dossiers: Sequence[Dossier]) -> None:
        self.beginResetModel()
        self.dossiers = dossiers
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.dossiers)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        dossier = self.dossiers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()].text(dossier)
        if role == Qt.ItemDataRole.ForegroundRole and dossier.status in STATUS_COLOURS:
            return QColor(STATUS_COLOURS[dossier.status])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section].head)
        return None

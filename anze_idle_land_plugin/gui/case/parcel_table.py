"""The parcels of both lists as a table model."""

from __future__ import annotations

from typing import Callable, NamedTuple, Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QColor

from ...algorithms.frame.language import tr
from ...cartography.palette import lines
from ...store.standing.listing import Listed
from ...wording.days import in_table


class Column(NamedTuple):
    """A head (English, translated when shown) and what stands below it."""

    head: str
    text: Callable[[Listed], str]


COLUMNS = (
    Column("Code", lambda each: each.code),
    Column("Name", lambda each: each.title),
    Column("Category", lambda each: each.parcel.category.principle),
    Column("State", lambda each: each.state),
    Column("Status", lambda each: each.status.zh),
    Column("Town", lambda each: each.parcel.town),
    Column("Deadline", lambda each: in_table(each.parcel.deadline)),
    Column("List", lambda each: each.which.zh),
)


class ParcelTable(QAbstractTableModel):
    """Read only: parcels change by events alone."""

    def __init__(self) -> None:
        super().__init__()
        self.parcels: list[Listed] = []
        self._column, self._order = 0, Qt.SortOrder.AscendingOrder

    def fill(self, parcels: Sequence[Listed]) -> None:
        self.beginResetModel()
        self.parcels = list(parcels)
        self._put_in_order()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Here and not in the proxy, which would ask for 100,000 texts again and again."""
        self.layoutAboutToBeChanged.emit()
        self._column, self._order = column, order
        self._put_in_order()
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        text = COLUMNS[self._column].text
        self.parcels.sort(key=text, reverse=self._order == Qt.SortOrder.DescendingOrder)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.parcels)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        parcel = self.parcels[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()].text(parcel)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(lines()[parcel.status].colour)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section].head)
        return None


class FilteredParcels(QSortFilterProxyModel):
    """Filters by any column; the table itself sorts."""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        table = self.sourceModel()
        if table is not None and column >= 0:
            table.sort(column, order)

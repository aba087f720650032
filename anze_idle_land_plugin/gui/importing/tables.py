"""The tables of the import wizard: files as recognised, parcels about to be stored, and rejects."""

from __future__ import annotations

from typing import Callable, Generic, NamedTuple, Sequence, TypeVar

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QTreeView

from ...algorithms.frame.language import tr
from ...algorithms.frame.recognising import dialects_to_choose
from ...cartography.palette import severities
from ...checks.finding import Severity
from ...geodesy.area import plane_area
from ...geodesy.zones import UnknownGrid, grid_of
from ...model.parcel import Grid, Parcel
from ...readers.point_table.reader import PROFILE
from ...readers.reading import Reading
from ...readers.vector import VECTOR_TYPES

Row = TypeVar("Row")
WIDEST, ROWS_MEASURED = 260, 60
"""Pixels of the widest column, and how many rows are looked at for the width."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NUMBERS_STAND: int = getattr(_RIGHT, "value", None) or int(_RIGHT)
"""On the right, as the number a model gives: flags of Qt 6 have it as value, those of Qt 5 turn into it."""


def faulty() -> QColor:
    """The colour of what cannot be used."""
    return QColor(severities()[Severity.ERROR])


EASTING_FIRST, NORTHING_FIRST = "easting_first", "northing_first"
"""The codes of the notes by which a reader says that it found this in front."""


class Column(NamedTuple):
    """A head (English, translated when shown), what stands below it, and whether it is a number."""

    head: str
    text: Callable[..., object]
    number: bool = False


class Table(QAbstractTableModel, Generic[Row]):
    """Rows of one kind, read only. ``faulty`` rows are shown in red."""

    columns: Sequence[Column] = ()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()

    def fill(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def faulty(self, row: Row) -> bool:
        return False

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return str(column.text(row))
        if role == Qt.ItemDataRole.ForegroundRole and self.faulty(row):
            return faulty()
        if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
            return NUMBERS_STAND
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].head)
        return None


class ReadFile(NamedTuple):
    """A file as it was read, and what is forced about it."""

    reading: Reading
    forced: str


class FilesTable(Table[ReadFile]):
    """File by file what was recognised."""

    columns = (
        Column("File", lambda row: row.reading.file),
        Column("Encoding", lambda row: row.reading.encoding),
        Column("Dialect", lambda row: dialect_text(row.reading.profile)),
        Column("Coordinate system", lambda row: grid_text(row.reading.crs)),
        Column("Axis order", lambda row: axes_text(row.reading)),
        Column("Parcels", lambda row: len(row.reading.parcels), True),
        Column("Rejects", lambda row: len(row.reading.rejects), True),
        Column("Notes", lambda row: len(row.reading.notes), True),
        Column("Forced", lambda row: row.forced),
    )

    def faulty(self, row: ReadFile) -> bool:
        return not row.reading.parcels


class ReadParcel(NamedTuple):
    """A parcel of a file, before anything is stored."""

    file: str
    parcel: Parcel


class ParcelsTable(Table[ReadParcel]):
    """The parcels that will be stored."""

    columns = (
        Column("Plot number", lambda row: row.parcel.code),
        Column("Name", lambda row: row.parcel.name),
        Column("File", lambda row: row.file),
        Column("Zone", lambda row: row.parcel.grid.zone or tr("degrees")),
        Column("Points", lambda row: row.parcel.vertex_count, True),
        Column("Area (ha)", lambda row: _hectares(row.parcel), True),
    )


class RejectRow(NamedTuple):
    """A line of the list of rejects, as the algorithm wrote it."""

    file: str
    line: str
    text: str
    reason_code: str
    reason: str
    sheet: str


class RejectsTable(Table[RejectRow]):
    """What was not taken, and why."""

    columns = (
        Column("File", lambda row: f"{row.file} {row.sheet}".rstrip()),
        Column("Line", lambda row: row.line, True),
        Column("Text", lambda row: row.text),
        Column("Reason", lambda row: row.reason),
    )


def fit_columns(view: QTreeView, widest: int = WIDEST) -> None:
    """Give every column the width of its first rows, within reason; measuring thousands would stop the window."""
    view.header().setResizeContentsPrecision(ROWS_MEASURED)
    for column in range(view.model().columnCount()):
        view.resizeColumnToContents(column)
        view.setColumnWidth(column, min(view.columnWidth(column), widest))


def dialect_text(profile: str) -> str:
    """How a file was read, by the Chinese name of its dialect where it has one."""
    return tr("point list") if profile == PROFILE else dialects_to_choose().get(profile, profile)


def grid_text(crs: str) -> str:
    """A coordinate system as people name it: zone and code."""
    try:
        grid = grid_of(crs)
    except UnknownGrid:
        return crs or tr("unknown")
    return f"{_zone_text(grid)} ({crs})"


def _zone_text(grid: Grid) -> str:
    if grid.zone is None:
        return tr("longitude and latitude")
    text = tr("zone {zone}, number in front") if grid.has_prefix else tr("zone {zone}, no number in front")
    return text.format(zone=grid.zone)


def axes_text(reading: Reading) -> str:
    """Which coordinate stands first in the file; a dash where nothing was read."""
    if not reading.parcels and not reading.crs:
        return "-"
    codes = {note.code for note in reading.notes}
    drawn = f".{reading.profile}" in VECTOR_TYPES  # x is the easting there, unless the reader says otherwise
    easting_first = NORTHING_FIRST not in codes if drawn else EASTING_FIRST in codes
    return tr("easting first") if easting_first else tr("northing first")


def _hectares(parcel: Parcel) -> str:
    return f"{plane_area(parcel) / 10_000:.4f}" if parcel.grid.zone is not None else "-"

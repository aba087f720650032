"""The campaign file behind a GDAL dataset: SQL in, rows out, and one real transaction a job.

GDAL is used instead of a QGIS connection because ``executeSql("BEGIN")`` does not hold over the next call there
(docs/data-model.md 4), and instead of sqlite3 because spatial tables need GDAL's functions and PostGIS shall look
the same.
"""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping, Optional, Sequence, TypeVar, Union

from osgeo import gdal, ogr

from ..model.messages import CampaignError
from .schema import SCHEMA_VERSION

PAGE = 20_000
"""So many rows come as one cell when they come page by page."""

Cell = Union[str, float, int, date, None]
Result = TypeVar("Result")


class CampaignMissing(CampaignError):
    sentence = "There is no campaign file {file}; create it with New campaign, or choose another file"


class NotACampaign(CampaignError):
    sentence = "{file} is not a campaign file; choose a .gpkg made with New campaign"


class CampaignRefused(CampaignError):
    sentence = "The campaign file {file} refused a change: {reason}. Close other programs that use it and try again"


class _Switches:
    """GDAL's process-wide switches for raising, shared by every thread that is inside ``raising()``.

    An import may run in a task while the dock reads: only the first to come turns them on, only the last to leave
    puts them back, else one thread would silence the errors of the other.
    """

    def __init__(self) -> None:
        self.lock, self.inside = threading.Lock(), 0
        self.gdal_before = self.ogr_before = False

    def enter(self) -> None:
        with self.lock:
            if not self.inside:
                self.gdal_before, self.ogr_before = gdal.GetUseExceptions(), ogr.GetUseExceptions()
                gdal.UseExceptions()
                ogr.UseExceptions()
            self.inside += 1

    def leave(self) -> None:
        with self.lock:
            self.inside -= 1
            if self.inside:
                return
            # GDAL keeps its error handlers on a stack: take them off in the reverse order.
            if not self.ogr_before:
                ogr.DontUseExceptions()
            if not self.gdal_before:
                gdal.DontUseExceptions()


_SWITCHES = _Switches()


@contextmanager
def raising() -> Iterator[None]:
    """Let GDAL raise inside the block and put the process-wide switches back: other plugins rely on them."""
    _SWITCHES.enter()
    try:
        yield
    finally:
        _SWITCHES.leave()


@dataclass(frozen=True)
class SpatialRow:
    """One row of a spatial table: its values by column, and its geometry as WKB (empty when it has none)."""

    values: Mapping[str, Any]
    wkb: bytes


class CampaignFile:
    """An open campaign. Use as a context manager; changes only happen inside ``transaction()``."""

    def __init__(self, path: str, dataset: gdal.Dataset, stored_at: str = "") -> None:
        self.path, self.stored_at = path, stored_at or path
        self._dataset: Optional[gdal.Dataset] = dataset

    @classmethod
    def open(cls, path: str | Path, update: bool = False) -> CampaignFile:
        """Open a campaign as today's code knows it. Raises CampaignMissing, NotACampaign or CampaignNewer.

        A file of an earlier version is migrated when it is opened for a change; to be read it stays untouched and a
        private copy that was migrated is opened (``stored_at``).
        """
        # Late, because what migrates opens campaigns, too.
        from .migrating import bring_up_to_date, version_of
        from .reading_copies import copy_for_reading

        opened = cls.as_it_is(path, update)
        if version_of(opened) == SCHEMA_VERSION:
            return opened
        opened.close()
        if update:
            bring_up_to_date(Path(path))
            return cls.as_it_is(path, update)
        copy = str(copy_for_reading(Path(path)))
        return cls(str(path), _open(copy, update), copy)

    @classmethod
    def as_it_is(cls, path: str | Path, update: bool = False) -> CampaignFile:
        """Open a campaign file of any version. Raises CampaignMissing or NotACampaign, each with the way out."""
        file = str(path)
        if not Path(file).is_file():
            raise CampaignMissing(file=file)
        if not update and Path(f"{file}-journal").exists():
            # A job was killed and left its journal: only a connection that may write can roll it back.
            _open(file, update=True).GetLayerCount()
        opened = cls(file, _open(file, update))
        if "campaign" not in opened.tables() or "event" not in opened.tables():
            opened.close()
            raise NotACampaign(file=file)
        return opened

    def schema_version(self) -> int:
        """The schema the file was written with; today's while the campaign's own row is still to be written."""
        rows = self.query("SELECT schema_version FROM campaign")
        return int(str(rows[0][0] or 1)) if rows else SCHEMA_VERSION

    def __enter__(self) -> CampaignFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._dataset = None

    @property
    def dataset(self) -> gdal.Dataset:
        if self._dataset is None:
            raise CampaignMissing(file=self.path)
        return self._dataset

    def tables(self) -> set[str]:
        return {self.dataset.GetLayer(index).GetName() for index in range(self.dataset.GetLayerCount())}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of a job or nothing of it. Whatever leaves the block by an exception is rolled back."""
        self.checked(self.dataset.StartTransaction)
        done = False
        try:
            yield
            self.checked(self.dataset.CommitTransaction)
            done = True
        finally:
            if not done:
                self.dataset.RollbackTransaction()

    def execute(self, sql: str, *values: Cell) -> None:
        """Run a statement; ``?`` stands for the values in order."""
        bound = bind(sql, values)
        result = self.checked(lambda: self.dataset.ExecuteSQL(bound))
        if result is not None:
            self.dataset.ReleaseResultSet(result)

    def query(self, sql: str, *values: Cell) -> list[tuple[Cell, ...]]:
        """The rows of a SELECT without geometry; dates come as ISO text."""
        return [tuple(row.values.values()) for row in self._select(bind(sql, values))]

    def rows(self, sql: str, *values: Cell) -> list[SpatialRow]:
        """The rows of a SELECT by column name, with geometry."""
        return list(self._select(bind(sql, values)))

    def bulk(self, columns: str, sql: str, *values: Cell) -> Iterator[list[Any]]:
        """Many rows of a SELECT without geometry, as JSON in one cell: a tenth of the time of reading row by row.

        ``columns`` names the columns wanted, by comma. Numbers keep 15 digits: no place for coordinates.
        """
        wrapped = f"SELECT json_group_array(json_array({columns})) AS rows FROM ({bind(sql, values)})"
        for row in self._select(wrapped):
            yield from json.loads(str(row.values["rows"]))

    def column(self, sql: str) -> list[Any]:
        """The one column of a SELECT in the order of its rows, read the same way."""
        ((text,),) = self.query(f"WITH one(cell) AS ({sql}) SELECT json_group_array(cell) FROM one")
        return list(json.loads(str(text)))

    def paged(self, columns: str, sql: str, first: Cell) -> Iterator[list[Any]]:
        """The same page by page, so that memory stays small. ``sql`` asks for what lies behind ``?``, its first column.

        It must be ordered by that column, which no two rows share; ``first`` lies before all of them.
        """
        behind, full = first, True
        while full:
            rows = list(self.bulk(columns, f"{sql} LIMIT {PAGE}", behind))
            yield from rows
            full = len(rows) == PAGE
            behind = rows[-1][0] if rows else behind

    def _select(self, sql: str) -> Iterator[SpatialRow]:
        result = self.checked(lambda: self.dataset.ExecuteSQL(sql))
        if result is None:
            return
        try:
            definition = result.GetLayerDefn()
            names = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
            for feature in result:
                cells = {name: _cell(feature, index) for index, name in enumerate(names)}
                geometry = feature.GetGeometryRef()
                yield SpatialRow(cells, bytes(geometry.ExportToIsoWkb()) if geometry is not None else b"")
        finally:
            self.dataset.ReleaseResultSet(result)

    def append(self, table: str, rows: Sequence[SpatialRow], common: Mapping[str, Any] | None = None) -> None:
        """Add rows to a table through its layer, geometries included. ``common`` values are the same in every row."""
        layer = self.dataset.GetLayerByName(table)
        columns = columns_of(layer)
        pattern = ogr.Feature(layer.GetLayerDefn())
        set_cells(pattern, columns, common or {})

        def add_all() -> None:
            for row in rows:
                feature = pattern.Clone()
                set_cells(feature, columns, row.values)
                if row.wkb:
                    shape = ogr.CreateGeometryFromWkb(row.wkb)
                    feature.SetGeometryDirectly(ogr.ForceTo(shape, layer.GetGeomType()))  # one part alone as several
                layer.CreateFeature(feature)

        self.checked(add_all)

    def set_geometry(self, table: str, key: str, code: str, row: SpatialRow) -> None:
        """Give the feature whose ``key`` column is ``code`` new values and a new geometry."""
        layer = self.dataset.GetLayerByName(table)
        columns = columns_of(layer)

        def replace() -> None:
            layer.SetAttributeFilter(bind(f"{key} = ?", [code]))
            for feature in layer:
                set_cells(feature, columns, row.values)
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(row.wkb))
                layer.SetFeature(feature)
            layer.SetAttributeFilter(None)

        self.checked(replace)

    def checked(self, call: Callable[[], Result]) -> Result:
        try:
            with raising():
                return call()
        except RuntimeError as error:
            raise CampaignRefused(file=self.path, reason=str(error)) from error


def _open(file: str, update: bool) -> gdal.Dataset:
    flags = gdal.OF_VECTOR | (gdal.OF_UPDATE if update else gdal.OF_READONLY)
    try:
        with raising():
            return gdal.OpenEx(file, flags, allowed_drivers=["GPKG"])
    except RuntimeError as error:
        if update:
            _open(file, update=False)  # what cannot be read either is no campaign
            raise CampaignRefused(file=file, reason=str(error)) from error
        raise NotACampaign(file=file) from error


def columns_of(layer: ogr.Layer) -> dict[str, int]:
    """The number of each column. Looked up once a table: OGR's own search by name costs more than the insert."""
    definition = layer.GetLayerDefn()
    return {definition.GetFieldDefn(index).GetName(): index for index in range(definition.GetFieldCount())}


def set_cells(feature: ogr.Feature, columns: Mapping[str, int], values: Mapping[str, Any]) -> None:
    """Set columns of a feature; None makes null."""
    for name, value in values.items():
        if value is None:
            feature.SetFieldNull(columns[name])
        elif isinstance(value, str):
            feature.SetField(columns[name], storable(value))
        elif isinstance(value, date):
            feature.SetField(columns[name], value.year, value.month, value.day, 0, 0, 0.0, 0)
        else:
            feature.SetField(columns[name], value)


def _cell(feature: ogr.Feature, index: int) -> Cell:
    if not feature.IsFieldSetAndNotNull(index):
        return None
    kind = feature.GetFieldDefnRef(index).GetType()
    if kind in (ogr.OFTInteger, ogr.OFTInteger64):
        return int(feature.GetFieldAsInteger64(index))
    if kind == ogr.OFTReal:
        return float(feature.GetFieldAsDouble(index))
    if kind == ogr.OFTDate:
        year, month, day = feature.GetFieldAsDateTime(index)[:3]
        return date(year, month, day).isoformat()
    return str(feature.GetFieldAsString(index))


def bind(sql: str, values: Sequence[Cell]) -> str:
    """The statement with every ``?`` replaced by a quoted value: GDAL takes no bound parameters."""
    if not values:
        return sql  # a question mark in it belongs to a text written out already
    pieces = sql.split("?")
    if len(pieces) != len(values) + 1:
        raise ValueError(f"{len(pieces) - 1} places for {len(values)} values")
    return pieces[0] + "".join(literal(value) + piece for value, piece in zip(values, pieces[1:]))


def storable(text: str) -> str:
    """Text as a database keeps it: what no database can hold becomes the mark for it (U+FFFD), never a gap."""
    if text.isprintable():
        return text
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def literal(value: Cell) -> str:
    """A value as SQL text."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, (int, float)):
        return repr(value)
    text = value.isoformat() if isinstance(value, date) else storable(value)
    return "'" + text.replace("'", "''") + "'"

"""The tables of a campaign file (docs/data-model.md), declared once and created through GDAL."""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

from osgeo import gdal, ogr, osr

from .. import catalogue
from ..model.kinds import ListKind

SCHEMA_VERSION = 2

TEXT, REAL, WHOLE, DAY = ogr.OFTString, ogr.OFTReal, ogr.OFTInteger64, ogr.OFTDate
NO_GEOMETRY, POINT, POLYGONS, LINES = ogr.wkbNone, ogr.wkbPoint, ogr.wkbMultiPolygon, ogr.wkbMultiLineString


class Column(NamedTuple):
    name: str
    kind: int
    alias: str = ""


class Table(NamedTuple):
    name: str
    geometry: int
    columns: tuple[Column, ...]


def _columns(text: str) -> tuple[Column, ...]:
    """``name:kind`` pairs; a bare name is text."""
    kinds = {"r": REAL, "i": WHOLE, "d": DAY}
    pairs = (word.partition(":") for word in text.split())
    return tuple(Column(name, kinds[kind] if kind else TEXT) for name, _, kind in pairs)


def parcel_table(which: ListKind) -> Table:
    """A parcel table: one column a catalogue field, with its Chinese name as alias."""
    kinds = {"C": TEXT, "D": DAY}
    columns = tuple(
        Column(field.code, kinds.get(field.type) or (REAL if field.decimals else WHOLE), field.label_zh)
        for field in catalogue.case_fields(which)
    )
    return Table(which.table, POLYGONS, columns)


CONTEXT_TABLES = {
    "county": POLYGONS,
    "town": POLYGONS,
    "zone_area": POLYGONS,
    "river": LINES,
    "place": POINT,
}

PLAIN_TABLES: tuple[Table, ...] = (
    Table(
        "campaign",
        NO_GEOMETRY,
        _columns(
            "name year:i county_code county_name crs plan_document starts_on:d ends_on:d schema_version:i "
            "standard_version"
        ),
    ),
    Table("milestone", NO_GEOMETRY, _columns("by_date:d rate:r")),
    Table("stage", NO_GEOMETRY, _columns("name from_date:d to_date:d")),
    Table("department", NO_GEOMETRY, _columns("code name duty aliases")),
    Table("task", NO_GEOMETRY, _columns("list unit_code base_parcels:i base_area_ha:r task_area_ha:r frozen_on:d")),
    Table(
        "parcel_version",
        POLYGONS,
        _columns("list code version:i effective_on:d recorded_at area_m2:r reason parent_code journal_id:i attributes"),
    ),
    Table(
        "boundary_point",
        POINT,
        _columns(
            "list code version:i part:i ring:i seq:i name n_text e_text n:r e:r zone:i has_prefix:i edge_m:r "
            "ring_number closing_name extra"
        ),
    ),
    Table("approval", NO_GEOMETRY, _columns("number authority approved_on:d batch_name area_ha:r")),
    Table("approval_parcel", NO_GEOMETRY, _columns("number list code area_ha:r")),
    Table("supply", NO_GEOMETRY, _columns("supervision_number contract_number signed_on:d mode land_user area_ha:r")),
    Table("supply_parcel", NO_GEOMETRY, _columns("supervision_number list code area_ha:r")),
    Table("withdrawal", NO_GEOMETRY, _columns("number authority withdrawn_on:d area_ha:r")),
    Table("withdrawal_parcel", POLYGONS, _columns("number list code area_ha:r")),
    Table(
        "event",
        NO_GEOMETRY,
        _columns(
            "list code kind transition field value area_ha:r effective_on:d recorded_at document department author "
            "note corrects_id:i previous_hash hash"
        ),
    ),
    Table("attachment", NO_GEOMETRY, _columns("event_id:i path sha256 what")),
    Table(
        "import_journal",
        NO_GEOMETRY,
        _columns(
            "started_at finished_at file sha256 bytes:i encoding profile crs list imported:i updated:i unchanged:i "
            "rejected:i undone_at"
        ),
    ),
    Table("reject", NO_GEOMETRY, _columns("journal_id:i file sheet line:i text reason_code reason")),
    Table("system_row", NO_GEOMETRY, _columns("journal_id:i list key content")),
    Table("wallmap_inset", NO_GEOMETRY, _columns("title west:r south:r east:r north:r")),
    Table("progress_report", NO_GEOMETRY, _columns("made_on:d unit figures standard_version events_hash")),
)

APPEND_ONLY = (
    "CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event "
    "BEGIN SELECT RAISE(ABORT, 'events are never changed; record a correction'); END",
    "CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event "
    "BEGIN SELECT RAISE(ABORT, 'events are never deleted; record a correction'); END",
    # SQLite's "insert or replace" fires no delete trigger by default, so replacing is refused on insert.
    "CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event "
    "WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id) "
    "BEGIN SELECT RAISE(ABORT, 'events are never replaced; record a correction'); END",
)

INDEXES = (
    "CREATE UNIQUE INDEX IF NOT EXISTS unsupplied_code ON unsupplied_parcel (TBBH)",
    "CREATE UNIQUE INDEX IF NOT EXISTS idle_code ON idle_parcel (XZBH)",
    "CREATE INDEX IF NOT EXISTS boundary_point_parcel ON boundary_point (list, code, version)",
    "CREATE INDEX IF NOT EXISTS parcel_version_parcel ON parcel_version (list, code, version)",
    "CREATE INDEX IF NOT EXISTS event_parcel ON event (list, code, effective_on)",
    # What the state as of a day is read from, without a look at the rows; and the few that void or confirm others.
    "CREATE INDEX IF NOT EXISTS event_state"
    " ON event (list, code, effective_on, value, transition, area_ha, corrects_id, field) WHERE field = 'ZT'",
    # What facts as of a day are read from, the same way.
    "CREATE INDEX IF NOT EXISTS event_fact"
    " ON event (list, code, field, effective_on, value, kind, corrects_id) WHERE field <> 'ZT'",
    "CREATE INDEX IF NOT EXISTS event_corrected ON event (corrects_id) WHERE corrects_id IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS event_confirm ON event (list, code, effective_on) WHERE kind = 'confirm'",
)


def spatial_reference(crs: str) -> osr.SpatialReference:
    """The reference system of an authority code, in the order east, north that GIS files use."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(int(crs.split(":")[1]))
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def create_tables(dataset: gdal.Dataset, crs: str) -> None:
    """Create every table, index and trigger in an empty dataset. GDAL must be set to raise."""
    for table in _all_tables():
        _create(dataset, table, crs)
    for statement in (*INDEXES, *APPEND_ONLY):
        dataset.ExecuteSQL(statement)


def complete_tables(dataset: gdal.Dataset, crs: str) -> None:
    """Give a file of an earlier version the tables, columns and indexes it lacks. GDAL must be set to raise."""
    for table in _all_tables():
        layer = dataset.GetLayerByName(table.name)
        if layer is None:
            _create(dataset, table, crs)
            continue
        there = layer.GetLayerDefn()
        for definition in _definitions([each for each in table.columns if there.GetFieldIndex(each.name) < 0]):
            layer.CreateField(definition)
    for statement in INDEXES:
        dataset.ExecuteSQL(statement)


def _all_tables() -> Iterator[Table]:
    yield from (parcel_table(which) for which in ListKind)
    yield from PLAIN_TABLES
    yield from (Table(name, kind, _columns("name code9 aliases")) for name, kind in CONTEXT_TABLES.items())


def _create(dataset: gdal.Dataset, table: Table, crs: str) -> None:
    spatial = table.geometry != NO_GEOMETRY
    identity = "id" if table.name in ("event", "import_journal") else "fid"
    layer = dataset.CreateLayer(
        table.name,
        srs=spatial_reference(crs) if spatial else None,
        geom_type=table.geometry,
        options=[f"FID={identity}", "GEOMETRY_NAME=geom"],
    )
    for definition in _definitions(table.columns):
        layer.CreateField(definition)


def _definitions(columns: Sequence[Column]) -> list[ogr.FieldDefn]:
    definitions = []
    for column in columns:
        definition = ogr.FieldDefn(column.name, column.kind)
        if column.alias:
            definition.SetAlternativeName(column.alias)
        definitions.append(definition)
    return definitions

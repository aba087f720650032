"""Shapefiles for exchange: byte lengths checked before writing, every file read again cell by cell.

dBASE counts bytes, not characters, and cuts without a word (models.md, section 4); so nothing is left to the driver.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Sequence

from shapely.geometry import MultiPolygon, mapping, shape

from ..catalogue import Field, Value
from ..model.messages import CampaignError, Message

ENCODINGS = {"utf-8": "UTF-8", "gbk": "GBK", "gb18030": "GB18030"}
"""Encoding id to the name that stands in the .cpg."""


class FionaMissing(CampaignError):
    sentence = "Shapefiles need fiona, which this QGIS does not bring; install QGIS with its standard installer"


class ShapefileDiffers(CampaignError):
    sentence = "{file} does not say what was written ({what}); nothing was exported, try again"


class ShapefileNotWritten(CampaignError):
    sentence = "{file} cannot be written: {reason}. Choose another folder"


class ShapefileRow(NamedTuple):
    """One feature: the parcel code, its values by field code, and its multipolygon in the file's CRS."""

    code: str
    values: dict[str, Value]
    geometry: MultiPolygon


def misfit(row: ShapefileRow, fields: Sequence[Field], encoding: str) -> Message | None:
    """Why a row cannot be written without loss in this encoding; None when it fits."""
    for field in fields:
        text = _text(field, row.values.get(field.code))
        values = {"parcel": row.code, "field": f"{field.code} {field.name_zh}", "encoding": encoding}
        try:
            size = len(text.encode(encoding))
        except UnicodeEncodeError as error:
            lost = text[error.start : error.end]
            sentence = "Parcel {parcel}: {encoding} has no character {lost} ({field}); export in UTF-8 or GB18030"
            return Message("character_lost", sentence, {**values, "lost": lost})
        if size > field.length:
            sentence = "Parcel {parcel}: {field} takes {size} bytes in {encoding}, {room} fit; shorten it or use GBK"
            return Message("too_long", sentence, {**values, "size": size, "room": field.length})
    return None


def write_shapefile(path: Path, rows: Sequence[ShapefileRow], fields: Sequence[Field], crs: str, encoding: str) -> None:
    """Write rows that fit (see ``misfit``) and read them again. Writes shp, shx, dbf, prj and cpg."""
    try:
        import fiona
        import fiona.errors
    except ImportError as error:
        raise FionaMissing() from error
    schema = {"geometry": "Polygon", "properties": {field.code: _kind(field) for field in fields}}
    name = ENCODINGS[encoding]
    records = ({"geometry": mapping(row.geometry), "properties": _cells(row, fields)} for row in rows)
    try:
        with fiona.open(path, "w", driver="ESRI Shapefile", crs=crs, schema=schema, encoding=name) as target:
            target.writerecords(records)
    except fiona.errors.FionaError as error:
        raise ShapefileNotWritten(file=path.name, reason=str(error)) from error
    cpg = path.with_suffix(".cpg")
    if not cpg.exists():
        cpg.write_text(name, encoding="ascii")
    with fiona.open(path, encoding=name) as again:
        _compare(path.name, rows, fields, list(again))


def _kind(field: Field) -> str:
    if field.type == "D":
        return "date"
    if field.type == "N":
        return f"float:{field.length}.{field.decimals}" if field.decimals else f"int:{field.length}"
    return f"str:{field.length}"


def _text(field: Field, value: Value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return value.strftime("%Y%m%d")
    return f"{value:.{field.decimals}f}" if field.type == "N" else str(value)


def _cells(row: ShapefileRow, fields: Sequence[Field]) -> dict[str, Value]:
    values = {field.code: row.values.get(field.code) for field in fields}
    return {
        code: value.isoformat() if isinstance(value, date) else (None if value == "" else value)
        for code, value in values.items()
    }


def _compare(file: str, rows: Sequence[ShapefileRow], fields: Sequence[Field], records: Sequence[Any]) -> None:
    if len(records) != len(rows):
        raise ShapefileDiffers(file=file, what=f"{len(records)} features for {len(rows)}")
    for row, record in zip(rows, records):
        for field in fields:
            meant, found = _text(field, row.values.get(field.code)), _read_text(field, record["properties"][field.code])
            if meant != found:
                raise ShapefileDiffers(file=file, what=f"{row.code} {field.code}: {found!r} for {meant!r}")
        if vertices(shape(record["geometry"])) != vertices(row.geometry):
            raise ShapefileDiffers(file=file, what=f"{row.code}: vertices")


def _read_text(field: Field, value: Any) -> str:
    if value is None:
        return ""
    if field.type == "D":
        return str(value).replace("-", "")[:8]
    return f"{value:.{field.decimals}f}" if field.type == "N" else str(value)


def vertices(geometry: Any) -> list[tuple[tuple[float, float], ...]]:
    """All rings, each from its least vertex on and in one direction: a driver may turn and shift rings, no more."""
    polygons = getattr(geometry, "geoms", [geometry])
    rings = [ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors)]
    return sorted(_from_least([(x, y) for x, y, *_ in ring.coords][:-1]) for ring in rings)


def _from_least(points: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    first = points.index(min(points))
    forward = points[first:] + points[:first]
    backward = [forward[0], *reversed(forward[1:])]
    return tuple(min(forward, backward))

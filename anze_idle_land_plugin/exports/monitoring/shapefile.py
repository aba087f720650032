"""Shapefiles for exchange: byte lengths checked before writing, every file read again cell by cell.

dBASE counts bytes, not characters, and cuts without a word; so nothing is left to the driver.
"""

from __future__ import annotations

import re
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, Mapping, NamedTuple, Sequence
from unicodedata import category

from shapely.geometry import MultiPolygon, mapping, shape

from ...catalogue import Field, Value
from ...geodesy.esri import esri_wkt
from ...geodesy.rounding import half_up
from ...geodesy.zones import epsg
from ...model.file_errors import reason_of
from ...model.messages import CampaignError, Message
from ...model.parcel import Grid
from ..encodings import ENCODINGS

"""Encoding id to the name that stands in the .cpg."""
LANGUAGE_BYTES = {"gbk": b"\x4d"}
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


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
        if field.type == "N" and text and not _NUMBER.fullmatch(text):
            sentence = "Parcel {parcel}: {field} holds {value}, which is no number; correct it"
            return Message("no_number", sentence, {**values, "value": text})
        if "\x00" in text:
            sentence = "Parcel {parcel}: {field} holds a zero byte, which ends a text in the file; write it again"
            return Message("zero_byte", sentence, values)
        lost = lacking(text, encoding)
        if lost:
            sentence = "Parcel {parcel}: {encoding} has no character {lost} ({field}); export in {others}"
            return Message("character_lost", sentence, {**values, "lost": shown(lost), "others": _holding(lost)})
        size = len(text.encode(encoding))
        if size > field.length:
            return _too_long(field, {**values, "size": size, "room": field.length})
    return None


def _too_long(field: Field, values: Mapping[str, object]) -> Message:
    """Why a text or a number does not fit, and the way out that there is."""
    if field.type == "N":
        sentence = "Parcel {parcel}: {field} has {size} digits, {room} fit; correct the number"
    elif values["encoding"] == "utf-8":
        sentence = "Parcel {parcel}: {field} takes {size} bytes in {encoding}, {room} fit; shorten it or use GBK"
    else:
        sentence = "Parcel {parcel}: {field} takes {size} bytes in {encoding}, {room} fit; shorten it"
    return Message("too_long", sentence, values)


def shown(character: str) -> str:
    """A character as a person can find it: itself with its code point, since many have no picture."""
    return f"{character} (U+{ord(character):04X})" if character.isprintable() else f"U+{ord(character):04X}"


def _holding(character: str) -> str:
    """The encodings that hold a character."""
    return ", ".join(name for encoding, name in ENCODINGS.items() if not lacking(character, encoding)) or "-"


def lacking(text: str, encoding: str) -> str:
    """The first character of a text that the encoding lacks, or an empty text.

    Characters for private use have other codes in each edition of GB18030; what one program writes another drops.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError as error:
        return text[error.start]
    if encoding == "gb18030":
        return next((character for character in text if category(character) == "Co"), "")
    return ""


def write_shapefile(
    path: Path, rows: Sequence[ShapefileRow], fields: Sequence[Field], grid: Grid, encoding: str
) -> None:
    """Write rows that fit (see ``misfit``) and read them again. Writes shp, shx, dbf, prj and cpg."""
    try:
        import fiona
        import fiona.errors
    except ImportError as error:
        raise FionaMissing() from error
    schema = {"geometry": "Polygon", "properties": {field.code: _kind(field) for field in fields}}
    name, crs = ENCODINGS[encoding], f"EPSG:{epsg(grid)}"
    records = ({"geometry": mapping(row.geometry), "properties": _cells(row, fields)} for row in rows)
    try:
        with fiona.open(path, "w", driver="ESRI Shapefile", crs=crs, schema=schema, encoding=name) as target:
            target.writerecords(records)
        path.with_suffix(".prj").write_text(esri_wkt(grid), encoding="ascii")
        path.with_suffix(".cpg").write_text(name, encoding="ascii")
        _mark_language(path.with_suffix(".dbf"), encoding)
    except (fiona.errors.FionaError, OSError) as error:
        raise ShapefileNotWritten(file=path.name, reason=reason_of(error)) from error
    with fiona.open(path, encoding=name) as again:
        _compare(path.name, rows, fields, list(again))


def _mark_language(dbf: Path, encoding: str) -> None:
    """The language byte of the table, for programs that read no .cpg: 0x4D is GBK; the others have none."""
    with open(dbf, "r+b") as handle:
        handle.seek(29)
        handle.write(LANGUAGE_BYTES.get(encoding, b"\0"))


def _kind(field: Field) -> str:
    if field.type == "D":
        return "date"
    if field.type == "N":
        return f"float:{field.length}.{field.decimals}" if field.decimals else f"int:{field.length}"
    return f"str:{field.length}"


def _text(field: Field, value: Value) -> str:
    """What the cell will say: numbers rounded half up, dates as YYYYMMDD, texts without the blanks dBASE fills with."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return value.isoformat().replace("-", "")
    if field.type == "N" and isinstance(value, (int, float)) and isfinite(value):
        return f"{half_up(value, field.decimals):f}"
    return str(value).strip(" ")


def _cells(row: ShapefileRow, fields: Sequence[Field]) -> dict[str, Value]:
    return {field.code: _cell(field, row.values.get(field.code)) for field in fields}


def _cell(field: Field, value: Value) -> Value:
    text = _text(field, value)
    if not text:
        return None
    if field.type == "N":
        return float(text) if field.decimals else int(text)
    return value.isoformat() if isinstance(value, date) else text


def _compare(file: str, rows: Sequence[ShapefileRow], fields: Sequence[Field], records: Sequence[Any]) -> None:
    if len(records) != len(rows):
        raise ShapefileDiffers(file=file, what=f"{len(records)} features for {len(rows)}")
    for row, record in zip(rows, records):
        cells = dict(record["properties"])
        for field in fields:
            meant, found = _text(field, row.values.get(field.code)), _read_text(field, cells[field.code])
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

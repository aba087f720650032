"""Shapefiles with whatever stands beside them: OGR reads copies in memory, so that nothing is written to the folder.

The texts of the dBASE table are decoded here, on evidence, because OGR believes what the .cpg says or guesses.
"""

from __future__ import annotations

import struct
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Iterable, Mapping, Sequence

from ...model.messages import CampaignError, Message
from .layers import Feature, Layer
from .ogr_layers import listening, open_layers

PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
"""The files that say something; the rest of a shapefile (.sbn, .qix, .shp.xml) only speeds it up."""
_GBK_MARKS = (0x4D, 0x7A)
"""Language bytes of the dBASE head that mean code page 936."""
_RAW = "ISO-8859-1"
"""An encoding that maps each byte to one character and back, so that OGR hands the bytes over untouched."""
_HEAD = 100
"""Bytes of the head of .shp and .shx."""


class ShapefileCut(CampaignError):
    sentence = "{file} is too short for a shapefile; ask for the file again"


class TextUndecodable(CampaignError):
    sentence = "The texts of {file} are in none of {encodings}; give the encoding"


def part_files(path: Path) -> dict[str, Path]:
    """The files of a shapefile by their ending in lower case, whatever the case on disk."""
    beside = {each.name.lower(): each for each in sorted(path.parent.iterdir()) if each.is_file()}
    stem = path.name[: -len(path.suffix)].lower()
    return {end: beside[stem + end] for end in PARTS if stem + end in beside} | {".shp": path}


def read_shapefile(path: Path, file: str, encoding: str) -> Layer:
    """The one layer of a shapefile. Raises VectorUnreadable, ShapefileCut or TextUndecodable."""
    parts = {end: each.read_bytes() for end, each in part_files(path).items()}
    if len(parts[".shp"]) < _HEAD:
        raise ShapefileCut(file=file)
    index, whole = index_of(parts[".shp"])
    notes: list[Message] = []
    faults: list[Message] = []
    if not _index_fits(parts):
        sentence = "{file}: the .shx is missing or does not fit; the places of the shapes were taken from the .shp"
        notes.append(Message("shx_rebuilt", sentence, {"file": file}))
        parts[".shx"] = index
        if not whole:
            sentence = "{file} is cut off behind shape {n}; what follows is lost: ask for the file again"
            faults.append(Message("cut_off", sentence, {"file": file, "n": (len(index) - _HEAD) // 8}))
    notes.extend(_mend_table(parts, file, whole))
    layer = _through_memory(parts, file)
    shapes = (len(parts[".shx"]) - _HEAD) // 8
    if len(layer.features) < shapes:
        sentence = "{file}: {n} records are marked as deleted and were left out"
        notes.append(Message("deleted_records", sentence, {"file": file, "n": shapes - len(layer.features)}))
    declared = parts.get(".cpg", b"").decode("ascii", "ignore").strip()
    mark = parts[".dbf"][29] if ".dbf" in parts else 0
    texts = [text for feature in layer.features for pair in feature.attributes.items() for text in pair]
    chosen, note = encoding_of(texts, file, encoding, declared, mark)
    layer.name, layer.encoding = path.stem, chosen
    layer.features = [_decoded(feature, chosen) for feature in layer.features]
    layer.wkt = _text_of(parts.get(".prj", b""))
    layer.notes = [*notes, *([note] if note else []), *layer.notes]
    layer.faults = [*faults, *layer.faults]
    return layer


def index_of(shp: bytes) -> tuple[bytes, bool]:
    """A .shx for a .shp, by walking its records; False where the last record is not whole."""
    entries, place = [], _HEAD
    while place + 8 <= len(shp):
        (words,) = struct.unpack_from(">i", shp, place + 4)
        if words < 2 or place + 8 + 2 * words > len(shp):
            break
        entries.append(struct.pack(">ii", place // 2, words))
        place += 8 + 2 * words
    body = b"".join(entries)
    head = shp[:24] + struct.pack(">i", (_HEAD + len(body)) // 2) + shp[28:_HEAD]
    return head + body, place == len(shp)


def _index_fits(parts: Mapping[str, bytes]) -> bool:
    """Whether a .shx is there whose entries all point at record heads of the .shp that say the same length."""
    index, shp = parts.get(".shx", b""), parts[".shp"]
    if len(index) < _HEAD or (len(index) - _HEAD) % 8:
        return False
    for place in range(_HEAD, len(index), 8):
        start, words = struct.unpack_from(">ii", index, place)
        if start * 2 < _HEAD or words < 2 or start * 2 + 8 + 2 * words > len(shp):
            return False
        if struct.unpack_from(">i", shp, start * 2 + 4)[0] != words:
            return False
    return True


def _mend_table(parts: dict[str, bytes], file: str, whole: bool) -> Iterable[Message]:
    """Leave out a table that cannot belong to the shapes; fill up one that was cut off. Says what was done.

    Where the .shp is not ``whole`` its first shapes still go with the first rows.
    """
    shapes = (len(parts[".shx"]) - _HEAD) // 8
    table = parts.get(".dbf")
    if table is None:
        yield Message("dbf_missing", "{file} came without its .dbf: its parcels have no attributes", {"file": file})
        return
    rows, head, width = struct.unpack_from("<IHH", table, 4) if len(table) > 32 else (0, 0, 0)
    if not whole and rows > shapes:
        rows = shapes
        parts[".dbf"] = table = table[:4] + struct.pack("<I", rows) + table[8:]
    if not head or not width or rows != shapes:
        sentence = (
            "{file}: its .dbf has {rows} rows for {shapes} shapes; which row belongs where is not known, so no "
            "attributes were taken"
        )
        del parts[".dbf"]
        yield Message("dbf_differs", sentence, {"file": file, "rows": rows, "shapes": shapes})
    elif len(table) < head + rows * width:
        kept = max(0, (len(table) - head) // width)
        parts[".dbf"] = (table[: head + kept * width]).ljust(head + rows * width, b" ")
        sentence = "{file}: its .dbf is cut off; the shapes from {first} on have no attributes"
        yield Message("dbf_cut", sentence, {"file": file, "first": kept + 1})


def _through_memory(parts: Mapping[str, bytes], file: str) -> Layer:
    with listening():  # says in words where GDAL is missing
        from osgeo import gdal

    folder = f"/vsimem/{uuid.uuid4().hex}"
    given = {f"{folder}/a{end}": parts[end] for end in (".shp", ".shx", ".dbf") if end in parts}
    for name, data in given.items():
        gdal.FileFromMemBuffer(name, data)
    try:
        return open_layers(f"{folder}/a.shp", file, "shapefile", ["ESRI Shapefile"], [f"ENCODING={_RAW}"])[0]
    finally:
        for name in given:
            gdal.Unlink(name)


def encoding_of(texts: Sequence[str], file: str, forced: str, declared: str, mark: int) -> tuple[str, Message | None]:
    """The encoding of the table's raw texts: what is forced, else the first of .cpg, language byte, UTF-8, GB18030
    in which every text can be read. Raises TextUndecodable."""
    raw = [text.encode(_RAW, "replace") for text in texts if not text.isascii()]
    stated = _known_encoding(declared)
    tried = [forced] if forced else [*stated, *(["gbk"] if mark in _GBK_MARKS else []), "utf-8", "gb18030"]
    for encoding in tried:
        if not raw or all(_readable(each, encoding) for each in raw):
            if forced or not raw or not stated or encoding == stated[0]:
                return encoding, None
            sentence = "{file}: the .cpg says {stated}, but the texts are {encoding}; they were read as that"
            return encoding, Message("cpg_wrong", sentence, {"file": file, "stated": declared, "encoding": encoding})
    raise TextUndecodable(file=file, encodings=", ".join(tried))


def _known_encoding(declared: str) -> list[str]:
    """What a .cpg means: a Python encoding, when there is one of that name; Latin code pages are no evidence."""
    name = declared.lower().replace("ansi ", "").replace("oem ", "").replace("ldid/77", "936").strip()
    name = {"936": "gbk", "65001": "utf-8", "54936": "gb18030", "utf8": "utf-8"}.get(name, name)
    return [name] if name in ("gbk", "gb2312", "gb18030", "utf-8", "big5", "cp936") else []


def _readable(raw: bytes, encoding: str) -> bool:
    """Whether bytes are text in an encoding; a last character cut in half by the width of the column is forgiven."""
    try:
        raw.decode(encoding)
    except UnicodeDecodeError as error:
        return error.end >= len(raw) and error.start >= len(raw) - 3 and error.start > 0 and len(raw) >= 10
    except LookupError:
        return False
    return True


def _decoded(feature: Feature, encoding: str) -> Feature:
    def text(value: str) -> str:
        return value if value.isascii() else value.encode(_RAW, "replace").decode(encoding, "ignore")

    return replace(feature, attributes={text(head): text(value) for head, value in feature.attributes.items()})


def _text_of(prj: bytes) -> str:
    """A .prj as text; Chinese names in it are UTF-8 or GBK."""
    try:
        return prj.decode("utf-8-sig").strip("\x00 \r\n")
    except UnicodeDecodeError:
        return prj.decode("gb18030", "replace").strip("\x00 \r\n")

"""Plain point tables: ``id,x,y`` lists, ``name X Y [Z]`` lists and CASS .dat files, one open ring a block of rows.

The letters x and y do not settle the axes: magnitude does. Blank lines part rings into parcels.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ..geodesy.zones import epsg
from ..model.messages import Message, Reject
from ..model.parcel import Parcel
from .boundary_txt.decoding import Decoded
from .boundary_txt.grids import locate
from .boundary_txt.lines import Line, half_width
from .boundary_txt.parts import build_parts
from .boundary_txt.points import Axes, Row, majority_axes, points_of
from .boundary_txt.rings import ring_of, split_rings
from .reading import Reading, ReadOptions

_SEPARATORS = re.compile(r"[,;\s]+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?")
PROFILE = "points"


def read_point_table(file: str, data: bytes, decoded: Decoded, options: ReadOptions) -> Reading:
    """The parcels of a point list: one a block of rows. A row that is no point is a reject, and its block no parcel."""
    blocks = _blocks(decoded.text)
    rejects: list[Reject] = []
    notes: list[Message] = []
    parcels: list[Parcel] = []
    cut = [[(line, _row(line)) for line in block] for block in blocks]
    axes = majority_axes(row for block in cut for _, row in block if row is not None)
    for number, block in enumerate(cut, 1):
        name = Path(file).stem if len(cut) == 1 else f"{Path(file).stem}-{number}"
        bad = [line for line, row in block if row is None]
        header = number == 1 and bool(bad) and bad[0] is block[0][0]
        for line in bad[1:] if header else bad:
            sentence = "{file}, line {line}: is no boundary point (name, X, Y); parcel {parcel} gets no geometry"
            values = {"file": file, "line": line.number, "parcel": name}
            rejects.append(Reject(file, line.number, line.text, Message("not_a_point", sentence, values)))
        if len(bad) > (1 if header else 0) or len(bad) == len(block):
            rejects.append(_not_taken(file, block[0][0], name, Message("no_points", "no usable point list", {})))
            continue
        _parcel([row for _, row in block if row], name, file, axes, options, parcels, rejects, notes)
    crs = ",".join(sorted({f"EPSG:{epsg(parcel.grid)}" for parcel in parcels}))
    digest = hashlib.sha256(data).hexdigest()
    return Reading(
        file, digest, len(data), decoded.encoding, PROFILE, crs, tuple(parcels), tuple(rejects), tuple(notes)
    )


def _parcel(
    rows: list[Row],
    name: str,
    file: str,
    axes: Axes,
    options: ReadOptions,
    parcels: list[Parcel],
    rejects: list[Reject],
    notes: list[Message],
) -> None:
    points = points_of(rows, axes)
    located = locate({}, points, axes, options, file)
    if located.note:
        notes.append(located.note)
    if located.grid is None:
        if located.refusal:
            rejects.append(_not_taken(file, rows[0].line, name, located.refusal))
        return
    built = build_parts([ring_of(ring) for ring in split_rings(points)], name)
    rejects.extend(_not_taken(file, rows[0].line, name, fault) for fault in built.faults)
    if built.parts:
        parcels.append(Parcel("", name, located.grid, built.parts, {"name": name}, rows[0].line.number))


def _not_taken(file: str, line: Line, parcel: str, reason: Message) -> Reject:
    sentence = "{file}, line {line}: parcel {parcel} was not taken: {reason}"
    values = {"file": file, "line": line.number, "parcel": parcel, "reason": reason}
    return Reject(file, line.number, line.text, Message(reason.code, sentence, values))


def _blocks(text: str) -> list[list[Line]]:
    """Runs of lines that hold something, parted by blank lines; ``#`` opens a comment."""
    blocks: list[list[Line]] = [[]]
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        line = raw.strip(" \t\u3000\ufeff")
        if line.startswith("#"):
            continue
        if line:
            blocks[-1].append(Line(number, line))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _row(line: Line) -> Row | None:
    """name,x,y[,z] or CASS name,code,y,x,h (the code may be empty). None for a heading or anything else."""
    text = half_width(line.text)
    fields = [field.strip() for field in text.split(",")] if "," in text else _SEPARATORS.split(text)
    if len(fields) >= 5 and _number(fields[2]) and _number(fields[3]):
        return Row(line, fields[0], "1", fields[2], fields[3], (fields[1], *fields[4:]), 0)
    if len(fields) in (3, 4) and _number(fields[1]) and _number(fields[2]):
        return Row(line, fields[0], "1", fields[1], fields[2], tuple(fields[3:]), 0)
    return None


def _number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))

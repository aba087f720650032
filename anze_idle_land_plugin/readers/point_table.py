"""Plain point tables: ``id,x,y`` lists, ``name X Y [Z]`` lists, tables with a ring or parcel column, CASS .dat files.

The letters x and y do not settle the axes: magnitude does. Blank lines, or a parcel column, part the parcels.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Iterable, NamedTuple, Sequence

from ..geodesy.zones import epsg
from ..model.messages import Message, Reject
from ..model.parcel import Parcel
from .boundary_txt.columns import Row, columns_from
from .boundary_txt.decoding import Decoded
from .boundary_txt.grids import locate
from .boundary_txt.lines import Line, half_width
from .boundary_txt.parts import build_parts
from .boundary_txt.points import Axes, majority_axes, pair_axes, points_of, unfitting
from .boundary_txt.rings import ring_of, split_rings
from .reading import Reading, ReadOptions

PROFILE = "points"
HEADING_LINES = 5
"""Headings lie within the first rows of a table (format.md, section 6)."""
_SEPARATORS = re.compile(r"[,;\s]+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?")
_RING = re.compile(r"圈")
_PARCEL = re.compile(r"宗地|地块|parcel", re.IGNORECASE)
_POINT = re.compile(r"点号|点名|^id$|^name$", re.IGNORECASE)


class Columns(NamedTuple):
    """Where the point name, the ring and the parcel stand; None where the heading does not say."""

    name: int = 0
    ring: int | None = None
    parcel: int | None = None


class Group(NamedTuple):
    """The rows of one parcel; a row is None where the line is no point."""

    name: str
    rows: list[tuple[Line, Row | None]]


def read_point_table(file: str, data: bytes, decoded: Decoded, options: ReadOptions) -> Reading:
    """The parcels of a point list. A line that is no point is a reject, and its parcel gets no geometry."""
    table = _Table(file, options)
    table.read(decoded.text)
    crs = sorted({f"EPSG:{epsg(parcel.grid)}" for parcel in table.parcels})
    return Reading(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=decoded.encoding,
        profile=PROFILE,
        crs=",".join(crs),
        parcels=tuple(table.parcels),
        rejects=tuple(table.rejects),
        notes=tuple(table.notes),
    )


class _Table:
    """One file on its way; collects parcels, rejects and notes."""

    def __init__(self, file: str, options: ReadOptions) -> None:
        self.file, self.options = file, options
        self.parcels: list[Parcel] = []
        self.rejects: list[Reject] = []
        self.notes: list[Message] = []

    def read(self, text: str) -> None:
        blocks = _blocks(text)
        headings = _headings(blocks[0]) if blocks else []
        groups = _groups(blocks, headings, Path(self.file).stem)
        if not groups:
            sentence = "{file} holds no boundary points (name, X, Y)"
            first = blocks[0][0] if blocks else None
            message = Message("no_points", sentence, {"file": self.file})
            self.rejects.append(
                Reject(self.file, first.number if first else None, first.text if first else "", message)
            )
        axes = majority_axes(columns_from([row for _, row in group.rows if row is not None]) for group in groups)
        for group in groups:
            self._group(group, axes)

    def _group(self, group: Group, axes: Axes) -> None:
        unread = [line for line, row in group.rows if row is None]
        table = columns_from([row for _, row in group.rows if row is not None], unread)
        bad = sorted([*unread, *(Line(table.lines[row], table.texts[row]) for row in unfitting(table, axes))])
        for line in bad:
            sentence = "{file}, line {line}: is no boundary point (name, X, Y); parcel {parcel} gets no geometry"
            values = {"file": self.file, "line": line.number, "parcel": group.name}
            self.rejects.append(Reject(self.file, line.number, line.text, Message("not_a_point", sentence, values)))
        first = group.rows[0][0]
        if bad:
            values = {"n": len(bad)}
            return self._not_taken(first, group.name, Message("rows_unread", "{n} of its rows cannot be read", values))
        points = points_of(table, axes)
        located = locate({}, points, axes, self.options, self.file)
        if located.note and located.note not in self.notes:
            self.notes.append(located.note)
        if located.grid is None:
            if located.refusal:
                self._not_taken(first, group.name, located.refusal)
            return None
        built = build_parts([ring_of(points, rows) for rows in split_rings(points)], group.name)
        for fault in built.faults:
            self._not_taken(first, group.name, fault)
        if built.parts:
            attributes = {"name": group.name}
            self.parcels.append(Parcel("", group.name, located.grid, built.parts, attributes, first.number))
        return None

    def _not_taken(self, line: Line, parcel: str, reason: Message) -> None:
        sentence = "{file}, line {line}: parcel {parcel} was not taken: {reason}"
        values = {"file": self.file, "line": line.number, "parcel": parcel, "reason": reason}
        self.rejects.append(Reject(self.file, line.number, line.text, Message(reason.code, sentence, values)))


def _blocks(text: str) -> list[list[Line]]:
    """Runs of lines that hold something, parted by blank lines; ``#`` opens a comment."""
    blocks: list[list[Line]] = [[]]
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        line = raw.strip(" \t\u3000\ufeff")
        if line.startswith("#"):
            continue
        if line.strip(","):
            blocks[-1].append(Line(number, line))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _headings(block: Sequence[Line]) -> list[Line]:
    """The leading lines without a single number; anything else that is no point is an error, never a heading."""
    headings = []
    for line in block[:HEADING_LINES]:
        if any(_is_number(field) for field in _fields(line)):
            break
        headings.append(line)
    return headings


def _groups(blocks: Iterable[Sequence[Line]], headings: Sequence[Line], stem: str) -> list[Group]:
    """The lines of each parcel: by the parcel column where the heading names one, else by blank lines."""
    columns = _columns(_fields(headings[-1])) if headings else Columns()
    groups: dict[tuple[int, str], list[tuple[Line, Row | None]]] = {}
    for number, block in enumerate(blocks, 1):
        for line in block:
            if line in headings:
                continue
            fields = _fields(line)
            named = columns.parcel is not None and columns.parcel < len(fields)
            key = (0, fields[columns.parcel or 0]) if named else (number, "")
            groups.setdefault(key, []).append((line, _row(line, fields, columns)))
    if len(groups) == 1 and columns.parcel is None:
        return [Group(stem, rows) for rows in groups.values()]
    return [Group(name or f"{stem}-{place}", rows) for place, ((_, name), rows) in enumerate(groups.items(), 1)]


def _columns(heads: Sequence[str]) -> Columns:
    ring = next((place for place, head in enumerate(heads) if _RING.search(head)), None)
    name = next((place for place, head in enumerate(heads) if _POINT.search(head)), 0)
    taken = (ring, name)
    parcel = next((place for place, head in enumerate(heads) if place not in taken and _PARCEL.search(head)), None)
    return Columns(name, ring, parcel)


def _fields(line: Line) -> list[str]:
    text = half_width(line.text)
    return [field.strip() for field in text.split(",")] if "," in text else _SEPARATORS.split(text)


def _row(line: Line, fields: Sequence[str], columns: Columns) -> Row | None:
    """The columns of a row: the coordinates are the first neighbours of fitting magnitude. None for anything else.

    Where no magnitude tells (a toy square) the two columns behind the name, the ring and the parcel are taken.
    """
    pairs = range(1, len(fields) - 1)
    start = next((place for place in pairs if _speaks(fields[place], fields[place + 1])), None)
    if start is None:
        start = max(columns.name, columns.ring or 0, columns.parcel or 0) + 1
        if len(fields) != start + 2 or not (_is_number(fields[start]) and _is_number(fields[start + 1])):
            return None
    known = {columns.name, columns.ring, columns.parcel, start, start + 1}
    extra = tuple(field for place, field in enumerate(fields) if place not in known)
    ring = fields[columns.ring] if columns.ring is not None else "1"
    return Row(line, fields[columns.name], ring, fields[start], fields[start + 1], extra, 0)


def _speaks(first: str, second: str) -> bool:
    both = _is_number(first) and _is_number(second)
    return both and pair_axes(float(first), float(second)) is not Axes.UNKNOWN


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))

"""Rows to entries: which row is a point, which is a length between two points, which is page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Iterator, Mapping, Sequence

from ...model.messages import Message
from ..boundary_txt.axes import Axes
from ..boundary_txt.columns import Row
from ..boundary_txt.lines import Line
from ..boundary_txt.points import pair_axes
from .cells import TableRow
from .heads import Columns, Head, head_at, labels_in

HEADING_ROWS = 5
"""Without known heads the first rows may be titles; anything later that is no point is an error."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?")
_POINT_NAME = re.compile(r"[^\W\d_]{0,3}[-_]?\d{1,5}([-_']\d{1,4})?['’]?")
_MASKED = re.compile(r"[\dXx*?#.,…\-—°′″'\" ]+")
"""What stands where a coordinate should: digits that are no number, or digits made unreadable."""
_SYSTEM = re.compile(
    r"CGCS\s*2000|2000\s*国家大地|国家\s*2000|WGS[\s-]*84|(19)?80\s*(年)?西安|西安\s*(19)?80|(19)?54\s*(年)?北京|北京\s*(19)?54",
    re.IGNORECASE,
)
"""A mention of a coordinate system; a company of Beijing or Xi'an in a title is none."""


class Kind(Enum):
    """What a row is."""

    POINT = auto()
    BAD = auto()
    LENGTH = auto()
    BLANK = auto()
    PAGE = auto()
    WORDS = auto()


@dataclass(frozen=True)
class Entry:
    """One row, or one half of a row where two groups of columns stand side by side.

    ``row`` is there for points, ``reason`` for bad rows, ``labels`` for words; ``length`` is the edge as written,
    in the row of a point or in a row of its own below it.
    """

    kind: Kind
    line: Line
    row: Row | None = None
    reason: Message | None = None
    code: str = ""
    title: str = ""
    length: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


def entries_of(rows: Sequence[TableRow], chosen: Columns | None = None) -> Iterator[Entry]:
    """All entries of a table in reading order: page by page, and in a page group of columns by group.

    ``chosen`` are the columns a person gave; then heads only tell where a page begins.
    """
    heads = _heads(rows)
    if chosen is not None:
        begins = {place for place, _ in heads}
        for place, row in enumerate(rows):
            yield Entry(Kind.PAGE, _line(row)) if place in begins else _entry(row, chosen)
        return
    if not heads:
        yield from _without_head(rows)
        return
    yield from (_words(row) for row in rows[: heads[0][0]])
    for (place, head), (end, _) in zip(heads, [*heads[1:], (len(rows), None)]):
        yield Entry(Kind.PAGE, _line(rows[place]))
        for number, columns in enumerate(head.groups):
            for row in rows[place + head.height : end]:
                entry = _entry(row, columns)
                if number == 0 or entry.kind in (Kind.POINT, Kind.BAD, Kind.LENGTH):
                    yield entry


def _heads(rows: Sequence[TableRow]) -> list[tuple[int, Head]]:
    """Every head with the row it begins at: a table of several pages repeats it."""
    heads: list[tuple[int, Head]] = []
    place = 0
    while place < len(rows):
        head = head_at(rows, place)
        if head is not None:
            heads.append((place, head))
        place += head.height if head is not None else 1
    return heads


def _line(row: TableRow) -> Line:
    return Line(row.line, row.text)


def _words(row: TableRow) -> Entry:
    """A row of words: labels with their values, and any mention of a coordinate system."""
    if row.blank:
        return Entry(Kind.BLANK, _line(row))
    labels = labels_in(row)
    mentioned = _SYSTEM.search(row.text)
    if mentioned:
        labels.setdefault("system", mentioned[0])
    return Entry(Kind.WORDS, _line(row), labels=labels)


def _entry(row: TableRow, columns: Columns) -> Entry:
    """What a row below a head is, seen through one group of columns."""
    if row.blank:
        return Entry(Kind.BLANK, _line(row))
    name, x, y = row.cell(columns.name), row.cell(columns.x), row.cell(columns.y)
    length, numbers = row.cell(columns.length), [_is_number(x), _is_number(y)]
    if not (x or y or name) and _is_number(length):
        return Entry(Kind.LENGTH, _line(row), length=length)
    fault = next((row.faults[each] for each in sorted(row.faults) if each in columns.known), None)
    named = bool(_POINT_NAME.fullmatch(name) or _MASKED.fullmatch(x) or _MASKED.fullmatch(y))
    if (not any(numbers) and not named and fault is None) or (not (named and all(numbers)) and labels_in(row)):
        return _words(row)
    if fault is not None or not all(numbers):
        return Entry(Kind.BAD, _line(row), reason=fault)
    extra = tuple(text for place, text in enumerate(row.texts) if place not in columns.known)
    ring = row.cell(columns.ring) if columns.ring is not None else "1"
    point = Row(_line(row), name, ring, x, y, extra if any(extra) else (), 0)
    return Entry(
        Kind.POINT, _line(row), point, code=row.cell(columns.code), title=row.cell(columns.title), length=length
    )


def _without_head(rows: Sequence[TableRow]) -> Iterator[Entry]:
    """Columns by content: the coordinates are the first neighbours of fitting magnitude, the name stands first."""
    titles = 0
    for row in rows:
        if row.blank:
            yield Entry(Kind.BLANK, _line(row))
        elif titles < HEADING_ROWS and not any(map(_is_number, row.texts)):
            titles += 1
            yield _words(row)
        else:
            titles = HEADING_ROWS
            yield _by_content(row)


def _by_content(row: TableRow) -> Entry:
    start = _coordinates_at(row.texts)
    fault = next((row.faults[place] for place in sorted(row.faults)), None)
    if start is None or fault is not None:
        return Entry(Kind.BAD, _line(row), reason=fault)
    name = row.texts[0] if start else ""
    extra = tuple(text for place, text in enumerate(row.texts) if place not in (0, start, start + 1))
    x, y = row.texts[start : start + 2]
    return Entry(Kind.POINT, _line(row), Row(_line(row), name, "1", x, y, extra if any(extra) else (), 0))


def _coordinates_at(fields: Sequence[str]) -> int | None:
    """Where the coordinates begin. Where no magnitude tells (a toy square) they are the two columns behind the name."""
    places: tuple[int, ...] = (*range(1, len(fields) - 1), 0)
    for place in places:
        if len(fields) > place + 1 and _speaks(fields[place], fields[place + 1]):
            return place
    return 1 if len(fields) == 3 and _is_number(fields[1]) and _is_number(fields[2]) else None


def _speaks(first: str, second: str) -> bool:
    both = _is_number(first) and _is_number(second)
    return both and pair_axes(float(first), float(second)) is not Axes.UNKNOWN


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text))

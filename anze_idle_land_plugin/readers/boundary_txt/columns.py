"""Rows to columns: which column is what is found by content (docs/formats.md 4.4)."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field, replace
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING, Iterator, NamedTuple, Sequence

import numpy as np

from .lines import Line, fields_of, half_width
from .plain import plain_areas

if TYPE_CHECKING:  # blocks knows the profiles, and they know the columns
    from .blocks import Plot

SMALL_INTEGER = re.compile(r"\d{0,5}")
"""A ring or feature number, or none; no coordinate in metres has so few digits."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+")
_PIECE = 100_000
"""Rows that are cut at once."""
_FEW = 10_000
"""Point names come again from parcel to parcel; those of a parcel with more points than this hardly do.

Parcels that have no more rows together are cut as one table.
"""
_LEAST_GREATEST = (np.minimum, np.maximum)


@dataclass
class Columns:
    """The point rows below a plot line, one entry a row, coordinates in the order of the file.

    ``a`` and ``b`` are the numbers that ``a_text`` and ``b_text`` say, NaN where they say none. ``extra`` holds the
    further columns of each row, or is empty. ``ring_column`` is the place of the ring number, 0 when there is none.
    ``unread`` are the rows that are no point rows at all, ``full_width`` the lines that held full-width characters.
    ``texts`` are the rows as written where the columns alone do not say it, ``trailing`` the empty columns behind.
    ``bounds`` are the least and greatest number of ``a`` and of ``b`` where every row has both. ``plain_area`` is the
    area in squared units where the rows are proven to be one plain ring that the last row closes (plain.py), else 0.
    ``pattern`` is the order the columns had where it was not the usual one (patterns.py).
    """

    names: list[str]
    rings: list[str]
    a_text: list[str]
    b_text: list[str]
    a: np.ndarray
    b: np.ndarray
    lines: array[int]
    extra: list[tuple[str, ...]] = field(default_factory=list)
    ring_column: int = 2
    unread: list[Line] = field(default_factory=list)
    full_width: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    trailing: str = ""
    bounds: tuple[float, float, float, float] | None = None
    plain_area: float = 0.0
    pattern: str = ""

    def __len__(self) -> int:
        return len(self.names)

    @property
    def width(self) -> int:
        """How many columns the first row has."""
        if self.pattern:
            return len(self.pattern)
        further = len(self.extra[0]) if self.extra else 0
        return (4 if self.ring_column else 3) + further if self.names else 0

    def all_texts(self) -> list[str]:
        """All rows as the file has them."""
        return self.texts or [self.text(row) for row in range(len(self))]

    def text(self, row: int) -> str:
        """A row as the file has it."""
        if self.texts:
            return self.texts[row]
        name, ring, coordinates = self.names[row], self.rings[row], (self.a_text[row], self.b_text[row])
        extra = self.extra[row] if self.extra else ()
        if self.ring_column == 2:
            fields = (name, ring, *coordinates, *extra)
        elif self.ring_column == 5:
            fields = (name, *coordinates, extra[0], ring, *extra[1:])
        else:
            fields = (name, *coordinates)
        return ",".join(fields) + self.trailing


class Row(NamedTuple):
    """A point row cut into columns, coordinates still as text in the order of the file."""

    line: Line
    name: str
    ring: str
    first: str
    second: str
    extra: tuple[str, ...]
    ring_column: int


def tables_of(plots: Sequence[Plot]) -> list[Columns]:
    """The rows of each plot as columns. The plots give their rows away; small ones are cut many at once."""
    tables: list[Columns] = []
    for some in _runs(plots):
        rows, numbers = [plot.rows for plot in some], [plot.numbers for plot in some]
        for plot in some:
            plot.rows, plot.numbers = [], array("q")
        tables.extend(_cut_together(rows, numbers) or map(columns_of, rows, numbers))
    return tables


def _runs(plots: Sequence[Plot]) -> Iterator[list[Plot]]:
    """Plots that follow each other, as many as have few rows together."""
    some: list[Plot] = []
    count = 0
    for plot in plots:
        count += len(plot.rows)
        if some and count >= _FEW:
            yield some
            some, count = [], len(plot.rows)
        some.append(plot)
    if some:
        yield some


def _cut_together(rows: Sequence[list[str]], numbers: Sequence[array[int]]) -> list[Columns] | None:
    """The tables of several plots whose rows are all alike: cut as one table, and that parted."""
    if len(rows) == 1 or not all(rows):
        return None
    whole = _cut_alike(list(chain.from_iterable(rows)), array("q"))
    return None if whole is None else _parted(whole, numbers)


def _parted(whole: Columns, numbers: Sequence[array[int]]) -> list[Columns]:
    """One table as those of the plots it was made of, each with what is known of all its rows."""
    counts = np.array([len(each) for each in numbers])
    stops = np.cumsum(counts)
    starts = stops - counts
    facts = zip(
        numbers,
        starts.tolist(),
        stops.tolist(),
        zip(*(least.reduceat(column, starts).tolist() for column in (whole.a, whole.b) for least in _LEAST_GREATEST)),
        plain_areas(whole.a, whole.b, starts, counts).tolist(),
    )
    return [_part(whole, slice(start, stop), lines, bounds, area) for lines, start, stop, bounds, area in facts]


def _part(
    whole: Columns, own: slice, lines: array[int], bounds: tuple[float, float, float, float], area: float
) -> Columns:
    rings = whole.rings[own]
    return Columns(
        whole.names[own],
        rings,
        whole.a_text[own],
        whole.b_text[own],
        whole.a[own],
        whole.b[own],
        lines,
        whole.extra[own],
        whole.ring_column,
        trailing=whole.trailing,
        bounds=bounds,
        plain_area=area if len(set(rings)) == 1 else 0.0,
    )


def columns_of(rows: list[str], numbers: array[int]) -> Columns:
    """Rows such as name,ring,a,b[,...] or name,a,b,distance,ring or name,a,b, cut into columns.

    ``rows`` and ``numbers`` are emptied on the way: a parcel of millions of points does not stand in memory twice.
    """
    tables: list[Columns] = []
    while rows or not tables:
        piece, own = rows[:_PIECE], numbers[:_PIECE]
        del rows[:_PIECE], numbers[:_PIECE]
        tables.append(_cut_alike(piece, own) or _cut_one_by_one(piece, own))
    return _below_each_other(tables)


def joined(tables: Sequence[Columns]) -> Columns:
    """Several tables below each other; the ring numbers stay those of each (进出平衡 gives every ring a plot line)."""
    return _below_each_other(
        [
            replace(
                table,
                rings=[f"{ring}.{place}" for ring in table.rings],
                texts=table.all_texts(),
                bounds=None,
                plain_area=0.0,
            )
            for place, table in enumerate(tables)
        ]
    )


def _below_each_other(tables: list[Columns]) -> Columns:
    """One table of several; the first one grows, the others go away as they are taken."""
    first = tables.pop(0)
    if not tables:
        return first
    if any(table.texts for table in (first, *tables)):
        first.texts = first.all_texts()
    first_axis, second_axis = [first.a], [first.b]
    while tables:
        table = tables.pop(0)
        _extend(first, table)
        first_axis.append(table.a)
        second_axis.append(table.b)
        del table
    first.a = np.concatenate(first_axis)
    first_axis.clear()  # one axis after the other: the pieces of both beside both wholes are the most that is held
    first.b = np.concatenate(second_axis)
    return first


def _extend(first: Columns, table: Columns) -> None:
    if first.extra or table.extra:
        first.extra = [*(first.extra or [()] * len(first)), *(table.extra or [()] * len(table))]
    if first.texts:
        first.texts.extend(table.all_texts())
    if first.bounds and table.bounds:
        pairs = list(zip(first.bounds, table.bounds))
        first.bounds = (min(pairs[0]), max(pairs[1]), min(pairs[2]), max(pairs[3]))
    else:
        first.bounds = None
    first.names.extend(table.names)
    first.rings.extend(table.rings)
    first.a_text.extend(table.a_text)
    first.b_text.extend(table.b_text)
    first.lines.extend(table.lines)
    first.unread.extend(table.unread)
    first.full_width.extend(table.full_width)


def _cut_alike(rows: Sequence[str], numbers: array[int]) -> Columns | None:
    """Rows that are alike and without blanks, all at once: nearly every file, in a fifth of the time."""
    text = ",".join(rows)
    if not rows or not text.isascii() or " " in text or "\t" in text:
        return None
    commas = {row.count(",") for row in rows}
    if len(commas) > 1:
        return None
    width = commas.pop() + 1
    flat = text.split(",")
    columns = [flat[place::width] for place in range(width)]
    while columns and not any(columns[-1]):
        columns.pop()
    if not columns or "" in columns[-1]:
        return None
    return _told_apart(columns, numbers, "," * (width - len(columns)))


def _told_apart(columns: list[list[str]], numbers: array[int], trailing: str) -> Columns | None:
    names, *others = columns
    if len(others) >= 3 and _all_small(others[0]):
        ring_column, (rings, a_text, b_text, *extra) = 2, others
    elif len(others) >= 4 and _none_small(others[0]) and _all_small(others[3]):
        ring_column, (a_text, b_text, distances, rings, *more) = 5, others
        extra = [distances, *more]
    elif len(others) == 2:
        ring_column, rings, (a_text, b_text), extra = 0, ["1"] * len(names), others, []
    else:
        return None
    a, b = _plain_numbers(a_text), _plain_numbers(b_text)
    if a is None or b is None:
        return None
    if len(names) < _FEW:
        names = [intern(name) for name in names]
    table = Columns(names, rings, a_text, b_text, np.array(a), np.array(b), numbers, list(zip(*extra)), ring_column)
    table.trailing, table.bounds = trailing, (min(a), max(a), min(b), max(b))
    return table


def _all_small(column: Sequence[str]) -> bool:
    return all(SMALL_INTEGER.fullmatch(text) for text in set(column))


def _none_small(column: Sequence[str]) -> bool:
    return not any(SMALL_INTEGER.fullmatch(text) for text in set(column))


def _plain_numbers(texts: Sequence[str]) -> list[float] | None:
    """Digits with at most one dot, or None when one of the texts is anything else."""
    if not "".join(texts).replace(".", "").isdigit():
        return None
    try:
        return list(map(float, texts))
    except ValueError:
        return None


def _cut_one_by_one(rows: Sequence[str], numbers: array[int]) -> Columns:
    lines = [Line(number, text) for text, number in zip(rows, numbers)]
    cut = [_cut(line) for line in lines]
    unread = [line for line, row in zip(lines, cut) if row is None]
    return columns_from([row for row in cut if row is not None], unread)


def columns_from(rows: Sequence[Row], unread: Sequence[Line] = ()) -> Columns:
    """Rows that were cut one by one, as columns."""
    return Columns(
        names=[row.name for row in rows],
        rings=[row.ring for row in rows],
        a_text=[row.first for row in rows],
        b_text=[row.second for row in rows],
        a=np.array([number_of(row.first) for row in rows], float),
        b=np.array([number_of(row.second) for row in rows], float),
        lines=array("q", (row.line.number for row in rows)),
        extra=[row.extra for row in rows] if any(row.extra for row in rows) else [],
        ring_column=rows[0].ring_column if rows else 2,
        unread=list(unread),
        full_width=[row.line.number for row in rows if half_width(row.line.text) != row.line.text],
        texts=[row.line.text for row in rows],
    )


def _cut(line: Line) -> Row | None:
    fields = fields_of(half_width(line.text))
    while fields and not fields[-1]:
        fields.pop()
    if len(fields) >= 4 and SMALL_INTEGER.fullmatch(fields[1]):
        return Row(line, fields[0], fields[1], fields[2], fields[3], tuple(fields[4:]), 2)
    if len(fields) >= 5 and SMALL_INTEGER.fullmatch(fields[4]):
        return Row(line, fields[0], fields[4], fields[1], fields[2], (fields[3], *fields[5:]), 5)
    if len(fields) == 4 and SMALL_INTEGER.fullmatch(fields[3]):
        return Row(line, fields[0], fields[3], fields[1], fields[2], (), 4)
    if len(fields) in (3, 4):
        return Row(line, fields[0], "1", fields[1], fields[2], tuple(fields[3:]), 0)
    return None


def number_of(text: str) -> float:
    """The number a cell says, NaN where it says none."""
    return float(text) if _NUMBER.fullmatch(text) else float("nan")

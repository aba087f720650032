"""Rows to points: which column is what is found by content, the axis order once a file by majority."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import Iterable, NamedTuple, Sequence

from .lines import Line, fields_of, half_width

_SMALL_INTEGER = re.compile(r"\d{0,3}")
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+")


class Axes(Enum):
    """What the first and the second coordinate column hold."""

    NORTH_EAST = "N,E"
    EAST_NORTH = "E,N"
    LAT_LON = "lat,lon"
    LON_LAT = "lon,lat"
    UNKNOWN = "?"

    @property
    def east_first(self) -> bool:
        return self in (Axes.EAST_NORTH, Axes.LON_LAT)

    @property
    def geographic(self) -> bool:
        return self in (Axes.LAT_LON, Axes.LON_LAT)


class Row(NamedTuple):
    """A point row cut into columns, coordinates still as text in the order of the file."""

    line: Line
    name: str
    ring: str
    first: str
    second: str
    extra: tuple[str, ...]
    ring_column: int

    def numbers(self) -> tuple[float, float] | None:
        """Both coordinates, or None when one of them is no number."""
        if _NUMBER.fullmatch(self.first) and _NUMBER.fullmatch(self.second):
            return float(self.first), float(self.second)
        return None


class Point(NamedTuple):
    """A point whose axes are known. ``n`` is the northing or latitude, ``e`` the easting or longitude."""

    name: str
    ring: str
    n: float
    e: float
    n_text: str
    e_text: str
    extra: tuple[str, ...]
    line: int


def cut_row(line: Line) -> Row | None:
    """The columns of a row: name,ring,a,b[,...] or name,a,b,distance,ring or name,a,b. None when it is no point row."""
    fields = fields_of(half_width(line.text))
    while fields and not fields[-1]:
        fields.pop()
    if len(fields) >= 4 and _SMALL_INTEGER.fullmatch(fields[1]):
        return Row(line, fields[0], fields[1], fields[2], fields[3], tuple(fields[4:]), 2)
    if len(fields) >= 5 and _SMALL_INTEGER.fullmatch(fields[4]):
        return Row(line, fields[0], fields[4], fields[1], fields[2], (fields[3], *fields[5:]), 5)
    if len(fields) == 3:
        return Row(line, fields[0], "1", fields[1], fields[2], (), 0)
    return None


def axes_of(first: float, second: float) -> Axes:
    """The axis order one row speaks for, by magnitude (format.md, reader rule 4)."""
    if _is_northing(first) and _is_easting(second):
        return Axes.NORTH_EAST
    if _is_easting(first) and _is_northing(second):
        return Axes.EAST_NORTH
    if 3 <= first <= 54 and 73 <= second <= 136:
        return Axes.LAT_LON
    if 73 <= first <= 136 and 3 <= second <= 54:
        return Axes.LON_LAT
    return Axes.UNKNOWN


def majority_axes(rows: Iterable[Row]) -> Axes:
    """The axis order of a file: that of most of its rows that tell."""
    votes: Counter[Axes] = Counter()
    for row in rows:
        numbers = row.numbers()
        if numbers:
            votes[axes_of(*numbers)] += 1
    del votes[Axes.UNKNOWN]
    return votes.most_common(1)[0][0] if votes else Axes.UNKNOWN


def fits(row: Row, axes: Axes) -> bool:
    """Whether both coordinates are numbers of the magnitude the rest of the file has."""
    numbers = row.numbers()
    return numbers is not None and (axes is Axes.UNKNOWN or axes_of(*numbers) is axes)


def points_of(rows: Sequence[Row], axes: Axes) -> list[Point]:
    """Rows with both numbers as points."""
    points = []
    for row in rows:
        numbers = row.numbers()
        if numbers is None:
            continue
        (a, b), (a_text, b_text) = numbers, (row.first, row.second)
        if axes.east_first:
            a, b, a_text, b_text = b, a, b_text, a_text
        points.append(Point(row.name, row.ring, a, b, a_text, b_text, row.extra, row.line.number))
    return points


def _is_northing(value: float) -> bool:
    return 1.9e6 <= value <= 6.0e6


def _is_easting(value: float) -> bool:
    return 13e6 <= value < 24e6 or 25e6 <= value < 46e6 or 1e5 <= value <= 9e5

"""Columns to points: the axis order is told by magnitude, once a file by majority (docs/formats.md 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Sequence, Tuple

import numpy as np

from .axes import Axes
from .columns import Columns

_Span = Tuple[float, float]
_NORTHING: Sequence[_Span] = ((1.9e6, 6.0e6),)
_EASTING: Sequence[_Span] = ((13e6, 24e6), (25e6, 46e6), (1e5, 9e5))
_LATITUDE: Sequence[_Span] = ((3, 54),)
_LONGITUDE: Sequence[_Span] = ((73, 136),)
_ORDERS = (
    (Axes.NORTH_EAST, _NORTHING, _EASTING),
    (Axes.EAST_NORTH, _EASTING, _NORTHING),
    (Axes.LAT_LON, _LATITUDE, _LONGITUDE),
    (Axes.LON_LAT, _LONGITUDE, _LATITUDE),
)
"""What is a northing, an easting with 6 or 3 degree zone or without, and a degree in China (docs/formats.md 4.4)."""
_PAIRS = [(axes, one, other) for axes, first, second in _ORDERS for one in first for other in second]


@dataclass
class Points:
    """The points of a parcel, one entry a row: ``n`` northing or latitude, ``e`` easting or longitude.

    ``bounds`` are the least and greatest ``n`` and ``e`` where every row has both and they are known.
    """

    names: Sequence[str]
    rings: Sequence[str]
    n: np.ndarray
    e: np.ndarray
    n_text: Sequence[str]
    e_text: Sequence[str]
    extra: Sequence[tuple[str, ...]]
    lines: Sequence[int]
    bounds: tuple[float, float, float, float] | None = None

    def __len__(self) -> int:
        return len(self.names)

    def ends_of_n(self) -> _Span:
        """The least and the greatest; there must be points."""
        return self.bounds[:2] if self.bounds else (float(self.n.min()), float(self.n.max()))

    def ends_of_e(self) -> _Span:
        """The least and the greatest; there must be points."""
        return self.bounds[2:] if self.bounds else (float(self.e.min()), float(self.e.max()))


def axes_of(a: np.ndarray, b: np.ndarray) -> list[tuple[Axes, np.ndarray]]:
    """For each axis order, which rows speak for it by their magnitude."""
    return [(axes, _within(a, first) & _within(b, second)) for axes, first, second in _ORDERS]


def _within(values: np.ndarray, spans: Sequence[_Span]) -> np.ndarray:
    inside = np.zeros(len(values), bool)
    for low, high in spans:
        inside |= (values >= low) & (values <= high)
    return inside


def _of_all(bounds: tuple[float, float, float, float] | None) -> Axes | None:
    """The axis order that the least and greatest numbers of a table speak for, and so every row of it."""
    if bounds is None:
        return None
    a_low, a_high, b_low, b_high = bounds
    for axes, (a_from, a_to), (b_from, b_to) in _PAIRS:
        if a_from <= a_low and a_high <= a_to and b_from <= b_low and b_high <= b_to:
            return axes
    return None


def pair_axes(first: float, second: float) -> Axes:
    """The axis order that two numbers speak for."""
    votes = axes_of(np.array([first]), np.array([second]))
    return next((axes for axes, rows in votes if rows[0]), Axes.UNKNOWN)


def majority_axes(tables: Iterable[Columns]) -> Axes:
    """The axis order of a file: that of most of its rows that tell."""
    votes = dict.fromkeys(Axes, 0)
    for table in tables:
        common = _of_all(table.bounds)
        if common is not None:
            votes[common] += len(table)
            continue
        for axes, rows in axes_of(table.a, table.b):
            votes[axes] += int(np.count_nonzero(rows))
    winner = max(votes, key=lambda axes: votes[axes])
    return winner if votes[winner] else Axes.UNKNOWN


def unfitting(table: Columns, axes: Axes) -> Sequence[int]:
    """The rows that do not hold two numbers of the magnitude the rest of the file has."""
    if axes is not Axes.UNKNOWN and _of_all(table.bounds) is axes:
        return ()
    good = np.isfinite(table.a) & np.isfinite(table.b)
    if axes is not Axes.UNKNOWN:
        good &= dict(axes_of(table.a, table.b))[axes]
    return [int(row) for row in np.flatnonzero(~good)]


def points_of(table: Columns, axes: Axes) -> Points:
    """The rows of a table as points, the northing put first."""
    names, rings, extra, lines = table.names, table.rings, table.extra, table.lines
    if not axes.east_first:
        return Points(names, rings, table.a, table.b, table.a_text, table.b_text, extra, lines, table.bounds)
    bounds = (*table.bounds[2:], *table.bounds[:2]) if table.bounds else None
    return Points(names, rings, table.b, table.a, table.b_text, table.a_text, extra, lines, bounds)

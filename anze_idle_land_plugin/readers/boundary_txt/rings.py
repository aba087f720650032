"""Points to rings: where one ring ends and the next begins, and how the file closed it."""

from __future__ import annotations

from array import array
from math import hypot
from typing import Iterator, NamedTuple

import numpy as np

from ...model.parcel import Ring
from .points import Points

NEAR_CLOSING_M = 0.1
"""A closing row may miss its first row by this much; then the first coordinates are kept (docs/formats.md 4.7)."""
_NEAR_CLOSING_DEGREES = 1e-6
_FIRST_LOOK = 64


class RingRows(NamedTuple):
    """The rows of one ring: its vertices from ``start`` to before ``stop``, and its closing row when it has one."""

    start: int
    stop: int
    closing: int | None


def split_rings(points: Points) -> list[RingRows]:
    """Cut the rows of a parcel into rings.

    A ring ends where the ring number changes, or where its first coordinates come again after three distinct points.
    A lone row with another number that repeats the first coordinates closes the ring. A name that returns to J1 is
    no evidence.
    """
    rings: list[RingRows] = []
    ends = _ends_of_numbers(points)
    start, count = 0, len(points)
    while start < count:
        if rings and _repeats_closing(points, start, rings[-1]):
            start += 1
            continue
        end = next(ends_here for ends_here in ends if ends_here > start)
        closing = _closing(points, start, end)
        rings.append(RingRows(start, closing, closing) if closing is not None else _left_open(points, start, end))
        start = end if closing is None else closing + 1
        while ends and ends[0] <= start and ends[0] < count:
            ends.pop(0)
    return rings


def _ends_of_numbers(points: Points) -> list[int]:
    """Where each run of rows with one ring number ends."""
    numbers = points.rings
    changes = [] if len(set(numbers)) == 1 else [i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1]]
    return [*changes, len(numbers)]


def _closing(points: Points, start: int, end: int) -> int | None:
    """The row that closes the ring which starts here: in its own run, or the lone row that follows it."""
    for place in _repeats(points, start, end):
        if _distinct_before(points, start, place) >= 3:
            return place
    if end < len(points) and _same(points, start, end) and _lone(points, end):
        return end if _distinct_before(points, start, end) >= 3 else None
    return None


def _repeats(points: Points, start: int, end: int) -> Iterator[int]:
    """Rows with the coordinates of the first one; looked for in growing stretches, so that many rings cost no more."""
    n, e, place, stretch = points.n[start], points.e[start], start + 1, _FIRST_LOOK
    while place < end:
        until = min(end, place + stretch)
        found = np.flatnonzero((points.n[place:until] == n) & (points.e[place:until] == e))
        yield from (place + int(each) for each in found)
        place, stretch = until, stretch * 2


def _distinct_before(points: Points, start: int, place: int) -> int:
    """How many distinct points stand before a row, counted to three."""
    seen: set[tuple[float, float]] = set()
    for row in range(start, place):
        seen.add((points.n[row], points.e[row]))
        if len(seen) == 3:
            break
    return len(seen)


def _same(points: Points, one: int, other: int) -> bool:
    return bool(points.n[one] == points.n[other] and points.e[one] == points.e[other])


def _lone(points: Points, row: int) -> bool:
    """Whether no more rows with this row's number follow it."""
    return row + 1 == len(points) or points.rings[row + 1] != points.rings[row]


def _repeats_closing(points: Points, row: int, ring: RingRows) -> bool:
    """A closing row written twice."""
    closing = ring.closing
    return closing is not None and _same(points, row, closing) and points.rings[row] == points.rings[closing]


def _left_open(points: Points, start: int, end: int) -> RingRows:
    """A ring without an exact closing row; a last row that all but returns closes it, whatever its name."""
    last = end - 1
    off = hypot(points.n[last] - points.n[start], points.e[last] - points.e[start])
    near = NEAR_CLOSING_M if abs(points.n[start]) > 90 else _NEAR_CLOSING_DEGREES
    if end - start > 3 and off <= near:
        return RingRows(start, last, last)
    return RingRows(start, end, None)


def ring_of(points: Points, rows: RingRows) -> Ring:
    """The ring as columns."""
    own = slice(rows.start, rows.stop)
    extra = tuple(points.extra[own])
    return Ring(
        names=tuple(points.names[own]),
        n=array("d", points.n[own].tobytes()),
        e=array("d", points.e[own].tobytes()),
        n_text=tuple(points.n_text[own]),
        e_text=tuple(points.e_text[own]),
        number=points.rings[rows.start],
        closing_name=points.names[rows.closing] if rows.closing is not None else None,
        extra=extra if any(extra) else (),
    )

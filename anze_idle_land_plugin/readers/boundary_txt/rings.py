"""Points to rings: where one ring ends and the next begins, and how the file closed it."""

from __future__ import annotations

from array import array
from math import hypot
from typing import NamedTuple, Sequence

from ...model.parcel import Ring
from .points import Point

NEAR_CLOSING_M = 0.1
"""A closing row may miss its first row by this much; then the first coordinates are kept (format.md, rule 7)."""


class RingPoints(NamedTuple):
    """The distinct vertices of one ring, the closing row apart."""

    points: list[Point]
    closing: Point | None


def split_rings(points: Sequence[Point]) -> list[RingPoints]:
    """Cut the rows of a parcel into rings.

    A ring ends where the ring number changes, or where its first coordinates come again after three distinct points.
    A lone row with another number that repeats the first coordinates closes the ring. A name that returns to J1 is
    no evidence.
    """
    rings: list[RingPoints] = []
    current: list[Point] = []
    for index, point in enumerate(points):
        if not current:
            if rings and _repeats_closing(point, rings[-1]):
                continue
            current = [point]
        elif _closes(current, point) and (point.ring == current[0].ring or _lone(points, index)):
            rings.append(RingPoints(current, point))
            current = []
        elif point.ring != current[0].ring:
            rings.append(_left_open(current))
            current = [point]
        else:
            current.append(point)
    if current:
        rings.append(_left_open(current))
    return rings


def _closes(current: Sequence[Point], point: Point) -> bool:
    return _same(point, current[0]) and len({(each.n, each.e) for each in current}) >= 3


def _same(one: Point, other: Point) -> bool:
    return one.n == other.n and one.e == other.e


def _lone(points: Sequence[Point], index: int) -> bool:
    """Whether no more rows with this row's number follow it."""
    return index + 1 == len(points) or points[index + 1].ring != points[index].ring


def _repeats_closing(point: Point, ring: RingPoints) -> bool:
    """A closing row written twice."""
    return ring.closing is not None and _same(point, ring.closing) and point.ring == ring.closing.ring


def _left_open(points: list[Point]) -> RingPoints:
    """A ring without an exact closing row; a last row under the first name that all but returns closes it."""
    first, last = points[0], points[-1]
    if len(points) > 3 and last.name == first.name and hypot(last.n - first.n, last.e - first.e) <= NEAR_CLOSING_M:
        return RingPoints(points[:-1], last)
    return RingPoints(points, None)


def ring_of(ring: RingPoints) -> Ring:
    """The ring as columns."""
    points = ring.points
    return Ring(
        names=tuple(point.name for point in points),
        n=array("d", (point.n for point in points)),
        e=array("d", (point.e for point in points)),
        n_text=tuple(point.n_text for point in points),
        e_text=tuple(point.e_text for point in points),
        number=points[0].ring,
        closing_name=ring.closing.name if ring.closing else None,
        extra=tuple(point.extra for point in points) if any(point.extra for point in points) else (),
    )

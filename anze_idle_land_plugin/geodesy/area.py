"""Plane area, edge lengths and simple measures of surveyed rings, in the zone they were surveyed in."""

from __future__ import annotations

from math import fsum, hypot
from typing import Sequence

from ..model.parcel import Parcel, Part, Ring

_DOUBLED_SQUARE = 2 * 10**12
"""Square micrometres in two square metres."""


def signed_area(e: Sequence[float], n: Sequence[float]) -> float:
    """Shoelace area of an open ring in m², positive counter-clockwise.

    The first point is subtracted before multiplying: raw eastings lose up to 0.015 m² (docs/formats.md 4.13).
    """
    if len(e) < 3:
        return 0.0
    e0, n0 = e[0], n[0]
    de = [value - e0 for value in e]
    dn = [value - n0 for value in n]
    return fsum(de[i - 1] * dn[i] - de[i] * dn[i - 1] for i in range(len(de))) / 2


def _micrometres(values: Sequence[float]) -> list[int] | None:
    """Coordinates as whole micrometres from the first one; None when they are finer, as computed coordinates are.

    A survey writes at most six decimals. The float nearest to such a number lies within 0.01 µm of it, so nothing is
    lost, and areas of surveyed coordinates are exact.
    """
    scaled = [value * 1e6 for value in values]
    try:
        whole = [round(value) for value in scaled]
    except (ValueError, OverflowError):
        return None  # a coordinate that is no number has no area either
    if any(abs(exact - value) > 0.02 for exact, value in zip(whole, scaled)):
        return None
    first = whole[0]
    return [value - first for value in whole]


def _doubled(ring: Ring) -> int | None:
    """Twice the area of a surveyed ring in square micrometres, exactly; None when its coordinates are finer."""
    if len(ring) < 3:
        return 0
    e, n = _micrometres(ring.e), _micrometres(ring.n)
    if e is None or n is None:
        return None
    return abs(sum(e[i - 1] * n[i] - e[i] * n[i - 1] for i in range(len(e))))


def ring_area(ring: Ring) -> float:
    """Area of a ring in m², never negative."""
    doubled = _doubled(ring)
    return abs(signed_area(ring.e, ring.n)) if doubled is None else doubled / _DOUBLED_SQUARE


def part_area(part: Part) -> float:
    return ring_area(part.outer) - fsum(ring_area(hole) for hole in part.holes)


def plane_area(parcel: Parcel) -> float:
    """Plane area of a parcel in m²: outer rings minus holes, in its own zone. Meaningless without a zone.

    It is the float nearest to the exact area of the surveyed coordinates, so that 12.345 m² is rounded to 12.35.
    """
    doubled = [(_doubled(ring), 1 if place == 1 else -1) for _, place, ring in parcel.rings()]
    if any(area is None for area, _ in doubled):
        return fsum(part_area(part) for part in parcel.parts)
    return sum(sign * (area or 0) for area, sign in doubled) / _DOUBLED_SQUARE


def edge_lengths(ring: Ring) -> list[float]:
    """Length of the edge from each vertex to the next in metres; the last one closes the ring."""
    count = len(ring)
    return [hypot(ring.e[(i + 1) % count] - ring.e[i], ring.n[(i + 1) % count] - ring.n[i]) for i in range(count)]


def centroid(parcel: Parcel) -> tuple[float, float]:
    """(e, n) of the centroid in the parcel's own grid: of the areas, holes taken off; of the bounds without an area."""
    e_min, n_min, e_max, n_max = bounds(parcel)
    doubled = east = north = 0.0
    for _, place, ring in parcel.rings():
        e, n = [value - e_min for value in ring.e], [value - n_min for value in ring.n]
        crosses = [e[i - 1] * n[i] - e[i] * n[i - 1] for i in range(len(e))]
        sign = (1 if place == 1 else -1) * (1 if sum(crosses) >= 0 else -1)
        doubled += sign * fsum(crosses)
        east += sign * fsum((e[i - 1] + e[i]) * cross for i, cross in enumerate(crosses))
        north += sign * fsum((n[i - 1] + n[i]) * cross for i, cross in enumerate(crosses))
    if not doubled > 0:
        return (e_min + e_max) / 2, (n_min + n_max) / 2
    return e_min + east / (3 * doubled), n_min + north / (3 * doubled)


def bounds(parcel: Parcel) -> tuple[float, float, float, float]:
    """(e_min, n_min, e_max, n_max) in the parcel's own grid."""
    outers = [part.outer for part in parcel.parts]
    return (
        min(min(ring.e) for ring in outers),
        min(min(ring.n) for ring in outers),
        max(max(ring.e) for ring in outers),
        max(max(ring.n) for ring in outers),
    )

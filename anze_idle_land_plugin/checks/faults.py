"""Why a shape is not valid, and where: each ring by itself, then rings against rings, then parts against parts.

GEOS names only the first fault of a shape; a surveyor wants all of them.
"""

from __future__ import annotations

import math
from collections import Counter
from enum import Enum
from itertools import combinations
from typing import Iterator, NamedTuple, Sequence

import numpy as np
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import linemerge, unary_union
from shapely.validation import explain_validity

from ..geodesy.shapes import invalid_at
from .shapes import Geometry, mended, polygons_of

_SAME_LENGTH = 1e-6
"""Metres by which the noded line of a ring may be shorter than the ring before it counts as running back."""
_NO_AREA = 1e-9
"""m²: an intersection below this is a touch."""


class Kind(Enum):
    """What is wrong. The first group is the outline crossing itself (G04), the second the nesting of rings (G10)."""

    CROSSES = "crosses"
    TOUCHES = "touches"
    RUNS_BACK = "runs_back"
    CUT_APART = "cut_apart"
    HOLE_OUTSIDE = "hole_outside"
    HOLE_CROSSES = "hole_crosses"
    HOLE_IS_SHELL = "hole_is_shell"
    HOLE_ALONG_SHELL = "hole_along_shell"
    HOLES_NESTED = "holes_nested"
    HOLES_OVERLAP = "holes_overlap"
    HOLES_SHARE_EDGE = "holes_share_edge"
    PARTS_OVERLAP = "parts_overlap"
    PARTS_NESTED = "parts_nested"
    PARTS_SHARE_EDGE = "parts_share_edge"
    OTHER = "other"

    @property
    def nesting(self) -> bool:
        return self.value.split("_")[0] in ("hole", "holes", "parts")


class Fault(NamedTuple):
    """One fault at a point; ``part`` and ``ring`` count from 1 (ring 1 is the outer one).

    ``detail`` is GEOS's word, ``piece`` the WKB of the ground or the stretch of line in question, empty for a point.
    """

    kind: Kind
    part: int
    ring: int
    x: float
    y: float
    detail: str = ""
    piece: bytes = b""


def faults_of(shape: Geometry) -> list[Fault]:
    """Every fault of a shape; none of a valid one."""
    if shape.is_valid:
        return []
    parts = polygons_of(shape)
    found = [fault for number, part in enumerate(parts, 1) for fault in _part_faults(part, number)]
    found.extend(_between_parts(parts))
    return found or [_told_by_geos(shape, 1, 1)]


def _part_faults(part: Geometry, number: int) -> list[Fault]:
    rings = [part.exterior, *part.interiors]
    found = [fault for ring_number, ring in enumerate(rings, 1) for fault in _ring_faults(ring, number, ring_number)]
    areas = [mended(Polygon(ring)) for ring in rings]
    found.extend(_holes_in_shell(areas, number))
    found.extend(_holes_with_holes(areas, number))
    if not found and not part.is_valid:
        return [_told_by_geos(part, number, 1)]
    return found


def _ring_faults(ring: Geometry, part: int, number: int) -> Iterator[Fault]:
    """Crossings, touches and stretches that run back, at every place where they are."""
    alone = Polygon(ring)
    if alone.is_valid:
        return
    line = LineString(ring.coords)
    noded = unary_union(line)
    doubled = _doubled(line, noded) if line.length - noded.length > _SAME_LENGTH else []
    found = False
    for x, y in _nodes(noded):
        found = True
        stretch = next((each for each in doubled if each.distance(Point(x, y)) <= _SAME_LENGTH), None)
        if stretch is not None:
            yield Fault(Kind.RUNS_BACK, part, number, x, y, piece=bytes(stretch.wkb))
        else:
            yield Fault(Kind.CROSSES if _crosses_at(ring, x, y) else Kind.TOUCHES, part, number, x, y)
    if not found:
        told = _told_by_geos(alone, part, number)
        yield told._replace(kind=Kind.RUNS_BACK, piece=bytes(doubled[0].wkb)) if doubled else told


def _pieces(noded: Geometry) -> list[Geometry]:
    return [piece for piece in getattr(noded, "geoms", [noded]) if not piece.is_empty]


def _nodes(noded: Geometry) -> list[tuple[float, float]]:
    """Points where more than two pieces of a noded line end."""
    ends = Counter(point for piece in _pieces(noded) for point in (piece.coords[0], piece.coords[-1]))
    return sorted((x, y) for (x, y), count in ends.items() if count > 2)


def _doubled(line: Geometry, noded: Geometry) -> list[Geometry]:
    """The stretches that a line runs more than once, each from end to end."""
    points = np.asarray(line.coords)
    start, along = points[:-1], np.diff(points, axis=0)
    found = []
    for piece in _pieces(noded):
        for one, other in zip(piece.coords[:-1], piece.coords[1:]):
            middle = (np.asarray(one) + np.asarray(other)) / 2
            if (_off(middle, start, along) <= _SAME_LENGTH).sum() > 1:
                found.append(LineString([one, other]))
    return list(_pieces(linemerge(found))) if found else []


def _off(point: np.ndarray, start: np.ndarray, along: np.ndarray) -> np.ndarray:
    """How far a point lies off each edge, given by its start and the way along it, in metres."""
    apart = point - start
    share = np.clip((apart * along).sum(axis=-1) / np.maximum((along**2).sum(axis=-1), _NO_AREA), 0.0, 1.0)
    off = apart - along * share[..., None]
    return np.hypot(off[..., 0], off[..., 1])


def _crosses_at(ring: Geometry, x: float, y: float) -> bool:
    """Whether two passes of a ring through a point change sides: an eight, not a pinch."""
    pairs = combinations(_passes(ring, x, y), 2)
    return any(_between(comes, one) != _between(goes, one) for one, (comes, goes) in pairs)


def _passes(ring: Geometry, x: float, y: float) -> list[tuple[float, float]]:
    """Each time a ring runs through a point: the bearings it comes from and goes to, at a corner or along an edge."""
    away = np.asarray(ring.coords)[:-1] - (x, y)
    before = np.flatnonzero(np.hypot(away[:, 0], away[:, 1]) > _SAME_LENGTH)
    after = np.roll(before, -1)
    at_corner = after != (before + 1) % len(away)
    along_edge = _off(np.zeros(2), away[before], away[after] - away[before]) <= _SAME_LENGTH
    bearing = np.arctan2(away[:, 1], away[:, 0])
    through = at_corner | along_edge
    return list(zip(bearing[before[through]].tolist(), bearing[after[through]].tolist()))


def _between(bearing: float, arc: tuple[float, float]) -> bool:
    """Whether a bearing lies left of the first and before the second of an arc."""
    return (bearing - arc[0]) % (2 * math.pi) < (arc[1] - arc[0]) % (2 * math.pi)


def _holes_in_shell(areas: Sequence[Geometry], part: int) -> Iterator[Fault]:
    shell = areas[0]
    for number, hole in enumerate(areas[1:], 2):
        if hole.area <= _NO_AREA:  # a line or a point: the ring itself is at fault
            continue
        if hole.equals(shell):
            yield _fault(Kind.HOLE_IS_SHELL, part, number, hole)
        elif hole.intersection(shell).area <= _NO_AREA:
            yield _fault(Kind.HOLE_OUTSIDE, part, number, hole)
        elif hole.difference(shell).area > _NO_AREA:
            yield _fault(Kind.HOLE_CROSSES, part, number, hole.difference(shell))
        elif hole.boundary.intersection(shell.boundary).length > _NO_AREA:
            yield _fault(Kind.HOLE_ALONG_SHELL, part, number, hole.boundary.intersection(shell.boundary))


def _holes_with_holes(areas: Sequence[Geometry], part: int) -> Iterator[Fault]:
    for (_, one), (number, other) in combinations(enumerate(areas[1:], 2), 2):
        common = one.intersection(other)
        if common.area > _NO_AREA:
            nested = min(one.area, other.area) - common.area <= _NO_AREA
            yield _fault(Kind.HOLES_NESTED if nested else Kind.HOLES_OVERLAP, part, number, common)
        elif common.length > _NO_AREA:
            yield _fault(Kind.HOLES_SHARE_EDGE, part, number, common)


def _between_parts(parts: Sequence[Geometry]) -> Iterator[Fault]:
    whole = [mended(part) for part in parts]
    for (_, one), (number, other) in combinations(enumerate(whole, 1), 2):
        common = one.intersection(other)
        if common.area > _NO_AREA:
            nested = min(one.area, other.area) - common.area <= _NO_AREA
            yield _fault(Kind.PARTS_NESTED if nested else Kind.PARTS_OVERLAP, number, 1, common)
        elif common.length > _NO_AREA:
            yield _fault(Kind.PARTS_SHARE_EDGE, number, 1, common)


def _fault(kind: Kind, part: int, ring: int, where: Geometry) -> Fault:
    lines = _pieces(where) if where.area == 0 else []
    longest = max(lines, key=lambda line: line.length, default=None)
    point = where.representative_point() if longest is None else longest.interpolate(0.5, normalized=True)
    return Fault(kind, part, ring, point.x, point.y, piece=bytes(where.wkb))


def _told_by_geos(shape: Geometry, part: int, ring: int) -> Fault:
    """What GEOS says of a shape in which no single ring or pair of rings is at fault."""
    detail = explain_validity(shape)
    kind = Kind.CUT_APART if "disconnected" in detail.lower() else Kind.OTHER
    x, y = invalid_at(shape)
    return Fault(kind, part, ring, x, y, detail.partition("[")[0])

"""Why a shape is not valid, and where: each ring by itself, then rings against rings, then parts against parts.

GEOS names only the first fault of a shape; a surveyor wants all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from itertools import combinations
from typing import Iterator, NamedTuple, Sequence

import numpy as np
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.ops import unary_union
from shapely.validation import explain_validity

from .shapes import Geometry, mended, polygons_of

_PLACE = re.compile(r"\[\s*(\S+)\s+(\S+?)\s*\]")
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
    """One fault at a point; ``part`` and ``ring`` count from 1 (ring 1 is the outer one). ``detail`` is GEOS's word."""

    kind: Kind
    part: int
    ring: int
    x: float
    y: float
    detail: str = ""


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
    doubled = _doubled_ends(line, noded) if line.length - noded.length > _SAME_LENGTH else set()
    passes = Counter(ring.coords[:-1])
    found = False
    for x, y in _nodes(noded):
        if (x, y) in doubled:
            kind = Kind.RUNS_BACK
        else:
            kind = Kind.TOUCHES if passes[(x, y)] > 1 and not _crosses_at(ring, (x, y)) else Kind.CROSSES
        found = True
        yield Fault(kind, part, number, x, y)
    if not found:
        told = _told_by_geos(alone, part, number)
        yield told._replace(kind=Kind.RUNS_BACK) if doubled else told


def _pieces(noded: Geometry) -> list[Geometry]:
    return [piece for piece in getattr(noded, "geoms", [noded]) if not piece.is_empty]


def _nodes(noded: Geometry) -> list[tuple[float, float]]:
    """Points where more than two pieces of a noded line end."""
    ends = Counter(point for piece in _pieces(noded) for point in (piece.coords[0], piece.coords[-1]))
    return sorted((x, y) for (x, y), count in ends.items() if count > 2)


def _doubled_ends(line: Geometry, noded: Geometry) -> set[tuple[float, float]]:
    """The ends of the stretches that a line runs more than once."""
    points = np.asarray(line.coords)
    start, along = points[:-1], np.diff(points, axis=0)
    squared = np.maximum((along**2).sum(axis=1), _NO_AREA)
    ends = set()
    for piece in _pieces(noded):
        for one, other in zip(piece.coords[:-1], piece.coords[1:]):
            apart = (np.asarray(one) + np.asarray(other)) / 2 - start
            share = np.clip((apart * along).sum(axis=1) / squared, 0.0, 1.0)
            off = apart - along * share[:, None]
            if (np.hypot(off[:, 0], off[:, 1]) <= _SAME_LENGTH).sum() > 1:
                ends |= {one, other}
    return ends


def _crosses_at(ring: Geometry, point: tuple[float, float]) -> bool:
    """Whether the two passes through a repeated vertex change sides: an eight, not a pinch.

    Judged by the turn of the two loops the vertex cuts the ring into: loops that turn opposite ways cross, loops
    that turn the same way cross only when they do not lie in or beside each other.
    """
    coords = list(ring.coords[:-1])
    first, second = [index for index, each in enumerate(coords) if each == point][:2]
    loops = [coords[first:second], coords[second:] + coords[:first]]
    if any(len(loop) < 3 for loop in loops):
        return False
    one, other = (Polygon(loop) for loop in loops)
    if not (one.is_valid and other.is_valid):
        return True
    beside = one.intersection(other).area <= _NO_AREA
    same_way = one.exterior.is_ccw == other.exterior.is_ccw
    return same_way != beside


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
    point = where.representative_point()
    return Fault(kind, part, ring, point.x, point.y)


def _told_by_geos(shape: Geometry, part: int, ring: int) -> Fault:
    """What GEOS says of a shape in which no single ring or pair of rings is at fault."""
    detail = explain_validity(shape)
    kind = Kind.CUT_APART if "disconnected" in detail.lower() else Kind.OTHER
    x, y = _place_of(shape)
    return Fault(kind, part, ring, x, y, detail.partition("[")[0])


def _place_of(shape: Geometry) -> tuple[float, float]:
    match = _PLACE.search(explain_validity(shape))
    if match:
        return float(match[1]), float(match[2])
    x_min, y_min, x_max, y_max = MultiPolygon(polygons_of(shape)).bounds
    return (x_min + x_max) / 2, (y_min + y_max) / 2

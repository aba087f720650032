"""Rings as shapely geometry, and the two ways shapely 1.8 and 2 answer "which boxes meet"."""

from __future__ import annotations

import struct
from typing import Any, Iterator, Sequence

import numpy as np
import shapely
from shapely import wkb
from shapely.strtree import STRtree
from shapely.validation import make_valid

from .vertices import Vertices

Geometry = Any
"""shapely has no types that hold for 1.8 and 2."""
_POLYGON, _MULTIPOLYGON = 3, 6
_VECTORISED = int(shapely.__version__.split(".")[0]) >= 2


def polygon_of(rings: Sequence[np.ndarray]) -> Geometry:
    """A polygon of closed rings, the outer one first. WKB is the quickest way in that 1.8 and 2 share."""
    return wkb.loads(_polygon(rings))


def multipolygon_of(parts: Sequence[Sequence[np.ndarray]]) -> Geometry:
    """A polygon, or a multipolygon where there are several parts."""
    if len(parts) == 1:
        return polygon_of(parts[0])
    return wkb.loads(struct.pack("<BII", 1, _MULTIPOLYGON, len(parts)) + b"".join(map(_polygon, parts)))


def _polygon(rings: Sequence[np.ndarray]) -> bytes:
    pieces = [struct.pack("<BII", 1, _POLYGON, len(rings))]
    for points in rings:
        pieces.append(struct.pack("<I", len(points)))
        pieces.append(points.tobytes())
    return b"".join(pieces)


def outlines(vertices: Vertices, ring_counts: Sequence[int]) -> list[Geometry | None]:
    """The shape of each parcel; None where a ring is missing or has fewer than three points.

    ``ring_counts`` says how many rings each parcel has as surveyed.
    """
    rings: list[list[int]] = [[] for _ in ring_counts]
    too_short = vertices.sizes < 3
    for number, place in enumerate(vertices.places):
        if not too_short[number]:
            rings[place.parcel].append(number)
    return [
        _outline(vertices, numbers) if numbers and len(numbers) == count else None
        for numbers, count in zip(rings, ring_counts)
    ]


def _outline(vertices: Vertices, numbers: Sequence[int]) -> Geometry:
    parts: dict[int, list[np.ndarray]] = {}
    for number in numbers:
        parts.setdefault(vertices.places[number].part, []).append(vertices.closed(number))
    return multipolygon_of(list(parts.values()))


def mended(shape: Geometry) -> Geometry:
    """A valid shape of the same ground, polygons only, for measuring overlaps of a shape that is broken itself."""
    if shape.is_valid:
        return shape
    valid = make_valid(shape)
    if valid.geom_type in ("Polygon", "MultiPolygon"):
        return valid
    polygons = [piece for piece in getattr(valid, "geoms", ()) if piece.geom_type in ("Polygon", "MultiPolygon")]
    return polygons[0] if len(polygons) == 1 else shape.buffer(0)


def polygons_of(shape: Geometry) -> list[Geometry]:
    """The polygons in a shape, whatever it is a collection of."""
    if shape.is_empty:
        return []
    if shape.geom_type == "Polygon":
        return [shape]
    return [polygon for piece in getattr(shape, "geoms", ()) for polygon in polygons_of(piece)]


class Index:
    """Which of many shapes have boxes that meet. None entries take no part."""

    def __init__(self, shapes: Sequence[Geometry | None]) -> None:
        self._numbers = [number for number, shape in enumerate(shapes) if shape is not None and not shape.is_empty]
        self._shapes = [shapes[number] for number in self._numbers]
        self._tree = _tree(self._shapes)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each pair of shapes whose boxes meet, once, the lower number first."""
        numbers = self._numbers
        if not numbers:
            return
        if _VECTORISED:
            lefts, rights = self._tree.query(self._shapes)
            once = lefts < rights
            for left, right in zip(lefts[once].tolist(), rights[once].tolist()):
                yield numbers[left], numbers[right]
            return
        for left, shape in enumerate(self._shapes):
            for right in self._tree.query_items(shape):
                if left < right:
                    yield numbers[left], numbers[int(right)]

    def near(self, shape: Geometry) -> list[int]:
        """The shapes whose boxes meet the box of another shape."""
        found = self._tree.query(shape) if _VECTORISED else self._tree.query_items(shape)
        return sorted(self._numbers[int(number)] for number in found)


def _tree(shapes: Sequence[Geometry]) -> STRtree:
    """An STRtree; 1.8 announces on every use that 2 will answer by number, which is what ``Index`` asks for."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return STRtree(shapes)

"""The place of a problem as a polygon on the map: the piece itself, or a small circle round a point."""

from __future__ import annotations

from shapely import wkb
from shapely.geometry import MultiPolygon, Point, box
from shapely.ops import transform as each_point

from ..geodesy.zones import transform
from .finding import Place
from .shapes import Geometry, polygons_of

POINT_RADIUS = 1.0
"""Metres: wide enough to be zoomed to, narrow enough to leave no doubt which point is meant."""


def problem_shape(place: Place, crs: int) -> bytes:
    """A WKB multipolygon in the campaign's CRS."""
    shape = _as_found(place)
    if place.epsg != crs:
        shape = each_point(lambda xs, ys: _placed(xs, ys, place.epsg, crs), shape)
    return bytes(MultiPolygon(polygons_of(shape)).wkb)


def _as_found(place: Place) -> Geometry:
    if place.wkb:
        shape = wkb.loads(place.wkb)
        return shape if polygons_of(shape) else shape.buffer(POINT_RADIUS)
    x_min, y_min, x_max, y_max = place.bounds
    if x_max - x_min < POINT_RADIUS or y_max - y_min < POINT_RADIUS:
        return Point(*place.centre).buffer(POINT_RADIUS, 4)
    return box(x_min, y_min, x_max, y_max)


def _placed(xs: list[float], ys: list[float], source: int, target: int) -> tuple[list[float], list[float]]:
    points = transform(list(zip(xs, ys)), source, target)
    return [x for x, _ in points], [y for _, y in points]

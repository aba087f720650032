"""Shapes for the html board: simplified, and as delta-coded decimetres, so that a thousand parcels stay small."""

from __future__ import annotations

from typing import Iterable, NamedTuple, Sequence

from shapely import wkb as wkb_format

PER_METRE = 10


class Outline(NamedTuple):
    """Rings or lines, each x, y of its first vertex and then the steps to the next, in decimetres from the origin.

    ``x``, ``y`` is a point inside (or the middle), ``across`` the longer side of the bounds; ``area_ha`` is the area of
    the shape on the screen.
    """

    rings: list[list[int]]
    x: int
    y: int
    across: int
    area_ha: float


def bounds_of(shapes: Iterable[bytes]) -> tuple[float, float, float, float] | None:
    """West, south, east, north of all shapes; None without any."""
    boxes = [wkb_format.loads(each).bounds for each in shapes if each]
    boxes = [box for box in boxes if len(box) == 4]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes)
    return min(west), min(south), max(east), max(north)


def outline(wkb: bytes, origin: tuple[float, float], tolerance_m: float) -> Outline | None:
    """A shape as the board draws it; None for an empty one. A survey may be invalid: it is drawn as it is."""
    shape = wkb_format.loads(wkb) if wkb else None
    if shape is None or shape.is_empty:
        return None
    west, south, east, north = shape.bounds
    simple = shape.simplify(tolerance_m, preserve_topology=False)
    lines = [_coded(line, origin) for line in _lines(simple if not simple.is_empty else shape)]
    middle = shape.representative_point() if shape.is_valid else shape.envelope.centroid
    return Outline(
        rings=[line for line in lines if len(line) >= 4],
        x=_scaled(middle.x - origin[0]),
        y=_scaled(middle.y - origin[1]),
        across=max(_scaled(east - west), _scaled(north - south), 1),
        area_ha=round(shape.area / 10000, 4),
    )


def _lines(shape: object) -> list[Sequence[tuple[float, ...]]]:
    """The rings of polygons and the vertices of lines, whatever collects them."""
    parts = getattr(shape, "geoms", None)
    if parts is not None:
        return [line for part in parts for line in _lines(part)]
    if getattr(shape, "geom_type", "") == "Polygon":
        rings = (shape.exterior, *shape.interiors)  # type: ignore[attr-defined]
        return [list(ring.coords)[:-1] for ring in rings]
    if getattr(shape, "geom_type", "") == "LineString":
        return [list(shape.coords)]  # type: ignore[attr-defined]
    return []


def _coded(line: Sequence[tuple[float, ...]], origin: tuple[float, float]) -> list[int]:
    coded: list[int] = []
    x = y = 0
    for east, north, *_ in line:
        to_x, to_y = _scaled(east - origin[0]), _scaled(north - origin[1])
        coded += [to_x - x, to_y - y]
        x, y = to_x, to_y
    return coded


def _scaled(metres: float) -> int:
    return round(metres * PER_METRE)

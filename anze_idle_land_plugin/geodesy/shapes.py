"""Polygons between grids, and which of many lie near one, the same way with shapely 1.8 and 2."""

from __future__ import annotations

import re
import warnings
from typing import Any, Iterator, Sequence

from shapely.ops import transform
from shapely.strtree import STRtree
from shapely.validation import explain_validity

from ..model.parcel import Grid
from .zones import moved

_PLACE = re.compile(r"\[\s*(\S+)\s+(\S+?)\s*\]")


class ShapeIndex:
    """An index over shapes; ``near`` gives the places, in order, of those whose boxes meet the box of a shape."""

    def __init__(self, shapes: Sequence[Any]) -> None:
        self._shapes = list(shapes)
        with warnings.catch_warnings():  # 1.8 announces that 2 will answer by number, which ``near`` can do
            warnings.simplefilter("ignore")
            self._tree = STRtree(self._shapes) if self._shapes else None
        self._places = {id(shape): place for place, shape in enumerate(self._shapes)}

    def near(self, shape: Any) -> list[int]:
        if self._tree is None:
            return []
        found = self._tree.query(shape)  # shapely 1.8 answers with shapes, shapely 2 with numbers
        return sorted(self._places[id(each)] if hasattr(each, "geom_type") else int(each) for each in found)


def moved_shape(shape: Any, source: Grid, target: Grid) -> Any:
    """A polygon from one grid to another, vertex by vertex; the shape itself when the grids are equal."""
    if source == target:
        return shape
    return transform(lambda x, y, *_: tuple(zip(*moved(list(zip(x, y)), source, target))), shape)


def invalid_at(shape: Any) -> tuple[float, float]:
    """Where GEOS finds a shape not valid; the middle of its bounds where it names no place."""
    told = _PLACE.search(explain_validity(shape))
    if told:
        return float(told[1]), float(told[2])
    x_min, y_min, x_max, y_max = shape.bounds
    return (x_min + x_max) / 2, (y_min + y_max) / 2


def polygons_of(shape: Any) -> Iterator[Any]:
    """The polygons of any shape that have an area, largest first; lines and points that an overlay leaves are none."""
    found: list[Any] = []
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon":
            found.append(part)
        elif hasattr(part, "geoms"):
            found.extend(polygons_of(part))
    yield from sorted((part for part in found if part.area > 0), key=lambda part: -part.area)

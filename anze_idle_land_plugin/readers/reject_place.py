"""Where on the map a reject lies: the points that can be read around its line."""

from __future__ import annotations

import re
from typing import Sequence

from ..geodesy.zones import UnknownGrid, epsg, grid_of, transform
from ..model.parcel import Grid
from .boundary_txt.points import Axes, pair_axes

_SEPARATORS = re.compile(r"[,，;；\t ]+")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
Bounds = tuple[float, float, float, float]


def place_of(lines: Sequence[str], line: int, crs: str, target: int) -> Bounds | None:
    """West, south, east, north in the CRS with EPSG code ``target``; None when no point is near the line.

    ``line`` counts from 1. Looked through is the parcel the line belongs to: from the plot line (it ends in @) above
    it to the next one. Nothing is stored of this; it only shows a person where to look.
    """
    try:
        grid = grid_of(crs)
    except UnknownGrid:
        return None
    points = [point for text in _parcel_lines(lines, line) for point in _points(text, grid)]
    if not points:
        return None
    xs, ys = zip(*transform(points, epsg(grid), target))
    return min(xs), min(ys), max(xs), max(ys)


def _parcel_lines(lines: Sequence[str], line: int) -> Sequence[str]:
    first = min(max(line - 1, 0), len(lines) - 1) if lines else 0
    while first > 0 and not _begins(lines[first]):
        first -= 1
    last = first + 1
    while last < len(lines) and not _begins(lines[last]):
        last += 1
    return lines[first:last]


def _begins(text: str) -> bool:
    return text.rstrip().endswith("@") or text.lstrip().startswith("[")


def _points(text: str, grid: Grid) -> list[tuple[float, float]]:
    """East and north of the first two neighbouring numbers that are coordinates of the grid."""
    fields = [field for field in _SEPARATORS.split(text.strip()) if field]
    for one, two in zip(fields, fields[1:]):
        if not (_NUMBER.fullmatch(one) and _NUMBER.fullmatch(two)):
            continue
        axes = pair_axes(float(one), float(two))
        if axes is Axes.UNKNOWN or axes.geographic != (grid.zone is None):
            continue
        east, north = (float(one), float(two)) if axes.east_first else (float(two), float(one))
        if grid.zone is None or grid.has_prefix == (east >= 1e6):
            return [(east, north)]
    return []

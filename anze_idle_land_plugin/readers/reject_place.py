"""Where on the map a reject lies: the points that can be read around its line."""

from __future__ import annotations

import re
from typing import Sequence

from ..geodesy.zones import UnknownGrid, epsg, grid_of, is_zone, plausible, transform
from ..model.parcel import Grid
from .boundary_txt.axes import Axes
from .boundary_txt.points import pair_axes

_SEPARATORS = re.compile(r"[,，;；\t ]+")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
_PREFIXED = 13e6
Bounds = tuple[float, float, float, float]
Point = tuple[float, float]


def place_of(lines: Sequence[str], line: int, crs: str, target: int) -> Bounds | None:
    """West, south, east, north in the CRS with EPSG code ``target``; None when no point is near the line.

    ``line`` counts from 1. Looked through is the parcel the line belongs to: from the plot line (it ends in @) above
    it to the next one. ``crs`` is what the file was read in; where it was not, degrees and eastings with a zone in
    front still tell. Nothing is stored of this; it only shows a person where to look.
    """
    stated = _stated(crs)
    found: dict[Grid, list[Point]] = {}
    for text in _parcel_lines(lines, line):
        for told, point in _points(text):
            grid = told or stated
            if grid is not None:
                found.setdefault(grid, []).append(point)
    places = [place for grid, points in found.items() for place in transform(points, epsg(grid), target)]
    if not places:
        return None
    xs, ys = zip(*places)
    return min(xs), min(ys), max(xs), max(ys)


def _stated(crs: str) -> Grid | None:
    """The grid without number in front that the file was read in: only there the numbers themselves do not tell."""
    try:
        grid = grid_of(crs)
    except UnknownGrid:
        return None
    return grid if grid.zone is not None and not grid.has_prefix else None


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


def _points(text: str) -> list[tuple[Grid | None, Point]]:
    """East and north of the first two neighbouring numbers that are coordinates, with the grid when they tell it."""
    fields = [field for field in _SEPARATORS.split(text.strip()) if field]
    for one, two in zip(fields, fields[1:]):
        if not (_NUMBER.fullmatch(one) and _NUMBER.fullmatch(two)):
            continue
        axes = pair_axes(float(one), float(two))
        if axes is Axes.UNKNOWN:
            continue
        east, north = (float(one), float(two)) if axes.east_first else (float(two), float(one))
        return [(_grid_told(axes, east), (east, north))]
    return []


def _grid_told(axes: Axes, east: float) -> Grid | None:
    if axes.geographic:
        return Grid(None, False)
    zone = int(east // 1e6)
    return Grid(zone, True) if east >= _PREFIXED and is_zone(zone) and plausible(east, zone) else None

"""Gauss-Krueger zones of CGCS2000 and the transformation between them (EPSG 4491-4554, 4490)."""

from __future__ import annotations

from functools import cache, lru_cache
from math import floor
from typing import Iterable, Sequence

from pyproj import Transformer

from ..model.messages import CampaignError
from ..model.parcel import Grid
from .proj_thread import with_proj

GEOGRAPHIC_EPSG = 4490
SIX_DEGREE = range(13, 24)
THREE_DEGREE = range(25, 46)
FALSE_EASTING = 500_000.0
PLAUSIBLE_REACH = {3: 250_000.0, 6: 350_000.0}
"""How far from its central meridian an easting may lie, in metres, by zone width (docs/formats.md 4.5)."""


class UnknownGrid(CampaignError):
    sentence = "{crs} is no CGCS2000 coordinate system; give EPSG:4490 or a zone between EPSG:4491 and EPSG:4554"


def is_zone(number: int) -> bool:
    return number in SIX_DEGREE or number in THREE_DEGREE


def width(zone: int) -> int:
    """3 or 6 degrees. Zone numbers 13-23 are six-degree zones, 25-45 three-degree zones; they never overlap."""
    return 6 if zone in SIX_DEGREE else 3


def central_meridian(zone: int) -> int:
    """Degrees east of the zone's central meridian."""
    return zone * 3 if zone in THREE_DEGREE else zone * 6 - 3


def zone_at(longitude: float) -> int:
    """The three-degree zone of a longitude in degrees east; on an edge (112.5) the one to the east."""
    return floor((longitude + 1.5) / 3)


def epsg(grid: Grid) -> int:
    """The EPSG code of a grid, e.g. 37 with prefix: 4525, without: 4546; no zone: 4490."""
    if grid.zone is None:
        return GEOGRAPHIC_EPSG
    if grid.zone in THREE_DEGREE:
        return (4488 if grid.has_prefix else 4509) + grid.zone
    return (4478 if grid.has_prefix else 4489) + grid.zone


def zone_of(crs: str) -> int:
    """The zone of a plane system. Raises UnknownGrid for what has none, degrees among it."""
    zone = grid_of(crs).zone
    if zone is None:
        raise UnknownGrid(crs=crs)
    return zone


def grid_of(crs: str) -> Grid:
    """The grid of an authority code such as ``EPSG:4525``. Raises UnknownGrid for anything but CGCS2000."""
    text = crs.strip().upper()
    number = int(text[5:]) if text.startswith("EPSG:") and text[5:].isdigit() else -1
    return _grids().get(number) or _refuse(crs)


def _refuse(crs: str) -> Grid:
    raise UnknownGrid(crs=crs or "''")


@cache
def _grids() -> dict[int, Grid]:
    zones = [*SIX_DEGREE, *THREE_DEGREE]
    known = {epsg(Grid(zone, prefix)): Grid(zone, prefix) for zone in zones for prefix in (True, False)}
    return {**known, GEOGRAPHIC_EPSG: Grid(None, False)}


def easting_in_zone(easting: float, grid: Grid) -> float:
    """The easting without the zone prefix, in metres."""
    return easting - (grid.zone or 0) * 1e6 if grid.has_prefix else easting


def plausible(easting: float, zone: int) -> bool:
    """Whether an easting with prefix can belong to the zone: within reach of its central meridian."""
    return abs(easting - zone * 1e6 - FALSE_EASTING) <= PLAUSIBLE_REACH[width(zone)]


@lru_cache(maxsize=64)
def _transformer(source: int, target: int) -> Transformer:
    return Transformer.from_crs(source, target, always_xy=True)


def transform(points: Sequence[tuple[float, float]], source: int, target: int) -> list[tuple[float, float]]:
    """Points (x east or longitude, y north or latitude) from one EPSG code to another; exact identity when equal."""
    if source == target:
        return list(points)
    if not points:
        return []
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return list(zip(*with_proj(lambda: _transformer(source, target).transform(xs, ys))))


def moved(points: Sequence[tuple[float, float]], source: Grid, target: Grid) -> list[tuple[float, float]]:
    """Points from one grid to another. Only the zone prefix comes or goes inside a zone: no digit changes there."""
    if source.zone is None or source.zone != target.zone:
        return transform(points, epsg(source), epsg(target))
    if source.has_prefix == target.has_prefix:
        return list(points)
    shift = source.zone * 1e6 * (1 if target.has_prefix else -1)
    # A survey has at most six decimals: the sum is cut to them, so that the prefix leaves no trace in the last ones.
    return [(round(easting + shift, 6), northing) for easting, northing in points]


def to_geographic(points: Iterable[tuple[float, float]], grid: Grid) -> list[tuple[float, float]]:
    """Points of a grid as (longitude, latitude)."""
    return transform(list(points), epsg(grid), GEOGRAPHIC_EPSG)

"""Which zone a block is in: header, prefix and county outline, weighed by plausibility; never a guess."""

from __future__ import annotations

import re
from typing import Mapping, NamedTuple

import numpy as np

from ...geodesy.zones import FALSE_EASTING, GEOGRAPHIC_EPSG, epsg, grid_of, is_zone, plausible, transform
from ...model.messages import Message
from ...model.parcel import Grid
from ..reading import ReadOptions
from .axes import Axes
from .points import Points

_OLD_DATUMS = ((re.compile(r"80|西安"), "西安80"), (re.compile(r"54|北京"), "北京54"))
_PREFIXED = 13e6
_MANY = 1000
_EASTING_REACH, _NORTHING_REACH = 4e6, 1e7
"""Metres from the central meridian and from the equator; what lies farther has no place in the projection."""


class Located(NamedTuple):
    """The grid (None when it cannot be told), a warning, or the reason for refusing."""

    grid: Grid | None
    note: Message | None = None
    refusal: Message | None = None


def locate(header: Mapping[str, str], points: Points, axes: Axes, options: ReadOptions, file: str) -> Located:
    """The grid the points of a block are in (docs/formats.md 4.5); none where that grid does not reach."""
    located = _told(header, points, axes, options, file)
    beyond = _beyond(points, located.grid) if located.grid else None
    if beyond is None:
        return located
    sentence = "{file}: {value} is no coordinate of {crs}; correct the coordinates, or give the CRS they are in"
    crs = f"EPSG:{epsg(located.grid)}" if located.grid else ""
    return Located(
        None, refusal=Message("off_the_grid", sentence, {"file": file, "value": f"{beyond:.15g}", "crs": crs})
    )


def _beyond(points: Points, grid: Grid) -> float | None:
    """A coordinate that no place on earth has in a grid."""
    if not len(points):
        return None
    middle, reach, north = (0.0, 180.0, 90.0) if grid.zone is None else (0.0, _EASTING_REACH, _NORTHING_REACH)
    if grid.zone is not None:
        middle = FALSE_EASTING + (grid.zone * 1e6 if grid.has_prefix else 0.0)
    eastings = (each for each in points.ends_of_e() if abs(each - middle) > reach)
    return next(eastings, next((each for each in points.ends_of_n() if abs(each) > north), None))


def _told(header: Mapping[str, str], points: Points, axes: Axes, options: ReadOptions, file: str) -> Located:
    easting = _typical(points)
    prefixed = easting >= _PREFIXED
    old = _old_datum(header.get("坐标系", ""))
    if options.crs:
        located = _forced(options.crs, easting, axes, file)
        return located._replace(note=_against_datum(old, options.crs, file)) if old else located
    if old:
        sentence = "{file} is in {datum}; transformation parameters are not ours to guess: ask for the file in CGCS2000"
        return Located(None, refusal=Message("old_datum", sentence, {"file": file, "datum": old}))
    if axes.geographic:
        return Located(Grid(None, False))
    stated = _stated_zone(header)
    if prefixed:
        return _by_prefix(stated, easting, file)
    if stated is not None:
        return _by_statement(stated, points, options, file)
    return _by_county(points, options, file)


def _typical(points: Points) -> float:
    """An easting of the parcel; the median where they are of more than one zone or number."""
    eastings = points.e
    if not len(eastings):
        return 0.0
    if len(eastings) < _MANY:
        least, greatest = points.ends_of_e()
        if least // 1e6 == greatest // 1e6:
            return (float(eastings[0]) + float(eastings[-1])) / 2
    known = eastings[np.isfinite(eastings)]
    return float(np.median(known)) if len(known) else 0.0


def _forced(crs: str, easting: float, axes: Axes, file: str) -> Located:
    """The grid a person gave, unless the coordinates themselves say otherwise.

    The magnitude of the eastings still says whether they carry the prefix.
    """
    grid = grid_of(crs)
    if axes is Axes.UNKNOWN:
        return Located(grid)
    prefixed = easting >= _PREFIXED
    prefix = int(easting // 1e6) if prefixed else None
    foreign = prefix is not None and prefix != grid.zone and is_zone(prefix) and plausible(easting, prefix)
    if axes.geographic != (grid.zone is None) or foreign:
        sentence = "{file}: the coordinates are not in {crs} (easting or longitude: {easting}); give their own CRS"
        values = {"file": file, "crs": crs, "easting": round(easting, 3)}
        return Located(None, refusal=Message("crs_contradicted", sentence, values))
    return Located(grid if grid.zone is None else Grid(grid.zone, prefixed))


def _old_datum(name: str) -> str:
    if "2000" in name or "CGCS" in name.upper():
        return ""
    return next((datum for pattern, datum in _OLD_DATUMS if pattern.search(name)), "")


def _stated_zone(header: Mapping[str, str]) -> int | None:
    said = re.fullmatch(r"\D*(\d{2})\D*", header.get("带号", ""))
    return int(said[1]) if said and is_zone(int(said[1])) else None


def _by_prefix(stated: int | None, easting: float, file: str) -> Located:
    prefix = int(easting // 1e6)
    if stated is None or stated == prefix:
        return Located(Grid(prefix, True)) if is_zone(prefix) else Located(None, refusal=unknown_zone(file))
    zones = [zone for zone in (stated, prefix) if is_zone(zone)]
    zone = next((zone for zone in zones if plausible(easting, zone)), zones[0])
    sentence = "{file}: the header says zone {stated}, the eastings say {prefix}; read in zone {zone}"
    values = {"file": file, "stated": stated, "prefix": prefix, "zone": zone}
    return Located(Grid(zone, True), Message("zone_disagrees", sentence, values))


def _by_county(points: Points, options: ReadOptions, file: str) -> Located:
    """Eastings without prefix and without a header zone: the one zone in which they fall into the county."""
    fitting = _zones_of_county(points, options)
    if len(fitting) != 1:
        return Located(None, refusal=unknown_zone(file))
    sentence = "{file} names no zone; its points lie in the county when read in zone {zone}"
    return Located(Grid(fitting[0], False), Message("zone_by_county", sentence, {"file": file, "zone": fitting[0]}))


def _by_statement(stated: int, points: Points, options: ReadOptions, file: str) -> Located:
    """Eastings without prefix in the zone of the header, unless they fall into the county in one other zone only."""
    fitting = _zones_of_county(points, options)
    if len(fitting) != 1 or stated in fitting or not 25 <= stated <= 45:
        return Located(Grid(stated, False))
    sentence = "{file}: the header says zone {stated}, but its points lie in the county only when read in zone {zone}"
    values = {"file": file, "stated": stated, "zone": fitting[0]}
    return Located(Grid(fitting[0], False), Message("zone_disagrees", sentence, values))


def _zones_of_county(points: Points, options: ReadOptions) -> list[int]:
    """The 3 degree zones in which eastings without prefix fall into the county."""
    if options.county_extent is None or not len(points):
        return []
    west, south, east, north = options.county_extent
    corners = [(float(e), float(n)) for e in points.ends_of_e() for n in points.ends_of_n()]
    fitting = []
    for zone in range(25, 46):
        if zone * 3 + 1.5 < west or zone * 3 - 1.5 > east:
            continue
        placed = transform(corners, epsg(Grid(zone, False)), GEOGRAPHIC_EPSG)
        if all(west <= lon <= east and south <= lat <= north for lon, lat in placed):
            fitting.append(zone)
    return fitting


def _against_datum(datum: str, crs: str, file: str) -> Message:
    sentence = "{file} says of itself that it is in {datum}; it was read in {crs} because that was given"
    return Message("datum_overruled", sentence, {"file": file, "datum": datum, "crs": crs})


def unknown_zone(file: str) -> Message:
    """Why a file without any zone waits for its CRS."""
    sentence = (
        "{file} does not say which zone its coordinates are in; give its CRS (such as EPSG:4525) and import again"
    )
    return Message("zone_unknown", sentence, {"file": file})

"""The coordinate system a vector file states: one of CGCS2000, or refused with the reason."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from pyproj import CRS
from pyproj.exceptions import CRSError

from ...geodesy.proj_thread import with_proj
from ...geodesy.zones import SIX_DEGREE, THREE_DEGREE, UnknownGrid, central_meridian, epsg, grid_of, is_zone
from ...model.messages import Message
from ...model.parcel import Grid

_OLD_NAMES = (
    (re.compile(r"xi[\W_]?an[\W_]*(19)?80|西安", re.IGNORECASE), "西安80"),
    (re.compile(r"beijing|北京", re.IGNORECASE), "北京54"),
)
_OLD_ELLIPSOIDS = {6378140: "西安80", 6378245: "北京54"}
"""Semi-major axes in metres: IAG 1975 and Krassowsky, the datums' own ellipsoids whatever a name says."""
_OURS = re.compile(r"cgcs\W?2000|china\W?(geodetic\W?coordinate\W?system\W?)?2000|2000国家", re.IGNORECASE)
_UNKNOWN = re.compile(r"unknown|undefined|not\W?specified|unnamed", re.IGNORECASE)
_WGS84 = re.compile(r"wgs[\W_]*(19)?84|world geodetic system 1984", re.IGNORECASE)


class Stated(NamedTuple):
    """The authority code (empty: the file states none that can be read), a note, or why it is refused."""

    crs: str = ""
    note: Message | None = None
    refusal: Message | None = None


@lru_cache(maxsize=256)
def stated_crs(wkt: str, file: str) -> Stated:
    """What the coordinate system of a layer means for us."""
    return with_proj(lambda: _stated(wkt, file)) if wkt.strip() else Stated()


def _stated(wkt: str, file: str) -> Stated:
    try:
        crs = _horizontal(CRS.from_wkt(wkt))
    except CRSError:
        return Stated(note=_unreadable(file))
    if crs.datum is None or not (crs.is_geographic or crs.is_projected):
        return Stated()
    old = _old_datum(crs)
    if old:
        sentence = "{file} is in {datum}; transformation parameters are not ours to guess: ask for the file in CGCS2000"
        return Stated(refusal=Message("old_datum", sentence, {"file": file, "datum": old}))
    if _UNKNOWN.search(crs.datum.name):
        return Stated(note=_unreadable(file))
    grid = _grid(crs)
    if grid is None:
        sentence = (
            "{file} is in {crs}, which is no system of CGCS2000; ask for the file in CGCS2000 or give its own CRS"
        )
        return Stated(refusal=Message("crs_foreign", sentence, {"file": file, "crs": crs.name}))
    return Stated(f"EPSG:{epsg(grid)}")


def _unreadable(file: str) -> Message:
    sentence = "{file}: the coordinate system it states cannot be understood; it was told by the coordinates"
    return Message("crs_unreadable", sentence, {"file": file})


def _horizontal(crs: CRS) -> CRS:
    """The part in which parcels lie: without heights and without a transformation bound to it."""
    if crs.is_bound:
        crs = crs.source_crs
    return crs.sub_crs_list[0] if crs.sub_crs_list else crs


def _old_datum(crs: CRS) -> str:
    datum = crs.datum.name.replace("_", " ")
    if _OURS.search(datum):
        return ""
    for pattern, name in _OLD_NAMES:
        if pattern.search(datum) or pattern.search(crs.name):
            return name
    return _OLD_ELLIPSOIDS.get(round(crs.ellipsoid.semi_major_metre), "") if crs.ellipsoid else ""


def _grid(crs: CRS) -> Grid | None:
    """The grid of a CGCS2000 system; degrees may be WGS 84 as well. None for anything else."""
    datum = crs.datum.name.replace("_", " ")
    if crs.is_geographic:
        in_degrees = all(axis.unit_name.lower() == "degree" for axis in crs.axis_info[:2])
        return Grid(None, False) if in_degrees and (_OURS.search(datum) or _WGS84.search(datum)) else None
    if not _OURS.search(datum):
        return None
    try:
        return grid_of(f"EPSG:{crs.to_epsg() or 0}")
    except UnknownGrid:
        return _by_parameters(crs)


def _by_parameters(crs: CRS) -> Grid | None:
    """The zone of a Gauss-Krueger projection by its central meridian and false easting."""
    operation = crs.coordinate_operation
    if operation is None or not re.search(r"Transverse Mercator|Gauss", operation.method_name):
        return None
    values = {parameter.name.lower(): parameter.value for parameter in operation.params}
    metres = all(axis.unit_conversion_factor == 1.0 for axis in crs.axis_info[:2])
    plain = _of(values, "latitude", 0.0) == 0.0 and _of(values, "scale", 1.0) == 1.0 and metres
    if not plain or _of(values, "false northing", 0.0) != 0.0:
        return None
    return _zone(_of(values, "longitude", 0.0), _of(values, "false easting", 0.0), crs.name)


def _of(values: dict[str, Any], name: str, default: float) -> float:
    return float(next((value for key, value in values.items() if key.startswith(name)), default))


def _zone(meridian: float, false_easting: float, name: str) -> Grid | None:
    prefix, rest = divmod(false_easting - 500_000, 1_000_000)
    if rest:
        return None
    if prefix:
        zone = int(prefix)
        return Grid(zone, True) if is_zone(zone) and central_meridian(zone) == meridian else None
    # The same meridian serves a zone of 3 and one of 6 degrees, with the same coordinates in both.
    zones = [zone for zone in (*THREE_DEGREE, *SIX_DEGREE) if central_meridian(zone) == meridian]
    six = [zone for zone in zones if zone in SIX_DEGREE and re.search(r"6.?deg|六度", name, re.IGNORECASE)]
    return Grid((six or zones)[0], False) if zones else None

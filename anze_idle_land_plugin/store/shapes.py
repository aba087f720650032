"""Surveyed rings as geometry in the campaign's CRS: for the screen, never for areas."""

from __future__ import annotations

import struct

from shapely.geometry import MultiPolygon, Polygon

from ..geodesy.zones import epsg, transform
from ..model.parcel import Parcel, Ring


def multipolygon(parcel: Parcel, crs: int) -> bytes:
    """The parcel as a WKB multipolygon in the CRS with this EPSG code."""

    def placed(ring: Ring) -> list[tuple[float, float]]:
        return transform(ring.easting_northing(), epsg(parcel.grid), crs)

    polygons = [Polygon(placed(part.outer), [placed(hole) for hole in part.holes]) for part in parcel.parts]
    return bytes(MultiPolygon(polygons).wkb)


def point_wkb(x: float, y: float) -> bytes:
    """A little-endian WKB point."""
    return struct.pack("<BIdd", 1, 1, x, y)

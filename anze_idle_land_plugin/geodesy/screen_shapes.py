"""Surveyed rings as geometry in the campaign's CRS: for the screen, never for areas."""

from __future__ import annotations

import struct

from shapely import wkb as wkb_format
from shapely.geometry import MultiPolygon, Polygon

from ..model.parcel import Parcel, Ring
from .zones import epsg, transform


def multipolygon(parcel: Parcel, crs: int) -> bytes:
    """The parcel as a WKB multipolygon in the CRS with this EPSG code."""

    def placed(ring: Ring) -> list[tuple[float, float]]:
        return transform(ring.easting_northing(), epsg(parcel.grid), crs)

    polygons = [Polygon(placed(part.outer), [placed(hole) for hole in part.holes]) for part in parcel.parts]
    return bytes(MultiPolygon(polygons).wkb)


def point_wkb(x: float, y: float) -> bytes:
    """A little-endian WKB point."""
    return struct.pack("<BIdd", 1, 1, x, y)


def touches(one: bytes, other: bytes) -> bool:
    """Whether the bounds of two WKB shapes meet. Bounds, because a shape as surveyed may be invalid."""
    west, south, east, north = wkb_format.loads(one).bounds
    left, bottom, right, top = wkb_format.loads(other).bounds
    return bool(west <= right and left <= east and south <= top and bottom <= north)

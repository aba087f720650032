"""The order of the two coordinate columns of a file."""

from __future__ import annotations

from enum import Enum


class Axes(Enum):
    """What the first and the second coordinate column hold."""

    NORTH_EAST = "N,E"
    EAST_NORTH = "E,N"
    LAT_LON = "lat,lon"
    LON_LAT = "lon,lat"
    UNKNOWN = "?"

    @property
    def east_first(self) -> bool:
        return self in (Axes.EAST_NORTH, Axes.LON_LAT)

    @property
    def geographic(self) -> bool:
        return self in (Axes.LAT_LON, Axes.LON_LAT)

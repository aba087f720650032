"""The shift of Chinese web maps (GCJ-02) against WGS 84 and CGCS2000: 100 to 700 metres, by a published formula.

It serves as evidence that coordinates were drawn on a web map. It is never applied to a surveyed coordinate.
"""

from __future__ import annotations

from math import cos, pi, radians, sin, sqrt

_AXIS = 6378245.0
_ECCENTRICITY_SQUARED = 0.00669342162296594323
"""The formula stands on the Krassowsky ellipsoid."""


def shifted(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a web map draws a place, in degrees."""
    x, y = longitude - 105.0, latitude - 35.0
    phi = radians(latitude)
    curve = 1 - _ECCENTRICITY_SQUARED * sin(phi) ** 2
    north = _north(x, y) * 180.0 / (_AXIS * (1 - _ECCENTRICITY_SQUARED) / (curve * sqrt(curve)) * pi)
    east = _east(x, y) * 180.0 / (_AXIS / sqrt(curve) * cos(phi) * pi)
    return longitude + east, latitude + north


def shifted_back(longitude: float, latitude: float) -> tuple[float, float]:
    """The place a web map draws here, in degrees, to about a millimetre."""
    east, north = longitude, latitude
    for _ in range(4):
        drawn = shifted(east, north)
        east, north = east + longitude - drawn[0], north + latitude - drawn[1]
    return east, north


def _north(x: float, y: float) -> float:
    metres = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
    metres += (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    metres += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    return metres + (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0


def _east(x: float, y: float) -> float:
    metres = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
    metres += (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    metres += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    return metres + (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0

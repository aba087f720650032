"""What a sample parcel is, before it becomes lines of a file, a row of a ledger and events of a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple

from pyproj import Proj

from anze_idle_land_plugin.model.kinds import ListKind

Point = Tuple[float, float]
"""Northing and easting in metres, to the millimetre; the easting carries the zone prefix."""
Ring = Tuple[Point, ...]
"""An open ring: the first point is not repeated."""

YEAR = 2023


@dataclass(frozen=True)
class Part:
    """One outer ring with its holes."""

    outer: Ring
    holes: tuple[Ring, ...] = ()

    @property
    def rings(self) -> tuple[Ring, ...]:
        return (self.outer, *self.holes)


@dataclass(frozen=True)
class Plot:
    """One parcel of the sample: where it lies and its shape, in the Gauss plane of its zone (37 or 38)."""

    which: ListKind
    code: str
    town: str
    village: str
    in_zone: bool
    zone: int
    parts: tuple[Part, ...]
    road: bool = False

    @property
    def rings(self) -> tuple[Ring, ...]:
        return tuple(ring for part in self.parts for ring in part.rings)

    @property
    def area_m2(self) -> float:
        """Plane area by the shoelace formula: outer rings less holes."""
        return sum(shoelace(part.outer) - sum(map(shoelace, part.holes)) for part in self.parts)

    @property
    def area_ha(self) -> float:
        return round(self.area_m2 / 10_000, 4)


def shoelace(ring: Ring) -> float:
    """Area of a ring in square metres, regardless of its direction. Coordinates are moved to the first point first."""
    north, east = ring[0]
    moved = [(n - north, e - east) for n, e in ring]
    turns = (a[1] * b[0] - b[1] * a[0] for a, b in zip(moved, [*moved[1:], moved[0]]))
    return abs(sum(turns)) / 2


def plane(zone: int) -> Proj:
    """Gauss-Krueger projection of a three-degree zone of CGCS2000, easting with prefix; needs no PROJ database."""
    easting = zone * 1_000_000 + 500_000
    return Proj(f"+proj=tmerc +lat_0=0 +lon_0={zone * 3} +k=1 +x_0={easting} +y_0=0 +ellps=GRS80 +units=m")


def parcel_code(which: ListKind, number: int) -> str:
    return f"{YEAR}-{which.letter}-{number:03d}"

"""Where a parcel lies: its town by polygon, and whether it is inside the development zone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from shapely import wkb
from shapely.geometry.base import BaseGeometry
from shapely.ops import transform as moved
from shapely.ops import unary_union

from ..geodesy.zones import GEOGRAPHIC_EPSG, transform
from .database import CampaignFile


@dataclass(frozen=True)
class Place:
    """Town name and nine-digit code (empty outside every town), and the zone flag (KFQBZ)."""

    town: str
    code: str
    in_zone: bool


@dataclass(frozen=True)
class Places:
    """The town and zone polygons of a campaign, in its CRS."""

    towns: Sequence[tuple[str, str, BaseGeometry]]
    zones: Sequence[BaseGeometry]

    @classmethod
    def of(cls, file: CampaignFile) -> Places:
        towns = [
            (str(row.values["name"] or ""), str(row.values["code9"] or ""), wkb.loads(row.wkb))
            for row in file.rows("SELECT * FROM town")
            if row.wkb
        ]
        return cls(towns, [wkb.loads(row.wkb) for row in file.rows("SELECT * FROM zone_area") if row.wkb])

    def at(self, shape: bytes) -> Place:
        """The place of a polygon, judged by a point that lies inside it."""
        inside = wkb.loads(shape).representative_point()
        in_zone = any(zone.contains(inside) for zone in self.zones)
        for name, code, outline in self.towns:
            if outline.contains(inside):
                return Place(name, code, in_zone)
        return Place("", "", in_zone)


def county_extent(file: CampaignFile) -> tuple[float, float, float, float] | None:
    """West, south, east, north of the county outline in degrees; None where the campaign has no outline."""
    (crs,) = file.query("SELECT crs FROM campaign")[0]
    bounds = [wkb.loads(row.wkb).bounds for row in file.rows("SELECT * FROM county") if row.wkb]
    corners = [(x, y) for box in bounds for x in (box[0], box[2]) for y in (box[1], box[3])]
    if not corners:
        return None
    places = transform(corners, int(str(crs).split(":")[1]), GEOGRAPHIC_EPSG)
    longitudes, latitudes = zip(*places)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def county_outline(file: CampaignFile) -> bytes | None:
    """The county as WKB in degrees; None where the campaign has no outline."""
    (crs,) = file.query("SELECT crs FROM campaign")[0]
    source = int(str(crs).split(":")[1])
    shapes = [wkb.loads(row.wkb) for row in file.rows("SELECT * FROM county") if row.wkb]
    if not shapes:
        return None

    def to_degrees(x: Sequence[float], y: Sequence[float], *_: object) -> tuple[list[float], list[float]]:
        places = transform(list(zip(x, y)), source, GEOGRAPHIC_EPSG)
        return [place[0] for place in places], [place[1] for place in places]

    return bytes(moved(to_degrees, unary_union(shapes)).wkb)

"""Context shapes round the parcels: county outline, an illustrative partition into towns, the zone, rivers, seats."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, Mapping, Sequence, Tuple

from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from anze_idle_land_plugin import catalogue

from .sites import SEATS, ZONE_RING

CRS84 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
Lonlat = Tuple[float, float]
NOTE = "示意"
MAIN_STEM = 2
"""The WDBII level of the 沁河 main stem in the source."""


def write_context(folder: Path, county_file: Path, rivers_file: Path) -> None:
    """Write the five layers; the outline and the rivers may be read from the folder written to."""
    outline = _county(json.loads(county_file.read_text(encoding="utf-8")))
    rivers = json.loads(rivers_file.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    code, name = catalogue.county()
    _write(folder / "county.geojson", "county", [(outline, {"adcode": code, "name": name})])
    _write(folder / "towns.geojson", "towns", _towns(outline))
    zone = (Polygon(ZONE_RING), {"name": catalogue.zone_name(), "note": NOTE})
    _write(folder / "zone.geojson", "zone", [zone])
    _write(folder / "rivers.geojson", "rivers", _rivers(rivers, outline))
    codes = {town.name: town.code9 for town in catalogue.towns()}
    seats = [(Point(seat), {"name": name, "code9": codes[name], "note": NOTE}) for name, seat in SEATS.items()]
    _write(folder / "places.geojson", "places", seats)


def _county(collection: Mapping[str, Any]) -> BaseGeometry:
    return unary_union([shape(feature["geometry"]) for feature in collection["features"]])


def _towns(outline: BaseGeometry) -> list[tuple[BaseGeometry, dict[str, str]]]:
    """Each point of the county goes to the nearest seat."""
    codes = {town.name: town.code9 for town in catalogue.towns()}
    towns = []
    for name, seat in SEATS.items():
        shape_of_town = outline
        for other in SEATS.values():
            if other != seat:
                shape_of_town = shape_of_town.intersection(_nearer(seat, other))
        towns.append((shape_of_town, {"name": name, "code9": codes[name], "note": NOTE}))
    return towns


def _nearer(seat: Lonlat, other: Lonlat, reach: float = 3.0) -> Polygon:
    """The half of the neighbourhood that lies nearer to a seat than to another, as a wide rectangle in degrees."""
    middle = ((seat[0] + other[0]) / 2, (seat[1] + other[1]) / 2)
    length = math.dist(seat, other)
    away = ((seat[0] - other[0]) / length * reach, (seat[1] - other[1]) / length * reach)
    along = (-away[1], away[0])
    left, right = (middle[0] + along[0], middle[1] + along[1]), (middle[0] - along[0], middle[1] - along[1])
    return Polygon((left, right, (right[0] + away[0], right[1] + away[1]), (left[0] + away[0], left[1] + away[1])))


def _rivers(collection: Mapping[str, Any], outline: BaseGeometry) -> list[tuple[BaseGeometry, dict[str, str]]]:
    window = box(*outline.bounds)
    lines = []
    for feature in collection["features"]:
        properties = feature["properties"]
        if properties.get("name") == "沁河" or properties.get("wdbii_level") == MAIN_STEM:
            lines.append((shape(feature["geometry"]).intersection(window), {"name": "沁河"}))
    return [line for line in lines if isinstance(line[0], LineString) or not line[0].is_empty]


def _write(path: Path, name: str, features: Sequence[tuple[BaseGeometry, Mapping[str, str]]]) -> None:
    """GeoJSON in lon-lat degrees with six decimals, one feature a line."""
    rows = [
        json.dumps({"type": "Feature", "properties": dict(told), "geometry": _rounded(shape_)}, ensure_ascii=False)
        for shape_, told in features
    ]
    head = f'{{"type": "FeatureCollection", "name": "{name}", "crs": {json.dumps(CRS84)}, "features": [\n'
    path.write_text(head + ",\n".join(rows) + "\n]}\n", encoding="utf-8", newline="\n")


def _rounded(geometry: BaseGeometry) -> Mapping[str, Any]:
    if isinstance(geometry, Polygon):
        geometry = MultiPolygon([geometry])
    made = mapping(geometry)
    return {"type": made["type"], "coordinates": _round(made["coordinates"])}


def _round(value: Any) -> Any:
    return round(value, 6) if isinstance(value, float) else [_round(part) for part in value]

"""C06: outlines drawn on a web map are shifted by about 500 m (GCJ-02) or 1,300 m (BD-09).

A parcel outside its town that would lie inside once the shift is taken back is named; nothing is moved.
"""

from __future__ import annotations

from typing import Iterator

from shapely.affinity import translate

from ...geodesy.web_map import shifted_back
from ...geodesy.zones import GEOGRAPHIC_EPSG, transform
from ...model.messages import Message
from ..containment import Area
from ..finding import Figure, Finding
from ..need import Need
from ..shapes import Geometry
from ..subject import Subject
from .t04_outside_county_or_town import town_areas

NEEDS = (Need.TOWNS,)
REMEDY = Message("ask_survey", "Ask for the surveyed coordinates; what was drawn on a web map is no boundary")
_MAPS = ("gcj02", "bd09")


def find(subject: Subject) -> Iterator[Finding]:
    towns = town_areas(subject)
    county = Area([shape for _, shape in subject.places["town"]])
    least = subject.standard.number("inside_share")
    for number, dossier in enumerate(subject.parcels):
        shape = subject.surfaces[number]
        own = towns.get(subject.campaign.units.town_name(dossier.case.town_name), county)
        if shape is None or own.share_of(shape) >= least:
            continue
        for name in _MAPS:
            east, north = _shift(subject, shape, name)
            if own.share_of(translate(shape, -east, -north)) >= least:
                values = {"code": dossier.code, "map": {"gcj02": "GCJ-02", "bd09": "BD-09"}[name]}
                sentence = "Parcel {code} lies outside its town, but inside once a {map} shift is taken back"
                figure = Figure((east**2 + north**2) ** 0.5, "m", 0)
                yield subject.about(number, Message("web_map_shift", sentence, values), REMEDY, figure)
                break


def _shift(subject: Subject, shape: Geometry, name: str) -> tuple[float, float]:
    """How far the map moves a point to the east and north here, in metres of the campaign's CRS."""
    x, y = shape.centroid.x, shape.centroid.y
    ((lon, lat),) = transform([(x, y)], subject.crs, GEOGRAPHIC_EPSG)
    if name == "bd09":
        lon, lat = lon - subject.standard.number("bd09_east"), lat - subject.standard.number("bd09_north")
    ((true_x, true_y),) = transform([shifted_back(lon, lat)], GEOGRAPHIC_EPSG, subject.crs)
    return x - true_x, y - true_y

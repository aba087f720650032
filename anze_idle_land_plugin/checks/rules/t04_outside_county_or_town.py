"""T04: a parcel lies in the county and in its town: its centre, and 99 % of its area (proposal)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.rounding import exceeds, written
from ..containment import Area
from ..finding import Figure, Finding
from ..need import Need
from ..shapes import Geometry
from ..subject import Subject

NEEDS = (Need.COUNTY,)
REMEDY = Message(
    "check_position", "Check the zone and the coordinates; if they are right, correct the town in the ledger"
)


def find(subject: Subject) -> Iterator[Finding]:
    least = subject.standard.number("inside_share")
    county = Area([shape for _, shape in subject.places["county"]])
    towns = town_areas(subject)
    for number, dossier in enumerate(subject.parcels):
        shape = subject.surfaces[number]
        if shape is None:
            continue
        share = _share(county, shape, least)
        if exceeds(least, share):
            values = {"code": dossier.code, "share": written(share * 100, 1)}
            sentence = Message("outside_county", "Parcel {code} lies only {share} % inside the county", values)
            yield subject.about(number, sentence, REMEDY, Figure(share * 100, "%", 1))
            continue
        own = towns.get(subject.campaign.units.town_name(dossier.case.town_name))
        share = _share(own, shape, least) if own else 1.0
        if exceeds(least, share):
            values = {"code": dossier.code, "share": written(share * 100, 1), "town": dossier.case.town_name}
            sentence = Message(
                "outside_town", "Parcel {code} lies only {share} % inside {town}, the town it is under", values
            )
            yield subject.about(number, sentence, REMEDY, Figure(share * 100, "%", 1))


def town_areas(subject: Subject) -> dict[str, Area]:
    """The towns of the campaign by their present name."""
    shapes: dict[str, list[Geometry]] = {}
    for town, shape in subject.places.get("town", ()):
        shapes.setdefault(subject.campaign.units.town_name(town.name), []).append(shape)
    return {name: Area(each) for name, each in shapes.items()}


def _share(area: Area, shape: Geometry, least: float) -> float:
    """The share inside; a parcel whose centre lies outside has at most what fails."""
    share = area.share_of(shape)
    return share if share >= 1.0 or area.holds_centre(shape) else min(share, least - 0.001)

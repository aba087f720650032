"""C05: a parcel on the border of two zones (112.5° E in this county): one zone for all of it, chosen by its centre."""

from __future__ import annotations

from typing import Iterator

from ...geodesy.zones import GEOGRAPHIC_EPSG, THREE_DEGREE, central_meridian, transform
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message(
    "keep_one_zone", "Keep the zone of the survey file for the area; for new outlines take the zone of the centre"
)


def find(subject: Subject) -> Iterator[Finding]:
    yield from _files_of_two_zones(subject)
    for number, dossier in enumerate(subject.parcels):
        outline, zone = subject.outlines[number], dossier.survey.grid.zone
        if outline is None or zone is None or zone not in THREE_DEGREE:
            continue
        x_min, y_min, x_max, y_max = outline.bounds
        corners = [(x_min, y_min), (x_min, y_max), (x_max, y_min), (x_max, y_max)]
        east = [lon for lon, _ in transform(corners, subject.systems[number], GEOGRAPHIC_EPSG)]
        for border in (central_meridian(zone) - 1.5, central_meridian(zone) + 1.5):
            if min(east) < border < max(east):
                values = {"code": dossier.code, "border": f"{border:g}"}
                sentence = "Parcel {code} lies on both sides of the zone border at {border}° E"
                yield subject.about(number, Message("straddles", sentence, values), REMEDY)


def _files_of_two_zones(subject: Subject) -> Iterator[Finding]:
    """A survey file is in one zone; parcels of another zone in it were mostly copied together."""
    by_file: dict[str, dict[int | None, list[int]]] = {}
    for number, dossier in enumerate(subject.parcels):
        if dossier.file:
            by_file.setdefault(dossier.file, {}).setdefault(dossier.survey.grid.zone, []).append(number)
    for file, zones in by_file.items():
        if len(zones) > 1:
            fewest = min(zones.values(), key=len)
            values = {"file": file, "zones": ", ".join(sorted(str(zone or "-") for zone in zones))}
            sentence = "{file} holds parcels of several zones ({zones}); a survey file is in one zone"
            keys = tuple(subject.key(number) for number in fewest)
            message, place = Message("several_zones", sentence, values), subject.whole_place(fewest[0])
            yield Finding(keys, message, REMEDY, place)

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

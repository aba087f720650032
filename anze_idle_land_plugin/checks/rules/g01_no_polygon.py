"""G01: a parcel has a polygon: rings with points, every coordinate a number (common practice)."""

from __future__ import annotations

from math import isfinite
from typing import Iterator

from ...model.messages import Message
from ...model.parcel import Parcel
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("import_again", "Correct the boundary points in the survey file and import it again")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        reason = _reason(dossier.survey)
        if reason is not None:
            values = {"code": dossier.code, "reason": reason}
            sentence = Message("no_polygon", "Parcel {code} has no polygon: {reason}", values)
            yield Finding((subject.key(number),), sentence, REMEDY)


def _reason(survey: Parcel) -> Message | None:
    if not survey.parts or not any(len(ring) for _, _, ring in survey.rings()):
        return Message("no_points_at_all", "it has no boundary points")
    for _, number, ring in survey.rings():
        if not len(ring):
            return Message("empty_ring", "ring {ring} is empty", {"ring": number})
        for row, (e, n) in enumerate(zip(ring.e, ring.n), 1):
            if not (isfinite(e) and isfinite(n)):
                sentence = "point {row} of ring {ring} has a coordinate that is no number"
                return Message("not_a_number", sentence, {"row": row, "ring": number})
    return None

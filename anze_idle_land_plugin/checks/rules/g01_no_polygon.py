"""G01: a parcel has a polygon: rings with points, every coordinate a number (common practice)."""

from __future__ import annotations

import struct
from math import isfinite
from typing import Iterator

from ...model.messages import Message
from ...model.parcel import Parcel
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
_HEAD, _POLYGON, _MULTIPOLYGON = 5, 3, 6
"""Of a WKB: bytes before the coordinates, and the types that are polygons (Z and M add thousands)."""
REMEDY = Message("import_again", "Correct the boundary points in the survey file and import it again")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        reason = _reason(dossier.survey) or _other_kind(dossier.wkb)
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


def _other_kind(wkb: bytes) -> Message | None:
    """Why the shape in the table is no polygon; None for one, and where there is no table."""
    if len(wkb) < _HEAD:
        return None
    (kind,) = struct.unpack("<I" if wkb[0] else ">I", wkb[1:_HEAD])
    if kind % 1000 in (_POLYGON, _MULTIPOLYGON):
        return None
    return Message("not_polygonal", "its shape in the table is no polygon (type {kind})", {"kind": kind})

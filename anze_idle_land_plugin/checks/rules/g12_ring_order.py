"""G12: outer rings run clockwise, holes counter-clockwise (勘测定界 practice: clockwise from the north-west)."""

from __future__ import annotations

from typing import Iterator

import numpy as np

from ...model.messages import Message
from ..finding import Finding, Fix
from ..subject import Subject

NEEDS = ()
REMEDY = Message("turn_ring", "Write the points of the ring in the other direction; the area stays the same")


def find(subject: Subject) -> Iterator[Finding]:
    table = subject.vertices
    areas = table.signed_areas
    outer = np.fromiter((place.ring == 1 for place in table.places), dtype=bool, count=len(table.places))
    for ring in np.flatnonzero(np.where(outer, areas > 0, areas < 0)):
        place = table.places[ring]
        if not subject.validity[place.parcel]:
            continue
        key = subject.key(place.parcel)
        values = {"code": key.code, "part": place.part, "ring": place.ring}
        if place.ring == 1:
            sentence = Message(
                "outer_order", "Parcel {code}: the outer ring of part {part} runs counter-clockwise", values
            )
        else:
            sentence = Message("hole_order", "Parcel {code}: hole {ring} of part {part} runs clockwise", values)
        where = subject.vertex_place(table, table.start[ring])
        yield Finding((key,), sentence, REMEDY, where, fix=Fix.RING_ORDER)

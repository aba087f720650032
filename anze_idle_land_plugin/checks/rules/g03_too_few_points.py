"""G03: a ring has at least three distinct points (common practice)."""

from __future__ import annotations

from typing import Iterator

import numpy as np

from ...model.messages import Message
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("complete_ring", "Complete the ring from the survey, or remove it from the file, and import again")
_FLAT = 1e-6
"""A ring whose area is above this share of its squared outline has three distinct points for certain."""


def find(subject: Subject) -> Iterator[Finding]:
    table = subject.vertices
    flat = (table.sizes < 3) | (np.abs(table.signed_areas) <= _FLAT * table.perimeters**2)
    for ring in np.flatnonzero(flat):
        first, last = table.start[ring], table.start[ring + 1]
        distinct = len(set(zip(table.x[first:last].tolist(), table.y[first:last].tolist())))
        if distinct < 3:
            place = table.places[ring]
            values = {"code": subject.key(place.parcel).code, "part": place.part, "ring": place.ring, "count": distinct}
            sentence = "Parcel {code}: ring {ring} of part {part} has {count} distinct points; a ring needs three"
            yield Finding(
                (subject.key(place.parcel),),
                Message("too_few_points", sentence, values),
                REMEDY,
                subject.vertex_place(table, first),
                Figure(distinct, "", 0),
            )

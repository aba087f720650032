"""G09: no edge shorter than 0.2 m (proposal): two points where the survey means one."""

from __future__ import annotations

from typing import Iterator

import numpy as np

from ...model.messages import Message
from ..finding import Figure, Finding
from ..subject import Subject
from .g05_duplicate_points import repeated

NEEDS = ()
REMEDY = Message("check_edge", "Check whether both points are meant; remove one if they are the same corner")


def find(subject: Subject) -> Iterator[Finding]:
    whole = subject.vertices
    if not whole.places:
        return
    table = whole.without(repeated(whole, subject.standard.number("duplicate_step")))
    shortest = subject.standard.number("shortest_edge")
    for row in np.flatnonzero((table.lengths < shortest - 1e-7) & (table.lengths > 0)):
        place = table.places[table.ring_of[row]]
        key = subject.key(place.parcel)
        values = {"code": key.code, "part": place.part, "ring": place.ring, "row": int(table.rows[row]) + 1}
        sentence = "Parcel {code}: the edge after point {row} of ring {ring}, part {part}, is very short"
        message, length = Message("short_edge", sentence, values), Figure(float(table.lengths[row]), "m", 3)
        yield Finding((key,), message, REMEDY, subject.vertex_place(table, row), length)

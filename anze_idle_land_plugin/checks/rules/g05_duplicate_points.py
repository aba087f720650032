"""G05: no point stands twice in a row, closer than a millimetre, the step of written coordinates (proposal)."""

from __future__ import annotations

from typing import Iterator

import numpy as np

from ...model.messages import Message
from ..finding import Figure, Finding, Fix
from ..subject import Subject
from ..vertices import Vertices

NEEDS = ()
REMEDY = Message("drop_duplicate", "Remove the second of the two points; the outline and the area stay the same")
ROUNDING = 1e-7
"""Metres that the difference of two eight-digit eastings may be off in binary."""


def repeated(table: Vertices, step: float) -> np.ndarray:
    """For each vertex whether it repeats the one before it: nearer than ``step`` metres.

    The first vertex of a ring is kept; where the last one repeats it, the last one counts as the repeat. A ring that
    is one point all over keeps that point.
    """
    follows = np.zeros(len(table.x), dtype=bool)
    near = table.lengths < step - ROUNDING
    follows[table.following[near]] = True
    firsts = table.start[:-1]
    lasts = table.start[1:] - 1
    follows[lasts] |= follows[firsts]
    follows[firsts] = False
    return follows


def find(subject: Subject) -> Iterator[Finding]:
    table = subject.vertices
    if not table.places:
        return
    for row in np.flatnonzero(repeated(table, subject.standard.number("duplicate_step"))):
        place = table.places[table.ring_of[row]]
        key = subject.key(place.parcel)
        values = {"code": key.code, "part": place.part, "ring": place.ring, "row": int(table.rows[row]) + 1}
        sentence = "Parcel {code}: point {row} of ring {ring}, part {part}, repeats its neighbour"
        distance = min(table.lengths[table.preceding[row]], table.lengths[row])
        yield Finding(
            (key,),
            Message("duplicate_point", sentence, values),
            REMEDY,
            subject.vertex_place(table, row),
            Figure(float(distance), "m", 4),
            Fix.DUPLICATE_POINTS,
        )

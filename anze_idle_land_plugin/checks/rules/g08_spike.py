"""G08: no corner sharper than ten degrees (proposal): mostly a point that lies wrong, or a sliver of a neighbour."""

from __future__ import annotations

from math import cos, radians
from typing import Iterator

import numpy as np

from ...model.messages import Message
from ..finding import Figure, Finding, Fix
from ..subject import Subject
from ..vertices import Vertices
from .g05_duplicate_points import repeated
from .g13_no_area import rings_without_area

NEEDS = ()
REMEDY = Message("check_spike", "Check the point against the survey; move or remove it if it lies wrong")
SAFE = Message("drop_spike", "Remove the point: it lies off the outline and encloses no area")


def spikes(table: Vertices, degrees: float) -> tuple[np.ndarray, np.ndarray]:
    """Rows of the vertices with a corner sharper than ``degrees``, and the cosine of each of these corners."""
    back_x, back_y = table.x[table.preceding] - table.x, table.y[table.preceding] - table.y
    on_x, on_y = table.x[table.following] - table.x, table.y[table.following] - table.y
    lengths = table.lengths[table.preceding] * table.lengths
    cosines = np.divide(back_x * on_x + back_y * on_y, lengths, out=np.full(len(lengths), -1.0), where=lengths > 0)
    rows = np.flatnonzero((cosines > cos(radians(degrees))) & (table.sizes[table.ring_of] >= 3))
    return rows, np.clip(cosines[rows], -1.0, 1.0)


def enclosed(table: Vertices, row: int) -> float:
    """Area in m² of the triangle a vertex makes with its neighbours: what is lost when it goes."""
    before, after = table.preceding[row], table.following[row]
    ax, ay = table.x[before] - table.x[row], table.y[before] - table.y[row]
    bx, by = table.x[after] - table.x[row], table.y[after] - table.y[row]
    return float(abs(ax * by - ay * bx) / 2)


def find(subject: Subject) -> Iterator[Finding]:
    whole = subject.vertices
    if not whole.places:
        return
    step = subject.standard.number("duplicate_step")
    table = whole.without(repeated(whole, step))
    lines = set(rings_without_area(table, step))
    rows, cosines = spikes(table, subject.standard.number("spike_angle"))
    kept_area = subject.standard.number("fix_area")
    for row, cosine in zip(rows, cosines):
        if table.ring_of[row] in lines:
            continue
        place = table.places[table.ring_of[row]]
        key = subject.key(place.parcel)
        angle = float(np.degrees(np.arccos(cosine)))
        safe = enclosed(table, row) <= kept_area
        values = {"code": key.code, "part": place.part, "ring": place.ring, "row": int(table.rows[row]) + 1}
        sentence = "Parcel {code}: the corner at point {row} of ring {ring}, part {part}, is sharper than it should be"
        yield Finding(
            (key,),
            Message("spike", sentence, values),
            SAFE if safe else REMEDY,
            subject.vertex_place(table, row),
            Figure(angle, "°"),
            Fix.SPIKES if safe else None,
        )

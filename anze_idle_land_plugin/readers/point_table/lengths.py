"""The lengths a table writes beside or between its points: a check that no row was lost, never a source."""

from __future__ import annotations

import re
from math import hypot
from typing import NamedTuple, Sequence

from ...model.messages import Message
from ..boundary_txt.points import Points
from ..boundary_txt.rings import RingRows
from .groups import PointRow

TOLERANCE_M = 0.01
"""Lengths are written with two decimals (docs/formats.md 8)."""
_ROUNDING = 1e-6


class Edge(NamedTuple):
    """A written length, the rows it lies between, and what their coordinates say."""

    start: int
    end: int
    written: float
    computed: float

    @property
    def fits(self) -> bool:
        return abs(self.written - self.computed) <= TOLERANCE_M + _ROUNDING


def length_note(
    rows: Sequence[PointRow], points: Points, rings: Sequence[RingRows], where: str, parcel: str
) -> Message | None:
    """A warning where written lengths differ from the coordinates. Lengths never cross rings.

    A length in the row of a point leads to the next point or comes from the one before; the habit that fits better
    is taken.
    """
    below = [edge for ring in rings for edge in _edges(rows, points, ring, "below", 1)]
    onward, back = ([e for ring in rings for e in _edges(rows, points, ring, "beside", step)] for step in (1, -1))
    beside = min((onward, back), key=lambda edges: sum(not edge.fits for edge in edges))
    edges = below or beside
    wrong = [edge for edge in edges if not edge.fits]
    if not wrong:
        return None
    first = wrong[0]
    sentence = (
        "{where}: {n} of {total} lengths of parcel {parcel} differ from its coordinates, the first between {start} and "
        "{end} ({written} m written, {computed} m computed); a row may be missing"
    )
    values = {"where": where, "n": len(wrong), "total": len(edges), "parcel": parcel}
    names = {"start": points.names[first.start], "end": points.names[first.end]}
    return Message(
        "length_differs",
        sentence,
        {**values, **names, "written": f"{first.written:.2f}", "computed": f"{first.computed:.3f}"},
    )


def _edges(rows: Sequence[PointRow], points: Points, ring: RingRows, where: str, step: int) -> list[Edge]:
    """The edges of a ring whose length is written; a closing row repeats the first point and has no edge of its own."""
    count = ring.stop - ring.start
    places = [*range(ring.start, ring.stop), *([ring.closing] if ring.closing is not None else [])]
    edges = []
    for place in places:
        written = getattr(rows[place], where)
        if not re.fullmatch(r"\d+(\.\d+)?", written):
            continue
        start = ring.start if place == ring.closing else place
        other = ring.start + (start - ring.start + step) % count
        computed = hypot(points.n[other] - points.n[start], points.e[other] - points.e[start])
        if place == ring.closing and (step == 1 or not float(written)):
            continue
        if place == ring.start and step == -1 and not float(written):
            continue
        edges.append(Edge(start, other, float(written), float(computed)))
    return edges

"""G13: a ring encloses area: its points do not lie on one line (OGC simple features)."""

from __future__ import annotations

from typing import Iterator

import numpy as np
from shapely.geometry import MultiPoint

from ...model.messages import Message
from ..finding import Figure, Finding
from ..subject import Subject
from ..vertices import Vertices

NEEDS = ()
REMEDY = Message("survey_again", "Take the boundary points from the survey again; a line is no parcel")
_FLAT = 1e-3
"""Only rings whose area is below this share of their squared outline are looked at closely."""


def rings_without_area(table: Vertices, narrowest: float) -> list[int]:
    """The rings whose points lie within ``narrowest`` metres of one line."""
    candidates = np.flatnonzero(np.abs(table.signed_areas) <= _FLAT * table.perimeters**2)
    return [int(ring) for ring in candidates if _breadth(table, ring) < narrowest]


def find(subject: Subject) -> Iterator[Finding]:
    table = subject.vertices
    for ring in rings_without_area(table, subject.standard.number("duplicate_step")):
        place = table.places[ring]
        key = subject.key(place.parcel)
        values = {"code": key.code, "part": place.part, "ring": place.ring}
        sentence = "Parcel {code}: the points of ring {ring}, part {part}, lie on one line"
        where = subject.vertex_place(table, table.start[ring])
        yield Finding((key,), Message("no_area", sentence, values), REMEDY, where, Figure(0.0, "m²"))


def _breadth(table: Vertices, ring: int) -> float:
    """How wide the hull of a ring is across its longest line, in metres: twice its area by half its outline."""
    closed = table.closed(ring)
    hull = MultiPoint(closed - closed[0]).convex_hull
    return float(4 * hull.area / hull.length) if hull.length else 0.0

"""T05: no gap narrower than a metre between neighbours (proposal): two surveys of one line that differ."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.rounding import written
from ..finding import Figure, Finding, Place
from ..gaps import gaps_of
from ..subject import Subject

NEEDS = ()
REMEDY = Message("close_gap", "If both parcels end at the same line, take the points of one survey for both")


def find(subject: Subject) -> Iterator[Finding]:
    widest, narrowest = subject.standard.number("gap_widest"), subject.standard.number("gap_narrowest")
    for gap in gaps_of(subject, widest, narrowest):
        one, other = subject.key(gap.one), subject.key(gap.other)
        values = {"one": one.code, "other": other.code, "area": written(gap.area, 2)}
        sentence = "Between parcels {one} and {other} lies a narrow gap of {area} m²"
        place = Place(subject.crs, tuple(gap.shape.bounds), bytes(gap.shape.wkb))
        yield Finding((one, other), Message("gap", sentence, values), REMEDY, place, Figure(gap.width, "m", 3))

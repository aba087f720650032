"""G11: no parcel or part is a sliver: under 1 m² or nowhere as wide as 0.5 m (proposal, as for the remainder)."""

from __future__ import annotations

from typing import Iterator

from ...geodesy.remainder import AS_WIDE
from ...model.messages import Message
from ...model.rounding import written
from ..finding import Figure, Finding, Place
from ..shapes import Geometry, polygons_of
from ..subject import Subject

NEEDS = ()
REMEDY = Message("drop_sliver", "Check whether the piece is meant; a sliver is mostly what an overlay left over")


def find(subject: Subject) -> Iterator[Finding]:
    least_area, least_width = subject.standard.number("sliver_area"), subject.standard.number("sliver_width")
    for number, outline in enumerate(subject.outlines):
        if outline is None or not subject.validity[number]:
            continue
        for part_number, part in enumerate(polygons_of(outline), 1):
            if is_sliver(part, least_area, least_width):
                key = subject.key(number)
                values = {"code": key.code, "part": part_number, "width": written(2 * part.area / part.length, 3)}
                sentence = "Parcel {code}: part {part} is a sliver, {width} m wide on average"
                place = Place(subject.systems[number], tuple(part.bounds), bytes(part.wkb))
                yield Finding((key,), Message("sliver", sentence, values), REMEDY, place, Figure(part.area, "m²"))


def is_sliver(part: Geometry, least_area: float, least_width: float) -> bool:
    """Whether a polygon is smaller than ``least_area`` (m²) or holds no circle of ``least_width`` (m) across."""
    area = part.area
    if area < least_area * AS_WIDE:
        return True
    if area > least_width / 2 * part.length:  # area is at most inradius times outline, so it is wide enough somewhere
        return False
    return bool(part.buffer(-least_width / 2 * AS_WIDE).is_empty)

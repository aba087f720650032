"""Rings to parts: holes are found by containment with even-odd nesting, never by number, order or direction."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from shapely.geometry import MultiPolygon, Polygon
from shapely.validation import explain_validity

from ...model.messages import Message
from ...model.parcel import Part, Ring

NO_AREA = 1e-6
"""A hull whose area is below this share of its squared outline is a line that rounding has bent."""


class Built(NamedTuple):
    """The parts of a parcel, or the reasons why it has none."""

    parts: tuple[Part, ...]
    faults: tuple[Message, ...]


def build_parts(rings: Sequence[Ring], parcel: str) -> Built:
    """Nest the rings of one parcel. Too few points, no area or a crossing is a fault; nothing is repaired."""
    faults = [fault for number, ring in enumerate(rings, 1) for fault in _ring_faults(ring, number, parcel)]
    if faults:
        return Built((), tuple(faults))
    shapes = [Polygon(_relative(ring, rings[0])) for ring in rings]
    count = len(rings)
    containers = [[other for other in range(count) if _inside(shapes[own], shapes[other])] for own in range(count)]
    parts = []
    for own, around in enumerate(containers):
        if len(around) % 2 == 0:
            holes = [i for i, outside in enumerate(containers) if len(outside) == len(around) + 1 and own in outside]
            parts.append((own, holes))
    whole = MultiPolygon(
        [Polygon(shapes[own].exterior, [shapes[hole].exterior for hole in holes]) for own, holes in parts]
    )
    if not whole.is_valid:
        sentence = "Parcel {parcel}: its rings cross or touch along an edge ({detail}); correct the boundary points"
        return Built((), (Message("rings_cross", sentence, {"parcel": parcel, "detail": explain_validity(whole)}),))
    return Built(tuple(Part(rings[own], tuple(rings[hole] for hole in holes)) for own, holes in parts), ())


def _relative(ring: Ring, origin: Ring) -> list[tuple[float, float]]:
    """Coordinates relative to a point of the parcel, so that no digit is lost."""
    return [(e - origin.e[0], n - origin.n[0]) for e, n in zip(ring.e, ring.n)]


def _inside(shape: Polygon, other: Polygon) -> bool:
    return bool(other.area > shape.area and other.contains(shape.representative_point()))


def _ring_faults(ring: Ring, number: int, parcel: str) -> list[Message]:
    values = {"parcel": parcel, "ring": number}
    if len(set(zip(ring.e, ring.n))) < 3:
        return [Message("too_few_points", "Parcel {parcel}: ring {ring} has fewer than 3 distinct points", values)]
    shape = Polygon(_relative(ring, ring))
    if shape.convex_hull.area <= NO_AREA * shape.length**2:
        return [Message("no_area", "Parcel {parcel}: the points of ring {ring} lie on one line", values)]
    if shape.is_valid:
        return []
    sentence = "Parcel {parcel}: ring {ring} crosses itself ({detail}); correct the order of its points"
    return [Message("self_crossing", sentence, {**values, "detail": explain_validity(shape)})]

"""Rings to parts: holes are found by containment with even-odd nesting, never by number, order or direction."""

from __future__ import annotations

from typing import Mapping, NamedTuple, Sequence

import numpy as np
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from ...geodesy.shapes import invalid_at
from ...model.messages import Message
from ...model.parcel import Part, Ring

NO_AREA = 1e-6
"""A hull whose area is below this share of its squared outline is a line that rounding has bent."""


class Built(NamedTuple):
    """The parts of a parcel and their area in squared units of the coordinates, or the reasons why it has none."""

    parts: tuple[Part, ...]
    faults: tuple[Message, ...] = ()
    area: float = 0.0


def build_parts(rings: Sequence[Ring], parcel: str) -> Built:
    """Nest the rings of one parcel. Too few points, no area or a crossing is a fault; nothing is repaired."""
    shapes: list[Polygon] = []
    faults: list[Message] = []
    for number, ring in enumerate(rings, 1):
        if len(ring) < 3 or (len(set(zip(ring.e[:8], ring.n[:8]))) < 3 and len(set(zip(ring.e, ring.n))) < 3):
            sentence = "Parcel {parcel}: ring {ring} has fewer than 3 distinct points"
            faults.append(Message("too_few_points", sentence, {"parcel": parcel, "ring": number}))
            continue
        shapes.append(Polygon(_relative(ring, rings[0])))
        faults.extend(_shape_faults(shapes[-1], {"parcel": parcel, "ring": number}, rings[0]))
    if faults:
        return Built((), tuple(faults))
    if len(rings) == 1:
        return Built((Part(rings[0]),), area=shapes[0].area)
    nested = _nested(shapes)
    whole = MultiPolygon(
        [Polygon(shapes[own].exterior, [shapes[hole].exterior for hole in holes]) for own, holes in nested]
    )
    if not whole.is_valid:
        sentence = (
            "Parcel {parcel}: its rings cross or touch along an edge at east {e}, north {n}; "
            "correct the order of the boundary points"
        )
        return Built((), (Message("rings_cross", sentence, {"parcel": parcel, **_place(whole, rings[0])}),))
    parts = tuple(Part(rings[own], tuple(rings[hole] for hole in holes)) for own, holes in nested)
    return Built(parts, area=whole.area)


def _nested(shapes: Sequence[Polygon]) -> list[tuple[int, list[int]]]:
    """Outer rings with their holes: a ring in an odd number of others is a hole of the innermost of them."""
    around: list[list[int]] = [[] for _ in shapes]
    inner = [shape.representative_point() for shape in shapes]
    places = np.array([(point.x, point.y) for point in inner])
    areas = np.array([shape.area for shape in shapes])
    for other, shape in enumerate(shapes):
        west, south, east, north = shape.bounds
        x, y = places[:, 0], places[:, 1]
        near = (areas < areas[other]) & (x >= west) & (x <= east) & (y >= south) & (y <= north)
        contains = prep(shape).contains
        for own in np.flatnonzero(near):
            if contains(inner[own]):
                around[own].append(other)
    return [
        (own, [hole for hole, outside in enumerate(around) if len(outside) == len(outer) + 1 and own in outside])
        for own, outer in enumerate(around)
        if len(outer) % 2 == 0
    ]


def _relative(ring: Ring, origin: Ring) -> np.ndarray:
    """Coordinates (e, n) relative to a point of the parcel, so that no digit is lost."""
    points = np.empty((len(ring), 2))
    points[:, 0] = np.frombuffer(ring.e) - origin.e[0]
    points[:, 1] = np.frombuffer(ring.n) - origin.n[0]
    return points


def _place(shape: BaseGeometry, origin: Ring) -> dict[str, str]:
    """Where GEOS finds a shape that was drawn from a point of the parcel not valid, in the coordinates of the file."""
    east, north = invalid_at(shape)
    decimals = 3 if abs(origin.n[0]) > 90 else 9
    return {"e": f"{origin.e[0] + east:.{decimals}f}", "n": f"{origin.n[0] + north:.{decimals}f}"}


def _shape_faults(shape: Polygon, values: Mapping[str, object], origin: Ring) -> list[Message]:
    flat = NO_AREA * shape.length**2
    if shape.area <= flat and shape.convex_hull.area <= flat:
        return [Message("no_area", "Parcel {parcel}: the points of ring {ring} lie on one line", dict(values))]
    if shape.is_valid:
        return []
    sentence = (
        "Parcel {parcel}: ring {ring} crosses or touches itself at east {e}, north {n}; correct the order of its points"
    )
    return [Message("self_crossing", sentence, {**values, **_place(shape, origin)})]

"""Narrow gaps between neighbours: strips that belong to nobody because two surveys of one line differ.

Edges that two parcels share point for point can leave no gap; only what is left of the outlines is looked at.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

import numpy as np
from shapely.ops import unary_union

from .nearness import Edges, near_pairs
from .shapes import Geometry, Index, polygons_of
from .subject import Subject

_MILLIMETRES = 1000.0
_MITRE = 2
_LONG = 4.0
"""A gap is at least this many times as long as it is wide; a wider notch is the shape of the land."""


class Gap(NamedTuple):
    """A strip between two parcels (numbers of the subject), in the campaign's CRS; mean width in metres, area in m²."""

    one: int
    other: int
    shape: Geometry
    width: float
    area: float


def gaps_of(subject: Subject, widest: float, narrowest: float) -> Iterator[Gap]:
    """Gaps between ``narrowest`` and ``widest`` metres wide."""
    index = Index(subject.surfaces)
    for one, other in sorted(near_pairs(_loose_edges(subject), narrowest, widest)):
        yield from _between(subject, one, other, widest, narrowest, index)


def _loose_edges(subject: Subject) -> Edges:
    """The edges that occur once in the whole campaign, to the millimetre, in either direction."""
    table = subject.ground
    if not len(table.x):
        return Edges(np.empty((0, 4)), np.empty(0, dtype=int))
    nodes = _numbered_pairs(np.rint(table.x * _MILLIMETRES), np.rint(table.y * _MILLIMETRES))
    ends = np.sort(np.stack((nodes, nodes[table.following]), axis=1), axis=1)
    edge = _numbered_pairs(ends[:, 0], ends[:, 1])
    once = np.flatnonzero((np.bincount(edge)[edge] == 1) & (table.lengths > 0))
    owners = np.fromiter((place.parcel for place in table.places), dtype=int)[table.ring_of[once]]
    after = table.following[once]
    return Edges(np.stack((table.x[once], table.y[once], table.x[after], table.y[after]), axis=1), owners)


def _numbered_pairs(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """A number for each pair of values, the same for equal pairs."""
    _, first = np.unique(one, return_inverse=True)
    _, second = np.unique(other, return_inverse=True)
    _, number = np.unique(first.reshape(-1) * (len(other) + 1) + second.reshape(-1), return_inverse=True)
    return number.reshape(-1)


def _between(subject: Subject, one: int, other: int, widest: float, narrowest: float, index: Index) -> Iterator[Gap]:
    """The strips a closing of both parcels fills: dilate by half the width, erode again, take the parcels away."""
    left, right = subject.surfaces[one], subject.surfaces[other]
    if left is None or right is None:
        return
    both = unary_union([left, right])
    reach = left.buffer(widest).intersection(right.buffer(widest))
    near = both.intersection(reach.buffer(4 * widest))
    closed = near.buffer(widest / 2, join_style=_MITRE).buffer(-widest / 2, join_style=_MITRE)
    taken = [subject.surfaces[number] for number in index.near(reach)]
    strips = closed.intersection(reach).difference(unary_union(taken).buffer(narrowest / 4))
    for strip in polygons_of(strips):
        width = 2 * strip.area / strip.length
        long_enough = strip.length / 2 >= _LONG * width
        if (
            narrowest < width < widest
            and long_enough
            and _beside(strip, left, narrowest)
            and _beside(strip, right, narrowest)
        ):
            yield Gap(one, other, strip, width, float(strip.area))


def _beside(strip: Geometry, parcel: Geometry, reach: float) -> bool:
    return bool(strip.distance(parcel) <= reach)

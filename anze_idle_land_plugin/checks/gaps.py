"""Narrow gaps between neighbours: strips that belong to nobody because two surveys of one line differ.

Edges that two parcels share point for point can leave no gap; only what is left of the outlines is looked at.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

import numpy as np
from shapely.geometry import box
from shapely.ops import unary_union

from .shapes import Geometry, Index, polygons_of
from .subject import Subject

_MILLIMETRES = 1000.0
_MITRE = 2
_AT_ONCE = 1_000_000
"""Distances worked out together, so that a parcel of many points takes no more memory than this."""
_LONG = 4.0
"""A gap is at least this many times as long as it is wide; a wider notch is the shape of the land."""


class Gap(NamedTuple):
    """A strip between two parcels (numbers of the subject), in the campaign's CRS; mean width in metres, area in m²."""

    one: int
    other: int
    shape: Geometry
    width: float
    area: float


class _Loose(NamedTuple):
    """Of one parcel: the edges that no other parcel shares, as rows (x1, y1, x2, y2)."""

    edges: np.ndarray


def gaps_of(subject: Subject, widest: float, narrowest: float) -> Iterator[Gap]:
    """Gaps between ``narrowest`` and ``widest`` metres wide."""
    loose = _loose_edges(subject)
    if len(loose) < 2:
        return
    boxes = [
        _box(shape, widest / 2) if number in loose and shape is not None else None
        for number, shape in enumerate(subject.surfaces)
    ]
    index = Index(boxes)
    for one, other in index.pairs():
        if _come_near(loose[one].edges, loose[other].edges, widest, narrowest):
            yield from _between(subject, one, other, widest, narrowest, index)


def _box(shape: Geometry, reach: float) -> Geometry:
    x_min, y_min, x_max, y_max = shape.bounds
    return box(x_min - reach, y_min - reach, x_max + reach, y_max + reach)


def _loose_edges(subject: Subject) -> dict[int, _Loose]:
    """By parcel, the edges that occur once in the whole campaign, to the millimetre, in either direction."""
    table = subject.ground
    if not len(table.x):
        return {}
    nodes = _numbered_pairs(np.rint(table.x * _MILLIMETRES), np.rint(table.y * _MILLIMETRES))
    ends = np.sort(np.stack((nodes, nodes[table.following]), axis=1), axis=1)
    edge = _numbered_pairs(ends[:, 0], ends[:, 1])
    once = np.flatnonzero((np.bincount(edge)[edge] == 1) & (table.lengths > 0))
    owners = np.fromiter((place.parcel for place in table.places), dtype=int)[table.ring_of[once]]
    order = np.argsort(owners, kind="stable")
    once, owners = once[order], owners[order]
    after = table.following[once]
    edges = np.stack((table.x[once], table.y[once], table.x[after], table.y[after]), axis=1)
    cuts = np.flatnonzero(np.diff(owners)) + 1
    numbers = owners[np.concatenate(([0], cuts))] if len(owners) else []
    return {
        int(number): _Loose(rows)
        for number, rows in zip(numbers, np.split(edges, cuts))
        if subject.surfaces[number] is not None
    }


def _numbered_pairs(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """A number for each pair of values, the same for equal pairs."""
    _, first = np.unique(one, return_inverse=True)
    _, second = np.unique(other, return_inverse=True)
    _, number = np.unique(first.reshape(-1) * (len(other) + 1) + second.reshape(-1), return_inverse=True)
    return number.reshape(-1)


def _come_near(one: np.ndarray, other: np.ndarray, widest: float, narrowest: float) -> bool:
    """Whether a point of either set of edges lies off the other set, but nearer than ``widest``."""
    one, other = _within(one, other, widest), _within(other, one, widest)
    if not len(one) or not len(other):
        return False
    for points, edges in ((one, other), (other, one)):
        distance = _distances(points[:, :2], edges)
        if np.any((distance > narrowest) & (distance < widest)):
            return True
    return False


def _within(edges: np.ndarray, others: np.ndarray, reach: float) -> np.ndarray:
    """The edges whose box meets the box of all the others."""
    low = np.minimum(others[:, :2], others[:, 2:]).min(axis=0) - reach
    high = np.maximum(others[:, :2], others[:, 2:]).max(axis=0) + reach
    kept = np.all(np.maximum(edges[:, :2], edges[:, 2:]) >= low, axis=1)
    kept &= np.all(np.minimum(edges[:, :2], edges[:, 2:]) <= high, axis=1)
    return edges[kept]


def _distances(points: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """From each point to the nearest of the edges, in metres."""
    start, along = edges[:, :2], edges[:, 2:] - edges[:, :2]
    squared = np.maximum((along**2).sum(axis=1), 1e-12)
    nearest = []
    for some in np.array_split(points, max(1, len(points) * len(edges) // _AT_ONCE)):
        apart = some[:, None, :] - start[None, :, :]
        share = np.clip((apart * along).sum(axis=2) / squared, 0.0, 1.0)
        off = apart - along * share[:, :, None]
        nearest.append(np.hypot(off[:, :, 0], off[:, :, 1]).min(axis=1))
    return np.concatenate(nearest)


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

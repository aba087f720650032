"""Plain rings, proven at once for many: closed by their last row only, without crossing, touch or spike.

Most parcels are one small ring in good order. Asking GEOS for each costs more than reading it, so the proof is made
for all rings of a length together. It is on the safe side: what rounding could turn over is not proven, and such a
ring goes the way of all others, through rings.py and parts.py.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from .parts import NO_AREA

MOST_VERTICES = 64
"""The proof compares every edge with every vertex; for a longer ring GEOS is the quicker one."""
_DOUBT = 1e-12
"""Of the squared size of a ring: the error of a cross product in doubles stays below a hundredth of it."""


def plain_areas(a: np.ndarray, b: np.ndarray, starts: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The area in squared units of each ring that is proven plain, 0 where it is not.

    The rows of ring k are ``counts[k]`` from ``starts[k]`` on, its closing row among them.
    """
    areas = np.zeros(len(counts))
    for count in np.unique(counts):
        if 4 <= count <= MOST_VERTICES + 1:
            which = np.flatnonzero(counts == count)
            rows = starts[which, np.newaxis] + np.arange(count)
            with np.errstate(all="ignore"):  # a number of hundreds of digits is infinite, and then nothing is proven
                areas[which] = _areas(a[rows], b[rows])
    return areas


def _areas(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The areas of rings of one length, a ring a row; 0 where one is not proven plain."""
    closed = (x[:, -1] == x[:, 0]) & (y[:, -1] == y[:, 0])
    x, y = x[:, :-1] - x[:, :1], y[:, :-1] - y[:, :1]  # relative to a point of the parcel, so that no digit is lost
    dx, dy = _next(x) - x, _next(y) - y
    areas = np.abs((x * dy - y * dx).sum(axis=1)) / 2
    lengths = np.hypot(dx, dy).sum(axis=1)
    solid = areas > 2 * NO_AREA * lengths**2
    return np.where(closed & solid & _simple(x, y, dx, dy), areas, 0.0)


def _simple(x: np.ndarray, y: np.ndarray, dx: np.ndarray, dy: np.ndarray) -> np.ndarray:
    """Which rings surely neither cross nor touch themselves: edges that do not follow each other are apart."""
    doubt = _DOUBT * np.maximum(np.abs(x), np.abs(y)).max(axis=1)[:, np.newaxis] ** 2
    side = dx[:, :, np.newaxis] * y[:, np.newaxis, :]
    side -= dy[:, :, np.newaxis] * x[:, np.newaxis, :]
    side -= (dx * y - dy * x)[:, :, np.newaxis]
    left, right = side > doubt[:, :, np.newaxis], side < -doubt[:, :, np.newaxis]
    beside = (left & _next(left)) | (right & _next(right))  # both ends of an edge on one side of another edge's line
    touching = ~(beside | beside.transpose(0, 2, 1)) & _not_neighbours(x.shape[1])
    simple = _no_spike(left | right, dx, dy, doubt)
    if touching.any():
        simple[_overlapping(touching, x, y)] = False
    return simple


def _no_spike(clear: np.ndarray, dx: np.ndarray, dy: np.ndarray, doubt: np.ndarray) -> np.ndarray:
    """Which rings nowhere turn back on the edge they came from: each turn is a clear one, or goes on forward."""
    vertex = np.arange(dx.shape[1])
    turning = clear[:, vertex, (vertex + 2) % len(vertex)]
    forward = dx * _next(dx) + dy * _next(dy) > doubt
    return np.asarray((turning | forward).all(axis=1))


def _overlapping(touching: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """The rings in which two edges that may touch also overlap in both directions; edges on one line do not."""
    ring, one, other = np.nonzero(touching)
    overlap = np.ones(len(ring), bool)
    for values in (x, y):
        low, high = np.minimum(values, _next(values)), np.maximum(values, _next(values))
        overlap &= (low[ring, one] <= high[ring, other]) & (low[ring, other] <= high[ring, one])
    return ring[overlap]


def _next(values: np.ndarray) -> np.ndarray:
    """For each vertex the value of the one behind it."""
    return np.roll(values, -1, axis=-1)


@cache
def _not_neighbours(count: int) -> np.ndarray:
    """Which edges of a ring share no vertex."""
    steps = np.abs(np.subtract.outer(np.arange(count), np.arange(count)))
    return np.asarray((steps > 1) & (steps < count - 1))

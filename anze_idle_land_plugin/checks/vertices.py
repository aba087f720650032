"""All vertices of all rings as two columns: what 100,000 parcels can be measured by at once.

numpy comes with QGIS. Lengths are metres: rings given in degrees are placed in the campaign's plane system first.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Iterable, NamedTuple, Sequence

import numpy as np

from ..model.parcel import Ring


class RingPlace(NamedTuple):
    """Which ring: index of the parcel, part and ring number as in ``Parcel.rings`` (ring 1 is the outer one)."""

    parcel: int
    part: int
    ring: int


class PlacedRing(NamedTuple):
    """A ring's columns with where it belongs."""

    place: RingPlace
    x: Sequence[float]
    y: Sequence[float]


@dataclass(frozen=True)
class Vertices:
    """Columns ``x`` (east) and ``y`` (north) of all rings, one after the other, none closed.

    Ring k takes the rows ``start[k]`` to ``start[k + 1]`` and is ``places[k]``. No ring is empty, no value is NaN.
    ``rows`` are the row numbers in the rings as surveyed (from 0).
    """

    x: np.ndarray
    y: np.ndarray
    start: np.ndarray
    places: tuple[RingPlace, ...]
    rows: np.ndarray

    @classmethod
    def of(cls, rings: Iterable[PlacedRing]) -> Vertices:
        """The table of rings; those that are empty or hold a value that is no number are left out."""
        kept = [ring for ring in rings if len(ring.x)]
        columns = [(np.asarray(ring.x, dtype=float), np.asarray(ring.y, dtype=float)) for ring in kept]
        sizes = [len(x) for x, _ in columns]
        x = np.concatenate([x for x, _ in columns]) if kept else np.empty(0)
        y = np.concatenate([y for _, y in columns]) if kept else np.empty(0)
        whole = cls(x, y, _starts(sizes), tuple(ring.place for ring in kept), _rows(sizes))
        good = np.isfinite(x) & np.isfinite(y)
        if good.all():
            return whole
        finite = np.logical_and.reduceat(good, whole.start[:-1])
        return whole.without(~np.repeat(finite, whole.sizes))

    def without(self, dropped: np.ndarray) -> Vertices:
        """The table without some vertices; a ring that loses all of them is gone."""
        if not len(self.x):
            return self
        sizes = np.add.reduceat((~dropped).astype(int), self.start[:-1])
        places = tuple(place for place, size in zip(self.places, sizes) if size)
        kept = ~dropped
        return Vertices(self.x[kept], self.y[kept], _starts(sizes[sizes > 0]), places, self.rows[kept])

    @property
    def sizes(self) -> np.ndarray:
        return np.diff(self.start)

    @cached_property
    def following(self) -> np.ndarray:
        """For each vertex the next one of its ring; the first one follows the last."""
        following = np.arange(1, len(self.x) + 1)
        following[self.start[1:] - 1] = self.start[:-1]
        return following

    @cached_property
    def preceding(self) -> np.ndarray:
        preceding = np.arange(-1, len(self.x) - 1)
        preceding[self.start[:-1]] = self.start[1:] - 1
        return preceding

    @cached_property
    def lengths(self) -> np.ndarray:
        """Length of the edge from each vertex to the following one, in metres."""
        return np.hypot(self.x[self.following] - self.x, self.y[self.following] - self.y)

    @cached_property
    def ring_of(self) -> np.ndarray:
        """The ring each vertex belongs to."""
        return np.repeat(np.arange(len(self.places)), self.sizes)

    @cached_property
    def signed_areas(self) -> np.ndarray:
        """Shoelace area of each ring in m², positive counter-clockwise; from its first vertex, to lose no digit."""
        if not self.places:
            return np.empty(0)
        first = self.start[:-1][self.ring_of]
        dx, dy = self.x - self.x[first], self.y - self.y[first]
        crossed = dx * dy[self.following] - dx[self.following] * dy
        return np.add.reduceat(crossed, self.start[:-1]) / 2

    @cached_property
    def perimeters(self) -> np.ndarray:
        return np.add.reduceat(self.lengths, self.start[:-1]) if self.places else np.empty(0)

    def closed(self, ring: int) -> np.ndarray:
        """The ring's vertices with the first one repeated, as rows of (x, y)."""
        first, last = self.start[ring], self.start[ring + 1]
        points = np.empty((last - first + 1, 2))
        points[:-1, 0], points[:-1, 1] = self.x[first:last], self.y[first:last]
        points[-1] = points[0]
        return points


def plain(place: RingPlace, ring: Ring) -> PlacedRing:
    """A surveyed ring in its own system."""
    return PlacedRing(place, ring.e, ring.n)


def _starts(sizes: Iterable[int]) -> np.ndarray:
    return np.concatenate(([0], np.cumsum(np.asarray(list(sizes), dtype=int)))).astype(int)


def _rows(sizes: Sequence[int]) -> np.ndarray:
    return np.concatenate([np.arange(size) for size in sizes]) if sizes else np.empty(0, dtype=int)

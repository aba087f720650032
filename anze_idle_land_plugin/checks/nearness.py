"""Which parcels have a boundary point just off the boundary of another: a join of points and edges on a grid.

Done for all parcels at once, because asking pair by pair takes longer than measuring every overlap.
"""

from __future__ import annotations

from typing import Iterator, NamedTuple

import numpy as np

_AT_ONCE = 20_000
"""Points looked at together, so that memory does not grow with the campaign."""
_NEIGHBOURS = [(column, row) for column in (-1, 0, 1) for row in (-1, 0, 1)]


class Edges(NamedTuple):
    """Edges as rows (x1, y1, x2, y2), each with the number of its parcel."""

    rows: np.ndarray
    owners: np.ndarray


def near_pairs(edges: Edges, nearest: float, farthest: float) -> set[tuple[int, int]]:
    """Pairs of parcels, the lower number first, of which a point of one lies off an edge of the other.

    Off by more than ``nearest`` and less than ``farthest`` metres, and by no less from any other edge of it.
    """
    if not len(edges.rows):
        return set()
    grid = _Grid(edges, farthest)
    points, owners = edges.rows[:, :2], edges.owners
    pairs: set[tuple[int, int]] = set()
    for first in range(0, len(points), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        pairs.update(_off_others(grid, points[some], owners[some], nearest, farthest))
    return pairs


def _off_others(
    grid: _Grid, points: np.ndarray, owners: np.ndarray, nearest: float, farthest: float
) -> Iterator[tuple[int, int]]:
    found = [grid.beside(points, offset) for offset in _NEIGHBOURS]
    point, edge = (np.concatenate(column) for column in zip(*found))
    other = owners[point] != grid.edges.owners[edge]
    point, edge = point[other], edge[other]
    distance = _distances(points[point], grid.edges.rows[edge])
    close = distance < farthest
    point, owner, distance = point[close], grid.edges.owners[edge[close]], distance[close]
    # The least distance from each point to each other parcel decides: a point on an edge is near the next edge as well.
    order = np.lexsort((distance, owner, point))
    point, owner, distance = point[order], owner[order], distance[order]
    leads = np.ones(len(point), dtype=bool)
    leads[1:] = (point[1:] != point[:-1]) | (owner[1:] != owner[:-1])
    off = leads & (distance > nearest)
    own = owners[point[off]]
    pairs = np.unique(np.stack((np.minimum(own, owner[off]), np.maximum(own, owner[off])), axis=1), axis=0)
    yield from ((int(one), int(two)) for one, two in pairs)


def _distances(points: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """From each point to the edge of the same row, in metres."""
    start, along = edges[:, :2], edges[:, 2:] - edges[:, :2]
    apart = points - start
    share = np.clip((apart * along).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-12), 0.0, 1.0)
    off = apart - along * share[:, None]
    return np.hypot(off[:, 0], off[:, 1])


class _Grid:
    """Edges by the cells they run through, wide enough that what is near a point lies in the nine around it."""

    def __init__(self, edges: Edges, reach: float) -> None:
        self.edges = edges
        lengths = np.hypot(edges.rows[:, 2] - edges.rows[:, 0], edges.rows[:, 3] - edges.rows[:, 1])
        self._size = max(4 * reach, 2 * float(lengths.mean()))
        self._origin = edges.rows[:, :2].min(axis=0)
        counts = (lengths // self._size).astype(int) + 2
        edge = np.repeat(np.arange(len(lengths)), counts)
        step = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)
        share = (step / (counts[edge] - 1))[:, None]
        rows = edges.rows[edge]
        cells = self._cells(rows[:, :2] + (rows[:, 2:] - rows[:, :2]) * share)
        entries = np.unique(np.stack((cells, edge), axis=1), axis=0)
        self._edge = entries[:, 1]
        self._cell, self._first, self._count = np.unique(entries[:, 0], return_index=True, return_counts=True)

    def _cells(self, points: np.ndarray, offset: tuple[int, int] = (0, 0)) -> np.ndarray:
        columns = np.floor((points - self._origin) / self._size).astype(np.int64) + np.asarray(offset)
        return (columns[:, 0] << 32) + columns[:, 1]

    def beside(self, points: np.ndarray, offset: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
        """Every point with every edge in the cell ``offset`` away from its own: row numbers of both."""
        wanted = self._cells(points, offset)
        place = np.minimum(np.searchsorted(self._cell, wanted), len(self._cell) - 1)
        counts = np.where(self._cell[place] == wanted, self._count[place], 0)
        point = np.repeat(np.arange(len(points)), counts)
        step = np.arange(len(point)) - np.repeat(np.cumsum(counts) - counts, counts)
        return point, self._edge[np.repeat(self._first[place], counts) + step]

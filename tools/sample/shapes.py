"""Shapes of sample parcels: cells of an irregular mesh, so that neighbours share every edge to the millimetre."""

from __future__ import annotations

import math
import random
from typing import Mapping, Tuple

from shapely.geometry import LineString

from .plots import Part, Point, Ring, plane, shoelace
from .sites import Road, Site

Cell = Tuple[int, int]
"""Row and column of a cell, or of a node: its north-western corner."""
Edge = Tuple[Cell, Cell]
"""Two nodes, in growing order."""


class Mesh:
    """An irregular grid of cells. ``dense`` cells get 99 points between the corners of each side: 400 in all.

    ``smallest`` and ``largest`` bound the sides of cells, in metres.
    """

    def __init__(
        self, site: Site, rng: random.Random, smallest: float, largest: float, dense: frozenset[Cell] = frozenset()
    ) -> None:
        self.site, self._rng = site, rng
        widths = [rng.uniform(smallest, largest) for _ in range(site.columns)]
        heights = [rng.uniform(smallest, largest * 0.8) for _ in range(site.rows)]
        self._jitter = smallest * 0.12
        self._nodes = self._make_nodes(widths, heights)
        self._dense = {edge for cell in dense for edge in _sides(cell)}
        self._between: dict[Edge, list[Point]] = {}

    def _make_nodes(self, widths: list[float], heights: list[float]) -> Mapping[Cell, Point]:
        east0, north0 = plane(self.site.zone)(self.site.lon, self.site.lat)
        turn = math.radians(self.site.turn)
        nodes = {}
        for row in range(self.site.rows + 1):
            for column in range(self.site.columns + 1):
                x = sum(widths[:column]) - sum(widths) / 2 + self._rng.uniform(-self._jitter, self._jitter)
                y = sum(heights) / 2 - sum(heights[:row]) + self._rng.uniform(-self._jitter, self._jitter)
                east = east0 + x * math.cos(turn) - y * math.sin(turn)
                north = north0 + x * math.sin(turn) + y * math.cos(turn)
                nodes[row, column] = (round(north, 3), round(east, 3))
        return nodes

    def ring(self, cell: Cell) -> Ring:
        """The outline of a cell, clockwise from its north-western corner."""
        points: list[Point] = []
        for edge, forward in zip(_sides(cell), (True, True, False, False)):
            start = edge[0] if forward else edge[1]
            between = self._points_between(edge)
            points += [self._nodes[start], *(between if forward else reversed(between))]
        return clockwise(tuple(points))

    def _points_between(self, edge: Edge) -> list[Point]:
        if edge not in self._between:
            (n0, e0), (n1, e1) = self._nodes[edge[0]], self._nodes[edge[1]]
            length = math.hypot(n1 - n0, e1 - e0)
            dense = edge in self._dense
            count = 99 if dense else self._rng.choice((0, 0, 1, 1, 2))
            reach = 0.4 if dense else self._jitter * 0.3
            points = []
            for step in range(1, count + 1):
                along, aside = step / (count + 1), self._rng.uniform(-reach, reach)
                north = n0 + (n1 - n0) * along + (e1 - e0) / length * aside
                east = e0 + (e1 - e0) * along - (n1 - n0) / length * aside
                points.append((round(north, 3), round(east, 3)))
            self._between[edge] = points
        return self._between[edge]


def _sides(cell: Cell) -> tuple[Edge, Edge, Edge, Edge]:
    """Top, right, bottom and left side of a cell; each edge is written the same way from both its cells."""
    row, column = cell
    return (
        ((row, column), (row, column + 1)),
        ((row, column + 1), (row + 1, column + 1)),
        ((row + 1, column), (row + 1, column + 1)),
        ((row, column), (row + 1, column)),
    )


def clockwise(ring: Ring) -> Ring:
    """The ring run clockwise from its north-western corner, as boundary files want it."""
    turn = sum(a[1] * b[0] - b[1] * a[0] for a, b in zip(ring, ring[1:] + ring[:1]))
    run = ring if turn < 0 else ring[::-1]
    start = max(range(len(run)), key=lambda i: run[i][0] - run[i][1])
    return run[start:] + run[:start]


def centre(ring: Ring) -> Point:
    return sum(n for n, _ in ring) / len(ring), sum(e for _, e in ring) / len(ring)


def hole_in(ring: Ring, scale: float, aside: float = 0.0) -> Ring:
    """A six-sided hole round the middle of a ring; ``aside`` moves it east, in shares of the ring's size.

    Holes run counter-clockwise from their north-western corner.
    """
    north, east = centre(ring)
    size = math.sqrt(shoelace(ring))
    first, *others = clockwise(
        tuple(
            (
                round(north + size * scale * math.cos(math.radians(60 * k + 7)), 3),
                round(east + size * (aside + scale * math.sin(math.radians(60 * k + 7))), 3),
            )
            for k in range(6)
        )
    )
    return (first, *reversed(others))


def pushed_into(ring: Ring, neighbour: Ring, metres: float) -> Ring:
    """The ring with the side it shares with a neighbour moved into the neighbour: the planned overlap.

    Negative metres draw the side back: the planned gap.
    """
    shared, (north, east) = set(ring) & set(neighbour), centre(neighbour)
    moved = []
    for n, e in ring:
        distance = math.hypot(north - n, east - e)
        share = metres / distance if (n, e) in shared else 0.0
        moved.append((round(n + (north - n) * share, 3), round(e + (east - e) * share, 3)))
    return tuple(moved)


def road_part(road: Road, zone: int) -> Part:
    """The strip of a road: its centre line with half the width on either side."""
    project = plane(zone)
    strip = LineString([project(lon, lat) for lon, lat in road.line]).buffer(road.width / 2, cap_style=2, join_style=2)
    ring = tuple((round(north, 3), round(east, 3)) for east, north in strip.exterior.coords[:-1])
    return Part(clockwise(ring))

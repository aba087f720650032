"""The join of points and edges gives what asking every pair gives."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point

from anze_idle_land_plugin.checks.nearness import Edges, near_pairs

PLACE = st.floats(-20.0, 20.0).map(lambda value: round(value, 2))
EDGE = st.tuples(PLACE, PLACE, PLACE, PLACE)


def one_by_one(edges: Edges, nearest: float, farthest: float) -> set[tuple[int, int]]:
    lines = [LineString([row[:2], row[2:]]) for row in edges.rows]
    pairs = set()
    for row, owner in zip(edges.rows, edges.owners):
        for other in set(edges.owners.tolist()) - {int(owner)}:
            theirs = [line for line, whose in zip(lines, edges.owners) if whose == other]
            distance = min(line.distance(Point(row[:2])) for line in theirs)
            if nearest < distance < farthest:
                pairs.add((min(int(owner), other), max(int(owner), other)))
    return pairs


@given(st.lists(EDGE, min_size=1, max_size=12), st.sampled_from([0.5, 1.0, 3.0]))
@settings(max_examples=60)
def test_pairs_are_those_that_asking_every_pair_gives(rows: Any, farthest: float) -> None:
    edges = Edges(np.array(rows), np.arange(len(rows)) % 4)
    assert near_pairs(edges, 0.01, farthest) == one_by_one(edges, 0.01, farthest)


def test_no_edges_give_no_pairs() -> None:
    assert near_pairs(Edges(np.empty((0, 4)), np.empty(0, dtype=int)), 0.01, 1.0) == set()


def test_a_very_long_edge_is_found_from_its_middle() -> None:
    rows = np.array([[0.0, 0.0, 10_000.0, 0.0], [5000.0, 0.3, 5000.0, 50.0]])
    assert near_pairs(Edges(rows, np.array([0, 1])), 0.01, 1.0) == {(0, 1)}

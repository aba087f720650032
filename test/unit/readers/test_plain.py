"""Plain rings: the proof made for many at once never says more than GEOS, and says it of nearly every real parcel."""

from __future__ import annotations

import math
from typing import Sequence

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon

from anze_idle_land_plugin.readers.boundary_txt.parts import NO_AREA
from anze_idle_land_plugin.readers.boundary_txt.plain import MOST_VERTICES, plain_areas

Vertices = Sequence[tuple[float, float]]
SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
FAR = (4_000_123.456, 37_550_789.123)


def areas(*rings: Vertices) -> list[float]:
    """What is proven of rings below each other, each closed here."""
    rows = np.array([point for ring in rings for point in (*ring, ring[0])], float)
    counts = np.array([len(ring) + 1 for ring in rings])
    found: list[float] = plain_areas(rows[:, 0], rows[:, 1], np.cumsum(counts) - counts, counts).tolist()
    return found


def sound(ring: Vertices) -> bool:
    """What parts.py finds of one ring with GEOS: closed once, valid, with an area."""
    shape = Polygon(np.array(ring) - np.array(ring[0]))
    return ring.count(ring[0]) == 1 and shape.is_valid and shape.area > NO_AREA * shape.length**2


grid_points = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda point: (float(point[0]), float(point[1])))
metres = st.floats(0, 500).map(lambda metre: round(metre, 3))
field_points = st.tuples(metres, metres).map(lambda point: (point[0] + FAR[0], point[1] + FAR[1]))
rings = st.one_of(st.lists(grid_points, min_size=3, max_size=9), st.lists(field_points, min_size=3, max_size=12))


@settings(max_examples=400)
@given(st.lists(rings, min_size=1, max_size=6))
@example([SQUARE, [(0.0, 0.0), (4.0, 0.0), (2.0, 0.0), (2.0, 3.0)]])
@example([[(0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (0.0, 4.0)]])
@example([[(0.0, 0.0), (2.0, 2.0), (4.0, 0.0), (4.0, 4.0), (2.0, 2.0), (0.0, 4.0)]])
def test_what_is_proven_plain_is_sound_to_geos_and_has_its_area(several: list[Vertices]) -> None:
    for ring, area in zip(several, areas(*several)):
        if area:
            assert sound(ring)
            assert area == pytest.approx(Polygon(np.array(ring) - np.array(ring[0])).area, rel=1e-9)


@settings(max_examples=200)
@given(st.lists(st.floats(0.3, 1), min_size=3, max_size=MOST_VERTICES), st.floats(5, 2000), st.booleans())
def test_a_parcel_in_good_order_is_proven_plain(radii: list[float], size: float, backwards: bool) -> None:
    turns = [2 * math.pi * place / len(radii) * (-1 if backwards else 1) for place in range(len(radii))]
    ring = [
        (round(FAR[0] + size * radius * math.cos(turn), 3), round(FAR[1] + size * radius * math.sin(turn), 3))
        for radius, turn in zip(radii, turns)
    ]
    if sound(ring):  # three points may lie on one line
        assert areas(ring)[0] > 0


@pytest.mark.parametrize(
    "ring",
    [
        SQUARE,
        [(0.0, 0.0), (5.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 10.0), (0.0, 10.0)],
        [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (6.0, 9.0), (6.0, 3.0), (3.0, 3.0), (3.0, 9.0), (0.0, 9.0)],
        [(35.123456789, 112.5), (35.123456789, 112.501), (35.124, 112.501), (35.124, 112.5)],
    ],
    ids=["square", "points on a side", "two legs on one line", "degrees"],
)
def test_usual_shapes_are_proven_plain(ring: Vertices) -> None:
    assert areas(ring, SQUARE)[0] == pytest.approx(Polygon(np.array(ring) - np.array(ring[0])).area)


@pytest.mark.parametrize(
    "ring",
    [
        [(0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0)],
        [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 0.0), (0.0, 10.0)],
        [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (10.0, 5.0), (0.0, 5.0)],
        [(0.0, 0.0), (10.0, 0.0), (10.0, 0.0), (0.0, 10.0)],
        [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0001)],
        [(0.0, 0.0), (float("inf"), 0.0), (5.0, 5.0)],
    ],
    ids=["bow tie", "vertex on an edge", "spike", "point twice", "line", "number without end"],
)
def test_what_touches_crosses_or_has_no_area_is_not_proven(ring: Vertices) -> None:
    assert areas(SQUARE, ring) == [100.0, 0.0]


def test_a_ring_that_its_last_row_does_not_close_is_not_proven() -> None:
    rows = np.array([*SQUARE, (0.0, 0.001)])
    assert plain_areas(rows[:, 0], rows[:, 1], np.array([0]), np.array([5])).tolist() == [0.0]

"""The remainder: approved − supplied − withdrawn, with slivers judged and no square metre lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.ops import unary_union

from anze_idle_land_plugin.geodesy.remainder import (
    CutKind,
    Least,
    Plot,
    Remainder,
    counted_twice,
    remainder,
    remainders,
)
from anze_idle_land_plugin.geodesy.shapes import ShapeIndex, moved_shape
from anze_idle_land_plugin.geodesy.zones import transform
from anze_idle_land_plugin.model.parcel import Grid

E0, N0 = 37612000.0, 4002000.0


def land(west: float, south: float, east: float, north: float) -> Polygon:
    return box(E0 + west, N0 + south, E0 + east, N0 + north)


FIELD = land(0, 0, 100, 100)


def supplied(*shapes: Polygon) -> list[Plot]:
    return [Plot(f"S{number}", shape) for number, shape in enumerate(shapes, 1)]


def test_nothing_supplied_leaves_everything() -> None:
    rest = remainder(FIELD, [], [])
    assert (rest.left_m2, rest.approved_m2, rest.pieces[0].equals(FIELD)) == (10000, 10000, True)


def test_partial_supply_leaves_the_rest_exactly() -> None:
    rest = remainder(FIELD, supplied(land(0, 0, 40.005, 100)), [])
    assert rest.left_m2 == pytest.approx(5999.5, abs=1e-6)
    assert [(cut.kind, cut.key, round(cut.area_m2, 6)) for cut in rest.cuts] == [(CutKind.SUPPLY, "S1", 4000.5)]


def test_supply_through_the_middle_leaves_two_pieces_the_larger_first() -> None:
    rest = remainder(FIELD, supplied(land(30, -10, 50, 110)), [])
    assert [round(piece.area, 6) for piece in rest.pieces] == [5000, 3000]


def test_full_supply_leaves_nothing() -> None:
    rest = remainder(FIELD, supplied(land(-1, -1, 101, 101)), [])
    assert (rest.pieces, rest.slivers, rest.supplied_m2) == ((), (), 10000)


def test_a_hole_that_was_supplied_stays_a_hole() -> None:
    (piece,) = remainder(FIELD, supplied(land(20, 20, 40, 40)), []).pieces
    assert (len(piece.interiors), round(piece.area, 6)) == (1, 9600)


def test_what_was_supplied_and_withdrawn_counts_once() -> None:
    rest = remainder(FIELD, supplied(land(0, 0, 50, 100)), [Plot("W1", land(40, 0, 60, 100))])
    assert (rest.supplied_m2, rest.withdrawn_m2, rest.left_m2) == pytest.approx((5000, 1000, 4000))
    assert [(cut.key, cut.area_m2) for cut in rest.cuts] == [("S1", 5000), ("W1", 2000)]


@pytest.mark.parametrize(
    ("gap", "pieces"),
    [(0.02, 0), (0.49, 0), (0.499, 0), (0.5, 1), (0.51, 1), (3.0, 1)],
    ids=["survey error", "too narrow", "just too narrow", "just wide enough", "wide enough", "a lane"],
)
def test_a_strip_is_a_sliver_when_it_is_too_narrow_however_long(gap: float, pieces: int) -> None:
    rest = remainder(FIELD, supplied(land(gap, 0, 100, 100)), [])
    assert len(rest.pieces) == pieces
    assert rest.left_m2 + rest.sliver_m2 == pytest.approx(gap * 100, abs=1e-6)


def test_a_strip_of_one_square_metre_is_land_and_less_is_a_sliver() -> None:
    assert len(remainder(land(0, 0, 1, 1), [], []).pieces) == 1
    assert len(remainder(land(0, 0, 1, 0.99), [], []).slivers) == 1


def test_a_neighbour_moved_from_the_other_zone_is_no_cut() -> None:
    """Of 300 such neighbours 19 share a trace of their common edge, 1e-8 m² of it."""
    for step in range(300):
        x, y = E0 + 0.123 + step * 17.37, N0 + 0.456 + step * 3.11
        field = Polygon([(x, y), (x, y + 100), (x + 100, y + 101.3), (x + 100, y)])
        beside = [(x + 100, y), (x + 100, y + 101.3), (x + 200, y + 100), (x + 200, y)]
        moved = Polygon(transform(transform(beside, 4525, 4526), 4526, 4525))
        assert remainder(field, supplied(moved), []).cuts == ()


def test_a_wedge_is_land_though_its_mean_width_is_small() -> None:
    wedge = Polygon([(E0, N0), (E0 + 200, N0), (E0 + 200, N0 + 0.9)])
    assert len(remainder(wedge, [], []).pieces) == 1


def test_two_fields_on_one_strip_are_two_pieces_and_the_strip_is_a_sliver() -> None:
    rest = remainder(FIELD, supplied(land(30, 0.03, 70, 100)), [])
    assert [round(piece.area) for piece in rest.pieces] == [3000, 3000]
    assert rest.sliver_m2 == pytest.approx(40 * 0.03, abs=0.05)
    assert rest.left_m2 + rest.sliver_m2 == pytest.approx(6001.2, abs=1e-6)


def test_a_narrow_tail_stays_with_its_field() -> None:
    rest = remainder(FIELD, supplied(land(30, 0.03, 100, 100)), [])
    assert [round(piece.area, 6) for piece in rest.pieces] == [3002.1]
    assert rest.slivers == ()


def test_fields_that_meet_in_a_point_are_two_pieces() -> None:
    rest = remainder(FIELD, supplied(land(0, 0, 50, 50), land(50, 50, 100, 100)), [])
    assert [round(piece.area, 6) for piece in rest.pieces] == [2500, 2500]


def test_an_approval_of_several_parts_gives_pieces_of_all() -> None:
    both = MultiPolygon([land(0, 0, 10, 10), land(20, 0, 40, 10)])
    rest = remainder(both, supplied(land(0, 0, 30, 10)), [])
    assert [round(piece.area, 6) for piece in rest.pieces] == [100]


def test_eight_digit_eastings_cost_no_square_metre() -> None:
    small = Polygon([(E0 + 0.123, N0 + 0.457), (E0 + 31.005, N0 + 0.001), (E0 + 29.999, N0 + 41.317)])
    near = Polygon([(0.123, 0.457), (31.005, 0.001), (29.999, 41.317)])
    assert remainder(small, [], []).approved_m2 == pytest.approx(near.area, abs=1e-6)


boxes = st.tuples(*[st.integers(-200, 1200)] * 4).map(
    lambda sides: land(
        *(side / 10 for side in (*map(min, zip(sides[:2], sides[2:])), *map(max, zip(sides[:2], sides[2:]))))
    )
)
cutters = st.lists(boxes.filter(lambda shape: shape.area > 0), max_size=5)


@given(supply=cutters, withdrawal=cutters, width=st.sampled_from([0.1, 0.5, 3.0]))
def test_no_square_metre_is_lost(supply: list[Polygon], withdrawal: list[Polygon], width: float) -> None:
    rest = remainder(FIELD, supplied(*supply), [Plot("W", each) for each in withdrawal], Least(1.0, width))
    parts = rest.left_m2 + rest.sliver_m2 + rest.supplied_m2 + rest.withdrawn_m2
    assert parts == pytest.approx(rest.approved_m2, abs=1e-6)
    gone = unary_union([*supply, *withdrawal])
    assert rest.supplied_m2 == pytest.approx(FIELD.intersection(unary_union(supply)).area, abs=1e-6)
    together = unary_union([*rest.pieces, *rest.slivers])
    assert together.symmetric_difference(FIELD.difference(gone)).area == pytest.approx(0, abs=1e-3)
    for piece in rest.pieces:
        assert piece.is_valid
        # What is exactly as wide as the least is land, though binary coordinates make it a trace less.
        assert (piece.area >= 1.0 - 1e-6, piece.buffer(-width / 2 + 1e-6).is_empty) == (True, False)
    for one in range(len(rest.pieces)):
        for other in range(one):
            assert rest.pieces[one].intersection(rest.pieces[other]).area == pytest.approx(0, abs=1e-6)


def test_the_index_finds_what_lies_near_in_order() -> None:
    shapes = [land(0, 0, 1, 1), land(5, 5, 6, 6), land(0.5, 0.5, 5.5, 5.5)]
    assert ShapeIndex(shapes).near(land(0.9, 0.9, 1, 1)) == [0, 2]
    assert ShapeIndex([]).near(FIELD) == []


def test_a_supply_surveyed_in_the_neighbour_zone_cuts_in_the_zone_of_the_approval() -> None:
    approval = Plot("A", land(27000, 0, 27100, 100), Grid(37))
    sold = Plot("S", moved_shape(land(27000, 0, 27050, 100), Grid(37), Grid(38)), Grid(38))
    (rest,) = remainders([approval], [sold], [])
    assert isinstance(rest, Remainder)
    assert (len(rest.pieces), rest.left_m2) == (1, pytest.approx(5000, abs=0.01))


def test_a_shape_that_crosses_itself_is_named_and_so_is_one_near_it() -> None:
    bow = Polygon([(E0, N0), (E0 + 50, N0 + 50), (E0 + 50, N0), (E0, N0 + 30)])
    far = Plot("far", land(500, 0, 600, 100))
    found = list(remainders([Plot("A", FIELD), far, Plot("bow", bow)], [Plot("sold", bow)], []))
    assert [isinstance(each, Remainder) for each in found] == [False, True, False]
    assert "sold" in found[0].text()
    assert "bow" in found[2].text()


def test_approvals_that_overlap_are_said_to_count_twice() -> None:
    one, other, apart = Plot("A", FIELD), Plot("B", land(99, 0, 200, 100)), Plot("C", land(200, 0, 300, 100))
    (warning,) = counted_twice([one, other, apart])
    assert ("A" in warning.text(), "B" in warning.text(), "100.00" in warning.text()) == (True, True, True)

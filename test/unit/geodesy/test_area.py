"""Areas: exact on surveyed coordinates, so that rounding up at half is right; measured in the parcel's own zone."""

from __future__ import annotations

from fractions import Fraction
from math import isnan

import pytest
from factories import parcel, shifted
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.area import centroid, plane_area, ring_area, signed_area
from anze_idle_land_plugin.geodesy.rounding import square_metres
from anze_idle_land_plugin.model.parcel import Grid

millimetres = st.tuples(st.integers(37_585_000_000, 37_646_000_000), st.integers(3_970_000_000, 4_047_000_000))


def exact_area(points: list[tuple[int, int]]) -> Fraction:
    """The shoelace formula in whole millimetres."""
    doubled = sum(a[0] * b[1] - a[1] * b[0] for a, b in zip(points, points[1:] + points[:1]))
    return Fraction(abs(doubled), 2 * 10**6)


@given(st.lists(millimetres, min_size=3, max_size=8, unique=True))
def test_the_area_is_the_float_nearest_to_the_exact_one(points: list[tuple[int, int]]) -> None:
    survey = parcel([(e / 1000, n / 1000) for e, n in points])
    assert plane_area(survey) == float(exact_area(points))
    bare = parcel([(e / 1000 - 37e6, n / 1000) for e, n in points], grid=Grid(37, False))
    assert plane_area(bare) == float(exact_area(points))


def test_half_a_square_centimetre_rounds_up() -> None:
    """12.345 m² by 1 m: a float area from eight-digit eastings says 12.34."""
    strip = parcel(shifted([(0.123, 0.777), (12.468, 0.777), (12.468, 1.777), (0.123, 1.777)]))
    assert str(square_metres(plane_area(strip))) == "12.35"


def test_holes_are_taken_off_before_anything_is_rounded() -> None:
    hole = shifted([(10, 10), (10, 10.1), (10.05, 10.1), (10.05, 10)])
    survey = parcel(shifted([(0, 0), (0, 100), (1.0001, 100), (1.0001, 0)]), holes=[hole])
    assert plane_area(survey) == float(Fraction("100") - Fraction("0.005"))


def test_coordinates_finer_than_a_survey_writes_are_measured_as_they_are() -> None:
    survey = parcel(shifted([(0, 0), (0, 1), (1, 1)]))
    east, north = list(survey.parts[0].outer.e), list(survey.parts[0].outer.n)
    east[0] += 1e-7 * 3
    assert signed_area(east, north) == pytest.approx(-0.5, abs=1e-6)


def test_a_coordinate_that_is_no_number_has_no_area() -> None:
    survey = parcel(shifted([(0, 0), (0, 1), (1, 1)]))
    survey.parts[0].outer.e[0] = float("nan")
    assert isnan(plane_area(survey))
    assert isnan(ring_area(survey.parts[0].outer))
    survey.parts[0].outer.e[0] = float("inf")
    assert isnan(plane_area(survey))


def test_fewer_than_three_points_have_no_area() -> None:
    survey = parcel(shifted([(0, 0), (0, 1)]))
    assert plane_area(survey) == 0


def test_the_centroid_takes_holes_off_and_does_not_mind_the_order_of_points() -> None:
    square = [(0, 0), (0, 100), (100, 100), (100, 0)]
    assert centroid(parcel(shifted(square))) == pytest.approx((37612050, 4002050), abs=1e-6)
    assert centroid(parcel(shifted(square[::-1]))) == pytest.approx((37612050, 4002050), abs=1e-6)
    hole = shifted([(50, 0.001), (50, 99.999), (99.999, 99.999), (99.999, 0.001)])
    assert centroid(parcel(shifted(square), holes=[hole])) == pytest.approx((37612025, 4002050), abs=0.01)
    assert centroid(parcel(shifted([(0, 0), (0, 10), (0, 20)]))) == (37612000, 4002010)

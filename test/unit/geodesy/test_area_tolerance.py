"""The allowed difference between a document's area and the survey's."""

from __future__ import annotations

from math import sqrt

import pytest
from factories import parcel, shifted

from anze_idle_land_plugin.geodesy.area_tolerance import area_sigma, area_tolerance


@pytest.mark.parametrize(("area", "sigma"), [(500, 1.1), (5000, 3.5), (50000, 11), (200000, 22)])
def test_a_square_has_the_point_error_times_its_side(area: float, sigma: float) -> None:
    side = sqrt(area)
    square = parcel(shifted([(0, side), (side, side), (side, 0), (0, 0)]))
    assert area_sigma(square) == pytest.approx(0.05 * side, rel=1e-4)
    assert area_sigma(square) == pytest.approx(sigma, rel=0.03)


def test_a_hole_adds_its_own_uncertainty() -> None:
    hole = shifted([(20, 80), (20, 20), (80, 20)])
    assert area_sigma(parcel(holes=[hole])) > area_sigma(parcel())


def test_the_largest_of_the_three_limits_counts() -> None:
    assert area_tolerance(100.0, 0.1) == 1.0
    assert area_tolerance(100.0, 1.0) == 3.0
    assert area_tolerance(100000.0, 1.0) == 100.0

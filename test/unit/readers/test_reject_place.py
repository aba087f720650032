"""Where a reject lies: the points that can be read around its line, and no place where none can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.readers.reject_place import place_of

FILE = """[地块坐标]
4,1.0,A,甲,面,,,,@
J1,1,4002100.000,37612000.000
J2,1,4002100.000,376121XX
J3,1,4002000.000,37612100.000
5,1.0,B,乙,面,,,,@
J1,1,4005100.000,37615000.000
""".splitlines()


@pytest.mark.parametrize("line", [2, 3, 4, 5])
def test_a_line_of_a_parcel_lies_where_its_other_points_are(line: int) -> None:
    assert place_of(FILE, line, "", 4525) == (37612000.0, 4002000.0, 37612100.0, 4002100.0)


def test_the_next_parcel_is_another_place() -> None:
    assert place_of(FILE, 6, "EPSG:4525", 4525) == (37615000.0, 4005100.0, 37615000.0, 4005100.0)


@pytest.mark.parametrize("line", [0, 1, 99])
def test_a_line_outside_every_parcel_gives_a_place_or_none_and_no_error(line: int) -> None:
    place_of(FILE, line, "", 4525)
    assert place_of([], line, "", 4525) is None


def test_without_number_in_front_the_grid_of_the_file_tells() -> None:
    rows = ["1,4002100.000,612000.000", "2,oh,dear"]
    assert place_of(rows, 2, "", 4525) is None
    assert place_of(rows, 2, "EPSG:4546", 4525) == pytest.approx((37612000.0, 4002100.0) * 2)


def test_easting_first_and_degrees_are_told_by_magnitude() -> None:
    assert place_of(["J1,37612000.0,4002100.0"], 1, "", 4525) == (37612000.0, 4002100.0) * 2
    west, south, _, _ = place_of(["J1,1,36.14,112.25"], 1, "", 4490) or (0, 0, 0, 0)
    assert (west, south) == (112.25, 36.14)


@given(st.lists(st.text(max_size=40), max_size=8), st.integers(-3, 12), st.sampled_from(["", "EPSG:4546", "EPSG:3857"]))
def test_any_text_gives_a_place_or_none(lines: list[str], line: int, crs: str) -> None:
    place = place_of(lines, line, crs, 4525)
    assert place is None or len(place) == 4

"""Map sheet numbers: the vectors of the standard's formulas, every edge of a band, and another way to count."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.mapsheet import (
    NoSuchScale,
    OffTheSheets,
    degrees,
    sheet_number,
)

VECTORS = (
    "112.2451 36.1461 J49G093068 J49H185136 J49I555408",
    "112.25 36.15 J49G093069 J49H185137 J49I555409",
    "112.2 35.95 I49G002068 I49H003135 I49I008404",
    "112.3 35.9999 I49G001069 I49H001138 I49I001413",
    "112.3 36.0001 J49G096069 J49H192138 J49I576413",
    "112.55 36.1 J49G094073 J49H188146 J49I562437",
    "112.02 36.45 J49G086065 J49H171129 J49I512386",
    "112.005 36.4 J49G087065 J49H173129 J49I519385",
    "114.5625 39.375 J50G015010 J50H030019 J50I090055",
)
"""Longitude, latitude, and the sheets at 1:10 000, 1:5 000 and 1:2 000."""
SHEETS_A_SIDE = {
    500_000: 2,
    250_000: 4,
    100_000: 12,
    50_000: 24,
    25_000: 48,
    10_000: 96,
    5_000: 192,
    2_000: 576,
    1_000: 1152,
    500: 2304,
}


@pytest.mark.parametrize("vector", VECTORS)
def test_the_vectors_hold(vector: str) -> None:
    longitude, latitude, *numbers = vector.split()
    for kind in (float, Decimal, Fraction):
        found = [sheet_number(kind(longitude), kind(latitude), scale) for scale in (10_000, 5_000, 2_000)]
        assert found == numbers


@pytest.mark.parametrize(
    ("scale", "number"),
    [
        (1_000_000, "J49"),
        (500_000, "J49B002002"),
        (250_000, "J49C004003"),
        (100_000, "J49D012009"),
        (50_000, "J49E024018"),
        (25_000, "J49F047035"),
        (1_000, "J49J11090817"),
        (500, "J49K22181633"),
    ],
)
def test_the_other_scales_hold(scale: int, number: str) -> None:
    assert sheet_number(112.25, 36.15, scale) == number


@pytest.mark.parametrize("scale", SHEETS_A_SIDE)
def test_every_edge_of_a_band_belongs_to_the_sheet_north_or_east_of_it(scale: int) -> None:
    per_side = SHEETS_A_SIDE[scale]
    digits = 3 if per_side < 1000 else 4
    for step in range(per_side):
        latitude, longitude = 36 + Fraction(4 * step, per_side), 108 + Fraction(6 * step, per_side)
        wanted = f"{per_side - step:0{digits}d}{step + 1:0{digits}d}"
        assert sheet_number(longitude, latitude, scale)[4:] == wanted
        # As floats and as text of nine decimals, which lies south of every edge that is a third, it is the same sheet.
        assert sheet_number(float(longitude), float(latitude), scale)[4:] == wanted
        written = (Decimal(f"{float(longitude):.9f}"), Decimal(int(latitude * 10**9)).scaleb(-9))
        assert sheet_number(*written, scale)[4:] == wanted


def test_degrees_minutes_and_seconds_are_exact() -> None:
    edge = degrees(36, 7, 30)
    assert sheet_number(degrees(112, 15), edge) == "J49G093069"
    assert sheet_number(degrees(112, 15), edge - Fraction(1, 10**12)) == "J49G094069"
    assert degrees(112, 18, Decimal("45.5")) == 112 + Fraction(18, 60) + Fraction(455, 36000)


def test_a_decimal_that_all_but_touches_an_edge_lies_on_it_and_one_farther_off_does_not() -> None:
    assert sheet_number(112.25 - 9e-8, 36.15)[-3:] == "069"
    assert sheet_number(112.25 - 2e-7, 36.15)[-3:] == "068"


def by_halving(angle: Fraction, low: Fraction, high: Fraction, parts: int) -> int:
    """Which of equal parts an angle lies in, found by comparing with edges only."""
    first, last = 0, parts
    while last - first > 1:
        middle = (first + last) // 2
        if angle >= low + (high - low) * middle / parts:
            first = middle
        else:
            last = middle
    return first


points = st.tuples(
    st.fractions(Fraction(112), Fraction("112.57"), max_denominator=10**7),
    st.fractions(Fraction("35.89"), Fraction("36.51"), max_denominator=10**7),
)


@given(point=points, scale=st.sampled_from(sorted(SHEETS_A_SIDE)))
def test_another_way_to_count_gives_the_same_sheet_all_over_the_county(
    point: tuple[Fraction, Fraction], scale: int
) -> None:
    longitude, latitude = point
    per_side = SHEETS_A_SIDE[scale]
    south = 36 if latitude >= 36 else 32
    row = per_side - by_halving(latitude, Fraction(south), Fraction(south + 4), per_side)
    column = by_halving(longitude, Fraction(108), Fraction(114), per_side) + 1
    number = sheet_number(longitude, latitude, scale)
    digits = 3 if per_side < 1000 else 4
    assert number[:3] == ("J49" if south == 36 else "I49")
    assert (int(number[4 : 4 + digits]), int(number[4 + digits :])) == (row, column)


def test_unknown_scales_and_places_off_the_sheets_are_refused() -> None:
    with pytest.raises(NoSuchScale, match="1:10000"):
        sheet_number(112, 36, 20_000)
    for longitude, latitude in ((112, -1), (112, 88), (200, 36), (float("nan"), 36), (112, float("inf"))):
        with pytest.raises(OffTheSheets):
            sheet_number(longitude, latitude)

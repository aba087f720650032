"""四舍五入 on the decimal value, once; conversions from the source value, never from a rounded one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from factories import dossier, parcel, shifted
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.rounding import half_up, hectares, mu, square_metres


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (0.00005, 4, "0.0001"),
        (-2.675, 2, "-2.68"),
        (2.5, 0, "3"),
        (1e-9, 2, "0.00"),
        (123456789.125, 2, "123456789.13"),
    ],
)
def test_half_rounds_up_on_the_decimal_text(value: float, decimals: int, text: str) -> None:
    assert f"{half_up(value, decimals):f}" == text


def test_hectares_and_mu_come_from_the_unrounded_area() -> None:
    area = 1234.4996
    assert square_metres(area) == Decimal("1234.50")
    assert hectares(area) == Decimal("0.1234")  # from the rounded 1234.50 it would be 0.1235
    assert mu(666.6633333) == Decimal("1.00")
    assert mu(63.3299) == Decimal("0.09")  # by way of 0.0063 ha it would be 0.09, of 63.33 m² 0.095 and 0.10


@given(st.integers(0, 10**12))
def test_all_three_units_agree_with_exact_fractions(tenth_of_square_centimetre: int) -> None:
    exact = Fraction(tenth_of_square_centimetre, 100_000)
    area = float(exact)
    for found, factor, decimals in (
        (square_metres, 1, 2),
        (hectares, Fraction(1, 10_000), 4),
        (mu, Fraction(3, 2_000), 2),
    ):
        scaled = exact * factor * 10**decimals
        assert found(area) * 10**decimals == (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)


def test_a_parcel_without_a_document_enters_the_base_with_its_area_rounded_half_up() -> None:
    """10 003.5 m² is 1.00035 ha, whose nearest float lies below: rounded as a float it would lose a square metre."""
    survey = parcel(shifted([(0, 0), (0, 100.035), (100, 100.035), (100, 0)]))
    assert dossier(survey=survey).base_area_ha == 1.0004

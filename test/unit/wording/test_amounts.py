"""Areas, shares and sums as people read them, against rounding done on the written decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.wording.amounts import count, ha, hectares_zh, m2, percent, points, three_units, wan


@pytest.mark.parametrize(
    ("area", "said"),
    [
        (1.00005, "1.0001"),
        (1.3333 * 0.5, "0.6667"),
        (2.3541 * 0.5, "1.1771"),
        (0.1 + 0.2, "0.3000"),
        (-0.00001, "0.0000"),
    ],
)
def test_hectares_are_rounded_half_up_on_what_a_person_would_reckon(area: float, said: str) -> None:
    assert ha(area) == said


@given(st.integers(-(10**10), 10**10), st.integers(0, 6))
def test_a_figure_written_in_decimals_rounds_like_its_decimals(digits: int, places: int) -> None:
    exact = Decimal(digits).scaleb(-places)
    assert Decimal(ha(float(exact), 2)) == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_units_stand_close_in_sentences_and_apart_in_cells() -> None:
    assert hectares_zh(18.0) == "18.0000公顷" and hectares_zh(18.005, 2, gap=" ") == "18.01 公顷"
    assert three_units(10000.0) == "10000.00 m²　1.0000 公顷　15.00 亩" and m2(0.005) == "0.01"
    assert wan(240.0) == "240万元" and wan(30.4272) == "30.4272万元" and wan(1200.0, " ") == "1200 万元"


@pytest.mark.parametrize(
    ("share", "said"), [(0.66665, "66.7%"), (0.1235, "12.4%"), (1.527, "152.7%"), (0.0, "0.0%"), (2 / 3, "66.7%")]
)
def test_shares_are_percent_with_one_decimal(share: float, said: str) -> None:
    assert percent(share) == said


def test_a_change_carries_its_sign_and_nothing_carries_none() -> None:
    assert percent(0.1, 0, sign=True) == "+10%" and percent(-0.2, 0, sign=True) == "-20%" and percent(-0.0) == "0.0%"
    assert points(-0.04) == "0.0" and points(3.45) == "3.5" and count(12.0) == "12"

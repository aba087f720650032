"""Texts wrap by the rules of Chinese setting, shrink, and hand on what does not fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.catalogue import tables
from anze_idle_land_plugin.printing.paper import fonts
from anze_idle_land_plugin.printing.paper.text_flow import fit, sizes, wrap

TEXTS = st.text(alphabet="安泽县土地，。（）《》“”AZ09-. ", max_size=60)


@pytest.fixture(autouse=True)
def em_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Chinese character one em, every other half."""
    monkeypatch.setattr(fonts, "advance", lambda kind, text: sum(1.0 if ord(c) > 255 else 0.5 for c in text))
    monkeypatch.setattr(tables.SHIPPED, "_derived", {})  # what was wrapped before counted otherwise


@given(TEXTS, st.integers(min_value=4, max_value=20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, ems: int) -> None:
    lines = wrap(text, float(ems))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(fonts.advance("body", line) <= ems + 1e-6 for line in lines)


@given(TEXTS)
def test_no_line_begins_with_a_closing_mark_where_there_is_room(text: str) -> None:
    lines = wrap(text, 40.0)
    assert not [line for line in lines[1:] if line[:1] in "，。）》”" and line]


def test_a_number_stays_whole_and_keeps_its_unit() -> None:
    assert wrap("图形面积 670740.78 m²", 8.0) == ("图形面积", "670740.78 m²")


def test_a_word_wider_than_the_line_is_torn() -> None:
    assert wrap("A" * 20, 5.0) == ("A" * 10, "A" * 10)


def test_a_text_shrinks_before_it_is_left_over() -> None:
    found = fit("安泽县" * 7, 60.0, 4.0, sizes(9.0))
    assert (found.points, found.rest) == (8.0, "")


def test_what_does_not_fit_comes_back() -> None:
    text = "".join(chr(0x4E00 + index) for index in range(200))
    found = fit(text, 30.0, 6.0, sizes(9.0))
    assert found.rest
    assert "".join(found.lines) + found.rest == text

"""Ordinals and sums in Chinese words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.wording.numerals import money_in_words, ordinal


@pytest.mark.parametrize(
    ("wan", "words"),
    [
        (240.0, "贰佰肆拾万元整"),
        (30.4272, "叁拾万肆仟贰佰柒拾贰元整"),
        (66.6667, "陆拾陆万陆仟陆佰陆拾柒元整"),
        (10000.0, "壹亿元整"),
        (10001.0, "壹亿零壹万元整"),
        (100.05, "壹佰万零伍佰元整"),
        (1.0001, "壹万零壹元整"),
        (0.000015, "壹角伍分"),
        (0.123456, "壹仟贰佰叁拾肆元伍角陆分"),
        (0.100005, "壹仟元零伍分"),
        (0.0, "零元整"),
    ],
)
def test_money_in_words(wan: float, words: str) -> None:
    assert money_in_words(wan) == words


VALUES = {word: number for number, word in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(words: str) -> int:
    """The whole yuan of capital numerals, read by the rules of a cheque."""
    total = section = digit = 0
    for word in words.split("元", maxsplit=1)[0]:
        if word in VALUES:
            digit = VALUES[word]
        elif word in UNITS:
            section += digit * UNITS[word]
            digit = 0
        else:
            total = (total + section + digit) * 10**8 if word == "亿" else total + (section + digit) * 10**4
            section = digit = 0
    return total + section + digit


@given(st.integers(1, 99_999_999_999))
def test_whole_sums_read_back_as_they_were(yuan: int) -> None:
    words = money_in_words(float(Decimal(yuan) / 10000))
    assert read_back(words) == yuan
    assert "零零" not in words and not words.startswith("零")


@pytest.mark.parametrize(("number", "word"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (38, "三十八")])
def test_ordinals(number: int, word: str) -> None:
    assert ordinal(number) == word

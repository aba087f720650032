"""Numbers of law and plan inside the words of tables: places to fill, as in 送达之日起{fee_pay_days:zh}日内.

A place names a row of policy_numbers.csv and how the number is said:

======== ====================== ===================
form     says                   20 %, 30, 1/3, 2
======== ====================== ===================
(none)   the number as written  20, 30, 1/3, 2
``%``    a percentage           20%
``zh``   a count in Chinese     二十, 三十, ..., 两
``zh%``  a percentage in words  百分之二十
``zh/``  a fraction in words    五分之一, ..., 三分之一
======== ====================== ===================

Change the number and every paper, list, check and board that shows the words follows. Places that name no row are left
to whoever fills the text.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Callable, Mapping, NamedTuple, Sequence

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)(?::([^{}]*))?\}")
_DIGITS = "零一二三四五六七八九"


class Number(NamedTuple):
    """A number as the table writes it; of a percentage the hundredfold."""

    written: str
    unit: str

    @property
    def value(self) -> Fraction:
        """The number exactly; a percentage as a fraction of one."""
        return Fraction(self.written) / (100 if self.unit.startswith("%") else 1)


def numbers_of(rows: Sequence[Mapping[str, str]]) -> dict[str, Number]:
    """The rows of policy_numbers.csv by name."""
    return {row["name"]: Number(row["value"], row["unit"]) for row in rows}


def fill(text: str, numbers: Mapping[str, Number]) -> str:
    """A text with its numbers in place."""

    def said(place: re.Match[str]) -> str:
        name, form = place[1], place[2] or ""
        return FORMS[form](numbers[name]) if name in numbers and form in FORMS else place[0]

    return _PLACE.sub(said, text) if "{" in text else text


def in_chinese(number: int) -> str:
    """A whole number below ten thousand in Chinese numerals: 三十, 一百零五."""
    if number < 10:
        return _DIGITS[number]
    words = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            words += _DIGITS[digit] + unit
        elif words and number and not words.endswith("零"):
            words += "零"
    return words[1:] if words.startswith("一十") else words


def _decimal_in_chinese(number: Fraction) -> str:
    whole, _, decimals = _decimal(number).partition(".")
    return in_chinese(int(whole)) + ("点" + "".join(_DIGITS[int(digit)] for digit in decimals) if decimals else "")


def _decimal(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):.4f}".rstrip("0").rstrip(".")


def _counted(number: Number) -> str:
    """Two of something are 两."""
    return "两" if number.value == 2 else _decimal_in_chinese(number.value)


def _fraction_in_chinese(number: Number) -> str:
    value = number.value
    return f"{in_chinese(value.denominator)}分之{in_chinese(value.numerator)}"


FORMS: Mapping[str, Callable[[Number], str]] = {
    "": lambda number: number.written,
    "%": lambda number: f"{_decimal(number.value * 100)}%",
    "zh": _counted,
    "zh%": lambda number: f"百分之{_decimal_in_chinese(number.value * 100)}",
    "zh/": _fraction_in_chinese,
}

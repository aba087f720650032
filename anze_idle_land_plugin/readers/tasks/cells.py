"""Cells of a task table: their text, the number and the unit of area in it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from ...model.rounding import rounded

AREA_UNIT = re.compile(r"公顷|平方米|m2|hm2|ha|亩", re.IGNORECASE)
SPELLED = {"公顷": "公顷", "ha": "公顷", "hm2": "公顷", "平方米": "平方米", "m2": "平方米", "亩": "亩"}
PER_HECTARE = {"公顷": Decimal(1), "亩": Decimal(15), "平方米": Decimal(10_000)}
NOTHING = {"", "-", "--", "—", "——", "/", "无"}
"""What stands in a cell that says nothing."""


def plain(cell: object) -> str:
    """A cell's text without blanks and full-width forms; a whole number without decimals."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = repr(cell) if isinstance(cell, float) else "" if cell is None else str(cell)
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def number_in(text: str) -> Decimal | None:
    """The number a plain text is, thousands parted by commas or not."""
    try:
        found = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def area_in(text: str) -> tuple[Decimal, str] | None:
    """The area a plain text is, and the unit that stands behind it ("" without one)."""
    behind = AREA_UNIT.search(text)
    if behind is None or behind.end() != len(text):
        behind = None
    number = number_in(text[: behind.start()] if behind else text)
    if number is None or number < 0:
        return None
    return number, SPELLED[behind[0].lower()] if behind else ""


def day_in(cell: object) -> date | None:
    """The day of a cell, as a date or in ISO form."""
    if isinstance(cell, datetime):
        return cell.date()
    try:
        return date.fromisoformat(plain(cell)[:10])
    except ValueError:
        return None


def hectares_of(area: Decimal, unit: str) -> Decimal:
    """An area in hectares, half up at 4 decimals."""
    return rounded(area / PER_HECTARE[unit], 4)


def last_digit(area: Decimal, unit: str) -> Decimal:
    """How much the last digit an area is written with is worth, in hectares."""
    exponent = area.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0)) / PER_HECTARE[unit]

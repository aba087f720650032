"""The area a file declares for a parcel: its unit is written, or the surveyed area tells it (docs/formats.md 4.11).

The declared area is kept apart from the surveyed one: the geometry only says in which unit a number was meant.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SQUARE_METRES = {"公顷": 10000.0, "平方米": 1.0, "亩": 2000 / 3}
"""Units in the order they are tried: boundary files declare 公顷 by rule."""
SPELLINGS = {"hm2": "公顷", "ha": "公顷", "公顷": "公顷", "m2": "平方米", "平方米": "平方米", "亩": "亩"}
_AREA = re.compile(rf"(\d+(?:\.\d+)?)\s*({'|'.join(SPELLINGS)})?")
_TOLERANCE = 0.01
_SAME_UNIT = 15**0.5
"""A number nearer to the geometry than this factor cannot be meant in a neighbouring unit: 1 公顷 = 15 亩."""


class Declared(NamedTuple):
    """A declared area: the digits as written, and the unit written behind them (or empty)."""

    digits: str
    unit: str

    def fitting(self, plane_m2: float) -> list[str]:
        """The units in which it says what the geometry has: within 1 %, or within what its decimals can tell."""
        number, decimals = float(self.digits), len(self.digits.partition(".")[2])
        return [
            unit
            for unit, size in SQUARE_METRES.items()
            if self.unit in ("", unit)
            and abs(number * size - plane_m2) <= max(plane_m2 * _TOLERANCE, size * 0.5 * 10**-decimals)
        ]

    def meant_in(self, plane_m2: float) -> str:
        """The unit it is meant in: the one written, one that fits, else 公顷 where no other is as near; or empty."""
        fitting = self.fitting(plane_m2)
        if self.unit or fitting:
            return self.unit or fitting[0]
        hectares = float(self.digits) * SQUARE_METRES["公顷"]
        return "公顷" if plane_m2 / _SAME_UNIT < hectares < plane_m2 * _SAME_UNIT else ""


def declared_in(text: str) -> Declared | None:
    """The area a text consists of; None where it is no area, or zero, which stands for nothing."""
    return _declared(_AREA.fullmatch(_plain(text)))


def first_declared_in(text: str) -> Declared | None:
    """The first area in words round it: 约5716.5平方米（8.57亩）."""
    return _declared(_AREA.search(_plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().lower()


def _declared(match: re.Match[str] | None) -> Declared | None:
    if match is None or not float(match[1]):
        return None
    return Declared(match[1], SPELLINGS.get(match[2] or "", ""))

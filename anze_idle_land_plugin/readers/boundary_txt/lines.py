"""Text to numbered lines, and the full-width characters that only typing habits put there."""

from __future__ import annotations

import re
from typing import NamedTuple

_BREAKS = re.compile(r"\r\n|\n|\r")
_BLANKS = " \t\u3000\u00a0\ufeff"
_HALF_WIDTH = {ord(full): half for full, half in zip("，．－０１２３４５６７８９＠｛｝；", ",.-0123456789@{};")}


class Line(NamedTuple):
    """A line that is not blank: its number from 1 and its text without blanks at the ends."""

    number: int
    text: str


def split_lines(text: str) -> list[Line]:
    """All lines that hold something, whatever the line ends (CRLF, LF, CR)."""
    stripped = ((number, line.strip(_BLANKS)) for number, line in enumerate(_BREAKS.split(text), 1))
    return [Line(number, line) for number, line in stripped if line]


def half_width(text: str) -> str:
    """Full-width commas, digits and dots as half-width ones."""
    return text.translate(_HALF_WIDTH)


def fields_of(text: str) -> list[str]:
    """The comma-separated fields without blanks round them."""
    return [field.strip(_BLANKS) for field in text.replace("，", ",").split(",")]

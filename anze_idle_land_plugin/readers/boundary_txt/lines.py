"""Text to numbered lines, and the full-width characters that only typing habits put there."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

_BREAKS = re.compile(r"\r\n|\n|\r")
BLANKS = " \t\u3000\u00a0\ufeff\0"
_CHUNK = 1 << 20
LONGEST = 100_000
"""Characters a line may have; a longer one is no line of a survey file."""
_HALF_WIDTH = {ord(full): half for full, half in zip("，．－０１２３４５６７８９＠｛｝；＝", ",.-0123456789@{};=")}


class Line(NamedTuple):
    """A line that is not blank: its number from 1 and its text without blanks at the ends."""

    number: int
    text: str


def split_lines(text: str) -> Iterator[tuple[int, str]]:
    """Number and text of all lines that hold something, whatever the line ends (CRLF, LF, CR).

    Lines are cut off a piece at a time, so that a file of millions of rows does not stand in memory twice.
    """
    number, start = 0, 0
    while start < len(text):
        end = text.find("\n", start + _CHUNK) + 1 or len(text)
        piece = text[start:end]
        lines = _BREAKS.split(piece) if "\r" in piece else piece.split("\n")
        if end < len(text) or not lines[-1]:
            lines.pop()  # what stands behind the last break is the beginning of the next piece
        for number, line in enumerate(lines, number + 1):  # noqa: B020 - the count goes on over the pieces
            stripped = line.strip(BLANKS)
            if stripped:
                yield number, stripped
        start = end


def shortened(text: str) -> str:
    """The beginning and the end of a line that is too long to be kept, so that a plot line still ends in its ``@``."""
    return f"{text[:200]}…{text[-2:]}"


def half_width(text: str) -> str:
    """Full-width commas, digits and dots as half-width ones."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def fields_of(text: str) -> list[str]:
    """The comma-separated fields without blanks round them."""
    return [field.strip(BLANKS) for field in text.replace("，", ",").split(",")]

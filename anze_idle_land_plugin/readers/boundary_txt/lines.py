"""Text to numbered lines, and the full-width characters that only typing habits put there."""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

BLANKS = " \t\u3000\u00a0\ufeff\0"
_CHUNK = 1 << 20
LONGEST = 100_000
"""Characters a line may have; a longer one is no line of a survey file."""
_HALF_WIDTH = {ord(full): half for full, half in zip("，．－０１２３４５６７８９＠｛｝；＝", ",.-0123456789@{};=")}


class Line(NamedTuple):
    """A line that is not blank: its number from 1 and its text without blanks at the ends."""

    number: int
    text: str


class Piece(NamedTuple):
    """Lines that follow each other and hold something: their numbers from 1, their texts without blanks at the ends."""

    numbers: Sequence[int]
    texts: list[str]


def pieces_of(text: str) -> Iterator[Piece]:
    """All lines that hold something, whatever the line ends (CRLF, LF, CR).

    Lines are cut off a piece at a time, so that a file of millions of rows does not stand in memory twice.
    """
    number, start = 1, 0
    while start < len(text):
        end = text.find("\n", start + _CHUNK) + 1 or len(text)
        piece = text[start:end]
        if "\r" in piece:
            piece = piece.replace("\r\n", "\n").replace("\r", "\n")
        lines = [line.strip(BLANKS) for line in piece.split("\n")]
        if end < len(text) or not lines[-1]:
            lines.pop()  # what stands behind the last break is the beginning of the next piece
        numbers: Sequence[int] = range(number, number + len(lines))
        number += len(lines)
        if not all(lines):
            numbers = [each for each, line in zip(numbers, lines) if line]
            lines = [line for line in lines if line]
        yield Piece(numbers, lines)
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

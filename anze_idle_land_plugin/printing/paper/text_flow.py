"""How a text takes its room: it wraps by the rules of Chinese setting, then shrinks, and says what is left over.

Nothing is cut: what does not fit at the least size comes back, and the page says where it goes on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple, Sequence

from ...catalogue import kept_at_most
from . import fonts
from .canvas import BODY, MM_PER_POINT, Box, Canvas

LEADING = 1.28
"""Distance of base lines as a multiple of the size."""
LEAST = 5.5
"""Points under which nothing on a sheet is set, single crowded cells of the point table apart."""
_WORD = re.compile(r"[A-Za-z0-9_./:%°+\-]+(?: ?(?:m²|公顷|亩|万元|天))?|.", re.DOTALL)
"""Words and numbers, a number with its unit, and every other character by itself."""
_NEVER_FIRST = frozenset("，。；：、！？）》〉】〕”’％)]}…—·㎡°")
_NEVER_LAST = frozenset("（《〈【〔“‘([{")
_SLACK = 1e-6


class Fit(NamedTuple):
    """A text as lines of one size; ``rest`` is what did not fit."""

    points: float
    lines: tuple[str, ...]
    rest: str = ""

    @property
    def height(self) -> float:
        """mm of all lines."""
        return len(self.lines) * line_height(self.points)


def line_height(points: float) -> float:
    return points * MM_PER_POINT * LEADING


@kept_at_most(2048)
def wrap(text: str, ems: float, kind: str = BODY) -> tuple[str, ...]:
    """The lines of a text no wider than ``ems`` (the room divided by the size).

    A number or a code stays whole where a line can hold it; no line begins with a closing mark or ends with an
    opening one.
    """
    if len(text.splitlines()) < 2 and fonts.advance(kind, text) <= ems + _SLACK:
        return (text.strip(),)
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(_filled(_units(paragraph.rstrip()), ems + _SLACK, kind))
    return tuple(lines)


def _units(paragraph: str) -> list[str]:
    """What may not be torn apart: words, and characters with the marks that cling to them."""
    units: list[str] = []
    for word in _WORD.findall(paragraph):
        clings = units and (word[0] in _NEVER_FIRST or units[-1][-1] in _NEVER_LAST)
        if clings:
            units[-1] += word
        else:
            units.append(word)
    return units


def _filled(units: Sequence[str], ems: float, kind: str) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for unit in units:
        wide = fonts.advance(kind, unit)
        pieces = [(unit, wide)] if wide <= ems else [(each, fonts.advance(kind, each)) for each in unit]
        for piece, width in pieces:
            if line and used + width > ems:
                lines.append(line.rstrip())
                line, used = "", 0.0
            if line or piece.strip():  # a line does not begin with a blank
                line += piece
                used += width
    return [*lines, line.rstrip()]


def fit(text: str, width: float, height: float, sizes: Sequence[float], kind: str = BODY) -> Fit:
    """The text at the first of the sizes (points, falling) at which it stays in ``width`` by ``height`` mm."""
    for points in sizes:
        lines = wrap(text, width / (points * MM_PER_POINT), kind)
        if len(lines) * line_height(points) <= height + 0.3 and _narrow(lines, width, points, kind):
            return Fit(points, lines)
    points = sizes[-1]
    lines = wrap(text, width / (points * MM_PER_POINT), kind)
    room = max(int((height + 0.3) / line_height(points)), 1)
    return Fit(points, lines[:room], "".join(lines[room:]))


def _narrow(lines: Sequence[str], width: float, points: float, kind: str) -> bool:
    """Whether every line is narrow enough: a single character may be wider than the room."""
    return all(fonts.advance(kind, line) * points * MM_PER_POINT <= width + 0.01 for line in lines)


@lru_cache(maxsize=64)
def sizes(first: float, least: float = LEAST, step: float = 0.5) -> tuple[float, ...]:
    """From the wanted size down to the least, in points."""
    return tuple(first - step * index for index in range(int((first - least) / step + 1e-9) + 1))


def draw_fit(
    canvas: Canvas,
    box: Box,
    text: str,
    points: Sequence[float],
    kind: str = BODY,
    align: str = "left",
    colour: str = "#000000",
) -> str:
    """Draw a text into its box, centred vertically, at the first size that fits; returns what did not."""
    found = fit(text, box.width, box.height, points, kind)
    draw_lines(canvas, box, found, kind, align, colour)
    return found.rest


def draw_lines(
    canvas: Canvas, box: Box, found: Fit, kind: str = BODY, align: str = "left", colour: str = "#000000"
) -> None:
    """Draw the lines of a fit, centred vertically in the box."""
    step = line_height(found.points)
    top = box.y + (box.height - found.height) / 2
    for number, line in enumerate(found.lines):
        if line:
            canvas.text(Box(box.x, top + number * step, box.width, step), line, found.points, kind, align, colour)

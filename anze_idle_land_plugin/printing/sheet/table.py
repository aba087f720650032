"""The ruled tables of a sheet: rows that grow with their text, shrink together, and hand on what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Sequence

from ..paper.canvas import BODY, BOLD, MM_PER_POINT, Box, Canvas
from ..paper.text_flow import Fit, draw_fit, draw_lines, sizes, wrap
from .facts import Fact

LABEL_TINT, RULE = "#EEF2F6", "#303030"
LABEL_WIDTH, PAD, LEAST_ROW = 22.5, 1.3, 5.3
FACT_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
GOES_ON = "（下转附页）"


@dataclass(frozen=True)
class Cell:
    """A label and the lines of its value, with its place across the row in mm."""

    fact: Fact
    x: float
    width: float
    value: Fit


class Row(NamedTuple):
    cells: tuple[Cell, ...]
    height: float


@dataclass(frozen=True)
class Table:
    """A table laid out. ``rest`` are the facts whose value goes on elsewhere, whole."""

    rows: tuple[Row, ...]
    label_width: float
    rest: tuple[Fact, ...] = ()

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


def paired(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Two facts a row; a wide one has its row for itself, and so has one whose partner would be wide."""
    rows: list[list[Fact]] = []
    for fact in facts:
        if fact.wide or not rows or len(rows[-1]) == 2 or rows[-1][0].wide:
            rows.append([fact])
        else:
            rows[-1].append(fact)
    return rows


def lay_table(rows: Sequence[Sequence[Fact]], width: float, height: float, label_width: float = LABEL_WIDTH) -> Table:
    """The table at the largest size at which it stays below ``height`` mm.

    At the least size the longest values are shortened line by line, and named in ``rest``; when that is not enough,
    the last rows go there whole.
    """
    for points in FACT_SIZES:
        table = Table(_rows(rows, width, points, label_width, 999), label_width)
        if table.height <= height:
            return table
    for most in range(12, 1, -1):
        laid = _rows(rows, width, FACT_SIZES[-1], label_width, most)
        if sum(row.height for row in laid) <= height:
            break
    kept = _rows_within(laid, height)
    rest = [cell.fact for row in kept for cell in row.cells if cell.value.rest]
    rest += [cell.fact for row in laid[len(kept) :] for cell in row.cells]
    return Table(kept, label_width, tuple(rest))


def _rows_within(rows: Sequence[Row], height: float) -> tuple[Row, ...]:
    used, kept = 0.0, []
    for row in rows:
        used += row.height
        if used > height + 0.01:
            break
        kept.append(row)
    return tuple(kept)


def _rows(
    rows: Sequence[Sequence[Fact]], width: float, points: float, label_width: float, most: int
) -> tuple[Row, ...]:
    laid = []
    for facts in rows:
        share = width / len(facts)
        room = (share - label_width - 2 * PAD) / (points * MM_PER_POINT)
        cells = tuple(
            Cell(fact, index * share, share, _value(fact.value, room, points, most)) for index, fact in enumerate(facts)
        )
        tallest = max(cell.value.height for cell in cells)
        laid.append(Row(cells, max(LEAST_ROW, tallest + 1.7)))
    return tuple(laid)


def _value(text: str, ems: float, points: float, most: int) -> Fit:
    lines = wrap(text, ems, BODY)
    if len(lines) <= most:
        return Fit(points, lines)
    last = lines[most - 1]
    kept = next(at for at in range(len(last), -1, -1) if len(wrap(last[:at] + GOES_ON, ems, BODY)) == 1)
    return Fit(points, (*lines[: most - 1], last[:kept] + GOES_ON), "".join(lines[most - 1 :]))


def draw_table(canvas: Canvas, table: Table, x: float, y: float) -> float:
    """Draw the table with its upper left corner at (x, y) mm; returns its lower edge."""
    placed: list[tuple[Box, Cell]] = []
    for row in table.rows:
        placed.extend((Box(x + cell.x, y, cell.width, row.height), cell) for cell in row.cells)
        y += row.height
    names = [Box(box.x, box.y, table.label_width, box.height) for box, _ in placed]
    canvas.rectangles(names, fill=LABEL_TINT, colour=RULE, width=0.15)
    canvas.rectangles([box for box, _ in placed], colour=RULE, width=0.15)
    for box, cell in placed:
        _draw_words(canvas, box, cell, table.label_width)
    return y


def _draw_words(canvas: Canvas, box: Box, cell: Cell, label_width: float) -> None:
    label = Box(box.x + 0.8, box.y + 0.2, label_width - 1.6, box.height - 0.4)
    draw_fit(canvas, label, cell.fact.label, sizes(cell.value.points), BOLD, "centre")
    room = Box(box.x + label_width + PAD, box.y, box.width - label_width - 2 * PAD, box.height)
    draw_lines(canvas, room, cell.value)

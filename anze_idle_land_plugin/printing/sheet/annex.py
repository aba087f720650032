"""附页: what the front had no room for, whole: long facts and the full timeline, on as many pages as it takes."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from ..paper.canvas import BOLD, MM_PER_POINT, Box, Canvas
from ..paper.text_flow import Fit, line_height, wrap
from .facts import Fact
from .table import LABEL_WIDTH, LEAST_ROW, PAD, Cell, Row, Table, draw_table

POINTS = 9.0
HEADING = 8.0


class Section(NamedTuple):
    """A heading and the facts below it, each in a row of its own."""

    heading: str
    facts: tuple[Fact, ...]


class Block(NamedTuple):
    """What stands on one page below one heading."""

    heading: str
    table: Table


def annex_pages(sections: Sequence[Section], box: Box) -> list[list[Block]]:
    """The sections in pages no higher than the box; a value longer than a page is parted between two lines."""
    pages: list[list[Block]] = []
    left = 0.0
    for section in sections:
        heading = section.heading
        for row in _rows(section.facts, box):
            needed = row.height + (HEADING if heading else 0.0)
            if not pages or needed > left:
                pages.append([])
                left, heading = box.height, heading or f"{section.heading}（续）"
            if heading:
                pages[-1].append(Block(heading, Table((), LABEL_WIDTH)))
                left -= HEADING
                heading = ""
            block = pages[-1][-1]
            pages[-1][-1] = Block(block.heading, Table((*block.table.rows, row), LABEL_WIDTH))
            left -= row.height
    return pages


def _rows(facts: Sequence[Fact], box: Box) -> list[Row]:
    room = box.width - LABEL_WIDTH - 2 * PAD
    most = max(int((box.height - HEADING - 2) / line_height(POINTS)), 1)
    rows = []
    for fact in facts:
        lines = wrap(fact.value, room / (POINTS * MM_PER_POINT))
        for start in range(0, len(lines), most):
            value = Fit(POINTS, lines[start : start + most])
            rows.append(Row((Cell(fact, 0.0, box.width, value),), max(LEAST_ROW, value.height + 1.7)))
    return rows


def draw_annex_page(canvas: Canvas, blocks: Sequence[Block], box: Box) -> None:
    y = box.y
    for block in blocks:
        canvas.text(Box(box.x, y, box.width, HEADING - 1), block.heading, 10.5, BOLD)
        y = draw_table(canvas, block.table, box.x, y + HEADING - 1) + 1

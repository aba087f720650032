"""The 界址点成果表: columns of points with the lengths between them, small on the front or on pages of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Sequence

from ...model.standing.snapshot import Dossier
from ...wording.amounts import three_units
from ..paper.canvas import BOLD, Box, Canvas
from ..paper.text_flow import draw_fit, sizes
from .point_rows import PointRow, columns_of, point_rows
from .table import LABEL_TINT, RULE

HEADS = ("序号", "点号", "X(m)", "Y(m)", "边长(m)")
SHARES = (0.09, 0.135, 0.28, 0.305, 0.19)
"""Widths of the columns as shares of the whole."""
COLUMN_GAP, NARROWEST, COMFORTABLE = 3.0, 54.0, 80.0
AREA_ROOM = 8.0
"""mm below the columns for the area."""
_CELL_SIZES = (*sizes(8.0, 5.5), 5.0, 4.5, 4.0, 3.5, 3.0)


@dataclass(frozen=True)
class Measures:
    """Row height and head height in mm, size of type in points."""

    row: float
    head: float
    points: float


PAGE, NARROW_PAGE, FRONT = Measures(4.9, 5.9, 8.0), Measures(4.9, 5.9, 7.0), Measures(3.7, 4.4, 7.0)


@dataclass(frozen=True)
class PointsPage:
    """The columns of one page and whether the area stands below them."""

    columns: Sequence[Sequence[PointRow]]
    last: bool


def front_height(dossier: Dossier) -> float:
    """The room the whole table takes on the front, in mm: title, head, rows, area."""
    return 5.0 + FRONT.head + len(point_rows(dossier.survey)) * FRONT.row + 5.5


def draw_on_front(canvas: Canvas, dossier: Dossier, box: Box) -> None:
    """The whole table in one column, its title over it and the area below."""
    canvas.text(Box(box.x, box.y, box.width, 4.6), "界址点成果表", 7.5, BOLD, "centre")
    bottom = _column(canvas, point_rows(dossier.survey), box.x, box.y + 5.0, box.width, FRONT)
    draw_fit(canvas, Box(box.x, bottom + 0.6, box.width, 4.4), area_words(dossier), sizes(7.0, 5.0), BOLD, "centre")


def area_words(dossier: Dossier) -> str:
    area = dossier.area_m2
    return f"面积 {three_units(area)}"


def pages_of_points(dossier: Dossier, box: Box) -> list[PointsPage]:
    """The table in pages: as many columns as are comfortable when all fits on one page, else as many as go in."""
    rows = point_rows(dossier.survey)
    capacity = max(int((box.height - PAGE.head - AREA_ROOM) / PAGE.row), 2)
    wide = max(int((box.width + COLUMN_GAP) / (COMFORTABLE + COLUMN_GAP)), 1)
    most = max(int((box.width + COLUMN_GAP) / (NARROWEST + COLUMN_GAP)), 1)
    columns = columns_of(rows, capacity)
    per_page = wide if len(columns) <= wide else most
    starts = range(0, len(columns), per_page)
    return [PointsPage(columns[start : start + per_page], start + per_page >= len(columns)) for start in starts]


def draw_points_page(canvas: Canvas, dossier: Dossier, page: PointsPage, box: Box, number: int, count: int) -> None:
    """One page of the table below its line of unit and page."""
    words = f"单位：m　　第 {number} 页 / 共 {count} 页"
    draw_fit(canvas, Box(box.right - 42, box.y - 6.5, 42, 5.5), words, sizes(8.0), align="right")
    comfortable = max(int((box.width + COLUMN_GAP) / (COMFORTABLE + COLUMN_GAP)), 1)
    several = max(len(page.columns), comfortable)
    width = (box.width - COLUMN_GAP * (several - 1)) / several
    lowest, size = box.y, PAGE if width >= COMFORTABLE - 5 else NARROW_PAGE
    for index, rows in enumerate(page.columns):
        lowest = max(lowest, _column(canvas, rows, box.x + index * (width + COLUMN_GAP), box.y, width, size))
    if page.last:
        canvas.text(Box(box.x, lowest + 1.5, box.width, 5), f"宗地{area_words(dossier)}", 9, BOLD)


def _column(canvas: Canvas, rows: Sequence[PointRow], x: float, top: float, width: float, size: Measures) -> float:
    """One column; each length stands between its two points. Returns the lower edge."""
    widths = [width * share for share in SHARES]
    edges = [x + sum(widths[:index]) for index in range(len(widths))]
    heads = [Box(edge, top, wide, size.head) for edge, wide in zip(edges, widths)]
    canvas.rectangles(heads, fill=LABEL_TINT, colour=RULE, width=0.15)
    for box, head in zip(heads, HEADS):
        draw_fit(canvas, box.inset(0.2), head, sizes(size.points), BOLD, "centre")
    _rule(canvas, rows, edges, widths, top + size.head, size)
    y = top + size.head
    for row in rows:
        if row.is_head:
            canvas.text(Box(x + 2, y, width - 4, size.row), row.name, size.points, BOLD)
        else:
            _row(canvas, row, edges, widths, y, size)
        y += size.row
    return y


def _rule(
    canvas: Canvas,
    rows: Sequence[PointRow],
    edges: Sequence[float],
    widths: Sequence[float],
    top: float,
    size: Measures,
) -> None:
    """The lines of a column: a box for each cell, those of the lengths half a row lower, and a tinted one a ring."""
    places = [(row, top + number * size.row) for number, row in enumerate(rows)]
    rings = [Box(edges[0], y, sum(widths), size.row) for row, y in places if row.is_head]
    cells = [
        Box(edge, y, wide, size.row)
        for row, y in places
        if not row.is_head
        for edge, wide in zip(edges[:4], widths[:4])
    ]
    cells += [Box(edges[4], y + size.row / 2, widths[4], size.row) for row, y in places if row.length]
    canvas.rectangles(rings, fill="#F7F7F7", colour=RULE, width=0.1)
    canvas.rectangles(cells, colour=RULE, width=0.1)


@lru_cache(maxsize=8)
def _allowed(points: float) -> tuple[float, ...]:
    """The sizes of type a cell may shrink to, from ``points`` down."""
    return tuple(each for each in _CELL_SIZES if each <= points)


def _row(
    canvas: Canvas, row: PointRow, edges: Sequence[float], widths: Sequence[float], y: float, size: Measures
) -> None:
    allowed = _allowed(size.points)
    for value, edge, wide in zip((row.serial, row.name, row.x, row.y), edges, widths):
        if value:
            draw_fit(canvas, Box(edge + 0.3, y, wide - 0.6, size.row), value, allowed, align="centre")
    if row.length:
        between = Box(edges[4] + 0.3, y + size.row / 2, widths[4] - 0.6, size.row)
        draw_fit(canvas, between, row.length, allowed, align="centre")

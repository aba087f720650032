"""The numbered table of all parcels in columns of rows; what does not fit goes on to the next page."""

from __future__ import annotations

from typing import Sequence

from ...model.units import Units
from ...wording.amounts import NONE, ha
from ...wording.days import in_table
from ..paper.canvas import BODY, BOLD, Box, Canvas
from .view import Item

ROW = 9.2
"""Height of a row in mm: the number is set in 24.5 points."""
COLUMN_GAP = 6.0
NARROWEST = 255.0
"""A column of rows narrower than this would cut the names."""

COLUMNS = (
    ("序号", 23.0, 24.5, BOLD, "centre"),
    ("编号", 34.0, 16.0, BODY, "left"),
    ("地块", 63.0, 16.0, BOLD, "left"),
    ("公顷", 22.0, 18.0, BODY, "right"),
    ("方式", 14.0, 20.0, BOLD, "centre"),
    ("责任单位", 59.0, 16.0, BODY, "left"),
    ("时限", 31.0, 16.0, BODY, "left"),
    ("状态", 37.0, 16.0, BODY, "left"),
)


def capacity(box: Box) -> int:
    """How many parcels the table takes in a box."""
    return _columns_in(box) * _rows_in(box)


def draw_table(canvas: Canvas, box: Box, items: Sequence[Item], known: Units) -> None:
    """As many parcels as ``capacity(box)`` allows, column by column; the last column may stay short."""
    rows_each, count = _rows_in(box), _columns_in(box)
    width = (box.width - COLUMN_GAP * (count - 1)) / count
    rows_each = min(rows_each, -(-len(items) // count)) or 1
    for index in range(0, len(items), rows_each):
        x = box.x + (index // rows_each) * (width + COLUMN_GAP)
        _draw_column(canvas, Box(x, box.y, width, box.height), items[index : index + rows_each], known)


def _columns_in(box: Box) -> int:
    return max(int((box.width + COLUMN_GAP) / (NARROWEST + COLUMN_GAP)), 1)


def _rows_in(box: Box) -> int:
    return max(int(box.height / ROW) - 1, 0)


def _draw_column(canvas: Canvas, box: Box, items: Sequence[Item], known: Units) -> None:
    factor = box.width / sum(column[1] for column in COLUMNS)
    canvas.rectangle(Box(box.x, box.y, box.width, ROW), "#E9EEF3")
    x = box.x
    for title, width, _, _, align in COLUMNS:
        canvas.text(Box(x + 1, box.y, width * factor - 2, ROW), title, 18, BOLD, align)
        x += width * factor
    for index, item in enumerate(items, start=1):
        top = box.y + index * ROW
        x = box.x
        for (title, width, points, kind, align), cell in zip(COLUMNS, _cells(item, known)):
            room = Box(x + 1, top, width * factor - 2, ROW)
            size = canvas.fitting(cell, points, room.width, kind)
            whole = title == "序号"  # a shortened number would name another parcel; its column holds four digits
            canvas.text(room, cell if whole else canvas.fitted(cell, size, room.width, kind), size, kind, align)
            x += width * factor
        canvas.line(((box.x, top + ROW), (box.right, top + ROW)), "#999999", 0.2)
    canvas.line(((box.x, box.y), (box.right, box.y)), width=0.4)


def _cells(item: Item, known: Units) -> tuple[str, ...]:
    dossier = item.dossier
    deadline = dossier.case.deadline
    return (
        str(item.number),
        dossier.code,
        dossier.case.title,
        ha(dossier.base_area_ha, 2),
        dossier.category.character,
        known.department_name(dossier.case.department),
        in_table(deadline, NONE),
        dossier.status.zh,
    )

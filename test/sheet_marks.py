"""The texts of a sheet as they were drawn, and what is wrong with their places."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterator

from qgis.PyQt.QtGui import QImage, QPainter
from shapely.geometry import Polygon
from sheet_cases import around

from anze_idle_land_plugin.geodesy.shapes import ShapeIndex
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.paper.canvas import Canvas, Mark
from anze_idle_land_plugin.printing.sheet.pages import draw_sheet
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, style_of

TOUCH_MM2 = 0.05
"""Boxes are a little higher than the ink: less overlap than this is none."""


SLACK_MM = 0.15


def pages_of_marks(
    dossier: Dossier, paper: str, template: Path | None = None
) -> tuple[list[list[Mark]], tuple[float, float]]:
    """The texts of every page as drawn, and the page's size in mm."""
    options = SheetOptions(printed_on=date(2023, 10, 8), paper=paper, template=template)
    style = style_of(around(dossier), options)
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    marks: list[Mark] = []
    pages: list[list[Mark]] = []

    def turn_page() -> None:
        pages.append(list(marks))
        marks.clear()

    try:
        draw_sheet(Canvas(painter, 1200 / 25.4, marks), dossier, [], style, turn_page)
    finally:
        painter.end()
    turn_page()
    return pages, (style.layout.width, style.layout.height)


def overlaps(marks: list[Mark]) -> Iterator[tuple[str, str]]:
    shapes = [Polygon(mark.corners) for mark in marks]
    index = ShapeIndex(shapes)
    for place, shape in enumerate(shapes):
        for other in index.near(shape):
            if other != place and shape.intersection(shapes[other]).area > TOUCH_MM2:
                yield marks[place].text, marks[other].text


def leaving(marks: list[Mark], size: tuple[float, float]) -> Iterator[str]:
    """Texts wider or higher than their box, or beyond the page."""
    for mark in marks:
        xs, ys = [x for x, _ in mark.corners], [y for _, y in mark.corners]
        room = mark.room
        inside = min(xs) >= room.x - SLACK_MM and max(xs) <= room.right + SLACK_MM
        inside = inside and min(ys) >= room.y - SLACK_MM and max(ys) <= room.bottom + SLACK_MM
        on_page = min(xs) > 5 and min(ys) > 5 and max(xs) < size[0] - 5 and max(ys) < size[1] - 5
        if not (inside and on_page):
            yield mark.text

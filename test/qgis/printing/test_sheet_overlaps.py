"""No text of a sheet stands on another, leaves its box or the page: found from the marks the canvas keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterator

import pytest
from qgis.PyQt.QtGui import QImage, QPainter
from shapely.geometry import Polygon
from shapely.strtree import STRtree
from sheet_cases import CASES, ODD, SheetCase, around

from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.paper.canvas import Canvas, Mark
from anze_idle_land_plugin.printing.sheet.pages import draw_sheet
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, style_of

SPARSE = ("triangle", "strip-3km", "two-parts", "parts-14", "sliver-2m", "nothing-known", "a3-triangle")
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
    words = {id(shape): mark.text for shape, mark in zip(shapes, marks)}
    tree = STRtree(shapes)
    for shape in shapes:
        for found in tree.query(shape):
            other = found if hasattr(found, "area") else shapes[int(found)]
            if id(other) != id(shape) and shape.intersection(other).area > TOUCH_MM2:
                yield words[id(shape)], words[id(other)]


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


@pytest.mark.parametrize("case", [*CASES, *ODD], ids=lambda case: case.name)
def test_no_text_overlaps_or_is_clipped(qgis_app, case: SheetCase) -> None:
    pages, size = pages_of_marks(case.make(), case.paper)
    for number, marks in enumerate(pages, 1):
        assert marks, f"page {number} is empty"
        assert list(overlaps(marks)) == [], f"page {number}"
        assert list(leaving(marks, size)) == [], f"page {number}"


@pytest.mark.parametrize("case", [*CASES, *ODD], ids=lambda case: case.name)
def test_no_text_is_cut_by_an_ellipsis(qgis_app, case: SheetCase) -> None:
    pages, _ = pages_of_marks(case.make(), case.paper)
    assert not [mark.text for marks in pages for mark in marks if "…" in mark.text]


@pytest.mark.parametrize("case", [case for case in CASES if case.name in SPARSE], ids=lambda case: case.name)
def test_every_corner_of_a_sparse_parcel_bears_its_number(qgis_app, case: SheetCase) -> None:
    dossier = case.make()
    pages, _ = pages_of_marks(dossier, case.paper)
    on_maps = [mark.text for marks in pages for mark in marks if mark.room.height < 2.5 and mark.text.startswith("J")]
    for part in dossier.survey.parts:
        for name in part.outer.names:
            assert on_maps.count(name) >= sum(name in each.outer.names for each in dossier.survey.parts)


def test_the_check_itself_sees_an_overlap_and_a_clipped_text() -> None:
    from anze_idle_land_plugin.printing.paper.canvas import Box, corners

    room = Box(20, 20, 10, 4)
    stands = Mark("甲", corners(room), room)
    beside = Mark("乙", corners(Box(28, 21, 10, 4)), room)
    assert set(overlaps([stands, beside])) == {("甲", "乙"), ("乙", "甲")}
    assert list(leaving([stands, beside], (210, 297))) == ["乙"]

"""No text of a sheet stands on another, leaves its box or the page: found from the marks the canvas keeps."""

from __future__ import annotations

import pytest
from sheet_cases import CASES, ODD, SheetCase
from sheet_marks import leaving, overlaps, pages_of_marks

from anze_idle_land_plugin.printing.paper.canvas import Mark

SPARSE = ("triangle", "strip-3km", "two-parts", "parts-14", "sliver-2m", "nothing-known", "a3-triangle")


@pytest.mark.parametrize("case", [*CASES, *ODD], ids=lambda case: case.name)
def test_no_text_overlaps_or_is_clipped(qgis_app: object, case: SheetCase) -> None:
    pages, size = pages_of_marks(case.make(), case.paper)
    for number, marks in enumerate(pages, 1):
        assert marks, f"page {number} is empty"
        assert list(overlaps(marks)) == [], f"page {number}"
        assert list(leaving(marks, size)) == [], f"page {number}"


@pytest.mark.parametrize("case", [*CASES, *ODD], ids=lambda case: case.name)
def test_no_text_is_cut_by_an_ellipsis(qgis_app: object, case: SheetCase) -> None:
    pages, _ = pages_of_marks(case.make(), case.paper)
    assert not [mark.text for marks in pages for mark in marks if "…" in mark.text]


@pytest.mark.parametrize("case", [case for case in CASES if case.name in SPARSE], ids=lambda case: case.name)
def test_every_corner_of_a_sparse_parcel_bears_its_number(qgis_app: object, case: SheetCase) -> None:
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

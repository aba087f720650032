"""Facts, areas, lengths, coordinates, map sheet number and scale of a sheet against independent computation."""

from __future__ import annotations

import math
import subprocess
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from factories import dossier, parcel, shifted, snapshot
from openpyxl import load_workbook
from qgis.core import QgsFeedback
from sheet_cases import CASES, two_parts

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.algorithms.parcelsheets import write_workbooks
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.paper.canvas import Box
from anze_idle_land_plugin.printing.sheet.facts import duties_of, facts_of, in_print, map_sheet
from anze_idle_land_plugin.printing.sheet.map.sides import Neighbour, nearby, sides_of
from anze_idle_land_plugin.printing.sheet.map.view import panels_of, scales, view_of
from anze_idle_land_plugin.printing.sheet.run.batch import SheetOptions, print_sheets

AS_OF = date(2023, 9, 30)
IRREGULAR = shifted([(0.0, 93.337), (71.25, 110.018), (120.5, 40.001), (60.123, -12.75), (-8.4, 22.22)])


def text_of(folder: Path, subject: Dossier) -> str:
    options = SheetOptions(printed_on=date(2023, 10, 8))
    print_sheets(snapshot([subject]), [subject], folder, options, QgsFeedback())
    pdf = folder / subject.which.value / f"{subject.code}.pdf"
    read = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True)
    return "".join(read.stdout.split())


def by_hand(points: list[tuple[float, float]]) -> Decimal:
    """The shoelace area of points rounded to millimetres, in exact decimals."""
    exact = [(Decimal(f"{e:.3f}"), Decimal(f"{n:.3f}")) for e, n in points]
    turns = (exact[i - 1][0] * exact[i][1] - exact[i][0] * exact[i - 1][1] for i in range(len(exact)))
    return abs(sum(turns, Decimal())) / 2


def rounded(value: Decimal, step: str) -> str:
    return str(value.quantize(Decimal(step), rounding=ROUND_HALF_UP))


def test_area_lengths_and_coordinates_are_those_of_the_points(qgis_app: object, tmp_path: Path) -> None:
    text = text_of(tmp_path, dossier(survey=parcel(IRREGULAR)))
    area = by_hand(IRREGULAR)
    assert f"图形面积{rounded(area, '0.01')}m²{rounded(area / 10000, '0.0001')}公顷" in text
    assert f"{rounded(area * 3 / 2000, '0.01')}亩" in text
    for index, (e, n) in enumerate(IRREGULAR):
        assert f"{n:.3f}{e:.3f}" in text
        before = IRREGULAR[index - 1]
        length = math.dist((round(before[0], 3), round(before[1], 3)), (round(e, 3), round(n, 3)))
        assert rounded(Decimal(repr(length)), "0.01") in text


def test_the_scale_on_the_sheet_is_that_of_the_map(qgis_app: object, tmp_path: Path) -> None:
    subject = dossier(survey=parcel(IRREGULAR))
    text = text_of(tmp_path, subject)
    assert any(f"1:{scale}" in text for scale in scales())


@pytest.mark.parametrize("side", [7.0, 33.0, 100.0, 480.0, 2900.0])
def test_the_parcel_fills_about_seven_tenths_of_the_frame(side: float) -> None:
    square = parcel(shifted([(0, side), (side, side), (side, 0), (0, 0)]))
    view = view_of(square, Box(25, 110, 113, 125))
    share = side * 1000 / view.scale / 113
    assert view.scale in scales()
    assert 0.5 <= share <= 0.7001


def test_one_millimetre_of_map_is_the_scale_in_metres() -> None:
    view = view_of(parcel(), Box(0, 0, 113, 125))
    (x0, y0), (x1, y1) = view.at(37612000.0, 4002000.0), view.at(37612100.0, 4002100.0)
    assert (x1 - x0) * view.scale / 1000 == pytest.approx(100.0)
    assert (y0 - y1) * view.scale / 1000 == pytest.approx(100.0)


def test_parts_far_apart_have_panels_and_an_overview() -> None:
    panels = panels_of(two_parts().survey, Box(25, 110, 113, 125))
    assert [panel.parts for panel in panels] == [(0,), (1,), ()]
    near = parcel(more_parts=[shifted([(130, 0), (130, 60), (190, 0)])])
    assert len(panels_of(near, Box(25, 110, 113, 125))) == 1


def test_the_map_sheet_is_the_one_the_parcel_lies_in() -> None:
    # 1:10 000 sheets are 2'30" high and 3'45" wide, counted from the 4 by 6 degree sheet J49 (36-40 N, 108-114 E).
    subject = dossier()
    longitude, latitude = 112 + 14 / 60 + 42 / 3600, 36 + 8 / 60 + 32 / 3600
    row = 96 - int((latitude - 36) / (2.5 / 60))
    column = int((longitude - 108) / (3.75 / 60)) + 1
    assert map_sheet(subject) == f"J49G{row:03d}{column:03d}"
    assert map_sheet(dossier(TFH="J49G000001")) == "J49G000001"


def test_neighbours_are_named_on_the_side_they_lie_on() -> None:
    def other(code: str, dx: float, dy: float) -> Neighbour:
        beside = dossier(
            survey=parcel(shifted([(dx, dy + 100), (dx + 100, dy + 100), (dx + 100, dy), (dx, dy)]), code=code)
        )
        return Neighbour(code, "", beside.wkb)

    survey = parcel()
    around = [other("E", 100, 0), other("N", 0, 103), other("far", 0, -400)]
    sides = sides_of(survey, nearby(survey, around, 4525))
    assert {name: [each.code for each in side.neighbours] for name, side in sides.items()} == {
        "东": ["E"],
        "北": ["N"],
        "南": [],
        "西": [],
    }


def test_days_idle_are_counted_to_the_data_date() -> None:
    idle = dossier(ListKind.IDLE, parcel(code="2023-X-001"), XZQSRQ=date(2021, 5, 20), XZTS=1)
    facts = {fact.label: fact.value for fact in facts_of(idle, AS_OF)}
    assert facts["闲置天数"] == f"{(AS_OF - date(2021, 5, 20)).days} 天"


def test_supply_state_and_what_is_left_follow_from_the_areas() -> None:
    facts = {f.label: f.value for f in facts_of(dossier(DKMJGQ=1.5, YGMJ=0.5, CHMJ=0.25), AS_OF)}
    assert facts["供应状态"] == "部分供应（已供 0.5000 公顷）"
    assert facts["剩余未供"].startswith("7500.00 m²　0.7500 公顷　11.25 亩")
    assert {f.label: f.value for f in facts_of(dossier(DKMJGQ=1.5), AS_OF)}["供应状态"] == "未供"


def test_the_next_step_names_document_and_who_takes_it() -> None:
    rows = duties_of(dossier(state="P40"), AS_OF, catalogue.shipped_units())
    assert rows[1][0].value.startswith("系统备案（电子监管号），自然资源局办理")
    closed = duties_of(dossier(state="P99"), AS_OF, catalogue.shipped_units())
    assert closed[1][0].value == "已销号，无后续步骤"


@pytest.mark.parametrize(
    ("measure", "begins"),
    [("03", "启动供应（出让方案/划拨审批）"), ("02", "净地拟退（请示、现场核实），县政府报原批准机关办理")],
)
def test_the_next_step_goes_the_way_of_the_disposal_opinion(measure: str, begins: str) -> None:
    ready = dossier(state="P21", XHLYFS=measure, NZYPZRQ=date(2015, 8, 8))
    assert duties_of(ready, AS_OF, catalogue.shipped_units())[1][0].value.startswith(begins)


@pytest.mark.parametrize("which", list(ListKind), ids=lambda which: which.value)
def test_no_table_shows_its_short_marks_on_a_sheet(which: ListKind) -> None:
    steps = catalogue.workflow(which).transitions.values()
    words = [in_print(each) for step in steps for each in (step.name, step.document, step.actor)]
    assert not [each for each in words if " + " in each or "->" in each or ":" in each]


@pytest.mark.parametrize("which", list(ListKind), ids=lambda which: which.value)
def test_every_state_has_a_next_step_or_says_why_not(which: ListKind) -> None:
    for state in catalogue.workflow(which).states:
        assert duties_of(dossier(which, state=state), AS_OF, catalogue.shipped_units())[1][0].value


@pytest.mark.parametrize("case", [case for case in CASES if case.paper == "A4"], ids=lambda case: case.name)
def test_the_workbook_says_what_the_sheet_says(qgis_app: object, tmp_path: Path, case) -> None:  # type: ignore[no-untyped-def]
    subject = case.make()
    summary = write_workbooks(snapshot([subject]), [subject], tmp_path, SheetOptions(), QgsFeedback())
    assert (summary.sheets, summary.failed) == (1, ())
    (sheet,) = load_workbook(tmp_path / f"sheets_{subject.which.value}.xlsx").worksheets
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    for fact in facts_of(subject, AS_OF):
        assert fact.label in cells
        assert not fact.value or fact.value in cells
    points = sum(len(ring) for _, _, ring in subject.survey.rings())
    assert str(points) in cells

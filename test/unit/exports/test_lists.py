"""The three lists and the progress workbook: right numbers, totals as formulas, each parcel once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from openpyxl import load_workbook

from anze_idle_land_plugin.exports.office.workbook import FIRST_ROW as PLAIN
from anze_idle_land_plugin.exports.reports.lists import write_three_lists
from anze_idle_land_plugin.exports.reports.progress import progress_figures, write_progress
from anze_idle_land_plugin.model.campaign import Task
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot

FIRST_ROW = PLAIN + 1
"""Below two rows of merged heads."""


def done(which: ListKind, code: str, step: str, state: str, area: float, day: date, number: int = 5) -> Event:
    return Event(
        which,
        code,
        EventKind.TRANSITION,
        day,
        transition=step,
        field=STATE_FIELD,
        value=state,
        area_ha=area,
        id=number,
    )


@pytest.fixture
def whole() -> Snapshot:
    """Four parcels: 府城镇 one settled and one open, one in the zone, one idle and confirmed; 1, 2, 3 and 4 ha."""
    surveys = [parcel(shifted(SQUARE, (37612000.0 + 200 * i, 4002000.0)), code=f"K-{i}") for i in range(4)]
    idle = ListKind.IDLE
    settled = done(ListKind.UNSUPPLIED, "K-0", "TP11", "P50", 1.0, date(2023, 6, 20))
    started = done(idle, "K-3", "TX32", "X95", 4.0, date(2023, 5, 20))
    confirmed = Event(idle, "K-3", EventKind.CONFIRM, date(2023, 7, 1), id=9)
    return snapshot(
        [
            dossier(survey=surveys[0], state="P40", events=[settled], DKMJGQ=1.0, XHLYFS="03", ZRDW="自然资源局"),
            dossier(survey=surveys[1], DKMJGQ=2.0, ZRDW="财政局", JHWCSJ=date(2023, 11, 30)),
            dossier(survey=surveys[2], DKMJGQ=3.0, KFQBZ="Y"),
            dossier(idle, surveys[3], state="X90", events=[started, confirmed], GYMJ=4.0, CZFS="31"),
        ]
    )


def test_the_rates_are_those_of_the_counting_rules(whole: Snapshot) -> None:
    figures = progress_figures(whole)
    assert (figures.total.area_ha, figures.total.done_area_ha, figures.total.parcels) == (10.0, 5.0, 4)
    assert (figures.total.task_area_ha, figures.total.against_ha) == (None, 10.0)
    assert (figures.done_rate, figures.confirmed_rate, figures.planned_rate) == (0.5, 0.4, 0.85)
    assert figures.total.lag_points(figures.planned_rate) == pytest.approx(35.0)


def test_each_parcel_counts_in_one_unit_and_the_zone_is_a_unit_of_its_own(whole: Snapshot) -> None:
    figures = progress_figures(whole)
    assert {unit: tally.parcels for unit, tally in figures.by_unit.items()} == {"府城镇": 3, "安泽经济技术开发区": 1}
    assert sum(tally.area_ha for tally in figures.by_unit.values()) == figures.total.area_ha


def test_the_progress_workbook_shows_what_was_reached_at_each_deadline(whole: Snapshot, tmp_path: Path) -> None:
    write_progress(whole, tmp_path / "progress.xlsx")
    page = load_workbook(tmp_path / "progress.xlsx")["时间节点"]
    rows = list(page.iter_rows(min_row=FIRST_ROW, max_row=FIRST_ROW + 3, values_only=True))
    assert [row[1] for row in rows] == [0.25, 0.5, 0.85, 1.0]
    assert [row[4] for row in rows] == [0.4, 0.5, 0.5, None]


def test_the_lists_have_a_row_a_parcel_and_totals_as_formulas(whole: Snapshot, tmp_path: Path) -> None:
    assert write_three_lists(whole, tmp_path / "lists.xlsx") == 4
    book = load_workbook(tmp_path / "lists.xlsx")
    assert book.sheetnames == ["任务清单", "项目清单", "责任清单"]
    codes = [row[2] for row in book["项目清单"].iter_rows(min_row=FIRST_ROW, values_only=True)][:4]
    assert codes == ["K-0", "K-1", "K-2", "K-3"]
    assert book["项目清单"].cell(FIRST_ROW + 4, 6).value == f"=SUM(F{FIRST_ROW}:F{FIRST_ROW + 3})"
    tasks = list(book["任务清单"].iter_rows(min_row=FIRST_ROW, max_row=FIRST_ROW + 2, values_only=True))
    # the city set no tasks: the base is not shown as one, but what is due by each deadline is a share of it
    assert [row[1:7] for row in tasks] == [
        ("府城镇", "批而未供", 2, 3.0, "—", 1.0),
        ("安泽经济技术开发区", "批而未供", 1, 3.0, "—", 0),
        ("府城镇", "闲置土地", 1, 4.0, "—", 4.0),
    ]
    assert tasks[0][7:] == (0.75, 1.5, 2.55, 3.0)
    assert "以底数代替任务" in book["任务清单"]["A2"].value


COLUMNS_OF_THE_PLAN = {
    "任务清单": "序号 单位 类别 底数宗数 底数面积 年度任务面积 5月底 6月底 9月底 11月底",
    "项目清单": "序号 地块编号 项目名称 坐落 面积 批准文号/电子监管号 未供或闲置原因 处置方式 措施 计划完成时间 状态",
    "责任清单": "序号 地块编号 牵头领导 责任单位 责任人 联系方式 配合单位 具体职责 完成时限 销号情况",
}
"""What plan 安政办发〔2023〕16号, part 三, asks of each list."""


def test_every_list_has_the_columns_of_the_plan(whole: Snapshot, tmp_path: Path) -> None:
    write_three_lists(whole, tmp_path / "lists.xlsx")
    book = load_workbook(tmp_path / "lists.xlsx")
    for name, columns in COLUMNS_OF_THE_PLAN.items():
        heads = " ".join(str(cell.value) for number in (PLAIN - 1, PLAIN) for cell in book[name][number])
        assert [each for each in columns.split() if each not in heads] == [], name


def test_a_single_list_can_be_written_alone(whole: Snapshot, tmp_path: Path) -> None:
    assert write_three_lists(whole, tmp_path / "lists.xlsx", [ListKind.IDLE]) == 1
    assert progress_figures(whole, [ListKind.IDLE]).done_rate == 1.0


def test_every_sheet_prints_one_page_wide_with_its_head_on_each_page(whole: Snapshot, tmp_path: Path) -> None:
    write_three_lists(whole, tmp_path / "lists.xlsx")
    for page in load_workbook(tmp_path / "lists.xlsx"):
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_title_rows == "$1:$4"
        assert page.freeze_panes == "A5"


def test_an_empty_campaign_still_gives_its_lists(tmp_path: Path) -> None:
    assert write_three_lists(snapshot(), tmp_path / "lists.xlsx") == 0
    assert write_progress(snapshot(), tmp_path / "progress.xlsx").done_rate == 0.0


def test_text_that_looks_like_a_formula_or_holds_control_characters_stays_text(tmp_path: Path) -> None:
    odd = snapshot([dossier(XMMC="=1+1", DKMC="=1+1", CZCS="甲\x0b乙")])
    write_three_lists(odd, tmp_path / "lists.xlsx")
    cell = load_workbook(tmp_path / "lists.xlsx")["项目清单"].cell(FIRST_ROW, 4)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_task_the_city_set_for_a_town_is_its_task_by_code_or_by_name(whole: Snapshot, tmp_path: Path) -> None:
    for unit in ("141026100", "府城镇"):
        tasked = replace(whole, tasks=(Task(ListKind.UNSUPPLIED, unit, 2, 3.0, 0.5),))
        assert progress_figures(tasked, [ListKind.UNSUPPLIED]).by_unit["府城镇"].task_area_ha == 0.5
        write_three_lists(tasked, tmp_path / "lists.xlsx", [ListKind.UNSUPPLIED])
        assert load_workbook(tmp_path / "lists.xlsx")["任务清单"].cell(FIRST_ROW, 6).value == 0.5


def test_the_chart_lies_inside_the_print_area(whole: Snapshot, tmp_path: Path) -> None:
    write_progress(whole, tmp_path / "progress.xlsx")
    page = load_workbook(tmp_path / "progress.xlsx")["时间节点"]
    assert page.print_area.endswith(f"$J${FIRST_ROW + 4 + 22}")


def test_what_changed_after_a_day_stands_on_a_tint(whole: Snapshot, tmp_path: Path) -> None:
    write_three_lists(whole, tmp_path / "lists.xlsx", since=date(2023, 6, 1))
    page = load_workbook(tmp_path / "lists.xlsx")["项目清单"]
    tinted = [page.cell(FIRST_ROW + row, 1).fill.fgColor.rgb == "00FFF2CC" for row in range(4)]
    assert tinted == [True, False, False, True]
    assert "2023-06-01之后有变化" in page["A2"].value

"""Task tables as cities write them: any head row, 亩 or 公顷, units by any of their names; the rest refused by name.

Areas expected were divided by hand: 40 亩 = 40 ÷ 15 = 2.66666… = 2.6667 公顷.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Sequence

import pytest
import xlwt
from openpyxl import Workbook

from anze_idle_land_plugin.model.counting.tasks import Unit
from anze_idle_land_plugin.model.counting.units import called_by
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.tasks.reader import NoTaskTable, TasksUnreadable, TaskTable, read_tasks

UNITS = (
    Unit("府城镇", ("府城镇", "141026100")),
    Unit("和川镇", ("和川镇", "141026101")),
    Unit("唐城镇", ("唐城镇", "141026102", "罗云乡")),
    Unit("马壁镇", ("马壁镇", "141026105")),
    Unit("安泽经济技术开发区", ("安泽经济技术开发区", "开发区", "经开区")),
)
COUNTY = ("141026", "安泽县")
ZONE = "安泽经济技术开发区"
U, I = ListKind.UNSUPPLIED, ListKind.IDLE  # noqa: E741
Row = Sequence[Any]


def book(path: Path, *rows: Row, merges: Sequence[str] = (), title: str = "Sheet") -> Path:
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(list(row))
    for span in merges:
        made.active.merge_cells(span)
    made.save(path)
    return path


def told(path: Path) -> TaskTable:
    return read_tasks(path, UNITS, COUNTY)


def tasks(table: TaskTable) -> dict[tuple[ListKind, str], float]:
    assert table.refused == (), [each.sentence.text() for each in table.refused]
    return {(each.which, each.unit_code): each.task_area_ha for each in table.tasks}


def codes(table: TaskTable) -> list[tuple[int, str]]:
    return [(each.line, each.reason.code) for each in table.refused]


LONG = (
    ("清单", "单位代码", "基数宗数", "基数面积(公顷)", "任务面积(公顷)", "冻结日期"),
    ("批而未供", "安泽县", 9, 18, 8, "2023-05-10"),
    ("闲置土地", "安泽县", 10, 16.2, 10, "2023-05-10"),
    ("批而未供", "府城镇", 2, 6.2, 2.6667, "2023-05-10"),
    ("批而未供", "开发区", 2, 4.5, 2, "2023-05-10"),
    ("批而未供", "和川镇", 1, 2.03, 1.3333, "2023-05-10"),
    ("闲置土地", "府城镇", 3, 4.14, 2, "2023-05-10"),
    ("闲置土地", "和川镇", 2, 3.98, 2.6667, "2023-05-10"),
)
OF_THE_TRIAL = {
    (U, "安泽县"): 8.0,
    (I, "安泽县"): 10.0,
    (U, "府城镇"): 2.6667,
    (U, ZONE): 2.0,
    (U, "和川镇"): 1.3333,
    (I, "府城镇"): 2.0,
    (I, "和川镇"): 2.6667,
}


def test_one_row_a_list_and_unit_keeps_base_and_day_of_the_base(tmp_path: Path) -> None:
    table = told(book(tmp_path / "tasks.xlsx", *LONG))
    assert tasks(table) == OF_THE_TRIAL
    first = table.tasks[0]
    assert (first.base_parcels, first.base_area_ha, str(first.frozen_on)) == (9, 18.0, "2023-05-10")


def test_17_units_by_their_other_names_are_resolved_and_none_is_dropped(tmp_path: Path) -> None:
    other = {"安泽县": "县本级", "府城镇": "府城", "开发区": "经济开发区"}
    rows = [[other.get(str(cell), cell) for cell in row] for row in LONG]
    assert tasks(told(book(tmp_path / "typo.xlsx", *rows))) == OF_THE_TRIAL


CITY = (
    ("单位", "批而未供任务面积（亩）", "闲置土地任务面积（亩）"),
    ("安泽县", 120, 150),
    ("府城镇", 40, 30),
    ("和川镇", 20, 40),
    ("唐城镇", 10, 15),
    ("开发区", 30, 30),
    ("马壁镇", 20, 20),
)
OF_THE_CITY = {
    (U, "安泽县"): 8.0,
    (I, "安泽县"): 10.0,
    (U, "府城镇"): 2.6667,
    (I, "府城镇"): 2.0,
    (U, "和川镇"): 1.3333,
    (I, "和川镇"): 2.6667,
    (U, "唐城镇"): 0.6667,
    (I, "唐城镇"): 1.0,
    (U, ZONE): 2.0,
    (I, ZONE): 2.0,
    (U, "马壁镇"): 1.3333,
    (I, "马壁镇"): 1.3333,
}


def test_18_a_citys_own_table_in_mu_is_read(tmp_path: Path) -> None:
    assert tasks(told(book(tmp_path / "任务.xlsx", *CITY))) == OF_THE_CITY


def test_csv_and_xls_say_the_same_as_xlsx(tmp_path: Path) -> None:
    csv = tmp_path / "任务.csv"
    csv.write_bytes("\r\n".join(",".join(map(str, row)) for row in CITY).encode("gb18030"))
    old = xlwt.Workbook(encoding="utf-8")
    sheet = old.add_sheet("任务")
    for line, row in enumerate(CITY):
        for column, value in enumerate(row):
            sheet.write(line, column, value)
    old.save(str(tmp_path / "任务.xls"))
    assert tasks(told(csv)) == tasks(told(tmp_path / "任务.xls")) == OF_THE_CITY


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_head_of_two_rows_below_a_title_in_both_units(ending: str, tmp_path: Path) -> None:
    rows: tuple[Row, ...] = (
        ("安泽县2023年批而未用土地清理任务分解表", None, None, None, None, None, None),
        ("序号", "镇（区）", "批而未供任务", None, None, "闲置土地任务", "备注"),
        (None, None, "宗数", "面积（亩）", "面积（公顷）", "面积（公顷）", None),
        (1, "府城镇人民政府", 2, 40, 2.6667, 2, None),
        (2, "开发区管委会", 2, 30, 2, 1.5, "不含在建"),
        ("", "合  计", 4, 70, 4.6667, 3.5, None),
        ("注：任务以市下达为准", None, None, None, None, None, None),
    )
    path = tmp_path / f"任务.{ending}"
    if ending == "csv":
        path.write_text("\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows), "utf-8")
    else:
        book(path, *rows, merges=("A1:G1", "C2:E2", "A2:A3", "B2:B3", "G2:G3"))
    assert tasks(told(path)) == {
        (U, "府城镇"): 2.6667,
        (I, "府城镇"): 2.0,
        (U, ZONE): 2.0,
        (I, ZONE): 1.5,
        (U, "安泽县"): 4.6667,
        (I, "安泽县"): 3.5,
    }


def test_columns_of_both_units_that_disagree_are_refused_and_only_they(tmp_path: Path) -> None:
    path = book(
        tmp_path / "任务.xlsx",
        ("单位", "批而未供任务（亩）", "批而未供任务（公顷）", "闲置土地任务（亩）"),
        ("府城镇", 45, 2.6667, 30),
        ("和川镇", 40, 2.6667, 15),
    )
    table = told(path)
    assert codes(table) == [(2, "tasks_differ")]
    assert {(each.which, each.unit_code): each.task_area_ha for each in table.tasks} == {
        (I, "府城镇"): 2.0,
        (U, "和川镇"): 2.6667,
        (I, "和川镇"): 1.0,
    }


def test_17_an_unknown_unit_is_refused_by_name_with_its_line(tmp_path: Path) -> None:
    table = told(book(tmp_path / "任务.xlsx", *CITY, ("洪洞县", 10, 10), (None, 5, 5), ("洪洞开发区", 1, 1)))
    assert codes(table) == [(8, "unit_unknown"), (9, "unit_unknown"), (10, "unit_unknown")]
    assert "洪洞县" in table.refused[0].sentence.text()
    assert len(table.tasks) == len(OF_THE_CITY)


def test_a_sum_that_does_not_add_up_is_refused_and_one_that_does_is_the_countys_task(tmp_path: Path) -> None:
    head, rows = ("单位", "批而未供任务（亩）"), (("府城镇", 40), ("和川镇", 20))
    assert codes(told(book(tmp_path / "wrong.xlsx", head, *rows, ("合计", 70)))) == [(4, "sum_wrong")]
    right = tasks(told(book(tmp_path / "right.xlsx", head, *rows, ("合计", 60))))
    assert right[U, "安泽县"] == 4.0
    own_part = tasks(told(book(tmp_path / "own.xlsx", head, ("县本级", 15), *rows, ("合计", 75))))
    assert own_part[U, "安泽县"] == 5.0
    beside = tasks(told(book(tmp_path / "beside.xlsx", head, ("全县", 120), *rows, ("合计", 120))))
    assert beside[U, "安泽县"] == 8.0


def test_cells_of_text_are_numbers_where_they_are_and_refused_where_not(tmp_path: Path) -> None:
    path = book(
        tmp_path / "任务.xlsx",
        ("单位", "批而未供任务（公顷）", "闲置土地任务（公顷）"),
        ("府城镇", "２．５", "1,000.25"),
        ("和川镇", "约2", -1),
        ("唐城镇", "—", "3公顷"),
        ("马壁镇", "30亩", "=1+1"),
    )
    table = told(path)
    assert {(each.which, each.unit_code): each.task_area_ha for each in table.tasks} == {
        (U, "府城镇"): 2.5,
        (I, "府城镇"): 1000.25,
        (I, "唐城镇"): 3.0,
    }
    assert codes(table) == [(3, "no_area"), (3, "no_area"), (5, "no_area"), (5, "no_area")]


def test_areas_without_a_unit_and_rows_without_a_list_are_refused_not_guessed(tmp_path: Path) -> None:
    assert codes(told(book(tmp_path / "a.xlsx", ("单位", "批而未供任务"), ("府城镇", 40)))) == [
        (2, "unit_of_area_unknown")
    ]
    unsaid = book(
        tmp_path / "b.xlsx", ("清单", "单位", "任务面积（亩）"), ("批而未供", "府城镇", 40), ("其他", "府城镇", 15)
    )
    assert codes(told(unsaid)) == [(3, "list_unknown")]
    both = book(tmp_path / "c.xlsx", ("批而未用土地任务表", None), ("单位", "任务面积（亩）"), ("府城镇", 40))
    assert codes(told(both)) == [(3, "list_unknown")]


def test_the_title_the_sheet_or_a_line_above_says_unit_of_area_and_list(tmp_path: Path) -> None:
    above = book(
        tmp_path / "a.xlsx",
        ("闲置土地处置任务", None),
        ("单位：亩", None),
        ("乡镇", "任务面积"),
        ("府城镇", 30),
    )
    assert tasks(told(above)) == {(I, "府城镇"): 2.0}
    sections = book(
        tmp_path / "b.xlsx",
        ("单位", "任务面积（亩）"),
        ("一、批而未供", None),
        ("府城镇", 40),
        ("二、闲置土地", None),
        ("府城镇", 30),
    )
    assert tasks(told(sections)) == {(U, "府城镇"): 2.6667, (I, "府城镇"): 2.0}
    several = Workbook()
    for name, area in (("批而未供任务", 40), ("闲置土地任务", 30)):
        sheet = several.create_sheet(name)
        sheet.append(["单位", "面积（亩）", "任务面积（亩）"])
        sheet.append(["府城镇", 99, area])
    several.save(tmp_path / "c.xlsx")
    assert tasks(told(tmp_path / "c.xlsx")) == {(U, "府城镇"): 2.6667, (I, "府城镇"): 2.0}


def test_a_sum_of_both_lists_beside_each_of_them_is_no_task_of_its_own(tmp_path: Path) -> None:
    head = ("单位", "任务合计（亩）", "批而未供任务（亩）", "闲置土地任务（亩）", "已完成任务（亩）")
    assert tasks(told(book(tmp_path / "任务.xlsx", head, ("府城镇", 70, 40, 30, 5)))) == {
        (U, "府城镇"): 2.6667,
        (I, "府城镇"): 2.0,
    }


def test_square_metres_and_a_unit_that_stands_twice(tmp_path: Path) -> None:
    head = ("单位代码", "批而未供任务（平方米）")
    table = told(book(tmp_path / "任务.xlsx", head, (141026100, 26666.7), ("141026101000", 5), ("府城镇", 1)))
    assert {each.unit_code: each.task_area_ha for each in table.tasks} == {"府城镇": 2.6667, "和川镇": 0.0005}
    assert codes(table) == [(4, "unit_twice")]


def test_what_is_no_task_table_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NoTaskTable, match="任务面积"):
        told(book(tmp_path / "台账.xlsx", ("地块编号", "面积"), ("1", 2)))
    broken = tmp_path / "任务.xlsx"
    broken.write_bytes(b"no workbook")
    with pytest.raises(TasksUnreadable, match="任务.xlsx"):
        told(broken)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("府城", "府城镇"),
        ("安泽县府城镇", "府城镇"),
        ("府城镇人民政府", "府城镇"),
        ("罗云", "唐城镇"),
        ("141026101", "和川镇"),
        ("安泽县经济技术开发区", ZONE),
        ("安泽经开区", ZONE),
        ("开发区管委会", ZONE),
        ("县 本 级", "安泽县"),
        ("141026000000", "安泽县"),
        ("安泽县人民政府", "安泽县"),
        ("洪洞经济开发区", None),
        ("良马镇", None),
        ("", None),
    ],
)
def test_17_a_unit_is_found_by_any_of_its_names_and_no_other(text: str, unit: str | None) -> None:
    assert called_by(text, UNITS, COUNTY) == unit

"""The house style: every cell dressed alike by what it holds, whatever row came before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from anze_idle_land_plugin.exports.office.workbook import Column, Sheet, new_book, save

COLUMNS = (Column("编号", 12), Column("面积(公顷)", 12, "0.0000"), Column("日期", 12), Column("宗数", 8))
ROWS = (["甲", 1.5, date(2023, 6, 9), 3], ["=乙", 2.25, date(2023, 6, 30), 4], ["丙", "缺", None, 5])


def page_of(path: Path, sheet: Sheet) -> Worksheet:
    save(new_book([sheet], "注"), path, [sheet])
    return load_workbook(path)[sheet.name]


def dress(page: Worksheet, row: int, column: int) -> tuple[object, ...]:
    cell = page.cell(row, column)
    return cell.font.name, cell.border.left.style, cell.alignment.horizontal, cell.number_format, cell.fill.fgColor.rgb


def test_cells_of_one_kind_are_dressed_alike_in_every_row(tmp_path: Path) -> None:
    sheet = Sheet("表", "标题", COLUMNS, ROWS)
    page = page_of(tmp_path / "a.xlsx", sheet)
    first = sheet.first_row
    for column in (1, 2, 3, 4):
        assert dress(page, first, column) == dress(page, first + 1, column)
    assert dress(page, first, 1)[:3] == ("宋体", "thin", "left")
    assert dress(page, first, 2)[2:4] == ("right", "0.0000_ ")
    assert dress(page, first, 3)[2:4] == ("center", "yyyy-mm-dd")


def test_a_text_where_a_number_is_expected_stays_text(tmp_path: Path) -> None:
    sheet = Sheet("表", "标题", COLUMNS, ROWS)
    page = page_of(tmp_path / "a.xlsx", sheet)
    assert page.cell(sheet.first_row + 2, 2).value == "缺"
    assert dress(page, sheet.first_row + 2, 2)[2:4] == ("left", "General")
    assert page.cell(sheet.first_row + 1, 1).data_type == "s"


def test_a_marked_row_tints_no_other_row(tmp_path: Path) -> None:
    sheet = Sheet("表", "标题", COLUMNS, ROWS, marked=(True, False, False))
    page = page_of(tmp_path / "a.xlsx", sheet)
    first = sheet.first_row
    assert dress(page, first, 1)[4] != dress(page, first + 1, 1)[4]
    assert dress(page, first + 1, 1)[4] == dress(page, first + 2, 1)[4]

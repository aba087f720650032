"""Rows to a workbook or to CSV by the ending: the same cells, read again and counted."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from anze_idle_land_plugin.exports.office.rows import NeitherBookNorCsv, RowsNotWritten, write_rows
from anze_idle_land_plugin.exports.office.workbook import FIRST_ROW, Column, Sheet

COLUMNS = (Column("编号", 12), Column("面积(公顷)", 10, "0.0000"), Column("日期", 12), Column("说明", 20))


def sheet(*rows: list[object]) -> Sheet:
    return Sheet("表", "标题", COLUMNS, rows)


def read_csv(path: Path) -> list[list[str]]:
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return list(csv.reader(handle))


def test_csv_has_one_head_and_one_line_a_row(tmp_path: Path) -> None:
    rows = [["2023-X-001", 1.25, date(2023, 6, 9), "甲，乙\n丙"], ["001", None, None, '说"明"']]
    assert write_rows([sheet(*rows)], tmp_path / "a.csv", "注") == 2
    assert read_csv(tmp_path / "a.csv") == [
        ["编号", "面积(公顷)", "日期", "说明"],
        ["2023-X-001", "1.25", "2023-06-09", "甲，乙\n丙"],
        ["001", "", "", '说"明"'],
    ]


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    assert write_rows([sheet(["1", 1.0, None, ""])], tmp_path / "A.XLSX", "注") == 1
    assert load_workbook(tmp_path / "A.XLSX")["表"].cell(FIRST_ROW, 1).value == "1"


@given(text=st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=40))
def test_any_text_comes_back_from_csv(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    write_rows([sheet([text, None, None, "末"])], path, "")
    # csv knows one line end inside a cell; a lone carriage return is read as one, too
    assert read_csv(path)[1][0].replace("\r\n", "\n") == text.replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["a.ods", "a", "a.csv.bak"])
def test_other_endings_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(NeitherBookNorCsv):
        write_rows([sheet()], tmp_path / name, "")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RowsNotWritten, match="gone"):
        write_rows([sheet(["1", 1.0, None, ""])], tmp_path / "gone" / "a.csv", "")

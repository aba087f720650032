"""The facts of the sheets as a workbook: a sheet a parcel, names that Excel takes, text as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from anze_idle_land_plugin.exports.office.workbook import WorkbookNotWritten
from anze_idle_land_plugin.exports.reports.parcel_workbook import ParcelPage, sheet_names, write_parcel_workbook


def page(code: str = "2023-G-001") -> ParcelPage:
    return ParcelPage(
        code,
        "安泽县2023年度一地一策表",
        f"编号 {code}",
        [
            [("地块名称", "=高壁村"), ("所属镇区", "府城镇")],
            [("四至", "东：")],
            [("甲", "1"), ("乙", "2"), ("丙", "3")],
        ],
        [["2023-05-10", "底数入库", "台账", "自然资源局"]],
        [[1, "J1", 4002100.0, 37612000.0, 100.0], ["", "J1", 4002100.0, 37612000.0, ""]],
        "面积 10000.00 m²",
    )


def test_every_parcel_has_a_sheet_with_its_facts(tmp_path: Path) -> None:
    path = tmp_path / "new" / "sheets_unsupplied.xlsx"
    assert write_parcel_workbook([page("2023-G-001"), page("2023-G-002")], path) == 2
    book = load_workbook(path)
    assert book.sheetnames == ["2023-G-001", "2023-G-002"]
    cells = [cell.value for row in book["2023-G-002"].iter_rows() for cell in row if cell.value is not None]
    for value in (
        "编号 2023-G-002",
        "地块名称",
        "府城镇",
        "底数入库",
        "J1",
        4002100,
        37612000,
        100,
        "面积 10000.00 m²",
    ):
        assert value in cells


def test_a_text_that_begins_with_an_equals_sign_is_no_formula(tmp_path: Path) -> None:
    write_parcel_workbook([page()], tmp_path / "a.xlsx")
    cell = load_workbook(tmp_path / "a.xlsx")["2023-G-001"]["B3"]
    assert (cell.value, cell.data_type) == ("=高壁村", "s")


def test_names_are_legal_and_each_once() -> None:
    long = "安" * 40
    names = sheet_names(["a/b", "a?b", "A_B", long, long, "[x]:*", ""])
    assert names == ["a_b", "a_b-2", "A_B-3", "安" * 31, "安" * 29 + "-2", "_x___", "_"]


def test_no_sheet_name_ends_with_a_mark_of_quotation() -> None:
    assert sheet_names(["安" * 30 + "'甲"]) == ["安" * 30]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkbookNotWritten):
        write_parcel_workbook([page()], tmp_path / "file" / "a.xlsx")

"""The working ledger: every field has its place, words for codes, totals by formula, and it can be attached again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from openpyxl import load_workbook

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.reports.ledger import ledger_sheets, write_ledger
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.readers.ledger.reader import read_ledger

FIRST = 5
"""Below title, note and two rows of heads."""


@pytest.fixture
def whole() -> Snapshot:
    surveys = [parcel(shifted(SQUARE, (37612000.0 + 200 * i, 4002000.0)), code=f"K-{i}") for i in range(3)]
    known = {
        "XHLYFS": "03",
        "PEWGYY": "01",
        "ZSZT": "12",
        "JDBZ": "Y",
        "LYXZ": "gbt21010-2017:0102",
        "NZYPZWH": "晋政地字〔2019〕3号",
    }
    return snapshot(
        [
            dossier(
                survey=surveys[0], DKMJGQ=1.0, YGMJ=0.25, ZRDW="ZRZY", JHWCSJ=date(2023, 11, 30), KFQBZ="N", **known
            ),
            dossier(survey=surveys[1], DKMJGQ=2.0, BZ="=1+1"),
            dossier(ListKind.IDLE, surveys[2], GYMJ=4.0, CZFS="31", CRJK=1200.0, YDDGSJ=date(2020, 5, 20)),
        ]
    )


def heads(page) -> dict[str, int]:  # type: ignore[no-untyped-def]
    """Column by head, without the line breaks."""
    found = {}
    for column in range(1, page.max_column + 1):
        text = page.cell(FIRST - 1, column).value or page.cell(FIRST - 2, column).value
        found[str(text).replace("\n", "")] = column
    return found


@pytest.mark.parametrize("which", ListKind)
def test_every_field_stands_on_the_main_sheet_or_on_a_detail_sheet_once(whole: Snapshot, which: ListKind) -> None:
    sheets = ledger_sheets(whole, which)
    shown = [column.head for sheet in sheets[:1] for column in sheet.columns[1:]]
    shown += [column.head for sheet in sheets[1:] for column in sheet.columns[3:]]
    assert sorted(shown) == sorted(field.label_zh for field in catalogue.case_fields(which))
    assert all(len(sheet.rows) == len(whole.dossiers[which]) for sheet in sheets)


def test_people_read_names_where_the_file_holds_codes(whole: Snapshot, tmp_path: Path) -> None:
    assert write_ledger(whole, tmp_path / "ledger.xlsx") == 3
    page = load_workbook(tmp_path / "ledger.xlsx")["批而未供台账"]
    column = heads(page)
    row = {head: page.cell(FIRST, number).value for head, number in column.items()}
    assert row["消化利用方式"] == catalogue.names("disposal_pewg")["03"]
    assert (row["是否净地"], row["征收状态"], row["责任单位"]) == ("是", "已征收", "自然资源局")
    assert row["利用现状地类"] == catalogue.names("landuse_gbt21010_2017")["0102"]
    assert page.cell(FIRST + 1, column["备注"]).data_type == "s"


def test_areas_and_money_are_totalled_by_formula(whole: Snapshot, tmp_path: Path) -> None:
    write_ledger(whole, tmp_path / "ledger.xlsx")
    book = load_workbook(tmp_path / "ledger.xlsx")
    page = book["批而未供台账"]
    cell = page.cell(FIRST + 2, heads(page)["地块面积(公顷)"])
    assert cell.value == f"=SUM({cell.column_letter}{FIRST}:{cell.column_letter}{FIRST + 1})"
    idle = book["闲置土地台账"]
    assert str(idle.cell(FIRST + 1, heads(idle)["出让(划拨)价款(万元)"]).value).startswith("=SUM(")


def test_the_ledger_prints_on_a3_one_page_wide_under_merged_heads(whole: Snapshot, tmp_path: Path) -> None:
    write_ledger(whole, tmp_path / "ledger.xlsx")
    for page in load_workbook(tmp_path / "ledger.xlsx"):
        assert (str(page.page_setup.paperSize), page.page_setup.fitToWidth) == (page.PAPERSIZE_A3, 1)
        assert page.page_setup.orientation == "landscape"
        assert page.print_area and page.oddFooter.center.text == "第 &P 页 共 &N 页"
    merged = {str(area) for area in load_workbook(tmp_path / "ledger.xlsx")["批而未供台账"].merged_cells.ranges}
    assert {"B3:F3", "A3:A4"} <= merged


def test_a_ledger_we_wrote_can_be_read_again(whole: Snapshot, tmp_path: Path) -> None:
    write_ledger(whole, tmp_path / "ledger.xlsx", [ListKind.UNSUPPLIED])
    read = read_ledger(tmp_path / "ledger.xlsx", ListKind.UNSUPPLIED, sheet="批而未供台账")
    rows = {str(row.values["TBBH"]): row.values for row in read.rows}
    assert set(rows) == {"K-0", "K-1"}
    first = rows["K-0"]
    assert (first["DKMJGQ"], first["XHLYFS"], first["PEWGYY"], first["ZSZT"]) == (1.0, "03", "01", "12")
    assert first["LYXZ"] == "gbt21010-2017:0102" and first["JDBZ"] == "Y"


def test_an_empty_campaign_still_gives_its_ledger(tmp_path: Path) -> None:
    assert write_ledger(snapshot(), tmp_path / "ledger.xlsx") == 0

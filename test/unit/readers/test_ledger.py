"""Ledgers as offices keep them: every row becomes data or a reject, every cell a value or a reject that names it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.ledger.headers import SEVERAL_UNITS, UNUSED, field_of_head, split_head
from anze_idle_land_plugin.readers.ledger.reader import (
    LedgerHeadMissing,
    LedgerMissing,
    LedgerSheetMissing,
    UnknownMappedField,
    read_ledger,
)
from anze_idle_land_plugin.readers.ledger.sheets import LedgerUnreadable
from anze_idle_land_plugin.readers.ledger.values import typed

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE


def cell(code: str, raw: Any, unit: str = "", which: ListKind = IDLE) -> Any:
    return typed(which, catalogue.field_by_code(which)[code], unit, raw, known=catalogue.shipped_units())


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    def write(rows: Sequence[Sequence[Any]], title: str = "台账", merges: Sequence[str] = ()) -> Path:
        book = Workbook()
        book.active.title = title
        for row in rows:
            book.active.append(list(row))
        for area in merges:
            book.active.merge_cells(area)
        path = tmp_path / "台账.xlsx"
        book.save(path)
        return path

    return write


@pytest.mark.parametrize(
    "raw",
    [
        "2017年01月03日", "2017/1/3", "2017.1.3", "2017-01-03", "20170103", 20170103, "2017/1/3 17:31:00",
        datetime(2017, 1, 3), date(2017, 1, 3), 42738, 42738.5, "42738", "２０１７年１月３日",
    ],
    ids=str,
)  # fmt: skip
def test_a_day_is_read_in_every_form_seen(raw: Any) -> None:
    assert cell("HTQDRQ", raw).value == date(2017, 1, 3)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2012年5月", "day_missing"), ("2012.5", "day_missing"), ("2012-05", "day_missing"), ("201205", "day_missing"),
        ("2012年", "day_missing"), (2012, "day_missing"), (2012.5, "day_missing"), ("2017-02-30", "no_such_day"),
        ("20171301", "no_such_day"), ("13.3.7", "not_a_date"), ("待定", "not_a_date"),
    ],
    ids=str,
)  # fmt: skip
def test_a_day_that_is_not_given_in_full_stays_empty_with_the_reason(raw: Any, code: str) -> None:
    read = cell("HTQDRQ", raw)
    assert read.value is None
    assert read.problem.code == code


@pytest.mark.parametrize(
    "raw", ["", " ", "\u00a0", "Nah", "无", "/", "—", "1900-01-01", "1901年01月02日", None, 0], ids=repr
)
def test_placeholders_are_empty_and_no_problem(raw: Any) -> None:
    read = cell("YDDGSJ", raw)
    assert (read.value, read.problem) == (None, None)


@pytest.mark.parametrize(
    ("code", "raw", "unit", "value"),
    [
        ("GYMJ", "0.640000", "公顷", 0.64), ("GYMJ", "6400", "平方米", 0.64), ("GYMJ", "15", "亩", 1.0),
        ("GYMJ", "1", "亩", 0.0667), ("GYMJ", "6,400.00", "平方米", 0.64), ("GYMJ", "12亩", "", 0.8),
        ("CRJK", "12000000", "元", 1200.0), ("CRJK", 18.57, "万元", 18.57), ("CRJK", "0.0000", "万元", None),
        ("GYMJ", "0.12345", "", 0.1235),
    ],
)  # fmt: skip
def test_numbers_are_converted_once_to_the_unit_of_their_field(code: str, raw: Any, unit: str, value: float) -> None:
    read = cell(code, raw, unit)
    assert (read.value, read.problem) == (value, None)


@pytest.mark.parametrize(
    ("code", "raw", "unit", "problem"),
    [
        ("GYMJ", "约3公顷左右", "", "not_a_number"),
        ("GYMJ", "-1", "", "negative"), ("GYMJ", "1", "万元", "wrong_unit"),
        ("GYMJ", "1", SEVERAL_UNITS, "unit_unclear"), ("GYMJ", "#REF!", "", "cell_error"),
        ("BDCDYH", 1.41026001001e17, "", "digits_lost"), ("XZMC", "幸福镇", "", "unknown_town"),
        ("GYFS", "招拍挂出让", "", "unknown_code"), ("XZYY", "77", "", "unknown_code"),
    ],
)  # fmt: skip
def test_what_cannot_be_typed_says_why(code: str, raw: Any, unit: str, problem: str) -> None:
    assert cell(code, raw, unit).problem.code == problem


@pytest.mark.parametrize(
    ("which", "code", "raw", "value"),
    [
        (IDLE, "GYFS", "挂牌出让", "23"), (IDLE, "GYFS", "23", "23"), (IDLE, "GYFS", "挂牌", "23"),
        (IDLE, "GYFS", "23 挂牌出让", "23"), (IDLE, "SFDY", "是", "Y"), (IDLE, "SFDY", "无", "N"),
        (IDLE, "ZT", "X40", "X40"), (IDLE, "ZT", "已认定", "X40"), (IDLE, "ZT", "X40已认定", "X40"),
        (IDLE, "TDYT", "商服用地", "gbt21010-2017:05"), (IDLE, "XZLX", "已动工中止满一年", "2"), (IDLE, "XZLX", 1, "1"),
        (UNSUPPLIED, "XHLYFS", 3, "03"), (UNSUPPLIED, "XHLYFS", "不能征则退", "02"),
        (UNSUPPLIED, "XHLYFS", "净地供应（出让/租赁/作价出资）", "03"), (UNSUPPLIED, "ZSZT", "已征收", "12"),
        (UNSUPPLIED, "PEWGYY", "规划调整", "03"), (UNSUPPLIED, "PCLX", "县批次", "县批次"),
        (UNSUPPLIED, "XZMC", "马必乡", "马壁镇"), (UNSUPPLIED, "XZMC", "府城", "府城镇"),
    ],
)  # fmt: skip
def test_codes_are_read_by_code_and_by_name(which: ListKind, code: str, raw: Any, value: str) -> None:
    assert cell(code, raw, which=which).value == value


def test_an_old_town_name_and_a_lost_zero_are_noted() -> None:
    assert cell("XZMC", "马必乡").note.code == "old_town_name"
    assert cell("XHLYFS", 3, which=UNSUPPLIED).note.code == "code_padded"


@pytest.mark.parametrize(
    ("which", "head", "code", "unit"),
    [
        (IDLE, "电子监管号：", "DZJGH", ""), (IDLE, "面积(公顷):", "GYMJ", "公顷"),
        (IDLE, "成交价格（万元）", "CRJK", "万元"),
        (IDLE, "供 地 方 式", "GYFS", ""), (IDLE, "约定开工时间:", "YDDGSJ", ""), (IDLE, "dzjgh", "DZJGH", ""),
        (UNSUPPLIED, "图斑（地块）面积（公顷）", "DKMJGQ", "公顷"), (UNSUPPLIED, "地块面积(亩)", "DKMJGQ", "亩"),
        (UNSUPPLIED, "地块面积(㎡)", "DKMJ", "平方米"), (UNSUPPLIED, "所属镇街", "XZMC", ""),
        (UNSUPPLIED, "出让合同（划拨决定书号）", "HTBH", ""), (UNSUPPLIED, "*批准文号", "NZYPZWH", ""),
        (UNSUPPLIED, "面积（平方米）（公顷）", "DKMJGQ", SEVERAL_UNITS), (UNSUPPLIED, "面积_亩", "DKMJGQ", "亩"),
    ],
)  # fmt: skip
def test_heads_are_known_with_their_units(which: ListKind, head: str, code: str, unit: str) -> None:
    found = field_of_head(which, head)
    assert found is not None
    assert (found[0].code, found[1]) == (code, unit)


@pytest.mark.parametrize("which", list(ListKind))
def test_every_field_is_known_by_its_code_and_its_label(which: ListKind) -> None:
    for field in catalogue.case_fields(which):
        assert field_of_head(which, field.code)[0] is field
        assert field_of_head(which, field.label_zh)[0] is field


@pytest.mark.parametrize("which", list(ListKind))
def test_every_spelling_names_a_field_of_its_list(which: ListKind) -> None:
    known = {*catalogue.field_by_code(which), UNUSED}
    assert all(code in known for code in spelt_fields(which))


def spelt_fields(which: ListKind) -> set[str]:
    from anze_idle_land_plugin.readers.ledger.headers import _spellings

    return set(_spellings(which).values())


def test_titles_two_line_heads_totals_and_remarks_are_told_from_parcels(workbook: Callable[..., Path]) -> None:
    path = workbook(
        [
            ["安泽县批而未供土地台账", None, None, None, None],
            ["单位：自然资源局", None, None, None, None],
            ["序号", "地块编号", "批准情况", None, "面积(公顷)"],
            [None, None, "批准文号", "批准日期", None],
            [1, 2, 3, 4, 5],
            ["1", "2023-G-001", "晋政地字〔2015〕1号", "2015.6.1", "1.5"],
            ["2", "2023-G-002", None, "2015年6月", "2.5"],
            [None, None, None, None, None],
            ["合计", None, None, None, "4.0"],
            ["注：数据截至5月", None, None, None, None],
        ],
        merges=["A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "C6:C7"],
    )
    ledger = read_ledger(path, UNSUPPLIED)
    assert [row.values["TBBH"] for row in ledger.rows] == ["2023-G-001", "2023-G-002"]
    assert ledger.rows[0].values == {
        "TBBH": "2023-G-001", "NZYPZWH": "晋政地字〔2015〕1号", "NZYPZRQ": date(2015, 6, 1), "DKMJGQ": 1.5,
    }  # fmt: skip
    assert ledger.rows[1].values["NZYPZWH"] == "晋政地字〔2015〕1号"
    assert [(reject.line, reject.message.code) for reject in ledger.rejects] == [
        (5, "column_numbers"), (7, "day_missing"), (9, "total_row"), (10, "remark_row"),
    ]  # fmt: skip
    assert "D7" in ledger.rejects[1].message.text()
    assert ledger.unknown_headers == ()


def test_a_sheet_of_the_other_list_is_left_out_with_a_note(workbook: Callable[..., Path]) -> None:
    path = workbook([["编号", "地块编号", "批准文号"], [1, "2023-G-001", "甲"]], title="闲置土地")
    with pytest.raises(LedgerHeadMissing):
        read_ledger(path, UNSUPPLIED)
    assert len(read_ledger(path, UNSUPPLIED, sheet="闲置土地").rows) == 1


def test_a_repeated_head_keeps_both_cells_as_text(workbook: Callable[..., Path]) -> None:
    path = workbook([["宗地编号", "土地用途", "土地用途"], ["2023-X-001", "商服用地", "住宅用地"]])
    (row,) = read_ledger(path, IDLE).rows
    assert row.values["TDYT"] == "gbt21010-2017:05"
    assert row.texts["土地用途 (2)"] == "住宅用地"


def test_duplicate_rows_stay_two_rows(workbook: Callable[..., Path]) -> None:
    path = workbook([["宗地编号", "项目名称"], ["2023-X-001", "甲"], ["2023-X-001", "甲"]])
    assert len(read_ledger(path, IDLE).rows) == 2


def test_a_mapping_goes_before_the_spellings(workbook: Callable[..., Path]) -> None:
    path = workbook([["我们的编号", "项目名称"], ["2023-X-001", "甲"]])
    (row,) = read_ledger(path, IDLE, mapping={"我们的编号": "XZBH"}).rows
    assert row.values["XZBH"] == "2023-X-001"
    with pytest.raises(UnknownMappedField, match="XZBH"):
        read_ledger(path, IDLE, mapping={"我们的编号": "NOTHING"})


def test_a_formula_nobody_computed_is_reported(workbook: Callable[..., Path]) -> None:
    path = workbook([["宗地编号", "面积(公顷)"], ["2023-X-001", "=1+1"]])
    ledger = read_ledger(path, IDLE)
    assert [reject.message.code for reject in ledger.rejects] == ["formula_without_value"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes("宗地编号,项目名称\r\n0123,山西项目\r\n".encode(encoding))
    (row,) = read_ledger(path, IDLE).rows
    assert row.values == {"XZBH": "0123", "XMMC": "山西项目"}


def test_broken_files_are_refused_with_the_way_out(tmp_path: Path, workbook: Callable[..., Path]) -> None:
    with pytest.raises(LedgerMissing):
        read_ledger(tmp_path / "nowhere.xlsx", IDLE)
    for content in (b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old xls"):
        (tmp_path / "broken.xlsx").write_bytes(content)
        with pytest.raises(LedgerUnreadable, match="xlsx"):
            read_ledger(tmp_path / "broken.xlsx", IDLE)
    with pytest.raises(LedgerSheetMissing, match="台账"):
        read_ledger(workbook([["宗地编号", "项目名称"]]), IDLE, sheet="别的")


@given(st.text(max_size=30))
def test_any_head_can_be_asked(text: str) -> None:
    field_of_head(UNSUPPLIED, text)
    assert split_head(split_head(text).key).key == split_head(text).key or split_head(text).unit


@given(
    st.sampled_from([(which, field.code) for which in ListKind for field in catalogue.case_fields(which)]),
    st.one_of(st.none(), st.text(max_size=20), st.integers(), st.floats(), st.datetimes(), st.booleans()),
    st.sampled_from(["", "公顷", "平方米", "亩", "元", "万元", SEVERAL_UNITS]),
)
def test_any_cell_becomes_a_value_or_a_problem_and_never_both(field: tuple[ListKind, str], raw: Any, unit: str) -> None:
    read = cell(field[1], raw, unit, field[0])
    assert read.value is None or read.problem is None


@given(
    st.dates(date(1954, 10, 3), date(2036, 11, 1)),
    st.sampled_from(["%Y%m%d", "%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d"]),
)
def test_every_day_comes_back_from_every_form(day: date, form: str) -> None:
    assert cell("HTQDRQ", day.strftime(form)).value == day


@pytest.mark.parametrize(("raw", "value"), [("3hm²", 3.0), ("0.3ha", 0.3), ("1,234.5㎡", 0.1235), ("15 亩", 1.0)])
def test_a_unit_behind_a_number_is_read(raw: str, value: float) -> None:
    assert cell("DKMJGQ", raw, which=UNSUPPLIED).value == value


@pytest.mark.parametrize("raw", ["1,5", "12,34", "1,2345", ",5"])
def test_a_comma_that_parts_no_thousands_is_no_number(raw: str) -> None:
    """Where a comma is meant as a point, the number would come out ten times as large or more."""
    assert cell("DKMJGQ", raw, which=UNSUPPLIED).problem.code == "not_a_number"


def test_hectares_are_known_by_their_sign_in_a_head() -> None:
    found = field_of_head(UNSUPPLIED, "地块面积(hm²)")
    assert found is not None and (found[0].code, found[1]) == ("DKMJGQ", "公顷")


def test_a_total_that_counts_its_rows_is_no_parcel(workbook: Callable[..., Path]) -> None:
    rows = [("地块编号", "批准文号"), ("A1", "甲"), ("合计：5宗", ""), ("小计（2宗）", ""), ("总计 7 宗", "")]
    ledger = read_ledger(workbook(rows), UNSUPPLIED, known=catalogue.shipped_units())
    assert ([row.line for row in ledger.rows], [reject.line for reject in ledger.rejects]) == ([2], [3, 4, 5])


def test_a_csv_with_a_title_is_cut_at_the_mark_of_its_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("批而未供台账\n地块编号;批准文号\nA1;甲\n", encoding="gbk")
    assert read_ledger(tmp_path / "a.csv", UNSUPPLIED).rows[0].values["TBBH"] == "A1"


def test_a_stray_byte_in_a_csv_costs_its_row(tmp_path: Path) -> None:
    data = "地块编号,批准文号\nA1,甲字\nA2,乙字\n".encode("gbk").replace(b"A1,", b"A1,\xff")
    (tmp_path / "a.csv").write_bytes(data)
    ledger = read_ledger(tmp_path / "a.csv", UNSUPPLIED)
    assert [row.values["TBBH"] for row in ledger.rows] == ["A2"]
    assert [(reject.line, reject.text, reject.message.code) for reject in ledger.rejects] == [
        (2, "A1 | \ufffd甲字", "undecodable")
    ]

"""Cells of xlsx and xls: the same sheet in both kinds gives the same rows, and broken ones one sentence."""

from __future__ import annotations

import struct
from datetime import date, datetime
from pathlib import Path
from typing import Any, Sequence

import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.ledger.sheets import LedgerUnreadable, SheetCells, Span, read_sheets

ROWS: Sequence[Sequence[Any]] = (
    ("安泽县批而未供台账", None, None, None, None),
    ("地块编号", "批准文号", "批准日期", "地块面积(公顷)", "备注"),
    ("0012-3", "晋政地字〔2015〕12号", datetime(2015, 3, 9), 1.25, "共用"),
    ("0013", "晋政地字〔2015〕12号", date(2016, 12, 31), 3, None),
)
MERGES = (Span(0, 1, 0, 5), Span(2, 4, 4, 5))


def old(path: Path, rows: Sequence[Sequence[Any]] = ROWS, merges: Sequence[Span] = MERGES) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("台账")
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            span = next((each for each in merges if each[::2] == (line, column)), None)
            style = [day] if isinstance(value, date) else []
            if span:
                sheet.write_merge(span.top, span.bottom - 1, span.left, span.right - 1, value)
            elif value is not None:
                sheet.write(line, column, value, *style)
    book.save(str(path))
    return path


def new(path: Path, rows: Sequence[Sequence[Any]] = ROWS, merges: Sequence[Span] = MERGES) -> Path:
    book = Workbook()
    book.active.title = "台账"
    for row in rows:
        book.active.append(list(row))
    for span in merges:
        book.active.merge_cells(
            start_row=span.top + 1, end_row=span.bottom, start_column=span.left + 1, end_column=span.right
        )
    book.save(path)
    return path


def cells(path: Path) -> SheetCells:
    (sheet,) = read_sheets(path, path.read_bytes())
    return sheet


def test_an_old_workbook_gives_the_rows_of_a_new_one(tmp_path: Path) -> None:
    one, other = cells(old(tmp_path / "a.xls")), cells(new(tmp_path / "a.xlsx"))
    assert list(map(list, one.rows)) == list(map(list, other.rows))
    assert list(map(list, one.merged_heads)) == list(map(list, other.merged_heads))
    assert (one.name, one.hidden, set(one.merged)) == (other.name, other.hidden, set(MERGES))


def test_a_ledger_reads_the_same_from_both(tmp_path: Path) -> None:
    one = read_ledger(old(tmp_path / "a.xls"), ListKind.UNSUPPLIED)
    other = read_ledger(new(tmp_path / "a.xlsx"), ListKind.UNSUPPLIED)
    assert [(each.line, each.values, each.texts) for each in one.rows] == [
        (each.line, each.values, each.texts) for each in other.rows
    ]
    assert one.rows[0].values["TBBH"] == "0012-3"
    assert one.rows[0].values["NZYPZRQ"] == date(2015, 3, 9)
    assert one.rejects == other.rejects


def test_content_decides_not_the_ending(tmp_path: Path) -> None:
    assert cells(new(tmp_path / "a.xls")).rows == cells(new(tmp_path / "b.xlsx")).rows
    assert len(cells(old(tmp_path / "c.xlsx")).rows) == len(ROWS)


def test_errors_truths_and_hidden_sheets_of_an_old_workbook(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("藏")
    book.add_sheet("见")
    sheet.visibility = 1
    sheet.row(0).set_cell_error(0, "#DIV/0!")
    sheet.write(0, 1, True)
    book.save(str(tmp_path / "a.xls"))
    first, second = read_sheets(tmp_path / "a.xls", (tmp_path / "a.xls").read_bytes())
    assert (first.rows, first.hidden, second.rows, second.hidden) == ([["#DIV/0!", True]], True, [], False)


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx"])
@pytest.mark.parametrize("content", [b"", b"junk", b"<html><table></table></html>", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_said_in_one_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    with pytest.raises(LedgerUnreadable, match=name):
        read_sheets(tmp_path / name, content)


def test_a_workbook_that_claims_any_size_is_not_unpacked(tmp_path: Path) -> None:
    path = new(tmp_path / "a.xlsx")
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 4_000_000_000)
    with pytest.raises(LedgerUnreadable):
        read_sheets(path, bytes(data))


def test_a_workbook_whose_members_are_locked_is_said_too(tmp_path: Path) -> None:
    path = new(tmp_path / "a.xlsx")
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(mark, place + 4)
    with pytest.raises(LedgerUnreadable, match=r"a\.xlsx"):
        read_sheets(path, bytes(data))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=6))
def test_a_spoilt_old_workbook_never_breaks_the_reader(tmp_path: Path, place: int, junk: bytes) -> None:
    data = (tmp_path / "a.xls").read_bytes() if (tmp_path / "a.xls").exists() else old(tmp_path / "a.xls").read_bytes()
    place %= len(data)
    try:
        read_sheets(tmp_path / "a.xls", data[:place] + junk + data[place + len(junk) :])
    except LedgerUnreadable as error:
        assert "a.xls" in error.text()

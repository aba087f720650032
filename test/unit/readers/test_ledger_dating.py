"""Finding 13: the day of a ledger, told in its title, its sheet or its name, else the day it was saved."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from anze_idle_land_plugin.readers.ledger.dating import LedgerDay, ledger_day

SAVED = date(2023, 10, 8)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "台账.csv"
    made.write_text("x", encoding="utf-8")
    moment = datetime(SAVED.year, SAVED.month, SAVED.day, 12).timestamp()
    os.utime(made, (moment, moment))
    return made


@pytest.mark.parametrize(
    "title, day",
    [
        ("批而未供土地台账（截至2023年9月30日）", date(2023, 9, 30)),
        ("台账（2023年9月）", date(2023, 9, 30)),
        ("台账２０２３年２月", date(2023, 2, 28)),
        ("台账2024年2月", date(2024, 2, 29)),
        ("2023年1—8月清理情况", date(2023, 8, 31)),
        ("台账20230915", date(2023, 9, 15)),
        ("填报时间：2023-9-5", date(2023, 9, 5)),
        ("2023.9.5 台账", date(2023, 9, 5)),
        ("2023年9月20日印发，截至2023年8月31日", date(2023, 8, 31)),
        ("2023年10月台账", SAVED),  # saved within that month
    ],
)
def test_a_day_told_in_the_title_is_the_ledgers(path: Path, title: str, day: date) -> None:
    assert ledger_day(path, b"", [title], ["Sheet1"]) == LedgerDay(day, True)


@pytest.mark.parametrize(
    "title",
    [
        "安泽县2009—2022年批而未供土地排查明细表",
        "安政办发〔2023〕16号",
        "1410262023B00101",
        "2023年13月",
        "2023年度台账",
        "",
    ],
)
def test_a_year_or_a_number_is_no_day(path: Path, title: str) -> None:
    assert ledger_day(path, b"", [title], ["Sheet1"]) == LedgerDay(SAVED, False)


def test_title_goes_before_sheet_and_sheet_before_file(path: Path) -> None:
    named = path.rename(path.with_name("台账2023-06-30.csv"))
    assert ledger_day(named, b"", ["2023年4月"], ["2023年5月"]).day == date(2023, 4, 30)
    assert ledger_day(named, b"", [""], ["2023年5月"]).day == date(2023, 5, 31)
    assert ledger_day(named, b"", [], []).day == date(2023, 6, 30)


def test_the_day_a_workbook_says_it_was_saved_survives_copying(tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "台账.xlsx"
    book.save(path)
    day = date.fromisoformat(book.properties.modified.date().isoformat())
    os.utime(path, (0, 0))
    assert ledger_day(path, path.read_bytes(), [], []) == LedgerDay(day, False)

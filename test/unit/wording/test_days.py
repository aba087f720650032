"""Days in sentences, in tables, and how far away they are."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone

import pytest

from anze_idle_land_plugin.wording.days import (
    countdown_zh,
    data_date,
    day_zh,
    days_left_zh,
    in_table,
    month_day,
    month_day_zh,
    month_end_zh,
)
from anze_idle_land_plugin.wording.moments import here, stamp, utc_now


def test_a_day_in_a_sentence_is_written_without_padding() -> None:
    assert day_zh(date(2023, 6, 9)) == "2023年6月9日" and day_zh(date(2023, 11, 30)) == "2023年11月30日"
    assert month_day_zh(date(2023, 6, 9)) == "6月9日" and month_end_zh(date(2023, 9, 30)) == "9月底前"


def test_a_day_in_a_table_is_padded_and_none_is_the_blank_of_the_table() -> None:
    assert in_table(date(2023, 6, 9)) == "2023-06-09" and month_day(date(2023, 6, 9)) == "06-09"
    assert in_table(None) == "" and in_table(None, "未定") == "未定"
    assert data_date(date(2023, 9, 30)) == "数据日期：2023-09-30"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2023, 9, 30), "距11月30日还有61天"),
        (date(2023, 11, 29), "距11月30日还有1天"),
        (date(2023, 11, 30), "11月30日今日到期"),
        (date(2023, 12, 3), "11月30日已过3天"),
    ],
)
def test_the_countdown_names_its_day_before_on_and_after_it(on: date, said: str) -> None:
    assert countdown_zh(date(2023, 11, 30), on) == said


def test_days_left_turn_into_days_overdue_below_nothing() -> None:
    assert days_left_zh(0) == "还有0天" and days_left_zh(-3) == "逾期3天" and days_left_zh(5, " ") == "还有 5 天"


def test_a_recording_is_stamped_in_utc_to_the_second() -> None:
    beijing = timezone(timedelta(hours=8))
    assert stamp(datetime(2023, 10, 1, 7, 59, 59, 999, beijing)) == "2023-09-30T23:59:59Z"
    assert stamp(datetime(2023, 9, 30, 1, 2, 3)) == "2023-09-30T01:02:03Z"
    assert utc_now().utcoffset() == timedelta(0)


def test_a_stamp_is_told_by_the_clock_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    assert here("2023-09-30T23:59:59Z") == "2023-10-01 07:59:59" and here("") == ""
    monkeypatch.undo()
    time.tzset()

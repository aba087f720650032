"""Working days by the published holidays; beyond the table only weekends are known."""

from __future__ import annotations

from datetime import date

import pytest

from anze_idle_land_plugin import catalogue, law


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2023, 5, 1), False),  # 劳动节, a Monday
        (date(2023, 5, 6), True),  # a Saturday made up
        (date(2023, 5, 7), False),  # a Sunday
        (date(2023, 9, 29), False),  # 中秋节, a Friday
        (date(2023, 10, 7), True),  # a Saturday made up
        (date(2023, 10, 9), True),
    ],
)
def test_holidays_and_make_up_days_of_2023_are_known(day: date, working: bool) -> None:
    assert law.work_calendar().is_working_day(day) is working


def test_a_limit_that_ends_in_the_october_holidays_ends_on_the_made_up_saturday() -> None:
    assert law.work_calendar().shifted(date(2023, 10, 1)) == date(2023, 10, 7)


def test_fifteen_working_days_leave_out_the_spring_festival() -> None:
    # from Fri 2023-01-13: 16-20 (5), holiday 21-27, 28 and 29 made up (7), 30-31 (9), Feb 1-3 (12), 6-8 (15)
    assert law.work_calendar().after(date(2023, 1, 13), 15) == date(2023, 2, 8)


def test_a_year_the_table_does_not_reach_is_neither_known_nor_shifted() -> None:
    calendar = law.work_calendar()
    beyond = date(calendar.known_to.year + 2, 5, 1)
    assert not calendar.knows(beyond)
    assert calendar.shifted(beyond) == beyond


def test_every_row_of_the_table_is_a_run_of_days_with_a_basis() -> None:
    for row in catalogue.table("holidays"):
        assert row["from"] <= row["to"]
        assert row["kind"] in ("holiday", "workday")
        assert row["basis"]

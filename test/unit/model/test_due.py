"""Next steps with their limits: due dates, holiday shift, the clock's thresholds, missing anchors."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import dossier, snapshot

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.exports.office.rows import NeitherBookNorCsv
from anze_idle_land_plugin.exports.reports.due_steps import write_due_steps
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.due import DueStep, LimitKind, Situation

IDLE, UNSUPPLIED = ListKind.IDLE, ListKind.UNSUPPLIED


def steps(which: ListKind, state: str, as_of: date, **fields: Any) -> dict[str, DueStep]:
    """The last limit of each next step, by the step's code."""
    about = dossier(which, state=state, as_of=as_of, **fields)
    return {due.step.code: due for due in law.next_steps(about.case, about.standing, as_of)}


def test_the_answer_is_due_thirty_days_after_service() -> None:
    due = steps(IDLE, "X20", date(2023, 6, 20), DCTZRQ=date(2023, 6, 1))["TX06"]
    # 30 days from 1 June, the first day not counted: 1 July, a Saturday; the next working day is Monday 3 July
    assert (due.due_on, due.shifted, due.days_left) == (date(2023, 7, 3), True, 13)
    assert (due.situation, due.step.document) == (Situation.IN_TIME, "开发利用情况、闲置原因及说明材料")


@pytest.mark.parametrize(
    ("as_of", "left", "situation"),
    [
        (date(2023, 6, 25), 8, Situation.IN_TIME),
        (date(2023, 6, 26), 7, Situation.SOON),
        (date(2023, 7, 3), 0, Situation.SOON),
        (date(2023, 7, 4), -1, Situation.OVERDUE),
    ],
)
def test_a_limit_is_overdue_from_the_day_after(as_of: date, left: int, situation: Situation) -> None:
    due = steps(IDLE, "X20", as_of, DCTZRQ=date(2023, 6, 1))["TX06"]
    assert (due.days_left, due.situation) == (left, situation)


def test_the_notice_is_due_thirty_days_after_the_parcel_was_found() -> None:
    due = steps(IDLE, "X10", date(2023, 6, 1))["TX05"]
    assert (due.anchor, due.anchor_on, due.due_on) == ("state.since", date(2023, 5, 10), date(2023, 6, 9))


def test_a_missing_date_is_named_and_nothing_is_counted() -> None:
    due = steps(IDLE, "X61", date(2023, 6, 1))["TX19"]
    assert (due.situation, due.due_on, due.missing) == (Situation.NO_ANCHOR, None, ("XZFSDRQ",))


def test_take_back_opens_the_day_after_two_years_and_is_not_shifted() -> None:
    start = date(2021, 7, 1)  # two years full on Saturday 2023-07-01
    before = steps(IDLE, "X42", date(2023, 7, 1), YDDGSJ=start)["TX22"]
    after = steps(IDLE, "X42", date(2023, 7, 2), YDDGSJ=start)["TX22"]
    assert (before.opens_on, before.situation) == (date(2023, 7, 1), Situation.NOT_OPEN)
    assert after.situation is Situation.OPEN


def test_the_changed_start_moves_the_warning() -> None:
    due = steps(IDLE, "X00", date(2023, 6, 1), YDDGSJ=date(2021, 3, 15), BGDGSJ=date(2022, 9, 1))["TX01"]
    assert (due.opens_on, due.situation) == (date(2023, 6, 3), Situation.NOT_OPEN)


def test_enforcement_opens_after_the_remedies_and_ends_three_months_later() -> None:
    due = steps(IDLE, "X61", date(2023, 9, 30), XZFSDRQ=date(2023, 1, 31))["TX28"]
    # six months: 31 July; nine months: 31 October, a Tuesday
    assert (due.opens_on, due.due_on, due.days_left) == (date(2023, 7, 31), date(2023, 10, 31), 31)


def test_both_remedies_of_the_holder_are_shown() -> None:
    about = dossier(IDLE, state="X71", SHSDRQ=date(2023, 3, 1))
    found = [due for due in law.next_steps(about.case, about.standing, date(2023, 9, 30)) if due.step.code == "TX27"]
    # 60 days from 1 March is Sunday 30 April; the holiday ends on 3 May
    assert [due.due_on for due in found] == [date(2023, 5, 4), date(2023, 9, 1)]
    assert {due.situation for due in found} == {Situation.EXPIRED}


def test_the_new_start_date_is_bounded_by_the_agreed_one() -> None:
    due = steps(IDLE, "X51", date(2023, 6, 1), YDDGSJ=date(2020, 2, 29))["TX13"]
    assert (due.situation, due.due_on, due.days_left) == (Situation.CAPPED, date(2021, 2, 28), None)


def test_the_announcement_is_due_fifteen_working_days_after_the_approval() -> None:
    due = steps(UNSUPPLIED, "P10", date(2023, 6, 1), NZYPZRQ=date(2023, 1, 13))["TP05"]
    assert (due.due_on, due.days_left) == (date(2023, 2, 8), -113)  # 20 + 31 + 30 + 31 + 1 days ago
    assert due.situation is Situation.TO_CHECK  # the day the approval was received is not known


def test_a_year_without_published_holidays_is_given_plain_and_said() -> None:
    beyond = date(law.work_calendar().known_to.year + 2, 5, 1)
    due = steps(IDLE, "X20", beyond, DCTZRQ=beyond)["TX06"]
    assert due.plain and not due.shifted


LIMITED = {"TP05", *(f"TX{number:02d}" for number in (1, 2, 3, 4, 5, 6, 13, 15, 19, 21, 22, 24, 26, 27))}
"""The steps whose days the law or the plan counts."""


def test_every_limited_step_of_the_machines_has_its_chinese_limit_and_basis() -> None:
    rows = {row["step"]: row for row in catalogue.table("step_limits")}
    for which in ListKind:
        for step in catalogue.workflow(which).transitions.values():
            assert step.code in rows or step.code not in LIMITED
    for row in rows.values():
        assert row["basis"] and row["text"] and LimitKind(row["kind"])


def test_every_actor_of_the_machines_is_somebody() -> None:
    about = dossier(IDLE, TDSYZ="示例公司", ZRDW="GX").case
    for which in ListKind:
        for step in catalogue.workflow(which).transitions.values():
            owner = law.owner_of(step, about, snapshot().campaign)
            assert owner and "{" not in owner and not any(letter in owner for letter in "abcdefghijklm")
    soil = next(
        step for step in catalogue.workflow(ListKind.UNSUPPLIED).transitions.values() if "生态环境" in step.actor
    )
    assert "、临汾市生态环境局安泽分局、" in law.owner_of(soil, about, snapshot().campaign)
    served = catalogue.workflow(IDLE).transitions["TX19"]
    assert law.owner_of(served, about, snapshot().campaign) == "示例公司，由工信局督促"


def test_workbook_and_csv_hold_the_same_rows(tmp_path: Path) -> None:
    whole = snapshot([dossier(IDLE, state="X20", DCTZRQ=date(2023, 6, 1), ZRDW="自然资源局"), dossier(state="P99")])
    as_book = write_due_steps(whole, tmp_path / "due.xlsx")
    as_csv = write_due_steps(whole, tmp_path / "due.csv")
    assert as_book == as_csv == len(catalogue.workflow(IDLE).steps_from(catalogue.workflow(IDLE).states["X20"]))
    text = (tmp_path / "due.csv").read_text(encoding="utf-8-sig")
    assert "2023-07-03" in text and "末日遇休假日，已顺延" in text


def test_the_conditions_of_a_step_say_whether_they_hold() -> None:
    about = dossier(IDLE, state="X42", XZYY="31", YDDGSJ=date(2020, 5, 20))
    now = law.circumstances(about.case, about.standing, date(2023, 6, 9))
    found = catalogue.workflow(IDLE).transitions
    assert law.conditions_zh(found["TX22"], now) == "属企业原因（已成就）；动工开发日期满两年未动工（已成就）"
    assert law.conditions_zh(found["TX11"], now).count("未成就") == 2


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NeitherBookNorCsv):
        write_due_steps(snapshot([dossier()]), tmp_path / "due.ods")

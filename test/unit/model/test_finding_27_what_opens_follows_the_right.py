"""Finding 27: what opens when a right has ended opens the day after its last day, holidays counted in."""

from __future__ import annotations

from datetime import date

import pytest
from factories import dossier, snapshot

from anze_idle_land_plugin import law
from anze_idle_land_plugin.exports.reports.due_steps import write_due_steps
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.due import DueStep, LimitKind, Situation

IDLE = ListKind.IDLE


def steps(state: str, as_of: date, **days: date) -> dict[tuple[str, LimitKind], DueStep]:
    about = dossier(IDLE, state=state, as_of=as_of, **days)
    found = law.next_steps(about.case, about.standing, as_of)
    return {(due.step.code, due.limit.kind): due for due in found if due.limit}


@pytest.mark.parametrize(
    ("as_of", "situation"),
    [
        (date(2023, 10, 1), Situation.NOT_OPEN),
        (date(2023, 10, 3), Situation.NOT_OPEN),
        (date(2023, 10, 7), Situation.NOT_OPEN),
        (date(2023, 10, 8), Situation.OPEN),
    ],
)
def test_finding_27_public_cancellation_opens_when_the_right_to_sue_has_ended(
    as_of: date, situation: Situation
) -> None:
    # Served on 1 April: six months end on 1 October; the holiday lasts until the 6th, the 7th is a make-up working day.
    found = steps("X71", as_of, SHSDRQ=date(2023, 4, 1))
    opening = found["TX25", LimitKind.OPENS]
    assert (opening.opens_on, opening.shifted, opening.situation) == (date(2023, 10, 7), True, situation)
    about = dossier(IDLE, state="X71", as_of=as_of, SHSDRQ=date(2023, 4, 1))
    rights = [
        due.due_on
        for due in law.next_steps(about.case, about.standing, as_of)
        if due.step.code == "TX27" and due.limit and due.limit.kind is LimitKind.RIGHT
    ]
    # Sixty days from 1 April: 31 May. The last of the two is what public cancellation waits for.
    assert rights == [date(2023, 5, 31), date(2023, 10, 7)] and opening.opens_on == max(filter(None, rights))


def test_finding_27_enforcement_may_be_asked_for_three_months_from_the_shifted_end() -> None:
    due = steps("X71", date(2023, 10, 8), SHSDRQ=date(2023, 4, 1))["TX29", LimitKind.DUE]
    # Three months from 7 October: 7 January 2024, a Sunday; the next working day is Monday the 8th.
    assert (due.opens_on, due.due_on, due.shifted) == (date(2023, 10, 7), date(2024, 1, 8), True)
    assert due.situation is Situation.IN_TIME


def test_finding_27_the_fee_follows_its_own_right() -> None:
    due = steps("X61", date(2023, 7, 1), XZFSDRQ=date(2022, 12, 31))["TX28", LimitKind.DUE]
    # Six months from 31 December: 30 June, a Friday; three months later 30 September, in the holiday until 6 October.
    assert (due.opens_on, due.due_on) == (date(2023, 6, 30), date(2023, 10, 7))


def test_finding_27_full_years_stay_where_they_are() -> None:
    opening = steps("X42", date(2023, 10, 2), YDDGSJ=date(2021, 10, 1))["TX22", LimitKind.OPENS]
    assert (opening.opens_on, opening.shifted) == (date(2023, 10, 1), False)  # in the holiday, and not moved


def test_finding_27_the_due_list_says_so(tmp_path) -> None:  # type: ignore[no-untyped-def]
    day = date(2023, 10, 3)
    about = dossier(IDLE, state="X71", as_of=day, SHSDRQ=date(2023, 4, 1))
    write_due_steps(snapshot([about], day), tmp_path / "due.csv")
    rows = (tmp_path / "due.csv").read_text(encoding="utf-8-sig").splitlines()
    (cancelling,) = [row for row in rows if "TX25" in row]
    assert "2023-10-07" in cancelling and "期限未届至" in cancelling and "已顺延" in cancelling
    assert "可以办理" not in cancelling and "2023-10-01" not in cancelling


def test_finding_27_a_year_without_published_holidays_is_said_of_what_opens_too() -> None:
    beyond = date(law.work_calendar().known_to.year + 2, 1, 4)
    opening = steps("X71", beyond, SHSDRQ=beyond)["TX25", LimitKind.OPENS]
    assert opening.plain and not opening.shifted

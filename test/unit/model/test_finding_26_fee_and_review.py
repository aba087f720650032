"""Finding 26: the fee ends when two years are full, and each decision under review knows what it is."""

from __future__ import annotations

from datetime import date
from typing import Any, Sequence

import pytest
from factories import dossier, snapshot

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.exports.notices.drafts import why_not
from anze_idle_land_plugin.exports.notices.text import Kind
from anze_idle_land_plugin.exports.reports.due_steps import write_due_steps
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.admission import judge
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.sheet.facts import next_step

IDLE = ListKind.IDLE
AGREED = date(2021, 6, 15)  # a year is full on 2022-06-15, two years on 2023-06-15
LAST, AFTER = date(2023, 6, 15), date(2023, 6, 16)


def refused(about: Dossier, step: str, day: date) -> str:
    machine = catalogue.workflow(IDLE)
    found = judge(machine, machine.transitions[step], law.circumstances(about.case, about.standing, day))
    return "\n".join(message.text() for message in found.refusals)


def offered(about: Dossier, day: date) -> set[str]:
    return {due.step.code for due in law.next_steps(about.case, about.standing, day)}


def moved(*steps: tuple[str, str, date]) -> Sequence[Event]:
    """The steps, each with the state it led to and its day."""
    return [
        Event(IDLE, "T-1", EventKind.TRANSITION, day, transition=step, field=STATE_FIELD, value=state, id=number)
        for number, (step, state, day) in enumerate(steps, 2)
    ]


@pytest.mark.parametrize(("state", "step"), [("X42", "TX17"), ("X60", "TX18")])
def test_finding_26_the_fee_is_right_until_the_day_two_years_are_full_and_refused_afterwards(
    state: str, step: str
) -> None:
    about = dossier(IDLE, state=state, YDDGSJ=AGREED, XZYY="31", CRJK=100.0)
    assert refused(about, step, LAST) == "" and step in offered(about, LAST)
    assert "two years were full on 2023-06-15" in refused(about, step, AFTER)
    assert step not in offered(about, AFTER)
    assert {"X42": "TX22", "X60": "TX48"}[state] in offered(about, AFTER)


def test_finding_26_an_extension_begins_the_two_years_anew() -> None:
    about = dossier(IDLE, state="X60", YDDGSJ=AGREED, XYDGRQ=date(2022, 2, 28), XZYY="31", CRJK=100.0)
    assert refused(about, "TX18", date(2024, 2, 28)) == ""  # two years of 28 February 2022
    assert "2024-02-28" in refused(about, "TX18", date(2024, 2, 29))


def test_finding_26_without_a_start_date_nobody_knows_whether_the_fee_is_still_right() -> None:
    assert "neither a start date" in refused(dossier(IDLE, state="X42", XZYY="31"), "TX17", LAST)


def test_finding_26_neither_sheet_nor_due_list_nor_notice_offers_the_fee_after_two_years(tmp_path: Any) -> None:
    for state, name in (("X42", "闲置费听证告知"), ("X60", "送达征缴闲置费决定书")):
        about = dossier(IDLE, state=state, as_of=AFTER, YDDGSJ=AGREED, XZYY="31", CRJK=100.0)
        assert name not in next_step(about, AFTER)
        before = dossier(IDLE, state=state, as_of=LAST, YDDGSJ=AGREED, XZYY="31", CRJK=100.0)
        assert name in next_step(before, LAST)
        write_due_steps(snapshot([about], AFTER), tmp_path / "due.csv")
        assert name not in (tmp_path / "due.csv").read_text(encoding="utf-8-sig")
    undecided = dossier(IDLE, state="X60", as_of=AFTER, YDDGSJ=AGREED, CRJK=100.0)
    assert why_not(Kind.FEE, undecided, LAST) == ""
    assert "其他处置方式" in why_not(Kind.FEE, undecided, AFTER)


def test_finding_26_the_advice_names_the_fee_only_before_two_years_are_full() -> None:
    def alternatives(day: date) -> tuple[str, ...]:
        about = dossier(IDLE, state="X42", YDDGSJ=AGREED)
        rule = law.advice_on(law.about(about.case, about.standing, day)).rule
        return rule.alternatives if rule else ()

    assert "21" in alternatives(LAST) and "22" not in alternatives(LAST)
    assert "22" in alternatives(AFTER) and "21" not in alternatives(AFTER)


FEE = moved(("TX18", "X61", date(2023, 6, 1)), ("TX26", "X80", date(2023, 7, 1)))
TAKE_BACK = moved(("TX23", "X71", date(2023, 6, 1)), ("TX27", "X80", date(2023, 7, 1)))
BOTH = moved(
    ("TX18", "X61", date(2023, 1, 10)),
    ("TX26", "X80", date(2023, 2, 1)),
    ("TX37", "X61", date(2023, 3, 20)),
    ("TX49", "X70", date(2023, 4, 1)),
    ("TX23", "X71", date(2023, 6, 1)),
    ("TX27", "X80", date(2023, 7, 1)),
)
HALTED = moved(
    ("TX23", "X71", date(2023, 6, 1)),
    ("TX27", "X80", date(2023, 7, 1)),
    ("TX34", "XS0", date(2023, 7, 20)),
    ("TX36", "X80", date(2023, 8, 20)),
)


@pytest.mark.parametrize(
    ("events", "upheld", "other"),
    [(FEE, "TX37", "TX38"), (TAKE_BACK, "TX38", "TX37"), (BOTH, "TX38", "TX37"), (HALTED, "TX38", "TX37")],
    ids=["fee", "take-back", "take-back after a fee", "halted meanwhile"],
)
def test_finding_26_only_the_decision_under_review_can_be_upheld(
    events: Sequence[Event], upheld: str, other: str
) -> None:
    day = date(2023, 9, 30)
    about = dossier(IDLE, events=events, YDDGSJ=date(2020, 5, 20), XZYY="31")
    assert about.standing.state.code == "X80"
    assert refused(about, upheld, day) == "" and "under review" in refused(about, other, day)
    assert offered(about, day) >= {upheld, "TX39"} and other not in offered(about, day)
    name = catalogue.workflow(IDLE).transitions[other].name
    assert name not in next_step(about, day)


def test_finding_26_a_review_the_ledger_entered_goes_by_the_decision_served_last() -> None:
    day, fee, take_back = date(2023, 9, 30), date(2022, 9, 1), date(2023, 8, 1)
    served = dossier(IDLE, state="X80", XZFSDRQ=fee, SHSDRQ=take_back)
    assert refused(served, "TX38", day) == "" and "take-back is under review" in refused(served, "TX37", day)
    unknown = dossier(IDLE, state="X80")
    assert "XZFSDRQ or SHSDRQ" in refused(unknown, "TX37", day) and "XZFSDRQ or SHSDRQ" in refused(unknown, "TX38", day)
    assert offered(unknown, day) >= {"TX37", "TX38"}  # either may be what is missing

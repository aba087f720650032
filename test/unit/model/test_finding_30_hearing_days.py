"""Finding 30: hearing days are working days, 划拨 land may have no price, no step is open while a condition fails."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from factories import dossier, snapshot

from anze_idle_land_plugin import law
from anze_idle_land_plugin.checks.rule import all_rules
from anze_idle_land_plugin.checks.run import run
from anze_idle_land_plugin.checks.subject import Subject
from anze_idle_land_plugin.exports.notices.drafts import why_not, write_documents
from anze_idle_land_plugin.exports.notices.text import Kind
from anze_idle_land_plugin.exports.reports.due_steps import write_due_steps
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.due import DueStep, Situation
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier

IDLE = ListKind.IDLE
FEE = {"YDDGSJ": date(2022, 1, 20), "XZYY": "31", "CRJK": 100.0}
TAKE_BACK = {"YDDGSJ": date(2020, 5, 20), "XZYY": "31"}


def told(state: str, step: str, since: date, as_of: date, **fields: Any) -> Dossier:
    """A parcel whose holder was told of the hearing on a day."""
    move = Event(IDLE, "T-1", EventKind.TRANSITION, since, transition=step, field=STATE_FIELD, value=state, id=2)
    return dossier(IDLE, state="X42", as_of=as_of, events=[move], **fields)


def decision(about: Dossier, step: str, as_of: date) -> DueStep:
    (due,) = [due for due in law.steps_of(about, as_of) if due.step.code == step]
    return due


@pytest.mark.parametrize(
    ("since", "last"),
    [
        (date(2023, 7, 5), date(2023, 7, 12)),  # a Wednesday: 6, 7, 10, 11, 12 July
        (date(2023, 6, 19), date(2023, 6, 27)),  # a Monday: 20, 21; 22 to 24 is 端午; 25 (made up), 26, 27
        (date(2023, 9, 27), date(2023, 10, 10)),  # 28; the holiday lasts to 6 October; 7, 8 (made up), 9, 10
        (date(2023, 8, 5), date(2023, 8, 11)),  # a Saturday: Monday to Friday
    ],
)
@pytest.mark.parametrize(
    ("state", "told_by", "decided_by", "fields"),
    [("X60", "TX17", "TX18", FEE), ("X70", "TX22", "TX23", TAKE_BACK)],
    ids=["fee", "take-back"],
)
def test_finding_30_the_decision_opens_when_five_working_days_have_passed(
    since: date, last: date, state: str, told_by: str, decided_by: str, fields: dict[str, Any]
) -> None:
    after = date.fromordinal(last.toordinal() + 1)
    waiting = decision(told(state, told_by, since, last, **fields), decided_by, last)
    assert (waiting.opens_on, waiting.situation) == (last, Situation.NOT_OPEN)
    assert decision(told(state, told_by, since, after, **fields), decided_by, after).situation is Situation.OPEN


def test_finding_30_the_notice_says_working_days_and_the_lawyer_is_told(tmp_path: Path) -> None:
    day = date(2023, 6, 9)
    about = dossier(IDLE, state="X42", as_of=day, **FEE)
    (done,) = write_documents(Kind.HEARING, snapshot([about], day), tmp_path, codes=[about.code])
    text = "\n".join(each.text for each in Document(str(tmp_path / done.file)).paragraphs)
    assert "五个工作日内" in text and "七个工作日前" in text and "五日内" not in text
    assert "第六十四条" in text and "听证规定" in text
    (heading,) = [line for line in text.splitlines() if "听证权利和提出的期限" in line and "【待法制审核】" in line]
    assert heading and any("第八十五条" in each for each in done.to_check)


def test_finding_30_allocated_land_without_a_price_lacks_none() -> None:
    day = date(2023, 6, 9)
    rules = [rule for rule in all_rules() if rule.code == "L07"]

    def missing(**fields: Any) -> str:
        about = dossier(IDLE, state="X42", as_of=day, **{**FEE, **fields})
        return " ".join(str(each) for each in run(Subject(snapshot([about], day)), rules).findings)

    def clock_misses(**fields: Any) -> tuple[str, ...]:
        clock = law.clock_of(dossier(IDLE, as_of=day, **{**FEE, **fields}).case, day)
        return clock.missing if clock else ()

    for price in (None, 0.0):
        assert "CRJK" not in missing(GYFS="10", CRJK=price) and clock_misses(GYFS="10", CRJK=price) == ()
    assert "CRJK" in missing(GYFS="23", CRJK=None) and clock_misses(GYFS="23", CRJK=None) == ("price_wan",)
    assert clock_misses(GYFS="23", CRJK=0.0) == ("price_wan",)  # a sale for nothing is a price not given


def test_finding_30_no_fee_is_drafted_on_a_price_of_nothing() -> None:
    day = date(2023, 6, 9)
    free = dossier(IDLE, state="X60", as_of=day, **{**FEE, "GYFS": "10", "CRJK": 0.0})
    paid = dossier(IDLE, state="X60", as_of=day, **{**FEE, "GYFS": "10", "CRJK": 12.5})
    assert "划拨" in why_not(Kind.FEE, free, day) and why_not(Kind.FEE, paid, day) == ""


def test_finding_30_nothing_is_open_while_a_condition_does_not_hold(tmp_path: Path) -> None:
    day = date(2023, 6, 9)
    states = ("X00", "X01", "X10", "X42", "X52", "X60", "X61", "X62", "X71")
    causes: tuple[dict[str, str], ...] = ({"XZYY": "11"}, {"XZYY": "31"}, {})
    dates = ({"YDDGSJ": date(2020, 5, 20)}, {"YDDGSJ": date(2022, 5, 20)}, {"YDDGSJ": date(2022, 9, 1)})
    every = [
        dossier(IDLE, state=state, as_of=day, **cause, **start)
        for state in states
        for cause in causes
        for start in dates
    ]
    write_due_steps(snapshot(every, day), tmp_path / "due.csv")
    rows = (tmp_path / "due.csv").read_text(encoding="utf-8-sig").splitlines()
    assert any("条件未成就" in row for row in rows) and any("可以办理" in row for row in rows)
    assert not [row for row in rows if "可以办理" in row and "（未成就）" in row]

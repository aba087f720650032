"""Finding 28: one reading of the one-year limit of an extension, for the step, the due list and the check."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from factories import dossier, snapshot

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.checks.rule import all_rules
from anze_idle_land_plugin.checks.run import run
from anze_idle_land_plugin.checks.subject import Subject
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.admission import judge
from anze_idle_land_plugin.model.procedure.due import LimitKind

IDLE = ListKind.IDLE
DAY = date(2023, 8, 10)
AGREED, APPROVED = date(2019, 5, 20), date(2023, 7, 25)


def step_admits(**fields: Any) -> bool:
    about = dossier(IDLE, state="X51", as_of=DAY, **fields)
    machine = catalogue.workflow(IDLE)
    return not judge(machine, machine.transitions["TX13"], law.circumstances_of(about, DAY)).refusals


def check_passes(**fields: Any) -> bool:
    about = dossier(IDLE, state="X51", as_of=DAY, **fields)
    rules = [rule for rule in all_rules() if rule.code == "D05"]
    return not run(Subject(snapshot([about], DAY)), rules).findings


def last_day(**fields: Any) -> date | None:
    """What the due list says."""
    about = dossier(IDLE, state="X51", as_of=DAY, **fields)
    (due,) = [due for due in law.steps_of(about, DAY) if due.limit and due.limit.kind is LimitKind.CAP]
    return due.due_on


CASES = {
    "from the approval of the plan": ({"FAPFRQ": APPROVED, "YDDGSJ": AGREED}, date(2024, 7, 25)),
    "an approval on a leap day": ({"FAPFRQ": date(2024, 2, 29), "YDDGSJ": AGREED}, date(2025, 2, 28)),
    "from the changed start": ({"BGDGSJ": date(2022, 11, 30), "YDDGSJ": AGREED}, date(2023, 11, 30)),
    "from the agreed start": ({"YDDGSJ": date(2022, 7, 31)}, date(2023, 7, 31)),
    # delivered 2021-03-31: presumed start 2022-03-31, and a year of extension
    "from the presumed start": ({"SJJDSJ": date(2021, 3, 31)}, date(2023, 3, 31)),
}


@pytest.mark.parametrize(("fields", "last"), CASES.values(), ids=CASES)
def test_finding_28_step_due_list_and_check_end_on_the_same_day(fields: dict[str, Any], last: date) -> None:
    after = date.fromordinal(last.toordinal() + 1)
    assert last_day(**fields) == last
    for start, right in ((last, True), (after, False)):
        given = {**fields, "CZFS": "11", "XYDGRQ": start}
        assert (step_admits(**given), check_passes(**given)) == (right, right)


@pytest.mark.parametrize("measure", ["12", "13", "15"])
def test_finding_28_the_other_modes_have_no_year(measure: str) -> None:
    given = {"FAPFRQ": APPROVED, "YDDGSJ": AGREED, "CZFS": measure, "XYDGRQ": date(2025, 12, 31)}
    assert step_admits(**given) and check_passes(**given)
    assert not step_admits(**{**given, "CZFS": ""}) and not check_passes(**{**given, "CZFS": ""})


def test_finding_28_nothing_is_refused_while_no_day_is_known_to_count_from() -> None:
    given = {"CZFS": "11", "XYDGRQ": date(2025, 12, 31)}
    assert step_admits(**given) and check_passes(**given)

"""What the office changes in policy_numbers.csv reaches guards, advice and colours alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterator

import pytest
from factories import dossier

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.model.kinds import ListKind, Status
from anze_idle_land_plugin.model.procedure.guards import GUARDS
from anze_idle_land_plugin.store.standing.layer_sql import standing_select

APPROVED, DAY = "2021-06-30", date(2023, 8, 1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Path]:
    """An office with three years until an approval lapses and ten days of warning."""
    rows = "name,value\napproval_lapse_years,3\nplan_warning_days,10\n"
    (tmp_path / "policy_numbers.csv").write_text(rows, encoding="utf-8")
    with catalogue.under([tmp_path]):
        yield tmp_path


def refusals() -> dict[str, str]:
    each = dossier(NZYPZRQ=APPROVED)
    about = law.circumstances(each.case, each.standing, DAY)
    said = {name: GUARDS[name](about) for name in ("not_lapsed", "approved_two_years")}
    return {name: reason.text() for name, reason in said.items() if reason is not None}


def test_an_approval_lapses_after_two_years_by_the_shipped_table() -> None:
    said = refusals()
    assert list(said) == ["not_lapsed"] and "more than 2 years old" in said["not_lapsed"]


def test_an_approval_lapses_when_the_office_says_so(office: Path) -> None:
    said = refusals()
    assert list(said) == ["approved_two_years"] and "lapses only after 2024-06-30" in said["approved_two_years"]
    each = dossier(NZYPZRQ=APPROVED)
    assert law.about(each.case, each.standing, DAY).lapses_on == date(2024, 6, 30)


def test_parcels_turn_yellow_when_the_office_says_so(office: Path) -> None:
    days = {deadline: dossier(JHWCSJ=deadline, as_of=DAY).status for deadline in ("2023-08-11", "2023-08-12")}
    assert days == {"2023-08-11": Status.WARNING, "2023-08-12": Status.NOT_STARTED}
    assert " <= 10 THEN 'warning'" in standing_select(ListKind.UNSUPPLIED, DAY, 2023)

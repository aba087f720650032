"""What the office changes in policy_numbers.csv reaches guards, advice and colours alike."""

from __future__ import annotations

import csv
import shutil
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


def forget() -> None:
    """Let the tables be read again."""
    for function in vars(catalogue).values():
        getattr(function, "cache_clear", lambda: None)()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The tables with three years until an approval lapses and ten days of warning."""
    shutil.copytree(catalogue.RESOURCES, tmp_path / "resources")
    table = tmp_path / "resources" / "codes" / "policy_numbers.csv"
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    own = {"approval_lapse_years": "3", "plan_warning_days": "10"}
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, rows[0])
        writer.writeheader()
        writer.writerows({**row, "value": own.get(row["name"], row["value"])} for row in rows)
    monkeypatch.setattr(catalogue, "RESOURCES", tmp_path / "resources")
    forget()
    yield table
    monkeypatch.undo()
    forget()


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
    assert "'+10 days'" in standing_select(ListKind.UNSUPPLIED, DAY, 2023)

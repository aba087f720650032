"""The idle clock against a table computed by hand from the order and the civil code (test/data/idle_clock.csv)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Mapping

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.catalogue import Value
from anze_idle_land_plugin.model.cases import IdleCase
from anze_idle_land_plugin.model.idle_clock import Consequence, Verdict, idle_verdict
from anze_idle_land_plugin.model.words import ListKind

with open(Path(__file__).parent.parent / "data" / "idle_clock.csv", encoding="utf-8", newline="") as handle:
    CASES = list(csv.DictReader(handle))


def idle_case(row: Mapping[str, str]) -> IdleCase:
    values: dict[str, Value] = {
        field.attribute: field.parse(row[field.attribute])
        for field in catalogue.case_fields(ListKind.IDLE)
        if field.attribute in row and field.attribute != "idle_since"
    }
    return IdleCase(code=row["case"], **values)  # type: ignore[arg-type]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", CASES, ids=[f"{row['case']} {row['why']}" for row in CASES])
def test_the_clock_agrees_with_the_hand_computed_case(row: Mapping[str, str]) -> None:
    found = idle_verdict(idle_case(row), date.fromisoformat(row["as_of"]), catalogue.clock_rules())
    assert (found.verdict.value, found.ground.value) == (row["verdict"], row["ground"])
    assert str(found.idle_type or "") == row["type"]
    assert (found.since, found.two_years_on) == (day(row["since"]), day(row["two_years_on"]))
    assert str(found.days or "") == row["days"]
    assert (found.consequence.value, found.consequence_article) == (row["consequence"], row["consequence_article"])
    assert found.fee_wan == (float(row["fee_wan"]) if row["fee_wan"] else None)
    assert found.article == row["article"]
    assert ";".join(found.missing) == row["missing"]


def test_the_table_holds_at_least_sixty_cases_each_with_its_article() -> None:
    assert len(CASES) >= 60
    assert all(row["article"] for row in CASES)


def test_every_ground_and_consequence_has_words_an_article_and_a_basis() -> None:
    for name in ("clock_grounds", "clock_consequences"):
        for row in catalogue.table(name):
            assert row["basis"]
            assert row["id"] == "none" or (row["article"] and row["cite"] and row["text"])


def test_the_clock_says_where_ledger_and_dates_disagree() -> None:
    case = IdleCase(
        code="2023-X-001",
        start_agreed_on=date(2021, 3, 15),
        delivered_on=date(2021, 6, 1),
        idle_since=date(2022, 1, 1),
        idle_type="1",
    )
    doubts = idle_verdict(case, date(2023, 6, 1), catalogue.clock_rules()).doubts
    assert [doubt.code for doubt in doubts] == ["idle_since", "late_delivery"]
    assert "2022-03-15" in doubts[0].text()


def test_a_date_at_the_end_of_the_calendar_stops_nothing() -> None:
    found = idle_verdict(IdleCase(start_agreed_on=date(9999, 12, 31)), date(2023, 6, 1), catalogue.clock_rules())
    assert (found.verdict, found.consequence) == (Verdict.NOT_IDLE, Consequence.NONE)

"""The idle clock against a table computed by hand from the order and the civil code (test/data/idle_clock.csv)."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.catalogue import Value
from anze_idle_land_plugin.model.cases import IdleCase
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.idle_clock import Consequence, Verdict, idle_verdict

with open(Path(__file__).resolve().parents[2] / "data" / "idle_clock.csv", encoding="utf-8", newline="") as handle:
    CASES = list(csv.DictReader(handle))


def articles() -> dict[str, str]:
    """The article of each ground and consequence, from the reference beside the tables."""
    found = {}
    for name in ("clock_grounds", "clock_consequences"):
        file = Path(__file__).resolve().parents[3] / "resources" / "reference" / f"{name}.csv"
        with open(file, encoding="utf-8", newline="") as handle:
            found.update({row["id"]: row["article"] for row in csv.DictReader(handle)})
    return found


ARTICLES = articles()


def idle_case(row: Mapping[str, str]) -> IdleCase:
    values: dict[str, Value] = {
        field.attribute: field.parse(row[field.attribute])
        for field in catalogue.case_fields(ListKind.IDLE)
        if field.attribute in row and field.attribute != "idle_since"
    }
    return IdleCase(code=row["case"], **values)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", CASES, ids=[f"{row['case']} {row['why']}" for row in CASES])
def test_the_clock_agrees_with_the_hand_computed_case(row: Mapping[str, str]) -> None:
    found = idle_verdict(idle_case(row), date.fromisoformat(row["as_of"]), catalogue.clock_rules())
    assert (found.verdict.value, found.ground.value) == (row["verdict"], row["ground"])
    assert str(found.idle_type or "") == row["type"]
    assert (found.since, found.two_years_on) == (day(row["since"]), day(row["two_years_on"]))
    assert str(found.days or "") == row["days"]
    assert found.consequence.value == row["consequence"]
    assert ARTICLES[found.consequence.value] == row["consequence_article"]
    assert found.fee_wan == (float(row["fee_wan"]) if row["fee_wan"] else None)
    assert ARTICLES[found.ground.value] == row["article"]
    assert ";".join(found.missing) == row["missing"]


def test_the_table_holds_at_least_sixty_cases_each_with_its_article() -> None:
    assert len(CASES) >= 60
    assert all(row["article"] for row in CASES)


def test_every_ground_and_consequence_has_words_where_they_are_written_and_a_basis() -> None:
    for name in ("clock_grounds", "clock_consequences"):
        for row in catalogue.table(name):
            assert row["basis"]
            assert row["id"] == "none" or (row["cite"] and row["text"])


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


DAYS = st.dates(date(2009, 1, 1), date(2040, 12, 31))


def anniversary(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 2, 28)


@given(start=DAYS, as_of=DAYS)
def test_a_parcel_is_idle_on_every_day_after_the_anniversary_and_on_no_other(start: date, as_of: date) -> None:
    found = idle_verdict(IdleCase(start_agreed_on=start, reason="31"), as_of, catalogue.clock_rules())
    assert found.idle is (as_of > anniversary(start, 1))
    assert (found.consequence is Consequence.TAKE_BACK) is (as_of > anniversary(start, 2))
    assert found.days == ((as_of - anniversary(start, 1)).days if found.idle else None)


@given(delivered=DAYS, as_of=DAYS, started=st.none() | DAYS)
def test_delivery_counts_only_while_no_start_is_known(delivered: date, as_of: date, started: date | None) -> None:
    case = IdleCase(delivered_on=delivered, started_on=started)
    found = idle_verdict(case, as_of, catalogue.clock_rules())
    has_started = started is not None and started <= as_of
    assert found.idle is (not has_started and as_of > anniversary(anniversary(delivered, 1), 1))


@given(
    stopped=DAYS,
    as_of=DAYS,
    built=st.integers(0, 40000),
    buildable=st.integers(1, 40000),
    invested=st.integers(0, 100000),
    total=st.integers(1, 100000),
)
def test_either_share_below_its_threshold_is_enough(
    stopped: date, as_of: date, built: int, buildable: int, invested: int, total: int
) -> None:
    case = IdleCase(
        stopped_on=stopped,
        built_area_ha=built / 10000,
        buildable_area_ha=buildable / 10000,
        invested_wan=invested / 100,
        total_investment_wan=total / 100,
    )
    found = idle_verdict(case, as_of, catalogue.clock_rules())
    short = 3 * built < buildable or 4 * invested < total
    if stopped <= as_of:
        assert found.idle is (short and as_of > anniversary(stopped, 1))

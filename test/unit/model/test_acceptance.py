"""The acceptance examples of the domain's campaign text, by their number, as the machine answers them."""

from __future__ import annotations

from datetime import date
from typing import Mapping

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.catalogue import Value
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.admission import Verdict, judge
from anze_idle_land_plugin.model.procedure.circumstances import Circumstances
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.store.casework.admitting import circumstances

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE


def about(which: ListKind, state: str, day: date, **fields: Value) -> Circumstances:
    """A case that entered in a state, on a day."""
    row: Mapping[str, Value] = {catalogue.code_field(which): "A-1", **fields}
    entered = Event(which, "A-1", EventKind.BASELINE, date(2018, 1, 1), field=STATE_FIELD, value=state, id=1)
    return circumstances(which, row, [entered], day, 2023, document="1号")


def verdict(step: str, case: Circumstances) -> Verdict:
    machine = catalogue.workflow(case.case.which)
    return judge(machine, machine.transitions[step], case)


def refused_by(step: str, case: Circumstances) -> str:
    """The sentences that refuse a step, empty when nothing does."""
    return "\n".join(message.text() for message in verdict(step, case).refusals)


def test_example_1_an_approval_of_2015_without_compensation_may_be_withdrawn_and_not_supplied() -> None:
    day, approved = date(2023, 6, 9), date(2015, 6, 1)
    assert refused_by("TP15", about(UNSUPPLIED, "P10", day, NZYPZRQ=approved, ZSZT="10")) == ""
    refusal = refused_by("TP09", about(UNSUPPLIED, "P21", day, NZYPZRQ=approved, ZSZT="10", JDBZ="Y"))
    assert "2015-06-01 is more than 2 years old" in refusal and "ZSZT = 12" in refusal
    assert refused_by("TP09", about(UNSUPPLIED, "P21", day, NZYPZRQ=approved, ZSZT="12", JDBZ="Y")) == ""


def test_example_2_a_start_agreed_for_2020_05_20_that_never_came_leads_to_take_back() -> None:
    def case(day: date) -> Circumstances:
        return about(IDLE, "X42", day, HTQDRQ=date(2019, 5, 20), YDDGSJ=date(2020, 5, 20), XZYY="31")

    assert "full on 2022-05-20 only" in refused_by("TX22", case(date(2022, 5, 20)))
    assert refused_by("TX22", case(date(2022, 5, 21))) == ""
    first_year = about(IDLE, "X01", date(2021, 5, 20), YDDGSJ=date(2020, 5, 20))
    assert "full on 2021-05-20 only" in refused_by("TX02", first_year)
    assert refused_by("TX02", about(IDLE, "X01", date(2021, 5, 21), YDDGSJ=date(2020, 5, 20))) == ""
    at_the_fee = about(IDLE, "X60", date(2023, 6, 9), YDDGSJ=date(2020, 5, 20), XZYY="31")
    assert refused_by("TX48", at_the_fee) == ""


def test_example_3_without_start_date_delivery_presumes_one_and_a_saturday_shifts_nothing() -> None:
    delivered = date(2021, 4, 1)
    assert "full on 2023-04-01 only" in refused_by("TX04", about(IDLE, "X00", date(2023, 4, 1), SJJDSJ=delivered))
    assert refused_by("TX04", about(IDLE, "X00", date(2023, 4, 2), SJJDSJ=delivered)) == ""


def test_example_4_the_fee_of_a_price_of_1200_is_240() -> None:
    assert catalogue.clock_rules().fee_wan(1200.0) == 240.0
    case = about(IDLE, "X60", date(2023, 6, 9), CRJK=1200.0, XZYY="31", YDDGSJ=date(2022, 5, 20))
    assert verdict("TX18", case).missing == ("XZFJE", "XZFSDRQ") and refused_by("TX18", case) == ""


def test_example_5_a_third_not_built_is_enough_for_idle_type_2() -> None:
    stopped = {"SJDGSJ": date(2021, 1, 10), "ZZSJ": date(2022, 4, 1), "YDGMJ": 3.0, "YKFMJ": 0.9}
    case = about(IDLE, "X00", date(2023, 6, 1), **stopped, ZTZE=100.0, YTZE=40.0)
    assert refused_by("TX03", case) == "" and verdict("TX03", case).missing == ()
    enough = about(IDLE, "X00", date(2023, 6, 1), **{**stopped, "YKFMJ": 1.0}, ZTZE=100.0, YTZE=40.0)
    assert "too little built" in refused_by("TX03", enough)


@pytest.mark.parametrize("step", ["TP12", "TP13"])
def test_example_6_what_remains_after_supply_and_withdrawal_keeps_the_case_open(step: str) -> None:
    case = about(UNSUPPLIED, "P50", date(2023, 6, 1), DKMJGQ=3.2, YGMJ=1.15, CHMJ=0.5)
    assert case.unsupplied.remaining_area_ha == 1.55
    refusal = refused_by(step, case)
    assert ("1.5500 ha are neither supplied nor withdrawn" in refusal) == (step == "TP12")
    assert (refusal == "") == (step == "TP13")

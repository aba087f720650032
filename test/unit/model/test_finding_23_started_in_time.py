"""Finding 23: land that started in time was never idle; it leaves the list and is no achievement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from factories import dossier

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.admission import judge
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.sheet.facts import next_step

IDLE = ListKind.IDLE
DAY = date(2023, 6, 20)
AGREED = date(2021, 10, 1)  # the year is full on 2022-10-01
IN_TIME, LATE = {"YDDGSJ": AGREED, "SJDGSJ": date(2022, 10, 1)}, {"YDDGSJ": AGREED, "SJDGSJ": date(2022, 10, 2)}


def case(*steps: tuple[str, str], state: str = "X00", **fields: Any) -> Dossier:
    events = [
        Event(
            IDLE, "T-1", EventKind.TRANSITION, date(2023, 6, 1), step, STATE_FIELD, target, document="许可证", id=number
        )
        for number, (step, target) in enumerate(steps, 2)
    ]
    return dossier(IDLE, state=state, as_of=DAY, events=events, **fields)


def refused(about: Dossier, step: str, document: str = "") -> str:
    machine = catalogue.workflow(IDLE)
    stands = replace(law.circumstances_of(about, DAY), document=document)
    found = judge(machine, machine.transitions[step], stands)
    return "\n".join(message.text() for message in found.refusals)


STARTED = ("TX41", "X90")


def test_finding_23_a_start_in_time_is_not_credited_and_the_way_out_is_named() -> None:
    about = case(STARTED, **IN_TIME)
    sentence = refused(about, "TX32")
    assert "2022-10-01" in sentence and "never lay idle" in sentence and "TX54" in sentence
    assert refused(about, "TX54") == ""
    assert "不构成闲置" in next_step(about, DAY) and "动工核实" not in next_step(about, DAY)


def test_finding_23_a_day_later_the_land_lay_idle_and_its_start_counts() -> None:
    about = case(STARTED, **LATE)
    assert refused(about, "TX32") == "" and "lay idle before" in refused(about, "TX54")
    assert "动工核实" in next_step(about, DAY) and "不构成闲置" not in next_step(about, DAY)


@pytest.mark.parametrize(("state", "step"), [("X00", "TX52"), ("X01", "TX53")])
def test_finding_23_land_not_yet_moved_leaves_the_list_with_its_permit(state: str, step: str) -> None:
    assert "evidence of art 30" in refused(case(state=state, **IN_TIME), step)
    assert refused(case(state=state, **IN_TIME), step, document="施工许可证6号") == ""
    assert "lay idle before" in refused(case(state=state, **LATE), step, document="施工许可证6号")
    assert "no start of work" in refused(case(state=state, YDDGSJ=AGREED), step, document="施工许可证6号")


def test_finding_23_land_that_was_taken_up_as_idle_was_idle_whatever_a_new_agreement_says() -> None:
    renewed = {"YDDGSJ": AGREED, "XYDGRQ": date(2023, 6, 1), "SJDGSJ": date(2023, 6, 15)}
    about = case(("TX14", "X90"), state="X52", **renewed)
    assert refused(about, "TX32") == "" and "lay idle before" in refused(about, "TX54")


def test_finding_23_land_the_ledger_says_was_recognised_was_idle_though_its_steps_are_not_known() -> None:
    recognised = {**IN_TIME, "RDSWH": "闲认〔2023〕4号", "RDRQ": date(2023, 1, 3)}
    about = case(state="X90", **recognised)
    assert refused(about, "TX32", document="1号") == ""
    extended = {"YDDGSJ": date(2021, 11, 5), "XYDGRQ": date(2023, 5, 11), "SJDGSJ": date(2023, 5, 19)}
    assert refused(case(state="X90", **extended), "TX32", document="1号") == ""  # idle since 2022-11-05, then extended


def test_finding_23_while_no_date_tells_nothing_is_decided_against_the_ledger() -> None:
    unknown = case(state="X90", SJDGSJ=date(2022, 10, 1))
    assert refused(unknown, "TX32", document="1号") == "" and "neither a start date" in refused(unknown, "TX54")
    recorded = case(state="X90", SJDGSJ=date(2022, 10, 1), XZQSRQ=date(2022, 10, 1))
    assert "never lay idle" in refused(recorded, "TX32", document="1号")


def test_finding_23_it_leaves_base_and_done_area_from_that_day_on() -> None:
    before, after = case(STARTED, **IN_TIME), case(STARTED, ("TX54", "X30"), **IN_TIME)
    assert before.standing.in_base and not after.standing.in_base
    assert after.standing.closed and after.standing.done_area_ha == 0.0

"""Rules S01-S08: states, steps and the event log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Callable

from factories import dossier

from anze_idle_land_plugin.checks.finding import Finding, Severity
from anze_idle_land_plugin.checks.subject import Journal
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Message
from anze_idle_land_plugin.model.procedure.workflow import OVERRIDE
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind

IDLE = ListKind.IDLE
CODE = "2023-G-001"


def moved(step: str, state: str, number: int = 2, **values: str) -> Event:
    return Event(
        IDLE,
        CODE,
        EventKind.TRANSITION,
        date(2023, 6, 1),
        transition=step,
        field=STATE_FIELD,
        value=state,
        id=number,
        **values,
    )


def closed(which: ListKind, state: str, confirmed: str) -> Any:
    made = dossier(which, state=state)
    return replace(made, case=replace(made.case, state=state, closed="Y", confirmed=confirmed))


def test_s01_finds_a_parcel_closed_without_confirmation(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("S01", closed(ListKind.UNSUPPLIED, "P99", "N"))
    assert finding.severity is Severity.ERROR


def test_s01_passes_a_confirmed_parcel_and_one_that_was_never_idle(found: Callable[..., list[Finding]]) -> None:
    assert not found("S01", closed(ListKind.UNSUPPLIED, "P99", "Y"))
    assert not found("S01", closed(IDLE, "X30", "N"))


def test_s02_finds_a_step_that_its_state_does_not_admit(found: Callable[..., list[Finding]]) -> None:
    assert len(found("S02", dossier(IDLE, state="X00", events=[moved("TX05", "X20")]))) == 1


def test_s02_passes_steps_in_order(found: Callable[..., list[Finding]]) -> None:
    assert not found("S02", dossier(IDLE, state="X10", events=[moved("TX05", "X20")]))


def test_s03_finds_an_extension_for_the_enterprises_own_cause_and_a_fee_for_the_governments(
    found: Callable[..., list[Finding]],
) -> None:
    assert found("S03", dossier(IDLE, XZYY="31", CZFS="11"))
    assert found("S03", dossier(IDLE, XZYY="11", CZFS="22"))


def test_s03_passes_measures_that_fit_and_building_that_was_stopped(found: Callable[..., list[Finding]]) -> None:
    assert not found("S03", dossier(IDLE, XZYY="31", CZFS="21"), dossier(IDLE, XZYY="12", CZFS="14"))
    assert not found("S03", dossier(IDLE, XZYY="31", CZFS="11", XZLX="2"), dossier(IDLE, XZYY="31", CZFS="31"))


def stuck(**fields: Any) -> Any:
    made = dossier(IDLE, XZYY="31", state="X61", YDDGSJ=date(2020, 5, 20), CRJK=1200.0, **fields)
    return replace(made, case=replace(made.case, state="X61"))


def test_s04_finds_a_parcel_at_the_fee_after_two_years(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("S04", stuck())
    assert "2022-05-20" in finding.sentence.text()


def test_s04_passes_a_parcel_that_has_started(found: Callable[..., list[Finding]]) -> None:
    assert not found("S04", stuck(SJDGSJ=date(2023, 1, 1)))


def test_s05_finds_an_event_that_was_changed(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("S05", dossier(), journal=Journal(broken_events=(1,)))
    assert [key.code for key in finding.parcels] == [CODE]


def test_s05_passes_a_whole_log(found: Callable[..., list[Finding]]) -> None:
    assert not found("S05", dossier(), journal=Journal())


def test_s06_lists_steps_against_the_machine(found: Callable[..., list[Finding]]) -> None:
    step = moved(OVERRIDE, "X40", note="法院裁定", document="裁定书")
    (finding,) = found("S06", dossier(IDLE, state="X10", events=[step]))
    assert finding.severity is Severity.NOTICE and "法院裁定" in finding.sentence.text()


def test_s06_passes_ordinary_steps(found: Callable[..., list[Finding]]) -> None:
    assert not found("S06", dossier(IDLE, state="X10", events=[moved("TX05", "X20")]))


def test_s07_finds_a_step_without_the_facts_it_asks_for(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("S07", dossier(IDLE, state="X10", events=[moved("TX05", "X20")]))
    assert "DCTZRQ" in finding.sentence.text()


def test_s07_passes_a_step_with_its_facts(found: Callable[..., list[Finding]]) -> None:
    assert not found("S07", dossier(IDLE, state="X10", events=[moved("TX05", "X20")], DCTZRQ=date(2023, 6, 1)))


def test_s08_finds_an_attachment_that_is_gone(found: Callable[..., list[Finding]]) -> None:
    gone = Message("attachment_gone", "The attachment {file} of event {event} is gone", {"file": "a.pdf", "event": 1})
    (finding,) = found("S08", dossier(), journal=Journal(damaged_attachments=((1, gone),)))
    assert [key.code for key in finding.parcels] == [CODE] and "a.pdf" in finding.sentence.text()


def test_s08_passes_whole_attachments(found: Callable[..., list[Finding]]) -> None:
    assert not found("S08", dossier(), journal=Journal())

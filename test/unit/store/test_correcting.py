"""Undo by correction: what was wrong drops out on the right days, what was known then stays known, nothing is lost."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from factories import parcel, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.standing import Standing, standing
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.correcting import (
    CorrectedAlready,
    Correction,
    NotOfThisEvent,
    UnknownEvent,
    correct,
)
from anze_idle_land_plugin.store.casework.recording import Draft, StepRefused, UnknownState, WrongValue, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import EventUnreadable, broken_links, events_of
from anze_idle_land_plugin.store.surveying.importing import import_readings

UNSUPPLIED, CODE = ListKind.UNSUPPLIED, "2023-G-001"
MAY, JUNE, JULY, AUGUST = (date(2023, month, 1) for month in (5, 6, 7, 8))
KNOWN_THEN, LATER = datetime(2023, 8, 2, tzinfo=timezone.utc), datetime(2023, 9, 2, tzinfo=timezone.utc)
BASELINE, ZSZT_FACT, STARTED, CONTRACT_FACTS, SIGNED, FILED, CONFIRMED = 1, 2, 3, 4, 8, 10, 11


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A parcel supplied in summer: P21 - TP09 - TP10 - TP11, confirmed; eleven events."""
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        readings = [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(),), ())]
        import_readings(file, UNSUPPLIED, readings)
        contract = {"HTBH": "1号", "HTQDRQ": "2023-07-01", "GYFS": "23", "GYMJ": "0.4"}
        drafts = [
            Draft(UNSUPPLIED, CODE, EventKind.BASELINE, MAY, field=STATE_FIELD, value="P21", area_ha=1.0),
            fact("ZSZT", "12", JUNE),
            step("TP09", JUNE),
            *(fact(field, value, JULY) for field, value in contract.items()),
            step("TP10", JULY),
            fact("DZJGH", "1410262023B00001", AUGUST),
            step("TP11", AUGUST),
            Draft(UNSUPPLIED, CODE, EventKind.CONFIRM, AUGUST),
        ]
        record(file, drafts, KNOWN_THEN)
    return path


def fact(field: str, value: str, day: date) -> Draft:
    return Draft(UNSUPPLIED, CODE, EventKind.FACT, day, field=field, value=value)


def step(code: str, day: date) -> Draft:
    return Draft(UNSUPPLIED, CODE, EventKind.TRANSITION, day, transition=code, document="文〔2023〕1号", note="原备注")


def corrected(path: Path, *numbers: int, **right: Any) -> Notes:
    notes = Notes()
    with CampaignFile.open(path, update=True) as file:
        correct(file, numbers, Correction(**right), LATER, notes)
    return notes


def stands(path: Path, day: date = AUGUST, recorded_by: str | None = None) -> Standing:
    with CampaignFile.open(path) as file:
        events = events_of(file)[(UNSUPPLIED, CODE)]
    return standing(events, catalogue.workflow(UNSUPPLIED), day, recorded_by, 2023)


def column(path: Path, name: str) -> object:
    with CampaignFile.open(path) as file:
        return file.query(f"SELECT {name} FROM unsupplied_parcel")[0][0]


def test_a_voided_step_drops_out_on_every_day_and_its_area_with_it(campaign: Path) -> None:
    assert (stands(campaign).state.code, stands(campaign).done_area_ha, column(campaign, "YGMJ")) == ("P50", 0.4, 0.4)
    corrected(campaign, FILED, reason="系统备案有误")
    now = stands(campaign)
    assert (now.state.code, now.done_area_ha, now.facts.get("YGMJ")) == ("P40", 0.0, None)
    assert (column(campaign, "ZT"), column(campaign, "WCMJ"), column(campaign, "YGMJ")) == ("P40", 0.0, None)


def test_what_was_known_before_the_correction_can_still_be_told(campaign: Path) -> None:
    corrected(campaign, FILED)
    then = stands(campaign, recorded_by="2023-08-31T00:00:00Z")
    assert (then.state.code, then.done_area_ha) == ("P50", 0.4)
    assert stands(campaign, recorded_by="2023-09-30T00:00:00Z").state.code == "P40"


def test_a_step_moved_to_another_day_counts_from_that_day_on(campaign: Path) -> None:
    corrected(campaign, FILED, effective_on=date(2023, 8, 20))
    assert stands(campaign, AUGUST).state.code == "P40"
    assert (stands(campaign, date(2023, 8, 20)).state.code, stands(campaign, date(2023, 8, 20)).done_area_ha) == (
        "P50",
        0.4,
    )


def test_a_corrected_area_takes_the_place_of_the_first(campaign: Path) -> None:
    corrected(campaign, FILED, area_ha=0.35)
    assert (stands(campaign).done_area_ha, stands(campaign).facts["YGMJ"]) == (0.35, "0.3500")
    assert column(campaign, "YGMJ") == 0.35


def test_a_correction_keeps_what_it_does_not_change(campaign: Path) -> None:
    corrected(campaign, SIGNED, document="文〔2023〕2号")
    (event,) = [each for each in stands(campaign).events if each.transition == "TP10"]
    assert (event.document, event.note, event.value, event.corrects_id) == ("文〔2023〕2号", "原备注", "P40", SIGNED)
    assert stands(campaign).irregular == ()


def test_a_corrected_fact_says_the_right_value_and_a_voided_one_the_earlier(campaign: Path) -> None:
    corrected(campaign, CONTRACT_FACTS, value="2号")
    assert stands(campaign).facts["HTBH"] == "2号"
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [fact("ZRDW", "府城镇", JUNE), fact("ZRDW", "促投中心", JULY)], LATER)
    corrected(campaign, 14)
    assert (stands(campaign).facts["ZRDW"], column(campaign, "ZRDW")) == ("府城镇", "府城镇")


def test_a_confirmation_is_taken_back_or_moved(campaign: Path) -> None:
    corrected(campaign, CONFIRMED, effective_on=date(2023, 8, 15))
    assert (stands(campaign).confirmed, stands(campaign, date(2023, 8, 15)).confirmed) == (False, True)
    corrected(campaign, 12)
    assert stands(campaign, date(2023, 8, 15)).confirmed_on == AUGUST
    corrected(campaign, 13, void=True)
    assert not stands(campaign, date(2023, 12, 31)).confirmed
    assert column(campaign, "XTQR") == "N"


def test_correcting_a_void_brings_back_what_it_voided(campaign: Path) -> None:
    corrected(campaign, FILED)
    corrected(campaign, 12)
    assert (stands(campaign).state.code, stands(campaign).done_area_ha) == ("P50", 0.4)


def test_later_steps_that_are_no_longer_admissible_stay_and_are_said(campaign: Path) -> None:
    notes = corrected(campaign, STARTED)
    assert [note.code for note in notes.messages] == ["irregular_step"]
    assert "TP10" not in notes.messages[0].text() and "签订合同或决定书" in notes.messages[0].text()
    assert stands(campaign).state.code == "P50"


def test_a_corrected_step_is_held_against_the_machine_again(campaign: Path) -> None:
    with pytest.raises(StepRefused, match="stands in 净地待供"):
        corrected(campaign, STARTED, transition="TP17")
    with pytest.raises(StepRefused, match="cannot settle 1.1"):
        corrected(campaign, FILED, area_ha=1.1)
    corrected(campaign, STARTED, transition="P60", override="县政府决定", document="3号")
    assert stands(campaign, JUNE).state.code == "P60"


def test_a_wrong_baseline_is_corrected_with_state_and_area(campaign: Path) -> None:
    corrected(campaign, BASELINE, area_ha=0.9)
    assert stands(campaign).base_area_ha == 0.9
    with pytest.raises(UnknownState, match="P00"):
        corrected(campaign, 12, value="P77")


def test_an_event_is_corrected_once_and_then_its_correction(campaign: Path) -> None:
    corrected(campaign, FILED, area_ha=0.35)
    with pytest.raises(CorrectedAlready, match="corrected by event 12"):
        corrected(campaign, FILED, area_ha=0.3)
    corrected(campaign, 12, area_ha=0.3)
    assert stands(campaign).done_area_ha == 0.3
    assert [each.transition for each in stands(campaign).events if each.field == STATE_FIELD] == [
        "", "TP09", "TP10", "TP11",
    ]  # fmt: skip


def test_several_events_are_corrected_together_or_not_at_all(campaign: Path) -> None:
    with pytest.raises(UnknownEvent, match="99"):
        corrected(campaign, FILED, 99)
    assert stands(campaign).state.code == "P50"
    corrected(campaign, FILED, CONFIRMED)
    assert (stands(campaign).state.code, stands(campaign).confirmed) == ("P40", False)


@pytest.mark.parametrize(
    ("number", "right", "error"),
    [
        (CONTRACT_FACTS, {"transition": "TP10"}, NotOfThisEvent),
        (SIGNED, {"value": "P50"}, NotOfThisEvent),
        (CONTRACT_FACTS, {"area_ha": 1.0}, NotOfThisEvent),
        (5, {"value": "soon"}, WrongValue),
    ],
    ids=["a fact has no step", "a step has no value", "a fact has no area", "a date is a date"],
)
def test_what_does_not_belong_to_an_event_is_refused(
    campaign: Path, number: int, right: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        corrected(campaign, number, **right)


def test_the_chain_holds_after_corrections(campaign: Path) -> None:
    corrected(campaign, FILED, area_ha=0.35)
    corrected(campaign, 12)
    with CampaignFile.open(campaign) as file:
        assert broken_links(file) == []
        assert file.query("SELECT COUNT(*) FROM event") == [(13,)]


def forged(campaign: Path, *statements: str) -> Path:
    """A copy of the campaign, changed by force: triggers dropped, rows changed."""
    copy = campaign.with_name("forged.gpkg")
    shutil.copy(campaign, copy)
    with sqlite3.connect(copy) as connection:
        for trigger in ("updated", "deleted", "replaced"):
            connection.execute(f"DROP TRIGGER event_is_never_{trigger}")
        for statement in statements:
            connection.execute(statement)
    connection.close()
    return copy


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE event SET area_ha = 0.9 WHERE id = 10", [10]),
        ("UPDATE event SET effective_on = '2023-05-31' WHERE id = 3", [3]),
        ("UPDATE event SET corrects_id = 3 WHERE id = 11", [11]),
        ("DELETE FROM event WHERE id = 5", [6]),
        ("DELETE FROM event WHERE id = 1", [2]),
        ("DELETE FROM event WHERE id >= 10", [10, 11]),
        ("UPDATE event SET id = 20 WHERE id = 4", [5, 20]),
        ("INSERT INTO event (code, kind, list, effective_on) VALUES ('x', 'fact', 'idle', '2023-01-01')", [12]),
        ("UPDATE event SET hash = 'x' WHERE id = 11", [11]),
        ("UPDATE event SET list = 'x' WHERE id = 2", [2]),
        ("UPDATE event SET kind = NULL WHERE id = 2", [2]),
        ("UPDATE event SET effective_on = '2023-02-30' WHERE id = 2", [2]),
        ("UPDATE event SET area_ha = 'viel' WHERE id = 2", [2]),
        ("UPDATE event SET corrects_id = '11' WHERE id = 2", [2]),
        ("UPDATE event SET hash = NULL, previous_hash = NULL WHERE id = 2", [2, 3]),
    ],
    ids=[
        *("area", "day", "correction", "cut out", "first", "last", "moved", "slipped in", "hash"),
        *("no list", "no kind", "no day", "no number", "text for a number", "no hash"),
    ],
)  # fmt: skip
def test_a_chain_broken_by_force_is_found(campaign: Path, statement: str, found: list[int]) -> None:
    with CampaignFile.open(forged(campaign, statement)) as file:
        assert broken_links(file) == found


def test_an_event_that_is_none_is_said_in_a_sentence_with_its_number(campaign: Path) -> None:
    said = "Event 2 of the log .* changed by force .* backup"
    path = forged(campaign, "UPDATE event SET kind = 'x' WHERE id = 2")
    with CampaignFile.open(path) as file, pytest.raises(EventUnreadable, match=said):
        events_of(file)


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET note = 'x'",
        "UPDATE OR REPLACE event SET id = 2 WHERE id = 1",
        "UPDATE OR IGNORE event SET note = 'x'",
        "DELETE FROM event",
        "DELETE FROM event WHERE id = 11",
        "INSERT OR REPLACE INTO event (id, list, code, kind) VALUES (1, 'idle', 'a', 'fact')",
        "REPLACE INTO event (id, list, code, kind) VALUES (1, 'idle', 'a', 'fact')",
        "INSERT INTO event (id, list) VALUES (1, 'idle') ON CONFLICT (id) DO UPDATE SET note = 'x'",
        "INSERT OR IGNORE INTO event (id, list) VALUES (1, 'idle')",
        "INSERT OR REPLACE INTO event (rowid, list) VALUES (1.0, 'idle')",
        "INSERT OR REPLACE INTO event (_rowid_, list) VALUES ('1', 'idle')",
        "INSERT OR REPLACE INTO event (id, list) VALUES (50, 'idle'), (50, 'idle')",
        "REPLACE INTO event SELECT * FROM event WHERE id = 2",
        "UPDATE event SET rowid = 99 WHERE rowid = 1",
    ],
)
def test_any_program_that_opens_the_file_is_refused_too(campaign: Path, statement: str, recursive: str) -> None:
    connection = sqlite3.connect(campaign)
    connection.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = connection.execute("SELECT * FROM event").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="events are never"):
        connection.execute(statement)
    assert connection.execute("SELECT * FROM event").fetchall() == before
    connection.close()

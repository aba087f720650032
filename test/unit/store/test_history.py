"""The history of a parcel in words: steps, facts, overrides, corrections, surveys, and the parent's before a split."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from factories import parcel, shifted, snapshot

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.casework.history import HistoryEntry, history_of
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.splitting import Piece, split_parcel

UNSUPPLIED, CODE = ListKind.UNSUPPLIED, "2023-G-001"
NOW = datetime(2023, 12, 1, tzinfo=timezone.utc)
MAY, JUNE, JULY = (date(2023, month, 10) for month in (5, 6, 7))


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    scan = tmp_path / "批复.pdf"
    scan.write_bytes(b"scan")
    with CampaignFile.open(path, update=True) as file:
        readings = [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(),), ())]
        import_readings(file, UNSUPPLIED, readings, started_at=NOW)
        drafts = [
            Draft(UNSUPPLIED, CODE, EventKind.BASELINE, MAY, field=STATE_FIELD, value="P12", area_ha=1.0),
            Draft(UNSUPPLIED, CODE, EventKind.FACT, JUNE, field="XHLYFS", value="03"),
            Draft(UNSUPPLIED, CODE, EventKind.TRANSITION, JUNE, transition="TP07", attachments=(str(scan),)),
            Draft(UNSUPPLIED, CODE, EventKind.TRANSITION, JULY, transition="P21", override="会议", document="1号"),
            Draft(UNSUPPLIED, CODE, EventKind.CONFIRM, JULY),
        ]
        record(file, drafts, NOW)
    return path


def history(path: Path, code: str = CODE) -> tuple[HistoryEntry, ...]:
    with CampaignFile.open(path) as file:
        return history_of(file, UNSUPPLIED, code)


def test_every_event_is_said_in_words_by_day_with_its_attachments(campaign: Path) -> None:
    entries = history(campaign)
    assert [entry.what.text() for entry in entries] == [
        "Survey, version 1: 10000.00 m²",
        "Entered: 征收完成, 1.0000 ha",
        "消化利用方式: 净地供应(出让/租赁/作价出资)",
        "转入征而未供: 征而未供(非净地)",
        "By override: 净地待供 (会议)",
        "Confirmed by the monitoring system",
    ]
    assert [each.path for each in entries[3].attachments] == ["批复.pdf"]
    assert all(entry.stands for entry in entries)


def test_a_corrected_event_stays_in_sight_with_what_corrects_it(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        correct(file, [2], Correction(value="04"), NOW)
        correct(file, [5], Correction(), NOW)
    entries = {entry.event.id: entry for entry in history(campaign) if entry.event}
    assert (entries[2].corrected_by, entries[5].corrected_by) == (6, 7)
    assert entries[6].what.text() == "In place of event 2: 消化利用方式: 调整规划/用途后供应"
    assert entries[7].what.text() == "Event 5 is void"


def test_a_piece_shows_its_parents_history_until_the_split(campaign: Path) -> None:
    east = parcel(shifted([(60, 100), (100, 100), (100, 0), (60, 0)]), code="")
    with CampaignFile.open(campaign, update=True) as file:
        split_parcel(file, UNSUPPLIED, CODE, [Piece(east)], date(2023, 7, 1), NOW, Notes())
    entries = history(campaign, f"{CODE}-1")
    assert [(entry.code, entry.day) for entry in entries if entry.event and entry.event.transition] == [(CODE, JUNE)]
    assert entries[-1].what.text() == "Entered: 征而未供(非净地), 0.4000 ha"
    own = history(campaign)
    assert [entry.what.text() for entry in own if not entry.event][-1] == "Survey, version 2: 6000.00 m²"

"""Taking an import back: what only it brought goes, earlier surveys are current again, events stay."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Callable

import pytest
from factories import parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Message, Reject
from anze_idle_land_plugin.model.parcel import Grid, Parcel
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind, in_force
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import broken_links, events_of
from anze_idle_land_plugin.store.journal import LEDGER, Entry, keep_journal
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot, read_surveys
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.undoing import (
    AlreadyUndone,
    EventsStandOnIt,
    NoSuchImport,
    NothingButEvents,
    UndoSummary,
    undo_imports,
)

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
UNSUPPLIED = ListKind.UNSUPPLIED
NARROW = parcel()
WIDE = parcel(shifted([(0, 100), (120, 100), (120, 0), (0, 0)]))
WIDEST = parcel(shifted([(0, 100), (150, 100), (150, 0), (0, 0)]))
BAD = Reject("a.txt", 15, "J1,1,XX,YY", Message("not_a_number", "no coordinate"))


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    return path


@pytest.fixture
def importing(campaign: Path) -> Callable[..., tuple[int, ...]]:
    """Import parcels as one file; returns the numbers in the journal."""

    def take(*parcels: Parcel, file: str = "a.txt", which: ListKind = UNSUPPLIED, rejects: Any = ()) -> tuple[int, ...]:
        sha = str(abs(hash((file, *(each.name for each in parcels), *(id(each) for each in parcels)))))
        reading = Reading(file, sha, 10, "gbk", "canonical", "EPSG:4525", parcels, tuple(rejects))
        with CampaignFile.open(campaign, update=True) as opened:
            return import_readings(opened, which, [reading], started_at=NOW).entries

    return take


def undo(campaign: Path, *journals: int) -> UndoSummary:
    with CampaignFile.open(campaign, update=True) as file:
        return undo_imports(file, journals, NOW)


def counted(campaign: Path, table: str) -> int:
    with CampaignFile.open(campaign) as file:
        ((count,),) = file.query(f"SELECT COUNT(*) FROM {table}")
        layer = file.dataset.GetLayerByName(table)
        assert layer.GetFeatureCount() == count  # the counter that GDAL keeps beside the rows
    return int(str(count))


def areas(campaign: Path) -> dict[str, Any]:
    """What the parcel table shows, and that its outline is that of the survey in force."""
    with CampaignFile.open(campaign) as file:
        surveys = read_surveys(file, UNSUPPLIED)
        rows = {str(row.values["TBBH"]): row for row in file.rows("SELECT * FROM unsupplied_parcel")}
    assert {code: row.wkb for code, row in rows.items()} == {code: each.wkb for code, each in surveys.items()}
    return {code: row.values["DKMJ"] for code, row in rows.items()}


def event_on(campaign: Path, code: str) -> None:
    draft = Draft(UNSUPPLIED, code, EventKind.BASELINE, date(2023, 5, 10), field=STATE_FIELD, value="P00", area_ha=1.0)
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [draft], NOW)


def test_parcels_that_only_the_import_brought_go_away_with_their_rejects(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    importing(parcel(code="K-1"), file="b.txt")
    journals = importing(NARROW, parcel(code="2023-G-002"), rejects=[BAD])
    assert undo(campaign, *journals) == UndoSummary(removed=2, restored=0)
    assert areas(campaign) == {"K-1": 10000.0}
    assert (counted(campaign, "parcel_version"), counted(campaign, "boundary_point")) == (1, 4)
    assert counted(campaign, "reject") == 0


def test_the_survey_before_is_current_again(campaign: Path, importing: Callable[..., tuple[int, ...]]) -> None:
    importing(NARROW)
    journals = importing(WIDE)
    assert areas(campaign) == {"2023-G-001": 12000.0}
    assert undo(campaign, *journals) == UndoSummary(removed=1, restored=1)
    assert areas(campaign) == {"2023-G-001": 10000.0}
    assert read_snapshot(campaign, date(2026, 2, 1)).dossiers[UNSUPPLIED][0].survey.parts == NARROW.parts


def test_a_survey_in_degrees_leaves_no_old_area_behind_and_undoing_brings_it_back(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    importing(NARROW)
    degrees = [(112.24, 36.14), (112.25, 36.14), (112.25, 36.13)]
    journals = importing(parcel(degrees, grid=Grid(None, False)))
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT DKMJ, ZDH FROM unsupplied_parcel") == [(None, None)]
    undo(campaign, *journals)
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT DKMJ, ZDH FROM unsupplied_parcel") == [(10000.0, 37)]


def test_undoing_the_middle_of_three_keeps_the_latest_and_the_first_in_any_order(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    (first,), (second,), (third,) = importing(NARROW), importing(WIDE), importing(WIDEST)
    undo(campaign, second)
    assert areas(campaign) == {"2023-G-001": 15000.0}
    undo(campaign, first)
    assert areas(campaign) == {"2023-G-001": 15000.0}
    undo(campaign, third)
    assert areas(campaign) == {}


def test_several_imports_are_undone_in_one_call(campaign: Path, importing: Callable[..., tuple[int, ...]]) -> None:
    journals = importing(NARROW) + importing(WIDE) + importing(parcel(code="X"), file="b.txt", which=ListKind.IDLE)
    assert undo(campaign, *journals) == UndoSummary(removed=3, restored=0)
    assert counted(campaign, "parcel_version") == counted(campaign, "idle_parcel") == 0


def test_events_hold_the_parcel_and_nothing_of_the_call_happens(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    journals = importing(NARROW, parcel(code="2023-G-002")) + importing(parcel(code="F-1"), file="b.txt")
    event_on(campaign, "2023-G-002")
    with pytest.raises(EventsStandOnIt, match=r"a\.txt.*2023-G-002") as refusal:
        undo(campaign, *journals)
    assert "2023-G-001" not in str(refusal.value)
    assert set(areas(campaign)) == {"2023-G-001", "2023-G-002", "F-1"}


def test_a_resurvey_of_a_parcel_with_events_can_be_undone(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    importing(NARROW)
    event_on(campaign, "2023-G-001")
    assert undo(campaign, *importing(WIDE)) == UndoSummary(removed=1, restored=1)
    assert counted(campaign, "event") == 1


def test_an_undone_import_stays_in_the_journal_and_its_number_is_never_used_again(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    (number,) = importing(NARROW)
    undo(campaign, number)
    with pytest.raises(AlreadyUndone, match=r"a\.txt.*2026-01-02"):
        undo(campaign, number)
    assert importing(NARROW) == (number + 1,)
    assert areas(campaign) == {"2023-G-001": 10000.0}


def test_a_broken_file_imported_again_after_undoing_has_its_rejects_again(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    undo(campaign, *importing(rejects=[BAD]))
    importing(rejects=[BAD])
    assert counted(campaign, "reject") == 1


def test_what_is_no_import_is_refused_in_words(campaign: Path, importing: Callable[..., tuple[int, ...]]) -> None:
    importing(NARROW)
    with pytest.raises(NoSuchImport, match="no import 7.*last number is 1"):
        undo(campaign, 7)
    ledger = Entry(UNSUPPLIED, "台账.xlsx", "0", 1, "", LEDGER, "", "2026-01-02T00:00:00Z", 0, 1, 0)
    with CampaignFile.open(campaign, update=True) as file, file.transaction():
        number = keep_journal(file, ledger, (), str)
    with pytest.raises(NothingButEvents, match="台账.xlsx"):
        undo(campaign, number)


def own_file(campaign: Path, code: str) -> Parcel:
    """A parcel as a shapefile of our own export brings it: with state, confirmation and every column."""
    said = {field.code: "" for field in catalogue.case_fields(UNSUPPLIED)}
    said.update(TBBH=code, ZT="P50", XTQR="Y", XTQRRQ="2023-08-01", XMMC="一号项目")
    return replace(parcel(code=code), attributes=said)


def test_what_an_import_recorded_itself_is_voided_and_the_parcel_goes(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    journals = importing(own_file(campaign, "2023-G-009"))
    assert counted(campaign, "event") == 2
    assert undo(campaign, *journals) == UndoSummary(removed=1, restored=0)
    assert areas(campaign) == {}
    with CampaignFile.open(campaign) as file:
        log = events_of(file, UNSUPPLIED)[(UNSUPPLIED, "2023-G-009")]
        assert broken_links(file) == []
    assert len(log) == 4 and in_force(log, date(2030, 1, 1)) == []
    again = importing(own_file(campaign, "2023-G-009"))
    (dossier,) = read_snapshot(campaign, date(2026, 2, 1)).dossiers[UNSUPPLIED]
    assert (dossier.standing.state.code, dossier.standing.confirmed) == ("P50", True)
    assert undo(campaign, *again) == UndoSummary(removed=1, restored=0)


def test_a_step_recorded_on_what_an_import_brought_holds_it(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    journals = importing(own_file(campaign, "2023-G-009"))
    fact = Draft(UNSUPPLIED, "2023-G-009", EventKind.FACT, date(2023, 9, 1), field="ZRDW", value="促投中心")
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [fact], NOW)
    with pytest.raises(EventsStandOnIt, match="2023-G-009"):
        undo(campaign, *journals)
    assert counted(campaign, "event") == 3 and counted(campaign, "unsupplied_parcel") == 1


def test_events_that_were_voided_by_correction_hold_nothing(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    journals = importing(NARROW)
    event_on(campaign, "2023-G-001")
    with CampaignFile.open(campaign, update=True) as file:
        correct(file, [1], Correction(reason="误记"), NOW)
    assert undo(campaign, *journals) == UndoSummary(removed=1, restored=0)
    assert counted(campaign, "event") == 2


def test_a_campaign_made_before_imports_could_be_undone_gets_the_column(
    campaign: Path, importing: Callable[..., tuple[int, ...]]
) -> None:
    importing(NARROW)
    old = sqlite3.connect(campaign)
    old.execute("ALTER TABLE import_journal DROP COLUMN undone_at")
    old.execute("UPDATE campaign SET schema_version = 1")
    old.commit()
    old.close()
    assert undo(campaign, 1) == UndoSummary(removed=1, restored=0)

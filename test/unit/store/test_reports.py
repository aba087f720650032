"""The campaign file remembers what printed reports said, and from which events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot

from anze_idle_land_plugin.exports.reports.progress import progress_figures
from anze_idle_land_plugin.model.counting.figures import BOTH_LISTS
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import append_event, last_hash
from anze_idle_land_plugin.store.reports import events_hash, keep_report, last_report, reports

FACT = Event(ListKind.UNSUPPLIED, "K-1", EventKind.FACT, date(2023, 6, 1), field="ZRDW", value="工信局")


@pytest.fixture
def whole() -> Snapshot:
    """Two parcels of one hectare in Fucheng, one of them supplied; one of two hectares in Tangcheng."""
    surveys = [parcel(shifted(SQUARE, (37612000.0 + 200 * i, 4002000.0)), code=f"K-{i}") for i in range(3)]
    supplied = {"transition": "TP11", "field": STATE_FIELD, "value": "P50", "area_ha": 1.0}
    event = Event(ListKind.UNSUPPLIED, "K-0", EventKind.TRANSITION, date(2023, 9, 1), id=1, **supplied)
    made = snapshot(
        [
            dossier(survey=surveys[0], state="P40", events=[event], DKMJGQ=1.0, XZMC="府城镇"),
            dossier(survey=surveys[1], DKMJGQ=1.0, XZMC="府城镇"),
            dossier(survey=surveys[2], DKMJGQ=2.0, XZMC="唐城镇"),
        ]
    )
    return replace(made, campaign=replace(made.campaign, standard_version="2020"))


@pytest.fixture
def campaign(whole: Snapshot, tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, whole.campaign, {})
    return path


def keep(campaign: Path, whole: Snapshot, kind: str = "periodreport", recorded_by: str | None = None) -> int:
    return keep_report(campaign, kind, whole.campaign, progress_figures(whole), BOTH_LISTS, recorded_by)


def record(campaign: Path, **changes: Any) -> None:
    with CampaignFile.open(campaign, update=True) as file, file.transaction():
        ((highest,),) = file.query("SELECT COALESCE(MAX(id), 0) FROM event")
        event = replace(FACT, id=int(str(highest)) + 1, recorded_at="2023-06-01T08:00:00Z", **changes)
        append_event(file, event, last_hash(file))


def test_a_report_leaves_a_row_for_the_county_and_each_unit(campaign: Path, whole: Snapshot) -> None:
    assert keep(campaign, whole) == 3
    with CampaignFile.open(campaign) as file:
        rows = reports(file)
    assert [row.unit for row in rows] == [whole.campaign.county_name, "府城镇", "唐城镇"]
    assert {(row.made_on, row.standard_version) for row in rows} == {(whole.as_of, "2020")}
    said = rows[0].figures
    assert (said["report"], said["lists"], said["parcels"]) == ("periodreport", ["unsupplied", "idle"], 3)
    assert (said["done_area_ha"], said["task_area_ha"], said["done_rate"]) == (1.0, None, 0.25)
    assert said["by_list"]["批而未供"]["done_area_ha"] == 1.0
    assert rows[1].figures["done_rate"] == 0.5


def test_the_same_report_from_the_same_events_is_kept_once(campaign: Path, whole: Snapshot) -> None:
    assert (keep(campaign, whole), keep(campaign, whole)) == (3, 0)
    assert keep(campaign, whole, "summary") == 3


def test_an_event_learned_of_later_gives_another_hash_and_a_new_row(campaign: Path, whole: Snapshot) -> None:
    keep(campaign, whole)
    record(campaign)
    assert keep(campaign, whole) == 3
    with CampaignFile.open(campaign) as file:
        assert len({row.events_hash for row in reports(file)}) == 2


def test_the_hash_covers_what_was_in_force_and_known_and_every_correction(campaign: Path) -> None:
    day = date(2023, 9, 30)
    with CampaignFile.open(campaign) as file:
        empty = events_hash(file, day)
    record(campaign)
    record(campaign, effective_on=date(2023, 12, 1))
    with CampaignFile.open(campaign) as file:
        before = events_hash(file, day)
        assert events_hash(file, date(2023, 12, 31)) != before != empty
        assert events_hash(file, day, "2023-05-31T00:00:00Z") == empty
        assert events_hash(file, day, "2023-06-30T00:00:00Z") == before
    record(campaign, kind=EventKind.CORRECT, corrects_id=1, effective_on=date(2024, 1, 5))
    with CampaignFile.open(campaign) as file:
        assert events_hash(file, day) != before


def test_the_last_report_is_that_of_the_same_kind_and_lists_before_the_day(campaign: Path, whole: Snapshot) -> None:
    assert last_report(campaign, "periodreport", whole.as_of, BOTH_LISTS) is None
    keep(campaign, replace(whole, as_of=date(2023, 9, 16)))
    keep(campaign, replace(whole, as_of=date(2023, 9, 23)))
    keep(campaign, replace(whole, as_of=date(2023, 9, 25)), "summary")
    keep(campaign, whole)
    assert last_report(campaign, "periodreport", whole.as_of, BOTH_LISTS) == date(2023, 9, 23)
    assert last_report(campaign, "periodreport", whole.as_of, [ListKind.IDLE]) is None

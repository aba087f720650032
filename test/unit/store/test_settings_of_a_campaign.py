"""Tasks, deadlines, stages, units and numbers set after creation: dated events in the one chain, tables the present."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from factories import SQUARE, parcel, snapshot

from anze_idle_land_plugin.model.campaign import Milestone, Stage, Task
from anze_idle_land_plugin.model.campaign_event import Subject
from anze_idle_land_plugin.model.campaign_values import (
    milestones_said,
    numbers_said,
    said,
    stages_said,
    tasks_said,
)
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import CampaignError, Notes
from anze_idle_land_plugin.model.standing.events import EventKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.campaign_settings import set_campaign
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import broken_links, campaign_events, events_by_id, events_of
from anze_idle_land_plugin.store.rollover import roll_over
from anze_idle_land_plugin.store.standing.campaign_history import read_campaign_history
from anze_idle_land_plugin.store.standing.over_time import done_course, snapshot_on
from anze_idle_land_plugin.store.standing.overview import read_overview
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot, read_tasks
from anze_idle_land_plugin.store.surveying.importing import import_readings

U = ListKind.UNSUPPLIED
NOW = datetime(2023, 8, 1, 9, tzinfo=timezone.utc)
FIRST, SECOND = (Task(U, "安泽县", 1, 4.0, area) for area in (2.0, 1.0))


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """One parcel, no tasks yet."""
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        reading = Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(SQUARE, code="K-1"),), ())
        import_readings(file, U, [reading])
        baseline = Draft(U, "K-1", EventKind.BASELINE, date(2023, 5, 10), field="ZT", value="P40", area_ha=1.0)
        record(file, [baseline], NOW)
        settled = Draft(
            U,
            "K-1",
            EventKind.TRANSITION,
            date(2023, 6, 1),
            transition="P20",
            area_ha=0.5,
            document="1号",
            override="试",
        )
        record(file, [settled], NOW)
    return path


def set_tasks(path: Path, day: date, *tasks: Task, at: datetime = NOW) -> int:
    with CampaignFile.open(path, update=True) as file:
        return set_campaign(file, {Subject.TASKS: tasks_said(tasks)}, day, at)


def areas(path: Path, day: date, recorded_by: str | None = None) -> list[float]:
    return [each.task_area_ha for each in read_snapshot(path, day, recorded_by).tasks]


def test_19_tasks_hold_from_their_day_on_and_earlier_days_keep_what_they_had(campaign: Path) -> None:
    assert set_tasks(campaign, date(2023, 6, 1), FIRST) == 1
    assert set_tasks(campaign, date(2023, 9, 1), SECOND) == 1
    told = [areas(campaign, day) for day in (date(2023, 5, 31), date(2023, 6, 1), date(2023, 8, 31), date(2023, 9, 1))]
    assert told == [[], [2.0], [2.0], [1.0]]
    assert [each.task_area_ha for each in read_overview(campaign, date(2023, 8, 1)).counting.tasks] == [2.0]
    with CampaignFile.open(campaign) as file:
        assert [each.task_area_ha for each in read_tasks(file)] == [1.0], "the table holds the present"


def test_a_setting_for_an_earlier_day_leaves_the_present_alone(campaign: Path) -> None:
    set_tasks(campaign, date(2023, 9, 1), SECOND)
    set_tasks(campaign, date(2023, 6, 1), FIRST)
    assert (areas(campaign, date(2023, 7, 1)), areas(campaign, date(2023, 9, 1))) == ([2.0], [1.0])
    with CampaignFile.open(campaign) as file:
        assert [each.task_area_ha for each in read_tasks(file)] == [1.0]


def test_setting_what_holds_already_records_nothing(campaign: Path) -> None:
    set_tasks(campaign, date(2023, 6, 1), FIRST)
    assert set_tasks(campaign, date(2023, 7, 1), FIRST) == 0
    with CampaignFile.open(campaign) as file:
        assert [each.kind for each in campaign_events(file)] == [EventKind.BASELINE, EventKind.FACT]


def test_what_was_known_at_a_past_moment_is_repeated(campaign: Path) -> None:
    later = datetime(2023, 10, 1, tzinfo=timezone.utc)
    set_tasks(campaign, date(2023, 6, 1), FIRST)
    set_tasks(campaign, date(2023, 6, 1), SECOND, at=later)
    assert areas(campaign, date(2023, 7, 1)) == [1.0]
    assert areas(campaign, date(2023, 7, 1), "2023-09-30T23:59:59Z") == [2.0]
    assert areas(campaign, date(2023, 7, 1), "2023-07-31T23:59:59Z") == []


def test_parcels_events_and_those_of_the_campaign_stand_apart_in_one_chain(campaign: Path) -> None:
    with CampaignFile.open(campaign) as file:
        parcels = events_of(file)
    set_tasks(campaign, date(2023, 6, 1), FIRST)
    fact = Draft(U, "K-1", EventKind.FACT, date(2023, 6, 2), field="ZRDW", value="自然资源局")
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [fact], NOW)
        assert broken_links(file) == []
        numbers = [each.id for each in campaign_events(file)]
        assert events_by_id(file, numbers) == {}
        log = events_of(file)
        assert set(log) == set(parcels)
        assert {each.id for each in log[U, "K-1"]} & set(numbers) == set()


def test_an_event_of_the_campaign_is_never_changed_and_a_change_by_force_is_found(campaign: Path) -> None:
    set_tasks(campaign, date(2023, 6, 1), FIRST)
    with CampaignFile.open(campaign, update=True) as file:
        number = campaign_events(file)[-1].id
        for change in ("UPDATE event SET value = '[]'", "DELETE FROM event"):
            with pytest.raises(CampaignError):
                file.execute(f"{change} WHERE id = {number}")
        file.execute("DROP TRIGGER event_is_never_updated")
        file.execute(f"UPDATE event SET value = '[]' WHERE id = {number}")
        assert broken_links(file) == [number]


def test_the_course_is_held_against_the_tasks_of_each_day(campaign: Path) -> None:
    set_tasks(campaign, date(2023, 6, 15), FIRST)
    set_tasks(campaign, date(2023, 9, 1), SECOND)
    latest = read_snapshot(campaign, date(2023, 11, 30))
    course = dict(done_course(latest))
    for day in (date(2023, 6, 15), date(2023, 9, 1)):
        assert day in course
    assert [each.task_area_ha for each in snapshot_on(latest, date(2023, 7, 1)).tasks] == [2.0]
    assert snapshot_on(latest, date(2023, 6, 1)).tasks == ()


def test_19_deadlines_stages_name_plan_and_numbers_are_set_and_told_in_a_history(campaign: Path) -> None:
    values = {
        Subject.MILESTONES: milestones_said([Milestone(date(2023, 8, 31), 0.6)]),
        Subject.STAGES: stages_said([Stage("动员", date(2023, 6, 1), date(2023, 6, 30))]),
        Subject.NAME: said("新名称"),
        Subject.PLAN_DOCUMENT: said("安政办发〔2023〕99号"),
        Subject.NUMBERS: numbers_said({"summary": "安自然资发〔2023〕7号"}),
    }
    with CampaignFile.open(campaign, update=True) as file:
        assert set_campaign(file, values, date(2023, 7, 1), NOW, document="县常务会纪要") == 5
    now, before = (read_snapshot(campaign, day) for day in (date(2023, 7, 1), date(2023, 6, 30)))
    assert [each.rate for each in now.milestones] == [0.6]
    assert [each.rate for each in before.milestones] == [0.25, 0.5, 0.85, 1.0]
    assert [each.name for each in now.stages] == ["动员"] and len(before.stages) > 1
    assert (now.campaign.name, now.campaign.plan_document) == ("新名称", "安政办发〔2023〕99号")
    assert now.campaign.starts_on == date(2023, 6, 1)
    assert now.campaign.number_of("summary") == "安自然资发〔2023〕7号"
    told = [(str(each.day), each.what.text(), each.document) for each in read_campaign_history(campaign)]
    assert ("2023-07-01", "Deadlines of the plan: 2023-08-31 60%", "县常务会纪要") in told
    assert any(what.startswith("Deadlines of the plan before: 2023-05-31 25%") for _, what, _ in told)


def test_the_next_year_starts_without_the_settings_of_this_one(campaign: Path, tmp_path: Path) -> None:
    set_tasks(campaign, date(2023, 6, 1), FIRST)
    roll_over(campaign, 2024, tmp_path / "2024.gpkg", NOW, Notes())
    new = read_snapshot(tmp_path / "2024.gpkg", date(2024, 2, 1))
    assert (new.tasks, new.milestones, read_campaign_history(tmp_path / "2024.gpkg")) == ((), (), ())
    with CampaignFile.open(tmp_path / "2024.gpkg") as file:
        assert broken_links(file) == []

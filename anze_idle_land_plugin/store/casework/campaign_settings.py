"""Setting what belongs to the campaign itself: dated events in the one log; the tables show the present.

What the tables said before the first setting of a subject is kept as its baseline.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Callable, Mapping

from ...model.campaign_event import CampaignEvent, Subject, value_on
from ...model.campaign_values import (
    departments_of,
    departments_said,
    milestones_of,
    milestones_said,
    numbers_said,
    places_of,
    places_said,
    said,
    stages_of,
    stages_said,
    tasks_of,
    tasks_said,
)
from ...model.standing.events import EventKind
from ...wording.moments import stamp
from ..creating import fill_milestones, fill_stages, fill_tasks
from ..database import CampaignFile
from ..events import append_campaign_event, campaign_events
from ..standing.snapshot import read_campaign, read_milestones, read_stages, read_tasks
from ..units import read_units, write_departments, write_places

TABLES = {Subject.TASKS: "task", Subject.MILESTONES: "milestone", Subject.STAGES: "stage"}


def set_campaign(
    file: CampaignFile, values: Mapping[Subject, str], day: date, now: datetime, document: str = "", note: str = ""
) -> int:
    """Set subjects from a day on, all in one transaction; returns how many changed. ``now`` is UTC.

    A value (JSON, model/campaign_values.py) that holds on the day already is no change.
    """
    changed = 0
    with file.transaction():
        for subject, value in values.items():
            events = campaign_events(file)
            present = present_value(file, subject)
            before = value_on(events, subject, day)
            if value == (present if before is None else before):
                continue
            if before is None:
                first = min(day, read_campaign(file).starts_on)
                append_campaign_event(file, CampaignEvent(EventKind.BASELINE, subject, present, first, stamp(now)))
            event = CampaignEvent(EventKind.FACT, subject, value, day, stamp(now), document, note)
            append_campaign_event(file, event)
            latest = value_on(campaign_events(file), subject, date.max)
            _WRITERS[subject](file, latest or value)
            changed += 1
    return changed


def present_value(file: CampaignFile, subject: Subject) -> str:
    """What the tables say of a subject."""
    campaign = read_campaign(file)
    readers: Mapping[Subject, Callable[[], str]] = {
        Subject.NAME: lambda: said(campaign.name),
        Subject.PLAN_DOCUMENT: lambda: said(campaign.plan_document),
        Subject.TASKS: lambda: tasks_said(read_tasks(file)),
        Subject.MILESTONES: lambda: milestones_said(read_milestones(file)),
        Subject.STAGES: lambda: stages_said(read_stages(file)),
        Subject.DEPARTMENTS: lambda: departments_said(read_units(file).departments),
        Subject.PLACES: lambda: places_said(read_units(file)),
        Subject.NUMBERS: lambda: numbers_said(dict(campaign.numbers)),
    }
    return readers[subject]()


def _write_rows(subject: Subject) -> Callable[[CampaignFile, str], None]:
    def write(file: CampaignFile, value: str) -> None:
        file.execute(f"DELETE FROM {TABLES[subject]}")
        if subject is Subject.TASKS:
            fill_tasks(file, tasks_of(value))
        elif subject is Subject.MILESTONES:
            fill_milestones(file, milestones_of(value))
        else:
            _write_stages(file, value)

    return write


def _write_stages(file: CampaignFile, value: str) -> None:
    """The stages, and with them the first and the last day of the campaign."""
    stages = stages_of(value)
    fill_stages(file, stages)
    if stages:
        first, last = min(each.from_date for each in stages), max(each.to_date for each in stages)
        file.execute("UPDATE campaign SET starts_on = ?, ends_on = ?", first, last)


def _write_column(column: str) -> Callable[[CampaignFile, str], None]:
    def write(file: CampaignFile, value: str) -> None:
        file.execute(f"UPDATE campaign SET {column} = ?", json.loads(value))

    return write


_WRITERS: Mapping[Subject, Callable[[CampaignFile, str], None]] = {
    Subject.NAME: _write_column("name"),
    Subject.PLAN_DOCUMENT: _write_column("plan_document"),
    Subject.TASKS: _write_rows(Subject.TASKS),
    Subject.MILESTONES: _write_rows(Subject.MILESTONES),
    Subject.STAGES: _write_rows(Subject.STAGES),
    Subject.DEPARTMENTS: lambda file, value: write_departments(file, departments_of(value)),
    Subject.PLACES: lambda file, value: write_places(file, places_of(value)),
    Subject.NUMBERS: lambda file, value: None,  # the events alone hold them
}
"""How the tables come to show a subject's present."""

"""The history of the campaign itself as people read it: what was set, from which day, in place of what."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Callable, Mapping, NamedTuple

from ...model.campaign_event import CampaignEvent, Subject
from ...model.campaign_values import milestones_of, stages_of, tasks_of
from ...model.messages import Message
from ...model.standing.events import EventKind
from ...wording.amounts import hectares_zh, percent
from ..database import CampaignFile
from ..events import campaign_events


class Setting(NamedTuple):
    """One line of the history: from which day it holds, when it was recorded, what it says, document and note."""

    day: date
    recorded_at: str
    what: Message
    document: str
    note: str


def read_campaign_history(path: str | Path) -> tuple[Setting, ...]:
    """Every setting of the campaign, oldest first."""
    with CampaignFile.open(path) as file:
        events = campaign_events(file)
    ordered = sorted(events, key=lambda each: (each.effective_on, each.id))
    return tuple(
        Setting(each.effective_on, each.recorded_at, _said(each), each.document, each.note) for each in ordered
    )


def _said(event: CampaignEvent) -> Message:
    values = {"what": _SUBJECTS[event.subject], "value": _value(event) or "—"}
    if event.kind is EventKind.BASELINE:
        return Message("campaign_was", "{what} before: {value}", values)
    return Message("campaign_set", "{what}: {value}", values)


_SUBJECTS: Mapping[Subject, Message] = {
    Subject.NAME: Message("subject_name", "Name of the campaign"),
    Subject.PLAN_DOCUMENT: Message("subject_plan", "Number of the plan"),
    Subject.TASKS: Message("subject_tasks", "Tasks of the city"),
    Subject.MILESTONES: Message("subject_milestones", "Deadlines of the plan"),
    Subject.STAGES: Message("subject_stages", "Stages of the plan"),
    Subject.DEPARTMENTS: Message("subject_departments", "Departments of the campaign"),
    Subject.PLACES: Message("subject_places", "Towns and zone"),
    Subject.NUMBERS: Message("subject_numbers", "Numbers of papers"),
}


def _value(event: CampaignEvent) -> str:
    return _WORDS[event.subject](event.value)


def _tasks(text: str) -> str:
    return "；".join(f"{each.which.zh}{each.unit_code}{hectares_zh(each.task_area_ha)}" for each in tasks_of(text))


def _places(text: str) -> str:
    told = json.loads(text)
    return "、".join(each["name"] for each in (*told["towns"], *([told["zone"]] if told["zone"] else [])))


_WORDS: Mapping[Subject, Callable[[str], str]] = {
    Subject.NAME: json.loads,
    Subject.PLAN_DOCUMENT: json.loads,
    Subject.TASKS: _tasks,
    Subject.MILESTONES: lambda text: "；".join(
        f"{each.by_date.isoformat()} {percent(each.rate, 0)}" for each in milestones_of(text)
    ),
    Subject.STAGES: lambda text: "；".join(
        f"{each.name} {each.from_date.isoformat()}—{each.to_date.isoformat()}" for each in stages_of(text)
    ),
    Subject.DEPARTMENTS: lambda text: "、".join(each["name"] for each in json.loads(text)),
    Subject.PLACES: _places,
    Subject.NUMBERS: lambda text: "；".join(f"{paper} {number}" for paper, number in json.loads(text).items()),
}

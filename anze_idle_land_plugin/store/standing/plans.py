"""What the city's plan said over time: tasks, deadlines and stages, from the day of each setting on."""

from __future__ import annotations

from datetime import date

from ...model.campaign import Milestone, Plan, Stage, Task
from ...model.campaign_event import CampaignEvent, Subject, value_on
from ...model.campaign_values import milestones_of, stages_of, tasks_of
from ...model.standing.events import EventKind
from ..database import CampaignFile
from ..events import campaign_events

OF_PLAN = (Subject.TASKS, Subject.MILESTONES, Subject.STAGES)


def plans_of(file: CampaignFile, present: Plan, recorded_by: str | None = None) -> tuple[Plan, ...]:
    """The plans of a campaign in order, the first from ever on; ``present`` is what the tables say, for what was never
    set. ``recorded_by`` (ISO, UTC) repeats what was known at a past moment."""
    events = [each for each in campaign_events(file) if each.subject in OF_PLAN]
    days = {each.effective_on for each in events if _is_known_setting(each, recorded_by)}
    return tuple(_plan(events, present, day, recorded_by) for day in [date.min, *sorted(days)])


def _is_known_setting(event: CampaignEvent, recorded_by: str | None) -> bool:
    return event.kind is not EventKind.BASELINE and (recorded_by is None or event.recorded_at <= recorded_by)


def _plan(events: list[CampaignEvent], present: Plan, day: date, recorded_by: str | None) -> Plan:
    tasks, milestones, stages = (value_on(events, subject, day, recorded_by) for subject in OF_PLAN)
    told: tuple[tuple[Task, ...], tuple[Milestone, ...], tuple[Stage, ...]] = (
        present.tasks if tasks is None else tasks_of(tasks),
        present.milestones if milestones is None else milestones_of(milestones),
        present.stages if stages is None else stages_of(stages),
    )
    return Plan(day, *told)

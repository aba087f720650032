"""How parcels stood on the days something changed: the course of the completion rate, and past days of a snapshot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple, Optional, Sequence

from ... import catalogue
from ...model.counting.figures import BOTH_LISTS, counting, county_task
from ...model.counting.progress import Counted
from ...model.kinds import ListKind
from ...model.standing.events import STATE_FIELD
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.standing.standing import standing, status
from .case_on_day import case_as_of, fields_with_events


class Change(NamedTuple):
    """How a parcel counts from a day on (None: from the beginning) until the next change; its status is of that day."""

    since: Optional[date]
    counted: Counted
    state_name: str
    started: bool


def dossier_on(dossier: Dossier, day: date, year: int) -> Dossier:
    """A dossier as it stood on an earlier day than its snapshot's; the survey stays the one in force now."""
    events = dossier.standing.events
    stands = standing(events, catalogue.workflow(dossier.which), day, None, year)
    columns = catalogue.row_of(dossier.case)
    case = case_as_of(dossier.which, columns, stands, fields_with_events(dossier.which, events), day)
    return replace(
        dossier,
        case=case,
        standing=stands,
        category=catalogue.category_of(dossier.which, case.measure),
        status=status(stands, case.deadline, case.base_area_ha, day, catalogue.warn_days()),
    )


def snapshot_on(snapshot: Snapshot, day: date) -> Snapshot:
    """The campaign as it stood on an earlier day, by what is known now; a later day is refused by returning itself."""
    if day >= snapshot.as_of:
        return snapshot
    year = snapshot.campaign.year
    dossiers = {
        which: tuple(dossier_on(each, day, year) for each in members) for which, members in snapshot.dossiers.items()
    }
    return replace(snapshot, as_of=day, dossiers=dossiers)


def changes(dossier: Dossier, as_of: date, year: int) -> tuple[Change, ...]:
    """A parcel's way until ``as_of``: how it counted before its first event, and from each day with events on."""
    days = sorted({event.effective_on for event in dossier.standing.events})
    way = [_change(None, dossier_on(dossier, date.min, year))]
    way += [_change(day, dossier if day == as_of else dossier_on(dossier, day, year)) for day in days]
    return tuple(way)


def _change(since: Optional[date], dossier: Dossier) -> Change:
    return Change(since, dossier.counted(), dossier.standing.state.name, dossier.standing.started)


def done_course(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> list[tuple[date, float]]:
    """The completion rate from the campaign's start on: a step wherever the figures changed, by what is known now.

    What has happened by the start stands in the first step; the last one is that of the snapshot's day.
    """
    rules = catalogue.counting_rules()
    counts = counting(snapshot)
    start = min(snapshot.campaign.starts_on, snapshot.as_of)
    steps = [
        step
        for which in lists
        for each in snapshot.dossiers.get(which, ())
        for step in _steps(each, start, snapshot.campaign.year)
    ]
    base: dict[tuple[ListKind, str], float] = {}
    done = 0.0
    course: dict[date, float] = {}
    for day, changing in groupby(sorted(steps, key=lambda each: each.day), key=lambda each: each.day):
        for step in changing:
            place = step.which, step.unit
            base[place] = base.get(place, 0.0) + step.base_ha
            done += step.done_ha
        task = round(county_task(counts, rules, base, lists), 4)
        course[day] = round(done, 4) / task if task else 0.0
    course.setdefault(snapshot.as_of, list(course.values())[-1] if course else 0.0)
    return sorted(course.items())


class _Step(NamedTuple):
    """By how much base and done area of a unit changed on a day, in hectares."""

    day: date
    which: ListKind
    unit: str
    base_ha: float
    done_ha: float


def _steps(dossier: Dossier, start: date, year: int) -> list[_Step]:
    """The changes of one parcel's share; the first one is how it stood at the start."""
    unit = catalogue.counting_rules().unit_of(dossier.counted())
    moves = {event.effective_on for event in dossier.standing.events if event.field == STATE_FIELD}
    steps: list[_Step] = []
    base = done = 0.0
    for day in (start, *sorted(each for each in moves if each > start)):
        now_base, now_done = _share(dossier, day, year)
        steps.append(_Step(day, dossier.which, unit, now_base - base, now_done - done))
        base, done = now_base, now_done
    return steps


def _share(dossier: Dossier, day: date, year: int) -> tuple[float, float]:
    """Base and done area of a parcel on a day."""
    stands = standing(dossier.standing.events, catalogue.workflow(dossier.which), day, None, year)
    if not stands.in_base:
        return 0.0, 0.0
    area = stands.base_area_ha
    return dossier_on(dossier, day, year).base_area_ha if area is None else area, stands.done_area_ha

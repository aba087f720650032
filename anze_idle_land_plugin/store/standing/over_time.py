"""How parcels stood on the days something changed: the course of the completion rate, and past days of a snapshot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Iterator, NamedTuple, Optional, Sequence

from ... import catalogue
from ...model.counting.figures import BOTH_LISTS, counting, overall_of
from ...model.counting.milestones import Course, Judged, judge
from ...model.counting.progress import Counted
from ...model.counting.tasks import county_against
from ...model.kinds import ListKind
from ...model.standing.events import STATE_FIELD, holds
from ...model.standing.rank import turning_days
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.standing.standing import Standing, standing_of, status
from .case_on_day import base_as_of, case_as_of, fields_with_events


class Change(NamedTuple):
    """How a parcel counts from a day on (None: from the beginning) until the next change."""

    since: Optional[date]
    counted: Counted
    state_name: str


def dossier_on(dossier: Dossier, day: date, year: int) -> Dossier:
    """A dossier as it stood on an earlier day than its snapshot's; the survey stays the one in force now."""
    which, events = dossier.which, dossier.standing.events
    stands = _standing_on(dossier, day, year)
    columns, with_events = catalogue.row_of(dossier.case), fields_with_events(which, events)
    case, area = case_as_of(which, columns, stands, with_events, day), dossier.area_on(day)
    base = base_as_of(which, columns, stands, with_events, area)
    return replace(
        dossier,
        case=case,
        standing=stands,
        category=catalogue.category_of(which, case.measure, case.measure_plan),
        status=status(stands, case.deadline, base, day, catalogue.warn_days()),
        area_m2=area,
        base_area_ha=base,
    )


def _standing_on(dossier: Dossier, day: date, year: int) -> Standing:
    counting = [each for each in dossier.standing.events if holds(each, day)]
    return standing_of(counting, catalogue.workflow(dossier.which), year, dossier.standing.opened_ha)


def snapshot_on(snapshot: Snapshot, day: date) -> Snapshot:
    """The campaign as it stood on an earlier day, by what is known now; a later day is refused by returning itself."""
    if day >= snapshot.as_of:
        return snapshot
    year = snapshot.campaign.year
    dossiers = {
        which: tuple(dossier_on(each, day, year) for each in members if _existed(each, day))
        for which, members in snapshot.dossiers.items()
    }
    plan = snapshot.plan_on(day)
    return replace(
        snapshot,
        as_of=day,
        dossiers=dossiers,
        milestones=plan.milestones,
        stages=plan.stages,
        tasks=plan.tasks,
    )


def _existed(dossier: Dossier, day: date) -> bool:
    return dossier.split_on is None or dossier.split_on <= day


def changes(dossier: Dossier, as_of: date, year: int) -> tuple[Change, ...]:
    """A parcel's way until ``as_of``: how it counted before its first event, and from each day that changes it on.

    Such days are those of its events and surveys, and those on which its planned day comes near or passes.
    """
    began = dossier.split_on or date.min
    days = {began, *(each.effective_on for each in dossier.standing.events), *(each.since for each in dossier.surveys)}
    begins = sorted(day for day in days if began <= day <= as_of)
    way: list[Change] = []
    for day, next_day in zip(begins, [*begins[1:], as_of + timedelta(days=1)]):
        on = dossier if day == as_of else dossier_on(dossier, day, year)
        way += _span(on, day, next_day)
    return tuple(way)


def _span(on: Dossier, first: date, end: date) -> Iterator[Change]:
    """The parts of a span of days (``end`` excluded) in which nothing is recorded: the calendar alone turns them."""
    warn_days, counted = catalogue.warn_days(), on.counted()
    turns = [day for day in turning_days(on.case.deadline, warn_days) if first < day < end]
    for day in (first, *turns):
        turned = status(on.standing, on.case.deadline, on.base_area_ha, day, warn_days)
        yield Change(None if day == date.min else day, replace(counted, status=turned), on.standing.state.name)


def done_course(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> list[tuple[date, float]]:
    """The completion rate from the campaign's start on: a step wherever the figures changed, by what is known now.

    What has happened by the start stands in the first step; the last one is that of the snapshot's day.
    """
    rules = catalogue.counting_rules(snapshot.campaign.units)
    counts = counting(snapshot)
    start = min(snapshot.campaign.starts_on, snapshot.as_of)
    steps = [
        step
        for which in lists
        for each in snapshot.dossiers.get(which, ())
        for step in _steps(each, rules.unit_of(each.counted()), start, snapshot.campaign.year)
    ]
    base: dict[tuple[ListKind, str], float] = {}
    done = 0.0
    course: dict[date, float] = {}
    by_day = {day: list(each) for day, each in groupby(sorted(steps, key=_day_of), key=_day_of)}
    set_anew = {each.since for each in snapshot.plans if start <= each.since <= snapshot.as_of}
    for day in sorted({*by_day, *set_anew}):
        for step in by_day.get(day, ()):
            place = step.which, step.unit
            base[place] = base.get(place, 0.0) + step.base_ha
            done += step.done_ha
        against = county_against(snapshot.plan_on(day).tasks, counts.county, rules.units, base, lists)
        task = round((against.task_ha or 0.0) + against.stand_in_ha, 4)
        course[day] = round(done, 4) / task if task else 0.0
    course.setdefault(snapshot.as_of, list(course.values())[-1] if course else 0.0)
    return sorted(course.items())


def courses(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> dict[str, Course]:
    """The course of each list by its name and of all together (合计), of those that have something to be done."""
    named: dict[str, Sequence[ListKind]] = {which.zh: (which,) for which in lists}
    if len(lists) > 1:
        named["合计"] = lists
    counts, rules = counting(snapshot), catalogue.counting_rules(snapshot.campaign.units)
    shown = [name for name, of in named.items() if overall_of(counts, rules, of).has_rate] or list(named)[-1:]
    return {name: done_course(snapshot, named[name]) for name in shown}


def judged(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> list[Judged]:
    """The deadlines of the plan, judged for each list and for both."""
    return judge(snapshot.milestones, snapshot.as_of, courses(snapshot, lists))


class _Step(NamedTuple):
    """By how much base and done area of a unit changed on a day, in hectares."""

    day: date
    which: ListKind
    unit: str
    base_ha: float
    done_ha: float


def _day_of(step: _Step) -> date:
    return step.day


def _steps(dossier: Dossier, unit: str, start: date, year: int) -> list[_Step]:
    """The changes of one parcel's share in its unit; the first one is how it stood at the start."""
    steps: list[_Step] = []
    base = done = 0.0
    for day in (start, *sorted(each for each in _share_days(dossier) if each > start)):
        now_base, now_done = _share(dossier, day, year)
        steps.append(_Step(day, dossier.which, unit, now_base - base, now_done - done))
        base, done = now_base, now_done
    return steps


def _share_days(dossier: Dossier) -> set[date]:
    """The days on which a parcel's share may change; of a frozen base only states and baselines change it."""
    events, frozen = dossier.standing.events, dossier.standing.opened_ha is not None
    days = {each.effective_on for each in events if each.field == STATE_FIELD or not frozen}
    surveyed = {each.since for each in dossier.surveys if each.parent or not frozen}
    return days | surveyed


def _share(dossier: Dossier, day: date, year: int) -> tuple[float, float]:
    """Base and done area of a parcel on a day."""
    if not _existed(dossier, day):
        return 0.0, 0.0
    stands = _standing_on(dossier, day, year)
    if not stands.in_base:
        return 0.0, 0.0
    area = stands.base_area_ha
    return dossier_on(dossier, day, year).base_area_ha if area is None else area, stands.done_area_ha

"""The figures of a whole campaign as of a day: one place for wall map, lists, progress and reports."""

from __future__ import annotations

from datetime import date
from typing import Callable, Hashable, Sequence, TypeVar

from .progress import Counted, Tally, group, tally
from .snapshot import Snapshot
from .words import ListKind

Key = TypeVar("Key", bound=Hashable)


def counted(snapshot: Snapshot, lists: Sequence[ListKind] = tuple(ListKind)) -> list[Counted]:
    """The parcels of some lists as progress counts them."""
    return [dossier.counted() for which in lists for dossier in snapshot.dossiers.get(which, ())]


def overall(snapshot: Snapshot, lists: Sequence[ListKind] = tuple(ListKind)) -> Tally:
    """The lists together, against the county's task area where the city set one for each of them."""
    tasks = [snapshot.task_area(which, snapshot.campaign.county_code) for which in lists]
    task = None if None in tasks else sum(area for area in tasks if area is not None)
    return tally(counted(snapshot, lists), task)


def tallies(parcels: Sequence[Counted], key: Callable[[Counted], Key]) -> dict[Key, Tally]:
    """A tally a group, against the group's own base."""
    return {name: tally(members) for name, members in group(parcels, key).items()}


def done_by_day(snapshot: Snapshot, lists: Sequence[ListKind] = tuple(ListKind)) -> list[tuple[date, float]]:
    """The course of the completion rate: a step wherever a completing event of the base took effect."""
    task = overall(snapshot, lists).task_area_ha
    settled: dict[date, float] = {}
    for which in lists:
        for dossier in snapshot.dossiers.get(which, ()):
            for event in dossier.standing.settling if dossier.standing.in_base else ():
                settled[event.effective_on] = settled.get(event.effective_on, 0.0) + (event.area_ha or 0.0)
    course, total = [(snapshot.campaign.starts_on, 0.0)], 0.0
    for day in sorted(settled):
        total += settled[day]
        course.append((day, total / task if task else 0.0))
    return [*course, (max(snapshot.as_of, course[-1][0]), course[-1][1])]


def rate_on(course: Sequence[tuple[date, float]], day: date) -> float:
    """The completion rate on a day, read off the course."""
    return max((rate for on, rate in course if on <= day), default=0.0)

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
    return tally(counted(snapshot, lists), snapshot.task_area(lists, snapshot.campaign.county_code))


def tallies(
    parcels: Sequence[Counted],
    key: Callable[[Counted], Key],
    task_of: Callable[[Key], float | None] = lambda name: None,
) -> dict[Key, Tally]:
    """A tally a group, against the task area the city set for it (``task_of``), else against its own base."""
    return {name: tally(members, task_of(name)) for name, members in group(parcels, key).items()}


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

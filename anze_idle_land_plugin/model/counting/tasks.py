"""What county, towns and zone are measured against: the tasks the city set, and the base where it set none.

The rule of docs/counting.md 3.2 and 3.3, told here alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Mapping, Sequence

from ..campaign import Task
from ..kinds import ListKind
from .progress import Against, Counted


@dataclass(frozen=True)
class Unit:
    """A town or the development zone, and the names the city's task plan may give it (name, nine-digit code)."""

    name: str
    called: tuple[str, ...]


def tasks_of(tasks: Iterable[Task], called: Sequence[str], lists: Sequence[ListKind]) -> dict[ListKind, float]:
    """The task areas the city set for a unit under any of its names, in hectares."""
    return {each.which: each.task_area_ha for each in tasks if each.unit_code in called and each.which in lists}


def unit_against(
    tasks: Sequence[Task], called: Sequence[str], members: Iterable[Counted], lists: Sequence[ListKind]
) -> Against:
    """A town or the zone: the tasks set for it; for a list without a task its base stands in."""
    own = tasks_of(tasks, called, lists)
    base = sum(each.area_ha for each in members if each.in_base and each.which in lists and each.which not in own)
    return Against(sum(own.values()) if own else None, base)


def county_against(
    tasks: Sequence[Task],
    county: Sequence[str],
    units: Sequence[Unit],
    base: Mapping[tuple[ListKind, str], float],
    lists: Sequence[ListKind],
) -> Against:
    """The county: the city's task for it, else the sum over units, each with its own task or its base.

    ``county`` are the names it goes by in the task plan, ``base`` the base area of each list and unit in hectares.
    """
    set_for, stand_in = [], 0.0
    for which in lists:
        own = tasks_of(tasks, county, [which])
        of_units = {unit.name: tasks_of(tasks, unit.called, [which]) for unit in units}
        tasked = {name: each[which] for name, each in of_units.items() if each}
        set_for += list(own.values()) or list(tasked.values())
        if not own:
            stand_in += sum(area for (each, unit), area in base.items() if each is which and unit not in tasked)
    return Against(sum(set_for) if set_for else None, stand_in)

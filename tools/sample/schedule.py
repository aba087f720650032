"""When each case is settled: a campaign that runs a little behind its milestones and ends a few parcels short."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Mapping, Sequence

from anze_idle_land_plugin.model.kinds import ListKind

from .paths import MEASURES, path_of
from .plots import Plot

BASELINE_DAY = date(2023, 5, 10)
"""The day the ledgers stand at: the beginning of the plan's first stage."""
LAST_DAY = date(2023, 11, 30)
PERIODS = (
    (date(2023, 5, 31), 0.20),
    (date(2023, 6, 30), 0.47),
    (date(2023, 9, 30), 0.82),
    (LAST_DAY, 0.975),
)
"""Milestone day and the share of the base area the story has settled by then."""
LEAVING_BASE = {"41", "42"}
ROAD_MEASURE = "06"


@dataclass(frozen=True)
class Plan:
    """How one case goes: its measure, the steps with their days (from before the baseline on), and its deadline.

    ``settles_on`` is None for a case that is not settled by the end.
    """

    measure: str
    steps: tuple[tuple[str, date], ...]
    deadline: date
    settles_on: date | None

    @property
    def before(self) -> tuple[tuple[str, date], ...]:
        """The steps taken before the ledger was drawn up; their facts stand in it."""
        return tuple(step for step in self.steps if step[1] <= BASELINE_DAY)

    @property
    def after(self) -> tuple[tuple[str, date], ...]:
        return tuple(step for step in self.steps if step[1] > BASELINE_DAY)


def schedule(plots: Sequence[Plot], rng: random.Random) -> Mapping[str, Plan]:
    """A plan for every parcel. Settling days are dealt out by area, so that the rates of PERIODS come about."""
    measures = _measures(plots)
    counting = [plot for plot in plots if measures[plot.code] not in LEAVING_BASE]
    rng.shuffle(counting)
    counting.sort(key=lambda plot: plot.code in UNFINISHED)
    total, so_far, plans = sum(plot.area_ha for plot in counting), 0.0, {}
    for plot in counting:
        so_far += plot.area_ha
        plans[plot.code] = _plan(plot, measures[plot.code], so_far / total, rng)
    for plot in plots:
        if plot.code not in plans:
            plans[plot.code] = _leaving(plot.which, measures[plot.code], rng)
    return plans


UNFINISHED = frozenset({"2023-G-034", "2023-G-052", "2023-X-020"})
"""Parcels kept for the end of the queue: what is not settled by 30 November."""


def _measures(plots: Sequence[Plot]) -> dict[str, str]:
    measures = {}
    for which in ListKind:
        mine = [plot for plot in plots if plot.which is which]
        for index, plot in enumerate(mine):
            measures[plot.code] = ROAD_MEASURE if plot.road else MEASURES[which][index % len(MEASURES[which])]
    return measures


def _plan(plot: Plot, measure: str, share: float, rng: random.Random) -> Plan:
    path = path_of(plot.which, measure)
    began = BASELINE_DAY + timedelta(days=2)
    for index, (end, rate) in enumerate(PERIODS):
        if share <= rate:
            settled = began + timedelta(days=rng.randrange((end - began).days + 1))
            late = index > 0 and rng.random() < 0.16
            deadline = PERIODS[index - 1][0] if late else end
            return Plan(measure, _backwards(path, settled, rng), deadline, settled)
        began = end + timedelta(days=1)
    stuck = path[: max(1, len(path) - 2)]
    day = date(2023, 9, 1) + timedelta(days=rng.randrange(40))
    return Plan(measure, _backwards(stuck, day, rng), rng.choice((date(2023, 10, 31), LAST_DAY)), None)


def _leaving(which: ListKind, measure: str, rng: random.Random) -> Plan:
    """A case that leaves the base: seized by a court, or found not to be idle."""
    day = date(2023, 6, 20) + timedelta(days=rng.randrange(50))
    return Plan(measure, _backwards(path_of(which, measure), day, rng), LAST_DAY, None)


def _backwards(path: Sequence[str], last: date, rng: random.Random) -> tuple[tuple[str, date], ...]:
    """The steps of a path dated back from the last one; weeks lie between them, as in an office."""
    days = [last]
    for _ in path[1:]:
        days.append(days[-1] - timedelta(days=rng.randrange(8, 24)))
    return tuple(zip(path, reversed(days)))

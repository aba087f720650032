"""Deadlines of the plan: judged for each list and for both, and what of a task is due by each."""

from __future__ import annotations

from datetime import date
from typing import Mapping, NamedTuple, Sequence

from ..campaign import Milestone
from ..rounding import exact, exceeds, rounded

Course = Sequence[tuple[date, float]]
"""The completion rate from each day on which it changed."""


class Judged(NamedTuple):
    """A deadline with the rate each list, and both together, had reached by it; no rates before its day."""

    milestone: Milestone
    reached: Mapping[str, float]

    @property
    def is_due(self) -> bool:
        return bool(self.reached)

    @property
    def met(self) -> bool:
        """Whether every list and both together reached it: one list never makes up for the other."""
        return self.is_due and not self.missed

    @property
    def missed(self) -> list[str]:
        """Who did not reach it."""
        return [name for name, rate in self.reached.items() if exceeds(self.milestone.rate, rate)]


def judge(milestones: Sequence[Milestone], as_of: date, courses: Mapping[str, Course]) -> list[Judged]:
    """Every deadline on a day, by the courses of those that are judged."""
    return [
        Judged(each, {name: rate_on(course, each.by_date) for name, course in courses.items()})
        if each.by_date <= as_of
        else Judged(each, {})
        for each in milestones
    ]


def rate_on(course: Course, day: date) -> float:
    """The completion rate on a day, read off a course of (day, rate) steps."""
    past = [rate for on, rate in course if on <= day]
    return past[-1] if past else 0.0


def due_share(area_ha: float, rate: float) -> float:
    """What of an area is due at a rate, in hectares: half up on the decimal product, once (docs/counting.md 4)."""
    return float(rounded(exact(area_ha) * exact(rate), 4))

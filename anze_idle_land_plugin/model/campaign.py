"""The campaign: one county's clean-up of one year, with its milestones, stages and tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .kinds import ListKind
from .messages import Message
from .units import NO_UNITS, Units

NO_PLAN = Message(
    "no_plan_yet",
    "The year's plan with its deadlines is not entered yet: nothing is planned, so the planned rate is 0. Enter it "
    "with anze:editcampaign (MILESTONES, STAGES or SETTINGS)",
)


@dataclass(frozen=True)
class Campaign:
    """The one row of the campaign table. ``crs`` is an authority code such as EPSG:4525."""

    name: str
    year: int
    county_code: str
    county_name: str
    crs: str
    plan_document: str
    starts_on: date
    ends_on: date
    standard_version: str = ""
    units: Units = NO_UNITS
    numbers: tuple[tuple[str, str], ...] = ()
    """The numbers (文号) of papers, by the id of the paper."""

    def number_of(self, paper: str) -> str:
        return dict(self.numbers).get(paper, "")

    @property
    def bureau(self) -> str:
        """The bureau that issues the campaign's papers, with its county: 安泽县自然资源局."""
        name = self.units.department_name("自然资源局")
        return name if name.startswith(self.county_name) else f"{self.county_name}{name}"


@dataclass(frozen=True)
class Milestone:
    """By this day the cumulative completion rate (a fraction) must be reached."""

    by_date: date
    rate: float


@dataclass(frozen=True)
class Stage:
    name: str
    from_date: date
    to_date: date


@dataclass(frozen=True)
class Task:
    """What a unit (county, town or zone) has to settle in the year, in hectares and parcels."""

    which: ListKind
    unit_code: str
    base_parcels: int
    base_area_ha: float
    task_area_ha: float
    frozen_on: date | None = None


@dataclass(frozen=True)
class Plan:
    """What the city's plan said from a day on: tasks, deadlines and stages."""

    since: date
    tasks: tuple[Task, ...]
    milestones: tuple[Milestone, ...]
    stages: tuple[Stage, ...]

"""The figures of a whole campaign as of a day: one place for wall map, lists, progress, board and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterable, Mapping, NamedTuple, Sequence

from ..campaign import Milestone, Task
from ..kinds import Category, ListKind
from ..standing.snapshot import Snapshot
from ..units import NO_UNITS, Units
from .progress import Counted, Tally, forecast, group, planned_line, planned_step, tally, unit_of
from .tasks import Unit, county_against, tasks_of, unit_against

UNKNOWN = "未定"
BOTH_LISTS = tuple(ListKind)


@dataclass(frozen=True)
class AgeGroup:
    """The stock of some years, both included, reported apart (docs/counting.md 3, practice)."""

    name: str
    first_year: int
    last_year: int


@dataclass(frozen=True)
class CountingRules:
    """How parcels are grouped: by units in the order of the plan, by age; ``known`` tells units by their names."""

    units: tuple[Unit, ...]
    age_groups: tuple[AgeGroup, ...]
    known: Units

    @property
    def zone_name(self) -> str:
        return self.known.zone_name

    def unit_of(self, parcel: Counted) -> str:
        return unit_of(parcel, self.zone_name) or UNKNOWN

    def department_of(self, parcel: Counted) -> str:
        return self.known.department_name(parcel.department) or UNKNOWN

    def age_of(self, year: int | None) -> str:
        """The age group of a year; 年度不详 without one, 其他年度 where no group holds it."""
        if year is None:
            return "年度不详"
        fitting = (each.name for each in self.age_groups if each.first_year <= year <= each.last_year)
        return next(fitting, "其他年度")

    def unit_order(self, name: str) -> tuple[int, str]:
        """Units in the order of the plan, unknown ones last."""
        known = [unit.name for unit in self.units]
        return (known.index(name) if name in known else len(known)), name


class Counting(NamedTuple):
    """What all figures of a day are made from. ``county`` are the names the county goes by in the task plan."""

    as_of: date
    starts_on: date
    milestones: tuple[Milestone, ...]
    tasks: tuple[Task, ...]
    county: tuple[str, ...]
    parcels: tuple[Counted, ...]
    units: Units = NO_UNITS

    def of_lists(self, lists: Sequence[ListKind]) -> Counting:
        """The same day with the parcels of some lists only."""
        return self._replace(parcels=tuple(each for each in self.parcels if each.which in lists))


@dataclass(frozen=True)
class Figures:
    """The campaign's figures as of a day; rates are fractions. Units are towns and the zone, each parcel in one.

    ``planned_rate`` is that of the last deadline passed (pass or fail), ``curve_rate`` the planned line on the day.
    Tallies by unit, department, category and age count the lists together; ``of_list`` gives one list alone.
    """

    as_of: date
    planned_rate: float
    curve_rate: float
    expected: tuple[tuple[Milestone, float], ...]
    total: Tally
    by_list: Mapping[str, Tally]
    by_unit: Mapping[str, Tally]
    by_department: Mapping[str, Tally]
    by_category: Mapping[str, Tally]
    by_age: Mapping[str, Tally]
    of_list: Mapping[ListKind, Figures]
    milestones: tuple[Milestone, ...] = ()

    @property
    def has_plan(self) -> bool:
        """Whether the year's deadlines are known; without them nothing is planned and nothing lags."""
        return bool(self.milestones)

    @property
    def done_rate(self) -> float:
        return self.total.done_rate

    @property
    def confirmed_rate(self) -> float:
        return self.total.confirmed_rate

    @property
    def lag_points(self) -> float:
        return self.total.lag_points(self.planned_rate)


class Ranked(NamedTuple):
    """A unit with its figures and its place by completion rate (equal rates share a place)."""

    place: int
    name: str
    figures: Tally


def counting(snapshot: Snapshot) -> Counting:
    """A snapshot as counting needs it."""
    campaign = snapshot.campaign
    return Counting(
        as_of=snapshot.as_of,
        starts_on=campaign.starts_on,
        milestones=snapshot.milestones,
        tasks=snapshot.tasks,
        county=(campaign.county_code, campaign.county_name),
        parcels=tuple(counted(snapshot)),
        units=campaign.units,
    )


def counted(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> list[Counted]:
    """The parcels of some lists as progress counts them."""
    return [dossier.counted() for which in lists for dossier in snapshot.dossiers.get(which, ())]


class _Grouped(NamedTuple):
    """The parcels of one list, grouped once: everything else adds these groups up."""

    unit: dict[str, list[Counted]]
    department: dict[str, list[Counted]]
    category: dict[str, list[Counted]]
    age: dict[str, list[Counted]]


def figures(counts: Counting, rules: CountingRules, lists: Sequence[ListKind] = BOTH_LISTS) -> Figures:
    """All figures of some lists together, and of each of them alone."""
    grouped = {which: _grouped(counts.of_lists([which]).parcels, rules) for which in lists}
    alone = {which: _figures(counts.of_lists([which]), rules, {which: grouped[which]}, {}) for which in lists}
    if len(lists) == 1:
        return alone[lists[0]]
    return _figures(counts.of_lists(lists), rules, grouped, alone)


def _grouped(parcels: Sequence[Counted], rules: CountingRules) -> _Grouped:
    ages = {year: rules.age_of(year) for year in {each.year for each in parcels}}
    return _Grouped(
        unit=group(parcels, rules.unit_of),
        department=group(parcels, rules.department_of),
        category=group(parcels, lambda each: each.category.principle),
        age=group(parcels, lambda each: ages[each.year]),
    )


def _figures(
    counts: Counting,
    rules: CountingRules,
    grouped: Mapping[ListKind, _Grouped],
    of_list: Mapping[ListKind, Figures],
) -> Figures:
    lists = tuple(grouped)
    units = {which: each.unit for which, each in grouped.items()}
    total = tally(counts.parcels, county_against(counts.tasks, counts.county, rules.units, _base_by_unit(units), lists))
    return Figures(
        as_of=counts.as_of,
        planned_rate=planned_step(counts.milestones, counts.as_of),
        curve_rate=planned_line(counts.milestones, counts.starts_on, counts.as_of),
        expected=tuple(
            (each, forecast(counts.parcels, total.against_ha, counts.as_of, each.by_date))
            for each in counts.milestones
            if each.by_date > counts.as_of
        ),
        total=total,
        by_list={which.zh: each.total for which, each in of_list.items()} or {which.zh: total for which in lists},
        by_unit=_by_unit(counts, rules, grouped),
        by_department=_tallies(each.department for each in grouped.values()),
        by_category=_in_order(_tallies(each.category for each in grouped.values()), _CATEGORIES),
        by_age=_in_order(_tallies(each.age for each in grouped.values()), [each.name for each in rules.age_groups]),
        of_list=of_list,
        milestones=counts.milestones,
    )


def _merged(groups: Iterable[Mapping[str, list[Counted]]]) -> dict[str, list[Counted]]:
    """The groups of the lists together, in order of first appearance."""
    merged: dict[str, list[Counted]] = {}
    for each in groups:
        for name, members in each.items():
            merged[name] = [*merged.get(name, ()), *members]
    return merged


def _tallies(groups: Iterable[Mapping[str, list[Counted]]]) -> dict[str, Tally]:
    """A tally a group, against its own base."""
    return {name: tally(members) for name, members in _merged(groups).items()}


def _base_by_unit(units: Mapping[ListKind, Mapping[str, Sequence[Counted]]]) -> dict[tuple[ListKind, str], float]:
    return {
        (which, unit): sum(each.area_ha for each in members if each.in_base)
        for which, each_list in units.items()
        for unit, members in each_list.items()
    }


_CATEGORIES = [category.principle for category in Category]


def overall_of(day: Counting, rules: CountingRules, lists: Sequence[ListKind] = BOTH_LISTS) -> Tally:
    """Some lists together, against the county's task; the same as ``figures(...).total`` without all the others."""
    units = {which: group(day.of_lists([which]).parcels, rules.unit_of) for which in lists}
    against = county_against(day.tasks, day.county, rules.units, _base_by_unit(units), lists)
    return tally(day.of_lists(lists).parcels, against)


def ranking(by_name: Mapping[str, Tally]) -> list[Ranked]:
    """Units by completion rate, best first; one with neither task nor base has no rate and stands last."""
    ordered = sorted(by_name.items(), key=lambda pair: (not pair[1].has_rate, -pair[1].done_rate, pair[0]))
    ranked: list[Ranked] = []
    for index, (name, each) in enumerate(ordered, start=1):
        tied = bool(ranked) and ranked[-1].figures.done_rate == each.done_rate
        ranked.append(Ranked(ranked[-1].place if tied else index, name, each))
    return ranked


def _in_order(by_name: Mapping[str, Tally], order: Sequence[str]) -> dict[str, Tally]:
    known = {name: by_name[name] for name in order if name in by_name}
    return {**known, **{name: each for name, each in by_name.items() if name not in known}}


def _by_unit(counts: Counting, rules: CountingRules, grouped: Mapping[ListKind, _Grouped]) -> dict[str, Tally]:
    """Towns and the zone in the order of the plan; one with a task but no parcels has its row too."""
    lists = tuple(grouped)
    members = _merged(each.unit for each in grouped.values())
    tasked = [unit.name for unit in rules.units if tasks_of(counts.tasks, unit.called, lists)]
    names = sorted({*members, *tasked}, key=rules.unit_order)
    called = {unit.name: unit.called for unit in rules.units}
    return {
        name: tally(found, unit_against(counts.tasks, called.get(name, (name,)), found, lists))
        for name in names
        for found in [members.get(name, [])]
    }

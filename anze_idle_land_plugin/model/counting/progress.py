"""Rates, lag and ranking: functions from parcels as they stand to numbers (docs/counting.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Callable, Hashable, Iterable, NamedTuple, Optional, Sequence, TypeVar

from ..campaign import Milestone
from ..kinds import Category, ListKind, Status

Key = TypeVar("Key", bound=Hashable)
ParcelKey = tuple[ListKind, str]
"""A code is unique within its list only."""


class Approval(NamedTuple):
    """The approval an unsupplied parcel comes from, and what became of its land. Areas in hectares.

    ``batch_ha`` is what the document approved altogether (None when the ledger does not say), ``area_ha`` the parcel's
    own share of it; ``remaining_ha`` is still to be supplied, ``withdrawn_ha`` lapsed or was withdrawn.
    """

    number: str
    batch_ha: float | None
    area_ha: float
    remaining_ha: float
    withdrawn_ha: float


@dataclass(frozen=True)
class Counted:
    """What counting needs to know of one parcel as of a day. Areas in hectares.

    ``year`` dates the stock: the approval of unsupplied land, the supply (contract) of idle land; None when unknown.
    ``deadline`` is the day the clearance is planned for.
    """

    which: ListKind
    code: str
    town: str
    in_zone: bool
    department: str
    category: Category
    status: Status
    in_base: bool
    area_ha: float
    done_area_ha: float
    confirmed: bool
    settled: bool
    closed: bool
    deadline: date | None = None
    year: int | None = None
    approval: Optional[Approval] = None

    @property
    def is_open(self) -> bool:
        """Whether its plan still owes something: counted, not settled, not closed."""
        return self.in_base and not self.settled and not self.closed

    @property
    def key(self) -> ParcelKey:
        return self.which, self.code


@dataclass(frozen=True)
class Rate:
    """A figure that can show what it is made of: numerator, denominator, and the parcels behind either.

    ``unit`` is 公顷 or 宗. ``value`` is a fraction; above 1 it is shown as it is (docs/counting.md 3).
    """

    numerator: float
    denominator: float
    unit: str
    counted: tuple[ParcelKey, ...]
    of: tuple[ParcelKey, ...]

    @property
    def value(self) -> float:
        return self.numerator / self.denominator if self.denominator else 0.0


class Against(NamedTuple):
    """What a group is measured against, in hectares: what the city set (None where it set nothing), and the base of
    what has no task, which stands in (docs/counting.md 3.2)."""

    task_ha: float | None
    stand_in_ha: float


@dataclass(frozen=True)
class Tally:
    """Counts and areas of a group of parcels: base, task and done. Rates are fractions of ``against_ha``, and may
    exceed 1.

    ``task_area_ha`` is what the city set for the group, None where it set nothing; ``stand_in_ha`` is the base that
    stands in for what has no task. ``base`` are the parcels counted; those outside the base (查封、涉诉 annotated,
    不构成闲置) are not in it.
    """

    parcels: int
    area_ha: float
    done_parcels: int
    done_area_ha: float
    confirmed_parcels: int
    confirmed_area_ha: float
    task_area_ha: float | None
    stand_in_ha: float
    base: tuple[Counted, ...] = field(default=(), repr=False, compare=False)

    @property
    def against_ha(self) -> float:
        """What the rates are fractions of."""
        return round((self.task_area_ha or 0.0) + self.stand_in_ha, 4)

    @property
    def has_rate(self) -> bool:
        return self.against_ha > 0

    @property
    def done_rate(self) -> float:
        return self.done_area_ha / self.against_ha if self.has_rate else 0.0

    @property
    def confirmed_rate(self) -> float:
        return self.confirmed_area_ha / self.against_ha if self.has_rate else 0.0

    @property
    def parcel_rate(self) -> float:
        return self.done_parcels / self.parcels if self.parcels else 0.0

    @property
    def done(self) -> Rate:
        """Area disposed of within the year, against the task or what stands in for it."""
        counted = tuple(each.key for each in self.base if each.done_area_ha > 0)
        return Rate(self.done_area_ha, self.against_ha, "公顷", counted, tuple(each.key for each in self.base))

    @property
    def confirmed(self) -> Rate:
        """Area confirmed by the monitoring system, against the task or what stands in for it."""
        counted = tuple(each.key for each in self.base if each.confirmed and each.done_area_ha > 0)
        return Rate(self.confirmed_area_ha, self.against_ha, "公顷", counted, tuple(each.key for each in self.base))

    @property
    def by_parcels(self) -> Rate:
        """Parcels of which nothing is left against the parcels of the base; stands beside, never mixed."""
        counted = tuple(each.key for each in self.base if each.settled)
        return Rate(self.done_parcels, self.parcels, "宗", counted, tuple(each.key for each in self.base))

    def lag_points(self, planned: float) -> float:
        """How many percentage points the done rate lies behind the plan; negative when ahead."""
        return (planned - self.done_rate) * 100


def tally(parcels: Iterable[Counted], against: Against | None = None) -> Tally:
    """Count a group. Where nothing says what it is measured against it has no task, and its base stands in."""
    base = tuple(parcel for parcel in parcels if parcel.in_base)
    done = [parcel for parcel in base if parcel.done_area_ha > 0]
    settled = [parcel for parcel in done if parcel.settled]
    area = sum(parcel.area_ha for parcel in base)
    return Tally(
        parcels=len(base),
        area_ha=round(area, 4),
        done_parcels=len(settled),
        done_area_ha=round(sum(parcel.done_area_ha for parcel in done), 4),
        confirmed_parcels=sum(parcel.confirmed for parcel in settled),
        confirmed_area_ha=round(sum(parcel.done_area_ha for parcel in done if parcel.confirmed), 4),
        task_area_ha=None if against is None or against.task_ha is None else round(against.task_ha, 4),
        stand_in_ha=round(area if against is None else against.stand_in_ha, 4),
        base=base,
    )


def group(parcels: Iterable[Counted], key: Callable[[Counted], Key]) -> dict[Key, list[Counted]]:
    """Parcels by key, in order of first appearance."""
    groups: dict[Key, list[Counted]] = {}
    for parcel in parcels:
        groups.setdefault(key(parcel), []).append(parcel)
    return groups


def unit_of(parcel: Counted, zone_name: str) -> str:
    """The unit a parcel is counted under: the development zone is its own row and left out of the town rows."""
    return zone_name if parcel.in_zone else parcel.town


def forecast(parcels: Iterable[Counted], against_ha: float, as_of: date, on: date) -> float:
    """The rate on a later day if every open parcel is finished on its planned day.

    A plan whose day has passed promises nothing any more: such a parcel counts again once it has a new day.
    """
    base = [parcel for parcel in parcels if parcel.in_base]
    done = sum(parcel.done_area_ha for parcel in base)
    promised = sum(
        max(parcel.area_ha - parcel.done_area_ha, 0.0)
        for parcel in base
        if not parcel.settled and parcel.deadline is not None and as_of <= parcel.deadline <= on
    )
    return round(done + promised, 4) / against_ha if against_ha else 0.0


class Due(NamedTuple):
    """Open parcels of the base whose planned day has passed, and those whose day comes within some days."""

    overdue: tuple[Counted, ...]
    within: dict[int, tuple[Counted, ...]]


def due(parcels: Iterable[Counted], as_of: date, days: Sequence[int] = (7, 30)) -> Due:
    """What the plans of the parcels owe on a day; the day itself still belongs to the plan."""
    open_ones = [each for each in parcels if each.is_open and each.deadline]
    left = [(each, (each.deadline - as_of).days) for each in open_ones if each.deadline]
    return Due(
        tuple(each for each, days_left in left if days_left < 0),
        {limit: tuple(each for each, days_left in left if 0 <= days_left <= limit) for limit in days},
    )


def planned_step(milestones: Sequence[Milestone], on: date) -> float:
    """The rate that must be reached on a day: that of the last deadline passed (pass or fail)."""
    return max((milestone.rate for milestone in milestones if milestone.by_date <= on), default=0.0)


def planned_line(milestones: Sequence[Milestone], starts_on: date, on: date) -> float:
    """The planned rate on a day for the curve: linear from (start, 0) through the deadlines."""
    before, rate_before = starts_on, 0.0
    if on <= before:
        return 0.0
    for milestone in sorted(milestones, key=lambda each: each.by_date):
        if on <= milestone.by_date:
            share = (on - before).days / max((milestone.by_date - before).days, 1)
            return rate_before + (milestone.rate - rate_before) * share
        before, rate_before = milestone.by_date, milestone.rate
    return rate_before

"""The order of the statuses: one table of conditions from which both the Python decision and the SQL are made.

The first status whose conditions all hold is the one. A condition compares a measure of the parcel on the day with a
number; a measure that is not known (no deadline, so no days left) fulfils no condition, as NULL does in SQL.
"""

from __future__ import annotations

import operator
from datetime import date, timedelta
from typing import Callable, Mapping, NamedTuple, Optional, Union

from ..kinds import Status


class Limits(NamedTuple):
    """Numbers of the policy (policy_numbers.csv): days before its planned day that a parcel turns yellow, and the
    hectares below which nothing remains."""

    warn_days: int
    nothing_below_ha: float


class Condition(NamedTuple):
    """A measure against a number; ``than`` may name one of the limits."""

    measure: str
    compares: str
    than: Union[float, str]

    def holds(self, measures: Measures, limits: Limits) -> bool:
        value = getattr(measures, self.measure)
        return value is not None and _COMPARES[self.compares](value, self.number(limits))

    def sql(self, columns: Mapping[str, str], limits: Limits) -> str:
        return f"{columns[self.measure]} {self.compares} {self.number(limits)!r}"

    def number(self, limits: Limits) -> float:
        value: float = getattr(limits, self.than) if isinstance(self.than, str) else self.than
        return value


class Measures(NamedTuple):
    """What the rank looks at: truths as 0 and 1, areas in hectares, days until the planned day (negative: passed)."""

    suspended: int
    closed: int
    done_ha: float
    left_ha: float
    days_left: Optional[int]
    started: int


RANK: tuple[tuple[Status, tuple[Condition, ...]], ...] = (
    (Status.SUSPENDED, (Condition("suspended", "=", 1),)),
    (Status.CLOSED, (Condition("closed", "=", 1),)),
    (Status.DONE, (Condition("done_ha", ">", 0), Condition("left_ha", "<", "nothing_below_ha"))),
    (Status.OVERDUE, (Condition("days_left", "<", 0),)),
    (Status.WARNING, (Condition("days_left", "<=", "warn_days"),)),
    (Status.ON_TIME, (Condition("started", "=", 1),)),
    (Status.NOT_STARTED, ()),
)
"""Statuses from the strongest on."""

_COMPARES: Mapping[str, Callable[[float, float], bool]] = {
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
    "<=": operator.le,
}


def status_of(measures: Measures, limits: Limits) -> Status:
    """The status on a day: the first of the table whose conditions hold."""
    return next(status for status, needed in RANK if all(each.holds(measures, limits) for each in needed))


def status_sql(columns: Mapping[str, str], limits: Limits) -> str:
    """The same as a CASE over SQL expressions by measure; it gives the status's value."""
    whens = " ".join(f"WHEN {_all(needed, columns, limits)} THEN '{status.value}'" for status, needed in RANK)
    return f"CASE {whens} END"


def _all(needed: tuple[Condition, ...], columns: Mapping[str, str], limits: Limits) -> str:
    return " AND ".join(each.sql(columns, limits) for each in needed) or "1"


def settled_sql(columns: Mapping[str, str], limits: Limits) -> str:
    """Whether nothing of the base is left, as SQL over expressions by measure."""
    return f"({_all(dict(RANK)[Status.DONE], columns, limits)})"


def settled(done_ha: float, base_ha: float, nothing_below_ha: float) -> bool:
    """Whether nothing of the base is left."""
    measures = Measures(0, 0, done_ha, base_ha - done_ha, None, 0)
    return all(each.holds(measures, Limits(0, nothing_below_ha)) for each in dict(RANK)[Status.DONE])


def turning_offsets(warn_days: int) -> tuple[int, ...]:
    """How many days after the planned day (negative: before) the status may turn by the calendar alone."""
    on_days = [each for _, needed in RANK for each in needed if each.measure == "days_left"]
    return tuple(sorted(int(each.compares == "<") - int(each.number(Limits(warn_days, 0.0))) for each in on_days))


def turning_days(deadline: date | None, warn_days: int) -> tuple[date, ...]:
    """The days on which a parcel's status may turn because its planned day comes near or has passed."""
    return () if deadline is None else tuple(deadline + timedelta(days=each) for each in turning_offsets(warn_days))

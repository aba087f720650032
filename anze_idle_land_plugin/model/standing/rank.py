"""The order of the statuses: one table of conditions from which both the Python decision and the SQL are made.

The first status whose conditions all hold is the one. A condition compares a measure of the parcel on the day with a
number; a measure that is not known (no deadline, so no days left) fulfils no condition, as NULL does in SQL.
"""

from __future__ import annotations

import operator
from datetime import date, timedelta
from typing import Callable, Mapping, NamedTuple, Optional, Union

from ..kinds import Status
from .settling import AREA_STEP_HA

WARN_DAYS = "warn_days"
"""Stands for the number of days before its planned day that a parcel turns yellow (policy_numbers.csv)."""


class Condition(NamedTuple):
    """A measure against a number; ``than`` may name a number of the policy."""

    measure: str
    compares: str
    than: Union[float, str]

    def holds(self, measures: Measures, warn_days: int) -> bool:
        value = getattr(measures, self.measure)
        return value is not None and _COMPARES[self.compares](value, self.number(warn_days))

    def sql(self, columns: Mapping[str, str], warn_days: int) -> str:
        return f"{columns[self.measure]} {self.compares} {self.number(warn_days)!r}"

    def number(self, warn_days: int) -> float:
        return warn_days if self.than == WARN_DAYS else self.than  # type: ignore[return-value]


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
    (Status.DONE, (Condition("done_ha", ">", 0), Condition("left_ha", "<=", AREA_STEP_HA / 2))),
    (Status.OVERDUE, (Condition("days_left", "<", 0),)),
    (Status.WARNING, (Condition("days_left", "<=", WARN_DAYS),)),
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


def status_of(measures: Measures, warn_days: int) -> Status:
    """The status on a day: the first of the table whose conditions hold."""
    return next(status for status, needed in RANK if all(each.holds(measures, warn_days) for each in needed))


def status_sql(columns: Mapping[str, str], warn_days: int) -> str:
    """The same as a CASE over SQL expressions by measure; it gives the status's value."""
    whens = " ".join(f"WHEN {_all(needed, columns, warn_days)} THEN '{status.value}'" for status, needed in RANK)
    return f"CASE {whens} END"


def _all(needed: tuple[Condition, ...], columns: Mapping[str, str], warn_days: int) -> str:
    return " AND ".join(each.sql(columns, warn_days) for each in needed) or "1"


def settled_sql(columns: Mapping[str, str]) -> str:
    """Whether nothing of the base is left, as SQL over expressions by measure."""
    return f"({_all(dict(RANK)[Status.DONE], columns, 0)})"


def settled(done_ha: float, base_ha: float) -> bool:
    """Whether nothing of the base is left."""
    measures = Measures(0, 0, done_ha, base_ha - done_ha, None, 0)
    return all(each.holds(measures, 0) for each in dict(RANK)[Status.DONE])


def turning_offsets(warn_days: int) -> tuple[int, ...]:
    """How many days after the planned day (negative: before) the status may turn by the calendar alone."""
    on_days = [each for _, needed in RANK for each in needed if each.measure == "days_left"]
    return tuple(sorted(int(each.compares == "<") - int(each.number(warn_days)) for each in on_days))


def turning_days(deadline: date | None, warn_days: int) -> tuple[date, ...]:
    """The days on which a parcel's status may turn because its planned day comes near or has passed."""
    return () if deadline is None else tuple(deadline + timedelta(days=each) for each in turning_offsets(warn_days))

"""What must happen next in a case, by when, and how many days are left.

The next steps are those the machine admits from the present state. Their limits are rows of resources/codes
(step_limits.csv: the order's articles 5, 11, 14, 17, 18 and what the law adds); a step without a row there takes the
limit of its transition. Days are counted by 民法典 201-203: the first day is not counted, a limit that ends on a legal
holiday ends on the next working day. 满一年 and 满两年 are not shifted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Mapping, NamedTuple, Sequence

from ..dates import add_months, add_years
from .workflow import State, Transition, Workflow
from .working_days import WorkCalendar


class LimitKind(Enum):
    """What a limit says.

    OPENS: not before; DUE: not after; ABOUT: not after, but counted from a day that stands in for the true one;
    RIGHT: how long a person may; CAP: bounds a new date; PROMPT: 及时; NONE: words without a number.
    """

    OPENS = "opens"
    DUE = "due"
    ABOUT = "about"
    RIGHT = "right"
    CAP = "cap"
    PROMPT = "prompt"
    NONE = "none"


class Situation(Enum):
    """How a step stands on a day; the first that fits."""

    NO_ANCHOR = "no_anchor"
    NOT_OPEN = "not_open"
    TO_CHECK = "to_check"
    OVERDUE = "overdue"
    EXPIRED = "expired"
    SOON = "soon"
    IN_TIME = "in_time"
    CAPPED = "capped"
    UNMET = "unmet"
    PROMPT = "prompt"
    OPEN = "open"
    NO_LIMIT = "no_limit"

    @property
    def zh(self) -> str:
        return _SITUATION_ZH[self]


_SITUATION_ZH = {
    Situation.NO_ANCHOR: "缺起算日期",
    Situation.NOT_OPEN: "期限未届至",
    Situation.TO_CHECK: "起算日待核",
    Situation.OVERDUE: "逾期",
    Situation.EXPIRED: "期限已过",
    Situation.SOON: "临期",
    Situation.IN_TIME: "期限内",
    Situation.CAPPED: "限定日期",
    Situation.UNMET: "条件未成就",
    Situation.PROMPT: "及时办理",
    Situation.OPEN: "可以办理",
    Situation.NO_LIMIT: "无法定期限",
}


@dataclass(frozen=True)
class StepLimit:
    """One limit of a step: so many units (day, working_day, month, year) from the first anchor that is known.

    ``stages`` are counted one behind the other, each from the last day of the one before: three months from the end of
    the right to sue begin when that right has ended. ``anchors`` are field codes, ``state.since`` (the day the present
    state began) or ``clock.*`` (the idle clock).
    """

    step: str
    kind: LimitKind
    stages: tuple[int, ...]
    unit: str
    anchors: tuple[str, ...]
    text: str
    article: str

    @property
    def is_procedural(self) -> bool:
        """Whether the holiday shift applies (docs/law.md: procedural limits only, and what opens when they end)."""
        kinds = (LimitKind.DUE, LimitKind.RIGHT, LimitKind.OPENS)
        return self.unit in ("day", "month") and sum(self.stages) > 0 and self.kind in kinds


@dataclass(frozen=True)
class DueRules:
    """The machine of a list, the limits by step, the working days, and how many days before a limit is soon."""

    workflow: Workflow
    limits: Mapping[str, tuple[StepLimit, ...]]
    calendar: WorkCalendar
    soon_days: int

    def limits_of(self, step: Transition) -> tuple[StepLimit, ...]:
        return self.limits.get(step.code, ())


@dataclass(frozen=True)
class DueStep:
    """A next step with one of its limits. ``days_left`` is negative when overdue.

    ``opens_on`` is the last day on which the step is still too early. ``anchor`` is the field the limit counts from,
    ``missing`` the anchors that would be needed. ``plain`` says that the holidays of that year are not known yet.
    """

    step: Transition
    limit: StepLimit | None
    situation: Situation
    anchor: str = ""
    anchor_on: date | None = None
    opens_on: date | None = None
    due_on: date | None = None
    days_left: int | None = None
    shifted: bool = False
    plain: bool = False
    missing: tuple[str, ...] = ()


def due_steps(state: State, anchors: Mapping[str, date | None], rules: DueRules, as_of: date) -> tuple[DueStep, ...]:
    """Every admissible next step of a case with each of its limits, in the order of the machine's table."""
    return tuple(due for step in rules.workflow.steps_from(state) for due in _of_step(step, anchors, rules, as_of))


def _of_step(step: Transition, anchors: Mapping[str, date | None], rules: DueRules, as_of: date) -> Sequence[DueStep]:
    limits = rules.limits_of(step)
    opening = next((limit for limit in limits if limit.kind is LimitKind.OPENS), None)
    others: list[StepLimit | None] = [limit for limit in limits if limit.kind is not LimitKind.OPENS]
    return [_one(step, limit, opening, anchors, rules, as_of) for limit in others or [opening]]


def _one(
    step: Transition,
    limit: StepLimit | None,
    opening: StepLimit | None,
    anchors: Mapping[str, date | None],
    rules: DueRules,
    as_of: date,
) -> DueStep:
    if limit is None:
        return DueStep(step, None, Situation.NO_LIMIT)
    anchor, anchor_on = _first_known(limit, anchors)
    missing = limit.anchors if limit.anchors and anchor_on is None else ()
    opens = _end_of(opening, anchors, rules.calendar)
    opens_on = opens.last if opens else None
    if limit is opening or not limit.anchors or anchor_on is None:
        situation = _without_due(limit, opens_on, missing, as_of)
        own = opens if opens and limit is opening else _UNCOUNTED
        return DueStep(
            step, limit, situation, anchor, anchor_on, opens_on, shifted=own.shifted, plain=own.plain, missing=missing
        )
    end = _counted(anchor_on, limit, rules.calendar)
    days_left = (end.last - as_of).days
    return DueStep(
        step,
        limit,
        _with_due(limit, opens_on, days_left, rules.soon_days, as_of),
        anchor,
        anchor_on,
        opens_on,
        end.last,
        days_left if limit.kind is not LimitKind.CAP else None,
        end.shifted,
        end.plain,
    )


def bound_of(
    limit: StepLimit, anchors: Mapping[str, date | None], calendar: WorkCalendar
) -> tuple[str, date, date] | None:
    """The anchor a limit counts from, its day, and the limit's last day; None while no anchor is known."""
    anchor, day = _first_known(limit, anchors)
    return None if day is None else (anchor, day, _counted(day, limit, calendar).last)


class _End(NamedTuple):
    """The last day of a limit, whether holidays moved it, and whether those of its year are not known."""

    last: date
    shifted: bool
    plain: bool


_UNCOUNTED = _End(date.min, False, False)


def _first_known(limit: StepLimit, anchors: Mapping[str, date | None]) -> tuple[str, date | None]:
    for anchor in limit.anchors:
        day = anchors.get(anchor)
        if day is not None:
            return anchor, day
    return (limit.anchors[0] if limit.anchors else ""), None


def _end_of(limit: StepLimit | None, anchors: Mapping[str, date | None], calendar: WorkCalendar) -> _End | None:
    if limit is None:
        return None
    _, day = _first_known(limit, anchors)
    return _counted(day, limit, calendar) if day is not None else None


def _counted(day: date, limit: StepLimit, calendar: WorkCalendar) -> _End:
    last, shifted, plain = day, False, False
    for units in limit.stages:
        ends = last = _after(last, units, limit.unit, calendar)
        if limit.is_procedural:
            last = calendar.shifted(ends)
            shifted = shifted or last != ends
        plain = plain or ((limit.is_procedural or limit.unit == "working_day") and not calendar.knows(ends))
    return _End(last, shifted, plain)


def _after(day: date, units: int, unit: str, calendar: WorkCalendar) -> date:
    if unit == "year":
        return add_years(day, units)
    if unit == "month":
        return add_months(day, units)
    if unit == "working_day":
        return calendar.after(day, units)
    return date.fromordinal(min(max(day.toordinal() + units, 1), date.max.toordinal()))


def _without_due(limit: StepLimit, opens_on: date | None, missing: tuple[str, ...], as_of: date) -> Situation:
    if missing:
        return Situation.NO_ANCHOR
    if opens_on is not None:
        return Situation.NOT_OPEN if as_of <= opens_on else Situation.OPEN
    return Situation.PROMPT if limit.kind is LimitKind.PROMPT else Situation.NO_LIMIT


def _with_due(limit: StepLimit, opens_on: date | None, days_left: int, soon_days: int, as_of: date) -> Situation:
    if limit.kind is LimitKind.CAP:
        return Situation.CAPPED
    if opens_on is not None and as_of <= opens_on:
        return Situation.NOT_OPEN
    if limit.kind is LimitKind.ABOUT:
        return Situation.TO_CHECK
    if days_left < 0:
        return Situation.EXPIRED if limit.kind is LimitKind.RIGHT else Situation.OVERDUE
    return Situation.SOON if days_left <= soon_days else Situation.IN_TIME

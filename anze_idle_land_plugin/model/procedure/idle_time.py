"""How long land has lain idle: from the day its year was full to the day that ended it, or still.

The clock of ``idle_clock`` reads dates alone; here the steps end it. Take-back ends it on the day the decision is
served or the agreement signed, a start on the day of the start, replacement and every other new agreement on the day
it is signed (art 12: the start date is counted anew), 销号 at the latest. A decision that is revoked ends nothing, and
land found not to be idle never was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Iterable

from ..cases import IdleCase
from ..standing.base import NOT_IDLE_STATE, says_state
from ..standing.events import Event
from ..standing.standing import Standing
from .idle_clock import ClockRules, Consequence, Ground, IdleVerdict, Verdict, idle_verdict

NEW_AGREEMENT = "X52"
SERVED_BY = {"X71": ("takeback_served_on",), "X73": (), "X90": ("started_on",)}
"""States that end the idle time, with the field that says the day better than the event."""
ENDED_BY = {**SERVED_BY, **dict.fromkeys(("X72", "X95", "X99"), ("takeback_served_on", "started_on"))}
HALTED = ("X80", "X81", "XS0")
"""States that leave it as it was: review, enforcement, suspension."""


@dataclass(frozen=True)
class IdleTime:
    """The idle time on a day: ``full_on`` is the day the year was full, ``ended_on`` what ended it (None: it runs)."""

    full_on: date
    ended_on: date | None
    as_of: date

    @property
    def first_on(self) -> date:
        """The first day the land lay idle."""
        return self.full_on + timedelta(days=1)

    @property
    def days(self) -> int:
        return (min(self.as_of, self.ended_on or self.as_of) - self.full_on).days


def idle_time(case: IdleCase, stands: Standing, as_of: date, rules: ClockRules) -> IdleTime | None:
    """The idle time of a case as it stood on a day; None while it is not idle and never was."""
    if stands.state.code == NOT_IDLE_STATE:
        return None
    ended_on = _ended_on(case, stands.events, as_of)
    full_on = _full_on(case, ended_on, as_of, rules)
    if full_on is None or min(as_of, ended_on or as_of) <= full_on:
        return None
    return IdleTime(full_on, ended_on, as_of)


def clock_as_it_stands(case: IdleCase, stands: Standing, as_of: date, rules: ClockRules) -> IdleVerdict:
    """The clock of the dates, ended by what ended it: nothing follows from it any more, and its days stand still."""
    clock = idle_verdict(case, as_of, rules)
    if stands.state.code == NOT_IDLE_STATE:
        return IdleVerdict(Verdict.NOT_IDLE, Ground.NOT_RECOGNISED)
    time = idle_time(case, stands, as_of, rules)
    if time is None or time.ended_on is None:
        return clock
    if not clock.idle:
        verdict = Verdict.ENDED if clock.verdict is Verdict.NOT_IDLE else clock.verdict
        return replace(clock, verdict=verdict, days=time.days)
    return replace(
        clock,
        verdict=Verdict.ENDED,
        since=time.full_on,
        days=time.days,
        consequence=Consequence.NONE,
        fee_wan=None,
        missing=(),
    )


def _ended_on(case: IdleCase, events: Iterable[Event], as_of: date) -> date | None:
    """The day the idle time ended, None while it runs: a state that is left for another step of idle land undoes it."""
    ended: date | None = None
    for event in filter(says_state, events):
        if event.value in ENDED_BY:
            ended = ended or _day_of(case, event)
        elif event.value == NEW_AGREEMENT:
            ended = ended or event.effective_on
        elif event.value not in HALTED:
            ended = None
    facts = (case.completed_on, None if case.stopped_on else case.started_on)
    return min((day for day in (ended, *facts) if day is not None and day <= as_of), default=None)


def _day_of(case: IdleCase, event: Event) -> date:
    known = (getattr(case, attribute) for attribute in ENDED_BY[event.value])
    return next((day for day in known if day is not None and day <= event.effective_on), event.effective_on)


def _full_on(case: IdleCase, ended_on: date | None, as_of: date, rules: ClockRules) -> date | None:
    """The day the year was full: as recorded, else by the dates that counted before the end.

    A new agreement that was not kept begins a new idle time, whatever the ledger recorded of the one before.
    """
    renewed = case.new_start_on if case.new_start_on and (ended_on is None or case.new_start_on <= ended_on) else None
    if case.idle_since is not None and (renewed is None or case.idle_since >= renewed):
        return case.idle_since
    if ended_on is None:
        clock = idle_verdict(case, as_of, rules)
        return clock.since if clock.idle else None
    started = case.started_on if case.stopped_on else None
    before = replace(case, started_on=started, completed_on=None, new_start_on=renewed)
    return idle_verdict(before, ended_on, rules).since

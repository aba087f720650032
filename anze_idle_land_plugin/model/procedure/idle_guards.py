"""Conditions on idle land that look at its course: the fee's time, the decision under review, an extension, a start in
time. Those of guards.csv that look at one fact alone are in ``guards``.
"""

from __future__ import annotations

from ..messages import Message
from ..standing.events import STATE_FIELD
from .circumstances import Circumstances

FEE_SERVED, TAKE_BACK_SERVED = "X61", "X71"
"""The states in which a decision was served; either may come under review."""
CALLED_IDLE = (
    *("X10", "X20", "X21", "X40", "X41", "X42", "X50", "X51", "X52", "X60", "X61", "X62", "X70", "X71", "X72", "X73"),
    *("X80", "X81"),
)
"""The states of land that was taken up as idle."""


def before_take_back(about: Circumstances) -> Message | None:
    """Art 14(1): the fee belongs to the time before two years are full; afterwards only take-back is left."""
    started = about.idle.started_on
    if started is not None and started <= about.day and about.idle.stopped_on is None:
        return None
    if about.clock is None or about.clock.start_on is None or about.clock.two_years_on is None:
        return no_start_date()
    if about.day <= about.clock.two_years_on:
        return None
    return Message(
        "two_years_are_full",
        "counted from the start date {start} two years were full on {full}, so a fee can no longer be levied "
        "(art 14(2)); give notice of the hearing on take-back (TX22, TX48), or check YDDGSJ, BGDGSJ, XYDGRQ and SJJDSJ",
        {"start": about.clock.start_on.isoformat(), "full": about.clock.two_years_on.isoformat()},
    )


def fee_in_review(about: Circumstances) -> Message | None:
    """The decision that stands under review is the one to levy the fee."""
    return _in_review(about, FEE_SERVED)


def take_back_in_review(about: Circumstances) -> Message | None:
    return _in_review(about, TAKE_BACK_SERVED)


def within_extension(about: Circumstances) -> Message | None:
    """Art 12(1): an extension puts the start off by a year at most."""
    start, bound = about.idle.new_start_on, about.extension
    if start is None or bound is None or start <= bound.last_on:
        return None
    return Message(
        "extension_too_long",
        "the agreed start {start} is later than {last}, the end of the extension the law allows from {anchor_on} "
        "({anchor}); agree an earlier start (XYDGRQ), record FAPFRQ if it is missing, or the mode it is (CZFS)",
        {
            "start": start.isoformat(),
            "last": bound.last_on.isoformat(),
            "anchor_on": bound.anchor_on.isoformat(),
            "anchor": bound.anchor,
        },
    )


def lay_idle(about: Circumstances) -> Message | None:
    """Only land that lay idle is disposed of by a start; a start in time is no achievement."""
    if not _never_idle(about):
        return None
    return Message(
        "never_lay_idle",
        "work started on {started}, before the year was full on {full}: the land never lay idle and counts for "
        "nothing; take it out of the list (TX54), or check SJDGSJ and YDDGSJ",
        _start_and_year(about),
    )


def never_idle(about: Circumstances) -> Message | None:
    """Work started by the day the year was full, and no step ever called the land idle."""
    if _never_idle(about):
        return None
    started, full = about.idle.started_on, about.year_full_on
    if started is None or started > about.day:
        return Message("not_started", "no start of work by then is recorded; record SJDGSJ first")
    if full is None:
        return no_start_date()
    return Message(
        "lay_idle_before",
        "the land lay idle before work started on {started} (the year was full on {full}, or it was taken up as idle); "
        "verify the start (TX32) instead",
        _start_and_year(about),
    )


def decision_in_review(about: Circumstances) -> str:
    """The state whose decision is under review: the last one the case went through, else the one served last."""
    for event in reversed(about.events):
        if event.field == STATE_FIELD and event.value in (FEE_SERVED, TAKE_BACK_SERVED):
            return event.value
    served = {FEE_SERVED: about.idle.fee_served_on, TAKE_BACK_SERVED: about.idle.takeback_served_on}
    known = [(day, state) for state, day in served.items() if day is not None and day <= about.day]
    return max(known)[1] if known else ""


def no_start_date() -> Message:
    return Message(
        "no_start_date",
        "neither a start date nor a delivery date is known, or the parcel is of idle type 2; record YDDGSJ or "
        "SJJDSJ first",
    )


def _in_review(about: Circumstances, wanted: str) -> Message | None:
    decision = decision_in_review(about)
    if decision == wanted:
        return None
    if not decision:
        return Message(
            "no_decision_known",
            "nothing says which decision is under review; record the day it was served (XZFSDRQ or SHSDRQ) first",
        )
    if decision == TAKE_BACK_SERVED:
        return Message(
            "another_decision", "the take-back is under review, not the fee; record what became of it (TX38, TX39)"
        )
    return Message(
        "another_decision", "the fee is under review, not the take-back; record what became of it (TX37, TX39)"
    )


def _never_idle(about: Circumstances) -> bool:
    started, full = about.idle.started_on, about.year_full_on
    if started is None or full is None or started > min(full, about.day):
        return False
    recognised = about.idle.recognition_served_on or about.idle.recognition_number
    taken_up = any(event.field == STATE_FIELD and event.value in CALLED_IDLE for event in about.events)
    return not (recognised or taken_up)


def _start_and_year(about: Circumstances) -> dict[str, str]:
    days = {"started": about.idle.started_on, "full": about.year_full_on}
    return {name: day.isoformat() if day else "-" for name, day in days.items()}

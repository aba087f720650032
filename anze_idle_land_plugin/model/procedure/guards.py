"""The conditions of guards.csv, each a small function: why a step may not be taken, in words with the way out, or None.

Dates are compared on the day of the step. The holiday shift does not apply to 满一年 and 满两年 (docs/law.md).
"""

from __future__ import annotations

from datetime import date
from typing import Callable, Dict, Optional

from ...model.rounding import written
from ..dates import add_years
from ..messages import Message
from ..standing.events import EventKind
from ..standing.settling import remaining_ha
from .circumstances import Circumstances
from .idle_clock import Cause
from .idle_guards import (
    before_take_back,
    fee_in_review,
    lay_idle,
    never_idle,
    no_start_date,
    take_back_in_review,
    within_extension,
)
from .unsupplied_guards import ELSEWHERE, EXPROPRIATED, was_expropriated, was_not_expropriated
from .workflow import Transition

EXPROPRIATING_STEPS = frozenset({"TP02", "TP06"})
"""Steps that record the same."""
NOT_A_WAY = (
    *("two_years_are_full", "another_decision", "never_lay_idle", "lay_idle_before"),
    *("something_remains", "nothing_remains", *ELSEWHERE),
)
"""Reasons that point to another step: neither waiting nor a fact that is missing opens this one."""
REPLACEMENT = "15"
"""CZFS of replacement land, art 12(5)."""


Guard = Callable[[Circumstances], Optional[Message]]
GUARDS: Dict[str, Guard] = {}
"""The guards by their id in guards.csv."""


def _guard(function: Guard) -> Guard:
    GUARDS[function.__name__] = function
    return function


@_guard
def clean_parcel(about: Circumstances) -> Message | None:
    """净地, art 21: the field JDBZ holds the outcome of its tests."""
    if about.unsupplied.is_clean == "Y":
        return None
    return Message(
        "not_clean",
        "the parcel is not recorded as clean land (art 21: clear rights, compensation done, no dispute, planning "
        "conditions fixed); record JDBZ = Y when all of it holds",
    )


@_guard
def not_lapsed(about: Circumstances) -> Message | None:
    """The approval has not lapsed yet, or the county has recorded that it was carried out."""
    if about.unsupplied.expropriation_status == EXPROPRIATED or about.took(*EXPROPRIATING_STEPS):
        return None
    approved = about.unsupplied.approved_on
    if approved is None:
        return _no_approval_date()
    if about.day <= add_years(approved, about.lapse_years):
        return None
    return Message(
        "lapsed",
        "the approval of {approved} is more than {years} years old and nothing says that it was carried out; record "
        "ZSZT = 12 when the compensation was carried out, else withdraw the approval (TP15, TP24)",
        {"approved": approved.isoformat(), "years": about.lapse_years},
    )


@_guard
def approved_two_years(about: Circumstances) -> Message | None:
    approved = about.unsupplied.approved_on
    if approved is None:
        return _no_approval_date()
    lapses = add_years(approved, about.lapse_years)
    if about.day > lapses:
        return None
    return Message(
        "not_two_years_old",
        "the approval of {approved} lapses only after {lapses}; take the step later, or check NZYPZRQ",
        {"approved": approved.isoformat(), "lapses": lapses.isoformat()},
    )


def _no_approval_date() -> Message:
    return Message("no_approval_date", "the day of the approval is not known; record NZYPZRQ first")


@_guard
def nothing_remains(about: Circumstances) -> Message | None:
    left = remaining_ha(about.unsupplied)
    if left is not None and left < about.stands.nothing_below_ha:
        return None
    if left is None:
        return _no_area()
    return Message(
        "something_remains",
        "{left} ha are neither supplied nor withdrawn; settle them first, or split the parcel",
        {"left": written(left, 4)},
    )


@_guard
def something_remains(about: Circumstances) -> Message | None:
    left = remaining_ha(about.unsupplied)
    if left is None:
        return _no_area()
    if left >= about.stands.nothing_below_ha:
        return None
    return Message("nothing_remains", "nothing of the parcel remains unsupplied; close the case (TP12) instead")


def _no_area() -> Message:
    return Message("no_area", "the area of the parcel is not known; record DKMJGQ first")


@_guard
def system_confirmed(about: Circumstances) -> Message | None:
    """A confirm event is in force: the figures are settled by the monitoring system."""
    if any(event.kind is EventKind.CONFIRM for event in about.events):
        return None
    return Message(
        "not_confirmed",
        "the monitoring system has not confirmed it; compare with the list of the system first (Reconcile)",
    )


@_guard
def idle_type_1(about: Circumstances) -> Message | None:
    """Art 2(1) and 22: agreed, changed or presumed start + 1 year has passed without a start."""
    return _not_started_until(about, about.clock.since if about.clock is not None else None)


@_guard
def two_years(about: Circumstances) -> Message | None:
    """Art 14(2): start + 2 years has passed without a start."""
    return _not_started_until(about, about.clock.two_years_on if about.clock is not None else None)


def _not_started_until(about: Circumstances, full: date | None) -> Message | None:
    """Years run from the start date that counts; the parcel must still be without a start when they are full."""
    started = about.idle.started_on
    if started is not None and started <= about.day:
        return Message(
            "has_started",
            "work started on {started}; record the start (steps to X90), or correct SJDGSJ",
            {"started": started.isoformat()},
        )
    if about.clock is None or about.clock.start_on is None or full is None:
        return no_start_date()
    if about.day > full:
        return None
    return Message(
        "not_full_yet",
        "counted from the start date {start} the time is full on {full} only; take the step after that day, or check "
        "YDDGSJ, BGDGSJ, XYDGRQ and SJJDSJ",
        {"start": about.clock.start_on.isoformat(), "full": full.isoformat()},
    )


@_guard
def idle_type_2(about: Circumstances) -> Message | None:
    """Art 2(2): too little built or invested, and stopped for a full year."""
    if about.clock is not None and about.clock.idle and about.clock.idle_type == 2:
        return None
    return Message(
        "not_stopped_long_enough",
        "a stop that makes land idle (type 2: too little built or invested) is not recorded; record SJDGSJ, "
        "ZZSJ, YDGMJ, YKFMJ, ZTZE and YTZE",
    )


@_guard
def government_cause(about: Circumstances) -> Message | None:
    """Art 8 and the last paragraph on force majeure; land under art 2(2) may use the modes of art 12 as well."""
    if about.cause.excuses or about.idle.idle_type == "2":
        return None
    return Message(
        "no_government_cause",
        "the cause of idleness is not the government's or force majeure ({group}); use the fee or take-back (TX17, "
        "TX22), or record XZYY anew",
        {"group": about.cause.value or "XZYY -"},
    )


@_guard
def enterprise_cause(about: Circumstances) -> Message | None:
    """Art 14."""
    if about.cause is Cause.ENTERPRISE:
        return None
    return Message(
        "no_enterprise_cause",
        "the cause of idleness is not the enterprise's ({group}); draft a disposal plan (TX11), or record XZYY anew",
        {"group": about.cause.value or "XZYY -"},
    )


@_guard
def filed_in_system(about: Circumstances) -> Message | None:
    """Art 25: a parcel that is not filed may not use the modes of art 12."""
    filed = about.idle.filed_on
    if filed is not None and filed <= about.day:
        return None
    return Message(
        "not_filed",
        "the parcel is not filed in the monitoring system by then, and only filed parcels may use the modes of art 12; "
        "record JDBARQ first",
    )


@_guard
def started_art30(about: Circumstances) -> Message | None:
    """A start date and the evidence of art 30: building permit and site check."""
    started = about.idle.started_on
    if started is None or started > about.day:
        return Message("not_started", "no start of work by then is recorded; record SJDGSJ first")
    if about.proven(*STARTING_STEPS):
        return None
    return Message(
        "no_proof_of_start",
        "the evidence of art 30 is missing; give the building permit (施工许可证) and site check as document or "
        "attachment",
    )


STARTING_STEPS = (
    "TX14",
    "TX20",
    "TX32",
    "TX41",
    "TX42",
    "TX43",
    "TX44",
    "TX45",
    "TX46",
    "TX47",
    "TX52",
    "TX53",
    "TX54",
)
"""The steps whose documents are the evidence of art 30."""


@_guard
def evidence_attached(about: Circumstances) -> Message | None:
    ruling = {"CFWH", "CFRQ", "SFCF", "SSCLSC"}
    earlier = any(event.field in ruling and event.id in about.attached for event in about.events)
    if about.brings_attachment or earlier:
        return None
    return Message(
        "no_evidence", "the ruling or filing notice is not attached; give the scan as an attachment (ATTACHMENTS)"
    )


@_guard
def replacement(about: Circumstances) -> Message | None:
    """Art 12(5): the new contract must say 置换土地."""
    if about.idle.measure == REPLACEMENT and about.proven("TX13"):
        return None
    return Message(
        "no_replacement",
        "replacement of the land is not recorded; record CZFS = 15 and give the new contract (置换土地) as document "
        "or attachment",
    )


OF_IDLE_LAND = (before_take_back, fee_in_review, take_back_in_review, within_extension, lay_idle, never_idle)
for _own in (*OF_IDLE_LAND, was_expropriated, was_not_expropriated):
    _guard(_own)


def refusals(step: Transition, about: Circumstances) -> tuple[tuple[str, Message], ...]:
    """Guard and reason for every group of the step's guards that does not hold."""
    refused: list[tuple[str, Message]] = []
    for group in step.guards:
        reasons = [(name, GUARDS[name](about)) for name in group]
        if all(reason is not None for _, reason in reasons):
            refused += [(name, reason) for name, reason in reasons if reason is not None]
    return tuple(refused)


def ruled_out(step: Transition, about: Circumstances) -> bool:
    """Whether the law has closed this way for good: neither waiting nor a further fact opens it, so none is offered."""
    return any(reason.code in NOT_A_WAY for _, reason in refusals(step, about))

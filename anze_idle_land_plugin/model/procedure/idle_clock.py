"""When a parcel is idle, since when, and what follows (闲置土地处置办法 arts 2, 8, 12, 14, 22, 30).

A year is full on its anniversary; a parcel is idle from the day after (民法典 art 201: the first day is not counted).
The holiday shift of art 203 holds for procedural limits, not for 满一年 and 满两年. Thresholds, rate and articles are
``ClockRules``, read from resources/codes (policy_numbers, clock_grounds, clock_consequences, reason_xztd).
What is not known leads to UNKNOWN with the missing fields named, never to a guess.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction
from typing import Mapping

from ..cases import IdleCase
from ..dates import add_years
from ..messages import Message

ALLOCATED = "10"
"""GYFS of 划拨: land without a price lacks nothing."""


class Verdict(Enum):
    """What the clock says on a day. WARNING is a parcel whose year is about to be full, ENDED one that lay idle."""

    NOT_IDLE = "not_idle"
    WARNING = "warning"
    IDLE = "idle"
    UNKNOWN = "unknown"
    ENDED = "ended"


class Ground(Enum):
    """Why: a row of clock_grounds.csv, which gives the words and the article."""

    AGREED = "agreed"
    CHANGED = "changed"
    NEW = "new"
    DELIVERED = "delivered"
    STARTED = "started"
    COMPLETED = "completed"
    NOT_RECOGNISED = "not_recognised"
    STOPPED = "stopped"
    STOPPED_BUT_ENOUGH = "stopped_but_enough"
    NO_START_DATE = "no_start_date"
    NO_STOP_DATE = "no_stop_date"
    NO_SHARES = "no_shares"
    STOPPED_BEFORE_START = "stopped_before_start"


class Cause(Enum):
    """The group a cause belongs to (reason_xztd.csv); NOT_GIVEN also stands for a code the table does not know."""

    GOVERNMENT = "政府原因"
    FORCE_MAJEURE = "不可抗力"
    ENTERPRISE = "企业原因"
    JUDICIAL = "司法原因"
    OTHER = "其他"
    NOT_GIVEN = ""

    @property
    def excuses(self) -> bool:
        """Art 8: acts of government and natural disasters lead to the modes of art 12, never to fee or take-back."""
        return self in (Cause.GOVERNMENT, Cause.FORCE_MAJEURE)


class Consequence(Enum):
    """What the law opens for an idle parcel: a row of clock_consequences.csv. UNDECIDED while the cause is unknown."""

    NONE = "none"
    FEE = "fee"
    TAKE_BACK = "take_back"
    MODES = "modes"
    HOLD = "hold"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class ClockRules:
    """Thresholds and rate in force. Ratios are exact fractions, money is 万元; ``causes`` gives the group of a code."""

    years_not_started: int
    years_stopped: int
    years_to_take_back: int
    years_from_delivery: int
    warning_days: int
    area_ratio: Fraction
    investment_ratio: Fraction
    fee_rate: Fraction
    causes: Mapping[str, Cause]

    def fee_wan(self, price_wan: float) -> float:
        """The fee for a price, both 万元, rounded half up to four decimals (art 14(1): 20 % of the price)."""
        fee = _exact(price_wan) * self.fee_rate
        exact = Decimal(fee.numerator) / Decimal(fee.denominator)
        return float(exact.quantize(Decimal("0.0001"), ROUND_HALF_UP))

    def cause_of(self, code: str) -> Cause:
        return self.causes.get(code, Cause.NOT_GIVEN)


@dataclass(frozen=True)
class IdleVerdict:
    """The clock on a day.

    ``start_on`` is the start date that counts (type 1). ``since`` is the day the year is or will be full: the parcel
    is idle on every later day. ``two_years_on`` is the day two years are full (type 1). ``days`` are given while idle.
    ``missing`` names the attributes that would decide what is open; ``doubts`` say what contradicts the ledger.
    """

    verdict: Verdict
    ground: Ground
    idle_type: int | None = None
    start_on: date | None = None
    since: date | None = None
    two_years_on: date | None = None
    days: int | None = None
    cause: Cause = Cause.NOT_GIVEN
    consequence: Consequence = Consequence.NONE
    fee_wan: float | None = None
    missing: tuple[str, ...] = ()
    doubts: tuple[Message, ...] = ()

    @property
    def idle(self) -> bool:
        return self.verdict is Verdict.IDLE

    @property
    def two_years_full(self) -> bool:
        """Not started for two years, by the enterprise's cause (art 14(2))."""
        return self.consequence is Consequence.TAKE_BACK

    @property
    def past_two_years(self) -> bool:
        """Not started for two years, whatever the cause: the time of the fee is over."""
        if self.since is None or self.days is None or self.two_years_on is None:
            return False
        return self.since + timedelta(days=self.days) > self.two_years_on


def start_due_on(case: IdleCase, rules: ClockRules) -> tuple[date | None, Ground]:
    """The start date that counts: newly agreed, changed, agreed, else delivery + 1 year (art 22)."""
    for day, ground in (
        (case.new_start_on, Ground.NEW),
        (case.start_changed_on, Ground.CHANGED),
        (case.start_agreed_on, Ground.AGREED),
    ):
        if day is not None:
            return day, ground
    if case.delivered_on is not None:
        return add_years(case.delivered_on, rules.years_from_delivery), Ground.DELIVERED
    return None, Ground.NO_START_DATE


def idle_verdict(case: IdleCase, as_of: date, rules: ClockRules) -> IdleVerdict:
    """Whether the parcel is idle on a day: type 1 not started, type 2 stopped with too little built or invested."""
    if _happened(case.completed_on, as_of):
        return _plain(Verdict.NOT_IDLE, Ground.COMPLETED)
    if _happened(case.stopped_on, as_of):
        return _stopped(case, as_of, rules)
    if case.idle_type == "2":
        missing = ("stopped_on",) if _happened(case.started_on, as_of) else ("started_on", "stopped_on")
        return _plain(Verdict.UNKNOWN, Ground.NO_STOP_DATE, missing)
    if _happened(case.started_on, as_of):
        return _plain(Verdict.NOT_IDLE, Ground.STARTED)
    return _not_started(case, as_of, rules)


def _happened(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def _plain(verdict: Verdict, ground: Ground, missing: tuple[str, ...] = ()) -> IdleVerdict:
    return IdleVerdict(verdict, ground, missing=missing)


def _not_started(case: IdleCase, as_of: date, rules: ClockRules) -> IdleVerdict:
    start, ground = start_due_on(case, rules)
    if start is None:
        return _plain(Verdict.UNKNOWN, ground, ("start_agreed_on", "delivered_on"))
    since = add_years(start, rules.years_not_started)
    two_years = add_years(start, rules.years_to_take_back)
    verdict = _by_day(since, as_of, rules)
    cause = rules.cause_of(case.reason)
    consequence = _of_not_started(cause, as_of > two_years) if verdict is Verdict.IDLE else Consequence.NONE
    price = case.price_wan if case.price_wan is not None and case.price_wan > 0 else None
    return IdleVerdict(
        verdict=verdict,
        ground=ground,
        idle_type=1,
        start_on=start,
        since=since,
        two_years_on=two_years,
        days=(as_of - since).days if verdict is Verdict.IDLE else None,
        cause=cause,
        consequence=consequence,
        fee_wan=rules.fee_wan(price) if price is not None and consequence is Consequence.FEE else None,
        missing=_missing_for(consequence, price, case.supply_mode),
        doubts=_doubts(case, since, 1),
    )


def _stopped(case: IdleCase, as_of: date, rules: ClockRules) -> IdleVerdict:
    stopped = case.stopped_on
    assert stopped is not None
    if case.started_on is not None and case.started_on > stopped:
        return _plain(Verdict.UNKNOWN, Ground.STOPPED_BEFORE_START, ("started_on", "stopped_on"))
    short, missing = _too_little(case, rules)
    if short is False:
        return _plain(Verdict.NOT_IDLE, Ground.STOPPED_BUT_ENOUGH)
    since = add_years(stopped, rules.years_stopped)
    verdict, ground = _by_day(since, as_of, rules), Ground.STOPPED
    if short is None and verdict is Verdict.IDLE:
        verdict, ground = Verdict.UNKNOWN, Ground.NO_SHARES
    cause, idle = rules.cause_of(case.reason), verdict is Verdict.IDLE
    consequence = Consequence.NONE
    if idle:
        consequence = Consequence.HOLD if cause is Cause.JUDICIAL else Consequence.MODES
    return IdleVerdict(
        verdict=verdict,
        ground=ground,
        idle_type=2,
        since=since,
        days=(as_of - since).days if idle else None,
        cause=cause,
        consequence=consequence,
        missing=missing if short is None else (),
        doubts=_doubts(case, since, 2),
    )


def _by_day(since: date, as_of: date, rules: ClockRules) -> Verdict:
    if as_of > since:
        return Verdict.IDLE
    return Verdict.WARNING if as_of >= since - timedelta(days=rules.warning_days) else Verdict.NOT_IDLE


def _of_not_started(cause: Cause, two_years_full: bool) -> Consequence:
    if cause is Cause.ENTERPRISE:
        return Consequence.TAKE_BACK if two_years_full else Consequence.FEE
    if cause.excuses:
        return Consequence.MODES
    return Consequence.HOLD if cause is Cause.JUDICIAL else Consequence.UNDECIDED


def _missing_for(consequence: Consequence, price_wan: float | None, supply_mode: str) -> tuple[str, ...]:
    if consequence is Consequence.UNDECIDED:
        return ("reason",)
    needs_price = consequence is Consequence.FEE and supply_mode != ALLOCATED
    return ("price_wan",) if needs_price and price_wan is None else ()


def _too_little(case: IdleCase, rules: ClockRules) -> tuple[bool | None, tuple[str, ...]]:
    """Art 2(2): either share below its threshold is enough; None while the known shares do not decide it."""
    area = _below(case.built_area_ha, case.buildable_area_ha, rules.area_ratio)
    money = _below(case.invested_wan, case.total_investment_wan, rules.investment_ratio)
    missing: tuple[str, ...] = ()
    if area is None:
        missing += _not_usable(built_area_ha=case.built_area_ha, buildable_area_ha=case.buildable_area_ha)
    if money is None:
        missing += _not_usable(invested_wan=case.invested_wan, total_investment_wan=case.total_investment_wan)
    if area or money:
        return True, missing
    return (None if missing else False), missing


def _below(part: float | None, whole: float | None, ratio: Fraction) -> bool | None:
    if part is None or whole is None or part < 0 or whole <= 0:
        return None
    return _exact(part) < ratio * _exact(whole)


def _not_usable(**amounts: float | None) -> tuple[str, ...]:
    """The attributes without a usable amount: a part may be zero, a whole may not."""
    part, whole = amounts
    names = [part] if amounts[part] is None or (amounts[part] or 0.0) < 0 else []
    return (*names, whole) if not amounts[whole] or (amounts[whole] or 0.0) < 0 else tuple(names)


def _exact(amount: float) -> Fraction:
    """The decimal number a person wrote, exactly: 0.3333 of 1 is below a third, 1 of 3 is not."""
    return Fraction(repr(float(amount)))


def _doubts(case: IdleCase, since: date, idle_type: int) -> tuple[Message, ...]:
    doubts = []
    if case.idle_since is not None and case.idle_since != since:
        values = {"code": case.code, "ledger": case.idle_since.isoformat(), "computed": since.isoformat()}
        doubts.append(
            Message("idle_since", "Parcel {code}: idle since {ledger} in the ledger, {computed} by its dates", values)
        )
    if case.idle_type and case.idle_type != str(idle_type):
        values = {"code": case.code, "ledger": case.idle_type, "computed": str(idle_type)}
        doubts.append(
            Message("idle_type", "Parcel {code}: idle type {ledger} in the ledger, {computed} by its facts", values)
        )
    if idle_type == 1 and case.delivered_on is not None and (case.start_agreed_on or date.max) < case.delivered_on:
        values = {"code": case.code, "delivered": case.delivered_on.isoformat()}
        doubts.append(
            Message(
                "late_delivery",
                "Parcel {code}: delivered on {delivered}, after the agreed start: check article 8(1)",
                values,
            )
        )
    return tuple(doubts)

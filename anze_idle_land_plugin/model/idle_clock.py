"""When a parcel is idle, and since when (闲置土地处置办法 art 2 and 22; the holiday shift does not apply to 满一年)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .cases import IdleCase
from .dates import add_years

AREA_RATIO = 1 / 3
INVESTMENT_RATIO = 0.25


@dataclass(frozen=True)
class IdleFinding:
    """The day idleness begins (None while it cannot be told), the type (1 or 2) and the article that says so."""

    since: date | None
    idle_type: int | None
    article: str

    def days_on(self, day: date) -> int | None:
        """Days idle on a day: day minus the beginning; None when not idle by then."""
        if self.since is None or day <= self.since:
            return None
        return (day - self.since).days


def start_due_on(case: IdleCase) -> tuple[date | None, str]:
    """The start date that counts: newly agreed, changed, agreed, else delivery + 1 year (art 22)."""
    for day in (case.new_start_on, case.start_changed_on, case.start_agreed_on):
        if day is not None:
            return day, "2(1)"
    if case.delivered_on is not None:
        return add_years(case.delivered_on, 1), "22"
    return None, ""


def idle_finding(case: IdleCase) -> IdleFinding:
    """Type 1: not started a full year after the start date. Type 2: stopped a year with too little built or paid."""
    if case.started_on is None:
        due, article = start_due_on(case)
        return IdleFinding(add_years(due, 1) if due else None, 1 if due else None, article)
    if case.stopped_on is not None and _too_little(case):
        return IdleFinding(add_years(case.stopped_on, 1), 2, "2(2)")
    return IdleFinding(None, None, "")


def _too_little(case: IdleCase) -> bool:
    return _below(case.built_area_ha, case.buildable_area_ha, AREA_RATIO) or _below(
        case.invested_wan, case.total_investment_wan, INVESTMENT_RATIO
    )


def _below(part: float | None, whole: float | None, ratio: float) -> bool:
    return part is not None and bool(whole) and part / (whole or 1.0) < ratio

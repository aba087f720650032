"""Calendar arithmetic of the civil code (民法典 200-204): years keep month and day; no such day: the month's last."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date


def add_months(day: date, months: int) -> date:
    """The same day some months later; no such day: the month's last. Beyond the calendar it stays in its last year."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(year, MAXYEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The anniversary of ``day``. 29 February becomes 28 February in a common year. Never 365 days."""
    return add_months(day, 12 * years)

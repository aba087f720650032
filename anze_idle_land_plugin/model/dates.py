"""Calendar arithmetic of the civil code (民法典 200-204): years keep month and day; no such day: the month's last."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_years(day: date, years: int) -> date:
    """The anniversary of ``day``. 29 February becomes 28 February in a common year. Never 365 days."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))

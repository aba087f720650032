"""Working days: weekends, legal holidays and make-up days (民法典 art 203; the yearly notices of 国务院办公厅)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import FrozenSet

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True)
class WorkCalendar:
    """Holidays and make-up days from ``known_from`` to ``known_to``; beyond them only weekends are known."""

    holidays: FrozenSet[date]
    workdays: FrozenSet[date]
    known_from: date
    known_to: date

    def knows(self, day: date) -> bool:
        """Whether the holidays of this day have been published, as far as the table goes."""
        return self.known_from <= day <= self.known_to

    def is_working_day(self, day: date) -> bool:
        if day in self.holidays:
            return False
        return day in self.workdays or day.weekday() < SATURDAY

    def shifted(self, day: date) -> date:
        """The last day of a limit: a legal holiday moves it to the next working day. Unknown years are not shifted."""
        while self.knows(day) and not self.is_working_day(day):
            day += ONE_DAY
        return day

    def after(self, day: date, working_days: int) -> date:
        """The last of so many working days; the first day is not counted."""
        while working_days > 0 and day < date.max:
            day += ONE_DAY
            working_days -= self.is_working_day(day)
        return day

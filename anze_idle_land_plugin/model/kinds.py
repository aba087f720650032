"""The fixed words every room shares: the two lists, the disposal categories and the display status of a parcel."""

from __future__ import annotations

from enum import Enum


class ListKind(Enum):
    """The two lists of the plan. The value is the ASCII id of contracts and of the campaign file."""

    UNSUPPLIED = "unsupplied"
    IDLE = "idle"

    @property
    def zh(self) -> str:
        return "批而未供" if self is ListKind.UNSUPPLIED else "闲置土地"

    @property
    def table(self) -> str:
        """The parcel table of the campaign file."""
        return "unsupplied_parcel" if self is ListKind.UNSUPPLIED else "idle_parcel"

    @property
    def letter(self) -> str:
        """The letter inside codes we make: 2023-G-017 (unsupplied), 2023-X-008 (idle)."""
        return "G" if self is ListKind.UNSUPPLIED else "X"


class Category(Enum):
    """Disposal category: one of the plan's six measures (part 五(四)), or not yet decided."""

    EXPROPRIATE = "expropriate"
    WITHDRAW = "withdraw"
    SUPPLY = "supply"
    ADJUST = "adjust"
    BUILD = "build"
    RECLAIM = "reclaim"
    UNDECIDED = "undecided"

    @property
    def principle(self) -> str:
        """The plan's four characters, e.g. 应供则供."""
        return _PRINCIPLES[self]

    @property
    def character(self) -> str:
        """The one character that stands on the parcel, so that a photocopy still tells categories apart."""
        return self.principle[-1] if self is not Category.UNDECIDED else "未"

    @classmethod
    def of_principle(cls, principle: str) -> Category:
        return next((category for category, text in _PRINCIPLES.items() if text == principle), cls.UNDECIDED)

    @classmethod
    def of_list(cls, which: ListKind) -> tuple[Category, ...]:
        """The categories a list can take, in the order of the plan; the last one is UNDECIDED."""
        if which is ListKind.UNSUPPLIED:
            return (cls.EXPROPRIATE, cls.WITHDRAW, cls.SUPPLY, cls.ADJUST, cls.UNDECIDED)
        return (cls.BUILD, cls.RECLAIM, cls.UNDECIDED)


_PRINCIPLES = {
    Category.EXPROPRIATE: "应征则征",
    Category.WITHDRAW: "不能征则退",
    Category.SUPPLY: "应供则供",
    Category.ADJUST: "不能供则调",
    Category.BUILD: "应建则建",
    Category.RECLAIM: "不能建则收",
    Category.UNDECIDED: "未定",
}


class Status(Enum):
    """How a parcel stands on the board; which of them it is, ``standing.rank`` decides."""

    SUSPENDED = "suspended"
    CLOSED = "closed"
    DONE = "done"
    OVERDUE = "overdue"
    WARNING = "warning"
    NOT_STARTED = "not_started"
    ON_TIME = "on_time"

    @property
    def zh(self) -> str:
        return _STATUS_ZH[self]


_STATUS_ZH = {
    Status.SUSPENDED: "查封涉诉挂起",
    Status.CLOSED: "已销号",
    Status.DONE: "已处置待确认",
    Status.OVERDUE: "逾期",
    Status.WARNING: "临期预警",
    Status.NOT_STARTED: "未启动",
    Status.ON_TIME: "正常推进",
}

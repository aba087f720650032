"""How a parcel stands on a day, told a second time: in plain Python, by its own list of what was done.

Nothing here comes from the product but the CSV tables of ``resources/codes``, which it reads for itself (``tables``).
The rules are those of the data model and of the completion rules (``completion_rules.csv``), in words beside each
function. Areas are exact decimals, rounded half up to four decimals once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple, Optional

from property.tables import (
    SUSPENDED,
    department_zh,
    initial,
    policy_number,
    principle_of,
    states,
    steps,
    warn_days,
    zone_zh,
)

MEASURE = {"unsupplied": "XHLYFS", "idle": "CZFS"}
STEP_HA = Decimal("0.0001")
NOTHING = Decimal(0)
NOT_IDLE = "X30"
OVERRIDE = "OVERRIDE"
STATUSES = {
    "suspended": "查封涉诉挂起",
    "closed": "已销号",
    "done": "已处置待确认",
    "overdue": "逾期",
    "warning": "临期预警",
    "not_started": "未启动",
    "on_time": "正常推进",
}


def half_up(value: Decimal, decimals: int = 4) -> Decimal:
    """四舍五入, once, on the decimal value."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def in_hectares(square_metres: Decimal) -> Decimal:
    return half_up(square_metres / 10_000)


@dataclass(frozen=True)
class Said:
    """What a deed says: ``enter`` (a case comes in with a state, the first time with its base), ``base`` (the base is
    frozen as it is), ``step``, ``fact`` or ``confirm``. ``state`` is where an entry or a step led when it was done."""

    kind: str
    day: date
    state: str = ""
    step: str = ""
    field: str = ""
    value: str = ""
    area: Optional[Decimal] = None
    of_ledger: bool = False

    def but(self, **other: object) -> Said:
        """The same with something else in it."""
        return replace(self, **other)


@dataclass
class Deed:
    """Something done, at its place in the order of doing; corrections change what it says (None: nothing) and leave it
    its place. ``numbers`` are what the campaign calls it, to name it when it is corrected."""

    place: int
    said: list[Optional[Said]]
    numbers: list[int] = field(default_factory=list)

    @property
    def first(self) -> Said:
        """What was said when it was done."""
        assert self.said[0] is not None
        return self.said[0]

    @property
    def now(self) -> Optional[Said]:
        return self.said[-1]


class Stand(NamedTuple):
    """How a parcel stands on a day. Areas in hectares; ``since`` is the day of the last entry or step."""

    state: str
    since: Optional[date]
    status: str
    category: str
    unit: str
    department: str
    deadline: Optional[date]
    in_base: bool
    base: Decimal
    done: Decimal
    done_on: Optional[date]
    settled: bool
    confirmed: bool
    closed: bool
    survey_m2: Decimal


@dataclass
class Land:
    """A parcel and everything that was done to it. ``born`` is the day it was split off another one.

    ``surveys`` are (day, exact square metres) in order of recording, ``columns`` what a ledger filled in without a day.
    """

    which: str
    code: str
    surveys: list[tuple[date, Decimal]]
    columns: dict[str, str] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)
    born: Optional[date] = None

    def exists(self, day: date) -> bool:
        return self.born is None or self.born <= day

    def in_force(self, day: date, without: Optional[Deed] = None) -> list[Said]:
        """What counts on a day: done by then and not taken back, by day, on one day in the order of doing."""
        counting = [(each.now.day, each.place, each.now) for each in self.deeds if each.now and each is not without]
        return [said for on, _, said in sorted(counting, key=lambda row: row[:2]) if on <= day]

    def value(self, code: str, day: date, without: Optional[Deed] = None) -> str:
        """A field on a day: the last fact by then; before the first fact what the ledger gave."""
        facts = [said.value for said in self.in_force(day, without) if said.field == code]
        return facts[-1] if facts else self.columns.get(code, "")

    def survey(self, day: date) -> Decimal:
        """The survey in force: the last one recorded that took effect by then, else the first."""
        begun = [area for on, area in self.surveys if on <= day]
        return begun[-1] if begun else self.surveys[0][1]

    def own_base(self, day: date) -> Decimal:
        """What the papers of a day leave of a parcel, else its survey; what steps settled since moves no base."""

        def area(code: str) -> Optional[Decimal]:
            text = self.value(code, day)
            return Decimal(text) if text else None

        if self.which == "unsupplied":
            papers = area("DKMJGQ")
            left = None if papers is None else papers - (area("YGMJ") or NOTHING) - (area("CHMJ") or NOTHING)
        else:
            idle = area("XZMJ")
            left = idle if idle is not None else area("GYMJ")
        return in_hectares(self.survey(day)) if left is None else max(half_up(left), NOTHING)

    def base(self, day: date, without: Optional[Deed] = None) -> Decimal:
        """Frozen by the first thing done, whatever it was; later only an entry (of a split, of a new year) and a
        correction change it. On the days before it is the same: the past does not change by what is recorded later."""
        by_then = [said.area for said in self.in_force(day, without) if freezes(said)]
        if by_then:
            return by_then[-1] or NOTHING
        ever = [said.area for said in self.in_force(date.max, without) if freezes(said)]
        return (ever[0] or NOTHING) if ever else self.own_base(day)

    def frozen(self) -> Optional[Said]:
        """What freezes the base when nothing that stands has: the papers at the end of the first day of a deed."""
        standing = [deed.now for deed in self.deeds if deed.now]
        if not standing or any(map(freezes, standing)):
            return None
        first = min(said.day for said in standing)
        return Said("base", first, area=self.own_base(first))

    def done(self, day: date, year: int, without: Optional[Deed] = None) -> tuple[Decimal, Optional[date]]:
        """What completing steps settled within the year (供地计算: 部分供应按已供面积), and the day of the last."""
        completing = [
            said
            for said in self.in_force(day, without)
            if said.kind == "step"
            and said.step in steps(self.which)
            and steps(self.which)[said.step]["completes"] == "Y"
            and said.day.year == year
        ]
        return sum((said.area or NOTHING for said in completing), NOTHING), completing[-1].day if completing else None

    def left(self, day: date, year: int, without: Optional[Deed] = None) -> Decimal:
        """What no step settled yet; once something was, what a rounded unit leaves over is nothing."""
        done = self.done(day, year, without)[0]
        left = self.base(day, without) - done
        return NOTHING if done > 0 and left < nothing_below() else max(left, NOTHING)

    def where(self, day: date, without: Optional[Deed] = None) -> tuple[str, Optional[str]]:
        """The state on a day, and the one that a suspension is to be left for."""
        state, resumes = initial(self.which), None
        for said in self.in_force(day, without):
            if not said.state:
                continue
            if said.kind == "step" and said.state == SUSPENDED and state != SUSPENDED:
                resumes = state
            state = said.state
        return state, resumes

    def led_to(self, step: str, day: date, without: Optional[Deed] = None) -> str:
        """Where a step leads on a day: its own target; out of the suspension, the state before it."""
        row = steps(self.which)[step]
        state, resumes = self.where(day, without)
        return resumes if row["from"] == SUSPENDED and state == SUSPENDED and resumes else row["to"]

    def growth(self, code: str, day: date, without: Optional[Deed] = None) -> tuple[Decimal, Decimal]:
        """Of 已供面积 or 撤回面积: what steps account for, and what was written down beside them since.

        A value written down just before a step is that step's outcome, not something to add to.
        """
        settled = Decimal(self.columns.get(code) or 0)
        said: Optional[Decimal] = None
        for each in self.in_force(day, without):
            if each.field == code:
                said = Decimal(each.value or 0)
            if each.kind == "step" and each.area is not None and _adds_to(self.which, each.step) == code:
                value = settled if said is None else said
                is_its_outcome = value - settled >= each.area - STEP_HA / 2
                settled = value if is_its_outcome else min(value, settled) + each.area
                said = None
        return settled, NOTHING if said is None else max(said - settled, NOTHING)

    def settles(self, step: str, day: date, year: int, without: Optional[Deed] = None) -> Optional[Decimal]:
        """The area of a step of which nobody gives one; None for a step that settles none.

        A supply settles its contract, a withdrawal what was written down for it, the mark of a withdrawal what was
        withdrawn and not marked yet; whatever is not known so, what is left.
        """
        row, left = steps(self.which)[step], self.left(day, year, without)
        if row["completes"] != "Y" and not row["adds_to"]:
            return None
        if row["adds_to"]:
            known = self.growth(row["adds_to"], day, without)[1]
            if not known and row["completes"] == "Y" and self._is_of_this_supply(step, day, without):
                known = Decimal(self.value("GYMJ", day, without) or 0)
        else:
            known = self._unmarked(day, without)
        return min(known, left) if known > STEP_HA / 2 else left

    def _is_of_this_supply(self, step: str, day: date, without: Optional[Deed]) -> bool:
        """Whether the contract's area was written down since the last supply, or there was none."""
        of_it = [said for said in self.in_force(day, without) if said.step == step or said.field == "GYMJ"]
        return not of_it or of_it[-1].field == "GYMJ"

    def _unmarked(self, day: date, without: Optional[Deed]) -> Decimal:
        waiting = NOTHING
        for said in self.in_force(day, without):
            row = steps(self.which).get(said.step)
            if said.kind != "step" or row is None or said.area is None:
                continue
            if row["adds_to"] and row["completes"] != "Y":
                waiting += said.area
            elif row["completes"] == "Y" and not row["adds_to"]:
                waiting -= said.area
        return waiting

    def on(self, day: date, year: int) -> Stand:
        """The parcel on a day, of the campaign of a year."""
        counting = self.in_force(day)
        state, _ = self.where(day)
        moves = [said for said in counting if said.state]
        base, (done, done_on) = self.base(day), self.done(day, year)
        settled = done > 0 and base - done < nothing_below()
        closed = states(self.which)[state]["terminal"] == "1"
        text = self.value("JHWCSJ", day)
        deadline = date.fromisoformat(text) if text else None
        return Stand(
            state=state,
            since=moves[-1].day if moves else None,
            status=_status(state, closed, settled, deadline, any(said.step for said in counting), day),
            category=principle_of(self.which, self.value(MEASURE[self.which], day)),
            unit=zone_zh() if self.value("KFQBZ", day) == "Y" else self.value("XZMC", day) or "未定",
            department=department_zh(self.value("ZRDW", day)),
            deadline=deadline,
            # completion_rules.csv: 不构成闲置 is removed, annotated 查封、涉诉 is left out of the count.
            in_base=state not in (SUSPENDED, NOT_IDLE),
            base=base,
            done=done,
            done_on=done_on,
            settled=settled,
            # The data model's first part: a confirm event is the parcel's. By supply and withdrawal: later.
            confirmed=any(said.kind == "confirm" for said in counting),
            closed=closed,
            survey_m2=self.survey(day),
        )


def nothing_below() -> Decimal:
    """Hectares below which a remainder is nothing: the policy's square metres, as four decimals tell them."""
    return Decimal(policy_number("nothing_remains")) / 10_000 + STEP_HA / 2


def freezes(said: Said) -> bool:
    """Whether it says the area of the base."""
    return said.kind in ("enter", "base") and said.area is not None


def _adds_to(which: str, step: str) -> str:
    row = steps(which).get(step)
    return row["adds_to"] if row else ""


def _status(state: str, closed: bool, settled: bool, deadline: Optional[date], begun: bool, day: date) -> str:
    """The first that holds: 挂起, 销号, 已处置, 逾期, 临期, 正常 once a step was taken, else 未启动."""
    if state == SUSPENDED:
        return "suspended"
    if closed:
        return "closed"
    if settled:
        return "done"
    if deadline is not None and day > deadline:
        return "overdue"
    if deadline is not None and day >= deadline - timedelta(days=warn_days()):
        return "warning"
    return "on_time" if begun else "not_started"

"""Which measure the plan's principle suggests for a parcel (应征则征、不能征则退 and so on), and why.

The rules are rows of resources/codes/advice_rules.csv. A row holds when all its conditions do; a condition is true,
false or not known. The first row that holds is the advice; rows before it that are not known are said as open
questions with the fields that would decide them. Advice is never applied by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Callable, Dict, Mapping, Optional, Sequence

from ...model.rounding import plain, written
from ..cases import Case, IdleCase, UnsuppliedCase
from ..dates import add_years
from ..kinds import Category, ListKind
from ..standing.base import documented_ha
from ..standing.settling import AREA_STEP_HA
from ..standing.standing import Standing
from .idle_clock import Cause, Consequence, IdleVerdict, Verdict


@dataclass(frozen=True)
class About:
    """What the conditions look at. ``clock`` is None for the unsupplied list."""

    case: Case
    standing: Standing
    clock: IdleVerdict | None
    as_of: date
    lapse_years: int

    @property
    def state(self) -> str:
        return self.standing.state.code

    @property
    def lapses_on(self) -> date | None:
        """The day an approval that was not carried out is two years old."""
        approved = self.case.approved_on if isinstance(self.case, UnsuppliedCase) else None
        return add_years(approved, self.lapse_years) if approved else None


@dataclass(frozen=True)
class AdviceRule:
    """One row: the conditions with what they must be, and what it suggests. ``kind`` is advice or caution."""

    which: ListKind
    rule: str
    kind: str
    when: tuple[tuple[str, bool], ...]
    category: Category
    measure: str
    alternatives: tuple[str, ...]
    why: str
    article: str
    basis: str

    @property
    def measure_or_principle(self) -> bool:
        """Whether the row suggests anything; some only say why nothing is suggested."""
        return bool(self.measure) or self.category is not Category.UNDECIDED

    def holds(self, about: About) -> bool | None:
        """True, False, or None while conditions that are not known decide it."""
        values = [None if (known := CONDITIONS[name](about)) is None else known is wanted for name, wanted in self.when]
        if False in values:
            return False
        return None if None in values else True

    def unknown(self, about: About) -> tuple[str, ...]:
        """The attributes that would decide the row."""
        names = [name for name, _ in self.when if CONDITIONS[name](about) is None]
        return tuple(dict.fromkeys(attribute for name in names for attribute in NEEDS.get(name, ())))


@dataclass(frozen=True)
class Question:
    """A row that would come first if what is missing turned out so."""

    rule: AdviceRule
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Advice:
    """The advice (None when no row holds), what to mind, what is open, and the attributes that are missing."""

    rule: AdviceRule | None
    cautions: tuple[AdviceRule, ...]
    questions: tuple[Question, ...]
    missing: tuple[str, ...]


def advise(about: About, rules: Sequence[AdviceRule]) -> Advice:
    """The first row that holds, with the open rows before it and every caution that holds."""
    own = [rule for rule in rules if rule.which is about.case.which]
    chosen, questions = None, []
    for rule in own:
        if rule.kind != "advice":
            continue
        held = rule.holds(about)
        if held:
            chosen = rule
            break
        if held is None:
            questions.append(Question(rule, rule.unknown(about)))
    cautions = tuple(rule for rule in own if rule.kind == "caution" and rule.holds(about) and not _settled(about))
    missing = [attribute for question in questions for attribute in question.missing]
    clock_missing = about.clock.missing if about.clock is not None else ()
    return Advice(chosen, cautions, tuple(questions), tuple(dict.fromkeys([*missing, *clock_missing])))


def _settled(about: About) -> bool:
    """Nothing is left to mind."""
    return about.standing.closed or (about.case.which is ListKind.UNSUPPLIED and bool(nothing_remains(about)))


Condition = Callable[[About], Optional[bool]]
CONDITIONS: Dict[str, Condition] = {}
"""The conditions by the name the table uses."""
NEEDS: Dict[str, tuple[str, ...]] = {}
"""The attributes a condition reads."""


def _condition(*attributes: str) -> Callable[[Condition], Condition]:
    def add(function: Condition) -> Condition:
        CONDITIONS[function.__name__], NEEDS[function.__name__] = function, attributes
        return function

    return add


def _by_reason(name: str, *codes: str) -> None:
    """A condition on the reason code; not known while the case gives none."""

    def given(about: About) -> bool | None:
        return about.case.reason in codes if about.case.reason else None

    CONDITIONS[name], NEEDS[name] = given, ("reason",)


_by_reason("sliver", "05")
_by_reason("lapsed_uncounted", "12")
_by_reason("plan_changed", "03")
_by_reason("demand_changed", "02")
_by_reason("disputed", "10")
_by_reason("conditions_lacking", "06", "07", "08")
_by_reason("funds_lacking", "09")
_by_reason("plan_cause", "12", "13")
_by_reason("control_cause", "15")

EXPROPRIATED = ("P12", "P20", "P21", "P30", "P40", "P50", "P70")
NOT_EXPROPRIATED = ("P10", "P11")


@_condition()
def closed(about: About) -> bool | None:
    return about.standing.closed


@_condition()
def suspended(about: About) -> bool | None:
    return about.standing.suspended


@_condition("area_ha")
def nothing_remains(about: About) -> bool | None:
    left = documented_ha(about.case)
    return None if left is None else left < about.standing.nothing_below_ha


@_condition()
def partly_settled(about: About) -> bool | None:
    case = about.case
    assert isinstance(case, UnsuppliedCase)
    settled = (case.supplied_area_ha or 0.0) + (case.withdrawn_area_ha or 0.0)
    return settled > AREA_STEP_HA / 2 and not nothing_remains(about)


@_condition()
def in_withdrawal(about: About) -> bool | None:
    return about.state in ("P60", "P61", "P62")


@_condition()
def in_supply(about: About) -> bool | None:
    """A supply is under way. P50 with a remainder begins anew with the rest."""
    return about.state in ("P30", "P40")


@_condition("reason")
def built_unsupplied(about: About) -> bool | None:
    if about.state == "P80":
        return True
    return about.case.reason in ("04", "11") if about.case.reason else None


@_condition("expropriation_status")
def carried_out(about: About) -> bool | None:
    """Compensation carried out: the state says so, else ZSZT, else clean land, which presupposes it."""
    case = about.case
    assert isinstance(case, UnsuppliedCase)
    if about.state in EXPROPRIATED:
        return True
    if about.state in NOT_EXPROPRIATED:
        return False
    if case.expropriation_status:
        return case.expropriation_status == "12"
    return True if case.is_clean == "Y" else None


@_condition("expropriation_status")
def not_carried_out(about: About) -> bool | None:
    done = carried_out(about)
    return None if done is None else not done


@_condition("expropriation_status")
def under_way(about: About) -> bool | None:
    """Expropriation has begun and is not finished."""
    case = about.case
    assert isinstance(case, UnsuppliedCase)
    if about.state == "P11":
        return True
    if carried_out(about):
        return False
    if case.expropriation_status:
        return case.expropriation_status == "11"
    return False if about.state == "P10" else None


@_condition("approved_on")
def two_years(about: About) -> bool | None:
    """The approval is older than two years (自然资规〔2018〕1号)."""
    return None if about.lapses_on is None else about.as_of > about.lapses_on


@_condition("is_clean")
def clean(about: About) -> bool | None:
    """净地, art 21: the state says so, else JDBZ."""
    case = about.case
    assert isinstance(case, UnsuppliedCase)
    if about.state == "P21":
        return True
    return case.is_clean == "Y" if case.is_clean else None


def _clock(about: About) -> IdleVerdict:
    assert about.clock is not None
    return about.clock


@_condition()
def taken_back(about: About) -> bool | None:
    return about.state in ("X71", "X72", "X73")


@_condition()
def started(about: About) -> bool | None:
    return about.state in ("X90", "X95")


@_condition()
def in_remedy(about: About) -> bool | None:
    return about.state == "X80"


@_condition()
def new_agreement(about: About) -> bool | None:
    """A supplementary agreement or new contract is being carried out."""
    return about.state == "X52"


@_condition()
def idle(about: About) -> bool | None:
    return _clock(about).idle


@_condition()
def clock_unknown(about: About) -> bool | None:
    return _clock(about).verdict is Verdict.UNKNOWN


@_condition()
def warning(about: About) -> bool | None:
    return _clock(about).verdict is Verdict.WARNING


@_condition()
def not_idle(about: About) -> bool | None:
    return _clock(about).verdict is Verdict.NOT_IDLE


def _by_consequence(name: str, consequence: Consequence) -> None:
    CONDITIONS[name], NEEDS[name] = (lambda about: _clock(about).consequence is consequence), ()


_by_consequence("take_back", Consequence.TAKE_BACK)
_by_consequence("fee", Consequence.FEE)
_by_consequence("modes", Consequence.MODES)
_by_consequence("hold", Consequence.HOLD)
_by_consequence("cause_unknown", Consequence.UNDECIDED)


@_condition()
def past_two_years(about: About) -> bool | None:
    """The time of the fee is over, whatever the cause."""
    return _clock(about).past_two_years


@_condition()
def type_2(about: About) -> bool | None:
    return _clock(about).idle_type == 2


@_condition()
def filed(about: About) -> bool | None:
    """Filed in the monitoring system by then (art 25)."""
    case = about.case
    assert isinstance(case, IdleCase)
    return case.filed_on is not None and case.filed_on <= about.as_of


@_condition()
def mortgaged(about: About) -> bool | None:
    return getattr(about.case, "mortgaged", "") == "Y"


@_condition()
def at_fee_stage(about: About) -> bool | None:
    return about.state in ("X60", "X61", "X62")


ART_12_MEASURES = ("11", "12", "13", "14", "15", "16")


@_condition()
def fee_stage_mode(about: About) -> bool | None:
    """Enterprise cause and a mode of art 12 in the ledger (check S03); land under art 2(2) may use these modes."""
    clock = _clock(about)
    return clock.cause is Cause.ENTERPRISE and clock.idle_type != 2 and about.case.measure in ART_12_MEASURES


@_condition()
def excused_fee(about: About) -> bool | None:
    """A cause of art 8 and a measure of art 14 in the ledger (check S03)."""
    return _clock(about).cause.excuses and about.case.measure in ("21", "22")


@_condition()
def late_delivery(about: About) -> bool | None:
    return any(doubt.code == "late_delivery" for doubt in _clock(about).doubts)


@_condition()
def ledger_disagrees(about: About) -> bool | None:
    return any(doubt.code in ("idle_since", "idle_type") for doubt in _clock(about).doubts)


def values_for(about: About) -> Mapping[str, object]:
    """What the sentences of the table are filled with; a value that is not known shows as a blank to fill in."""
    clock = about.clock
    case = about.case
    left = documented_ha(case)
    known: dict[str, object] = {
        "as_of": about.as_of,
        "approved": getattr(case, "approved_on", None),
        "lapses": about.lapses_on,
        "remaining": None if left is None else written(left, 4),
        "since": clock.since if clock else None,
        "start": clock.start_on if clock else None,
        "two_years_on": clock.two_years_on if clock else None,
        "fee": None if clock is None or clock.fee_wan is None else f"{plain(clock.fee_wan)}万元",
    }
    return {name: "【　】" if value is None else value for name, value in known.items()}

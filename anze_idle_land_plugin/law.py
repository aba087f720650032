"""The tables of the law (limits, owners, working days) as the rules that the model runs on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Iterable, Mapping, NamedTuple

from . import catalogue
from .model.campaign import Campaign
from .model.cases import Case, IdleCase
from .model.dates import add_years
from .model.kinds import Category, ListKind
from .model.procedure.advice import About, Advice, AdviceRule, advise
from .model.procedure.circumstances import Circumstances
from .model.procedure.due import DueRules, DueStep, LimitKind, Situation, StepLimit, due_steps
from .model.procedure.extension import ExtensionBound, extension_bound
from .model.procedure.guards import refusals, ruled_out
from .model.procedure.idle_clock import IdleVerdict, Verdict, idle_verdict, start_due_on
from .model.procedure.idle_time import IdleTime, clock_as_it_stands, idle_time
from .model.procedure.workflow import Transition
from .model.procedure.working_days import WorkCalendar
from .model.standing.snapshot import Dossier
from .model.standing.standing import Standing
from .model.units import level_of
from .wording.amounts import wan
from .wording.days import in_table
from .wording.numerals import ordinal


def clock_of(case: Case, as_of: date, stands: Standing | None = None) -> IdleVerdict | None:
    """The idle clock of a case on a day; None for the unsupplied list, which has none.

    By its dates alone, as the guards ask it; with ``stands``, ended by what ended it, as people are told.
    """
    if not isinstance(case, IdleCase):
        return None
    rules = catalogue.clock_rules()
    return idle_verdict(case, as_of, rules) if stands is None else clock_as_it_stands(case, stands, as_of, rules)


def idle_time_of(dossier: Dossier, as_of: date) -> IdleTime | None:
    """How long a parcel has lain idle; None when it is not idle and never was, and for the unsupplied list."""
    case = dossier.case
    return idle_time(case, dossier.standing, as_of, catalogue.clock_rules()) if isinstance(case, IdleCase) else None


class Line(NamedTuple):
    """One line of the clock in Chinese."""

    label: str
    value: str


def clock_lines(case: Case, as_of: date, stands: Standing | None = None) -> tuple[Line, ...]:
    """What the clock says, in the words of documents and of the dock; empty for the unsupplied list."""
    clock = clock_of(case, as_of, stands)
    if clock is None:
        return ()
    ground = _row_of("clock_grounds", clock.ground.value)
    consequence = _row_of("clock_consequences", clock.consequence.value)
    kind = f"（第{ordinal(clock.idle_type)}类）" if clock.idle_type else ""
    lines = [
        Line("认定", catalogue.worded(_VERDICTS_ZH[clock.verdict]) + kind),
        Line("依据", f"{ground['text']}（{ground['cite']}）"),
        *(Line(label, in_table(day)) for label, day in _clock_days(clock) if day is not None),
    ]
    if clock.days is not None:
        lines.append(Line("闲置天数", f"{clock.days}天"))
    if consequence["text"]:
        lines.append(Line("处置路径", f"{consequence['text']}（{consequence['cite']}）"))
    if clock.fee_wan is not None:
        lines.append(Line("土地闲置费", wan(clock.fee_wan)))
    if clock.missing:
        names = "、".join(catalogue.field_of(case.which, attribute).name_zh for attribute in clock.missing)
        lines.append(Line("缺少", names))
    return tuple(lines)


def _clock_days(clock: IdleVerdict) -> tuple[tuple[str, date | None], ...]:
    return (
        (_anchor_zh("clock.start_on"), clock.start_on),
        (_anchor_zh("clock.since"), clock.since),
        (_anchor_zh("clock.two_years_on"), clock.two_years_on),
    )


_VERDICTS_ZH = {
    Verdict.NOT_IDLE: "未构成闲置",
    Verdict.WARNING: "将满{idle_min_years_not_started:zh}年",
    Verdict.IDLE: "闲置",
    Verdict.UNKNOWN: "不能判定",
    Verdict.ENDED: "闲置已终止",
}


def _row_of(table: str, identifier: str) -> Mapping[str, str]:
    return next(row for row in catalogue.table(table) if row["id"] == identifier)


@catalogue.kept
def work_calendar() -> WorkCalendar:
    """Holidays and make-up days of holidays.csv."""
    days: dict[str, set[date]] = {"holiday": set(), "workday": set()}
    for row in catalogue.table("holidays"):
        first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
        days[row["kind"]].update(first + timedelta(days=n) for n in range((last - first).days + 1))
    every = days["holiday"] | days["workday"]
    return WorkCalendar(
        frozenset(days["holiday"]),
        frozenset(days["workday"]),
        date(min(every).year, 1, 1),
        date(max(every).year, 12, 31),
    )


@catalogue.kept
def _limits() -> Mapping[str, tuple[StepLimit, ...]]:
    limits: dict[str, tuple[StepLimit, ...]] = {}
    for row in catalogue.table("step_limits"):
        limit = StepLimit(
            step=row["step"],
            kind=LimitKind(row["kind"]),
            stages=tuple(int(part) for part in row["amount"].split("+") if part),
            unit=row["unit"],
            anchors=tuple(part for part in row["anchor"].split(";") if part),
            text=row["text"],
            article=row["article"],
        )
        limits[limit.step] = (*limits.get(limit.step, ()), limit)
    return limits


@catalogue.kept
def due_rules(which: ListKind) -> DueRules:
    soon = int(catalogue.policy_number("due_warning_days"))
    return DueRules(catalogue.workflow(which), _limits(), work_calendar(), soon)


def next_steps(case: Case, standing: Standing, as_of: date) -> tuple[DueStep, ...]:
    """The next steps of a case as it stood on a day, with their limits.

    The guards that admit a step judge here too: a way the law has closed for good is not among them.
    """
    found = due_steps(standing.state, anchors(case, standing.since, as_of), due_rules(case.which), as_of)
    about = circumstances(case, standing, as_of)
    return tuple(due for due in found if not ruled_out(due.step, about))


def steps_of(dossier: Dossier, as_of: date) -> tuple[DueStep, ...]:
    """``next_steps`` as papers and windows offer them: no step is open while one of its conditions does not hold."""
    about = circumstances_of(dossier, as_of)
    return tuple(
        replace(due, situation=Situation.UNMET)
        if due.situation is Situation.OPEN and refusals(due.step, about)
        else due
        for due in next_steps(dossier.case, dossier.standing, as_of)
    )


def approval_lapse_years() -> int:
    """After so many years an approval that was not carried out lapses by itself."""
    return int(catalogue.policy_number("approval_lapse_years"))


def circumstances(
    case: Case, standing: Standing, as_of: date, attached: Iterable[int] = (), base_area_ha: float | None = None
) -> Circumstances:
    """What the guards look at; ``attached`` are the ids of events that carry an attachment."""
    return Circumstances(
        case=case,
        values=catalogue.row_of(case),
        day=as_of,
        stands=standing,
        lapse_years=approval_lapse_years(),
        clock=clock_of(case, as_of),
        cause=catalogue.clock_rules().cause_of(case.reason),
        attached=frozenset(attached),
        base_area_ha=base_area_ha,
        extension=extension_of(case, as_of),
        year_full_on=year_full_on(case),
    )


def year_full_on(case: Case) -> date | None:
    """The day the first year without a start was full, whatever was agreed or happened after; as the ledger says where
    no date tells it."""
    if not isinstance(case, IdleCase):
        return None
    rules = catalogue.clock_rules()
    start, _ = start_due_on(replace(case, new_start_on=None), rules)
    return add_years(start, rules.years_not_started) if start else case.idle_since


def extension_of(case: Case, as_of: date) -> ExtensionBound | None:
    """What bounds the start an extension of idle land may agree."""
    if not isinstance(case, IdleCase):
        return None
    return extension_bound(case, anchors(case, None, as_of), due_rules(case.which))


def circumstances_of(dossier: Dossier, as_of: date) -> Circumstances:
    """``circumstances`` of a parcel, with what is attached to its events."""
    attached = [each.event_id for each in dossier.attachments]
    return circumstances(dossier.case, dossier.standing, as_of, attached, dossier.base_area_ha)


def conditions_zh(step: Transition, about: Circumstances) -> str:
    """The guards of a step by name, each group with whether it holds on the day."""
    names = {row["guard"]: row["name"] for row in catalogue.table("guards")}
    open_guards = {guard for guard, _ in refusals(step, about)}
    return "；".join(
        f"{'或'.join(names.get(each, each) for each in group)}（{'未成就' if set(group) <= open_guards else '已成就'}）"
        for group in step.guards
    )


def anchors(case: Case, state_since: date | None, as_of: date) -> dict[str, date | None]:
    """The days limits count from: every date of the case by field code, the state's first day, the idle clock."""
    days: dict[str, date | None] = {
        code: value for code, value in catalogue.row_of(case).items() if isinstance(value, date)
    }
    days["state.since"] = state_since
    clock = clock_of(case, as_of)
    if clock is not None:
        days.update({"clock.since": clock.since, "clock.two_years_on": clock.two_years_on})
        days["clock.start_on"] = clock.start_on
    if isinstance(case, IdleCase):
        days["clock.start_before_on"], _ = start_due_on(replace(case, new_start_on=None), catalogue.clock_rules())
    return days


def anchor_name(which: ListKind, anchor: str) -> str:
    """The Chinese name of an anchor."""
    field = catalogue.field_by_code(which).get(anchor)
    return field.name_zh if field else _anchor_zh(anchor)


def _anchor_zh(anchor: str) -> str:
    return catalogue.worded(_ANCHORS_ZH.get(anchor, anchor))


_ANCHORS_ZH = {
    "state.since": "转入当前状态之日",
    "clock.since": "满{idle_min_years_not_started:zh}年之日",
    "clock.two_years_on": "满{takeback_years:zh}年之日",
    "clock.start_on": "动工开发日期",
    "clock.start_before_on": "重新约定之前的动工开发日期",
}


def owner_of(step: Transition, case: Case, campaign: Campaign) -> str:
    """Who must take a step: a unit of the campaign, a post or the holder; where the case names none, what it is."""
    row = next((row for row in catalogue.table("step_owners") if row["actor"] == step.actor), None)
    if row is None:
        return step.actor or campaign.units.department_name("自然资源局")
    who = "、".join(campaign.units.department_name(part) for part in row["who"].split("、"))
    return who.format(
        holder=case.land_user or "使用权人",
        town=case.town_name or "所在镇",
        department=campaign.units.department_name(case.department) or "责任单位",
        level=level_of(campaign.county_name),
    )


@catalogue.kept
def advice_rules() -> tuple[AdviceRule, ...]:
    """The rows of advice_rules.csv; a condition with ! must be false."""
    return tuple(
        AdviceRule(
            which=ListKind(row["list"]),
            rule=row["rule"],
            kind=row["kind"],
            when=tuple((name.lstrip("!"), not name.startswith("!")) for name in row["when"].split(";")),
            category=Category.of_principle(row["principle"]),
            measure=row["measure"],
            alternatives=tuple(code for code in row["alternatives"].split(";") if code),
            why=row["why"],
            article=row["article"],
            basis=row["basis"],
        )
        for row in catalogue.table("advice_rules")
    )


def about(case: Case, standing: Standing, as_of: date) -> About:
    """What the advice looks at: the case, how it stands, and its clock."""
    return About(case, standing, clock_of(case, as_of), as_of, approval_lapse_years())


def advice_on(parcel: About) -> Advice:
    """The advice for a parcel by the rules of the table."""
    return advise(parcel, advice_rules())

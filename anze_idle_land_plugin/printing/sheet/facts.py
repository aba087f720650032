"""The facts a sheet must show, as label and value in Chinese: one design a list (逐宗地、逐项目制表)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from shapely.geometry import Polygon

from ... import law
from ...geodesy.area import part_area
from ...geodesy.mapsheet import OffTheSheets, sheet_number
from ...geodesy.rounding import half_up
from ...geodesy.zones import to_geographic
from ...model.approvals import JOINED
from ...model.cases import Case, IdleCase, UnsuppliedCase
from ...model.kinds import Category
from ...model.parcel import Parcel
from ...model.procedure.due import DueStep, Situation
from ...model.standing.base import documented_ha
from ...model.standing.snapshot import Dossier
from ...model.units import Units
from ...wording.amounts import NONE, hectares_zh, three_units, wan
from ...wording.days import days_left_zh, in_table
from ...wording.parcels import coded, opinion, town_zh

NOTHING, GAP = NONE, " "
"""What stands for a fact not known, and the blank between number and unit in a ruled table."""
_PRESSING = (
    Situation.OVERDUE,
    Situation.SOON,
    Situation.IN_TIME,
    Situation.PROMPT,
    Situation.OPEN,
    Situation.NO_LIMIT,
    Situation.NO_ANCHOR,
    Situation.CAPPED,
    Situation.UNMET,
    Situation.NOT_OPEN,
    Situation.EXPIRED,
)
"""Which of several next steps is named first."""
_WAYS = {"P60": Category.WITHDRAW, "P70": Category.ADJUST}
"""States that begin a way of their own, and the disposal category that takes it."""
_IN_PRINT = ((" -> ", "报"), (" + ", "、"), ("+", "、"), (" / ", "、"), (":", "："), (",", "，"))
"""Marks that the tables write short."""


class Fact(NamedTuple):
    """One cell pair of the ruled table; ``wide`` facts take a row of their own."""

    label: str
    value: str
    wide: bool = False


def facts_of(dossier: Dossier, as_of: date, sides: str = "") -> tuple[Fact, ...]:
    """The ruled table of a parcel's sheet as of a day, in reading order. ``sides`` are the neighbours in words."""
    case = dossier.case
    if isinstance(case, UnsuppliedCase):
        return _unsupplied(dossier, case, sides)
    assert isinstance(case, IdleCase)
    return _idle(dossier, case, as_of, sides)


def _approved_on(dossier: Dossier, case: UnsuppliedCase) -> str:
    """The day of the approval, or of each of several in the order of their numbers."""
    return JOINED.join(day(each.approved_on) for each in dossier.approvals) or day(case.approved_on)


def _unsupplied(dossier: Dossier, case: UnsuppliedCase, sides: str) -> tuple[Fact, ...]:
    return (
        Fact("地块名称", text(case.title)),
        Fact("所属镇区", town_zh(case, NOTHING)),
        Fact("批次名称", text(case.batch_name)),
        Fact("批准文号", text(case.approval_number)),
        Fact("批准机关", text(case.approving_authority)),
        Fact("批准时间", _approved_on(dossier, case)),
        Fact("批次批准面积", ha(case.batch_area_ha)),
        Fact("其中征收", ha(case.expropriated_area_ha)),
        Fact("图形面积", three_units(dossier.area_m2)),
        Fact("台账面积", of_hectares(case.area_ha)),
        Fact("已供/核销", f"{ha(case.supplied_area_ha)} / {ha(case.withdrawn_area_ha)}"),
        Fact("剩余未供", of_hectares(remaining(case))),
        Fact("规划用途", coded(case, "planned_use", NOTHING)),
        Fact("利用现状", coded(case, "present_land_class", NOTHING)),
        Fact("征收情况", coded(case, "expropriation_status", NOTHING)),
        Fact("是否净地", coded(case, "is_clean", NOTHING)),
        Fact("供应状态", supply_state(case)),
        Fact("供应方式", coded(case, "supply_mode", NOTHING)),
        Fact("合同(决定书)", _numbered(case.contract_number, case.contract_signed_on)),
        Fact("电子监管号", text(case.supervision_number)),
        Fact("土地坐落", text(case.location)),
        Fact("位置坐标", whereabouts(dossier)),
        *_bounded(sides),
        Fact("未供原因", reason(case), wide=True),
        *_on_site(case),
    )


def _idle(dossier: Dossier, case: IdleCase, as_of: date, sides: str) -> tuple[Fact, ...]:
    since, days = idle_since(dossier, as_of)
    return (
        Fact("项目名称", text(case.title)),
        Fact("所属镇区", town_zh(case, NOTHING)),
        Fact("土地使用权人", text(case.land_user)),
        Fact("电子监管号", text(case.supervision_number)),
        Fact("供应方式", coded(case, "supply_mode", NOTHING)),
        Fact("合同(决定书)", text(case.contract_number)),
        Fact("供应时间", day(case.contract_signed_on)),
        Fact("土地用途", coded(case, "use", NOTHING)),
        Fact("图形面积", three_units(dossier.area_m2)),
        Fact("供应面积", of_hectares(case.contract_area_ha)),
        Fact("闲置面积", of_hectares(case.idle_area_ha)),
        Fact("出让价款", amount(case.price_wan)),
        Fact("约定交地", day(case.delivery_due_on)),
        Fact("实际交地", day(case.delivered_on)),
        Fact("约定动工", day(case.start_agreed_on)),
        Fact("变更后动工", day(case.start_changed_on or case.new_start_on)),
        Fact("闲置起始", day(since)),
        Fact("闲置天数", NOTHING if days is None else f"{days} 天"),
        Fact("闲置类型", coded(case, "idle_type", NOTHING)),
        Fact("闲置费", amount(case.fee_wan)),
        Fact("认定书", _numbered(case.recognition_number, case.recognition_served_on)),
        Fact("系统备案", day(case.filed_on)),
        Fact("抵押/查封", f"{coded(case, 'mortgaged', NOTHING)} / {_seizure(case)}"),
        Fact("处置方案批复", _numbered(case.plan_approval_number, case.plan_approved_on)),
        Fact("土地坐落", text(case.location)),
        Fact("位置坐标", whereabouts(dossier)),
        *_bounded(sides),
        Fact("闲置原因", reason(case), wide=True),
        *_on_site(case),
    )


def idle_since(dossier: Dossier, as_of: date) -> tuple[date | None, int | None]:
    """Since when a parcel lies idle and for how many days, to ``as_of`` or to what ended it."""
    case, time = dossier.case, law.idle_time_of(dossier, as_of)
    assert isinstance(case, IdleCase)
    if time is not None:
        return time.full_on, time.days
    return case.idle_since, None


def _bounded(sides: str) -> tuple[Fact, ...]:
    return (Fact("四至", sides, wide=True),) if sides else ()


def _on_site(case: Case) -> tuple[Fact, ...]:
    """The condition on the ground has a row only where somebody wrote it down."""
    return (Fact("实地状况", case.site_condition, wide=True),) if case.site_condition.strip() else ()


def duties_of(dossier: Dossier, as_of: date, known: Units) -> tuple[tuple[Fact, ...], ...]:
    """Measure, next step, and who answers for it by when: the rows below the maps."""
    case = dossier.case
    due = f"{day(case.deadline)}　{time_left(case.deadline, as_of, settled(dossier))}".strip("　")
    return (
        (Fact("处置意见", measure(dossier), wide=True),),
        (Fact("下一步", next_step(dossier, as_of), wide=True),),
        (
            Fact("责任单位", text(known.department_name(case.department))),
            Fact("责任人", text(case.person_in_charge)),
            Fact("计划完成", due),
        ),
    )


def settled(dossier: Dossier) -> bool:
    return dossier.standing.closed or dossier.standing.settled(dossier.base_area_ha)


def next_step(dossier: Dossier, as_of: date) -> str:
    """The most pressing of the admissible next steps with document, who takes it and its limit; then the other ways."""
    if dossier.standing.state.terminal:
        return "已销号，无后续步骤"
    dues: dict[str, DueStep] = {}
    for due in law.steps_of(dossier, as_of):
        known = dues.get(due.step.code)
        if known is None or _rank(due) < _rank(known):
            dues[due.step.code] = due
    onward = [due for due in dues.values() if due.step.source == dossier.standing.state.code]
    if not onward:
        return NOTHING
    first = min(onward, key=lambda due: (_leads_elsewhere(due, dossier.category), _rank(due)))
    others = "、".join(
        in_print(due.step.name) for due in onward if due is not first and due.situation is not Situation.UNMET
    )
    return _step_in_words(first) + (f"；或：{others}" if others else "")


def _leads_elsewhere(due: DueStep, category: Category) -> bool:
    """Whether a step begins a way that the parcel's disposal opinion does not take: to give the approval back, or to
    change the plan."""
    return _WAYS.get(due.step.target, category) is not category


def _rank(due: DueStep) -> int:
    """How pressing a step is, 0 the most; a situation that is not ranked comes last."""
    return _PRESSING.index(due.situation) if due.situation in _PRESSING else len(_PRESSING)


def _step_in_words(due: DueStep) -> str:
    document, actor = in_print(due.step.document.strip(" -")), in_print(due.step.actor)
    words = in_print(due.step.name) + (f"（{document}）" if document and document != in_print(due.step.name) else "")
    words += "" if actor in ("", "system") else f"，{actor}办理"
    if due.due_on is None or due.days_left is None:
        return words
    return f"{words}，{in_table(due.due_on)} 前（{days_left_zh(due.days_left, GAP)}）"


def in_print(words: str) -> str:
    """The words of a table as an official print sets them."""
    for short, full in _IN_PRINT:
        words = words.replace(short, full)
    return words


def supply_state(case: UnsuppliedCase) -> str:
    """未供, 部分供应 or 已供应, from the supplied area."""
    supplied, left = case.supplied_area_ha or 0.0, remaining(case)
    if supplied <= 0:
        return "未供"
    return "已供应" if left is not None and left <= 0 else f"部分供应（已供 {hectares_zh(supplied, gap=GAP)}）"


def remaining(case: UnsuppliedCase) -> float | None:
    """What is left to supply in hectares: as the ledger says, else its areas reckoned."""
    return case.remaining_area_ha if case.remaining_area_ha is not None else documented_ha(case)


def whereabouts(dossier: Dossier) -> str:
    """A point inside the parcel, in its own grid and as longitude and latitude."""
    e, n = inner_point(dossier.survey)
    ((longitude, latitude),) = to_geographic([(e, n)], dossier.survey.grid)
    where = f"E {_angle(longitude)}　N {_angle(latitude)}"
    return where if dossier.survey.grid.zone is None else f"X {half_up(n, 2)}　Y {half_up(e, 2)}\n{where}"


def inner_point(survey: Parcel) -> tuple[float, float]:
    """A point (e, n) inside the largest part."""
    part = max(survey.parts, key=part_area)
    shape = Polygon(part.outer.easting_northing(), [hole.easting_northing() for hole in part.holes])
    point = shape.representative_point()
    return point.x, point.y


def _angle(degrees: float) -> str:
    seconds = int(half_up(degrees * 3600, 0))
    return f"{seconds // 3600}°{seconds // 60 % 60:02d}′{seconds % 60:02d}″"


def map_sheet(dossier: Dossier) -> str:
    """The 1:10 000 sheet: as the ledger says, else the one the parcel lies in."""
    if dossier.case.map_sheet_number:
        return dossier.case.map_sheet_number
    ((longitude, latitude),) = to_geographic([inner_point(dossier.survey)], dossier.survey.grid)
    try:
        return sheet_number(longitude, latitude)
    except OffTheSheets:
        return ""


def text(value: str) -> str:
    return value.strip() or NOTHING


def day(value: date | None) -> str:
    return in_table(value, NOTHING)


def ha(value: float | None) -> str:
    """Hectares with four decimals and their unit."""
    return NOTHING if value is None else hectares_zh(value, gap=GAP)


def amount(value: float | None) -> str:
    """A sum of money without trailing zeros."""
    return NOTHING if value is None else wan(value, GAP)


def of_hectares(area_ha: float | None) -> str:
    """An area that a document gives in hectares, in the three units."""
    return NOTHING if area_ha is None else three_units(float(half_up(area_ha * 10000, 4)))


def reason(case: Case) -> str:
    named = coded(case, "reason")
    return "；".join(part for part in (named, case.reason_detail.strip()) if part) or NOTHING


def measure(dossier: Dossier) -> str:
    """The disposal opinion: principle, measure, plan."""
    case = dossier.case
    return "；".join(part for part in (dossier.category.principle, opinion(case)) if part)


def time_left(deadline: date | None, as_of: date, settled: bool) -> str:
    """How long until the deadline, in words."""
    if settled:
        return "已完成"
    if deadline is None:
        return NOTHING
    days = (deadline - as_of).days
    if days == 0:
        return "今日到期"
    return days_left_zh(days, GAP)


def _seizure(case: IdleCase) -> str:
    return f"{coded(case, 'seized', NOTHING)} {case.seizure_number}".strip()


def _numbered(number: str, served: date | None) -> str:
    return f"{text(number)} {day(served) if served else ''}".strip()

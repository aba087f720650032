"""The facts a sheet must show, as label and value in Chinese: one design for each list (campaign.md, section 8)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .. import catalogue
from ..geodesy.rounding import hectares, mu, square_metres
from ..model.cases import Case, IdleCase, UnsuppliedCase
from ..model.snapshot import Dossier

NOTHING = "—"
YES_NO = {"Y": "是", "N": "否"}
EXPROPRIATION = {"10": "批而未征", "11": "征收中", "12": "已征收"}


class Fact(NamedTuple):
    """One cell pair of the ruled table; ``wide`` facts take a row of their own."""

    label: str
    value: str
    wide: bool = False


def facts_of(dossier: Dossier) -> tuple[Fact, ...]:
    """The ruled table of a parcel's sheet, in reading order."""
    case = dossier.case
    if isinstance(case, UnsuppliedCase):
        return _unsupplied(dossier, case)
    assert isinstance(case, IdleCase)
    return _idle(dossier, case)


def _unsupplied(dossier: Dossier, case: UnsuppliedCase) -> tuple[Fact, ...]:
    return (
        Fact("地块名称", text(case.title)),
        Fact("所属镇区", town(case)),
        Fact("批次名称", text(case.batch_name)),
        Fact("批准文号", text(case.approval_number)),
        Fact("批准时间", day(case.approved_on)),
        Fact("批次批准面积", ha(case.batch_area_ha)),
        Fact("图形面积", three_units(dossier.area_m2), wide=True),
        Fact("台账面积", ha(case.area_ha)),
        Fact("已供/核销", f"{ha(case.supplied_area_ha)} / {ha(case.withdrawn_area_ha)}"),
        Fact("剩余未供面积", ha(case.remaining_area_ha)),
        Fact("规划用途", coded(case, "planned_use", case.planned_use)),
        Fact("利用现状", coded(case, "present_land_class", case.present_land_class)),
        Fact("征收情况", EXPROPRIATION.get(case.expropriation_status, text(case.expropriation_status))),
        Fact("是否净地", YES_NO.get(case.is_clean, text(case.is_clean))),
        Fact("供应方式", coded(case, "supply_mode", case.supply_mode)),
        Fact("电子监管号", text(case.supervision_number)),
        Fact("合同(决定书)", text(case.contract_number)),
        Fact("土地坐落", text(case.location), wide=True),
        Fact("未供原因", reason(case), wide=True),
    )


def _idle(dossier: Dossier, case: IdleCase) -> tuple[Fact, ...]:
    return (
        Fact("项目名称", text(case.title)),
        Fact("所属镇区", town(case)),
        Fact("电子监管号", text(case.supervision_number)),
        Fact("合同(决定书)", text(case.contract_number)),
        Fact("供应方式", coded(case, "supply_mode", case.supply_mode)),
        Fact("合同签订", day(case.contract_signed_on)),
        Fact("土地用途", coded(case, "use", case.use)),
        Fact("出让价款", amount(case.price_wan, "万元")),
        Fact("图形面积", three_units(dossier.area_m2), wide=True),
        Fact("供应面积", ha(case.contract_area_ha)),
        Fact("闲置面积", ha(case.idle_area_ha)),
        Fact("约定交地", day(case.delivery_due_on)),
        Fact("实际交地", day(case.delivered_on)),
        Fact("约定动工", day(case.start_agreed_on)),
        Fact("闲置起始", day(case.idle_since)),
        Fact("闲置天数", f"{case.idle_days} 天" if case.idle_days else NOTHING),
        Fact("闲置费", amount(case.fee_wan, "万元")),
        Fact("认定书", _numbered(case.recognition_number, case.recognition_served_on)),
        Fact("系统备案", day(case.filed_on)),
        Fact("土地坐落", text(case.location), wide=True),
        Fact("闲置原因", reason(case), wide=True),
    )


def text(value: str) -> str:
    return value.strip() or NOTHING


def day(value: date | None) -> str:
    return value.isoformat() if value else NOTHING


def ha(value: float | None) -> str:
    """Hectares with four decimals and their unit."""
    return NOTHING if value is None else f"{value:.4f} 公顷"


def amount(value: float | None, unit: str) -> str:
    """A sum of money without trailing zeros."""
    return NOTHING if value is None else f"{Decimal(repr(value)).normalize():f} {unit}"


def three_units(area_m2: float) -> str:
    """m², 公顷 and 亩, each from the exact plane area."""
    return f"{square_metres(area_m2)} m²　{hectares(area_m2)} 公顷　{mu(area_m2)} 亩"


def town(case: Case) -> str:
    """Town, and the development zone where the parcel lies in it."""
    return f"{text(case.town_name)}（开发区）" if case.in_zone == "Y" else text(case.town_name)


def coded(case: Case, attribute: str, code: str) -> str:
    """A coded value as its name."""
    return catalogue.name_of(case.which, attribute, code) if code else NOTHING


def reason(case: Case) -> str:
    name = coded(case, "reason", case.reason)
    return f"{name}；{case.reason_detail}" if case.reason_detail else name


def measure(dossier: Dossier) -> str:
    """The disposal opinion: principle, measure, plan."""
    case = dossier.case
    named = coded(case, "measure", case.measure)
    parts = [dossier.category.principle, named if named != NOTHING else "", case.measure_plan]
    return "；".join(part for part in parts if part)


def time_left(deadline: date | None, as_of: date, settled: bool) -> str:
    """How long until the deadline, in words."""
    if settled:
        return "已完成"
    if deadline is None:
        return NOTHING
    days = (deadline - as_of).days
    if days == 0:
        return "今日到期"
    return f"还有 {days} 天" if days >= 0 else f"逾期 {-days} 天"


def _numbered(number: str, served: date | None) -> str:
    return f"{text(number)} {day(served) if served else ''}".strip()

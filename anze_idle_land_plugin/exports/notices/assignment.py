"""What each department and each town has to do: 交办单, and 督办单 where something is overdue."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Mapping, NamedTuple, Sequence

from ... import law
from ...model.procedure.due import LimitKind, Situation
from ...model.procedure.guards import refusals
from ...model.procedure.workflow import SUSPENDED_STATE
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.units import Units
from ...wording.amounts import ha, hectares_zh
from ...wording.days import in_table
from ..office.official import BLANK, OfficialDocument

HEADS = (
    "序号",
    "地块编号",
    "项目名称",
    "面积\n(公顷)",
    "当前状态\n(处置原则)",
    "下一步和所需文书",
    "期限",
    "剩余\n天数",
)
WIDTHS_MM = (8, 23, 24, 15, 20, 34, 21, 11)


class Item(NamedTuple):
    """A parcel on a sheet: the next steps, the first date that counts, and the days left (negative: overdue)."""

    dossier: Dossier
    steps: str
    due_on: date | None
    days_left: int | None


def open_parcels(dossiers: Sequence[Dossier]) -> list[Dossier]:
    """The parcels somebody still has to work on."""
    return [each for each in dossiers if not each.standing.closed and not each.standing.suspended]


def by_unit(dossiers: Sequence[Dossier], known: Units) -> Mapping[str, list[Dossier]]:
    """Open parcels by department and by town; those of the development zone stand under the zone, not the town."""
    units: dict[str, list[Dossier]] = {}
    for each in open_parcels(dossiers):
        place = known.place(each.case.town_name, each.case.in_zone == "Y")
        for unit in dict.fromkeys((known.department_name(each.case.department) or "责任单位未定", place)):
            if unit:
                units.setdefault(unit, []).append(each)
    return units


def write_assignment(unit: str, dossiers: Sequence[Dossier], snapshot: Snapshot, path: Path) -> int:
    """One unit's sheet; returns the number of overdue parcels."""
    items = [_item(each, snapshot.as_of) for each in dossiers]
    overdue = sorted((each for each in items if _late(each)), key=lambda each: (each.days_left or 0, each.dossier.code))
    rest = [each for each in items if not _late(each)]
    document = OfficialDocument()
    document.title(f"{snapshot.campaign.county_name}“批而未用”土地清理处置\n{'督办单' if overdue else '交办单'}")
    document.data_date(snapshot.as_of)
    document.addressee(f"{unit}：")
    area = sum(each.dossier.base_area_ha for each in items)
    plan = snapshot.campaign.plan_document
    document.paragraph(
        f"根据{plan or '专项行动实施方案'}，你单位负责的地块尚有{len(items)}宗、{hectares_zh(area)}未销号，"
        f"其中已逾期{len(overdue)}宗。请按下列措施和期限抓紧办理，每办结一步及时报送证明材料并更新台账。"
    )
    for name, part in (("督办地块（已逾期）", overdue), ("交办地块", rest)):
        if part:
            document.heading(f"{'一' if part is overdue or not overdue else '二'}、{name}")
            document.table(HEADS, [_row(number, each) for number, each in enumerate(part, 1)], WIDTHS_MM, dense=True)
    document.signature(f"{snapshot.campaign.county_name}清理“批而未用”土地专项行动领导组办公室", characters=2)
    document.facts((("承办单位签收", BLANK), ("办理情况反馈", BLANK), ("反馈日期", BLANK)), 12)
    document.save(path)
    return len(overdue)


def _late(item: Item) -> bool:
    return item.days_left is not None and item.days_left < 0


def _item(dossier: Dossier, as_of: date) -> Item:
    """The steps whose conditions hold, with their documents; the earlier of the plan's and the law's date."""
    about = law.circumstances_of(dossier, as_of)
    due = [
        each
        for each in law.steps_of(dossier, as_of)
        if each.situation not in (Situation.NOT_OPEN, Situation.EXPIRED) and each.step.target != SUSPENDED_STATE
    ]
    ready = [each for each in due if not refusals(each.step, about)]
    limits = [each.due_on for each in ready if each.due_on and each.limit and each.limit.kind is LimitKind.DUE]
    settled = dossier.standing.settled(dossier.base_area_ha)
    dates = [*limits, *([dossier.case.deadline] if dossier.case.deadline and not settled else [])]
    due_on = min(dates) if dates else None
    steps = dict.fromkeys(f"{each.step.name}{_document(each.step.document)}" for each in ready)
    waiting = dict.fromkeys(f"{each.step.name}：{law.conditions_zh(each.step, about)}" for each in due)
    return Item(dossier, "；".join(steps or waiting), due_on, (due_on - as_of).days if due_on else None)


def _document(document: str) -> str:
    return f"（{document}）" if document and document != "-" else ""


def _row(number: int, item: Item) -> list[str]:
    dossier = item.dossier
    return [
        str(number),
        dossier.code,
        dossier.case.title,
        ha(dossier.base_area_ha),
        f"{dossier.standing.state.name}\n({dossier.category.principle})",
        item.steps,
        in_table(item.due_on, "未定"),
        "" if item.days_left is None else str(item.days_left),
    ]

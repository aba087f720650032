"""The three lists of the plan (三项清单): tasks by unit, projects and duties by parcel."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from .. import catalogue
from ..model.cases import UnsuppliedCase
from ..model.figures import counted
from ..model.progress import group, tally, unit_of
from ..model.snapshot import Dossier, Snapshot
from ..model.words import ListKind
from .workbook import Column, Sheet, new_book, save

AREA = "0.0000"


def write_three_lists(snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = tuple(ListKind)) -> int:
    """Write 任务清单, 项目清单 and 责任清单; returns the number of parcels on the latter two."""
    sheets = (tasks_sheet(snapshot, lists), projects_sheet(snapshot, lists), duties_sheet(snapshot, lists))
    note = f"面积单位：公顷　数据日期：{snapshot.as_of.isoformat()}"
    save(new_book(sheets, note), path, sheets)
    return len(sheets[1].rows)


def tasks_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a unit and list; the development zone is a unit of its own and left out of its town's row."""
    rows: list[list[object]] = []
    zone = catalogue.zone_name()
    for which in lists:
        units = group(counted(snapshot, [which]), lambda parcel: unit_of(parcel, zone))
        for unit in sorted(units, key=_unit_order):
            figures = tally(units[unit], snapshot.task_area([which], *catalogue.unit_names(unit)))
            shares = [round(milestone.rate * figures.task_area_ha, 4) for milestone in snapshot.milestones]
            row = [len(rows) + 1, unit or "未定", which.zh, figures.parcels, figures.area_ha, figures.task_area_ha]
            rows.append([*row, *shares])
    heads = (Column("序号", 6), Column("单位(镇/开发区)", 22), Column("类别", 10), Column("底数宗数", 10, "0", True))
    areas = (Column("底数面积(公顷)", 14, AREA, True), Column("年度任务面积(公顷)", 14, AREA, True))
    deadlines = tuple(Column(f"{each.by_date.month}月底前累计(公顷)", 14, AREA, True) for each in snapshot.milestones)
    return Sheet("任务清单", _title(snapshot, "任务清单"), (*heads, *areas, *deadlines), rows)


def projects_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a parcel: what it is, why it lies unused, what is done about it and by when."""
    columns = (
        Column("序号", 6),
        Column("类别", 10),
        Column("地块编号", 16),
        Column("项目名称", 26),
        Column("坐落", 22),
        Column("面积(公顷)", 11, AREA, True),
        Column("批准文号/电子监管号", 22),
        Column("未供或闲置原因", 22),
        Column("处置方式", 12),
        Column("措施", 34),
        Column("计划完成时间", 12),
        Column("状态", 16),
    )
    rows = [[number, *_project(dossier)] for number, dossier in enumerate(_dossiers(snapshot, lists), 1)]
    return Sheet("项目清单", _title(snapshot, "项目清单"), columns, rows)


def duties_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a parcel: who answers for it. Posts and units only; 配合单位 has no field and is left to write."""
    columns = (
        Column("序号", 6),
        Column("地块编号", 16),
        Column("牵头领导", 18),
        Column("责任单位", 24),
        Column("责任人", 22),
        Column("联系方式", 16),
        Column("配合单位", 16),
        Column("具体职责", 40),
        Column("完成时限", 12),
        Column("销号情况", 14),
    )
    rows = [[number, *_duty(dossier)] for number, dossier in enumerate(_dossiers(snapshot, lists), 1)]
    return Sheet("责任清单", _title(snapshot, "责任清单"), columns, rows)


def _dossiers(snapshot: Snapshot, lists: Sequence[ListKind]) -> list[Dossier]:
    return [dossier for which in lists for dossier in snapshot.dossiers.get(which, ())]


def _project(dossier: Dossier) -> list[object]:
    case = dossier.case
    number = case.approval_number if isinstance(case, UnsuppliedCase) else case.supervision_number
    reason = catalogue.name_of(case.which, "reason", case.reason) if case.reason else ""
    measure = catalogue.name_of(case.which, "measure", case.measure) if case.measure else ""
    plan = "；".join(part for part in (measure, case.measure_plan) if part)
    return [
        dossier.which.zh,
        dossier.code,
        case.title,
        case.location or case.town_name,
        dossier.base_area_ha,
        number,
        reason,
        dossier.category.principle,
        plan,
        case.deadline,
        dossier.standing.state.name,
    ]


def _duty(dossier: Dossier) -> list[object]:
    case = dossier.case
    closed = f"已销号 {dossier.standing.since}" if dossier.standing.closed else dossier.status.zh
    unit = next((each for each in catalogue.departments() if case.department in (each.code, each.name)), None)
    duty = unit.duty if unit and not unit.duty.startswith("no ") else ""
    department = unit.name if unit else case.department
    return [
        dossier.code,
        "县政府副县长",
        department,
        case.person_in_charge,
        case.contact,
        "",
        duty,
        case.deadline,
        closed,
    ]


def _unit_order(name: str) -> tuple[int, str]:
    """Towns in the order of their codes, the zone after them, unknown units last."""
    towns = [town.name for town in catalogue.towns()]
    if name in towns:
        return towns.index(name), name
    return (len(towns) if name == catalogue.zone_name() else len(towns) + 1), name


def _title(snapshot: Snapshot, what: str) -> str:
    return f"{snapshot.campaign.county_name}{snapshot.campaign.year}年度“批而未用”土地清理处置{what}"

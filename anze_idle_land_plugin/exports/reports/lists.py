"""The three lists of the plan (三项清单): tasks by unit, projects and duties by parcel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Sequence

from ... import catalogue
from ...model.cases import UnsuppliedCase
from ...model.counting.figures import BOTH_LISTS
from ...model.kinds import ListKind
from ...model.standing.snapshot import Dossier, Snapshot
from ...wording.days import in_table, month_end_zh
from ...wording.parcels import coded, opinion
from ..office.workbook import Column, Sheet, new_book, save
from .progress import AREA, changed, note, progress_figures

LAND, CAUSE, PLAN = "地块", "批准与原因", "处置安排"
DUTY, HELP = "责任", "配合与时限"


def write_three_lists(
    snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = BOTH_LISTS, since: date | None = None
) -> int:
    """Write 任务清单, 项目清单 and 责任清单; returns the number of parcels on the latter two.

    Parcels that changed after ``since`` stand on a tint.
    """
    marked = changed(_dossiers(snapshot, lists), since)
    by_parcel = (replace(make(snapshot, lists), marked=marked) for make in (projects_sheet, duties_sheet))
    sheets = (tasks_sheet(snapshot, lists), *by_parcel)
    save(new_book(sheets, note(snapshot, since)), path, sheets)
    return len(sheets[1].rows)


def tasks_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a unit and list; the development zone is a unit of its own and left out of its town's row."""
    rows: list[list[object]] = []
    for which in lists:
        for unit, each in progress_figures(snapshot, [which]).by_unit.items():
            shares = [round(milestone.rate * each.task_area_ha, 4) for milestone in snapshot.milestones]
            row = [len(rows) + 1, unit, which.zh, each.parcels, each.area_ha, each.task_area_ha]
            rows.append([*row, *shares])
    heads = (Column("序号", 6), Column("单位(镇/开发区)", 22), Column("类别", 10))
    base = (
        Column("底数宗数", 10, "0", True, "底数"),
        Column("底数面积(公顷)", 14, AREA, True, "底数"),
        Column("年度任务面积(公顷)", 14, AREA, True),
    )
    deadlines = tuple(
        Column(f"{month_end_zh(each.by_date)}(公顷)", 14, AREA, True, "时间节点累计应完成面积")
        for each in snapshot.milestones
    )
    return Sheet("任务清单", _title(snapshot, "任务清单"), (*heads, *base, *deadlines), rows)


def projects_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a parcel: what it is, why it lies unused, what is done about it and by when."""
    columns = (
        Column("序号", 6),
        Column("类别", 10),
        Column("地块编号", 14, group=LAND),
        Column("项目名称", 19, group=LAND),
        Column("坐落", 16, group=LAND),
        Column("面积(公顷)", 11, AREA, True, LAND),
        Column("批准文号/电子监管号", 18, group=CAUSE),
        Column("未供或闲置原因", 15, group=CAUSE),
        Column("处置方式", 12, group=PLAN),
        Column("措施", 28, group=PLAN),
        Column("计划完成时间", 12, group=PLAN),
        Column("状态", 12, group=PLAN),
    )
    rows = [[number, *_project(dossier)] for number, dossier in enumerate(_dossiers(snapshot, lists), 1)]
    return Sheet("项目清单", _title(snapshot, "项目清单"), columns, rows)


def duties_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a parcel: who answers for it. Posts and units only; 配合单位 has no field and is left to write."""
    columns = (
        Column("序号", 6),
        Column("地块编号", 14),
        Column("牵头领导", 13, group=DUTY),
        Column("责任单位", 17, group=DUTY),
        Column("责任人", 15, group=DUTY),
        Column("联系方式", 14, group=DUTY),
        Column("配合单位", 12, group=HELP),
        Column("具体职责", 34, group=HELP),
        Column("完成时限", 12, group=HELP),
        Column("销号情况", 14),
    )
    rows = [[number, *_duty(dossier)] for number, dossier in enumerate(_dossiers(snapshot, lists), 1)]
    return Sheet("责任清单", _title(snapshot, "责任清单"), columns, rows)


def _dossiers(snapshot: Snapshot, lists: Sequence[ListKind]) -> list[Dossier]:
    return [dossier for which in lists for dossier in snapshot.dossiers.get(which, ())]


def _project(dossier: Dossier) -> list[object]:
    case = dossier.case
    number = case.approval_number if isinstance(case, UnsuppliedCase) else case.supervision_number
    return [
        dossier.which.zh,
        dossier.code,
        case.title,
        case.location or case.town_name,
        dossier.base_area_ha,
        number,
        coded(case, "reason"),
        dossier.category.principle,
        opinion(case),
        case.deadline,
        dossier.standing.state.name,
    ]


def _duty(dossier: Dossier) -> list[object]:
    case = dossier.case
    closed = f"已销号 {in_table(dossier.standing.since)}" if dossier.standing.closed else dossier.status.zh
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


def _title(snapshot: Snapshot, what: str) -> str:
    return f"{snapshot.campaign.county_name}{snapshot.campaign.year}年度“批而未用”土地清理处置{what}"

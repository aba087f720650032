"""The three lists of the plan (三项清单): tasks by unit, projects and duties by parcel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Sequence

from ... import catalogue
from ...model.approvals import JOINED
from ...model.campaign import Campaign
from ...model.cases import UnsuppliedCase
from ...model.counting.figures import BOTH_LISTS
from ...model.counting.milestones import due_share
from ...model.kinds import ListKind
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.units import level_of
from ...wording.amounts import NONE
from ...wording.days import in_table, month_end_zh
from ...wording.headings import heading
from ...wording.parcels import coded, opinion
from ...wording.tasks import NO_PLAN, tasks_told
from ..office.workbook import Column, Sheet, new_book, save
from .progress import AREA, changed, note, progress_figures

TASK_PLACE = 5
"""The column of 任务清单 (from 0) in which the city's task stands."""
SUMS = {"count": "0", "area": AREA}
"""The number formats of columns that are summed."""


def write_three_lists(
    snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = BOTH_LISTS, since: date | None = None
) -> int:
    """Write 任务清单, 项目清单 and 责任清单; returns the number of parcels on the latter two.

    Parcels that changed after ``since`` stand on a tint.
    """
    marked = changed(_dossiers(snapshot, lists), since)
    by_parcel = (replace(make(snapshot, lists), marked=marked) for make in (projects_sheet, duties_sheet))
    sheets = (tasks_sheet(snapshot, lists), *by_parcel)
    save(new_book(sheets, note(snapshot, "threelists", since)), path, sheets)
    return len(sheets[1].rows)


def tasks_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a unit and list; the development zone is a unit of its own and left out of its town's row."""
    rows: list[list[object]] = []
    for which in lists:
        for unit, each in progress_figures(snapshot, [which]).by_unit.items():
            shares = [due_share(each.against_ha, milestone.rate) for milestone in snapshot.milestones]
            task = NONE if each.task_area_ha is None else each.task_area_ha
            row = [len(rows) + 1, unit, which.zh, each.parcels, each.area_ha, task, each.done_area_ha]
            rows.append([*row, *shares] if shares else [*row, NO_PLAN])
    deadlines = tuple(
        Column(f"{month_end_zh(each.by_date)}(公顷)", 14, AREA, True, "时间节点累计应完成面积")
        for each in snapshot.milestones
    )
    columns = (*_columns("任务清单"), *(deadlines or (Column("时间节点累计应完成面积", 22),)))
    has_tasks = any(row[TASK_PLACE] != NONE for row in rows)
    columns = tuple(
        replace(each, total=each.total and (place != TASK_PLACE or has_tasks)) for place, each in enumerate(columns)
    )
    remark = tasks_told(progress_figures(snapshot, lists), level_of(snapshot.campaign.county_name), marked=False)
    return Sheet("任务清单", heading(snapshot.campaign, "任务清单"), columns, rows, remark=remark)


def projects_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a parcel: what it is, why it lies unused, what is done about it and by when."""
    rows = [[number, *_project(dossier)] for number, dossier in enumerate(_dossiers(snapshot, lists), 1)]
    return Sheet("项目清单", heading(snapshot.campaign, "项目清单"), _columns("项目清单"), rows)


def duties_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """One row a parcel: who answers for it. Posts and units only; 配合单位 has no field and is left to write."""
    dossiers = _dossiers(snapshot, lists)
    rows = [[number, *_duty(dossier, snapshot.campaign)] for number, dossier in enumerate(dossiers, 1)]
    return Sheet("责任清单", heading(snapshot.campaign, "责任清单"), _columns("责任清单"), rows)


def _columns(name: str) -> tuple[Column, ...]:
    """The columns of one of the lists, as three_lists.csv has them."""
    return tuple(
        Column(row["head"], float(row["width"]), SUMS.get(row["sums"], ""), bool(row["sums"]), row["group"])
        for row in catalogue.table("three_lists")
        if row["list"] == name
    )


def _dossiers(snapshot: Snapshot, lists: Sequence[ListKind]) -> list[Dossier]:
    return [dossier for which in lists for dossier in snapshot.dossiers.get(which, ())]


def _approved_by(dossier: Dossier) -> str:
    """The number of the approval; of several each with its day."""
    several = (f"{each.number}（{in_table(each.approved_on)}）" for each in dossier.approvals if each.approved_on)
    return JOINED.join(several) or dossier.case.approval_number


def _project(dossier: Dossier) -> list[object]:
    case = dossier.case
    number = _approved_by(dossier) if isinstance(case, UnsuppliedCase) else case.supervision_number
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


def _duty(dossier: Dossier, campaign: Campaign) -> list[object]:
    case, level = dossier.case, level_of(campaign.county_name)
    closed = f"已销号 {in_table(dossier.standing.since)}" if dossier.standing.closed else dossier.status.zh
    unit = campaign.units.department(case.department)
    return [
        dossier.code,
        f"{level}政府副{level}长",
        unit.name if unit else case.department,
        case.person_in_charge,
        case.contact,
        "",
        unit.duty if unit else "",
        case.deadline,
        closed,
    ]

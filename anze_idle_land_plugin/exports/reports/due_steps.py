"""The next steps of every case with document, limit, due date and who owes them (anze:duesteps)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Iterator, Sequence

from ... import catalogue, law
from ...model.campaign import Campaign
from ...model.kinds import ListKind
from ...model.procedure.due import DueStep, Situation
from ...model.standing.snapshot import Dossier, Snapshot
from ...wording.days import data_date
from ...wording.headings import heading
from ...wording.parcels import town_zh
from ..office.rows import write_rows
from ..office.workbook import Column, Sheet

COLUMNS = (
    Column("序号", 5),
    Column("类别", 9),
    Column("地块编号", 12),
    Column("项目名称", 14),
    Column("所属镇区", 9),
    Column("责任单位", 12),
    Column("当前状态", 11),
    Column("下一步", 16),
    Column("所需文书", 16),
    Column("办理主体", 14),
    Column("前提条件", 14),
    Column("法定期限", 20),
    Column("条款", 8),
    Column("起算日期", 11),
    Column("最早可办", 11),
    Column("到期日", 11),
    Column("剩余天数", 8, "0"),
    Column("情形", 9),
    Column("计划完成时间", 11),
    Column("距计划天数", 8, "0"),
    Column("说明", 20),
)
NOTE = (
    "“最早可办”为该日期满后；剩余天数负数为逾期；期限末日遇法定休假日顺延，"
    "满{idle_min_years_not_started:zh}年、满{takeback_years:zh}年不顺延"
)
OWED = (Situation.OVERDUE, Situation.SOON, Situation.IN_TIME, Situation.PROMPT, Situation.OPEN)
"""What the summary counts by department, in this order."""


def write_due_steps(snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = tuple(ListKind)) -> int:
    """Write the next steps to xlsx (with a summary by department) or csv; returns the number of steps."""
    dossiers = [dossier for which in lists for dossier in snapshot.dossiers.get(which, ())]
    found = [(dossier, law.steps_of(dossier, snapshot.as_of)) for dossier in dossiers]
    parts = [part for dossier, steps in found for part in _parts(dossier, steps, snapshot)]
    rows = [[number, *part] for number, part in enumerate(parts, 1)]
    steps = Sheet("下一步和期限", heading(snapshot.campaign, "下一步和期限表"), COLUMNS, rows)
    note = f"{data_date(snapshot.as_of)}　{catalogue.worded(NOTE)}"
    return write_rows(
        [steps, _summary(found, snapshot.campaign)],
        path,
        note,
    )


def _summary(found: Sequence[tuple[Dossier, Sequence[DueStep]]], campaign: Campaign) -> Sheet:
    """Parcels by department and situation: a parcel counts once for each situation one of its steps is in."""
    parcels = Counter(
        (campaign.units.department_name(dossier.case.department) or "未定", situation)
        for dossier, steps in found
        for situation in {due.situation for due in steps}
    )
    units = sorted({unit for unit, _ in parcels})
    title = heading(campaign, "期限汇总（按责任单位）")
    columns = (Column("责任单位", 26), *(Column(f"{each.zh}(宗)", 12, "0", True) for each in OWED))
    return Sheet("按责任单位", title, columns, [[unit, *(parcels[unit, each] for each in OWED)] for unit in units])


def _parts(dossier: Dossier, steps: Sequence[DueStep], snapshot: Snapshot) -> Iterator[list[object]]:
    """The rows of one parcel, without their numbers."""
    about = law.circumstances_of(dossier, snapshot.as_of)
    for due in steps:
        yield _row(dossier, due, law.conditions_zh(due.step, about), snapshot)


def _row(dossier: Dossier, due: DueStep, conditions: str, snapshot: Snapshot) -> list[object]:
    case, step, campaign = dossier.case, due.step, snapshot.campaign
    return [
        dossier.which.zh,
        dossier.code,
        case.title,
        town_zh(case),
        campaign.units.department_name(case.department),
        dossier.standing.state.name,
        step.label,
        step.document,
        law.owner_of(step, case, campaign),
        conditions,
        due.limit.text if due.limit else "",
        due.limit.article if due.limit else step.article,
        due.anchor_on,
        due.opens_on,
        due.due_on,
        due.days_left,
        due.situation.zh,
        case.deadline,
        (case.deadline - snapshot.as_of).days if case.deadline else None,
        _remarks(dossier.which, due),
    ]


def _remarks(which: ListKind, due: DueStep) -> str:
    remarks = []
    if due.missing:
        remarks.append(f"缺{'、'.join(law.anchor_name(which, each) for each in due.missing)}，不能计算期限")
    if due.shifted:
        remarks.append("末日遇休假日，已顺延")
    if due.plain:
        remarks.append("该年度节假日安排未收录，未顺延，请核对")
    if due.step.required_fields:
        remarks.append("须填" + "、".join(law.anchor_name(which, code) for code in due.step.required_fields))
    return "；".join(remarks)

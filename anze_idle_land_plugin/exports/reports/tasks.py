"""What a task table changed: old and new task of each unit, and the rows that were refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Sequence

from ...model.campaign import Task
from ...model.kinds import ListKind
from ...model.messages import Translate
from ...readers.tasks.reader import Refused
from ...wording.amounts import NONE
from ...wording.days import in_table
from ..office.workbook import Column, Sheet, new_book, save

AREA = "0.0000"


def write_task_report(
    before: Sequence[Task], after: Sequence[Task], refused: Sequence[Refused], path: Path, day: date, tr: Translate
) -> None:
    """Two sheets: 任务 with old and new areas in hectares, 未采用 with line, content and reason of each refused row."""
    old, new = ({(each.which, each.unit_code): each.task_area_ha for each in tasks} for tasks in (before, after))
    rows = [
        [which.zh, unit, old.get((which, unit), NONE), new.get((which, unit), NONE)]
        for which in ListKind
        for unit in dict.fromkeys(unit for each, unit in (*new, *old) if each is which)
    ]
    columns = (
        Column("清单", 12),
        Column("单位", 26),
        Column("原任务(公顷)", 16, AREA),
        Column("新任务(公顷)", 16, AREA),
    )
    lines = [[each.sheet, each.line, each.text, each.reason.text(tr)] for each in refused]
    heads = (Column("工作表", 14), Column("行", 7, "0"), Column("内容", 44), Column("原因", 60))
    sheets = (Sheet("任务", "任务", columns, rows), Sheet("未采用", "未采用的行", heads, lines))
    save(new_book(sheets, f"自{in_table(day)}起"), path, sheets)

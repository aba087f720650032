"""The task table the city hands down: a workbook with one row a list and unit."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Mapping
from zipfile import BadZipFile

from ..model.campaign import Task
from ..model.kinds import ListKind
from ..model.messages import CampaignError

HEADS = ("清单", "单位代码", "基数宗数", "基数面积(公顷)", "任务面积(公顷)")
FROZEN = "冻结日期"


class TasksUnreadable(CampaignError):
    sentence = "The task table {file} cannot be read; save it again as .xlsx"


class TaskColumnMissing(CampaignError):
    sentence = "The task table {file} lacks the column {column}"


class TaskRowWrong(CampaignError):
    sentence = "Row {row} of the task table {file} is wrong: {text}"


def read_tasks(path: Path) -> tuple[Task, ...]:
    """Every filled row; 清单 is 批而未供 or 闲置土地, areas are in hectares. A wrong row stops: tasks must be whole."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError) as error:
        raise TasksUnreadable(file=path.name) from error
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    heads = [str(cell or "").strip() for cell in rows[0]] if rows else []
    for column in HEADS:
        if column not in heads:
            raise TaskColumnMissing(file=path.name, column=column)
    filled = [(number, dict(zip(heads, row))) for number, row in enumerate(rows[1:], 2) if any(row)]
    return tuple(_task(path, number, row) for number, row in filled)


def _task(path: Path, number: int, row: Mapping[str, object]) -> Task:
    kinds = {which.zh: which for which in ListKind}
    try:
        return Task(
            which=kinds[str(row["清单"]).strip()],
            unit_code=str(row["单位代码"]).strip(),
            base_parcels=int(str(row["基数宗数"])),
            base_area_ha=float(str(row["基数面积(公顷)"])),
            task_area_ha=float(str(row["任务面积(公顷)"])),
            frozen_on=_day(row.get(FROZEN)),
        )
    except (KeyError, ValueError) as error:
        raise TaskRowWrong(row=number, file=path.name, text=" | ".join(str(cell) for cell in row.values())) from error


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(str(value)) if value else None

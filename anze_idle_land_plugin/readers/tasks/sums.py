"""Rows of sums of a task table: the county's task where it has no row of its own, and a check of the rows."""

from __future__ import annotations

from typing import NamedTuple

from ...model.campaign import Task
from ...model.kinds import ListKind
from ...model.messages import Message


class Sum(NamedTuple):
    """A row of sums: its line (from 0) and what it says for the county."""

    line: int
    task: Task


def add_sum(tasks: dict[tuple[ListKind, str], Task], row: Sum) -> Message | None:
    """Take a sum into the tasks of its table; what is wrong with one that agrees with nothing.

    Beside a row 县本级 that is the county's own part, the sum of all is the county's task.
    """
    task = row.task
    key = task.which, task.unit_code
    own = tasks[key].task_area_ha if key in tasks else None
    parts = [each.task_area_ha for (which, unit), each in tasks.items() if which is task.which and unit != key[1]]
    tolerance = 0.0001 * (len(parts) + 1)
    if own is not None and abs(task.task_area_ha - own) <= tolerance:
        return None
    expected = sum(parts) + (own or 0.0)
    if abs(task.task_area_ha - expected) <= tolerance or not (parts or own):
        tasks[key] = task
        return None
    sentence = "the sum {sum} 公顷 is not that of its rows, {rows} 公顷; correct the table"
    return Message("sum_wrong", sentence, {"sum": f"{task.task_area_ha:.4f}", "rows": f"{expected:.4f}"})

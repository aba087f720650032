"""The head of a task table: where it stands and what each column holds, by its words.

Cities write one row a unit with a column a list, or one row a list and unit; heads of one, two or three rows; areas in
亩, 公顷 or 平方米, said in the head, in the title or beside it.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Iterator, NamedTuple, Sequence

from ...model.kinds import ListKind
from ..ledger.sheets import SheetCells
from .cells import AREA_UNIT, SPELLED, number_in, plain

LOOK_ROWS, HEAD_ROWS = 30, 3
"""The head begins within so many rows, and takes at most so many."""
_UNIT_HEADS = re.compile(
    r"(单位|任务单位|责任单位|镇区?|乡镇区?|镇\(区\)|乡镇|乡镇\(区\)|所属镇区|行政区|行政区划|行政区域|县区|县\(市、区\)|区域|名称)"
    r"(代码|名称)?"
)
_LIST_HEADS = re.compile(r"(清单|类别|类型|任务类别|任务类型|任务清单)")
_FROZEN_HEADS = re.compile(r"(冻结|基数|底数)(日期|时间)")
_UNIT_OF_SHEET = re.compile(r"单位:[^()]{0,12}?(公顷|平方米|亩)|\((公顷|平方米|亩)\)$")
_TASK = re.compile(r"任务|(?<=[应需须])完成")
_NO_TASK = re.compile(r"宗|率|占|比例|%|已|合计|总计|(?<![应需须])完成")
_BOTH = "批而未用"
"""In a title the plan's word for both lists together; in a head beside 闲置土地 it is the unsupplied land."""


class Holds(Enum):
    """What a column of a task table holds."""

    UNIT = "unit"
    LIST = "list"
    TASK = "task"
    BASE_PARCELS = "base parcels"
    BASE_AREA = "base area"
    FROZEN = "day of the base"


class TaskColumn(NamedTuple):
    """A column: where it stands (from 0), its head as written, what it holds, of which list, in which unit of area."""

    place: int
    head: str
    holds: Holds
    which: ListKind | None = None
    unit: str = ""


class TaskHead(NamedTuple):
    """The columns of a table, the row (from 0) in which its first unit may stand, and the list its title names."""

    columns: tuple[TaskColumn, ...]
    first_row: int
    of_title: ListKind | None

    def of(self, holds: Holds) -> list[TaskColumn]:
        return [each for each in self.columns if each.holds is holds]


def list_named(text: str) -> ListKind | None:
    """The list a cell names: 批而未供 (or 批而未用, as the plan says too), 闲置; None when it names none or both."""
    named = [which for which, word in ((ListKind.UNSUPPLIED, "批而未"), (ListKind.IDLE, "闲置")) if word in text]
    return named[0] if len(named) == 1 else None


def head_of(sheet: SheetCells) -> TaskHead | None:
    """The first rows that name a unit and a task, as many as belong to the head; None when no rows do."""
    for first in range(min(LOOK_ROWS, len(sheet.merged_heads))):
        if len(_texts(sheet, first)) < 2:
            continue  # a title
        title = "".join(dict.fromkeys(text for row in range(first) for text in _texts(sheet, row))) + plain(sheet.name)
        for rows in range(HEAD_ROWS, 0, -1):
            columns = tuple(_columns(sheet, first, rows, title))
            if {Holds.UNIT, Holds.TASK} <= {each.holds for each in columns} and _are_heads(sheet, first, rows, columns):
                return TaskHead(columns, first + rows, list_named(title.replace(_BOTH, "")))
    return None


def _texts(sheet: SheetCells, row: int) -> dict[str, None]:
    """The different texts of a row, in order."""
    return dict.fromkeys(text for text in map(plain, sheet.merged_heads[row]) if text)


def _are_heads(sheet: SheetCells, first: int, rows: int, columns: Sequence[TaskColumn]) -> bool:
    """Whether no row of them is a row of values: one that names another unit, or holds an area."""
    if first + rows > len(sheet.merged_heads):
        return False
    for row in range(first, first + rows):
        cells = dict(enumerate(sheet.merged_heads[row]))
        for column in columns:
            text = plain(cells.get(column.place))
            of_units = column.holds in (Holds.UNIT, Holds.LIST) and text and not _is_unit_or_list(text)
            if number_in(text) is not None or (row > first and of_units):
                return False
    return True


def _is_unit_or_list(text: str) -> bool:
    return bool(_UNIT_HEADS.fullmatch(text) or _LIST_HEADS.fullmatch(text))


def _columns(sheet: SheetCells, first: int, rows: int, title: str) -> Iterator[TaskColumn]:
    heads = _spread(sheet.merged_heads[first : first + rows])
    of_sheet = _UNIT_OF_SHEET.search(title) or next(
        filter(None, (_UNIT_OF_SHEET.search(cell) for row in heads for cell in row if ":" in cell)), None
    )
    unit = next(filter(None, of_sheet.groups())) if of_sheet else ""
    found = []
    for index in range(max((len(row) for row in heads), default=0)):
        texts = list(dict.fromkeys(row[index] for row in heads if index < len(row)))
        column = _column(index, [text for text in texts if text], "任务" in title, unit)
        if column is not None:
            found.append(column)
    named = any(each.which for each in found if each.holds is Holds.TASK)
    for each in found:
        if not (named and each.holds is Holds.TASK and each.which is None):  # of both lists beside each of them: a sum
            yield each


def _spread(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """Heads as plain texts; the head of a group stands over each of its columns also where cells are not merged."""
    texts = [[plain(cell) for cell in row] for row in rows]
    for row, below in zip(texts, texts[1:]):
        for place in range(1, min(len(row), len(below))):
            if not row[place] and below[place]:
                row[place] = row[place - 1]
    return texts


def _column(index: int, texts: Sequence[str], of_tasks: bool, unit: str) -> TaskColumn | None:
    head = "".join(texts)
    for pattern, holds in ((_UNIT_HEADS, Holds.UNIT), (_LIST_HEADS, Holds.LIST), (_FROZEN_HEADS, Holds.FROZEN)):
        if any(pattern.fullmatch(text) for text in texts):
            return TaskColumn(index, head, holds)
    which = list_named(head)
    if "基数" in head or "底数" in head:
        if "宗" in head:
            return TaskColumn(index, head, Holds.BASE_PARCELS, which)
        return TaskColumn(index, head, Holds.BASE_AREA, which, _unit(texts, unit)) if "面积" in head else None
    is_task = _TASK.search(head) or (of_tasks and which is not None)
    if not is_task or _NO_TASK.search(head):
        return None
    return TaskColumn(index, head, Holds.TASK, which, _unit(texts, unit))


def _unit(texts: Sequence[str], of_sheet: str) -> str:
    """The unit of area a head says, its lowest row first, else the sheet's; empty when nothing says one."""
    for text in reversed(texts):
        found = AREA_UNIT.findall(text)
        if found:
            return SPELLED[found[-1].lower()]
    return of_sheet

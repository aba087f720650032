"""The head of a task table: where it stands and what each column holds, by its words.

Cities write one row a unit with a column a list, or one row a list and unit; heads of one, two or three rows; areas in
亩, 公顷 or 平方米, said in the head, in the title or beside it.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import Iterator, NamedTuple, Sequence

from ...model.kinds import ListKind
from ..ledger.sheets import SheetCells

LOOK_ROWS, HEAD_ROWS = 30, 3
"""The head begins within so many rows, and takes at most so many."""
_UNIT_HEADS = re.compile(
    r"^(单位|单位代码|单位名称|任务单位|责任单位|镇区?|乡镇区?|镇\(区\)|乡镇|乡镇\(区\)|所属镇区|行政区|行政区划|行政区域|县区|县\(市、区\)|区域|名称)$"
)
_LIST_HEADS = re.compile(r"^(清单|类别|类型|任务类别|任务类型|任务清单)$")
_AREA_UNIT = re.compile(r"(公顷|平方米|㎡|m2|ha|hm2|亩)", re.IGNORECASE)
_UNIT_OF_SHEET = re.compile(r"单位[::]?\s*(?:[^,;，；]*?)(公顷|平方米|亩)")
_NO_TASK = re.compile(r"宗|率|占|比例|%|已|完成")
SPELLED = {"公顷": "公顷", "ha": "公顷", "hm2": "公顷", "平方米": "平方米", "㎡": "平方米", "m2": "平方米", "亩": "亩"}


class Holds(Enum):
    """What a column of a task table holds."""

    UNIT = "unit"
    LIST = "list"
    TASK = "task"
    BASE_PARCELS = "base parcels"
    BASE_AREA = "base area"


class TaskColumn(NamedTuple):
    """A column: where it stands (from 0), its head as written, what it holds, of which list, in which unit of area."""

    index: int
    head: str
    holds: Holds
    which: ListKind | None = None
    unit: str = ""


class TaskHead(NamedTuple):
    """The columns of a table, and the row (from 0) in which its first unit may stand."""

    columns: tuple[TaskColumn, ...]
    first_row: int

    def of(self, holds: Holds) -> list[TaskColumn]:
        return [each for each in self.columns if each.holds is holds]


def plain(text: object) -> str:
    """A cell's text without blanks and full-width forms."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", "" if text is None else str(text)))


def list_named(text: str) -> ListKind | None:
    """The list a text names: 批而未供 (or 批而未用, as the plan says too), 闲置; None when it names none or both."""
    named = [which for which, word in ((ListKind.UNSUPPLIED, "批而未"), (ListKind.IDLE, "闲置")) if word in text]
    return named[0] if len(named) == 1 else None


def head_of(sheet: SheetCells) -> TaskHead | None:
    """The first rows that name a unit and a task; None when no rows do."""
    for first in range(min(LOOK_ROWS, len(sheet.merged_heads))):
        for rows in range(1, HEAD_ROWS + 1):
            columns = tuple(_columns(sheet, first, rows))
            held = {each.holds for each in columns}
            if {Holds.UNIT, Holds.TASK} <= held and not _is_value_row(sheet, first + rows - 1, columns):
                return TaskHead(columns, first + rows)
    return None


def _is_value_row(sheet: SheetCells, row: int, columns: Sequence[TaskColumn]) -> bool:
    """Whether the last row taken for a head already holds areas: then it is the first row of values."""
    cells = sheet.rows[row]
    return any(isinstance(cells[each.index], (int, float)) for each in columns if each.index < len(cells))


def _columns(sheet: SheetCells, first: int, rows: int) -> Iterator[TaskColumn]:
    heads = sheet.merged_heads[first : first + rows]
    above = " ".join(plain(cell) for row in sheet.merged_heads[:first] for cell in row if cell) + sheet.name
    said = _UNIT_OF_SHEET.search(" ".join([above, *(plain(cell) for row in heads for cell in row if cell)]))
    for index in range(max((len(row) for row in heads), default=0)):
        texts = list(dict.fromkeys(plain(row[index]) for row in heads if index < len(row) and row[index] is not None))
        column = _column(index, [text for text in texts if text], above, said[1] if said else "")
        if column is not None:
            yield column


def _column(index: int, texts: Sequence[str], above: str, unit: str) -> TaskColumn | None:
    head = "".join(texts)
    if any(_UNIT_HEADS.match(text) for text in texts):
        return TaskColumn(index, head, Holds.UNIT)
    if any(_LIST_HEADS.match(text) for text in texts):
        return TaskColumn(index, head, Holds.LIST)
    if "基数" in head or "底数" in head:
        if "宗" in head:
            return TaskColumn(index, head, Holds.BASE_PARCELS, list_named(head))
        return (
            TaskColumn(index, head, Holds.BASE_AREA, list_named(head), _unit(texts, unit)) if "面积" in head else None
        )
    is_task = "任务" in head or ("任务" in above and list_named(head) is not None)
    if not is_task or _NO_TASK.search(head):
        return None
    return TaskColumn(index, head, Holds.TASK, list_named(head) or list_named(above), _unit(texts, unit))


def _unit(texts: Sequence[str], of_sheet: str) -> str:
    """The unit of area a head says, its lowest row first, else the sheet's; empty when nothing says one."""
    for text in reversed(texts):
        found = _AREA_UNIT.findall(text)
        if found:
            return SPELLED[found[-1].lower()]
    return of_sheet

"""A task table into tasks: one row a unit, or a list and unit; what names no unit or no area is refused by name."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, Sequence

from ...model.campaign import Task
from ...model.counting.tasks import Unit
from ...model.counting.units import called_by, is_sum
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Message
from ...model.rounding import rounded
from ..ledger.sheets import LedgerUnreadable, SheetCells, read_sheets
from .cells import NOTHING, PER_HECTARE, area_in, day_in, hectares_of, last_digit, number_in, plain
from .heads import Holds, TaskColumn, TaskHead, head_of, list_named
from .sums import Sum, add_sum

_NOTES = ("注", "备注", "说明")


class TasksUnreadable(CampaignError):
    sentence = "The task table {file} cannot be read as {kind}; open it and save it again as .xlsx"


class NoTaskTable(CampaignError):
    sentence = (
        "{file} has no row that names a unit (单位) and a task (任务面积, or 批而未供任务 and 闲置土地任务); "
        "write such a head row above the numbers, with 亩 or 公顷"
    )


class Refused(NamedTuple):
    """A row or cell that was not taken: sheet, line (from 1), what stands there, and why."""

    sheet: str
    line: int
    text: str
    reason: Message

    @property
    def sentence(self) -> Message:
        """Line, content and reason in one."""
        values = {"line": self.line, "text": self.text, "reason": self.reason}
        return Message("task_row_refused", "line {line} ({text}): {reason}", values)


class TaskTable(NamedTuple):
    """The tasks of a table and what of it was not taken."""

    tasks: tuple[Task, ...]
    refused: tuple[Refused, ...]


def read_tasks(path: Path, units: Sequence[Unit], county: Sequence[str]) -> TaskTable:
    """Every task of the visible sheets; areas in hectares, half up at 4 decimals, from what stands there.

    ``units`` are the campaign's towns and zone, ``county`` the county's code and name. Raises NoTaskTable, and
    TasksUnreadable for what is no workbook.
    """
    try:
        sheets = read_sheets(path, path.read_bytes())
    except LedgerUnreadable as error:
        raise TasksUnreadable(**error.message.values) from error
    heads = [(sheet, head) for sheet in sheets if not sheet.hidden and (head := head_of(sheet)) is not None]
    if not heads:
        raise NoTaskTable(file=path.name)
    tables = [_Sheet(sheet, head, units, county).table() for sheet, head in heads]
    tasks = {(each.which, each.unit_code): each for table in reversed(tables) for each in table.tasks}
    refused = [each for table in tables for each in table.refused]
    return TaskTable(tuple(tasks.values()), (*refused, *_told_again(tables, [sheet.name for sheet, _ in heads], tasks)))


def _told_again(
    tables: Sequence[TaskTable], names: Sequence[str], tasks: dict[tuple[ListKind, str], Task]
) -> list[Refused]:
    """Tasks that a later sheet says otherwise than an earlier one."""
    sentence = "the unit {unit} has another task for {list} on another sheet; leave one"
    return [
        Refused(name, 1, name, Message("sheets_differ", sentence, {"unit": each.unit_code, "list": each.which.zh}))
        for name, table in zip(names, tables)
        for each in table.tasks
        if tasks[each.which, each.unit_code].task_area_ha != each.task_area_ha
    ]


class _Sheet:
    """One sheet being read."""

    def __init__(self, sheet: SheetCells, head: TaskHead, units: Sequence[Unit], county: Sequence[str]) -> None:
        self.sheet, self.head, self.units, self.county = sheet, head, units, county
        self.tasks: dict[tuple[ListKind, str], Task] = {}
        self.refused: list[Refused] = []
        self.sums: list[Sum] = []
        self.section: ListKind | None = head.of_title

    def table(self) -> TaskTable:
        for number in range(self.head.first_row, len(self.sheet.rows)):
            self._row(number)
        for each in self.sums:
            wrong = add_sum(self.tasks, each)
            if wrong is not None:
                self._refuse(each.line, wrong)
        return TaskTable(tuple(self.tasks.values()), tuple(self.refused))

    def _row(self, number: int) -> None:
        columns = [each for each in self.head.of(Holds.TASK) if self._text(number, each) not in NOTHING]
        named = [text for each in self.head.of(Holds.UNIT) if (text := self._text(number, each)) not in NOTHING]
        if not columns:
            self.section = next(filter(None, map(list_named, named)), self.section)
            return
        unit = self._unit(named)
        if unit is not None:
            self._unit_row(number, columns, unit, any(map(is_sum, named)))
        elif not any(":" in text or text.startswith(_NOTES) for text in named):
            sentence = "the unit {unit} is not in this campaign; write the county, a town or the zone by name or code"
            self._refuse(number, Message("unit_unknown", sentence, {"unit": " ".join(named) or "—"}))

    def _unit(self, named: Sequence[str]) -> str | None:
        """The one unit that the cells name; beside a town or the zone the county only says where these are."""
        found = {name for text in named if (name := called_by(text, self.units, self.county)) is not None}
        inside = found - {self.county[-1]}
        units = inside or found
        return units.pop() if len(units) == 1 else None

    def _unit_row(self, number: int, columns: Sequence[TaskColumn], unit: str, is_sum_row: bool) -> None:
        found: dict[ListKind, list[tuple[TaskColumn, Decimal, str]]] = {}
        for column in columns:
            which = column.which or self._list(number)
            area = self._area(number, column)
            if which is None:
                sentence = "it is not said whether this is a task of 批而未供 or of 闲置土地; write it in a column 清单"
                self._refuse(number, Message("list_unknown", sentence))
            elif area is not None:
                found.setdefault(which, []).append((column, *area))
        for which, areas in found.items():
            task = self._task(number, unit, which, areas)
            if task is not None and is_sum_row:
                self.sums.append(Sum(number, task))
            elif task is not None:
                self._take(number, task)

    def _list(self, number: int) -> ListKind | None:
        """The list of a row: as its own cell says, else the line or the title above."""
        column = next(iter(self.head.of(Holds.LIST)), None)
        if column is not None and self._text(number, column) not in NOTHING:
            return list_named(self._text(number, column))
        return self.section

    def _task(
        self, number: int, unit: str, which: ListKind, areas: Sequence[tuple[TaskColumn, Decimal, str]]
    ) -> Task | None:
        """One task of a unit; the same task told in two units of area must be the same."""
        column, finest, measured_in = min(areas, key=lambda each: last_digit(each[1], each[2]))
        exact = finest / PER_HECTARE[measured_in]
        for other, area, unit_of_area in areas:
            if abs(area / PER_HECTARE[unit_of_area] - exact) > last_digit(area, unit_of_area) / 2:
                sentence = "{one} and {other} do not say the same area; correct one of them"
                self._refuse(number, Message("tasks_differ", sentence, {"one": column.head, "other": other.head}))
                return None
        return Task(
            which,
            unit,
            int(self._base(number, Holds.BASE_PARCELS, which) or 0),
            float(self._base(number, Holds.BASE_AREA, which) or 0),
            float(hectares_of(finest, measured_in)),
            next((day_in(self._cell(number, each)) for each in self.head.of(Holds.FROZEN)), None),
        )

    def _take(self, number: int, task: Task) -> None:
        if (task.which, task.unit_code) in self.tasks:
            sentence = "the unit {unit} stands there twice for {list}; leave one row"
            values = {"unit": task.unit_code, "list": task.which.zh}
            self._refuse(number, Message("unit_twice", sentence, values))
        else:
            self.tasks[task.which, task.unit_code] = task

    def _base(self, number: int, holds: Holds, which: ListKind) -> Decimal | None:
        columns = sorted(
            (each for each in self.head.of(holds) if each.which in (which, None)), key=lambda each: each.which is None
        )
        found = number_in(self._text(number, columns[0])) if columns else None
        if found is None:
            return None
        return rounded(found, 0) if holds is Holds.BASE_PARCELS else hectares_of(found, columns[0].unit or "公顷")

    def _area(self, number: int, column: TaskColumn) -> tuple[Decimal, str] | None:
        """The area of a cell with its unit; one that cannot be told is refused."""
        area = area_in(self._text(number, column))
        if area is None or (area[1] and column.unit and area[1] != column.unit):
            sentence = "{value} is no area in the unit of its column; write a number"
            self._refuse(number, Message("no_area", sentence, {"value": self._text(number, column)}))
            return None
        if not (area[1] or column.unit):
            sentence = "{head}: it is not said whether the areas are in 亩 or 公顷; write it in the head"
            self._refuse(number, Message("unit_of_area_unknown", sentence, {"head": column.head}))
            return None
        return area[0], area[1] or column.unit

    def _text(self, number: int, column: TaskColumn) -> str:
        return plain(self._cell(number, column))

    def _cell(self, number: int, column: TaskColumn) -> object:
        row = self.sheet.rows[number]
        return row[column.place] if column.place < len(row) else None

    def _refuse(self, number: int, reason: Message) -> None:
        written = " | ".join(plain(cell) for cell in self.sheet.rows[number] if cell is not None)
        self.refused.append(Refused(self.sheet.name, number + 1, written, reason))

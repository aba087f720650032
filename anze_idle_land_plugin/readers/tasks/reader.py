"""A task table into tasks: one row a unit, or a list and unit; what names no unit or no area is refused by name."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple, Sequence

from ...model.campaign import Task
from ...model.counting.figures import Unit
from ...model.counting.units import is_sum, unit_called
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Message
from ...model.rounding import rounded
from ..ledger.sheets import SheetCells, read_sheets
from .heads import Holds, TaskColumn, TaskHead, head_of, list_named, plain

PER_HECTARE = {"公顷": Decimal(1), "亩": Decimal(15), "平方米": Decimal(10_000)}
NOTHING = {"", "-", "--", "—", "——", "/", "无"}


class TasksUnreadable(CampaignError):
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


class TaskTable(NamedTuple):
    """The tasks of a table and what of it was not taken."""

    tasks: tuple[Task, ...]
    refused: tuple[Refused, ...]


def read_tasks(path: Path, units: Sequence[Unit], county: Sequence[str]) -> TaskTable:
    """Every task of the first sheet that holds any; areas in hectares, half up at 4 decimals, from what stands there.

    ``units`` are the campaign's towns and zone, ``county`` the county's code and name. Raises TasksUnreadable, and
    LedgerUnreadable for what is no workbook.
    """
    for sheet in read_sheets(path, path.read_bytes()):
        head = head_of(sheet)
        if head is not None and not sheet.hidden:
            return _Sheet(sheet, head, units, county).table()
    raise TasksUnreadable(file=path.name)


class _Sheet:
    """One sheet being read."""

    def __init__(self, sheet: SheetCells, head: TaskHead, units: Sequence[Unit], county: Sequence[str]) -> None:
        self.sheet, self.head, self.units, self.county = sheet, head, units, county
        self.tasks: dict[tuple[ListKind, str], Task] = {}
        self.refused: list[Refused] = []
        self.sums: list[tuple[int, Task]] = []

    def table(self) -> TaskTable:
        for number in range(self.head.first_row, len(self.sheet.rows)):
            self._row(number)
        for line, task in self.sums:
            self._sum(line, task)
        return TaskTable(tuple(self.tasks.values()), tuple(self.refused))

    def _row(self, number: int) -> None:
        named = plain(self._cell(number, self.head.of(Holds.UNIT)[0]))
        columns = [each for each in self.head.of(Holds.TASK) if self._text(number, each) not in NOTHING]
        if not columns:
            return
        unit = unit_called(named, self.units, self.county)
        if unit is None:
            sentence = "the unit {unit} is not in this campaign; write the county, a town or the zone by name or code"
            self._refuse(number, Message("unit_unknown", sentence, {"unit": named or "—"}))
            return
        found: dict[ListKind, list[tuple[TaskColumn, Decimal]]] = {}
        for column in columns:
            which = column.which or self._list(number)
            area = self._area(number, column)
            if which is None:
                sentence = "it is not said whether this is a task of 批而未供 or of 闲置土地; write it in a column 清单"
                self._refuse(number, Message("list_unknown", sentence))
            elif area is not None:
                found.setdefault(which, []).append((column, area))
        for which, areas in found.items():
            self._take(number, named, unit, which, areas)

    def _list(self, number: int) -> ListKind | None:
        column = next(iter(self.head.of(Holds.LIST)), None)
        return list_named(plain(self._cell(number, column))) if column else None

    def _take(
        self, number: int, named: str, unit: str, which: ListKind, areas: Sequence[tuple[TaskColumn, Decimal]]
    ) -> None:
        """One task of a unit; the same task told in two units of area must be the same."""
        column, finest = min(areas, key=lambda each: _last_digit(each[1], each[0].unit))
        task_ha = _hectares(finest, column.unit)
        for other, area in areas:
            if abs(_exact(area, other.unit) - _exact(finest, column.unit)) > _last_digit(area, other.unit) / 2:
                sentence = "{one} and {other} do not say the same area; correct one of them"
                self._refuse(number, Message("tasks_differ", sentence, {"one": column.head, "other": other.head}))
                return
        task = Task(
            which,
            unit,
            int(self._base(number, Holds.BASE_PARCELS, which) or 0),
            float(self._base(number, Holds.BASE_AREA, which) or 0),
            float(task_ha),
        )
        if is_sum(named):
            self.sums.append((number, task))
        elif (which, unit) in self.tasks:
            sentence = "the unit {unit} stands there twice for {list}; leave one row"
            self._refuse(number, Message("unit_twice", sentence, {"unit": unit, "list": which.zh}))
        else:
            self.tasks[which, unit] = task

    def _sum(self, number: int, task: Task) -> None:
        """A row of sums is the county's task where the county has no row of its own, and must agree with the rows."""
        key = task.which, task.unit_code
        parts = [
            each.task_area_ha for (which, unit), each in self.tasks.items() if which is task.which and unit != key[1]
        ]
        expected = self.tasks[key].task_area_ha if key in self.tasks else sum(parts)
        tolerance = 0.0001 * max(len(parts), 1)
        if (key in self.tasks or parts) and abs(task.task_area_ha - expected) > tolerance:
            sentence = "the sum {sum} 公顷 is not that of its rows, {rows} 公顷; correct the table"
            values = {"sum": f"{task.task_area_ha:.4f}", "rows": f"{expected:.4f}"}
            self._refuse(number, Message("sum_wrong", sentence, values))
        else:
            self.tasks.setdefault(key, task)

    def _base(self, number: int, holds: Holds, which: ListKind) -> Decimal | None:
        columns = [each for each in self.head.of(holds) if each.which in (which, None)]
        found = self._number(number, columns[0]) if columns else None
        if found is None:
            return None
        return rounded(found, 0) if holds is Holds.BASE_PARCELS else _hectares(found, columns[0].unit or "公顷")

    def _area(self, number: int, column: TaskColumn) -> Decimal | None:
        area = self._number(number, column)
        if area is None or area < 0:
            sentence = "{value} is no area; write a number"
            self._refuse(number, Message("no_area", sentence, {"value": self._text(number, column)}))
            return None
        if not column.unit:
            sentence = "{head}: it is not said whether the areas are in 亩 or 公顷; write it in the head"
            self._refuse(number, Message("unit_of_area_unknown", sentence, {"head": column.head}))
            return None
        return area

    def _number(self, number: int, column: TaskColumn) -> Decimal | None:
        try:
            found = Decimal(self._text(number, column).replace(",", ""))
        except InvalidOperation:
            return None
        return found if found.is_finite() else None

    def _text(self, number: int, column: TaskColumn) -> str:
        value = self._cell(number, column)
        return unicodedata.normalize("NFKC", repr(value) if isinstance(value, float) else plain(value)).strip()

    def _cell(self, number: int, column: TaskColumn) -> object:
        row = self.sheet.rows[number]
        return row[column.index] if column.index < len(row) else None

    def _refuse(self, number: int, reason: Message) -> None:
        written = " | ".join(plain(cell) for cell in self.sheet.rows[number] if cell is not None)
        self.refused.append(Refused(self.sheet.name, number + 1, written, reason))


def _exact(area: Decimal, unit: str) -> Decimal:
    return area / PER_HECTARE[unit]


def _hectares(area: Decimal, unit: str) -> Decimal:
    return rounded(_exact(area, unit), 4)


def _last_digit(area: Decimal, unit: str) -> Decimal:
    """How much the last digit an area is written with is worth, in hectares."""
    exponent = area.as_tuple().exponent
    return Decimal(1).scaleb(min(int(exponent), 0)) / PER_HECTARE[unit]

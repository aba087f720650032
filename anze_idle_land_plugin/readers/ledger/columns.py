"""A ledger before it is read: sheet by sheet the heads, what each column was taken for, and samples of its cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Mapping, Sequence

from ... import catalogue
from ...model.kinds import ListKind
from .headers import SEVERAL_UNITS, UNUSED, field_of_head, is_serial, mapped, recognise, split_head
from .reader import HEAD_ROWS, SAMPLES, LedgerMissing, LedgerTable, find_table, left_out
from .sheets import SheetCells, read_sheets
from .values import Typed, text_of, typed


@dataclass(frozen=True)
class SeenColumn:
    """One column: ``index`` from 0, the ``head`` as written, the field code it was taken for (or UNUSED) and its unit.

    ``known``: names or the mapping leave no question. ``repeated``: the same head stands further left, and only that
    column is read. ``raw`` are the first filled cells.
    """

    index: int
    head: str
    field: str
    unit: str
    known: bool
    repeated: bool
    raw: tuple[Any, ...]
    epoch: datetime

    def samples(self, which: ListKind, field: str, unit: str) -> list[tuple[str, Typed]]:
        """The texts of the samples and how they read as a field in a unit (empty: as the head says)."""
        wanted = catalogue.field_by_code(which)[field]
        said = unit or split_head(self.head).unit
        return [(text_of(raw), typed(which, wanted, said, raw, self.epoch)) for raw in self.raw]


@dataclass(frozen=True)
class SeenSheet:
    """One sheet: its heads stand in ``lines`` (first and last, from 1); ``found`` is False where they are a guess."""

    name: str
    lines: tuple[int, int]
    found: bool
    columns: tuple[SeenColumn, ...]


class LedgerBook:
    """A ledger file, read once and looked at for either list."""

    def __init__(self, path: Path) -> None:
        """Raises LedgerMissing or LedgerUnreadable."""
        if not path.is_file():
            raise LedgerMissing(file=str(path))
        self.path = path
        self._sheets = read_sheets(path, path.read_bytes())

    def seen(
        self, which: ListKind, mapping: Mapping[str, str] = {}, head_lines: Mapping[str, int] = {}
    ) -> list[SeenSheet]:
        """The sheets that would be read. ``head_lines`` says by sheet where heads stand that nobody knows."""
        return [
            _seen(cells, which, mapping, head_lines.get(cells.name, 0))
            for cells in self._sheets
            if not left_out(cells, which) and cells.rows
        ]

    def likely(self) -> ListKind | None:
        """The list whose fields the heads name most; None when that is not clear."""
        known = {
            which: sum(len(table.columns) for cells in self._sheets if (table := self._table(cells, which)))
            for which in ListKind
        }
        best = max(known, key=lambda which: known[which])
        return best if list(known.values()).count(known[best]) == 1 else None

    def _table(self, cells: SheetCells, which: ListKind) -> LedgerTable | None:
        return None if left_out(cells, which) else find_table(cells, which)


def open_questions(sheets: Sequence[SeenSheet]) -> list[SeenColumn]:
    """The columns that nobody knows, in the sheets that have heads; all of them where no sheet has."""
    found = [sheet for sheet in sheets if sheet.found] or sheets
    return [column for sheet in found for column in sheet.columns if not column.known]


def _seen(cells: SheetCells, which: ListKind, mapping: Mapping[str, str], line: int) -> SeenSheet:
    table = find_table(cells, which, mapping)
    if table is not None:
        columns = _columns(cells, which, mapping, table.heads, table.first)
        return SeenSheet(cells.name, (table.head + 1, table.first), True, columns)
    index = min(line, len(cells.rows)) - 1 if line else _fullest(cells)
    heads = [text_of(cell) for cell in cells.merged_heads[index]]
    columns = _columns(cells, which, mapping, heads, index + 1)
    return SeenSheet(cells.name, (index + 1, index + 1), False, columns)


def _fullest(cells: SheetCells) -> int:
    """The first of the rows with the most texts: heads are texts."""
    counts = [sum(isinstance(cell, str) and bool(cell.strip()) for cell in row) for row in cells.rows[:HEAD_ROWS]]
    return counts.index(max(counts))


def _columns(
    cells: SheetCells, which: ListKind, mapping: Mapping[str, str], heads: Sequence[str], first: int
) -> tuple[SeenColumn, ...]:
    taken = {column.index: column for column in recognise(which, heads, mapping)}
    seen: dict[int, SeenColumn] = {}
    for index, head in enumerate(heads):
        if not head.strip():
            continue
        column = taken.get(index)
        field, unit = (column.field.code, column.unit) if column else (UNUSED, "")
        repeated = head in heads[:index]
        clear = column is not None and unit != SEVERAL_UNITS
        known = repeated or clear or is_serial(which, head) or mapped(mapping, head) is not None
        raw = _filled(cells, index, first)
        seen[index] = SeenColumn(index, head, field, unit, known, repeated, raw, cells.epoch)
    return tuple(seen.values())


def _filled(cells: SheetCells, index: int, first: int) -> tuple[Any, ...]:
    found: list[Any] = []
    for row in cells.rows[first:]:
        if index < len(row) and text_of(row[index]):
            found.append(row[index])
            if len(found) == SAMPLES:
                break
    return tuple(found)


def answer_of(which: ListKind, column: SeenColumn, field: str, unit: str) -> Mapping[str, str]:
    """What a mapping has to say so that a column is read as chosen; nothing where the names say the same."""
    named = field_of_head(which, column.head)
    own = split_head(column.head).unit or (named[1] if named else "")
    default = catalogue.field_by_code(which)[field].unit if field else ""
    target = f"{field}:{unit}" if field and unit and unit != (own or default) else field
    by_name = named[0].code if named else UNUSED if is_serial(which, column.head) else None
    return {} if column.known and target == by_name else {column.head: target}

"""A ledger (台账) as kept by an office: title rows, two-line heads, several sheets, dates and units of every kind.

Every row becomes a LedgerRow or a Reject; every cell of a known column becomes a value or a Reject that names it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Mapping, Sequence

from ... import catalogue
from ...catalogue import Value
from ...model.approvals import ApprovedBy
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Message, Reject
from ...model.units import NO_UNITS, Units
from ..boundary_txt.decoding import UNDECODABLE
from .approvals import APPROVED_ON, days_of, several
from .dating import LedgerDay, ledger_day
from .headers import UNUSED, Column, field_and_unit, field_of_head, is_serial, mapped, recognise, split_head
from .opinions import kept_words
from .sheets import SheetCells, read_sheets
from .values import DETAILS, Rounded, text_of, typed, units_of

HEAD_ROWS = 30
"""Heads are looked for in the first rows only."""
FEWEST_COLUMNS = 2
SAMPLES = 3
"""Cells of a column that are shown."""
_TOTAL = re.compile(r".{0,6}(合计|小计|总计|共计|累计)([(（].{0,12}[)）]|\d.{0,12})?")
_DECIMALS = re.compile(r"\d\.(\d+)")
_REMARK = re.compile(r"(注|备注|说明|填表|填报|制表|审核|单位负责人|联系人)[人单位日期]*\s*[:：].*")


UNDECODABLE_ROW = Message("undecodable", "it holds bytes that are no characters; type the row again")


class LedgerMissing(CampaignError):
    sentence = "There is no ledger {file}; choose another file"


class LedgerSheetMissing(CampaignError):
    sentence = "There is no sheet {sheet} in {file}; the sheets are: {sheets}"


class LedgerHeadMissing(CampaignError):
    sentence = (
        "No row of column heads was found in {file}; a ledger needs at least two heads such as 地块编号 and 批准文号, "
        "or a mapping of its heads to field codes"
    )


class UnknownMappedField(CampaignError):
    sentence = "The mapping sends {head} to {field}, which is no field of this list; use a field code such as {example}"


class UnknownMappedUnit(CampaignError):
    sentence = "The mapping reads {head} in {unit}, in which {field} cannot be given; its units are: {units}"


@dataclass(frozen=True)
class LedgerRow:
    """One row. ``values`` are typed values by field code (given ones only); ``texts`` every cell by its head as
    written, of columns nobody knows as well (a repeated head gets " (2)"). ``rounded`` are areas as
    written, ``approvals`` those of a row that names several."""

    sheet: str
    line: int
    values: Mapping[str, Value]
    texts: Mapping[str, str]
    rounded: Mapping[str, Rounded] = field(default_factory=dict)
    approvals: tuple[ApprovedBy, ...] = ()


@dataclass(frozen=True)
class UnknownColumn:
    """A column nobody knows: its ``column`` by letter, how many cells below its head are ``filled``, and the first."""

    sheet: str
    column: str
    head: str
    filled: int
    samples: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """A ledger as read. ``sheet`` names the sheets taken; ``unknown`` are the columns whose heads name no field.

    ``dated`` is the day it speaks of; None for rows that were not read from a file.
    """

    file: str
    sha256: str
    size: int
    sheet: str
    rows: tuple[LedgerRow, ...]
    rejects: tuple[Reject, ...]
    notes: tuple[Message, ...]
    unknown: tuple[UnknownColumn, ...]
    dated: LedgerDay | None = None

    @property
    def unknown_headers(self) -> tuple[str, ...]:
        """The heads nobody knows, each once."""
        return tuple(dict.fromkeys(each.head for each in self.unknown))


@dataclass(frozen=True)
class LedgerTable:
    """A sheet with its heads: ``head`` is the index of their first row, ``first`` that of the first row below."""

    cells: SheetCells
    head: int
    first: int
    heads: tuple[str, ...]
    columns: tuple[Column, ...]


def read_ledger(
    path: Path, which: ListKind, sheet: str = "", mapping: Mapping[str, str] = {}, known: Units = NO_UNITS
) -> Ledger:
    """Read a ledger. Without ``sheet`` every visible sheet that has heads and is not of the other list is taken.

    ``mapping`` gives field codes for heads as written (``GDMJ``, ``GDMJ:亩``, or empty to leave a column);
    ``known`` are the campaign's towns. Raises
    LedgerMissing, LedgerUnreadable, LedgerSheetMissing, LedgerHeadMissing, UnknownMappedField or UnknownMappedUnit.
    """
    if not path.is_file():
        raise LedgerMissing(file=str(path))
    check_mapping(which, mapping)
    data = path.read_bytes()
    sheets = read_sheets(path, data)
    reader = _Reader(path.name, which, known)
    tables = [table for cells in _wanted(path, sheets, sheet, reader) if (table := find_table(cells, which, mapping))]
    if not tables:
        raise LedgerHeadMissing(file=path.name)
    for table in tables:
        reader.read(table)
    return Ledger(
        file=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        sheet="、".join(table.cells.name for table in tables),
        rows=tuple(reader.rows),
        rejects=tuple(reader.rejects),
        notes=tuple(reader.notes),
        unknown=tuple(each for table in tables for each in _unknown(table, which, mapping)),
        dated=day_of_tables(path, data, tables),
    )


def day_of_tables(path: Path, data: bytes, tables: Sequence[LedgerTable]) -> LedgerDay:
    """The day of a ledger whose tables were found."""
    titles = [text_of(cell) for table in tables for row in table.cells.rows[: table.head] for cell in row]
    return ledger_day(path, data, titles, [table.cells.name for table in tables])


def _unknown(table: LedgerTable, which: ListKind, mapping: Mapping[str, str]) -> list[UnknownColumn]:
    """The columns of a table that no name knows and nobody said anything of; serial numbers are known."""
    taken = {column.index for column in table.columns}
    found = []
    for index, head in enumerate(table.heads):
        said = mapped(mapping, head) if mapping else None
        if not head.strip() or index in taken or said is not None or is_serial(which, head):
            continue
        below = [text_of(row[index]) for row in table.cells.rows[table.first :] if index < len(row)]
        filled = [text for text in below if text]
        found.append(UnknownColumn(table.cells.name, column_name(index), head, len(filled), tuple(filled[:SAMPLES])))
    return found


def check_mapping(which: ListKind, mapping: Mapping[str, str]) -> None:
    """Raise UnknownMappedField or UnknownMappedUnit for what the list does not have."""
    fields = catalogue.field_by_code(which)
    for head, target in mapping.items():
        code, unit = field_and_unit(target)
        if target != UNUSED and code not in fields:
            raise UnknownMappedField(head=head, field=code, example=catalogue.code_field(which))
        if unit and unit not in units_of(fields[code]):
            units = "、".join(units_of(fields[code])) or "-"
            raise UnknownMappedUnit(head=head, unit=unit, field=code, units=units)


def _wanted(path: Path, sheets: Sequence[SheetCells], name: str, reader: _Reader) -> list[SheetCells]:
    if name:
        chosen = [cells for cells in sheets if cells.name.strip() == name.strip()]
        if not chosen:
            raise LedgerSheetMissing(sheet=name, file=path.name, sheets="、".join(cells.name for cells in sheets))
        return chosen
    wanted = []
    for cells in sheets:
        if left_out(cells, reader.which):
            reader.note(
                "sheet_left_out", "sheet {sheet} was left out: it is hidden or of the other list", sheet=cells.name
            )
        else:
            wanted.append(cells)
    return wanted


def left_out(cells: SheetCells, which: ListKind) -> bool:
    """Whether a sheet is not read unless it is named: it is hidden, or its name speaks of the other list."""
    return cells.hidden or _is_of(cells.name) not in (None, which)


def _is_of(sheet: str) -> ListKind | None:
    """The list a sheet's name speaks of, when it names just one."""
    named = [which for which, word in ((ListKind.IDLE, "闲置"), (ListKind.UNSUPPLIED, "未供")) if word in sheet]
    return named[0] if len(named) == 1 else None


def find_table(cells: SheetCells, which: ListKind, mapping: Mapping[str, str] = {}) -> LedgerTable | None:
    """The row of heads with the most known ones among the first rows; two-line heads when they tell more."""
    best: LedgerTable | None = None
    for index in range(min(HEAD_ROWS, len(cells.rows))):
        upper = [text_of(cell) for cell in cells.merged_heads[index]]
        lower = [text_of(cell) for cell in cells.merged_heads[index + 1]] if index + 1 < len(cells.rows) else []
        for first, heads in ((index + 1, upper), (index + 2, _joined(which, upper, lower) if lower else [])):
            columns = recognise(which, heads, mapping)
            if len(columns) >= FEWEST_COLUMNS and (best is None or len(columns) > len(best.columns)):
                best = LedgerTable(cells, index, first, tuple(heads), tuple(columns))
    return best


def _joined(which: ListKind, upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """One head a column from two lines: the lower one, the two together where only that is known, else the upper."""
    heads = []
    for index in range(max(len(upper), len(lower))):
        above = upper[index] if index < len(upper) else ""
        below = lower[index] if index < len(lower) else ""
        if not below or above == below:
            heads.append(above)
        elif not above:
            heads.append(below)
        else:
            unit = split_head(above).unit if not split_head(below).unit else ""
            tries = (f"{above}{below}", f"{below}({unit})" if unit else below)
            heads.append(next((each for each in tries if field_of_head(which, each)), tries[0]))
    return heads


class _Reader:
    """Collects rows, rejects and notes over the sheets of one ledger."""

    def __init__(self, file: str, which: ListKind, known: Units) -> None:
        self.file, self.which, self.known = file, which, known
        self.rows: list[LedgerRow] = []
        self.rejects: list[Reject] = []
        self.notes: list[Message] = []
        self._decimals: dict[tuple[str, int], int] = {}

    def note(self, code: str, sentence: str, **values: object) -> None:
        self.notes.append(Message(code, sentence, {"file": self.file, **values}))

    def read(self, table: LedgerTable) -> None:
        self._note_units(table)
        for index in range(table.first, len(table.cells.rows)):
            cells = table.cells.rows[index]
            texts = [text_of(cell) for cell in cells]
            if not any(texts):
                continue
            reason = UNDECODABLE_ROW if _undecodable(cells) else _no_row(table, texts)
            if reason is None:
                self.rows.append(self._row(table, index + 1, cells, texts))
            else:
                line = " | ".join(text for text in texts if text)
                self.rejects.append(Reject(self.file, index + 1, line, reason, table.cells.name))

    def _note_units(self, table: LedgerTable) -> None:
        for column in table.columns:
            if column.unit == "" and column.field.unit in ("公顷", "万元") and "(" not in column.head:
                sentence = "column {head} names no unit; it was read as {unit}"
                self.note("unit_assumed", sentence, head=column.head, unit=column.field.unit)

    def _row(self, table: LedgerTable, line: int, cells: Sequence[Any], texts: Sequence[str]) -> LedgerRow:
        values: dict[str, Value] = {}
        rounded: dict[str, Rounded] = {}
        words: dict[str, str] = {}
        days: tuple[date, ...] = ()
        for column in table.columns:
            raw = cells[column.index] if column.index < len(cells) else None
            read = typed(self.which, column.field, column.unit, raw, table.cells.epoch, self.known)
            if read.problem and column.field.attribute == APPROVED_ON[self.which] and (days := days_of(text_of(raw))):
                values[column.field.code] = max(days)
            elif read.problem:
                self.rejects.append(self._cell(table, line, column, text_of(raw), read.problem))
                words[column.field.attribute] = read.opinion or text_of(raw)
            if read.rounded:
                rounded[column.field.code] = self._as_column(table, column, text_of(raw), read.rounded)
            if read.note:
                sentence = "{sheet} {cell}: {note}"
                self.note(
                    read.note.code, sentence, sheet=table.cells.name, cell=_cell_name(line, column), note=read.note
                )
            if read.value is not None:
                values[column.field.code] = read.value
        values.update(kept_words(self.which, values, words))
        approvals = several(self.which, values, days)
        if days and len(approvals) != len(days):
            self.note(
                "approvals_and_days",
                "{sheet} line {line}: {days} days of approval, but {numbers} numbers",
                sheet=table.cells.name,
                line=line,
                days=len(days),
                numbers=max(len(approvals), 1),
            )
        return LedgerRow(table.cells.name, line, values, _by_head(table.heads, texts), rounded, approvals)

    def _as_column(self, table: LedgerTable, column: Column, text: str, area: Rounded) -> Rounded:
        """Spreadsheets drop zeros at the end: hectares have the most decimals of their column, whole mu the fewest.

        Hectares are kept with four decimals, mu are rounded cell by cell.
        """
        own = _DECIMALS.search(text)
        decimals = len(own[1]) if own else 0
        if decimals and column.unit == "亩":
            return area
        key = (table.cells.name, column.index)
        if key not in self._decimals:
            cells = (text_of(row[column.index]) for row in table.cells.rows[table.first :] if column.index < len(row))
            found = [len(match[1]) for match in map(_DECIMALS.search, cells) if match]
            self._decimals[key] = (min if column.unit == "亩" else max)(found, default=0)
        return replace(area, half=area.half / 10 ** (self._decimals[key] - decimals))

    def _cell(self, table: LedgerTable, line: int, column: Column, text: str, reason: Message) -> Reject:
        sentence = "{file} {sheet} {cell} ({head}): {value} was left empty: {reason}"
        detail = DETAILS.get(column.field.attribute)
        if detail:
            sentence = "{file} {sheet} {cell} ({head}): {value} was kept as {detail}, and the code stays open: {reason}"
        kept_as = catalogue.field_of(self.which, detail).name_zh if detail else ""
        values = {
            "detail": kept_as,
            "file": self.file,
            "sheet": table.cells.name,
            "cell": _cell_name(line, column),
            "head": column.head,
        }
        message = Message(reason.code, sentence, {**values, "value": text, "reason": reason, "detail": kept_as})
        return Reject(self.file, line, text, message, table.cells.name)


def _cell_name(line: int, column: Column) -> str:
    """A1 style: the 28th column of line 3 is AB3."""
    return f"{column_name(column.index)}{line}"


def column_name(index: int) -> str:
    """The letters of a column, counted from 0."""
    letters, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _by_head(heads: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    for index, text in enumerate(texts):
        head = heads[index] if index < len(heads) else ""
        name, count = head, 1
        while name in named:
            count += 1
            name = f"{head} ({count})"
        if head or text:
            named[name] = text
    return named


def _undecodable(cells: Sequence[Any]) -> bool:
    return any(isinstance(cell, str) and UNDECODABLE in cell for cell in cells)


def _no_row(table: LedgerTable, texts: Sequence[str]) -> Message | None:
    """Why a filled line is no parcel: a total, a remark, column numbers, the heads once more, or nothing known."""
    filled = [text for text in texts if text]
    if any(_TOTAL.fullmatch(re.sub(r"[\s:：]", "", text)) for text in filled[:2]):
        return Message("total_row", "it is a total, not a parcel", {})
    if _REMARK.fullmatch(filled[0]) and len(filled) <= 3:
        return Message("remark_row", "it is a remark below the table, not a parcel", {})
    given = [(column.head, texts[column.index]) for column in table.columns if column.index < len(texts)]
    given = [(head, text) for head, text in given if text]
    if not given:
        return Message("nothing_known", "none of its cells stands in a known column", {})
    if len(given) > 1 and all(_same_head(head, text) for head, text in given):
        return Message("repeated_heads", "it repeats the column heads", {})
    if _numbers_columns(filled):
        return Message("column_numbers", "it numbers the columns", {})
    return None


def _same_head(head: str, text: str) -> bool:
    key = split_head(text).key
    return bool(key) and split_head(head).key.endswith(key)


def _numbers_columns(filled: Sequence[str]) -> bool:
    return len(filled) > 2 and list(filled) == [str(number) for number in range(1, len(filled) + 1)]

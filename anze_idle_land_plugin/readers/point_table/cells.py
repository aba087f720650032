"""A table as rows of text, whatever file it comes from. A cell that is no honest text carries the reason."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Mapping, Sequence

from ...model.messages import Message
from ..boundary_txt.decoding import UNDECODABLE, shown
from ..boundary_txt.lines import BLANKS, half_width
from ..ledger.sheets import FormulaWithoutValue, SheetCells

_SEPARATORS = re.compile(r"[,;\s]+")
_FEWEST_MARKS = 2
_AROUND = BLANKS.replace("\t", "")
_HONEST = (float, int, type(None))
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")

UNDECODABLE_ROW = Message("undecodable", "it holds bytes that are no characters; type the line again")


@dataclass(frozen=True)
class TableRow:
    """One row: its line in the file or sheet, its cells as text, and why some of them cannot be believed.

    ``heads`` are the cells with merged areas spelt out in each of their columns, as heads are read. ``wide`` says
    whether full-width characters were read as half-width ones.
    """

    line: int
    texts: Sequence[str]
    heads: Sequence[str]
    faults: Mapping[int, Message] = field(default_factory=dict)
    wide: bool = False

    @property
    def text(self) -> str:
        """The row as one line."""
        return ",".join(self.texts).rstrip(",")

    @property
    def blank(self) -> bool:
        return not any(self.texts)

    def cell(self, place: int | None) -> str:
        """The text of a column; empty where there is none."""
        return self.texts[place] if place is not None and place < len(self.texts) else ""


@dataclass(frozen=True)
class Table:
    """A sheet, or the only table of a text file (then without a name)."""

    name: str
    rows: Sequence[TableRow]


def table_of_text(text: str) -> Table:
    """Lines cut at commas, at tabs or semicolons where all lines have as many, else at any blanks; ``#`` opens a
    comment."""
    lines = [raw.strip(_AROUND) for raw in re.split(r"\r\n|\n|\r", text)]
    mark = _mark([line for line in lines if line.strip(BLANKS) and not line.startswith("#")])
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.startswith("#"):
            fields = _fields(shown(line), mark)
            faults = dict.fromkeys(range(len(fields)), UNDECODABLE_ROW) if UNDECODABLE in line else {}
            rows.append(TableRow(number, fields, fields, faults, wide=half_width(line) != line))
    return Table("", rows)


def _mark(lines: Sequence[str]) -> str:
    """The mark between the columns when it is a tab or a semicolon that may stand round empty cells."""
    for mark in ("\t", ";"):
        counts = {half_width(line).count(mark) for line in lines}
        if len(counts) == 1 and min(counts) >= _FEWEST_MARKS:
            return mark
    return ""


def _fields(line: str, mark: str) -> list[str]:
    plain = half_width(line)
    if mark or "," in plain:
        fields = _quoted(plain, mark or ",") if '"' in plain else plain.split(mark or ",")
        return [_number_or_text(field.strip(BLANKS)) for field in fields]
    return _SEPARATORS.split(plain.replace('"', "").strip(BLANKS))


def _quoted(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark))
    except csv.Error:  # an endless field: whatever it is, it is no coordinate
        return line.split(mark)


def table_of_sheet(sheet: SheetCells) -> Table:
    """The cells of a sheet as a person sees them; a merged value stands where it was entered only."""
    covered = {(line, span.left) for span in sheet.merged for line in range(span.top + 1, span.bottom)}
    rows = []
    for line, (cells, heads) in enumerate(zip(sheet.rows, sheet.merged_heads)):
        own = [None if (line, column) in covered else cell for column, cell in enumerate(cells)]
        odd = [(column, cell) for column, cell in enumerate(own) if type(cell) not in _HONEST]
        faults = {column: fault for column, cell in odd if (fault := fault_of(cell))}
        rows.append(TableRow(line + 1, [cell_text(cell) for cell in own], [cell_text(cell) for cell in heads], faults))
    return Table(sheet.name, rows)


def fault_of(cell: Any) -> Message | None:
    """Why a cell says something else than was surveyed."""
    if isinstance(cell, FormulaWithoutValue):
        return Message(
            "formula_without_value", "a formula was never computed; open the table, save it and import it again", {}
        )
    if isinstance(cell, (date, time)):
        sentence = "the spreadsheet made a date of it; enter it as text"
        return Message("date_cell", sentence, {})
    if isinstance(cell, bool) or (isinstance(cell, str) and re.fullmatch(r"#[A-Z/0]+[!?]?", cell)):
        return Message("cell_error", "the spreadsheet could not compute it; mend the cell", {})
    return None


def cell_text(cell: Any) -> str:
    """A cell as text. Of a number the 15 digits a spreadsheet shows: what stands behind them nobody entered."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return number_text(cell)
    return _number_or_text(half_width(re.sub(r"\s+", " ", str(cell)).strip(BLANKS)))


def number_text(value: float) -> str:
    """A number in plain decimals, without exponent and without zeros that nobody wrote."""
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.12f}".rstrip("0").rstrip(".")
    return text


def _number_or_text(text: str) -> str:
    """A number written with marks between its thousands loses these; all else stays."""
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text

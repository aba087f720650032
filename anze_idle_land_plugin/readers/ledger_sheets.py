"""The cells of a ledger file: sheets of xlsx by openpyxl, or one sheet of text of a csv."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Sequence
from zipfile import BadZipFile

from ..model.messages import CampaignError

FIRST_DATE = datetime(1899, 12, 30)


class LedgerUnreadable(CampaignError):
    sentence = "The ledger {file} cannot be read as {kind}; open it and save it again as .xlsx"


class FormulaWithoutValue:
    """Stands in a cell whose formula was never computed by a spreadsheet program."""

    def __init__(self, formula: str) -> None:
        self.formula = formula

    def __str__(self) -> str:
        return self.formula


@dataclass(frozen=True)
class SheetCells:
    """One sheet: rows of raw cell values (row 0 is line 1). ``merged_heads`` are the rows as heads read them.

    In ``rows`` a value merged over several rows stands in each of them: it is meant for each. In ``merged_heads`` a
    value merged over several columns stands in each of these too. ``epoch`` is the day serial numbers count from.
    """

    name: str
    rows: Sequence[Sequence[Any]]
    merged_heads: Sequence[Sequence[Any]]
    hidden: bool = False
    epoch: datetime = FIRST_DATE


def read_sheets(path: Path, data: bytes) -> list[SheetCells]:
    """Every sheet of a ledger. Raises LedgerUnreadable for a broken file and for old .xls workbooks."""
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return [_csv_sheet(path, data)]
    if data[:4] != b"PK\x03\x04":
        raise LedgerUnreadable(file=path.name, kind="xlsx")
    return _workbook(path, data)


def _workbook(path: Path, data: bytes) -> list[SheetCells]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data))
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError) as error:
        raise LedgerUnreadable(file=path.name, kind="xlsx") from error
    return [_sheet(sheet, formulas[sheet.title], values.epoch) for sheet in values.worksheets]


def _sheet(sheet: Any, formulas: Any, epoch: datetime) -> SheetCells:
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    for line, row in enumerate(formulas.iter_rows()):
        for column, cell in enumerate(row):
            if cell.data_type == "f" and rows[line][column] is None:
                rows[line][column] = FormulaWithoutValue(str(cell.value))
    heads = [list(row) for row in rows]
    for area in sheet.merged_cells.ranges:
        top, left = area.min_row - 1, area.min_col - 1
        value = rows[top][left]
        for line in range(top, area.max_row):
            rows[line][left] = value
            for column in range(left, area.max_col):
                heads[line][column] = value
    return SheetCells(sheet.title, rows, heads, sheet.sheet_state != "visible", epoch)


def _csv_sheet(path: Path, data: bytes) -> SheetCells:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise LedgerUnreadable(file=path.name, kind="UTF-8 / GB18030")
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    try:
        rows = [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise LedgerUnreadable(file=path.name, kind="csv") from error
    return SheetCells("", rows, rows)

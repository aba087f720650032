"""The cells of a spreadsheet file: sheets of xlsx by openpyxl, of xls by xlrd, or one sheet of text of a csv."""

from __future__ import annotations

import csv
import io
import re
import struct
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Sequence
from zipfile import BadZipFile, ZipFile

from ...model.messages import CampaignError
from ..boundary_txt.decoding import UndecodableFile, decode

FIRST_DATE = datetime(1899, 12, 30)
FIRST_DATE_1904 = datetime(1904, 1, 1)
"""Where serial numbers of days begin, in most workbooks and in those of old Macintoshes."""


_KEPT_AS_TEXT = re.compile(r"""\s*(?:="(.*)"|'([0-9A-Za-z].*))\s*""", re.DOTALL)
_LOOK = 30
"""Lines of a csv that tell the mark between its columns."""
_ZIP, _XLS = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_UNPACKED = 1_500_000_000
"""Bytes of the largest workbook once unpacked: a small zip may claim any size."""


_FORMULA = re.compile(rb"<([a-z]+:)?f[ >/]")
_BROKEN = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError)
"""What the libraries for workbooks stumble over when a file is not what its head says."""


class Span(NamedTuple):
    """A merged area, counted from 0: rows ``top`` to before ``bottom``, columns ``left`` to before ``right``."""

    top: int
    bottom: int
    left: int
    right: int


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
    value merged over several columns stands in each of these too. ``merged`` says where. ``epoch`` is the day serial
    numbers count from.
    """

    name: str
    rows: Sequence[Sequence[Any]]
    merged_heads: Sequence[Sequence[Any]]
    hidden: bool = False
    epoch: datetime = FIRST_DATE
    merged: Sequence[Span] = ()


def read_sheets(path: Path, data: bytes) -> list[SheetCells]:
    """Every sheet of a ledger; what kind of workbook it is, its content says. Raises LedgerUnreadable."""
    if path.suffix.lower() in (".csv", ".txt", ".tsv"):
        return [_csv_sheet(path, data)]
    if data.startswith(_XLS):
        return _old_workbook(path, data)
    if not data.startswith(_ZIP):
        raise LedgerUnreadable(file=path.name, kind="xlsx / xls")
    return _workbook(path, data)


def _workbook(path: Path, data: bytes) -> list[SheetCells]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED or archive.testzip():
                raise LedgerUnreadable(file=path.name, kind="xlsx")
            calculates = any(
                _FORMULA.search(archive.read(name)) for name in archive.namelist() if "worksheets/" in name
            )
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data)) if calculates else None
    except (
        *_BROKEN,
        BadZipFile,
        InvalidFileException,
        zlib.error,
        OSError,
        EOFError,
        SyntaxError,
        RuntimeError,
    ) as error:
        raise LedgerUnreadable(file=path.name, kind="xlsx") from error
    return [_sheet(sheet, formulas[sheet.title] if formulas else None, values.epoch) for sheet in values.worksheets]


def _sheet(sheet: Any, formulas: Any, epoch: datetime) -> SheetCells:
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    for line, row in enumerate(formulas.iter_rows() if formulas else ()):
        for column, cell in enumerate(row):
            if cell.data_type == "f" and rows[line][column] is None:
                rows[line][column] = FormulaWithoutValue(str(cell.value))
    spans = [Span(area.min_row - 1, area.max_row, area.min_col - 1, area.max_col) for area in sheet.merged_cells.ranges]
    return _spread(sheet.title, rows, spans, sheet.sheet_state != "visible", epoch)


def _spread(name: str, rows: list[list[Any]], spans: Sequence[Span], hidden: bool, epoch: datetime) -> SheetCells:
    """A sheet with the values of its merged areas in every row they cover."""
    heads = [list(row) for row in rows]
    for span in spans:
        value = rows[span.top][span.left]
        for line in range(span.top, min(span.bottom, len(rows))):
            rows[line][span.left] = value
            for column in range(span.left, min(span.right, len(heads[line]))):
                heads[line][column] = value
    return SheetCells(name, rows, heads, hidden, epoch, tuple(spans))


def _old_workbook(path: Path, data: bytes) -> list[SheetCells]:
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        epoch = FIRST_DATE_1904 if book.datemode else FIRST_DATE
        return [_old_sheet(sheet, book.datemode, epoch) for sheet in book.sheets()]
    except (*_BROKEN, xlrd.XLRDError, CompDocError, struct.error, AssertionError, MemoryError) as error:
        raise LedgerUnreadable(file=path.name, kind="xls") from error


def _old_sheet(sheet: Any, datemode: int, epoch: datetime) -> SheetCells:
    rows = [
        [_old_value(sheet.cell(line, column), datemode) for column in range(sheet.ncols)] for line in range(sheet.nrows)
    ]
    spans = [Span(*area) for area in sheet.merged_cells if area[0] < sheet.nrows and area[2] < sheet.ncols]
    return _spread(sheet.name, rows, spans, sheet.visibility != 0, epoch)


def _old_value(cell: Any, datemode: int) -> Any:
    """A cell of an xls as openpyxl would give it: text stays text, days become dates, errors their names."""
    import xlrd

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            moment = xlrd.xldate.xldate_as_datetime(cell.value, datemode)
        except (xlrd.xldate.XLDateError, OverflowError, ValueError):
            return cell.value
        return moment.time() if cell.value < 1 else moment
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#N/A")
    return cell.value or None if cell.ctype == xlrd.XL_CELL_TEXT else cell.value


def _unmarked(text: str) -> str:
    """A cell without the marks that keep a spreadsheet from reading a long number: ="1410262019" or an apostrophe."""
    marked = _KEPT_AS_TEXT.fullmatch(text)
    return (marked[1] or marked[2] or "") if marked else text


def _csv_sheet(path: Path, data: bytes) -> SheetCells:
    try:
        text = decode(data, path.name).text
    except UndecodableFile as error:
        raise LedgerUnreadable(file=path.name, kind="UTF-8 / UTF-16 / GB18030") from error
    beginning = "\n".join(text.split("\n", _LOOK)[:_LOOK])  # a title above the heads holds no mark
    delimiter = max(",\t;", key=beginning.count)
    try:
        rows = [list(map(_unmarked, row)) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise LedgerUnreadable(file=path.name, kind="csv") from error
    return SheetCells("", rows, rows)

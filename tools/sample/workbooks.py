"""The sample's workbooks, made from the csv files beside this one: ledgers as an office dresses them, and bare lists.

A csv file holds the cells of one sheet. What reads as a number is one, what reads as 2023-05-10 is a date, all else is
text; an apostrophe in front makes text of anything, as in a spreadsheet: '20190328 is how some clerk wrote a day.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Sequence, Union

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
Cell = Union[str, float, int, datetime, None]
_DAY, _NUMBER = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"-?\d+(\.\d+)?")
_GROUPS, _HEADS = 3, 4
"""Rows of a ledger: the heads of groups of columns, and below them those of the columns."""
_THIN = Side(style="thin", color="000000")


class Book(NamedTuple):
    """A workbook: its csv file here, its place in the sample, its sheet, whose it is, and when it was drawn up."""

    source: str
    target: str
    sheet: str
    creator: str
    day: datetime


LEDGERS = tuple(
    Book(f"ledger_{which}.csv", f"ledger_{which}.xlsx", "台账", "自然资源局", datetime(2023, 5, 10))
    for which in ("unsupplied", "idle")
)
LISTS = tuple(
    Book(f"system_idle_{day:%Y-%m-%d}.csv", f"system/idle_{day:%Y-%m-%d}.xlsx", "宗地清单", "openpyxl", day)
    for day in (datetime(2023, 9, 30), datetime(2023, 10, 31))
)


def write_workbooks(folder: Path) -> list[Path]:
    """All workbooks below the sample's folder; the same bytes for the same cells."""
    for book in (*LEDGERS, *LISTS):
        made = Workbook()
        made.properties.creator, made.properties.created = book.creator, book.day
        sheet = made.active
        sheet.title = book.sheet
        for row in cells_of(HERE / book.source):
            sheet.append(row)
        if book in LEDGERS:
            _dress(sheet)
        target = folder / book.target
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_undated(made))
    return [folder / book.target for book in (*LEDGERS, *LISTS)]


def cells_of(source: Path) -> list[list[Cell]]:
    with open(source, encoding="utf-8", newline="") as handle:
        return [[_cell(text) for text in row] for row in csv.reader(handle)]


def _cell(text: str) -> Cell:
    if text[:1] == "'":
        return text[1:]
    if _DAY.fullmatch(text):
        return datetime.fromisoformat(text)
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text or None


def _dress(sheet: Worksheet) -> None:
    """Title over the whole width, merged heads, lines round the cells, the first columns and rows held fast."""
    groups, heads = ([cell.value for cell in sheet[row]] for row in (_GROUPS, _HEADS))
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    for first, last in _merged(groups, heads):
        end_row = _HEADS if heads[first] is None else _GROUPS
        if (first, _GROUPS) != (last, end_row):
            sheet.merge_cells(start_row=_GROUPS, start_column=first + 1, end_row=end_row, end_column=last + 1)
    for column, (group, head) in enumerate(zip(groups, heads), 1):
        width = 2 * len(str(head or group)) + 2
        sheet.column_dimensions[get_column_letter(column)].width = max(10, min(40, width))
    for row in sheet.iter_rows(min_row=_GROUPS):
        for cell in row:
            cell.border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            if isinstance(cell.value, datetime):
                cell.number_format = "yyyy-mm-dd"
    sheet["A1"].font = Font(name="宋体", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.freeze_panes = "D5"


def _merged(groups: Sequence[object], heads: Sequence[object]) -> list[tuple[int, int]]:
    """First and last column of each head in the upper row: a group reaches over the columns left empty behind it."""
    starts = [place for place, group in enumerate(groups) if group is not None]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], len(heads)])]


def _undated(book: Workbook) -> bytes:
    """The saved workbook without the time of saving."""
    saved, undated = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(undated, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2023-05-10T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, (2023, 5, 10, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return undated.getvalue()

"""The house style of every workbook: an office prints it without touching a thing."""

from __future__ import annotations

import os
from copy import copy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...model.file_errors import reason_of
from ...model.messages import CampaignError
from ...wording.amounts import NONE

TITLE_FONT = Font(name="黑体", size=16, bold=True)
HEAD_FONT = Font(name="黑体", size=10, bold=True)
BODY_FONT = Font(name="宋体", size=10)
HEAD_FILL = PatternFill("solid", fgColor="EEF2F6")
MARK_FILL = PatternFill("solid", fgColor="FFF2CC")
_THIN = Side(style="thin", color="404040")
LINE = 13.5
"""Points a line of body text takes."""
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
FIRST_ROW = 4
"""Row 1 title, row 2 unit and data date, row 3 heads; the data begin here, one row lower below merged heads."""


class WorkbookNotWritten(CampaignError):
    sentence = "The workbook {file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class WorkbookDiffers(CampaignError):
    sentence = "The workbook {file} holds {found} rows in sheet {sheet} where {expected} were written; write it again"


class Cell(NamedTuple):
    """A number with a format of its own, where the numbers of a column are not alike."""

    value: float | int | None
    number: str


@dataclass(frozen=True)
class Column:
    """A column: its head with the unit, its width in characters, its number format; ``total`` sums it by formula.

    Neighbours with the same ``group`` stand below one merged head.
    """

    head: str
    width: float
    number: str = ""
    total: bool = False
    group: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet: title, columns and rows. A row may be marked as a subtotal, which totals leave out."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    counted: Sequence[bool] | None = None
    """Which rows a total counts; None: all. 开发区 rows and subtotals would count twice."""
    paper: str = "A4"
    marked: Sequence[bool] | None = None
    """Which rows stand on a tint, such as those that changed; None: none."""
    remark: str = ""
    """What a reader of this table has to know, below unit and data date."""

    @property
    def first_row(self) -> int:
        """The row the data begin in."""
        return FIRST_ROW + (1 if any(column.group for column in self.columns) else 0)


def new_book(sheets: Sequence[Sheet], note: str) -> Workbook:
    """A workbook of sheets; ``note`` (data date, units) stands above each table."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet, note)
    return book


def save(book: Workbook, path: Path, sheets: Sequence[Sheet]) -> None:
    """Write under another name, read again and count the rows, then put in place."""
    unfinished = path.with_name(f".{path.stem}.unfinished.xlsx")
    try:
        book.save(unfinished)
        again = load_workbook(unfinished, read_only=True)
        for sheet in sheets:
            found = sum(1 for _ in again[sheet.name].iter_rows(min_row=sheet.first_row)) - (
                1 if has_total(sheet) else 0
            )
            if found != len(sheet.rows):
                raise WorkbookDiffers(file=path.name, sheet=sheet.name, found=found, expected=len(sheet.rows))
        again.close()
        os.replace(unfinished, path)
    except OSError as error:
        raise WorkbookNotWritten(file=str(path), reason=reason_of(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def has_total(sheet: Sheet) -> bool:
    return bool(sheet.rows) and any(column.total for column in sheet.columns)


def _fill(page: Worksheet, sheet: Sheet, note: str) -> None:
    last = get_column_letter(len(sheet.columns))
    page.merge_cells(f"A1:{last}1")
    page["A1"].value, page["A1"].font = sheet.title, TITLE_FONT
    page["A1"].alignment = Alignment(horizontal="center", vertical="center")
    page.row_dimensions[1].height = 30
    page.merge_cells(f"A2:{last}2")
    page["A2"].value, page["A2"].font = "\n".join(filter(None, (note, sheet.remark))), BODY_FONT
    page["A2"].alignment = Alignment(horizontal="right", vertical="center", wrap_text=bool(sheet.remark))
    if sheet.remark:
        width = sum(column.width for column in sheet.columns)
        page.row_dimensions[2].height = LINE * (1 + _lines(sheet.remark, width)) + 4
    _heads(page, sheet)
    dressed: dict[tuple[str, str], StyleArray] = {}
    for number, row in enumerate(sheet.rows, sheet.first_row):
        _row(page, number, row, sheet.columns, dressed)
        if sheet.marked and sheet.marked[number - sheet.first_row]:
            for index in range(1, len(sheet.columns) + 1):
                page.cell(number, index).fill = MARK_FILL
    if has_total(sheet):
        _total(page, sheet)
    _print_setup(page, sheet, last)


def _heads(page: Worksheet, sheet: Sheet) -> None:
    """One row of heads, or two where columns are grouped; a column without a group takes both rows."""
    top, bottom = FIRST_ROW - 1, sheet.first_row - 1
    for index, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(index)
        for row in range(top, bottom + 1):
            cell = page.cell(row, index)
            cell.font, cell.fill, cell.border = HEAD_FONT, HEAD_FILL, BORDER
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.cell(bottom, index, _head(column))
        page.column_dimensions[letter].width = column.width
        if bottom > top and not column.group:
            page.cell(top, index, _head(column))
            page.cell(bottom, index).value = None
            page.merge_cells(f"{letter}{top}:{letter}{bottom}")
    if bottom > top:
        _merge_groups(page, sheet.columns, top)
    lines = max(_lines(_head(column), column.width) for column in sheet.columns)
    page.row_dimensions[bottom].height = LINE * lines + 4


def _head(column: Column) -> str:
    """A head that needs two lines breaks before its unit."""
    name, bracket, unit = column.head.partition("(")
    breaks = bracket and unit.endswith(")") and _width(column.head) > column.width - 1
    return f"{name}\n({unit}" if breaks else column.head


def _merge_groups(page: Worksheet, columns: Sequence[Column], row: int) -> None:
    first = 1
    for index in range(1, len(columns) + 1):
        group = columns[index - 1].group
        if index == len(columns) or columns[index].group != group or not group:
            if group:
                page.cell(row, first, group)
                page.merge_cells(start_row=row, end_row=row, start_column=first, end_column=index)
            first = index + 1


def _row(
    page: Worksheet,
    number: int,
    row: Sequence[object],
    columns: Sequence[Column],
    dressed: dict[tuple[str, str], StyleArray],
) -> None:
    lines = 1
    for index, (given, column) in enumerate(zip(row, columns), 1):
        value, form = (given.value, given.number) if isinstance(given, Cell) else (given, column.number)
        cell = page.cell(number, index, ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value)
        shown = "yyyy-mm-dd" if isinstance(value, date) else "" if isinstance(value, str) else form
        _dress(cell, _side(value, form), shown, dressed)
        if isinstance(value, str):
            cell.data_type = "s"  # a text that begins with "=" is no formula
            lines = max(lines, _lines(value, column.width))
    page.row_dimensions[number].height = LINE * lines + 4


def _dress(cell: SheetCell, side: str, form: str, dressed: dict[tuple[str, str], StyleArray]) -> None:
    """Face, rules and number format. openpyxl compares every style it is given; a copy of a dressed cell's is cheap."""
    known = dressed.get((side, form))
    if known is not None:
        cell._style = copy(known)
        return
    cell.font, cell.border = BODY_FONT, BORDER
    cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=side)
    if form:
        cell.number_format = _spaced(form) if side == "right" else form
    dressed[side, form] = copy(cell._style)


def _spaced(form: str) -> str:
    """A number format that keeps a blank behind the number: else it touches the text in the next column on paper."""
    return ";".join(f"{part}_ " for part in form.split(";"))


def _side(value: object, form: str) -> str:
    """Text to the left, quantities, and the dash for one there is none of, to the right; others in the middle."""
    quantity = (isinstance(value, (int, float)) or value == NONE) and bool(form)
    if quantity:
        return "right"
    return "left" if isinstance(value, str) else "right" if quantity else "center"


def _lines(text: str, width: float) -> int:
    """Lines a text takes in a column; a Chinese character is never cut in two, so a column holds whole pairs."""
    room = max(int(width - 1) // 2 * 2, 2)
    return sum(max(-(-_width(line) // room), 1) for line in text.split("\n"))


def _width(text: str) -> int:
    """Width in columns: a Chinese character takes two."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def _total(page: Worksheet, sheet: Sheet) -> None:
    number = sheet.first_row + len(sheet.rows)
    counted = sheet.counted or [True] * len(sheet.rows)
    for index, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(index)
        value: str | None = "合计" if index == 1 else None
        if column.total:
            value = f"=SUM({','.join(_runs(letter, counted, sheet.first_row))})"
        cell = page.cell(number, index, value)
        cell.font, cell.border, cell.fill = HEAD_FONT, BORDER, HEAD_FILL
        if column.number and column.total:
            cell.number_format = _spaced(column.number)
    page.row_dimensions[number].height = 20


def _runs(letter: str, counted: Sequence[bool], first_row: int) -> list[str]:
    """The ranges of rows that count, as short as they can be said."""
    runs: list[list[int]] = []
    for offset, counts in enumerate(counted):
        row = first_row + offset
        if counts and runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        elif counts:
            runs.append([row, row])
    return [f"{letter}{first}:{letter}{last}" for first, last in runs] or ["0"]


def _print_setup(page: Worksheet, sheet: Sheet, last: str) -> None:
    page.freeze_panes = f"A{sheet.first_row}"
    page.print_title_rows = f"1:{sheet.first_row - 1}"
    page.print_area = f"A1:{last}{page.max_row}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3 if sheet.paper == "A3" else page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top, page.page_margins.bottom = 0.6, 0.7
    page.oddFooter.center.text = "第 &P 页 共 &N 页"

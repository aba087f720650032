"""The facts of the sheets as a workbook to work on: one sheet a parcel (anze:parcelsheets, FORMAT xlsx)."""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Sequence

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from ...model.file_errors import reason_of
from ..office.workbook import (
    BODY_FONT,
    BORDER,
    HEAD_FILL,
    HEAD_FONT,
    LINE,
    TITLE_FONT,
    WorkbookDiffers,
    WorkbookNotWritten,
)

COLUMNS = 6
WIDTHS = (13.0, 22.0, 17.0, 13.0, 17.0, 13.0)
STEP_HEADS = ("日期", "状态", "文书", "", "单位", "")
POINT_HEADS = ("序号", "点号", "X(m)", "Y(m)", "边长(m)")
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
"""Characters Excel takes for the name of a sheet."""


@dataclass(frozen=True)
class ParcelPage:
    """What one sheet says: lines below the title, rows of (label, value) pairs, steps and points."""

    code: str
    title: str
    note: str
    facts: Sequence[Sequence[tuple[str, str]]]
    steps: Sequence[Sequence[object]]
    points: Sequence[Sequence[object]]
    area: str


def write_parcel_workbook(pages: Sequence[ParcelPage], path: Path) -> int:
    """Write one sheet a parcel, read the file again and count them; returns their number.

    Raises WorkbookNotWritten or WorkbookDiffers.
    """
    book = Workbook()
    book.remove(book.active)
    names = sheet_names(page.code for page in pages)
    rows = {name: _fill(book.create_sheet(name), page) for name, page in zip(names, pages)}
    unfinished = path.with_name(f".{path.stem}.unfinished.xlsx")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(unfinished)
        _check(unfinished, path.name, rows)
        os.replace(unfinished, path)
    except OSError as error:
        raise WorkbookNotWritten(file=str(path), reason=reason_of(error)) from error
    finally:
        with contextlib.suppress(OSError):  # a place that takes no file holds none
            unfinished.unlink()
    return len(rows)


def _check(written: Path, name: str, rows: dict[str, int]) -> None:
    """Every sheet is there with its rows."""
    again = load_workbook(written, read_only=True)
    try:
        if len(again.sheetnames) != len(rows):
            raise WorkbookDiffers(file=name, sheet="*", found=len(again.sheetnames), expected=len(rows))
        for sheet, expected in rows.items():
            found = sum(1 for _ in again[sheet].iter_rows())
            if found != expected:
                raise WorkbookDiffers(file=name, sheet=sheet, found=found, expected=expected)
    finally:
        again.close()


def sheet_names(codes: Iterable[str]) -> list[str]:
    """A name Excel takes for each code, each once: -2, -3 where two codes give one name."""
    names: list[str] = []
    for code in codes:
        base = _NO_SHEET_NAME.sub("_", code).strip("' ")[:_LONGEST_NAME].rstrip("' ") or "_"
        name, number = base, 1
        while name.casefold() in {each.casefold() for each in names}:
            number += 1
            ending = f"-{number}"
            name = base[: _LONGEST_NAME - len(ending)] + ending
        names.append(name)
    return names


def _fill(page: Worksheet, parcel: ParcelPage) -> int:
    """Write a parcel and return the number of the last row."""
    for index, width in enumerate(WIDTHS):
        page.column_dimensions["ABCDEF"[index]].width = width
    _line(page, 1, parcel.title, TITLE_FONT, "center", 30)
    _line(page, 2, parcel.note, BODY_FONT, "right", 18)
    row = 3
    for pairs in parcel.facts:
        _pairs(page, row, pairs)
        row += 1
    row = _table(page, row, "进展", STEP_HEADS, parcel.steps)
    row = _table(page, row, "界址点成果表", POINT_HEADS, parcel.points)
    _line(page, row, parcel.area, HEAD_FONT, "left", 18)
    page.page_setup.orientation = "portrait"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "1:2"
    page.oddFooter.center.text = "第 &P 页 共 &N 页"
    return row


def _line(page: Worksheet, row: int, text: str, font: object, side: str, height: float) -> None:
    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=COLUMNS)
    cell = page.cell(row, 1)
    _put(cell, text)
    cell.font, cell.alignment = font, Alignment(horizontal=side, vertical="center")
    page.row_dimensions[row].height = height


def _pairs(page: Worksheet, row: int, pairs: Sequence[tuple[str, str]]) -> None:
    """Labels and values across the row: a lone value takes all, two share it, three have a column each."""
    spans = {1: ((1, 2, 6),), 2: ((1, 2, 3), (4, 5, 6)), 3: ((1, 2, 2), (3, 4, 4), (5, 6, 6))}[len(pairs)]
    lines = 1
    for (label, value), (at, first, last) in zip(pairs, spans):
        head = page.cell(row, at)
        _put(head, label)
        head.font, head.fill = HEAD_FONT, HEAD_FILL
        head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell = page.cell(row, first)
        _put(cell, value)
        cell.font = BODY_FONT
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        if last > first:
            page.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        room = sum(WIDTHS[first - 1 : last]) - 1
        lines = max(lines, sum(-(-_width(part) // int(room)) or 1 for part in value.split("\n")))
    for column in range(1, COLUMNS + 1):
        page.cell(row, column).border = BORDER
    page.row_dimensions[row].height = LINE * lines + 4


def _table(page: Worksheet, row: int, title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> int:
    """A titled table below; returns the row after it. A column without a head is merged with the one before."""
    _line(page, row, title, HEAD_FONT, "center", 22)
    row += 1
    starts = [index for index, head in enumerate(heads, 1) if head]
    ends = [*(start - 1 for start in starts[1:]), len(heads)]
    for number, values in enumerate([[head for head in heads if head], *rows], row):
        for (start, end), value in zip(zip(starts, ends), values):
            cell = page.cell(number, start)
            _put(cell, value)
            cell.font = HEAD_FONT if number == row else BODY_FONT
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            if isinstance(value, float):
                cell.number_format = "0.00" if heads[start - 1] == "边长(m)" else "0.000"
            if end > start:
                page.merge_cells(start_row=number, start_column=start, end_row=number, end_column=end)
        for column in range(1, len(heads) + 1):
            page.cell(number, column).border = BORDER
            if number == row:
                page.cell(number, column).fill = HEAD_FILL
    return row + 1 + len(rows)


def _put(cell, value: object) -> None:  # type: ignore[no-untyped-def]
    """A value; a text that begins with = is no formula, and control characters go."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)

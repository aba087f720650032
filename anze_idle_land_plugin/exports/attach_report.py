"""The report on an attached ledger: what matched, what did not on either side, what disagrees, what was not read."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import Iterable, NamedTuple, Sequence

from .. import catalogue
from ..catalogue import Value
from ..model.messages import CampaignError, Translate, as_written
from ..store.attaching import AttachSummary

Cells = Sequence[Value]
LINE_POINTS = 16
"""Height of a line of 11 point text, in points."""


class ReportNotWritten(CampaignError):
    sentence = "The report {file} cannot be written: {reason}. Close it if it is open, or choose another folder"


class _Sheet(NamedTuple):
    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: list[Cells]


def write_attach_report(summary: AttachSummary, path: Path, translate: Translate = as_written) -> None:
    """Write the report as xlsx with the sheets 已匹配, 未匹配行, 未匹配宗地, 不一致 and 未读单元格.

    Reasons are sentences in the reader's language (``translate``); heads are Chinese. Raises ReportNotWritten.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for sheet in _sheets(summary, translate):
        _write(book.create_sheet(sheet.title), sheet)
    try:
        book.save(path)
    except OSError as error:
        raise ReportNotWritten(file=str(path), reason=str(error.strerror)) from error


def _sheets(summary: AttachSummary, translate: Translate) -> tuple[_Sheet, ...]:
    names = {code: field.name_zh for code, field in catalogue.field_by_code(summary.which).items()}

    def named(codes: Sequence[str]) -> str:
        return "、".join(names.get(code, code) for code in codes)

    matched: list[Cells] = [
        (
            each.code,
            each.row.sheet,
            each.row.line,
            named(each.key.split("+")),
            named(summary.changes.get(each.code, ())),
        )
        for each in summary.matches
    ]
    rows_left: list[Cells] = [
        (each.row.sheet, each.row.line, _shown(each.row.texts.values()), each.reason.text(translate))
        for each in summary.rows_left
    ]
    disagreements: list[Cells] = [
        (each.code, each.title, names[each.field], each.document, each.campaign, each.message.text(translate))
        for each in summary.disagreements
    ]
    rejects: list[Cells] = [
        (each.sheet, each.line, each.text, each.message.text(translate)) for each in summary.rejects
    ]
    return (
        _Sheet("已匹配", ("宗地编号", "工作表", "行号", "匹配依据", "更新的字段"), (24, 14, 8, 24, 80), matched),
        _Sheet("未匹配行", ("工作表", "行号", "内容", "原因"), (14, 8, 80, 60), rows_left),
        _Sheet(
            "未匹配宗地",
            ("宗地编号", "名称", "所属镇"),
            (24, 40, 14),
            [(each.code, each.title, each.town) for each in summary.parcels_left],
        ),
        _Sheet(
            "不一致",
            ("宗地编号", "名称", "字段", "台账", "系统或图形", "说明"),
            (24, 32, 22, 24, 24, 80),
            disagreements,
        ),
        _Sheet("未读单元格", ("工作表", "行号", "内容", "原因"), (14, 8, 60, 90), rejects),
    )


def _shown(texts: Iterable[str]) -> str:
    return " | ".join(text for text in texts if text)


def _write(sheet, content: _Sheet) -> None:  # type: ignore[no-untyped-def]
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    line = Side(style="thin", color="FF808080")
    border = Border(left=line, right=line, top=line, bottom=line)
    for row in (content.heads, *content.rows):
        sheet.append([_safe(cell) for cell in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            head = cell.row == 1
            cell.font = Font(name="宋体", size=11, bold=head)
            cell.border = border
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center" if head else "left")
            if head:
                cell.fill = PatternFill("solid", fgColor="FFD9E1F2")
            if isinstance(cell.value, str):
                cell.data_type = "s"  # text stays text, also where it begins with "="
    for number, row in enumerate((content.heads, *content.rows), 1):
        sheet.row_dimensions[number].height = LINE_POINTS * max(map(_lines, row, content.widths))
    for number, width in enumerate(content.widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _lines(cell: Value, width: int) -> int:
    """Lines a wrapped cell takes; ``width`` counts Latin letters, a Chinese character is as wide as two.

    Spreadsheet programs do not fit row heights of a file they have not written, so they are given.
    """
    letters = sum(1 if character < "\u0300" else 2 for character in str(cell or ""))
    return max(1, ceil(letters / (width - 2)))


def _safe(cell: Value) -> Value:
    """Cells without the control characters a workbook cannot hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell

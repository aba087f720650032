"""The report on an attached ledger: what matched, what did not on either side, what disagrees, what was not read."""

from __future__ import annotations

import csv
from enum import Enum
from pathlib import Path
from typing import Iterable, Iterator, Sequence

from ... import catalogue
from ...catalogue import Value, land_use
from ...model.kinds import ListKind
from ...model.messages import Translate, as_written
from ...store.ledgers.attaching import AttachSummary
from ..office.replacing import replacing
from ..office.rows import RowsNotWritten
from ..office.workbook import Column, Sheet, new_book, save

Cells = Sequence[Value]


LIST_COLUMNS = ("kind", "code", "title", "sheet", "line", "field", "ledger", "campaign", "reason_code", "reason")
"""The columns of the list for machines."""


class Found(Enum):
    """What a line of the list says."""

    DIFFERS = "differs"
    ROW_LEFT = "row_left"
    PARCEL_LEFT = "parcel_left"
    CELL_LEFT = "cell_left"
    MATCHED = "matched"


def write_attach_list(summary: AttachSummary, path: Path, translate: Translate = as_written) -> None:
    """Write what the report says as one csv (UTF-8 with mark), for windows and scripts. Raises RowsNotWritten."""
    with (
        replacing(path, RowsNotWritten) as unfinished,
        open(unfinished, "w", encoding="utf-8-sig", errors="replace", newline="") as handle,
    ):
        writer = csv.writer(handle)
        writer.writerow(LIST_COLUMNS)
        writer.writerows(_lines(summary, translate))


def _lines(summary: AttachSummary, translate: Translate) -> Iterator[Cells]:
    names = {code: field.name_zh for code, field in catalogue.field_by_code(summary.which).items()}
    rows = {each.code: each.row for each in summary.matches}
    titles = {each.code: each.title for each in summary.parcels_left}
    for differs in summary.disagreements:
        row = rows[differs.code]
        said = [_as_read(summary.which, differs.field, value) for value in (differs.document, differs.campaign)]
        reason = (differs.message.code, differs.message.text(translate))
        yield (
            Found.DIFFERS.value,
            differs.code,
            differs.title,
            row.sheet,
            row.line,
            names[differs.field],
            *said,
            *reason,
        )
    for left in summary.rows_left:
        reason = (left.reason.code, left.reason.text(translate))
        yield (
            Found.ROW_LEFT.value,
            "",
            _shown(left.row.texts.values()),
            left.row.sheet,
            left.row.line,
            "",
            "",
            "",
            *reason,
        )
    for code, title in titles.items():
        yield (Found.PARCEL_LEFT.value, code, title, "", "", "", "", "", "", "")
    for reject in summary.rejects:
        reason = (reject.message.code, reject.message.text(translate))
        yield (Found.CELL_LEFT.value, "", "", reject.sheet, reject.line, "", reject.text, "", *reason)
    for each in summary.matches:
        changed = "、".join(names.get(code, code) for code in summary.changes.get(each.code, ()))
        key = "、".join(names.get(code, code) for code in each.key.split("+"))
        yield (Found.MATCHED.value, each.code, "", each.row.sheet, each.row.line, changed, "", "", "", key)


def write_attach_report(summary: AttachSummary, path: Path, translate: Translate = as_written) -> None:
    """Write the report as xlsx with the sheets 已匹配, 未匹配行, 未匹配宗地, 不一致 and 未读单元格.

    Reasons are sentences in the reader's language (``translate``); heads are Chinese. Raises WorkbookNotWritten.
    """
    sheets = _sheets(summary, translate)
    save(new_book(sheets, f"台账：{summary.ledger.file}"), path, sheets)


def _sheets(summary: AttachSummary, translate: Translate) -> tuple[Sheet, ...]:
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
        (
            each.code,
            each.title,
            names[each.field],
            _as_read(summary.which, each.field, each.document),
            _as_read(summary.which, each.field, each.campaign),
            each.message.text(translate),
        )
        for each in summary.disagreements
    ]
    rejects: list[Cells] = [
        (each.sheet, each.line, each.text, each.message.text(translate)) for each in summary.rejects
    ]
    return (
        _sheet("已匹配", ("宗地编号", "工作表", "行号", "匹配依据", "更新的字段"), (24, 14, 8, 24, 80), matched),
        _sheet("未匹配行", ("工作表", "行号", "内容", "原因"), (14, 8, 80, 60), rows_left),
        _sheet(
            "未匹配宗地",
            ("宗地编号", "名称", "所属镇"),
            (24, 40, 14),
            [(each.code, each.title, each.town) for each in summary.parcels_left],
        ),
        _sheet(
            "不一致",
            ("宗地编号", "名称", "字段", "台账", "系统或图形", "说明"),
            (24, 32, 22, 24, 24, 80),
            disagreements,
        ),
        _sheet("未读单元格", ("工作表", "行号", "内容", "原因"), (14, 8, 60, 90), rejects),
    )


def _sheet(name: str, heads: Sequence[str], widths: Sequence[int], rows: Sequence[Cells]) -> Sheet:
    columns = [Column(head, width) for head, width in zip(heads, widths)]
    return Sheet(name, f"台账挂接报告：{name}", columns, rows)


def _shown(texts: Iterable[str]) -> str:
    return " | ".join(text for text in texts if text)


def _as_read(which: ListKind, code: str, value: str) -> str:
    """A value as people read it: codes with their names."""
    field = catalogue.field_by_code(which)[code]
    use = land_use.parse(value)
    if use is not None and field.code_list == land_use.CODE_LIST:
        return land_use.in_words(use)
    name = catalogue.code_names(field).get(value, "")
    return f"{value} {name}" if name and name != value else value

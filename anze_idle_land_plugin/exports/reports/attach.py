"""The report on an attached ledger: what matched, what did not on either side, what disagrees, what was not read."""

from __future__ import annotations

import csv
from enum import Enum
from pathlib import Path
from typing import Iterable, Iterator, Sequence

from ... import catalogue
from ...catalogue import Value, land_use
from ...model.kinds import ListKind
from ...model.messages import Message, Translate, as_written
from ...readers.ledger.reader import UnknownColumn
from ...store.ledgers.attaching import AttachSummary
from ...wording.days import in_table
from ..office.replacing import replacing
from ..office.rows import RowsNotWritten
from ..office.workbook import Column, Sheet, new_book, save

Cells = Sequence[Value]


_PLACE = ("kind", "code", "title", "sheet", "line", "field")
LIST_COLUMNS = (*_PLACE, "ledger", "campaign", "reason_code", "reason", "day")
"""The columns of the list for machines."""


class Found(Enum):
    """What a line of the list says."""

    CHANGED = "changed"
    DIFFERS = "differs"
    ROW_LEFT = "row_left"
    PARCEL_LEFT = "parcel_left"
    CELL_LEFT = "cell_left"
    HEAD_LEFT = "head_left"
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
    for line in _told(summary, translate):
        yield [line.get(column, "") for column in LIST_COLUMNS]


def _told(summary: AttachSummary, translate: Translate) -> Iterator[dict[str, Value]]:
    """What there is to say, one line each, by column of the list."""
    told: dict[str, Value]
    place: dict[str, Value]
    names = _names(summary.which)
    rows: dict[str, dict[str, Value]]
    rows = {each.code: {"code": each.code, "sheet": each.row.sheet, "line": each.row.line} for each in summary.matches}
    for each in summary.dated:
        said = _both(summary.which, each.field, each.new, each.old)
        told = {"title": each.title, "field": names[each.field], **said, "day": in_table(summary.day)}
        yield {"kind": Found.CHANGED.value, **rows[each.code], **told}
    for differs in summary.disagreements:
        said = _both(summary.which, differs.field, differs.document, differs.campaign)
        told = {"title": differs.title, "field": names[differs.field], **said}
        yield {"kind": Found.DIFFERS.value, **rows[differs.code], **told, **_reason(differs.message, translate)}
    for left in summary.rows_left:
        place = {"title": _shown(left.row.texts.values()), "sheet": left.row.sheet, "line": left.row.line}
        yield {"kind": Found.ROW_LEFT.value, **place, **_reason(left.reason, translate)}
    for parcel in summary.parcels_left:
        yield {"kind": Found.PARCEL_LEFT.value, "code": parcel.code, "title": parcel.title}
    for reject in summary.rejects:
        place = {"sheet": reject.sheet, "line": reject.line, "ledger": reject.text}
        yield {"kind": Found.CELL_LEFT.value, **place, **_reason(reject.message, translate)}
    for head in summary.ledger.unknown:
        place = {"title": head.head, "sheet": head.sheet, "line": head.column, "ledger": _shown(head.samples)}
        yield {"kind": Found.HEAD_LEFT.value, **place, **_reason(unknown_head(head), translate)}
    for match in summary.matches:
        key = "、".join(names.get(code, code) for code in match.key.split("+"))
        filled = "、".join(names[code] for code in summary.changes.get(match.code, ()))
        yield {"kind": Found.MATCHED.value, **rows[match.code], "field": filled, "reason": key}


def _names(which: ListKind) -> dict[str, str]:
    return {code: field.name_zh for code, field in catalogue.field_by_code(which).items()}


def _both(which: ListKind, field: str, ledger: str, campaign: str) -> dict[str, Value]:
    return {"ledger": as_read(which, field, ledger), "campaign": as_read(which, field, campaign)}


def _reason(message: Message, translate: Translate) -> dict[str, Value]:
    return {"reason_code": message.code, "reason": message.text(translate)}


def unknown_head(column: UnknownColumn) -> Message:
    """What to say of a column nobody knows."""
    sentence = (
        "column {column} ({head}) was not read: {count} cells are filled; say with MAPPING which field it is, or leave "
        "it out"
    )
    return Message("unknown_head", sentence, {"column": column.column, "head": column.head, "count": column.filled})


def write_attach_report(summary: AttachSummary, path: Path, translate: Translate = as_written) -> None:
    """Write the report as xlsx: 已匹配, 变更, 未匹配行, 未匹配宗地, 不一致, 未读单元格 and 未识别表头.

    Reasons are sentences in the reader's language (``translate``); heads are Chinese. Raises WorkbookNotWritten.
    """
    sheets = _sheets(summary, translate)
    save(new_book(sheets, f"台账：{summary.ledger.file}"), path, sheets)


def _sheets(summary: AttachSummary, translate: Translate) -> tuple[Sheet, ...]:
    names = _names(summary.which)

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
            as_read(summary.which, each.field, each.document),
            as_read(summary.which, each.field, each.campaign),
            each.message.text(translate),
        )
        for each in summary.disagreements
    ]
    rejects: list[Cells] = [
        (each.sheet, each.line, each.text, each.message.text(translate)) for each in summary.rejects
    ]
    return (
        _sheet("已匹配", ("宗地编号", "工作表", "行号", "匹配依据", "更新的字段"), (24, 14, 8, 24, 80), matched),
        _changes_sheet(summary),
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
        _heads_sheet(summary, translate),
    )


def _changes_sheet(summary: AttachSummary) -> Sheet:
    """What the ledger changes in parcels with a history, old and new, and the day from which the new value holds."""
    names = _names(summary.which)
    rows: list[Cells] = [
        (
            each.code,
            each.title,
            names[each.field],
            as_read(summary.which, each.field, each.old),
            as_read(summary.which, each.field, each.new),
            in_table(summary.day),
        )
        for each in summary.dated
    ]
    return _sheet("变更", ("宗地编号", "名称", "字段", "原值", "新值", "自何日起"), (24, 32, 22, 32, 32, 12), rows)


def _heads_sheet(summary: AttachSummary, translate: Translate) -> Sheet:
    rows: list[Cells] = [
        (each.sheet, each.column, each.head, each.filled, _shown(each.samples), unknown_head(each).text(translate))
        for each in summary.ledger.unknown
    ]
    heads = ("工作表", "列", "表头", "已填单元格数", "样例", "说明")
    return _sheet("未识别表头", heads, (14, 6, 24, 12, 50, 80), rows)


def _sheet(name: str, heads: Sequence[str], widths: Sequence[int], rows: Sequence[Cells]) -> Sheet:
    columns = [Column(head, width) for head, width in zip(heads, widths)]
    return Sheet(name, f"台账挂接报告：{name}", columns, rows)


def _shown(texts: Iterable[str]) -> str:
    return " | ".join(text for text in texts if text)


def as_read(which: ListKind, code: str, value: str) -> str:
    """A value as people read it: codes with their names."""
    field = catalogue.field_by_code(which)[code]
    use = land_use.parse(value)
    if use is not None and field.code_list == land_use.CODE_LIST:
        return land_use.in_words(use)
    name = catalogue.code_names(field).get(value, "")
    return f"{value} {name}" if name and name != value else value

"""The report on a reconciliation: what was confirmed, what differs, what is missing on either side, what changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterator, Sequence

from ... import catalogue
from ...model.messages import Translate, as_written
from ...model.standing.snapshot import Dossier
from ...store.ledgers.reconciling import DifferenceKind, Recognised, Reconciliation
from ...wording.days import data_date
from ..office.workbook import Column, Sheet, new_book, save

Rows = Sequence[Sequence[object]]


def write_reconcile_report(
    result: Reconciliation, path: Path, as_of: date, dry_run: bool = False, translate: Translate = as_written
) -> None:
    """Write the report as xlsx: what was confirmed, what differs, what is missing on either side, what changed.

    An official document: sentences go through ``translate`` into Chinese. Raises WorkbookNotWritten.
    """
    sheets = tuple(_sheets(result, dry_run, translate))
    save(new_book(sheets, f"系统清单：{result.ledger.file}　{data_date(as_of)}"), path, sheets)


def _sheets(result: Reconciliation, dry_run: bool, translate: Translate) -> Iterator[Sheet]:
    parcel = (("地块编号", 18), ("名称", 26))
    yield _sheet("概况", (("项目", 40), ("数量", 40)), _overview(result, dry_run))
    yield _sheet(
        "匹配与确认",
        (*parcel, ("行号", 6), ("匹配依据", 14), ("电子监管号", 20), ("系统记载", 16), ("确认日期", 12), ("结论", 18)),
        [_recognised(result, each) for each in result.recognised],
    )
    heads = (*parcel, ("类别", 9), ("字段", 16), ("系统", 16), ("本地", 18), ("说明", 40))
    for name, missing in (("差异", False), ("本地缺项", True)):
        found = [each for each in result.differences if (each.kind is DifferenceKind.MISSING) == missing]
        rows = [
            (each.code, each.title, each.kind.zh, each.field, each.system, each.campaign, each.message.text(translate))
            for each in found
        ]
        yield _sheet(name, heads, rows)
    unknown = [
        (each.row.sheet, each.row.line, " | ".join(text for text in each.row.texts.values() if text), reason)
        for each in result.unknown_rows
        for reason in [each.reason.text(translate)]
    ]
    yield _sheet("系统有本地无", (("工作表", 12), ("行号", 6), ("内容", 70), ("原因", 46)), unknown)
    left = (*parcel, ("所属镇", 14), ("电子监管号", 22), ("状态", 24))
    yield _sheet("本地有系统无", left, [_left(each) for each in result.unseen])
    yield _sheet("尚未供应", left, [_left(each) for each in result.not_due])
    if result.changes is not None:
        changed = [(each.key, each.field or "整行", each.before, each.now) for each in result.changes]
        yield _sheet("较上次变化", (("标识", 30), ("字段", 24), ("上次", 40), ("本次", 40)), changed)
    unread = [(each.sheet, each.line, each.text, each.message.text(translate)) for each in result.rejects]
    yield _sheet("未读单元格", (("工作表", 12), ("行号", 6), ("内容", 40), ("原因", 70)), unread)


def _sheet(name: str, heads: Sequence[tuple[str, int]], rows: Rows) -> Sheet:
    return Sheet(name, f"监测监管系统对账：{name}", [Column(head, width) for head, width in heads], rows)


def _overview(result: Reconciliation, dry_run: bool) -> Rows:
    changes = "首次对账" if result.changes is None else len(result.changes)
    return (
        ("清单", result.which.zh),
        ("方式", "试算，未写入" if dry_run else "已写入"),
        ("系统清单行数", len(result.ledger.rows)),
        ("匹配行数", len(result.recognised)),
        ("本次确认宗数", result.confirmed),
        ("面积、日期或状态不一致宗数", result.different),
        ("系统有、本地无（行）", len(result.unknown_rows)),
        ("本地有、系统无（宗）", len(result.unseen)),
        ("尚未供应、系统不应有（宗）", len(result.not_due)),
        ("较上次变化（处）", changes),
    )


def _recognised(result: Reconciliation, each: Recognised) -> Sequence[object]:
    names = {code: field.name_zh for code, field in catalogue.field_by_code(result.which).items()}
    key = "、".join(names.get(code, code) for code in each.key.split("+"))
    if each.confirms_on:
        verdict = "本次确认"
    elif each.says.confirmed:
        verdict = "此前已确认"
    else:
        verdict = "系统未确认" if each.says.confirmed is False else "系统用语不明，未确认"
    day = each.confirms_on or each.dossier.standing.confirmed_on
    number = str(each.row.values.get("DZJGH") or "")
    case = each.dossier.case
    return (case.code, case.title, each.row.line, key, number, each.says.word or "列入清单", day, verdict)


def _left(dossier: Dossier) -> Sequence[object]:
    case, state = dossier.case, dossier.standing.state
    return (case.code, case.title, case.town_name, case.supervision_number, f"{state.code} {state.name}")

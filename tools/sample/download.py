"""Lists as downloaded from the monitoring system, with planned differences from the campaign."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Mapping, Sequence

from openpyxl import Workbook

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind

from .ledgers import past_fact, signed_on, undated
from .records import Record
from .story import Story, stand_of

FIRST_DAY, SECOND_DAY = date(2023, 9, 30), date(2023, 10, 31)
OTHER_AREA = "2023-X-005"
"""The system has 2 % more."""
OTHER_DAY = "2023-X-007"
"""The system has another day of the contract."""
NOT_LISTED = "2023-X-012"
NO_NUMBER = "2023-X-016"
"""Stands in the list without its 电子监管号; its contract tells which it is."""
UNKNOWN_NUMBER = "1410262016B00088"
SETTLED_THERE = "2023-X-003"
"""Settled in the system, not in the campaign."""
STRANGE_WORD = "2023-X-010"
"""Carries a word nobody knows."""
NO_STOCK = "2023-G-022"
"""Supplied from land that was construction land already: no consumption of an approval."""

IDLE_HEADS = (
    "序号",
    "行政区",
    "电子监管号",
    "合同编号",
    "项目名称",
    "项目位置",
    "面积（公顷）",
    "供地方式",
    "土地使用权人",
    "合同签订日期",
    "闲置状态",
)
SUPPLY_HEADS = ("行政区", "电子监管号", "项目名称", "面积(公顷)", "土地来源", "供地方式", "合同签订日期")


@dataclass(frozen=True)
class Row:
    """One row of the system's list of idle land, before it is written."""

    number: str
    contract: str
    project: str
    place: str
    area_ha: float
    firm: str
    signed: date | None
    word: str


def write_downloads(folder: Path, records: Sequence[Record], story: Story) -> None:
    """Two lists of idle land a month apart (xlsx), and one of supplied land (csv in GB18030)."""
    folder.mkdir(exist_ok=True)
    for day in (FIRST_DAY, SECOND_DAY):
        _write_idle(folder / f"idle_{day}.xlsx", day, idle_rows(records, story, day))
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(SUPPLY_HEADS)
    writer.writerows(supply_rows(records, story, FIRST_DAY))
    (folder / f"unsupplied_{FIRST_DAY}.csv").write_bytes(lines.getvalue().encode("gb18030"))


def idle_rows(records: Sequence[Record], story: Story, day: date) -> list[Row]:
    idle = [record for record in records if record.plot.which is ListKind.IDLE]
    rows = [_planned(record, _row(record, story, day), day) for record in idle]
    stranger = Row(UNKNOWN_NUMBER, "141026-2016-88", "沁河农贸市场项目", "安泽县府城镇", 0.6, "-", None, "闲置")
    return [*(row for row in rows if row is not None), stranger]


def _row(record: Record, story: Story, day: date) -> Row:
    mine = [event for event in story.events if event.code == record.plot.code]
    settled = stand_of(record, mine, day).done_area_ha > 0
    number = record.known.supervision_number
    return Row(
        number=number,
        contract=f"{number[:10]}-{record.known.number:03d}",
        project=record.project,
        place=f"安泽县{record.plot.town}{record.plot.village}",
        area_ha=record.known.area_ha,
        firm=record.firm,
        signed=signed_on(record),
        word="已处置" if settled else "闲置",
    )


def _planned(record: Record, row: Row, day: date) -> Row | None:
    """The planned differences; a month later the area is corrected and the missing parcel listed."""
    code, first = record.plot.code, day == FIRST_DAY
    if code == NOT_LISTED and first:
        return None
    if code == OTHER_AREA and first:
        return replace(row, area_ha=round(row.area_ha * 1.02, 4))
    if code == OTHER_DAY and row.signed:
        return replace(row, signed=row.signed.replace(day=28))
    if code == NO_NUMBER:
        return replace(row, number="")
    words = {SETTLED_THERE: "已处置", STRANGE_WORD: "待核"}
    return replace(row, word=words[code]) if code in words else row


def _write_idle(path: Path, day: date, rows: Sequence[Row]) -> None:
    book = Workbook()
    book.properties.created = datetime(day.year, day.month, day.day)
    sheet = book.active
    sheet.title = "宗地清单"
    sheet.append(["土地市场动态监测与监管系统  宗地清单"])
    sheet.append([f"导出日期：{day.year}年{day.month}月{day.day}日"])
    sheet.append(list(IDLE_HEADS))
    for place, row in enumerate(rows, 1):
        signed = row.signed.isoformat() if row.signed else None
        cells = (row.number or None, row.contract, row.project, row.place, row.area_ha, "挂牌出让", row.firm, signed)
        sheet.append([place, "安泽县", *cells, row.word])
    path.write_bytes(undated(book))


def supply_rows(records: Sequence[Record], story: Story, day: date) -> list[tuple[str, ...]]:
    """The parcels whose supply the system had a number for by that day."""
    facts: dict[str, dict[str, str]] = {}
    for event in story.events:
        if event.which is ListKind.UNSUPPLIED and event.field and event.effective_on <= day:
            facts.setdefault(event.code, {})[event.field] = event.value
    named = {record.plot.code: record for record in records}
    return [_supply(named[code], known) for code, known in sorted(facts.items()) if known.get("DZJGH")]


def _supply(record: Record, known: Mapping[str, str]) -> tuple[str, ...]:
    def fact(field: str) -> str:
        return known.get(field) or past_fact(record, field)

    stock = "现有建设用地" if record.plot.code == NO_STOCK else "新增建设用地(来自存量库)"
    mode = catalogue.name_of(ListKind.UNSUPPLIED, "supply_mode", fact("GYFS"))
    return ("安泽县", known["DZJGH"], record.project, fact("GYMJ"), stock, mode, fact("HTQDRQ"))

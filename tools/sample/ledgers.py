"""The two ledgers as an office keeps them: title, two-row head with merged cells, mixed dates, a total at the end."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Callable, Sequence, Tuple, Union

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind

from .facts import facts_of
from .records import BUREAU, WORK_TO_DO, Record, state_at_baseline

Cell = Union[str, float, int, datetime, None]
Column = Tuple[str, str, Callable[[Record], Cell]]
"""Group head, column head, value."""

NO_DATE = "1900-01-01"
OLD_TOWNS = {"2023-G-062": "马必乡", "2023-G-063": "马必乡", "2023-G-054": "良马乡"}
"""Rows that still carry a township's name from before 2020."""
EXPROPRIATION = {"P10": "批而未征", "P11": "征收中", "P60": "批而未征"}
THIN = Side(style="thin", color="000000")


@dataclass(frozen=True)
class LedgerStyle:
    """One ledger: title, columns, and the columns that are summed."""

    title: str
    columns: tuple[Column, ...]
    sums: tuple[str, ...]


MONTH_ONLY = ("2023-G-005", "2023-G-022", "2023-G-039", "2023-G-056")
"""Planned blemish: their approval is given by its month only."""


def day_cell(day: date | None, style: int) -> Cell:
    """A date the way one of many clerks wrote it; nothing known is blank or the placeholder."""
    if day is None:
        return (None, NO_DATE, None, "")[style % 4]
    forms = (
        datetime(day.year, day.month, day.day),
        f"{day.year}.{day.month}.{day.day}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y-%m-%d}",
    )
    return forms[style % len(forms)]


def _approved_on(record: Record) -> Cell:
    """Some old rows give the month only."""
    day, number = record.batch.day, record.known.number
    return f"{day.year}年{day.month}月" if record.plot.code in MONTH_ONLY else day_cell(day, number)


def _name(record: Record, attribute: str, code: str) -> str:
    """A coded fact in words; every ninth row has the bare code, as text."""
    return code if record.known.number % 9 == 4 else catalogue.name_of(record.plot.which, attribute, code)


def _state(record: Record) -> str:
    return catalogue.name_of(record.plot.which, "state", state_at_baseline(record))


def _yes(flag: bool) -> str:
    return "是" if flag else "否"


def past_fact(record: Record, field: str) -> str:
    """The fact a step before the baseline left, as stored text."""
    machine = catalogue.workflow(record.plot.which)
    for code, day in record.plan.before:
        step = machine.transitions[code]
        if field in step.required_fields:
            return facts_of(step, day, record.known).get(field, "")
    return ""


def _past_day(field: str) -> Callable[[Record], Cell]:
    def value(record: Record) -> Cell:
        text = past_fact(record, field)
        return day_cell(date.fromisoformat(text), record.known.number + 1) if text else None

    return value


def _past_text(field: str) -> Callable[[Record], Cell]:
    return lambda record: past_fact(record, field) or None


def _past_number(field: str) -> Callable[[Record], Cell]:
    return lambda record: float(past_fact(record, field)) if past_fact(record, field) else None


def _supply_mode(record: Record) -> Cell:
    code = past_fact(record, "GYFS")
    return catalogue.name_of(record.plot.which, "supply_mode", code) if code else None


def _town(record: Record) -> str:
    return OLD_TOWNS.get(record.plot.code, record.plot.town)


def _number_cell(record: Record, value: float) -> Cell:
    """Areas are numbers, now and then text."""
    return f"{value:.4f}" if record.known.number % 13 == 6 else value


UNSUPPLIED = LedgerStyle(
    "安泽县2023年度批而未供土地台账",
    (
        ("", "序号", lambda r: r.known.number),
        ("", "地块编号", lambda r: r.plot.code),
        ("", "地块名称", lambda r: r.name),
        ("", "项目名称", lambda r: r.project if r.known.number % 3 else None),
        ("批准情况", "批次名称", lambda r: r.batch.name),
        ("批准情况", "批准机关", lambda r: "山西省人民政府"),
        ("批准情况", "批准文号", lambda r: r.batch.number),
        ("批准情况", "批准时间", _approved_on),
        ("批准情况", "批准面积(公顷)", lambda r: r.batch.area_ha),
        ("地块情况", "地块面积（公顷）", lambda r: _number_cell(r, r.known.area_ha)),
        ("地块情况", "已供面积（公顷）", lambda r: r.supplied_ha or None),
        ("地块情况", "所属镇", _town),
        ("地块情况", "土地坐落", lambda r: f"安泽县{r.plot.town}{r.plot.village}"),
        ("地块情况", "是否开发区", lambda r: _yes(r.plot.in_zone)),
        ("地块情况", "规划用途", lambda r: r.use),
        ("地块情况", "利用现状", lambda r: r.known.present_use),
        ("地块情况", "征收情况", lambda r: EXPROPRIATION.get(state_at_baseline(r), "已征收")),
        ("地块情况", "是否净地", lambda r: _yes(state_at_baseline(r) in ("P21", "P30", "P40"))),
        ("处置计划", "未供原因", lambda r: _name(r, "reason", r.known.reason)),
        ("处置计划", "处置方式", lambda r: _name(r, "measure", r.plan.measure)),
        ("处置计划", "处置措施", lambda r: WORK_TO_DO[r.plan.measure]),
        ("处置计划", "启动时间", lambda r: day_cell(None, r.known.number)),
        ("处置计划", "计划完成时间", lambda r: day_cell(r.plan.deadline, r.known.number + 2)),
        ("责任", "责任单位", lambda r: r.office),
        ("责任", "责任人", lambda r: r.post),
        ("供应情况", "合同编号", _past_text("HTBH")),
        ("供应情况", "合同签订日期", _past_day("HTQDRQ")),
        ("供应情况", "供应方式", _supply_mode),
        ("供应情况", "供应面积（公顷）", _past_number("GYMJ")),
        ("", "状态", _state),
        ("", "备注", lambda r: "道路用地，未供即用" if r.plot.road else None),
    ),
    ("地块面积（公顷）", "已供面积（公顷）"),
)

IDLE = LedgerStyle(
    "安泽县2023年度闲置土地处置台账",
    (
        ("", "序号", lambda r: r.known.number),
        ("", "闲置宗地编号", lambda r: r.plot.code),
        ("", "项目名称", lambda r: r.project),
        ("", "土地使用权人", lambda r: r.firm),
        ("", "所属镇", _town),
        ("", "土地坐落", lambda r: f"安泽县{r.plot.town}{r.plot.village}"),
        ("", "是否开发区", lambda r: _yes(r.plot.in_zone)),
        ("供应情况", "电子监管号：", lambda r: r.known.supervision_number),
        ("供应情况", "合同编号", lambda r: f"{r.known.supervision_number[:10]}-{r.known.number:03d}"),
        ("供应情况", "合同签订日期", lambda r: day_cell(signed_on(r), r.known.number)),
        ("供应情况", "供应方式", lambda r: "挂牌出让"),
        ("供应情况", "土地用途", lambda r: r.use),
        ("供应情况", "供应面积（公顷）", lambda r: _number_cell(r, r.known.area_ha)),
        ("供应情况", "出让价款(万元)", lambda r: r.known.price_wan),
        ("约定情况", "约定交地时间", lambda r: day_cell(_delivered(r, 2), r.known.number + 3)),
        ("约定情况", "实际交地时间", lambda r: day_cell(_delivered(r, 5), r.known.number + 1)),
        ("约定情况", "约定开工时间", lambda r: day_cell(r.agreed_start, r.known.number + 2)),
        ("闲置情况", "闲置面积（亩）", lambda r: round(r.idle_ha * 15, 4)),
        ("闲置情况", "闲置类型", lambda r: r.known.idle_type),
        ("闲置情况", "闲置起始日期", lambda r: day_cell(r.known.idle_since, r.known.number)),
        ("闲置情况", "闲置原因", lambda r: _name(r, "reason", r.known.reason)),
        ("认定情况", "调查通知书送达日期", _past_day("DCTZRQ")),
        ("认定情况", "材料提交日期", _past_day("CLTJRQ")),
        ("认定情况", "认定书文号", _past_text("RDSWH")),
        ("认定情况", "认定书送达日期", _past_day("RDRQ")),
        ("认定情况", "信息公开日期", _past_day("GSRQ")),
        ("认定情况", "系统备案日期", _past_day("JDBARQ")),
        ("处置情况", "处置方式", lambda r: _name(r, "measure", r.plan.measure)),
        ("处置情况", "处置措施", lambda r: WORK_TO_DO[r.plan.measure]),
        ("处置情况", "处置方案批复文号", _past_text("FAPFWH")),
        ("处置情况", "处置方案批复日期", _past_day("FAPFRQ")),
        ("处置情况", "新约定动工日期", _past_day("XYDGRQ")),
        ("处置情况", "实际动工时间", _past_day("SJDGSJ")),
        ("处置情况", "土地闲置费(万元)", _past_number("XZFJE")),
        ("处置情况", "闲置费决定书送达日期", _past_day("XZFSDRQ")),
        ("处置情况", "闲置费缴纳日期", _past_day("XZFJNRQ")),
        ("处置情况", "收回决定书文号", _past_text("SHJDWH")),
        ("处置情况", "收回决定书送达日期", _past_day("SHSDRQ")),
        ("处置情况", "注销登记日期", _past_day("ZXDJRQ")),
        ("", "是否抵押", lambda r: _yes(r.known.number % 5 == 0)),
        ("", "是否查封", lambda r: "否"),
        ("责任", "计划完成时间", lambda r: day_cell(r.plan.deadline, r.known.number + 2)),
        ("责任", "责任单位", lambda r: r.office),
        ("责任", "责任人", lambda r: r.post),
        ("", "状态", _state),
        ("", "备注", lambda r: None),
    ),
    ("供应面积（公顷）", "闲置面积（亩）"),
)
STYLES = {ListKind.UNSUPPLIED: UNSUPPLIED, ListKind.IDLE: IDLE}


def signed_on(record: Record) -> date | None:
    start = record.agreed_start
    return start.replace(year=start.year - 1, day=8) if start else None


def _delivered(record: Record, months: int) -> date | None:
    """Delivery some months after signing; every sixth row leaves the agreed day as the placeholder."""
    signed = signed_on(record)
    if signed is None or (months == 2 and record.known.number % 6 == 2):
        return None
    month = signed.month + months - 1
    return date(signed.year + month // 12, month % 12 + 1, 15)


def write_ledger(path: Path, which: ListKind, records: Sequence[Record]) -> None:
    style = STYLES[which]
    book = Workbook()
    book.properties.creator = BUREAU
    book.properties.created = datetime(2023, 5, 10)
    sheet = book.active
    sheet.title = "台账"
    sheet.append([style.title])
    sheet.append([f"填报单位：{BUREAU}", None, None, None, "填报日期：2023年5月10日"])
    groups = [group or head for group, head, _ in style.columns]
    sheet.append(groups)
    sheet.append([head if group else None for group, head, _ in style.columns])
    for record in records:
        sheet.append([value(record) for _, _, value in style.columns])
    sheet.append(_totals(style, records))
    _dress(sheet, style, groups)
    path.write_bytes(undated(book))


def undated(book: Workbook) -> bytes:
    """The saved workbook without the time of saving, so that the same rows give the same bytes."""
    saved, undated = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(undated, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2023-05-10T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name, (2023, 5, 10, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return undated.getvalue()


def _totals(style: LedgerStyle, records: Sequence[Record]) -> list[Cell]:
    """The last row sums up, as clerks do; it is no parcel."""
    row: list[Cell] = ["合计", f"{len(records)}宗"]
    for _, head, value in style.columns[2:]:
        cells = [value(record) for record in records] if head in style.sums else []
        areas = [float(cell) for cell in cells if isinstance(cell, (str, float, int))]
        row.append(round(sum(areas), 4) if areas else None)
    return row


def _dress(sheet: Worksheet, style: LedgerStyle, groups: Sequence[str]) -> None:
    last = len(groups)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
    start = 1
    for column in range(1, last + 1):
        if not style.columns[column - 1][0]:
            sheet.merge_cells(start_row=3, start_column=column, end_row=4, end_column=column)
        ends = column == last or groups[column] != groups[column - 1]
        if ends and style.columns[column - 1][0] and column > start:
            sheet.merge_cells(start_row=3, start_column=start, end_row=3, end_column=column)
        start = column + 1 if ends else start
        head = style.columns[column - 1][1]
        sheet.column_dimensions[get_column_letter(column)].width = max(10, min(40, 2 * len(head) + 2))
    sheet["A1"].font = Font(name="宋体", size=16, bold=True)
    for row in sheet.iter_rows(min_row=3, max_row=min(sheet.max_row, 400)):
        for cell in row:
            cell.border = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            if isinstance(cell.value, datetime):
                cell.number_format = "yyyy-mm-dd"
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.freeze_panes = "D5"

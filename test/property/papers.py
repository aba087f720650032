"""What is written for the office: lists, ledger, report of a period and wall map, by their cells and texts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, Mapping

from openpyxl import load_workbook
from property.look import Key, Look, Told, ha, iso
from property.totals import added
from property.truth import NOTHING, STATUSES, half_up

from anze_idle_land_plugin.exports.office.workbook import Sheet
from anze_idle_land_plugin.exports.reports.ledger import ledger_sheets, write_ledger
from anze_idle_land_plugin.exports.reports.lists import duties_sheet, projects_sheet, write_three_lists
from anze_idle_land_plugin.exports.reports.period import write_period_report
from anze_idle_land_plugin.model.counting.figures import BOTH_LISTS
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.printing.paper.canvas import Box
from anze_idle_land_plugin.printing.wallmap.figures import (
    draw_categories,
    draw_departments,
    draw_figures,
    draw_legend,
    draw_ranking,
)
from anze_idle_land_plugin.printing.wallmap.table import draw_table
from anze_idle_land_plugin.printing.wallmap.view import items_of

Rows = Callable[[str], Iterable[Mapping[str, object]]]
"""The rows of a sheet by its name, each by the heads of its columns."""


def three_lists(look: Look) -> Told:
    """项目清单 and 责任清单: the cells to be written."""
    sheets = {make.__name__: make(look.snapshot, BOTH_LISTS) for make in (projects_sheet, duties_sheet)}
    return _of_lists(_cells(sheets.values()))


def _of_lists(rows: Rows) -> Told:
    told: dict[Key, dict[str, object]] = {}
    for row in rows("项目清单"):
        which = next(each.value for each in ListKind if each.zh == row["类别"])
        told[which, str(row["地块编号"])] = {
            "base": ha(row["面积(公顷)"]),
            "category": row["处置方式"],
            "deadline": iso(row["计划完成时间"]),
            "state name": row["状态"],
        }
    for key, row in zip(list(told), rows("责任清单")):
        ending, _, closed_on = str(row["销号情况"]).partition(" ")
        assert key[1] == row["地块编号"]
        told[key].update({"department": row["责任单位"] or "未定", "closed on": closed_on, "status name": ending})
    return told


def work_ledger(look: Look) -> Told:
    """工作台账: the cells to be written."""
    return _of_ledger(_cells(sheet for which in ListKind for sheet in ledger_sheets(look.snapshot, which)))


def _of_ledger(rows: Rows) -> Told:
    told: dict[Key, dict[str, object]] = {}
    for which, sheet, code in (
        ("unsupplied", "批而未供台账", "图斑(地块)编号"),
        ("idle", "闲置土地台账", "闲置宗地编号"),
    ):
        for row in rows(sheet):
            told[which, str(row[code])] = {
                "state name": row["状态"],
                "status name": row["是否预警"],
                "deadline": iso(row["计划完成时间"]),
                "department": row["责任单位"] or "未定",
                "done": ha(row["完成处置面积(公顷)"]),
                "done on": iso(row["完成处置日期"]),
                "confirmed": row["系统已确认"] == "是",
            }
    return told


def _cells(sheets: Iterable[Sheet]) -> Rows:
    by_name = {
        sheet.name: [dict(zip((each.head for each in sheet.columns), row)) for row in sheet.rows] for sheet in sheets
    }
    return lambda name: by_name[name]


def _written(path: Path) -> Rows:
    """The rows of a workbook's sheets, without the closing totals."""
    book = load_workbook(path)

    def rows(name: str) -> Iterator[dict[str, object]]:
        lines = [list(line) for line in book[name].iter_rows(min_row=3, values_only=True)]
        first = next((number for number, line in enumerate(lines) if line[0] == 1), len(lines))
        heads = [""] * len(lines[0])
        for line in lines[:first]:
            heads = [str(cell).replace("\n", "") if cell else head for cell, head in zip(line, heads)]
        return (dict(zip(heads, line)) for line in lines[first:] if isinstance(line[0], int))

    return rows


def lists_as_written(look: Look) -> Told:
    write_three_lists(look.snapshot, look.folder / "lists.xlsx")
    return _of_lists(_written(look.folder / "lists.xlsx"))


def ledger_as_written(look: Look) -> Told:
    write_ledger(look.snapshot, look.folder / "ledger.xlsx")
    return _of_ledger(_written(look.folder / "ledger.xlsx"))


def period(look: Look, since: date) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """The overview of the report of a period, and what the truth says for its two ends."""
    path = look.folder / "period.xlsx"
    write_period_report(look.snapshot, path, since)
    rows = {row[0]: row[7:9] for row in load_workbook(path)["概况"].iter_rows(min_row=5, values_only=True)}
    told: list[tuple[object, ...]] = []
    wanted: list[tuple[object, ...]] = []
    ends = [look.truth.total(since), look.truth.total(look.day)]
    for name, value in (
        ("底数宗数（宗）", lambda each: each.parcels),
        ("已处置宗数（宗）", lambda each: each.done_parcels),
        ("底数面积（公顷）", lambda each: ha(each.base)),
        ("任务面积（公顷）", lambda _: ha(look.truth.city_task)),
        ("已处置面积（公顷）", lambda each: ha(each.done)),
        ("系统确认面积（公顷）", lambda each: ha(each.confirmed)),
        ("完成率", lambda each: round(each.done_rate, 9)),
        ("系统确认率", lambda each: round(each.confirmed_rate, 9)),
    ):
        wanted.append((name, *map(value, ends)))
        cells = rows[name]
        told.append((name, *[ha(cell) if "面积" in name else round(float(cell), 9) for cell in cells]))
    return told, wanted


class Heard:
    """A canvas that keeps the texts drawn on it and draws nothing."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def text(self, _: Box, text: str, *__: object, **___: object) -> None:
        self.texts.append(text)

    def fitting(self, _: str, points: float, *__: object) -> float:
        return points

    def fitted(self, text: str, *_: object) -> str:
        return text

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_, **__: None


def wall_map(look: Look) -> tuple[list[str], list[str]]:
    """The texts in the column of figures and in the table of the wall map; and those the truth wants among them."""
    canvas: Any = Heard()
    box = Box(0, 0, 300, 2000)
    draw_figures(canvas, box, look.snapshot)
    draw_ranking(canvas, box, 0, look.snapshot)
    draw_categories(canvas, box, 0, look.snapshot, "category")
    draw_legend(canvas, box, 0, look.snapshot, "status")
    draw_departments(canvas, box, 0, look.snapshot)
    draw_table(canvas, box, items_of(look.snapshot), look.snapshot.campaign.units)
    return canvas.texts, list(_wanted_on_wall(look))


def _wanted_on_wall(look: Look) -> Iterator[str]:
    total = look.truth.total(look.day)
    yield percent(total.done, total.task)
    yield percent(total.confirmed, total.task)
    set_for = look.truth.city_task
    yield (
        f"底数 {total.parcels} 宗 {two(total.base)} 公顷，"
        f"{'未下达任务' if set_for is None else f'任务 {two(set_for)} 公顷'}，已处置 {total.done_parcels} 宗 "
        f"{two(total.done)} 公顷，系统确认 {two(total.confirmed)} 公顷"
    )
    for status in STATUSES:
        mine = [each for each in look.stands.values() if each.status == status]
        yield f"{STATUSES[status]} {len(mine)}宗 {half_up(sum((each.base for each in mine), NOTHING), 1)}公顷"
    for attribute in ("unit", "department"):
        for name, each in look.truth.by(look.day, attribute).items():
            yield from (name, two(each.task), two(each.done), percent(each.done, each.task) if each.task else "—")
    for category in {each.category for each in look.stands.values()}:
        mine = [each._replace(in_base=True) for each in look.stands.values() if each.category == category]
        yield two(added(mine).base)
    for (_, code), stand in look.stands.items():
        yield from (code, two(stand.base), STATUSES[stand.status])


def two(hectares: Decimal) -> str:
    """As it stands on the wall: 0.585 is 0.59."""
    return f"{half_up(hectares, 2)}"


def percent(part: Decimal, whole: Decimal) -> str:
    return f"{half_up(part / whole * 100 if whole else NOTHING, 1)}%"

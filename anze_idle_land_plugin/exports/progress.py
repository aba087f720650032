"""Progress in figures and as a workbook: done, confirmed and planned, by list, unit, department and category."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Sequence

from openpyxl.chart import LineChart, Reference

from .. import catalogue
from ..model.figures import counted, done_by_day, overall, rate_on, tallies
from ..model.progress import Tally, planned_step, unit_of
from ..model.snapshot import Snapshot
from ..model.words import ListKind
from .workbook import FIRST_ROW, Column, Sheet, new_book, save

AREA, RATE = "0.0000", "0.0%"
CHART_EDGE = "G"
"""The chart reaches this column; it must lie inside the print area."""


@dataclass(frozen=True)
class ProgressFigures:
    """The campaign's figures as of a day; rates are fractions. Units are towns and the zone, each parcel in one."""

    total: Tally
    planned_rate: float
    by_list: dict[str, Tally]
    by_unit: dict[str, Tally]
    by_department: dict[str, Tally]
    by_category: dict[str, Tally]

    @property
    def done_rate(self) -> float:
        return self.total.done_rate

    @property
    def confirmed_rate(self) -> float:
        return self.total.confirmed_rate


def progress_figures(snapshot: Snapshot, lists: Sequence[ListKind] = tuple(ListKind)) -> ProgressFigures:
    """Count the lists; the planned rate is that of the last deadline passed."""
    parcels = counted(snapshot, lists)
    zone = catalogue.zone_name()
    return ProgressFigures(
        total=overall(snapshot, lists),
        planned_rate=planned_step(snapshot.milestones, snapshot.as_of),
        by_list={which.zh: overall(snapshot, [which]) for which in lists},
        by_unit=tallies(
            parcels,
            lambda parcel: unit_of(parcel, zone) or "未定",
            lambda unit: snapshot.task_area(lists, *catalogue.unit_names(unit)),
        ),
        by_department=tallies(parcels, lambda parcel: parcel.department or "未定"),
        by_category=tallies(parcels, lambda parcel: parcel.category.principle),
    )


def write_progress(snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = tuple(ListKind)) -> ProgressFigures:
    """Write 进度 (milestones with chart), and the figures by list, unit, department and category."""
    figures = progress_figures(snapshot, lists)
    groups = (
        ("按清单", figures.by_list),
        ("按镇区", _ranked(figures.by_unit)),
        ("按责任单位", _ranked(figures.by_department)),
        ("按处置方式", figures.by_category),
    )
    tables = [_table(snapshot, name, rows, figures.planned_rate) for name, rows in groups]
    sheets = (_milestones(snapshot, lists), *tables)
    book = new_book(sheets, f"面积单位：公顷　数据日期：{snapshot.as_of.isoformat()}")
    _chart(book["时间节点"], len(sheets[0].rows))
    save(book, path, sheets)
    return figures


def _milestones(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """Each deadline with the rate it demands and the rate reached by then; later ones have no rate yet."""
    course = done_by_day(snapshot, lists)
    rows: list[list[object]] = []
    for milestone in snapshot.milestones:
        passed = milestone.by_date <= snapshot.as_of
        reached = rate_on(course, milestone.by_date) if passed else None
        lag = None if reached is None else (milestone.rate - reached) * 100
        rows.append([milestone.by_date, milestone.rate, reached, lag])
    columns = (
        Column("时间节点", 14),
        Column("要求完成率", 14, RATE),
        Column("实际完成率", 14, RATE),
        Column("滞后(百分点)", 14, "0.0"),
    )
    return Sheet("时间节点", _title(snapshot, "时间节点完成情况"), columns, rows)


def _table(snapshot: Snapshot, name: str, rows: dict[str, Tally], planned: float) -> Sheet:
    columns = (
        Column(name.replace("按", ""), 26),
        Column("任务宗数", 10, "0", True),
        Column("任务面积(公顷)", 14, AREA, True),
        Column("已处置宗数", 11, "0", True),
        Column("已处置面积(公顷)", 14, AREA, True),
        Column("完成率", 10, RATE),
        Column("系统确认面积(公顷)", 14, AREA, True),
        Column("系统确认率", 11, RATE),
        Column("宗数完成率", 11, RATE),
        Column("滞后(百分点)", 12, "0.0"),
    )
    return Sheet(name, _title(snapshot, f"进度表（{name}）"), columns, [_cells(*row, planned) for row in rows.items()])


def _cells(name: str, figures: Tally, planned: float) -> list[object]:
    return [
        name,
        figures.parcels,
        figures.task_area_ha,
        figures.done_parcels,
        figures.done_area_ha,
        figures.done_rate,
        figures.confirmed_area_ha,
        figures.confirmed_rate,
        figures.parcel_rate,
        figures.lag_points(planned),
    ]


def _ranked(rows: dict[str, Tally]) -> dict[str, Tally]:
    """By completion rate, the best first."""
    ordered: Iterable[tuple[str, Tally]] = sorted(rows.items(), key=lambda item: -item[1].done_rate)
    return dict(ordered)


def _chart(page, rows: int) -> None:  # type: ignore[no-untyped-def]
    chart = LineChart()
    chart.title = "要求与实际完成率"
    chart.y_axis.number_format = "0%"
    chart.y_axis.scaling.min = 0
    chart.y_axis.delete = chart.x_axis.delete = False
    data = Reference(page, min_col=2, max_col=3, min_row=FIRST_ROW - 1, max_row=FIRST_ROW - 1 + rows)
    chart.add_data(data, titles_from_data=True)
    for series in chart.series:
        series.smooth = False
    chart.set_categories(Reference(page, min_col=1, min_row=FIRST_ROW, max_row=FIRST_ROW - 1 + rows))
    chart.x_axis.number_format = "m月d日"
    chart.width, chart.height = 18, 9
    page.add_chart(chart, f"A{FIRST_ROW + rows + 2}")
    page.print_area = f"A1:{CHART_EDGE}{FIRST_ROW + rows + 22}"


def _title(snapshot: Snapshot, what: str) -> str:
    return f"{snapshot.campaign.county_name}{snapshot.campaign.year}年度“批而未用”土地清理{what}"

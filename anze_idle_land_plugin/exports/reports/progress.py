"""Progress in figures and as a workbook: done, confirmed and planned, by list, unit, department, category and age."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Callable, Mapping, Sequence

from openpyxl.chart import LineChart, Reference
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ... import catalogue
from ...model.counting.assessment import Assessment, assess
from ...model.counting.figures import BOTH_LISTS, Figures, counted, counting, figures, ranking
from ...model.counting.milestones import Judged
from ...model.counting.progress import Rate, Tally
from ...model.kinds import ListKind
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.units import level_of
from ...store.standing.over_time import courses, judged
from ...wording.amounts import NONE, hectares_zh, percent
from ...wording.days import data_date, in_table
from ...wording.headings import heading
from ...wording.tasks import NO_PLAN, basis_zh, met_zh, tasks_told
from ..office.workbook import Column, Sheet, new_book, save

AREA, RATE, POINTS = "0.0000", "0.0%", "0.0"
REACHED = "完成率"
"""Over the rate a deadline demands and the rates reached."""
CHART_EDGE = "G"
"""The chart reaches this column; it must lie inside the print area."""
GROUPS: tuple[tuple[str, Callable[[Figures], Mapping[str, Tally]]], ...] = (
    ("镇区", lambda whole: {each.name: each.figures for each in ranking(whole.by_unit)}),
    ("责任单位", lambda whole: {each.name: each.figures for each in ranking(whole.by_department)}),
    ("处置方式", lambda whole: whole.by_category),
    ("年度分组", lambda whole: whole.by_age),
)
"""What the figures are grouped by, with their order."""


def progress_figures(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> Figures:
    """All figures of some lists by the counting rules of the code tables."""
    return figures(counting(snapshot), catalogue.counting_rules(snapshot.campaign.units), lists)


def assessment(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> Assessment:
    """Supply rate, disposal rate and the effect on next year's quota."""
    parcels = counted(snapshot, lists)
    return assess(progress_figures(snapshot, lists), parcels, catalogue.policy(), snapshot.campaign.year)


def write_progress(snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = BOTH_LISTS) -> Figures:
    """Write 时间节点 (milestones with chart), the figures by list and group, and the yearly assessment."""
    whole = progress_figures(snapshot, lists)
    by_list = {**whole.by_list, **({"合计": whole.total} if len(lists) > 1 else {})}
    tables = [tally_sheet(snapshot, "清单", by_list, whole, adds_up=False)]
    tables += [tally_sheet(snapshot, name, rows(whole), whole) for name, rows in GROUPS]
    sheets = (milestones_sheet(snapshot, lists), *tables, assessment_sheet(snapshot, lists))
    book = new_book(sheets, note(snapshot, "progress"))
    if snapshot.milestones:
        add_milestone_chart(book["时间节点"], sheets[0])
    save(book, path, sheets)
    return whole


def note(snapshot: Snapshot, paper: str, since: date | None = None) -> str:
    """What stands above every table: the paper's number, unit, data date, and what the tint says."""
    number = snapshot.campaign.number_of(paper)
    number = f"文号：{number}　" if number else ""
    marks = f"　底色：{in_table(since)}之后有变化" if since else ""
    return f"{number}面积单位：公顷　{data_date(snapshot.as_of)}{marks}"


def changed(dossiers: Sequence[Dossier], since: date | None) -> list[bool] | None:
    """Which parcels changed after a day; None when nobody asks."""
    if since is None:
        return None
    return [any(event.effective_on > since for event in each.standing.events) for each in dossiers]


def milestones_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """Each deadline with the rate it demands and the rate each list and both reached by then; for later ones what the
    plans promise. A deadline is met when every list and both together reached it."""
    promised = dict(progress_figures(snapshot, lists).expected)
    names = list(courses(snapshot, lists))
    rows = [_milestone_row(each, names, promised.get(each.milestone)) for each in judged(snapshot, lists)]
    columns = (
        Column("时间节点", 14),
        Column("要求", 14, RATE, group=REACHED),
        *(Column(name, 14, RATE, group=REACHED) for name in names),
        *(Column(name, 14, POINTS, group="滞后(百分点)") for name in names),
        Column("是否完成", 20),
        Column("按计划完成时间预计", 20, RATE),
    )
    remark = "" if rows else f"{NO_PLAN}，请录入年度方案（设置行动）"
    return Sheet("时间节点", heading(snapshot.campaign, "时间节点完成情况"), columns, rows, remark=remark)


def _milestone_row(each: Judged, names: Sequence[str], promised: float | None) -> list[object]:
    reached = [each.reached.get(name) for name in names]
    lags = [None if rate is None else (each.milestone.rate - rate) * 100 for rate in reached]
    return [each.milestone.by_date, each.milestone.rate, *reached, *lags, met_zh(each), promised]


def tally_sheet(
    snapshot: Snapshot, name: str, rows: Mapping[str, Tally], whole: Figures, adds_up: bool = True
) -> Sheet:
    """A group a row: base, task and done are three columns. ``adds_up`` closes with totals by formula."""
    has_tasks = any(each.task_area_ha is not None for each in rows.values())
    columns = (
        Column(name, 26),
        Column("底数宗数", 10, "0", adds_up, "底数与任务"),
        Column("底数面积(公顷)", 14, AREA, adds_up, "底数与任务"),
        Column("任务面积(公顷)", 14, AREA, adds_up and has_tasks, "底数与任务"),
        Column("已处置宗数", 11, "0", adds_up, "已处置"),
        Column("已处置面积(公顷)", 14, AREA, adds_up, "已处置"),
        Column("完成率", 10, RATE, False, "已处置"),
        Column("计率依据", 11, "", False, "已处置"),
        Column("系统确认面积(公顷)", 14, AREA, adds_up, "系统确认"),
        Column("系统确认率", 11, RATE, False, "系统确认"),
        Column("宗数完成率", 11, RATE),
        Column("滞后(百分点)", 15, POINTS),
    )
    cells = [tally_cells(unit, each, whole) for unit, each in rows.items()]
    remark = tasks_told(whole, level_of(snapshot.campaign.county_name), marked=False)
    return Sheet(f"按{name}", heading(snapshot.campaign, f"进度表（按{name}）"), columns, cells, remark=remark)


def tally_cells(name: str, each: Tally, whole: Figures) -> list[object]:
    """A group's figures in the columns of ``tally_sheet``; a rate needs a task or a base, a lag a plan."""
    return [
        name,
        each.parcels,
        each.area_ha,
        NONE if each.task_area_ha is None else each.task_area_ha,
        each.done_parcels,
        each.done_area_ha,
        each.done_rate if each.has_rate else None,
        basis_zh(each),
        each.confirmed_area_ha,
        each.confirmed_rate if each.has_rate else None,
        each.parcel_rate if each.parcels else None,
        (each.lag_points(whole.planned_rate) if each.has_rate else None) if whole.has_plan else NO_PLAN,
    ]


def assessment_sheet(snapshot: Snapshot, lists: Sequence[ListKind]) -> Sheet:
    """供地率、处置率 and 增存挂钩, each with numerator and denominator."""
    columns = (
        Column("指标", 34),
        Column("分子(公顷)", 14, AREA),
        Column("分母(公顷)", 14, AREA),
        Column("比率", 11, "0.0%"),
        Column("宗数", 9, "0"),
        Column("说明", 52),
    )
    rows = [list(row) for row in assessment_rows(assessment(snapshot, lists))]
    return Sheet("考核指标", heading(snapshot.campaign, "考核指标（供地率、处置率、增存挂钩）"), columns, rows)


def assessment_rows(found: Assessment) -> list[tuple[object, ...]]:
    """Name, numerator, denominator, rate, parcels and explanation of each figure of the assessment."""
    policy, supply = found.policy, found.supply
    stop = f"低于{percent(policy.stop_rate, 0)}的暂停新增用地审批（参数，以省市文件为准）"
    floor = f"全国五年平均不低于{percent(policy.floor_rate, 0)}；{stop}"
    rows: list[tuple[object, ...]] = [
        _rate_row(
            f"五年供地率（{supply.first_year}–{supply.last_year}年批准）",
            supply.rate,
            f"按台账所列批次计算，已全部供应且未列入台账的批次未计；{floor}",
        )
    ]
    for name, rate in found.disposal.items():
        least = f"本年处置面积/期初底数面积；最低要求{percent(policy.least_disposal, 0)}（参数）"
        rows.append(_rate_row(f"处置率（{name}）", rate, least))
    for credit in found.credits:
        share, quota = percent(credit.share, 0), hectares_zh(credit.quota_ha)
        text = f"处置面积的{share}折抵新增计划指标，计{quota}（参数，2020年规则）"
        done = credit.rate.numerator
        rows.append((f"折抵指标·{credit.name}", credit.quota_ha, done, credit.share, len(credit.rate.counted), text))
    if found.undated:
        area = round(sum(each.done_area_ha for each in found.undated), 4)
        text = "批准年度不详，未计折抵；请补录批准日期"
        rows.append(("折抵指标·年度不详", None, area, None, len(found.undated), text))
    rows += [
        _rate_row(f"任务完成（系统确认·{name}）", rate, "系统确认面积/任务面积（未下达任务的以底数代替）")
        for name, rate in found.confirmed.items()
    ]
    reward, cut = percent(policy.reward, 0), percent(policy.cut, 0)
    change = f"按系统确认口径；任务全部完成增加{reward}，任一项未完成核减{cut}（自然资规〔2018〕1号）"
    rows.append(("下年度计划指标增减", None, None, found.change, None, change))
    return rows


def _rate_row(name: str, rate: Rate, text: str) -> tuple[object, ...]:
    value = rate.value if rate.denominator else None
    return name, rate.numerator, rate.denominator, value, len(rate.of), text


def add_milestone_chart(page: Worksheet, sheet: Sheet) -> None:
    """Required and reached rates as a native line chart below the table, inside the print area."""
    rows, first_row = len(sheet.rows), sheet.first_row
    last = 1 + sum(column.group == REACHED for column in sheet.columns)
    chart = LineChart()
    chart.title = "要求与实际完成率"
    chart.y_axis.number_format = "0%"
    chart.y_axis.scaling.min = 0
    chart.y_axis.delete = chart.x_axis.delete = False
    data = Reference(page, min_col=2, max_col=last, min_row=first_row - 1, max_row=first_row - 1 + rows)
    chart.add_data(data, titles_from_data=True)
    for series in chart.series:
        series.smooth = False
    chart.set_categories(Reference(page, min_col=1, min_row=first_row, max_row=first_row - 1 + rows))
    chart.x_axis.number_format = "m月d日"
    chart.width, chart.height = 18, 9
    page.add_chart(chart, f"A{first_row + rows + 2}")
    edge = max(CHART_EDGE, get_column_letter(len(sheet.columns)))
    page.print_area = f"A1:{edge}{first_row + rows + 22}"


def figures_json(snapshot: Snapshot, lists: Sequence[ListKind] = BOTH_LISTS) -> dict[str, object]:
    """Every figure with numerator, denominator and parcels, for scripts."""
    whole, found = progress_figures(snapshot, lists), assessment(snapshot, lists)
    planned = whole.planned_rate
    groups = {
        "by_list": whole.by_list,
        "by_unit": whole.by_unit,
        "by_department": whole.by_department,
        "by_category": whole.by_category,
        "by_age": whole.by_age,
    }
    return {
        "as_of": whole.as_of.isoformat(),
        "curve_rate": whole.curve_rate,
        "lag_points": whole.lag_points,
        "total": _tally_json(whole.total, planned),
        **{name: {unit: _tally_json(each, planned) for unit, each in rows.items()} for name, rows in groups.items()},
        "expected": {milestone.by_date.isoformat(): rate for milestone, rate in whole.expected},
        "supply_rate": {
            "first_year": found.supply.first_year,
            "last_year": found.supply.last_year,
            **_rate_json(found.supply.rate),
        },
        "disposal_rate": {name: _rate_json(rate) for name, rate in found.disposal.items()},
        "confirmed_of_task": {name: _rate_json(rate) for name, rate in found.confirmed.items()},
        "quota": {
            "credited_ha": found.quota_ha,
            "change": found.change,
            "credits": {
                each.name: {**_rate_json(each.rate), "share": each.share, "quota_ha": each.quota_ha}
                for each in found.credits
            },
        },
    }


def _tally_json(each: Tally, planned: float) -> dict[str, object]:
    return {
        "done": _rate_json(each.done),
        "confirmed": _rate_json(each.confirmed),
        "parcels": _rate_json(each.by_parcels),
        "base_area_ha": each.area_ha,
        "task_area_ha": each.task_area_ha,
        "base_stands_in_ha": each.stand_in_ha,
        "lag_points": each.lag_points(planned),
    }


def _rate_json(rate: Rate) -> dict[str, object]:
    return {
        "value": rate.value,
        "numerator": rate.numerator,
        "denominator": rate.denominator,
        "unit": rate.unit,
        "counted": [code for _, code in rate.counted],
        "of": [code for _, code in rate.of],
    }

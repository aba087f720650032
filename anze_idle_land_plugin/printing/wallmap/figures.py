"""The column of figures: progress, chart against the milestones, ranking, measures, legend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Sequence

from ... import catalogue
from ...cartography import palette
from ...cartography.palette import WALL, fills, lines
from ...model.counting.figures import Figures, counting, figures, ranking
from ...model.counting.progress import Tally, group, planned_line, tally
from ...model.kinds import Category, Status
from ...model.rounding import plain
from ...model.standing.snapshot import Snapshot
from ...model.units import level_of
from ...store.standing.over_time import done_course, judged
from ...wording.amounts import NONE, ha, hectares_zh, percent, points
from ...wording.days import countdown_zh, month_day_zh
from ...wording.tasks import NO_PLAN, met_zh, task_sentence, task_zh, tasks_told
from ..paper.canvas import BOLD, Box, Canvas, circle, corners
from .placing import symbol_diameter

HEADING_POINTS = 40.0
FIGURE_POINTS = 60.0
FIRST_POINTS = 24.5
TEXT_POINTS = 20.0
ROW = 9.6
CHART_HEIGHT = 122.0
HEADING_HEIGHT = 19.0


def whole_figures(snapshot: Snapshot) -> Figures:
    """The figures that stand on the wall: those of board, lists and reports."""
    return figures(counting(snapshot), catalogue.counting_rules(snapshot.campaign.units))


def draw_figures(canvas: Canvas, box: Box, snapshot: Snapshot) -> float:
    """总体进度 and the chart; returns the y below them."""
    whole = whole_figures(snapshot)
    total, lag = whole.total, whole.lag_points
    y = heading(canvas, box, box.y, "总体进度")
    shown = (
        ("完成率", percent(total.done_rate), "#000000"),
        ("系统确认率", percent(total.confirmed_rate), "#000000"),
        ("滞后百分点" if lag > 0 else "超前百分点", points(abs(lag)), palette.late() if lag > 0 else palette.ahead())
        if whole.has_plan
        else (NO_PLAN, NONE, "#000000"),
    )
    third = box.width / 3
    for index, (label, value, colour) in enumerate(shown):
        canvas.text(Box(box.x + index * third, y, third, 26), value, FIGURE_POINTS, BOLD, "centre", colour)
        canvas.text(Box(box.x + index * third, y + 25, third, 10), label, FIRST_POINTS, BOLD, "centre")
    y += 37
    sentence = (
        f"底数 {total.parcels} 宗 {hectares_zh(total.area_ha, 2, gap=' ')}，{task_sentence(total, 2, gap=' ')}，已处置 "
        f"{total.done_parcels} 宗 "
        f"{hectares_zh(total.done_area_ha, 2, gap=' ')}，系统确认 {hectares_zh(total.confirmed_area_ha, 2, gap=' ')}"
    )
    canvas.text(Box(box.x, y, box.width, 9), sentence, canvas.fitting(sentence, 18, box.width), align="centre")
    if whole.of_list:
        y += 9
        lists = _lists_told(whole, snapshot)
        canvas.text(Box(box.x, y, box.width, 9), lists, canvas.fitting(lists, 18, box.width), align="centre")
    outside = [each for each in snapshot.all_dossiers() if not each.counted().in_base]
    if outside:
        y += 9
        area = sum(each.base_area_ha for each in outside)
        count = f"{len(outside)} 宗 {hectares_zh(area, 2, gap=' ')}"
        note = f"另有 {count}不计入底数（查封涉诉、不构成闲置），图、表和图例中仍列出"
        canvas.text(Box(box.x, y, box.width, 9), note, canvas.fitting(note, 18, box.width), align="centre")
    draw_chart(canvas, Box(box.x, y + 14, box.width, CHART_HEIGHT), snapshot)
    return y + CHART_HEIGHT + 16


def _lists_told(whole: Figures, snapshot: Snapshot) -> str:
    """The rate of each list, and whether the last deadline was met by each: one never makes up for the other."""
    rates = "，".join(f"{name} {percent(each.done_rate)}" for name, each in whole.by_list.items() if each.has_rate)
    due = [each for each in judged(snapshot) if each.is_due]
    if not due:
        return rates
    return f"{rates}；{month_day_zh(due[-1].milestone.by_date)}节点{met_zh(due[-1])}"


def draw_chart(canvas: Canvas, box: Box, snapshot: Snapshot) -> None:
    """Planned line through the milestones and the steps of what was done; both as shapes."""
    campaign = snapshot.campaign
    plot = Box(box.x + 24, box.y + 6, box.width - 34, box.height - 20)
    days = max((campaign.ends_on - campaign.starts_on).days, 1)
    course = done_course(snapshot)
    top = max([1.0, *(rate for _, rate in course)])

    def at(day: date, rate: float) -> tuple[float, float]:
        share = min(max((day - campaign.starts_on).days / days, 0.0), 1.0)
        return plot.x + share * plot.width, plot.bottom - rate / top * plot.height

    for mark in range(0, int(top * 100) + 1, 25):
        y = at(campaign.starts_on, mark / 100)[1]
        canvas.line(((plot.x, y), (plot.right, y)), "#BBBBBB", 0.2)
        canvas.text(Box(box.x, y - 4, 22, 8), f"{mark}%", 18, align="right")
    plan: list[tuple[float, float]] = []
    if snapshot.milestones:
        plan = [at(day, planned_line(snapshot.milestones, campaign.starts_on, day)) for day in _plan_days(snapshot)]
    steps = [at(campaign.starts_on, 0.0)]
    for day, rate in course:
        x, y = at(day, rate)
        steps += [(x, steps[-1][1]), (x, y)]
    canvas.polygon([[*steps, (steps[-1][0], plot.bottom)]], "#CFE2F3")
    canvas.line(steps, palette.done(), 1.2)
    if plan:
        canvas.line(plan, palette.late(), 0.8, "dash")
    for milestone in snapshot.milestones:
        x, y = at(milestone.by_date, milestone.rate)
        canvas.rectangle(Box(x - 1.5, y - 1.5, 3, 3), palette.late())
        canvas.text(Box(x - 32, y - 9, 30, 8), percent(milestone.rate, 0), 18, BOLD, "right", palette.late())
        label = month_day_zh(milestone.by_date)
        middle = min(x, plot.right - 8)
        canvas.text(Box(middle - 20, plot.bottom + 2, 40, 8), label, 18, align="centre")
    x, _ = at(snapshot.as_of, 0.0)
    canvas.line(((x, plot.y), (x, plot.bottom)), "#000000", 0.4, "dash")
    canvas.line(((plot.x, plot.y), (plot.x, plot.bottom), (plot.right, plot.bottom)), width=0.5)
    canvas.rectangle(Box(plot.x + 3, plot.y + 1, 33, 18), "#FFFFFF")
    if not plan:
        canvas.text(Box(plot.x + 4, plot.y + 20, plot.width - 8, 8), NO_PLAN, 18)
    shown = (("完成", palette.done()), ("计划", palette.late()))
    for index, (text, colour) in enumerate(shown[::-1] if plan else shown[:1]):
        canvas.line(((plot.x + 4, plot.y + 5 + 9 * index), (plot.x + 18, plot.y + 5 + 9 * index)), colour, 1.2)
        canvas.text(Box(plot.x + 20, plot.y + 1 + 9 * index, 30, 8), text, 18)


def _plan_days(snapshot: Snapshot) -> list[date]:
    starts_on = snapshot.campaign.starts_on
    return [starts_on, *(each.by_date for each in snapshot.milestones if each.by_date > starts_on)]


def draw_ranking(canvas: Canvas, box: Box, y: float, snapshot: Snapshot) -> float:
    """各镇(区)排名 with a closing row for the county; returns the y below it."""
    whole = whole_figures(snapshot)
    y = heading(canvas, box, y, "各镇（区）排名")
    rows = [(str(each.place), each.name, *_cells(each.figures)) for each in ranking(whole.by_unit)]
    rows.append(("", f"全{level_of(snapshot.campaign.county_name)}", *_cells(whole.total)))
    columns = (
        ("名次", 22.0),
        ("镇（区）", 66.0),
        ("宗数", 24.0),
        ("底数公顷", 36.0),
        ("任务公顷", 36.0),
        ("已处置", 34.0),
        ("完成率", 36.0),
    )
    y = draw_rows(canvas, box, y, columns, rows)
    told = tasks_told(whole, level_of(snapshot.campaign.county_name))
    for line in told.rstrip("。").split("；") if told else ():
        canvas.text(Box(box.x, y, box.width, 8), line, canvas.fitting(line, 16, box.width))
        y += 8
    return y


def draw_departments(canvas: Canvas, box: Box, y: float, snapshot: Snapshot) -> float:
    """按责任单位, the largest bases first, as many as fit above the bottom of the box; returns the y below it."""
    room = int((box.bottom - y - HEADING_HEIGHT) / ROW) - 1
    if room < 2:
        return y
    y = heading(canvas, box, y, "按责任单位")
    parcels = [dossier.counted() for dossier in snapshot.all_dossiers()]
    rules = catalogue.counting_rules(snapshot.campaign.units)
    units = whole_figures(snapshot).by_department
    ordered = sorted(units.items(), key=lambda pair: (-pair[1].area_ha, pair[0]))
    if len(ordered) > room:
        others = {unit for unit, _ in ordered[room - 1 :]}
        rest = tally([each for each in parcels if rules.department_of(each) in others])
        ordered = [*ordered[: room - 1], (f"其余{len(others)}个单位", rest)]
    rows = [("", unit, *_cells(each, of_task=False)) for unit, each in ordered]
    columns = (("", 2.0), ("责任单位", 86.0), ("宗数", 28.0), ("底数公顷", 42.0), ("已处置", 38.0), ("完成率", 40.0))
    return draw_rows(canvas, box, y, columns, rows)


def _cells(each: Tally, of_task: bool = True) -> tuple[str, ...]:
    """Parcels, base, task, done and rate; what the city sets no tasks for has no column of tasks."""
    task = (task_zh(each, 2),) if of_task else ()
    done = ha(each.done_area_ha, 2), percent(each.done_rate) if each.has_rate else NONE
    return str(each.parcels), ha(each.area_ha, 2), *task, *done


def draw_categories(canvas: Canvas, box: Box, y: float, snapshot: Snapshot, theme: str) -> float:
    """按处置方式: colour, count and area of all parcels; the legend of the fills where the theme shows them."""
    y = heading(canvas, box, y, "按处置方式")
    parcels = [dossier.counted() for dossier in snapshot.all_dossiers()]
    groups = group(parcels, lambda each: each.category)
    rows = []
    for category in Category:
        members = [replace(each, in_base=True) for each in groups.get(category, [])]
        whole = tally(members)
        rows.append((category.character, category.principle, str(whole.parcels), ha(whole.area_ha, 2)))
    colours = [fills()[category] for category in Category] if theme != "status" else []
    columns = (("", 22.0), ("处置方式", 96.0), ("宗数", 40.0), ("面积（公顷）", 78.0))
    return draw_rows(canvas, box, y, columns, rows, colours)


def draw_legend(canvas: Canvas, box: Box, y: float, snapshot: Snapshot, theme: str) -> float:
    """图例: each status with count and area, two columns, and as the theme draws it; returns the y below it."""
    y = heading(canvas, box, y, "进展状态（本图不着色）与图例" if theme == "category" else "图例（进展状态）")
    dossiers = snapshot.all_dossiers()
    half = box.width / 2
    for index, status in enumerate(Status):
        members = [each for each in dossiers if each.status is status]
        x, row = box.x + (index % 2) * half, y + (index // 2) * 12
        if theme != "category":
            _draw_status(canvas, Box(x + 1, row + 1.5, 15, 8), status)
        area = sum(each.base_area_ha for each in members)
        text = f"{status.zh} {len(members)}宗 {hectares_zh(area, 1)}"
        canvas.text(Box(x + 19, row, half - 19, 11), text, canvas.fitting(text, 18, half - 20))
    y += 12 * ((len(Status) + 1) // 2)
    _draw_signs(canvas, Box(box.x, y, box.width, 24))
    return y + 26


def _draw_status(canvas: Canvas, box: Box, status: Status) -> None:
    swatch, line = [corners(box)], lines()[status]
    canvas.polygon(swatch, "#FFFFFF")
    canvas.hatch(swatch, line.hatch, line.colour, 2.0)
    canvas.polygon(swatch, "", line.colour, max(line.width_mm, 0.5), line.dash)


def _draw_signs(canvas: Canvas, box: Box) -> None:
    """Discs by area, and the lines of the ground map."""
    x = box.x + 6
    for area_ha in (0.5, 2, 10):
        canvas.polygon([circle(x, box.y + 6, symbol_diameter(area_ha * 10000) / 2)], "#DDDDDD", "#333333", 0.3)
        canvas.text(Box(x + 6, box.y, 24, 12), f"{plain(area_ha)}公顷", 16)
        x += 32
    canvas.rectangle(Box(x, box.y + 2.5, 11, 7), colour="#C00000", width=0.8)
    canvas.text(Box(x + 13, box.y, 50, 12), "放大图范围（字母）", 16)
    for index, (role, style) in enumerate(palette.places().items()):
        left = box.x + 1 + index * box.width / 5
        if role == "place":
            canvas.polygon([circle(left + 7, box.y + 18, 1.0)], style.fill, style.colour, WALL * style.width_mm)
        else:
            canvas.line(((left, box.y + 18), (left + 12, box.y + 18)), style.colour, 1.0, style.dash)
        canvas.text(Box(left + (12 if role == "place" else 14), box.y + 12, 40, 12), style.name, 16)


def heading(canvas: Canvas, box: Box, y: float, text: str) -> float:
    canvas.text(Box(box.x, y, box.width, 16), text, HEADING_POINTS, BOLD)
    canvas.line(((box.x, y + 17), (box.right, y + 17)), width=0.6)
    return y + HEADING_HEIGHT


def draw_rows(
    canvas: Canvas,
    box: Box,
    y: float,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
    swatches: Sequence[str] = (),
) -> float:
    """A plain table: tinted head, hair lines; the first column may stand on a colour. Returns the y below it."""
    factor = box.width / sum(width for _, width in columns)
    canvas.rectangle(Box(box.x, y, box.width, ROW), "#E9EEF3")
    for line_index, row in enumerate([[title for title, _ in columns], *rows]):
        x, top = box.x, y + line_index * ROW
        if line_index and swatches:
            canvas.rectangle(Box(x + 2, top + 0.8, columns[0][1] * factor - 4, ROW - 1.6), swatches[line_index - 1])
        for index, cell in enumerate(row):
            width = columns[index][1] * factor
            align = "left" if index == 1 else ("right" if index > 1 else "centre")
            points = TEXT_POINTS if line_index == 0 or index > 1 else FIRST_POINTS
            kind = BOLD if line_index == 0 or index < 2 else "body"
            points = canvas.fitting(cell, points, width - 2, kind)
            room = Box(x + 1, top, width - 2, ROW)
            canvas.text(room, canvas.fitted(cell, points, room.width, kind), points, kind, align)
            x += width
        canvas.line(((box.x, top + ROW), (box.right, top + ROW)), "#888888", 0.2)
    return y + (len(rows) + 1) * ROW


def countdown(snapshot: Snapshot, on: date) -> str:
    """距11月30日还有61天: days from a day to the last milestone, or that none is set."""
    ends = max((each.by_date for each in snapshot.milestones), default=None)
    return NO_PLAN if ends is None else countdown_zh(ends, on)

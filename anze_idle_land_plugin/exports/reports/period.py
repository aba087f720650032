"""The weekly or monthly report: what changed between two days, by parcel, with figures and chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Iterator, Sequence

from openpyxl.chart import LineChart, Reference
from openpyxl.chart.axis import DateAxis
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ... import catalogue
from ...model.counting.figures import BOTH_LISTS, CountingRules, Figures, Ranked, counted, ranking
from ...model.counting.milestones import rate_on
from ...model.counting.progress import Tally, due, planned_line
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...model.procedure.workflow import SETTLED
from ...model.standing.base import says_state
from ...model.standing.events import STATE_FIELD, Event, EventKind
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.units import level_of
from ...store.standing.over_time import done_course, snapshot_on
from ...wording.amounts import NONE
from ...wording.days import in_table
from ...wording.events import event_zh, value_zh
from ...wording.headings import heading
from ...wording.tasks import NO_PLAN, tasks_told
from ..office.workbook import FIRST_ROW, Cell, Column, Sheet, new_book, save
from .legal_due import owed_steps
from .progress import AREA, POINTS, RATE, assessment_sheet, progress_figures

WEEK = timedelta(days=7)
OVERVIEW, COURSE_SHEET = "概况", "进度曲线"
GAINED = '+0.0"百分点";-0.0"百分点";0.0"百分点"'
GAINED_AREA = "+0.0000;-0.0000;0.0000"
WITHIN_DAYS = 30
"""Days ahead that the list of due parcels looks."""


class PeriodReversed(CampaignError):
    sentence = "The period begins on {since}, after its last day {as_of}; give an earlier SINCE"


@dataclass(frozen=True)
class Period:
    """The days after ``since`` up to ``now.as_of``; both ends of the story by what is known now."""

    since: date
    before: Snapshot
    now: Snapshot
    lists: Sequence[ListKind]

    @property
    def name(self) -> str:
        """周报, 月报 or 阶段报告, by the days it covers."""
        days = (self.now.as_of - self.since).days
        return "周报" if days <= 7 else "月报" if 27 <= days <= 31 else "阶段报告"


def write_period_report(
    snapshot: Snapshot, path: Path, since: date | None = None, lists: Sequence[ListKind] = BOTH_LISTS
) -> int:
    """Write the report of the days after ``since`` (a week when not given); returns the number of changes.

    Raises PeriodReversed when the period would end before it begins.
    """
    since = since or snapshot.as_of - WEEK
    if since > snapshot.as_of:
        raise PeriodReversed(since=in_table(since), as_of=in_table(snapshot.as_of))
    period = Period(since, snapshot_on(snapshot, since), snapshot, lists)
    by_parcel = [_changes(period), _units(period), _due(period)]
    sheets = [_overview(period), _course(period), *by_parcel, assessment_sheet(snapshot, lists)]
    number = snapshot.campaign.number_of("periodreport")
    number = f"文号：{number}　" if number else ""
    note = f"{number}面积单位：公顷　报告期：{in_table(since + timedelta(days=1))}至{in_table(snapshot.as_of)}"
    book = new_book(sheets, note)
    _add_chart(book[OVERVIEW], sheets[0], book[COURSE_SHEET], len(sheets[1].rows))
    save(book, path, sheets)
    return len(sheets[2].rows)


def _overview(period: Period) -> Sheet:
    """One row a figure, and for each list and the total its value before, its value now and the difference."""
    before, now = (progress_figures(each, period.lists) for each in (period.before, period.now))
    names = [*now.by_list, "合计"] if len(period.lists) > 1 else list(now.by_list)
    columns = [Column("指标", 30)]
    compared: list[list[tuple[str, Cell, Cell, Cell]]] = []
    for name in names:
        then, today = (each.total if name == "合计" else each.by_list[name] for each in (before, now))
        compared.append(list(_compared(then, today, before, now)))
        columns += [Column(head, 13, group=name) for head in ("上期末", "本期末", "增减")]
    rows = [[same[0][0], *(cell for _, *cells in same for cell in cells)] for same in zip(*compared)]
    return Sheet(OVERVIEW, _title(period, "主要指标"), columns, rows, remark=_remark(period, now))


def _remark(period: Period, now: Figures) -> str:
    """What has to be known of tasks and deadlines."""
    told = tasks_told(now, level_of(period.now.campaign.county_name), marked=False)
    return told if now.has_plan else f"{told}{NO_PLAN}。"


def _compared(then: Tally, today: Tally, before: Figures, now: Figures) -> Iterator[tuple[str, Cell, Cell, Cell]]:
    """Name, value before, value now and difference of each figure of a list."""

    def row(name: str, old: float, new: float, form: str, gain: str) -> tuple[str, Cell, Cell, Cell]:
        gained = (new - old) * 100 if form == RATE else new - old
        return name, Cell(old, form), Cell(new, form), Cell(round(gained, 6), gain)

    def task(name: str, old: float | None, new: float | None) -> tuple[str, Cell, Cell, Cell]:
        gained = None if old is None or new is None else round(new - old, 6)
        return name, Cell(old, AREA), Cell(new, AREA), Cell(gained, GAINED_AREA)

    yield row("底数宗数（宗）", then.parcels, today.parcels, "0", "+0;-0;0")
    yield row("已处置宗数（宗）", then.done_parcels, today.done_parcels, "0", "+0;-0;0")
    yield task("任务面积（公顷）", then.task_area_ha, today.task_area_ha)
    for name, attribute in (
        ("底数面积（公顷）", "area_ha"),
        ("已处置面积（公顷）", "done_area_ha"),
        ("系统确认面积（公顷）", "confirmed_area_ha"),
    ):
        yield row(name, getattr(then, attribute), getattr(today, attribute), AREA, GAINED_AREA)
    for name, attribute in (("完成率", "done_rate"), ("系统确认率", "confirmed_rate"), ("宗数完成率", "parcel_rate")):
        yield row(name, getattr(then, attribute), getattr(today, attribute), RATE, GAINED)
    if now.has_plan:
        yield row("时间节点要求完成率", before.planned_rate, now.planned_rate, RATE, GAINED)
        lags = then.lag_points(before.planned_rate), today.lag_points(now.planned_rate)
        yield row("滞后（百分点，负数为超前）", *lags, POINTS, "+0.0;-0.0;0.0")


def _course(period: Period) -> Sheet:
    """The planned line and the rate week by week since the campaign began, for the chart."""
    snapshot, course = period.now, done_course(period.now, period.lists)
    start, end = snapshot.campaign.starts_on, snapshot.as_of
    weeks = range(0, max((end - start).days, 0) + 1, 7)
    days = {start + timedelta(days=offset) for offset in weeks} | {period.since, end}
    days |= {milestone.by_date for milestone in snapshot.milestones}
    rows: list[list[object]] = [
        [
            day,
            planned_line(snapshot.milestones, start, day) if snapshot.milestones else NO_PLAN,
            rate_on(course, day) if day <= end else None,
        ]
        for day in sorted(each for each in days if each >= start)
    ]
    columns = (Column("日期", 30), Column("计划完成率", 30, RATE), Column("实际完成率", 30, RATE))
    return Sheet(COURSE_SHEET, _title(period, "进度曲线"), columns, rows)


def _changes(period: Period) -> Sheet:
    columns = (
        Column("序号", 5),
        Column("类别", 9, group="地块"),
        Column("地块编号", 14, group="地块"),
        Column("项目名称", 18, group="地块"),
        Column("所属镇区", 11, group="地块"),
        Column("日期", 11, group="变化"),
        Column("事项", 20, group="变化"),
        Column("变化前", 16, group="变化"),
        Column("变化后", 16, group="变化"),
        Column("处置面积(公顷)", 11, AREA, True, "变化"),
        Column("文号", 18),
        Column("责任单位", 14),
    )
    rules = catalogue.counting_rules(period.now.campaign.units)
    before = {(each.which, each.code): each for each in period.before.all_dossiers()}
    parcels = [each for which in period.lists for each in period.now.dossiers.get(which, ())]
    pairs = [(before.get((each.which, each.code)), each) for each in parcels]
    found = [row for old, new in pairs for row in _changes_of(old, new, period.since, rules)]
    rows = [[number, *row] for number, row in enumerate(found, 1)]
    return Sheet("变化明细", _title(period, "变化明细"), columns, rows)


def _changes_of(old: Dossier | None, new: Dossier, since: date, rules: CountingRules) -> Iterator[list[object]]:
    """One row for each event that took effect in the period, in order; each value with the one before it.

    ``old`` is None for a parcel that was split off another one in the period.
    """
    values: dict[str, str] = {}
    if old is not None:
        values = {STATE_FIELD: old.standing.state.name, **old.standing.facts}
    case = new.case
    place = [new.which.zh, new.code, case.title, rules.unit_of(new.counted())]
    steps = catalogue.workflow(new.which).transitions
    for event in new.standing.events:
        if event.effective_on <= since or _only_freezes(event):
            continue
        what, after = event_zh(new.which, event)
        changed = event.field if event.field != STATE_FIELD or says_state(event) else ""
        before = values.get(changed, "")
        if changed:
            values[changed] = after if changed == STATE_FIELD else event.value
        counts = event.transition == SETTLED or (event.transition in steps and steps[event.transition].completes)
        area = event.area_ha if counts else None
        shown = before if changed == STATE_FIELD else value_zh(new.which, changed, before)
        yield [*place, event.effective_on, what, shown, after, area, event.document, rules.department_of(new.counted())]


def _only_freezes(event: Event) -> bool:
    """Whether an event only keeps the base a parcel has: nobody did anything to the parcel."""
    opens = event.kind is EventKind.BASELINE and event.field == STATE_FIELD and not says_state(event)
    return opens and event.corrects_id is None


def _units(period: Period) -> Sheet:
    """Towns and the zone by rate now, with the rate and the place before."""
    before, now = (progress_figures(each, period.lists) for each in (period.before, period.now))
    then = {each.name: each for each in ranking(before.by_unit)}
    columns = (
        Column("名次", 7),
        Column("镇(区)", 24),
        Column("底数面积(公顷)", 13, AREA, True),
        Column("任务面积(公顷)", 13, AREA, any(each.task_area_ha is not None for each in now.by_unit.values())),
        Column("本期处置(公顷)", 13, AREA, True, "处置面积"),
        Column("累计处置(公顷)", 13, AREA, True, "处置面积"),
        Column("上期末", 10, RATE, group="完成率"),
        Column("本期末", 10, RATE, group="完成率"),
        Column("提高(百分点)", 12, POINTS),
        Column("上期名次", 9),
    )
    rows = [_unit_row(each, then.get(each.name)) for each in ranking(now.by_unit)]
    return Sheet("按镇区", _title(period, "各镇(区)进展"), columns, rows, remark=_remark(period, now))


def _unit_row(now: Ranked, then: Ranked | None) -> list[object]:
    figures = now.figures
    done, rate = (then.figures.done_area_ha, then.figures.done_rate) if then else (0.0, 0.0)
    gained = round(figures.done_area_ha - done, 4)
    risen = (figures.done_rate - rate) * 100
    task = NONE if figures.task_area_ha is None else figures.task_area_ha
    cells = [figures.area_ha, task, gained, figures.done_area_ha, rate, figures.done_rate, risen]
    return [now.place, now.name, *cells, then.place if then else None]


def _due(period: Period) -> Sheet:
    """Parcels whose plan is overdue or due soon, and legal limits that have run out or are about to."""
    snapshot = period.now
    columns = (
        Column("序号", 5),
        Column("类别", 10),
        Column("地块编号", 14),
        Column("项目名称", 18),
        Column("责任单位", 16),
        Column("期限事项", 34),
        Column("到期日", 12),
        Column("剩余天数", 10, "0"),
        Column("情形", 10),
    )
    found = sorted(due_rows(snapshot, period.lists), key=lambda row: (str(row[5]), str(row[1])))
    rows = [[number, *row] for number, row in enumerate(found, 1)]
    return Sheet("到期与逾期", _title(period, f"到期与逾期（{WITHIN_DAYS}日内）"), columns, rows)


def due_rows(snapshot: Snapshot, lists: Sequence[ListKind]) -> Iterator[list[object]]:
    """List, code, name, department, what is due, day, days left and situation of every overdue or near limit."""
    owed = due(counted(snapshot, lists), snapshot.as_of, (WITHIN_DAYS,))
    planned = {each.key for each in (*owed.overdue, *owed.within[WITHIN_DAYS])}
    rules = catalogue.counting_rules(snapshot.campaign.units)

    def place(dossier: Dossier) -> list[object]:
        return [dossier.which.zh, dossier.code, dossier.case.title, rules.department_of(dossier.counted())]

    for dossier in (each for which in lists for each in snapshot.dossiers.get(which, ())):
        deadline = dossier.case.deadline
        if (dossier.which, dossier.code) in planned and deadline is not None:
            left = (deadline - snapshot.as_of).days
            yield [*place(dossier), "计划完成时间", deadline, left, "逾期" if left < 0 else "临期"]
    for dossier, step in owed_steps(snapshot, lists):
        if step.days_left is not None and step.days_left <= WITHIN_DAYS:
            situation = "逾期" if step.days_left < 0 else "临期"
            yield [*place(dossier), f"{step.step.name}（法定期限）", step.due_on, step.days_left, situation]


def _add_chart(page: Worksheet, below: Sheet, course: Worksheet, days: int) -> None:
    """Plan and reality over the days of the course sheet, as a native line chart below the figures."""
    chart = LineChart()
    chart.title = "计划与实际完成率"
    chart.x_axis = DateAxis(crossAx=100)
    chart.x_axis.number_format, chart.x_axis.majorTimeUnit, chart.x_axis.baseTimeUnit = "m月d日", "months", "days"
    chart.x_axis.majorUnit = 1
    chart.y_axis.number_format, chart.y_axis.scaling.min, chart.y_axis.crossAx = "0%", 0, 500
    chart.y_axis.delete = chart.x_axis.delete = False
    last = FIRST_ROW - 1 + days
    chart.add_data(Reference(course, min_col=2, max_col=3, min_row=FIRST_ROW - 1, max_row=last), titles_from_data=True)
    for series, colour in zip(chart.series, ("C00000", "0070C0")):
        series.smooth = False
        series.graphicalProperties.line.solidFill = colour
    chart.set_categories(Reference(course, min_col=1, min_row=FIRST_ROW, max_row=last))
    chart.legend.position = "b"
    chart.width, chart.height = 30, 11
    first = below.first_row + len(below.rows) + 1
    page.add_chart(chart, f"A{first}")
    page.print_area = f"A1:{get_column_letter(len(below.columns))}{first + 22}"


def _title(period: Period, what: str) -> str:
    return heading(period.now.campaign, f"{period.name}·{what}")

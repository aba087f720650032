"""The final summary of the campaign (专项行动工作总结) as an official document.

Figures, tables, charts and the list of problems are filled in from the campaign file; what only people can say (work
done, experience, next steps) is left to write as visible blanks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Iterator, Mapping, Sequence

from ... import catalogue
from ...model.counting.assessment import Assessment
from ...model.counting.figures import BOTH_LISTS, Figures, ranking
from ...model.counting.milestones import rate_on
from ...model.counting.progress import Tally, planned_line
from ...model.kinds import ListKind, Status
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.units import level_of
from ...store.standing.over_time import courses, done_course, judged, snapshot_on
from ...wording.amounts import NONE, ha, hectares_zh, percent, points
from ...wording.days import day_zh, days_left_zh, month_day_zh, month_end_zh
from ...wording.tasks import NO_PLAN, met_zh, task_sentence, task_zh, tasks_told
from ..office.docx_chart import add_chart, bar_chart, line_chart
from ..office.official import OfficialDocument
from .progress import assessment, progress_figures

PLAN_COLOUR, DONE_COLOUR, CONFIRMED_COLOUR = "C00000", "0070C0", "70AD47"
CHART_MM = (150.0, 82.0)
TALLY_HEADS = (
    "底数\n宗数",
    "底数面积\n(公顷)",
    "任务面积\n(公顷)",
    "已处置\n宗数",
    "已处置\n(公顷)",
    "完成率",
    "系统确认\n(公顷)",
    "确认率",
)
TALLY_WIDTHS = (11.0, 20.0, 20.0, 12.0, 20.0, 16.0, 20.0, 16.0)


@dataclass(frozen=True)
class Story:
    """What the summary tells: the campaign on its day with all its figures."""

    snapshot: Snapshot
    lists: Sequence[ListKind]
    figures: Figures
    assessment: Assessment
    course: list[tuple[date, float]]


def write_summary(
    snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = BOTH_LISTS, since: date | None = None
) -> int:
    """Write the summary; returns the number of parcels on the list of problems."""
    story = Story(
        snapshot, lists, progress_figures(snapshot, lists), assessment(snapshot, lists), done_course(snapshot, lists)
    )
    found = list(problems(snapshot, lists))
    document = OfficialDocument()
    _head(document, story)
    _results(document, story, since)
    _work(document)
    _kinds(document, story)
    _assessment(document, story)
    _problems(document, found, story.snapshot)
    _end(document, story)
    document.save(path)
    return len(found)


def _head(document: OfficialDocument, story: Story) -> None:
    campaign, as_of = story.snapshot.campaign, story.snapshot.as_of
    document.title(f"{campaign.county_name}{campaign.year}年度清理“批而未用”土地\n专项行动工作总结")
    if campaign.number_of("summary"):
        document.subtitle(campaign.number_of("summary"))
    document.subtitle(f"（数据截至{day_zh(as_of)}）")
    document.addressee("【待填：主送机关】：")
    plan = f"《{campaign.year}年度清理“批而未用”土地专项行动实施方案》"
    number = f"（{campaign.plan_document}）" if campaign.plan_document else "（【待填：文号】）"
    since = f"自{day_zh(campaign.starts_on)}起" if story.snapshot.stages else "自【待填：起始日期】起"
    document.paragraph(
        f"按照{plan}{number}要求，{campaign.county_name}{since}开展专项行动，"
        "坚持依法依规、多措并举、存量优先、注重实效，逐地块制表、上图，挂图作战，统筹推进土地征收、土地供应和"
        "闲置土地处置。现将工作情况总结如下。"
    )


def _results(document: OfficialDocument, story: Story, since: date | None) -> None:
    figures = story.figures
    document.heading("一、任务完成情况")
    document.heading("（一）底数和任务", 2)
    parts = [
        f"{name}底数{each.parcels}宗、{hectares_zh(each.area_ha)}，{_year_task(each)}"
        for name, each in figures.by_list.items()
    ]
    total = figures.total
    whole = f"合计底数{total.parcels}宗、{hectares_zh(total.area_ha)}，{_year_task(total)}。"
    told = tasks_told(figures, level_of(story.snapshot.campaign.county_name))
    document.paragraph("；".join(parts) + "。" + (whole if len(parts) > 1 else "") + told + _outside(story))
    document.heading("（二）完成情况", 2)
    document.paragraph(_done_words(figures, story.snapshot.as_of))
    rows = dict(figures.by_list)
    _tally_table(document, "表1　任务完成情况", "清单", {**rows, "合计": total} if len(rows) > 1 else rows)
    if since is not None:
        document.paragraph(_since_words(story, since))
    document.heading("（三）时间节点", 2)
    document.paragraph(_milestone_words(story))
    _milestone_table(document, story)
    document.caption("图1　计划与实际完成率" if story.snapshot.milestones else "图1　实际完成率")
    add_chart(document.docx, _course_chart(story), *CHART_MM)


def _year_task(each: Tally) -> str:
    return "年度任务未下达" if each.task_area_ha is None else f"年度{task_sentence(each)}"


def _outside(story: Story) -> str:
    away = [
        each for which in story.lists for each in story.snapshot.dossiers.get(which, ()) if not each.standing.in_base
    ]
    if not away:
        return ""
    area = sum(each.base_area_ha for each in away)
    suspended = sum(each.status is Status.SUSPENDED for each in away)
    return (
        f"另有{len(away)}宗、{hectares_zh(area)}不计入底数，其中司法查封、涉诉并已在系统标注的{suspended}宗，"
        f"其余为经调查不构成闲置的地块。"
    )


def _done_words(figures: Figures, as_of: date) -> str:
    total, lag = figures.total, figures.lag_points
    pace = (
        NO_PLAN
        if not figures.has_plan
        else "与时间节点要求持平"
        if abs(lag) < 0.05
        else f"{'落后' if lag > 0 else '超过'}时间节点要求{points(abs(lag))}个百分点"
    )
    rate = "任务完成率" if total.task_area_ha is not None else "完成率（未下达任务，按底数计）"
    return (
        f"截至{day_zh(as_of)}，已处置{total.done_parcels}宗、{hectares_zh(total.done_area_ha)}，{rate}"
        f"{percent(total.done_rate)}（{ha(total.done_area_ha)}/{ha(total.against_ha)}），{pace}；土地市场动态监测与监管系统"
        f"已确认{total.confirmed_parcels}宗、{hectares_zh(total.confirmed_area_ha)}，系统确认率{percent(total.confirmed_rate)}。"
        f"按宗数计算完成{percent(total.parcel_rate)}（{total.done_parcels}/{total.parcels}）。"
    )


def _since_words(story: Story, since: date) -> str:
    before = progress_figures(snapshot_on(story.snapshot, since), story.lists).total
    now = story.figures.total
    gained = now.done_area_ha - before.done_area_ha
    return (
        f"{day_zh(since)}以来，新增处置{hectares_zh(gained)}，完成率由{percent(before.done_rate)}"
        f"变为{percent(now.done_rate)}，新增系统确认{hectares_zh(now.confirmed_area_ha - before.confirmed_area_ha)}。"
    )


def _milestone_words(story: Story) -> str:
    said = []
    for each in judged(story.snapshot, story.lists):
        demanded = f"{month_end_zh(each.milestone.by_date)}要求{percent(each.milestone.rate, 0)}"
        reached = "、".join(f"{name}{percent(rate)}" for name, rate in each.reached.items())
        said.append(f"{demanded}，实际{reached}，{met_zh(each)}" if each.is_due else f"{demanded}，尚未到期")
    return "；".join(said) + "。" if said else f"本年度{NO_PLAN}。【待填：时间节点完成情况】"


def _milestone_table(document: OfficialDocument, story: Story) -> None:
    """Required and reached rates of each list and of both; each is judged by itself."""
    names, promised = list(courses(story.snapshot, story.lists)), dict(story.figures.expected)
    rows: list[list[object]] = []
    for each in judged(story.snapshot, story.lists):
        demanded, forecast = each.milestone.rate, promised.get(each.milestone)
        reached = [percent(each.reached[name]) if name in each.reached else NONE for name in names]
        if forecast is not None:
            reached[-1] = f"预计{percent(forecast)}"
        gap = points((demanded - each.reached[names[-1]]) * 100) if each.is_due else NONE
        rows.append([day_zh(each.milestone.by_date), percent(demanded, 0), *reached, gap, met_zh(each)])
    if not rows:
        return
    document.caption("表2　时间节点完成情况")
    heads = ("时间节点", "要求", *names, f"{names[-1]}滞后\n(百分点)", "是否完成")
    document.table(heads, rows, (34.0, 15.0, *[66.0 / len(names)] * len(names), 22.0, 27.0))


def _course_chart(story: Story) -> object:
    """The planned line and the rate, week by week from the start to the last deadline."""
    snapshot = story.snapshot
    start = snapshot.campaign.starts_on
    end = max([snapshot.as_of, *(milestone.by_date for milestone in snapshot.milestones)])
    days = {start + timedelta(days=offset) for offset in range(0, (end - start).days + 1, 7)}
    days |= {milestone.by_date for milestone in snapshot.milestones} | {end}
    if start <= snapshot.as_of:
        days.add(snapshot.as_of)
    ordered = sorted(each for each in days if each >= start)
    plan = [planned_line(snapshot.milestones, start, day) for day in ordered]
    done = [rate_on(story.course, day) if day <= snapshot.as_of else None for day in ordered]
    labels = [month_day_zh(day) for day in ordered]
    planned = [("计划完成率", PLAN_COLOUR, plan)] if snapshot.milestones else []
    chart = line_chart(labels, [*planned, ("实际完成率", DONE_COLOUR, done)])
    chart.x_axis.tickLblSkip = max(len(labels) // 7, 1)
    return chart


def _work(document: OfficialDocument) -> None:
    document.heading("二、主要做法")
    for number, (what, hint) in enumerate(
        (
            ("加强组织领导", "领导组运行、部门联动、调度督导情况"),
            ("摸清底数，分类施策", "逐地块排查、制表上图、一地一策情况"),
            ("严格程序，加快处置", "征收、供应、闲置土地处置的具体做法"),
        )
    ):
        document.heading(f"（{'一二三'[number]}）{what}", 2)
        document.paragraph(f"【待填：{hint}】")


def _kinds(document: OfficialDocument, story: Story) -> None:
    figures = story.figures
    document.heading("三、分类处置情况")
    document.heading("（一）按处置措施", 2)
    said = [
        f"{name}{each.parcels}宗、{hectares_zh(each.area_ha)}，已处置{hectares_zh(each.done_area_ha)}"
        for name, each in figures.by_category.items()
    ]
    document.paragraph("；".join(said) + "。" if said else "本年度没有列入底数的地块。")
    _tally_table(document, "表3　按处置措施", "处置措施", figures.by_category)
    document.heading("（二）按镇（区）", 2)
    document.paragraph("开发区范围内的地块单列，不重复计入所在镇。")
    _tally_table(document, "表4　按镇（区），以完成率为序", "镇（区）", _ranked(figures.by_unit))
    document.caption("图2　各镇（区）完成率与系统确认率")
    ordered = _ranked(figures.by_unit)
    done = [each.done_rate for each in ordered.values()]
    confirmed = [each.confirmed_rate for each in ordered.values()]
    county = story.snapshot.campaign.county_name.removesuffix(level_of(story.snapshot.campaign.county_name))
    names = [name.replace(county, "") for name in ordered]
    chart = bar_chart(names, [("完成率", DONE_COLOUR, done), ("系统确认率", CONFIRMED_COLOUR, confirmed)])
    add_chart(document.docx, chart, *CHART_MM)
    document.heading("（三）按责任单位", 2)
    _tally_table(document, "表5　按责任单位", "责任单位", _ranked(figures.by_department))
    document.heading("（四）按批准（供应）年度", 2)
    _tally_table(document, "表6　按批准（供应）年度", "年度", figures.by_age)


def _assessment(document: OfficialDocument, story: Story) -> None:
    found = story.assessment
    supply, policy = found.supply, found.policy
    document.heading("四、供地率和增存挂钩")
    document.paragraph(
        f"五年供地率：{supply.first_year}–{supply.last_year}年批准{hectares_zh(supply.rate.denominator)}，已供应"
        f"{hectares_zh(supply.rate.numerator)}，供地率{percent(supply.rate.value)}（按台账所列批次计算，已全部供应且未列入台账的批次"
        f"未计；参照值：全国五年平均{percent(policy.floor_rate, 0)}，本省{percent(policy.stop_rate, 0)}，"
        "以省市文件为准）。"
    )
    rates = "；".join(
        f"{name}处置{hectares_zh(rate.numerator)}，占{hectares_zh(rate.denominator)}的{percent(rate.value)}"
        for name, rate in found.disposal.items()
    )
    document.paragraph(f"处置率（本年处置面积占期初底数面积）：{rates}。参照值为{percent(policy.least_disposal, 0)}。")
    credits = "；".join(
        f"{each.name}处置{hectares_zh(each.rate.numerator)}，按{percent(each.share, 0)}折抵{hectares_zh(each.quota_ha)}"
        for each in found.credits
    )
    undated = f"另有{len(found.undated)}宗批准年度不详，未计折抵。" if found.undated else ""
    settled = "增加" if found.change > 0 else "核减"
    document.paragraph(
        f"新增计划指标折抵：{credits}，合计{hectares_zh(found.quota_ha)}（比例为参数，以当年国家规定为准）。{undated}"
        f"按系统确认口径，下年度计划指标预计{settled}{percent(abs(found.change), 0)}（自然资规〔2018〕1号）。"
    )


def _problems(document: OfficialDocument, found: Sequence[tuple[Dossier, str]], snapshot: Snapshot) -> None:
    document.heading("五、存在问题")
    document.paragraph("【待填：总体困难和原因分析】")
    if not found:
        document.paragraph("没有未办结或待补正的地块。")
        return
    document.paragraph(f"尚有{len(found)}宗地块未办结或资料待补正，见表7。")
    rules = catalogue.counting_rules(snapshot.campaign.units)
    rows = [
        [number, each.code, each.case.title, rules.department_of(each.counted()), text]
        for number, (each, text) in enumerate(found, 1)
    ]
    document.caption("表7　问题清单")
    document.table(("序号", "地块编号", "项目名称", "责任单位", "问题"), rows, (10, 25, 33, 33, 55))


def problems(snapshot: Snapshot, lists: Sequence[ListKind]) -> Iterator[tuple[Dossier, str]]:
    """Each parcel that is not finished or lacks something, with all that is the matter in one line."""
    for which in lists:
        for dossier in snapshot.dossiers.get(which, ()):
            said = list(_matters(dossier, snapshot.as_of))
            if said:
                yield dossier, "；".join(said)


def _matters(dossier: Dossier, as_of: date) -> Iterator[str]:
    stands, case = dossier.standing, dossier.case
    if stands.suspended:
        yield "司法查封或涉诉，暂停处置"
    elif stands.in_base and not stands.closed:
        yield from _open_matters(dossier, as_of)
    if stands.in_base and stands.done_area_ha > 0 and not stands.confirmed:
        yield "已处置，系统未确认"
    if stands.in_base and not case.department:
        yield "责任单位未定"
    if stands.irregular:
        yield f"有{len(stands.irregular)}步办理顺序不合流程，需核对"


def _open_matters(dossier: Dossier, as_of: date) -> Iterator[str]:
    stands, case = dossier.standing, dossier.case
    if stands.settled(dossier.base_area_ha):
        return
    left = dossier.base_area_ha - stands.done_area_ha
    yield f"部分处置，剩余{hectares_zh(left)}" if stands.done_area_ha > 0 else f"未处置（{stands.state.name}）"
    if case.deadline is None:
        yield "计划完成时间未定"
    elif case.deadline < as_of:
        yield days_left_zh((case.deadline - as_of).days)
    if not case.measure:
        yield "处置方式未定"


def _end(document: OfficialDocument, story: Story) -> None:
    document.heading("六、经验和建议")
    document.paragraph("【待填：可以推广的经验，对上级的建议】")
    document.heading("七、下一步打算")
    document.paragraph("【待填：未完成地块的安排、长效机制】")
    campaign = story.snapshot.campaign
    document.signature(campaign.bureau)


def _tally_table(document: OfficialDocument, caption: str, head: str, rows: Mapping[str, Tally]) -> None:
    document.caption(caption)
    cells = [
        [
            name,
            each.parcels,
            ha(each.area_ha),
            task_zh(each),
            each.done_parcels,
            ha(each.done_area_ha),
            percent(each.done_rate) if each.has_rate else NONE,
            ha(each.confirmed_area_ha),
            percent(each.confirmed_rate) if each.has_rate else NONE,
        ]
        for name, each in rows.items()
    ]
    document.table((head, *TALLY_HEADS), cells, (22.0, *TALLY_WIDTHS))


def _ranked(rows: Mapping[str, Tally]) -> dict[str, Tally]:
    return {each.name: each.figures for each in ranking(rows)}

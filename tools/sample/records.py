"""What the office knows of each parcel: invented batches, projects, enterprises, uses, causes. Posts, not people."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Mapping, Sequence

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind

from .facts import Known
from .plots import Plot
from .schedule import Plan

FIRMS = (
    "安沁新材料",
    "岳阳河农产品",
    "太岳连翘制药",
    "沁源谷食品",
    "黄花岭装备",
    "安泰洁净煤",
    "翠屏冷链",
    "三不管岭旅游",
    "鹿鸣光伏",
    "府丰建材",
)
WORKS = ("生产线项目", "加工园项目", "仓储物流项目", "标准厂房项目", "配套设施项目")
HOMES = ("安居小区项目", "商住综合楼项目", "农贸市场项目", "幼儿园项目", "卫生院迁建项目")
USES = {"生产线项目": "工业用地", "加工园项目": "工业用地", "仓储物流项目": "物流仓储用地", "标准厂房项目": "工业用地"}
USES.update(
    {
        "配套设施项目": "供电用地",
        "安居小区项目": "城镇住宅用地",
        "商住综合楼项目": "商业用地",
        "农贸市场项目": "商业用地",
    }
)
USES.update({"幼儿园项目": "教育用地", "卫生院迁建项目": "医疗卫生用地"})
IDLE_USES = {"物流仓储用地": "仓储用地", "商业用地": "零售商业用地", "供电用地": "公用设施用地"}
"""Uses of GB/T 21010, which contracts name, where they differ from the planning classes."""
PRESENT = ("旱地", "旱地", "空闲地", "其他草地", "旱地", "其他林地")
REASONS = {
    "01": ("01", "09"),
    "02": ("12", "01"),
    "03": ("02", "06", "07", "08"),
    "04": ("03",),
    "05": ("02",),
    "06": ("04",),
}
REASONS.update(
    {"07": ("05",), "11": ("11", "16"), "14": ("12",), "15": ("12",), "21": ("31", "33"), "22": ("31", "32")}
)
REASONS.update({"31": ("33", "31"), "32": ("31",), "41": ("41", "42"), "42": ("33",)})
WORK_TO_DO = {
    "01": "落实征地补偿资金，限期完成征地拆迁安置补偿，达到净地条件后组织供应",
    "02": "逐级上报撤回批准文件，按规定在系统标注",
    "03": "完善供应前期手续，编制出让方案，挂牌出让",
    "04": "调整详细规划，批复后组织供应",
    "05": "调剂给同类落地项目使用，重新办理供地手续",
    "06": "核实现状，补办划拨供地手续",
    "07": "边角地并入相邻绿地，办理划拨手续",
    "11": "签订补充协议，延长动工期限不超过一年，督促动工",
    "14": "协商一致后签订协议，有偿收回纳入储备",
    "15": "置换土地，签订新合同并注明置换",
    "21": "征缴土地闲置费，督促企业动工建设",
    "22": "已满两年未动工，依法无偿收回国有建设用地使用权",
    "31": "约谈企业，限期办结施工许可并动工建设",
    "32": "依法转让盘活，由新用地单位动工建设",
    "41": "上传查封裁定书，系统标注后暂不纳入考核",
    "42": "核实动工情况，不构成闲置的移出台账",
}
ZONE_OFFICE, BUREAU = "安泽经济技术开发区管委会", "自然资源局"
OFFICES = {"01": "", "06": "住房保障和城乡建设局", "05": "促投中心", "31": "工信局", "21": "工信局", "32": "工信局"}
"""Responsible unit by measure; empty: the town. Everything else lies with the bureau."""

LEDGER_AREA_FACTOR = {"2023-G-010": 1.032, "2023-X-009": 0.965}
"""Planned blemish: the ledger's area against the surveyed one."""


@dataclass(frozen=True)
class Batch:
    """An approval: one batch of construction land with its number, day and total area in hectares."""

    name: str
    number: str
    day: date
    area_ha: float


@dataclass(frozen=True)
class Record:
    """One parcel with everything the ledger says of it. Codes, not names, for coded facts."""

    plot: Plot
    plan: Plan
    known: Known
    name: str
    project: str
    use: str
    firm: str
    office: str
    post: str
    supplied_ha: float
    idle_ha: float
    batch: Batch
    agreed_start: date | None

    @property
    def base_ha(self) -> float:
        """The area that enters the base: what is left to supply, or what lies idle."""
        idle = self.plot.which is ListKind.IDLE
        return self.idle_ha if idle else round(self.known.area_ha - self.supplied_ha, 4)


SHORT_POSTS = {"住房保障和城乡建设局": "住建局"}
"""A post has 30 bytes in the exchange file: ten characters in UTF-8."""


def make_records(plots: Sequence[Plot], plans: Mapping[str, Plan], rng: random.Random) -> list[Record]:
    batches = _batches(plots, plans, rng)
    return [_record(plot, plans[plot.code], batches[plot.code], rng) for plot in plots]


def _batches(plots: Sequence[Plot], plans: Mapping[str, Plan], rng: random.Random) -> Mapping[str, Batch]:
    """Approvals of 2009-2022; withdrawn land comes from the older ones, which lapsed."""
    groups: dict[tuple[int, int], list[Plot]] = {}
    for plot in plots:
        old = plans[plot.code].measure in ("02", "22", "14")
        year = rng.choice((2011, 2013, 2015, 2017) if old else (2015, 2018, 2019, 2020, 2021, 2022))
        groups.setdefault((year, rng.choice((1, 2))), []).append(plot)
    batches = {}
    for serial, ((year, number), members) in enumerate(sorted(groups.items())):
        day = date(year, 2, 20) + timedelta(days=rng.randrange(280))
        total = round(sum(plot.area_ha for plot in members) * 1.2, 4)
        words = "一" if number == 1 else "二"
        batch = Batch(
            f"安泽县{year}年第{words}批次城镇建设用地", f"晋政地字〔{year}〕{101 + serial * 17}号", day, total
        )
        batches.update({plot.code: batch for plot in members})
    return batches


def _record(plot: Plot, plan: Plan, batch: Batch, rng: random.Random) -> Record:
    number = int(plot.code.rsplit("-", 1)[1])
    firm = f"安泽县{rng.choice(FIRMS)}有限公司"
    work = rng.choice(WORKS if plot.in_zone or plot.which is ListKind.IDLE else WORKS + HOMES)
    project = (
        f"{plot.village}道路工程" if plot.road else f"{firm[3:-4]}{work}" if work in WORKS else f"{plot.village}{work}"
    )
    use = "城镇村道路用地" if plot.road else USES[work]
    use = IDLE_USES.get(use, use) if plot.which is ListKind.IDLE else use
    delivered = rng.random() < 0.1 and plot.which is ListKind.UNSUPPLIED and not plot.road
    office = _office(plot, plan.measure)
    known = _known(plot, plan, number, rng)
    return Record(
        plot=plot,
        plan=plan,
        known=known,
        name=f"{plot.village}{number}号地块",
        project=project,
        use=use,
        firm=firm,
        office=office,
        post=_post(office),
        supplied_ha=round(plot.area_ha * 0.3, 4) if delivered else 0.0,
        idle_ha=round(known.area_ha * (0.8 if number % 4 == 0 else 1.0), 4),
        batch=batch,
        agreed_start=_agreed_start(plan.measure, number) if plot.which is ListKind.IDLE else None,
    )


def _known(plot: Plot, plan: Plan, number: int, rng: random.Random) -> Known:
    start = _agreed_start(plan.measure, number)
    letter = "A" if plan.measure in ("06", "07") else "B"
    year = 2023 if plot.which is ListKind.UNSUPPLIED else start.year - 1
    return Known(
        which=plot.which,
        number=number,
        measure=plan.measure,
        area_ha=round(plot.area_ha * LEDGER_AREA_FACTOR.get(plot.code, 1.0), 4),
        supervision_number=f"141026{year}{letter}{number:05d}",
        reason=rng.choice(REASONS[plan.measure]),
        present_use="城镇村道路用地" if plot.road else rng.choice(PRESENT),
        idle_type="1",
        idle_since=start.replace(year=start.year + 1),
        price_wan=round(plot.area_ha * rng.choice((96.0, 144.0, 180.0, 225.0)), 4),
    )


def _agreed_start(measure: str, number: int) -> date:
    """Take-backs start more than two years before the campaign, fee cases between one and two years."""
    year = 2018 + number % 3 if measure in ("22", "14", "15", "41") else 2021
    month = 10 + number % 3 if measure == "21" else 7 + number % 5
    return date(year, month, 1 + number % 27)


def _office(plot: Plot, measure: str) -> str:
    if plot.in_zone:
        return ZONE_OFFICE
    if plot.road:
        return "交通局"
    return OFFICES.get(measure, BUREAU) or plot.town


def _post(office: str) -> str:
    """A post, never a person."""
    if office == ZONE_OFFICE:
        return "开发区管委会副主任"
    return (
        f"{office}分管副镇长"
        if office.endswith("镇")
        else f"{SHORT_POSTS.get(office, office)}分管副局长"
        if office.endswith("局")
        else f"{office}主任"
    )


def state_at_baseline(record: Record) -> str:
    """The state the ledger shows: where the first step after the baseline starts from."""
    machine = catalogue.workflow(record.plot.which)
    done, coming = record.plan.before, record.plan.after
    if done:
        return machine.transitions[done[-1][0]].target
    if coming:
        source = machine.transitions[coming[0][0]].source
        return source if source != "*" else "X10"
    return machine.initial.code

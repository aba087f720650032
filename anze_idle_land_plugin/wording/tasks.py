"""Tasks in words: what stands where the city set none, what a rate is a share of, and why rows and county differ."""

from __future__ import annotations

from ..model.counting.figures import Figures
from ..model.counting.milestones import Judged
from ..model.counting.progress import Tally
from .amounts import NONE, ha, hectares_zh

NO_PLAN = "未下达时间节点"
"""Stands for milestones, planned rates and lags while the year's plan is not entered."""
STANDS_IN = "未下达任务的（任务面积为“—”）以底数代替任务计算完成率"
PARTLY = "带＊的另有未下达任务的部分，以底数计入完成率"
MARK = "＊"


def task_zh(each: Tally, decimals: int = 4) -> str:
    """The task as the city set it; a mark where the rate also counts a base without a task."""
    if each.task_area_ha is None:
        return NONE
    return ha(each.task_area_ha, decimals) + (MARK if is_partly(each) else "")


def task_sentence(each: Tally, decimals: int = 4, gap: str = "") -> str:
    """任务8.0000公顷, or that there is none."""
    if each.task_area_ha is None:
        return "未下达任务"
    return f"任务{gap}{hectares_zh(each.task_area_ha, decimals, gap)}"


def met_zh(each: Judged) -> str:
    """Whether a deadline is met, and who missed it."""
    if not each.is_due:
        return "未到期"
    if each.met:
        return "完成"
    return "未完成" if len(each.missed) == len(each.reached) else f"未完成（{'、'.join(each.missed)}）"


def is_partly(each: Tally) -> bool:
    """Whether a base stands in beside a task."""
    return each.task_area_ha is not None and each.stand_in_ha > 0


def basis_zh(each: Tally) -> str:
    """What the rate is a share of."""
    if each.task_area_ha is None:
        return "底数" if each.stand_in_ha > 0 else NONE
    return "任务和底数" if each.stand_in_ha > 0 else "任务"


def tasks_told(whole: Figures, level: str = "县", marked: bool = True) -> str:
    """Everything a reader of tasks by unit has to know, in one line; empty when every task is the city's.

    ``level`` is 县, 市 or 区; ``marked`` whether the table marks tasks beside which a base stands in.
    """
    tallies = [whole.total, *whole.by_list.values(), *whole.by_unit.values()]
    said = []
    if any(each.task_area_ha is None for each in tallies):
        said.append(STANDS_IN)
    if marked and any(map(is_partly, tallies)):
        said.append(PARTLY)
    set_for = [each.task_area_ha for each in whole.by_unit.values() if each.task_area_ha is not None]
    total = whole.total.task_area_ha
    if total is not None and abs(sum(set_for) - total) >= 0.0005:
        parted = f"其中分解到镇（区）{hectares_zh(sum(set_for))}" if set_for else "没有分解到镇（区）"
        said.append(f"全{level}任务{hectares_zh(total)}由市下达，{parted}")
    return "；".join(said) + "。" if said else ""

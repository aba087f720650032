"""The settings workbook of a campaign: what it says, and what is refused with its place."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Mapping, Sequence

import openpyxl
import pytest

from anze_idle_land_plugin.model.campaign import Milestone, Stage
from anze_idle_land_plugin.model.messages import CampaignError
from anze_idle_land_plugin.model.units import Department, Town, Zone
from anze_idle_land_plugin.readers.campaign_settings import read_settings

Sheets = Mapping[str, Sequence[Sequence[Any]]]


def book(path: Path, sheets: Sheets) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    made.save(path)
    return path


WHOLE: Sheets = {
    "行动": [
        ("项目", "内容"), ("县代码", 339922), ("县名称", "青禾县"), ("方案文号", "青政办发〔2024〕7号"),
        ("开始日期", datetime(2024, 3, 1)), ("结束日期", "2024-12-20"),
    ],
    "镇": [("代码", "名称", "别名"), ("339922101000", "云岭镇", "云山乡；老云岭"), (339922102, "石桥镇", None)],
    "开发区": [("名称", "别名"), ("青禾高新区", "高新区")],
    "成员单位": [("代码", "名称", "别名", "职责"), ("JT", "交通运输局", "交通局", "督促道路项目")],
    "时间节点": [("日期", "累计完成率"), (date(2024, 12, 20), 1), ("2024-06-30", "40%")],
    "阶段": [("名称", "开始日期", "结束日期"), ("部署", "2024-03-01", "2024-04-15")],
}  # fmt: skip


def test_every_sheet_says_its_part(tmp_path: Path) -> None:
    said = read_settings(book(tmp_path / "设置.xlsx", WHOLE))
    assert (said.county_code, said.county_name, said.plan_document) == ("339922", "青禾县", "青政办发〔2024〕7号")
    assert (said.starts_on, said.ends_on) == (date(2024, 3, 1), date(2024, 12, 20))
    assert said.units.towns == (Town("339922101", "云岭镇", ("云山乡", "老云岭")), Town("339922102", "石桥镇"))
    assert said.units.zone == Zone("青禾高新区", ("高新区",))
    assert said.units.departments == (Department("JT", "交通运输局", "督促道路项目", ("交通局",)),)
    assert said.milestones == (Milestone(date(2024, 6, 30), 0.4), Milestone(date(2024, 12, 20), 1.0))
    assert said.stages == (Stage("部署", date(2024, 3, 1), date(2024, 4, 15)),)


def test_a_sheet_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    said = read_settings(book(tmp_path / "a.xlsx", {"镇": WHOLE["镇"]}))
    assert len(said.units.towns) == 2 and said.county_code == "" and said.milestones == () and said.units.zone is None


@pytest.mark.parametrize(
    ("sheet", "rows", "words"),
    [
        ("乡村", [("名称",), ("甲",)], ("乡村", "成员单位")),
        ("镇", [("编码", "名称")], ("编码", "代码、名称、别名")),
        ("镇", [("代码", "名称"), ("33992210", "云岭镇")], ("镇", "2", "33992210")),
        ("镇", [("代码", "名称"), ("339922101", None)], ("2", "名称")),
        ("行动", [("项目", "内容"), ("县长", "某")], ("县长", "方案文号")),
        ("行动", [("项目", "内容"), ("开始日期", "春天")], ("春天", "2023-05-31")),
        ("时间节点", [("日期", "累计完成率"), ("2024-06-30", "一半")], ("一半", "25%")),
        ("时间节点", [("日期", "累计完成率"), ("2024-06-30", 40)], ("40", "25%")),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, sheet: str, rows: Sequence[Sequence[Any]], words: Sequence[str]
) -> None:
    with pytest.raises(CampaignError) as refused:
        read_settings(book(tmp_path / "设置.xlsx", {sheet: rows}))
    assert all(word in str(refused.value) for word in ("设置.xlsx", *words))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    with pytest.raises(CampaignError, match="save it again as .xlsx"):
        read_settings(tmp_path / "a.xlsx")

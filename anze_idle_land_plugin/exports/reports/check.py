"""The report on the checks of a campaign: every problem, what each rule found, and the standard it was checked by."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Mapping, Sequence

from ... import catalogue
from ...checks.finding import Finding, Severity
from ...checks.rule import Rule
from ...checks.run import Ran
from ...checks.standard import Standard
from ...model.campaign import Campaign
from ...model.messages import Translate, as_written
from ...model.rounding import written
from ...wording.bases import basis_zh
from ...wording.days import data_date
from ..office.workbook import Column, Sheet, new_book, save

Cells = Sequence[object]
SCOPES = {
    "geometry": "图形",
    "topology": "拓扑",
    "crs": "坐标",
    "area": "面积",
    "date": "日期",
    "code": "代码",
    "status": "状态",
    "file": "文件",
}


def write_check_report(
    ran: Ran, standard: Standard, path: Path, campaign: Campaign, as_of: date, chinese: Translate = as_written
) -> int:
    """Write the report as xlsx with the sheets 问题清单, 规则汇总 and 检查标准; returns the number of problems.

    An official document: sentences go through ``chinese`` whatever language the reader has. Raises WorkbookNotWritten.
    """
    sheets = (
        _sheet(f"{campaign.county_name}数据检查问题清单", "问题清单", _PROBLEMS, _problems(ran.findings, chinese)),
        _sheet("检查规则汇总", "规则汇总", _RULES, _rules(ran, standard, campaign.plan_document)),
        _sheet("检查标准（限差）", "检查标准", _LIMITS, _limits(standard, campaign.plan_document)),
    )
    counts = "，".join(f"{severity.zh}{ran.count(severity)}项" for severity in Severity)
    save(new_book(sheets, f"{data_date(as_of)}　{counts}"), path, sheets)
    return len(ran.findings)


_PROBLEMS = (
    ("序号", 6),
    ("级别", 6),
    ("规则", 6),
    ("规则名称", 22),
    ("清单", 10),
    ("地块编号", 22),
    ("问题", 56),
    ("数值", 14),
    ("X（北）", 14),
    ("Y（东）", 15),
    ("处理意见", 40),
    ("可安全修复", 13),
)
_RULES = (("规则", 7), ("规则名称", 28), ("类别", 8), ("级别", 8), ("发现", 8), ("运行情况", 34), ("依据", 60))
_LIMITS = (("名称", 22), ("取值", 34), ("单位", 9), ("用于规则", 20), ("说明", 52), ("依据", 44))


def _sheet(title: str, name: str, heads: Sequence[tuple[str, float]], rows: Sequence[Cells]) -> Sheet:
    return Sheet(name, title, [Column(head, width) for head, width in heads], rows)


def _problems(findings: Sequence[Finding], chinese: Translate) -> list[Cells]:
    order = list(Severity)
    sorted_findings = sorted(findings, key=lambda finding: order.index(finding.severity))
    titles = {rule: row["title"] for rule, row in _titles().items()}
    return [
        (number, *_problem(finding, titles[finding.rule], chinese)) for number, finding in enumerate(sorted_findings, 1)
    ]


def _problem(finding: Finding, title: str, chinese: Translate) -> Cells:
    lists = "、".join(dict.fromkeys(key.which.zh for key in finding.parcels))
    codes = "、".join(key.code for key in finding.parcels)
    east, north = finding.place.centre if finding.place else (None, None)
    return (
        finding.severity.zh,
        finding.rule,
        title,
        lists,
        codes,
        finding.sentence.text(chinese),
        str(finding.figure) if finding.figure else "",
        "" if north is None else written(north, 3),
        "" if east is None else written(east, 3),
        finding.remedy.text(chinese),
        finding.fix.zh if finding.fix else "",
    )


def _rules(ran: Ran, standard: Standard, plan: str) -> list[Cells]:
    found = Counter(finding.rule for finding in ran.findings)
    missing = {rule.code: "、".join(need.zh for need in needs) for rule, needs in ran.not_run}
    asked: list[Rule] = [*ran.rules, *(rule for rule, _ in ran.not_run)]
    rows = catalogue.table("validation_rules")
    known = {rule.code for rule in asked}
    return [
        (
            row["code"],
            row["title"],
            SCOPES[row["scope"]],
            standard.severities[row["code"]].zh,
            found[row["code"]],
            f"未运行：缺少{missing[row['code']]}" if row["code"] in missing else "已运行",
            basis_zh(row["basis"], plan),
        )
        for row in rows
        if row["code"] in known
    ]


def _limits(standard: Standard, plan: str) -> list[Cells]:
    return [
        (
            row["name"],
            standard.limits[row["name"]],
            row["unit"],
            row["rules"],
            row["title"],
            basis_zh(row["basis"], plan),
        )
        for row in catalogue.table("check_limits")
    ]


def _titles() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in catalogue.table("validation_rules")}

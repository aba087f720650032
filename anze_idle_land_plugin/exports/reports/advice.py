"""The disposal advice for every parcel as a table (anze:advice); suggested, never applied."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from ... import catalogue, law
from ...model.kinds import Category, ListKind
from ...model.procedure.advice import About, Advice, AdviceRule, Question, values_for
from ...model.standing.snapshot import Dossier, Snapshot
from ...wording.bases import basis_zh
from ...wording.days import data_date
from ...wording.parcels import town_zh
from ..office.rows import write_rows
from ..office.workbook import Column, Sheet

COLUMNS = (
    Column("序号", 5),
    Column("类别", 9),
    Column("地块编号", 12),
    Column("项目名称", 16),
    Column("所属镇区", 9),
    Column("责任单位", 12),
    Column("面积(公顷)", 10, "0.0000", True),
    Column("当前状态", 12),
    Column("建议原则", 11),
    Column("建议处置方式", 18),
    Column("理由", 36),
    Column("条款", 8),
    Column("台账处置方式", 18),
    Column("与台账比较", 10),
    Column("注意事项", 28),
    Column("待核实", 28),
    Column("其他可选方式", 18),
    Column("规则", 7),
    Column("依据", 16),
)


def write_advice(snapshot: Snapshot, path: Path, lists: Sequence[ListKind] = tuple(ListKind)) -> int:
    """Write one row a parcel to xlsx or csv; returns the number of parcels."""
    dossiers = [dossier for which in lists for dossier in snapshot.dossiers.get(which, ())]
    rows = [[number, *_row(dossier, snapshot)] for number, dossier in enumerate(dossiers, 1)]
    title = f"{snapshot.campaign.county_name}{snapshot.campaign.year}年度“批而未用”土地分类处置建议表"
    note = f"面积单位：公顷　{data_date(snapshot.as_of)}　建议仅供研究，须经集体研究并按程序报批后执行"
    return write_rows([Sheet("处置建议", title, COLUMNS, rows)], path, note)


def _row(dossier: Dossier, snapshot: Snapshot) -> list[object]:
    case = dossier.case
    about = law.about(case, dossier.standing, snapshot.as_of)
    advice = law.advice_on(about)
    rule = advice.rule
    return [
        dossier.which.zh,
        dossier.code,
        case.title,
        town_zh(case),
        snapshot.campaign.units.department_name(case.department),
        dossier.base_area_ha,
        dossier.standing.state.name,
        rule.category.principle if rule and rule.category is not Category.UNDECIDED else "",
        _measure(dossier.which, rule.measure) if rule else "",
        _why(rule, about),
        rule.article.strip("-") if rule else "",
        _measure(dossier.which, case.measure),
        compared(advice, dossier.which, case.measure),
        "；".join(_why(caution, about) for caution in advice.cautions),
        _open(advice, dossier.which),
        "；".join(_measure(dossier.which, code) for code in rule.alternatives) if rule else "",
        rule.rule if rule else "",
        basis_zh(rule.basis, snapshot.campaign.plan_document) if rule else "",
    ]


def compared(advice: Advice, which: ListKind, measure: str) -> str:
    """How the ledger's measure compares with the advice."""
    rule = advice.rule
    if rule is None or not rule.measure_or_principle:
        return "无建议"
    if not measure:
        return "台账未定"
    if measure == rule.measure:
        return "一致"
    if catalogue.category_of(which, measure) is rule.category:
        return "原则一致"
    return "可选方式" if measure in rule.alternatives else "不一致"


def _why(rule: AdviceRule | None, about: About) -> str:
    return rule.why.format(**values_for(about)) if rule else "现有事实不足以提出建议"


def _measure(which: ListKind, code: str) -> str:
    return f"{code} {catalogue.name_of(which, 'measure', code)}" if code else ""


def _open(advice: Advice, which: ListKind) -> str:
    """What is not known, and what it could change."""
    named = "、".join(catalogue.field_of(which, attribute).name_zh for attribute in advice.missing)
    other = dict.fromkeys(_if_so(question) for question in advice.questions if _changes(advice, question))
    return "；".join([*([f"缺{named}"] if named else []), *other])


def _changes(advice: Advice, question: Question) -> bool:
    return advice.rule is None or question.rule.measure != advice.rule.measure


def _if_so(question: Question) -> str:
    undecided = question.rule.category is Category.UNDECIDED
    suggested = "不再建议" if undecided else question.rule.category.principle
    return f"核实后可能为“{suggested}”（规则{question.rule.rule}）"

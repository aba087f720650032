"""The close-out dossier (销号卷宗): what the parcel is, what happened, and which evidence is there or missing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import AbstractSet, Iterator, Mapping

from ... import catalogue, law
from ...model.cases import UnsuppliedCase
from ...model.standing.base import says_state
from ...model.standing.events import Event, EventKind
from ...model.standing.snapshot import Dossier, Snapshot
from ...model.units import Units
from ...wording.amounts import hectares_zh
from ...wording.bases import basis_zh
from ...wording.days import in_table
from ...wording.events import event_zh
from ...wording.parcels import coded
from ..office.official import BLANK, OfficialDocument


@dataclass(frozen=True)
class Evidence:
    """One item of the checklist. ``lacks`` says what is missing in words; empty when the item is complete."""

    name: str
    proofs: tuple[str, ...]
    lacks: tuple[str, ...]
    basis: str

    @property
    def complete(self) -> bool:
        return not self.lacks


def checklist(
    dossier: Dossier, damaged: AbstractSet[str] = frozenset(), plan_document: str = ""
) -> tuple[Evidence, ...]:
    """The evidence the parcel's way needs (dossier_evidence.csv); ``damaged`` are attachment paths gone or changed."""
    return tuple(
        _evidence(row, dossier, damaged, plan_document)
        for row in catalogue.table("dossier_evidence")
        if row["list"] == dossier.which.value and (_applies(row["when"], dossier) or _taken(row["steps"], dossier))
    )


def _applies(when: str, dossier: Dossier) -> bool:
    if when == "always":
        return True
    if when == "mortgaged":
        return getattr(dossier.case, "mortgaged", "") == "Y"
    if when == "seized":
        return getattr(dossier.case, "seized", "") == "Y"
    kind, _, codes = when.lstrip("!").partition(":")
    value = dossier.case.measure if kind == "measure" else dossier.standing.state.code
    return (value in codes.split(",")) is not when.startswith("!")


def _taken(steps: str, dossier: Dossier) -> list[Event]:
    """The steps of an item that the parcel took."""
    codes = steps.split(";")
    return [each for each in dossier.standing.events if each.transition and each.transition in codes]


def _evidence(row: Mapping[str, str], dossier: Dossier, damaged: AbstractSet[str], plan_document: str) -> Evidence:
    values = catalogue.row_of(dossier.case)
    fields = [code for code in row["fields"].split(";") if code]
    lacking = [law.anchor_name(dossier.which, code) for code in fields if values.get(code) in (None, "")]
    lacks = [f"缺{'、'.join(lacking)}"] if lacking else []
    proofs = [f"{law.anchor_name(dossier.which, code)}：{values[code]}" for code in fields if values.get(code)]
    if row["steps"]:
        documents, broken = _proofs(row["steps"], dossier, damaged)
        proofs += documents
        lacks += [f"附件已不在或者被改动：{path}" for path in broken]
        if not documents:
            lacks.append("未附文书或者附件" if proofs or _taken(row["steps"], dossier) else "未登记该步骤")
    return Evidence(row["name"], tuple(proofs), tuple(lacks), basis_zh(row["basis"], plan_document))


def _proofs(steps: str, dossier: Dossier, damaged: AbstractSet[str]) -> tuple[list[str], list[str]]:
    """Document numbers and attachments of the steps, and the attachments that are no longer what they were."""
    events = _taken(steps, dossier)
    documents = [f"文号：{each.document}" for each in events if each.document]
    ids = {each.id for each in events}
    paths = [each.path for each in dossier.attachments if each.event_id in ids]
    documents += [f"附件：{path}" for path in paths if path not in damaged]
    return documents, [path for path in paths if path in damaged]


def write_dossier(dossier: Dossier, snapshot: Snapshot, path: Path, damaged: AbstractSet[str] = frozenset()) -> int:
    """Write the dossier of a parcel; returns how many items of evidence are missing."""
    evidence = checklist(dossier, damaged, snapshot.campaign.plan_document)
    missing = sum(not each.complete for each in evidence)
    document = OfficialDocument("销号卷宗（内部资料）")
    document.title(f"{snapshot.campaign.county_name}{snapshot.campaign.year}年度\n{dossier.which.zh}地块销号卷宗")
    document.data_date(snapshot.as_of)
    document.heading("一、地块情况")
    document.facts(tuple(_facts(dossier, snapshot.campaign.units)))
    document.heading("二、处置经过")
    document.table(
        ("日期", "事项", "文号", "办理单位", "备注"),
        list(_course(dossier, snapshot.campaign.units)),
        (22, 44, 38, 26, 26),
        dense=True,
    )
    document.heading(f"三、证据清单（共{len(evidence)}项，缺{missing}项）")
    rows = [[str(number), *_checked(each)] for number, each in enumerate(evidence, 1)]
    document.table(("序号", "证据", "有无", "文号、附件和登记事项", "缺少"), rows, (9, 42, 11, 60, 34), dense=True)
    document.heading("四、销号意见")
    document.paragraph(_opinion(dossier, missing))
    document.facts(tuple((post, f"{BLANK}　　　　日期：{BLANK}") for post in _POSTS), 12)
    document.save(path)
    return missing


_POSTS = ("经办岗位意见", "科室负责人意见", "法制审核意见", "自然资源局意见")


def _facts(dossier: Dossier, known: Units) -> Iterator[tuple[str, str]]:
    case, standing = dossier.case, dossier.standing
    number = case.approval_number if isinstance(case, UnsuppliedCase) else case.supervision_number
    measure = coded(case, "measure")
    yield "地块编号", dossier.code
    yield "项目（地块）名称", case.title
    yield "坐落", "　".join(part for part in (case.town_name, case.location) if part) or BLANK
    yield "批准文号" if isinstance(case, UnsuppliedCase) else "电子监管号", number or BLANK
    yield "责任单位", known.department_name(case.department) or BLANK
    yield "底数面积", hectares_zh(dossier.base_area_ha)
    yield "完成处置面积", hectares_zh(standing.done_area_ha)
    yield "处置方式", f"{dossier.category.principle}　{measure}" if measure else BLANK
    yield "当前状态", standing.state.name
    yield "系统确认日期", in_table(standing.confirmed_on, BLANK)


def _course(dossier: Dossier, known: Units) -> Iterator[tuple[str, str, str, str, str]]:
    for event in dossier.standing.events:
        department = known.department_name(event.department)
        yield in_table(event.effective_on), _what(dossier, event), event.document, department, event.note


def _what(dossier: Dossier, event: Event) -> str:
    what, result = event_zh(dossier.which, event)
    if event.kind is EventKind.CONFIRM or event.transition:
        return what
    return f"{'列入台账' if says_state(event) else what}：{result}"


def _checked(each: Evidence) -> tuple[str, str, str, str]:
    return each.name, "有" if each.complete else "缺", "；".join(each.proofs), "；".join(each.lacks)


def _opinion(dossier: Dossier, missing: int) -> str:
    """Closing needs that nothing remains, that the system confirms, and that the evidence is there."""
    against = []
    if not dossier.standing.settled(dossier.base_area_ha):
        against.append("尚有面积未处置完成")
    if not dossier.standing.confirmed:
        against.append("监测监管系统尚未确认")
    if missing:
        against.append(f"证据缺{missing}项")
    if against:
        return f"该地块{'、'.join(against)}，补齐前不具备销号条件。"
    return "该地块面积已处置完成，监测监管系统已确认，证据齐全，具备销号条件。"

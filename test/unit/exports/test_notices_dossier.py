"""The close-out dossier: the evidence the parcel's way needs, there or missing, and whether it may be closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from factories import dossier, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.notices.dossier import checklist, write_dossier
from anze_idle_land_plugin.exports.notices.drafts import write_documents
from anze_idle_land_plugin.exports.notices.text import Kind
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Attachment, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier

IDLE, UNSUPPLIED = ListKind.IDLE, ListKind.UNSUPPLIED
CODE = "2023-G-001"


def step(which: ListKind, transition: str, number: int, document: str = "", area: float | None = None) -> Event:
    target = catalogue.workflow(which).transitions[transition].target
    day = date(2023, 6, number)
    return Event(
        which, CODE, EventKind.TRANSITION, day, transition, STATE_FIELD, target, area, document=document, id=number
    )


SUPPLIED = {"NZYPZWH": "晋政地字〔2015〕1号", "NZYPZRQ": date(2015, 1, 1), "HTBH": "H-1", "HTQDRQ": date(2023, 6, 5)}


def supplied(**fields: Any) -> Dossier:
    events = [
        step(UNSUPPLIED, "TP09", 4, "安政土〔2023〕7号"),
        step(UNSUPPLIED, "TP10", 5, "H-1"),
        step(UNSUPPLIED, "TP11", 6, "1410262023B00001", 1.0),
        Event(UNSUPPLIED, CODE, EventKind.CONFIRM, date(2023, 6, 20), document="系统截图", id=20),
    ]
    all_fields = {**SUPPLIED, "DKMJGQ": 1.0, "XHLYFS": "03", "DZJGH": "1410262023B00001", **fields}
    return dossier(state="P21", events=events, **all_fields)


def lacking(about: Dossier, damaged: frozenset[str] = frozenset()) -> list[str]:
    return [each.name for each in checklist(about, damaged) if not each.complete]


def test_the_checklist_follows_the_measure_and_the_steps_taken() -> None:
    names = [each.name for each in checklist(supplied())]
    assert "有偿使用合同或者划拨决定书" in names and "净地认定表" in names
    assert not any("撤回" in name for name in names)
    withdrawn = [each.name for each in checklist(dossier(XHLYFS="02"))]
    assert "撤回批复或者失效确认文件" in withdrawn and "净地认定表" not in withdrawn


def test_a_step_with_a_document_number_is_there_and_one_without_is_missing() -> None:
    assert lacking(supplied()) == ["征地补偿安置协议、付款凭证和交地材料", "净地认定表", "监测监管系统确认记录"]
    bare = dossier(state="P30", events=[step(UNSUPPLIED, "TP10", 5)], **SUPPLIED, XHLYFS="03")
    contract = next(each for each in checklist(bare) if each.name == "有偿使用合同或者划拨决定书")
    assert contract.lacks == ("未附文书或者附件",)


def test_an_attachment_proves_a_step_until_it_is_gone_or_changed() -> None:
    bare = dossier(state="P30", events=[step(UNSUPPLIED, "TP10", 5)], **SUPPLIED, XHLYFS="03")
    scanned = replace(bare, attachments=(Attachment(5, "attachments/合同.pdf", "0" * 64, "pdf"),))
    assert "有偿使用合同或者划拨决定书" not in lacking(scanned)
    broken = next(each for each in checklist(scanned, frozenset({"attachments/合同.pdf"})) if "合同" in each.name)
    assert "附件已不在或者被改动：attachments/合同.pdf" in broken.lacks


def test_a_missing_field_is_named() -> None:
    about = supplied(HTBH="")
    contract = next(each for each in checklist(about) if each.name == "有偿使用合同或者划拨决定书")
    assert contract.lacks == ("缺合同(决定书)编号",)


def test_mortgage_and_seizure_ask_for_their_own_evidence() -> None:
    names = [each.name for each in checklist(dossier(IDLE, state="X95", SFDY="Y", SFCF="Y", CZFS="22"))]
    assert "书面通知抵押权人的材料" in names and "查封裁定书或者立案通知" in names
    assert "《收回国有建设用地使用权决定书》及送达回证" in names


def test_the_dossier_says_what_stands_against_closing(tmp_path: Path) -> None:
    about = supplied()
    missing = write_dossier(about, snapshot([about]), tmp_path / "d.docx")
    document = Document(str(tmp_path / "d.docx"))
    text = "\n".join(each.text for each in document.paragraphs)
    assert missing == 3 and f"缺{missing}项" in text and "不具备销号条件" in text
    facts, course, evidence, opinions = document.tables
    assert facts.rows[0].cells[1].text == CODE
    assert len(course.rows) == 1 + len(about.standing.events)
    assert len(evidence.rows) == 1 + len(checklist(about))
    assert len(opinions.rows) == 4


def test_a_changed_code_is_told_by_its_name(tmp_path: Path) -> None:
    changed = Event(UNSUPPLIED, CODE, EventKind.FACT, date(2023, 6, 1), field="XHLYFS", value="02", id=9)
    about = dossier(events=[changed])
    write_dossier(about, snapshot([about]), tmp_path / "d.docx")
    course = Document(str(tmp_path / "d.docx")).tables[1]
    assert "批准文件失效/撤回批准(退)" in course.rows[2].cells[1].text


def test_settled_parcels_get_a_dossier_when_none_is_named(tmp_path: Path) -> None:
    done = write_documents(Kind.DOSSIER, snapshot([supplied(), dossier(IDLE, state="X10")]), tmp_path)
    assert [each.file for each in done] == [f"dossier/unsupplied/{CODE}.docx"]
    assert "净地认定表" in done[0].missing


def test_every_row_of_the_checklist_names_real_steps_and_fields() -> None:
    for row in catalogue.table("dossier_evidence"):
        which = ListKind(row["list"])
        assert row["basis"]
        assert {code for code in row["steps"].split(";") if code} <= set(catalogue.workflow(which).transitions)
        assert {code for code in row["fields"].split(";") if code} <= set(catalogue.field_by_code(which))

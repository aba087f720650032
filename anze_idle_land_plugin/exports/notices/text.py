"""A notice as headings and paragraphs: the items of notice_contents.csv with the words of notice_texts.csv.

What the tables mark as unverified is named for the lawyer; what the case does not know is a blank.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Mapping

from ... import catalogue, law
from ...model.cases import Case, IdleCase
from ...model.procedure.guards import refusals
from ...model.procedure.idle_clock import ALLOCATED, IdleVerdict, Verdict
from ...model.standing.snapshot import Dossier, Snapshot
from ...wording.bases import basis_zh
from .facts import Facts, facts_of

MEASURES = "@measures"
UNVERIFIED = "unverified"


class Kind(Enum):
    """The documents, by their ids in notice_kinds.csv."""

    INVESTIGATION = "investigation"
    RECOGNITION = "recognition"
    HEARING = "hearing"
    FEE = "fee"
    TAKEBACK = "takeback"
    PUBLICATION = "publication"
    ASSIGNMENT = "assignment"
    DOSSIER = "dossier"

    @property
    def row(self) -> Mapping[str, str]:
        return next(row for row in catalogue.table("notice_kinds") if row["kind"] == self.value)

    @property
    def zh(self) -> str:
        return self.row["name"]

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of the machine that need this document."""
        return tuple(step for step in self.row["steps"].split(";") if step)


NOTICES = (Kind.INVESTIGATION, Kind.RECOGNITION, Kind.HEARING, Kind.FEE, Kind.TAKEBACK)
"""One document a parcel, served on the holder."""


class Unfit(Enum):
    """Why a notice may not be drafted for a parcel, in the words of the manifest."""

    CLOSED = "已销号或者认定不构成闲置"
    NOT_IDLE = "按现有日期不构成闲置土地"
    OTHER_WAY = "按闲置原因和时间应当采取其他处置方式"
    STARTED = "已动工或者已处置完成"
    NO_PRICE = "划拨土地，未登记划拨价款或者价款为零，无从计征闲置费"


@dataclass(frozen=True)
class Section:
    """One item: its heading, its paragraphs, and the basis the lawyer must look at (empty when verified)."""

    heading: str
    paragraphs: tuple[str, ...]
    to_check: str = ""


@dataclass(frozen=True)
class Notice:
    """A drafted notice: ``missing`` names the blanks, ``to_check`` what the lawyer must verify."""

    kind: Kind
    code: str
    number_mark: str
    office: str
    addressee: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    missing: tuple[str, ...]
    to_check: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass
class _Draft:
    facts: Facts
    clock: IdleVerdict
    to_check: dict[str, None] = field(default_factory=dict)

    def rows(self, kind: str, part: str) -> list[str]:
        """The paragraphs of a part whose condition is met, filled."""
        filled: list[str] = []
        for row in catalogue.table("notice_texts"):
            if (row["kind"], row["part"]) != (kind, part) or (row["when"] and not self.facts.has(row["when"])):
                continue
            if UNVERIFIED in row["basis"]:
                self.to_check[f"条文：{basis_zh(row['basis'])}"] = None
            filled += self._included(row["text"])
        return filled

    def _included(self, text: str) -> list[str]:
        if text == "@clock":
            return self.rows("clock", _clock_part(self.clock))
        if text == "@land":
            parts = dict.fromkeys(row["part"] for row in catalogue.table("notice_texts") if row["kind"] == "land")
            return [line for part in parts for line in self.rows("land", part)]
        if text == "@decision":
            part = self.clock.consequence.value
            return self.rows("decision", part if part in ("fee", "take_back") else "undecided")
        return [text.replace(MEASURES, _measures()).format_map(self.facts)]


def unfit(kind: Kind, dossier: Dossier, clock: IdleVerdict) -> Unfit | None:
    """Why the notice must not be drafted; None when it may, even with blanks."""
    if dossier.standing.closed:
        return Unfit.CLOSED
    if dossier.standing.state.code in ("X90", "X95"):
        return Unfit.STARTED
    if clock.verdict in (Verdict.NOT_IDLE, Verdict.WARNING):
        return Unfit.NOT_IDLE
    if kind is Kind.FEE and _has_no_price(dossier.case):
        return Unfit.NO_PRICE
    allowed = [each for each in kind.row["consequences"].split(";") if each]
    if kind is Kind.FEE and clock.past_two_years:
        return Unfit.OTHER_WAY
    if clock.idle and allowed and clock.consequence.value not in allowed:
        return Unfit.OTHER_WAY
    return None


def _has_no_price(case: Case) -> bool:
    return isinstance(case, IdleCase) and case.supply_mode == ALLOCATED and not case.price_wan


def compose(kind: Kind, dossier: Dossier, snapshot: Snapshot) -> Notice:
    """The notice of a kind for a parcel as of the snapshot's day."""
    clock = law.clock_of(dossier.case, snapshot.as_of)
    assert clock is not None
    draft = _Draft(facts_of(dossier, snapshot), clock)
    sections = tuple(_section(row, kind, draft) for row in _items(kind))
    opening = tuple(draft.rows(kind.value, "open"))
    checks = [f"{each.heading}（{each.to_check}）" for each in sections if each.to_check]
    return Notice(
        kind=kind,
        code=dossier.code,
        number_mark=kind.row["mark"],
        office=draft.facts["office"],
        addressee=draft.facts["holder"],
        opening=opening,
        sections=sections,
        missing=tuple(draft.facts.missing),
        to_check=(*checks, *draft.to_check),
        remarks=_remarks(kind, dossier, clock, snapshot),
    )


def _items(kind: Kind) -> list[Mapping[str, str]]:
    return [row for row in catalogue.table("notice_contents") if row["document"] == kind.row["contents"]]


def _section(row: Mapping[str, str], kind: Kind, draft: _Draft) -> Section:
    paragraphs = draft.rows(kind.value, row["item_no"])
    basis = basis_zh(row["basis"]) if UNVERIFIED in row["basis"] else ""
    return Section(row["content"], tuple(paragraphs), f"第{row['article']}条，{basis}" if basis else "")


def _clock_part(clock: IdleVerdict) -> str:
    if not clock.idle:
        return "unknown"
    return f"type_{clock.idle_type}"


def _measures() -> str:
    items = [row["content"] for row in catalogue.table("notice_contents") if row["document"] == "调查措施"]
    return "；".join(f"（{number}）{item}" for number, item in enumerate(items, 1))


def _remarks(kind: Kind, dossier: Dossier, clock: IdleVerdict, snapshot: Snapshot) -> tuple[str, ...]:
    """What stands against sending it: the state, conditions that do not hold, disagreement with the ledger."""
    remarks = []
    machine = catalogue.workflow(dossier.which)
    steps = [step for step in machine.steps_from(dossier.standing.state) if step.code in kind.steps]
    if not steps:
        remarks.append(f"该宗地当前状态为“{dossier.standing.state.name}”，尚未到或者已过本文书所在环节")
    about = law.circumstances_of(dossier, snapshot.as_of)
    if not any(not refusals(step, about) for step in steps):
        remarks += [f"{step.label}的前提条件：{law.conditions_zh(step, about)}" for step in steps]
    remarks += [_DOUBTS[doubt.code].format(**doubt.values) for doubt in clock.doubts]
    if clock.missing:
        names = "、".join(catalogue.field_of(dossier.which, each).name_zh for each in clock.missing)
        remarks.append(f"判定闲置或者确定处置方式缺少：{names}")
    return tuple(dict.fromkeys(remarks))


_DOUBTS = {
    "idle_since": "台账闲置起始日期为{ledger}，按其日期推算为{computed}，须核对",
    "idle_type": "台账闲置类型为{ledger}，按其事实应为{computed}，须核对",
    "late_delivery": "实际交地日期{delivered}晚于约定动工日期，须核查是否属第八条第（一）项情形",
}

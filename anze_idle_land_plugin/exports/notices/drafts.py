"""All documents of a kind for some parcels, with a manifest that says what is blank and what was not drafted."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import AbstractSet, Iterator, Sequence

from ... import catalogue, law
from ...model.file_errors import reason_of
from ...model.file_names import legal_names
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Message
from ...model.standing.snapshot import Dossier, Snapshot
from ..office.official import DocumentNotWritten
from ..office.replacing import replacing
from .assignment import by_unit, open_parcels, write_assignment
from .document import published, write_notice, write_publication
from .dossier import checklist, write_dossier
from .text import NOTICES, Kind, compose, unfit

MANIFEST_HEADS = ("文书", "地块编号或单位", "文件", "待补事实", "待法制审核", "须注意事项", "未生成原因")


class NoSuchParcel(CampaignError):
    sentence = "There is no parcel {code} in the chosen list; check the code, or import the parcel first"


class OnlyForIdleLand(CampaignError):
    sentence = "{kind} is a document for idle land; choose the list idle"


@dataclass(frozen=True)
class Drafted:
    """One document that was written (``file``), or that was not, and why (``refused``)."""

    kind: Kind
    name: str
    file: str = ""
    missing: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    refused: str = ""

    def message(self) -> Message:
        """What a person is told of a document that was not drafted."""
        sentence = "{name}: {document} was not drafted: {reason}"
        return Message("not_drafted", sentence, {"name": self.name, "document": self.kind.zh, "reason": self.refused})


def write_documents(
    kind: Kind,
    snapshot: Snapshot,
    folder: Path,
    lists: Sequence[ListKind] = tuple(ListKind),
    codes: Sequence[str] = (),
    damaged: AbstractSet[str] = frozenset(),
) -> list[Drafted]:
    """Write the documents of a kind below ``folder`` with their manifest ``<kind>.csv``.

    Without ``codes`` every parcel whose next step needs the document gets one. ``damaged`` are the paths of
    attachments that are gone or changed. Raises NoSuchParcel, OnlyForIdleLand.
    """
    if kind in (*NOTICES, Kind.PUBLICATION):
        if ListKind.IDLE not in lists:
            raise OnlyForIdleLand(kind=kind.value)
        lists = (ListKind.IDLE,)
    dossiers = _chosen(snapshot, lists, codes)
    _place(folder, "", "")
    drafted = list(_written(kind, dossiers, snapshot, folder, bool(codes), damaged))
    _manifest(folder / f"{kind.value}.csv", drafted)
    return drafted


def _chosen(snapshot: Snapshot, lists: Sequence[ListKind], codes: Sequence[str]) -> list[Dossier]:
    every = [dossier for which in lists for dossier in snapshot.dossiers.get(which, ())]
    unknown = [code for code in codes if code not in {dossier.code for dossier in every}]
    if unknown:
        raise NoSuchParcel(code="、".join(unknown))
    return [dossier for dossier in every if dossier.code in codes] if codes else every


def _written(
    kind: Kind, dossiers: Sequence[Dossier], snapshot: Snapshot, folder: Path, named: bool, damaged: AbstractSet[str]
) -> Iterator[Drafted]:
    if kind in NOTICES:
        yield from _notices(kind, _meant(kind, dossiers, named), snapshot, folder)
    elif kind is Kind.PUBLICATION:
        listed = published(dossiers)
        path = _place(folder, kind.value, "publication")
        missing = write_publication(listed, snapshot, path)
        yield Drafted(kind, f"{len(listed)}宗", _relative(path, folder), missing)
        for dossier in dossiers if named else ():
            if dossier not in listed:
                yield Drafted(kind, dossier.code, refused=why_not(kind, dossier, snapshot.as_of))
    elif kind is Kind.ASSIGNMENT:
        units = by_unit(dossiers, snapshot.campaign.units)
        for unit, name in legal_names(units).items():
            path = _place(folder, kind.value, name)
            overdue = write_assignment(unit, units[unit], snapshot, path)
            yield Drafted(kind, unit, _relative(path, folder), remarks=(f"逾期{overdue}宗",) if overdue else ())
    else:
        yield from _dossiers(_meant(kind, dossiers, named), snapshot, folder, damaged)


def _meant(kind: Kind, dossiers: Sequence[Dossier], named: bool) -> Sequence[Dossier]:
    """The parcels that were named, else those that await the document."""
    return dossiers if named else [dossier for dossier in dossiers if awaited(kind, dossier)]


def kinds_of(which: ListKind) -> list[Kind]:
    """The documents there are for a list."""
    return [kind for kind in Kind if which is ListKind.IDLE or kind not in (*NOTICES, Kind.PUBLICATION)]


def why_not(kind: Kind, dossier: Dossier, as_of: date) -> str:
    """Why the document must not be drafted for a parcel, in the words of the manifest; empty when it may."""
    if kind in NOTICES:
        clock = law.clock_of(dossier.case, as_of)
        reason = unfit(kind, dossier, clock) if clock else None
        return reason.value if reason else ""
    if kind is Kind.PUBLICATION and not published([dossier]):
        return f"当前状态“{dossier.standing.state.name}”不在公开范围"
    if kind is Kind.ASSIGNMENT and not open_parcels([dossier]):
        return f"当前状态“{dossier.standing.state.name}”无须交办"
    return ""


def awaited(kind: Kind, dossier: Dossier) -> bool:
    """Whether the parcel's next step needs the document, or it is settled and needs its dossier."""
    if kind is Kind.DOSSIER:
        return dossier.standing.closed or dossier.standing.settled(dossier.base_area_ha)
    steps = catalogue.workflow(dossier.which).steps_from(dossier.standing.state)
    return any(step.code in kind.steps for step in steps)


def _notices(kind: Kind, dossiers: Sequence[Dossier], snapshot: Snapshot, folder: Path) -> Iterator[Drafted]:
    names = legal_names(dossier.code for dossier in dossiers)
    for dossier in dossiers:
        reason = why_not(kind, dossier, snapshot.as_of)
        if reason:
            yield Drafted(kind, dossier.code, refused=reason)
            continue
        notice, path = compose(kind, dossier, snapshot), _place(folder, kind.value, names[dossier.code])
        write_notice(notice, path, snapshot.as_of.year)
        file = _relative(path, folder)
        yield Drafted(kind, dossier.code, file, notice.missing, notice.to_check, notice.remarks)


def _dossiers(
    dossiers: Sequence[Dossier], snapshot: Snapshot, folder: Path, damaged: AbstractSet[str]
) -> Iterator[Drafted]:
    for which in ListKind:
        own = [dossier for dossier in dossiers if dossier.which is which]
        names = legal_names(dossier.code for dossier in own)
        for dossier in own:
            path = _place(folder, f"{Kind.DOSSIER.value}/{which.value}", names[dossier.code])
            write_dossier(dossier, snapshot, path, damaged)
            lacking = tuple(each.name for each in checklist(dossier, damaged) if not each.complete)
            yield Drafted(Kind.DOSSIER, dossier.code, _relative(path, folder), lacking)


def _place(folder: Path, below: str, name: str) -> Path:
    """Where a document goes; its folder is made."""
    try:
        (folder / below).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocumentNotWritten(file=str(folder / below), reason=reason_of(error)) from error
    return folder / below / f"{name}.docx"


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _manifest(path: Path, drafted: Sequence[Drafted]) -> None:
    with (
        replacing(path, DocumentNotWritten) as unfinished,
        open(unfinished, "w", encoding="utf-8-sig", newline="") as handle,
    ):
        writer = csv.writer(handle)
        writer.writerow(MANIFEST_HEADS)
        for each in drafted:
            lists = ("；".join(items) for items in (each.missing, each.to_check, each.remarks))
            writer.writerow([each.kind.zh, each.name, each.file, *lists, each.refused])

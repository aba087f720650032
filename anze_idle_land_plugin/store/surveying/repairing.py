"""Applying safe repairs: each parcel gets a new version of its survey, which undoing the journal entry takes back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Collection, Mapping, Sequence

from ...checks.finding import Fix
from ...checks.repairs import repaired
from ...checks.standard import Standard
from ...geodesy.screen_shapes import multipolygon
from ...model.kinds import ListKind
from ...model.messages import as_written
from ...model.parcel import Parcel
from ...wording.moments import stamp
from ..casework.recording import UnknownParcel
from ..database import CampaignFile
from ..journal import Entry, keep_journal
from ..standing.snapshot import Survey, read_campaign, read_surveys
from .surveys import Version, keep_version, show_survey

REPAIR = "repair"
"""The profile under which repairs stand in the journal, and the reason of their versions."""


@dataclass(frozen=True)
class Repair:
    """One parcel before and after."""

    code: str
    before: Parcel
    after: Parcel

    @property
    def points_removed(self) -> int:
        return self.before.vertex_count - self.after.vertex_count


@dataclass(frozen=True)
class RepairSummary:
    """The parcels that changed, and the number of the journal entry that undoes it; None when nothing was written."""

    repairs: tuple[Repair, ...]
    journal: int | None


def apply_fixes(
    file: CampaignFile,
    which: ListKind,
    codes: Sequence[str],
    fixes: Collection[Fix],
    standard: Standard,
    at: datetime,
    dry_run: bool = False,
) -> RepairSummary:
    """Repair parcels, all or none; a dry run says what would change. ``at`` is UTC.

    Raises UnknownParcel, RepairNotSafe and RepairChangesArea.
    """
    surveys = read_surveys(file, which, codes=list(codes))
    repairs = []
    for code in dict.fromkeys(codes):
        if code not in surveys:
            raise UnknownParcel(code=code)
        before = surveys[code].parcel
        after = repaired(before, fixes, standard)
        if after != before:
            repairs.append(Repair(code, before, after))
    if dry_run or not repairs:
        return RepairSummary(tuple(repairs), None)
    with file.transaction():
        return RepairSummary(tuple(repairs), _write(file, which, repairs, surveys, fixes, at))


def _write(
    file: CampaignFile,
    which: ListKind,
    repairs: Sequence[Repair],
    surveys: Mapping[str, Survey],
    fixes: Collection[Fix],
    at: datetime,
) -> int | None:
    crs, made_at = int(read_campaign(file).crs.split(":")[1]), stamp(at)
    journal = keep_journal(file, _entry(which, repairs, fixes, made_at), (), as_written)
    for repair in repairs:
        wkb = multipolygon(repair.after, crs)
        show_survey(file, which, repair.code, repair.after, wkb)
        earlier = surveys[repair.code].version
        since = _effective_on(file, which, repair.code, earlier)
        version = Version(which, repair.code, earlier + 1, since, made_at, REPAIR, journal or 0)
        keep_version(file, version, repair.after, wkb, crs)
    return journal


def _effective_on(file: CampaignFile, which: ListKind, code: str, version: int) -> date:
    """Since when the survey holds: a repair changes how it is written, not what lies on the ground since then."""
    ((day,),) = file.query(
        "SELECT effective_on FROM parcel_version WHERE list = ? AND code = ? AND version = ?",
        which.value,
        code,
        version,
    )
    return date.fromisoformat(str(day)[:10])


def _entry(which: ListKind, repairs: Sequence[Repair], fixes: Collection[Fix], stamp: str) -> Entry:
    """The journal names the parcels and the repairs in place of a file."""
    names = "、".join(fix.zh for fix in Fix if fix in fixes)
    codes = "、".join(repair.code for repair in repairs)
    said = f"{names}：{codes}"
    return Entry(
        which=which,
        file=said,
        sha256=hashlib.sha256(f"{stamp} {said}".encode()).hexdigest(),
        size=0,
        encoding="",
        profile=REPAIR,
        crs="",
        at=stamp,
        imported=0,
        updated=len(repairs),
        unchanged=0,
    )

"""Taking an import back: its versions of parcels go, the versions before them are current again, events stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Sequence

from ... import catalogue
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...model.standing.events import Event, EventKind, in_force
from ...wording.moments import stamp, utc_now
from ..casework.recording import Draft, record_within
from ..database import CampaignFile
from ..events import events_of
from ..journal import NO_SURVEYS
from ..standing.snapshot import read_surveys
from .own_files import AUTHOR
from .surveys import show_survey

UNDONE = "撤销导入"
"""The note of an event that voids what an undone import recorded."""


class NoSuchImport(CampaignError):
    sentence = "There is no import {journal} in the journal of {file}; the last number is {last}"


class AlreadyUndone(CampaignError):
    sentence = "Import {journal} ({file}) was undone already, at {at}"


class NothingButEvents(CampaignError):
    sentence = (
        "Entry {journal} of the journal, {file}, brought no survey: what it says became facts and events, and events "
        "only grow. Correct the events, or attach a corrected ledger"
    )


class EventsStandOnIt(CampaignError):
    sentence = (
        "The import of {files} cannot be undone: events are recorded on {parcels}, and events are never deleted. "
        "Keep the import, or import a corrected file, which makes a new version"
    )


@dataclass(frozen=True)
class UndoSummary:
    """What undoing did: versions taken away, and the parcels among them that stay because another version is left."""

    removed: int
    restored: int


@dataclass(frozen=True)
class _Entry:
    number: int
    file: str
    which: ListKind
    at: str

    def recorded(self, event: Event) -> bool:
        """Whether the import itself recorded the event: a file of our own brings state and confirmation along."""
        return (event.author, event.document, event.recorded_at) == (AUTHOR, self.file, self.at)


@dataclass(frozen=True)
class _Brought:
    """What some imports brought to one list: versions by code, and the codes that have no other version."""

    versions: Sequence[tuple[str, int]]
    gone: Sequence[str]

    @property
    def staying(self) -> list[str]:
        return sorted({code for code, _ in self.versions} - set(self.gone))


def undo_imports(file: CampaignFile, journals: Sequence[int], undone_at: datetime | None = None) -> UndoSummary:
    """Take imports back by their numbers in the journal, all or none.

    Raises NoSuchImport, AlreadyUndone, NothingButEvents, and EventsStandOnIt for parcels that only these imports
    brought and on which events are recorded.
    """
    now = undone_at or utc_now()
    entries = [_entry(file, number) for number in dict.fromkeys(journals)]
    removed = restored = 0
    with file.transaction():
        for which in ListKind:
            mine = [entry for entry in entries if entry.which is which]
            if mine:
                brought = _take_back(file, which, mine, now)
                removed, restored = removed + len(brought.versions), restored + len(brought.staying)
    return UndoSummary(removed, restored)


def _entry(file: CampaignFile, number: int) -> _Entry:
    rows = file.query(
        "SELECT file, list, started_at, undone_at, profile, imported + updated,"
        " (SELECT COUNT(*) FROM parcel_version WHERE journal_id = j.id) FROM import_journal j WHERE id = ?",
        number,
    )
    if not rows:
        ((last,),) = file.query("SELECT COALESCE(MAX(id), 0) FROM import_journal")
        raise NoSuchImport(journal=number, file=file.path, last=last)
    name, which, at, undone_at, profile = (str(cell or "") for cell in rows[0][:5])
    changed, versions = rows[0][5:]
    if undone_at:
        raise AlreadyUndone(journal=number, file=name, at=undone_at)
    if profile in NO_SURVEYS or (changed and not versions):
        raise NothingButEvents(journal=number, file=name)
    return _Entry(number, name, ListKind(which), at)


def _take_back(file: CampaignFile, which: ListKind, entries: Sequence[_Entry], now: datetime) -> _Brought:
    numbers = ", ".join(str(entry.number) for entry in entries)
    brought = _brought(file, which, numbers)
    _void_own_events(file, which, entries, brought, now)
    for code, version in brought.versions:
        file.execute(
            "DELETE FROM boundary_point WHERE list = ? AND code = ? AND version = ?", which.value, code, version
        )
    file.execute(f"DELETE FROM parcel_version WHERE list = ? AND journal_id IN ({numbers})", which.value)
    key = catalogue.code_field(which)
    for code in brought.gone:
        file.execute(f"DELETE FROM {which.table} WHERE {key} = ?", code)
    if brought.staying:
        surveys = read_surveys(file, which, codes=brought.staying)
        for code in brought.staying:
            show_survey(file, which, code, surveys[code].parcel, surveys[code].wkb)
    undone_at = stamp(now)
    file.execute(f"DELETE FROM reject WHERE journal_id IN ({numbers})")
    file.execute(f"UPDATE import_journal SET undone_at = ? WHERE id IN ({numbers})", undone_at)
    return brought


def _brought(file: CampaignFile, which: ListKind, numbers: str) -> _Brought:
    rows = file.query(
        f"SELECT code, version FROM parcel_version WHERE list = ? AND journal_id IN ({numbers}) ORDER BY code, version",
        which.value,
    )
    versions = [(str(code), int(str(version))) for code, version in rows]
    mine = Counter(code for code, _ in versions)
    counts = file.query("SELECT code, COUNT(*) FROM parcel_version WHERE list = ? GROUP BY code", which.value)
    all_of = {str(code): count for code, count in counts}
    return _Brought(versions, [code for code, count in mine.items() if count == all_of[code]])


def _void_own_events(
    file: CampaignFile, which: ListKind, entries: Sequence[_Entry], brought: _Brought, now: datetime
) -> None:
    """Void what the imports themselves recorded on parcels that go; refuse where anything else is in force."""
    with_events = {str(code) for (code,) in file.query("SELECT DISTINCT code FROM event WHERE list = ?", which.value)}
    codes = [code for code in brought.gone if code in with_events]
    if not codes:
        return
    drafts: list[Draft] = []
    held: list[str] = []
    for (_, code), events in events_of(file, which, codes).items():
        own = {event.id for event in events if any(entry.recorded(event) for entry in entries)}
        standing = in_force(events, date.max)
        if any(event.id not in own for event in standing):
            held.append(code)
        drafts += [
            Draft(which, code, EventKind.CORRECT, event.effective_on, author=AUTHOR, note=UNDONE, corrects=event.id)
            for event in standing
        ]
    if held:
        files = ", ".join(entry.file for entry in entries)
        raise EventsStandOnIt(files=files, parcels=", ".join(held))
    record_within(file, drafts, now)

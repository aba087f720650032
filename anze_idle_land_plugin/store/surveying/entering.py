"""One parcel entered by hand: checked, coded, kept like an import, so that it is in the journal and can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Mapping

from ... import catalogue
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Notes
from ...model.parcel import Parcel
from ...model.standing.events import STATE_FIELD, EventKind
from ...readers.reading import Reading
from ..casework.admitting import campaign_year
from ..casework.recording import Draft, record_within
from ..database import CampaignFile
from .importing import PLACEHOLDER, import_within


class NotOneParcel(CampaignError):
    sentence = "The points give {count} parcels; give the points of one. {reasons}"


class NoCode(CampaignError):
    sentence = "{code} names no parcel by itself; give a code such as 2023-G-017, or leave it empty"


class ParcelExists(CampaignError):
    sentence = "There is a parcel {code} in the list already; give another code, or import its new survey"


@dataclass(frozen=True)
class Entry:
    """What is known of a parcel besides its points. An empty code is made; an empty state is none yet."""

    code: str = ""
    name: str = ""
    state: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    document: str = ""
    note: str = ""


def enter_parcel(
    file: CampaignFile, which: ListKind, reading: Reading, entry: Entry, day: date, now: datetime, notes: Notes
) -> str:
    """Take the one parcel of ``reading`` into a list, with its facts and state from ``day`` on; returns its code."""
    if len(reading.parcels) != 1 or reading.rejects:
        raise NotOneParcel(count=len(reading.parcels), reasons=tuple(each.message for each in reading.rejects))
    code = entry.code or made_code(file, which)
    if PLACEHOLDER.fullmatch(code):
        raise NoCode(code=code)
    if is_taken(file, which, code):
        raise ParcelExists(code=code)
    parcel = replace(reading.parcels[0], code=code, name=entry.name)
    with file.transaction():
        notes.messages.extend(import_within(file, which, [replace(reading, parcels=(parcel,))], now).notes)
        record_within(file, _drafts(which, parcel, entry, day), now, notes)
    return code


def _drafts(which: ListKind, parcel: Parcel, entry: Entry, day: date) -> list[Draft]:
    """The facts, then the state it enters with: the area that enters the base follows from them, else the survey."""
    document, note = entry.document, entry.note
    drafts = [
        Draft(which, parcel.code, EventKind.FACT, day, field=field, value=value, document=document, note=note)
        for field, value in entry.facts.items()
    ]
    if entry.state:
        entered = Draft(which, parcel.code, EventKind.BASELINE, day, field=STATE_FIELD, value=entry.state)
        drafts.append(replace(entered, document=document, note=note))
    return drafts


def is_taken(file: CampaignFile, which: ListKind, code: str) -> bool:
    key = catalogue.code_field(which)
    return bool(file.query(f"SELECT 1 FROM {which.table} WHERE {key} = ?", code))


def made_code(file: CampaignFile, which: ListKind) -> str:
    """The next free code of the kind we make: 2023-G-017, 2023-X-008 (docs/data-model.md 3)."""
    key, start = catalogue.code_field(which), f"{campaign_year(file)}-{which.letter}-"
    codes = [str(code) for (code,) in file.query(f"SELECT {key} FROM {which.table} WHERE {key} LIKE '{start}%'")]
    numbers = [int(code[len(start) :]) for code in codes if code[len(start) :].isdigit()]
    return f"{start}{max(numbers, default=0) + 1:03d}"

"""Reading the event table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Iterable, Sequence

from ..catalogue import land_use
from ..model.campaign_event import LIST, CampaignEvent, Subject
from ..model.kinds import ListKind
from ..model.messages import CampaignError
from ..model.standing.events import Event, EventKind
from .database import CampaignFile, literal


class EventUnreadable(CampaignError):
    sentence = (
        "Event {event} of the log (list {list}, parcel {parcel}) was changed by force and cannot be read: {reason}. "
        "Take the campaign file from the last backup"
    )


# A bare id would become the feature id and leave the fields, hence "id + 0".
COLUMNS = (
    "id + 0 AS number, list, code, kind, transition, field, value, area_ha, effective_on, recorded_at, document, "
    "department, author, note, corrects_id"
)

NAMES = COLUMNS.replace("id + 0 AS ", "")
OF_PARCELS = f"list <> {literal(LIST)}"
"""Every event but those of the campaign itself."""


INSERT = (
    "INSERT INTO event (id, list, code, kind, transition, field, value, area_ha, effective_on, recorded_at,"
    " document, department, author, note, corrects_id, previous_hash, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def events_of(
    file: CampaignFile, which: ListKind | None = None, codes: Sequence[str] = ()
) -> dict[tuple[ListKind, str], list[Event]]:
    """All events by (list, code), in order of recording; of one list or of some parcels when they are named.

    A land use that was recorded before codes knew their standard comes with it (decision 0013).
    """
    conditions = ["id > ?", f"list = {literal(which.value)}" if which else OF_PARCELS]
    if codes:
        conditions.append(f"code IN ({', '.join(literal(code) for code in codes)})")
    where = " AND ".join(conditions)
    grouped: dict[tuple[ListKind, str], list[Event]] = {}
    for row in file.paged(NAMES, f"SELECT {COLUMNS} FROM event WHERE {where} ORDER BY id", 0):
        event = _as_meant(_event(row))
        grouped.setdefault((event.which, event.code), []).append(event)
    return grouped


def events_by_id(file: CampaignFile, numbers: Sequence[int]) -> dict[int, Event]:
    """Some events by their id; an id that does not exist is left out."""
    chosen = ", ".join(str(number) for number in numbers)
    rows = file.query(f"SELECT {COLUMNS} FROM event WHERE id IN ({chosen}) AND {OF_PARCELS}")
    return {event.id: event for event in map(_as_meant, map(_event, rows))}


def _as_meant(event: Event) -> Event:
    """The event with the standard of its land use; the log itself and its chain of hashes stay as they were written."""
    if event.field not in land_use.fields_of(event.which):
        return event
    return replace(event, value=land_use.with_system(event.which, event.field, event.value))


def append_event(file: CampaignFile, event: Event, previous_hash: str) -> str:
    """Write an event with its id behind the one with this hash; returns its own."""
    digest = event.digest(previous_hash)
    file.execute(
        INSERT,
        *(event.id, event.which.value, event.code, event.kind.value, event.transition, event.field, event.value),
        *(event.area_ha, event.effective_on, event.recorded_at, event.document, event.department, event.author),
        *(event.note, event.corrects_id, previous_hash, digest),
    )
    return digest


def append_campaign_event(file: CampaignFile, event: CampaignEvent) -> None:
    """Write an event of the campaign behind the last one of the log."""
    (highest,) = file.query("SELECT COALESCE(MAX(id), 0) FROM event")[0]
    previous = last_hash(file)
    cells = (int(str(highest)) + 1, LIST, "", event.kind.value, "", event.subject.value, event.value, None)
    told = (event.effective_on, event.recorded_at, event.document, "", "", event.note, None)
    file.execute(INSERT, *cells, *told, previous, event.digest(previous))


def campaign_events(file: CampaignFile) -> list[CampaignEvent]:
    """The events of the campaign itself, in order of recording."""
    sql = f"SELECT {COLUMNS} FROM event WHERE id > ? AND list = {literal(LIST)} ORDER BY id"
    return [_campaign_event(tuple(row)) for row in file.paged(NAMES, sql, 0)]


def _campaign_event(row: tuple[object, ...]) -> CampaignEvent:
    number, _, _, kind, _, field, value, _, effective, recorded, document, _, _, note, _ = row
    try:
        return CampaignEvent(
            kind=EventKind(kind),
            subject=Subject(field),
            value=str(value or ""),
            effective_on=date.fromisoformat(str(effective)),
            recorded_at=str(recorded or ""),
            document=str(document or ""),
            note=str(note or ""),
            id=int(str(number)),
        )
    except (ValueError, TypeError) as error:
        raise EventUnreadable(event=number, list=LIST, parcel="-", reason=str(error)) from error


def last_hash(file: CampaignFile) -> str:
    """The hash the next event continues from; empty for the first."""
    rows = file.query("SELECT hash FROM event ORDER BY id DESC LIMIT 1")
    return str(rows[0][0]) if rows else ""


def broken_links(file: CampaignFile) -> list[int]:
    """The ids of events whose hash does not continue from the event before: someone changed the log by force.

    The file remembers the highest id it ever gave, so events cut off at the end are missed as well.
    """
    broken, previous, last = [], "", 0
    hashes = "previous_hash, hash"
    for row in file.paged(f"{NAMES}, {hashes}", f"SELECT {COLUMNS}, {hashes} FROM event WHERE id > ? ORDER BY id", 0):
        number, stored_previous, stored = int(row[0]), row[-2] or "", row[-1]
        if stored_previous != previous or _digest(row[:-2], previous) != stored:
            broken.append(number)
        previous, last = str(stored), number
    ((given,),) = file.query("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'event'")
    return [*broken, *range(last + 1, int(str(given)) + 1)]


def _digest(row: Iterable[object], previous: str) -> str:
    """The hash the event ought to have; empty for one that was changed into something that is no event."""
    cells = tuple(row)
    try:
        return (_campaign_event(cells) if cells[1] == LIST else _event(cells)).digest(previous)
    except EventUnreadable:
        return ""


def _event(row: Iterable[object]) -> Event:
    """The event of a row. Raises EventUnreadable for what nothing but force can have written."""
    number, which, code, *_ = cells = tuple(row)
    try:
        return _typed_event(cells)
    except (ValueError, TypeError) as error:
        raise EventUnreadable(event=number, list=which, parcel=code, reason=str(error)) from error


def _typed_event(row: Iterable[object]) -> Event:
    (
        number,
        which,
        code,
        kind,
        transition,
        field,
        value,
        area,
        effective,
        recorded,
        document,
        unit,
        author,
        note,
        corrects,
    ) = row
    return Event(
        which=ListKind(which),
        code=str(code),
        kind=EventKind(kind),
        effective_on=date.fromisoformat(str(effective)),
        transition=str(transition or ""),
        field=str(field or ""),
        value=str(value or ""),
        area_ha=None if area is None else float(area),  # type: ignore[arg-type]
        recorded_at=str(recorded or ""),
        document=str(document or ""),
        department=str(unit or ""),
        author=str(author or ""),
        note=str(note or ""),
        corrects_id=None if corrects is None else int(corrects),  # type: ignore[call-overload]
        id=int(number),  # type: ignore[call-overload]
    )

"""The event log: what happened to a parcel, when it took effect, when we learned of it. It only grows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Iterable, Mapping, Sequence

from ..kinds import ListKind

STATE_FIELD = "ZT"


class EventKind(Enum):
    """What an event does. CORRECT voids the event ``corrects_id`` and carries what is right instead."""

    BASELINE = "baseline"
    TRANSITION = "transition"
    FACT = "fact"
    CONFIRM = "confirm"
    CORRECT = "correct"


@dataclass(frozen=True)
class Event:
    """One row of the event table. ``id`` is 0 until the store has written it.

    A baseline or transition carries ``field`` ZT and the resulting state in ``value``; a fact carries any other field.
    ``area_ha`` is the area the step settles, in hectares. ``author`` is a post, never a person.
    """

    which: ListKind
    code: str
    kind: EventKind
    effective_on: date
    transition: str = ""
    field: str = ""
    value: str = ""
    area_ha: float | None = None
    recorded_at: str = ""
    document: str = ""
    department: str = ""
    author: str = ""
    note: str = ""
    corrects_id: int | None = None
    id: int = 0

    def digest(self, previous_hash: str) -> str:
        """SHA-256 over the event before and this one: a change of either breaks the chain."""
        return chained(
            previous_hash,
            self.which.value,
            self.code,
            self.kind.value,
            self.transition,
            self.field,
            self.value,
            None if self.area_ha is None else f"{self.area_ha:.6f}",
            self.effective_on.isoformat(),
            self.recorded_at,
            self.document,
            self.department,
            self.author,
            self.note,
            self.corrects_id,
        )


def chained(previous_hash: str, *content: object) -> str:
    """The hash of a row of the log with this content behind the one with that hash."""
    return hashlib.sha256(json.dumps([previous_hash, *content], ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Attachment:
    """A photo or scan that proves an event. ``path`` is relative to the folder of the campaign file."""

    event_id: int
    path: str
    sha256: str
    what: str


def in_force(events: Iterable[Event], as_of: date, recorded_by: str | None = None) -> list[Event]:
    """The events that count on ``as_of``: effective by then, recorded by ``recorded_by`` (ISO, UTC), not voided.

    A correction takes kind and place of the event it replaces; one that carries neither field nor transition only
    voids. Order: (effective_on, id), a replacement standing where the first event stood; earlier values before all.
    """
    known = [event for event in events if recorded_by is None or _was_known(event, recorded_by)]
    places: dict[int, int] = {}
    if any(event.kind is EventKind.CORRECT for event in known):
        known, places = _corrected(known)
    kept = [event for event in known if holds(event, as_of)]
    return sorted(
        kept, key=lambda event: (not is_earlier_value(event), event.effective_on, places.get(event.id, event.id))
    )


def is_earlier_value(event: Event) -> bool:
    """Whether an event only keeps what a field said before it first changed: that was so from the beginning.

    Its own day is none on which something happened; what is recorded later for an earlier day still comes after it.
    """
    return event.kind is EventKind.BASELINE and event.field != STATE_FIELD


def holds(event: Event, day: date) -> bool:
    """Whether an event that was not voided counts on a day."""
    return event.effective_on <= day or is_earlier_value(event)


def _was_known(event: Event, recorded_by: str) -> bool:
    """A field's earlier value was known before it had to be written down as an event."""
    return is_earlier_value(event) or event.recorded_at <= recorded_by


def _corrected(known: Sequence[Event]) -> tuple[list[Event], dict[int, int]]:
    """The events without the voided ones, replacements in their first event's kind; and whose place each takes."""
    by_id = {event.id: event for event in known}
    voided = {event.corrects_id for event in known if event.kind is EventKind.CORRECT}
    standing, places = [], {}
    for event in known:
        if event.id in voided:
            continue
        first = first_of(event, by_id)
        if event.kind is not EventKind.CORRECT:
            standing.append(event)
        elif first is not None and (event.transition or event.field):
            standing.append(replace(event, kind=first.kind))
            places[event.id] = first.id
    return standing, places


def first_of(event: Event, by_id: Mapping[int, Event]) -> Event | None:
    """The event that a correction, or a correction of a correction, stands for; None when it is not known."""
    first: Event | None = event
    while first is not None and first.kind is EventKind.CORRECT:
        first = by_id.get(first.corrects_id or 0)
    return first

"""The event log: what happened to a parcel, when it took effect, when we learned of it. It only grows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Iterable

from .words import ListKind

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
        content = [
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
        ]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Attachment:
    """A photo or scan that proves an event. ``path`` is relative to the folder of the campaign file."""

    event_id: int
    path: str
    sha256: str
    what: str


def in_force(events: Iterable[Event], as_of: date, recorded_by: str | None = None) -> list[Event]:
    """The events that count on ``as_of``: effective by then, recorded by ``recorded_by`` (ISO, UTC), not voided.

    A correction takes the kind of the event it replaces; one that carries neither field nor transition only voids.
    Order: (effective_on, id).
    """
    known = [event for event in events if recorded_by is None or event.recorded_at <= recorded_by]
    by_id = {event.id: event for event in known}
    voided = {event.corrects_id for event in known if event.kind is EventKind.CORRECT}
    standing = [_as_replaced(event, by_id) for event in known if event.id not in voided]
    kept = [event for event in standing if event is not None and event.effective_on <= as_of]
    return sorted(kept, key=lambda event: (event.effective_on, event.id))


def _as_replaced(event: Event, by_id: dict[int, Event]) -> Event | None:
    if event.kind is not EventKind.CORRECT:
        return event
    if not (event.transition or event.field):
        return None
    original = event
    while original.kind is EventKind.CORRECT:
        earlier = by_id.get(original.corrects_id or 0)
        if earlier is None:
            return None
        original = earlier
    return replace(event, kind=original.kind)

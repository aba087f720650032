"""The history of one parcel as people read it: events, corrections and surveys by day, its parent's among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Mapping, Sequence

from ... import catalogue
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.procedure.workflow import OVERRIDE, SETTLED
from ...model.rounding import written
from ...model.standing.events import STATE_FIELD, Attachment, Event, EventKind
from ...wording.events import event_zh, state_zh
from ..attachments import attachments_of
from ..database import CampaignFile
from ..events import events_of


@dataclass(frozen=True)
class HistoryEntry:
    """One line of a history. ``event`` is None for a survey, ``corrected_by`` the id of the event that voids this one.

    ``code`` is the parcel it was recorded for: until a split that is the parent.
    """

    day: date
    recorded_at: str
    code: str
    what: Message
    event: Event | None = None
    corrected_by: int | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def stands(self) -> bool:
        return self.corrected_by is None


def read_history(path: str | Path, which: ListKind, code: str) -> tuple[HistoryEntry, ...]:
    """The history of a parcel from the campaign file at a path."""
    with CampaignFile.open(path) as file:
        return history_of(file, which, code)


def history_of(file: CampaignFile, which: ListKind, code: str) -> tuple[HistoryEntry, ...]:
    """Everything recorded about a parcel, and about the one it was split from until that day; oldest first."""
    entries: list[HistoryEntry] = []
    until = date.max
    while code:
        own = [*_of_events(file, which, code), *_of_surveys(file, which, code)]
        entries += [entry for entry in own if entry.day < until or until == date.max]
        code, until = _parent(file, which, code)
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.event.id if entry.event else 0)))


def _of_events(file: CampaignFile, which: ListKind, code: str) -> list[HistoryEntry]:
    events = events_of(file, which, [code]).get((which, code), [])
    corrected_by = {event.corrects_id: event.id for event in events if event.kind is EventKind.CORRECT}
    ids = {event.id for event in events}
    attached = [each for each in attachments_of(file) if each.event_id in ids]
    return [
        HistoryEntry(
            day=event.effective_on,
            recorded_at=event.recorded_at,
            code=code,
            what=_corrected(which, event) if event.kind is EventKind.CORRECT else said(which, event),
            event=event,
            corrected_by=corrected_by.get(event.id),
            attachments=tuple(each for each in attached if each.event_id == event.id),
        )
        for event in events
    ]


def _corrected(which: ListKind, event: Event) -> Message:
    if not (event.transition or event.field):
        return Message("event_voided", "Event {event} is void", {"event": event.corrects_id})
    values = {"event": event.corrects_id, "what": said(which, event)}
    return Message("event_corrected", "In place of event {event}: {what}", values)


def said(which: ListKind, event: Event) -> Message:
    """What an event says, in one sentence."""
    state = state_zh(which, event.value)
    if event.transition == OVERRIDE:
        return Message("history_override", "By override: {state} ({reason})", {"state": state, "reason": event.note})
    if event.transition == SETTLED:
        return Message(
            "history_settled_before", "Settled before: {area} ha", {"area": written(event.area_ha or 0.0, 4)}
        )
    step = catalogue.workflow(which).transitions.get(event.transition)
    if step is not None and event.area_ha is not None:
        values = {"step": step.name, "state": state, "area": written(event.area_ha, 4)}
        return Message("history_settled", "{step}: {state}, {area} ha", values)
    if step is not None:
        return Message("history_step", "{step}: {state}", {"step": step.name, "state": state})
    if event.field == STATE_FIELD and not event.value:
        return Message("history_frozen", "Base frozen: {area} ha", {"area": written(event.area_ha or 0.0, 4)})
    if event.field == STATE_FIELD:
        area = "-" if event.area_ha is None else written(event.area_ha, 4)
        return Message("history_entered", "Entered: {state}, {area} ha", {"state": state, "area": area})
    if event.kind is EventKind.CONFIRM or not event.field:
        return Message("history_confirmed", "Confirmed by the monitoring system")
    field, value = event_zh(which, event)
    return Message("history_fact", "{field}: {value}", {"field": field, "value": value or "-"})


def _of_surveys(file: CampaignFile, which: ListKind, code: str) -> list[HistoryEntry]:
    rows = file.query(
        "SELECT effective_on, recorded_at, version, area_m2 FROM parcel_version WHERE list = ? AND code = ?",
        which.value,
        code,
    )
    sentence = "Survey, version {version}: {area} m²"
    return [
        HistoryEntry(
            date.fromisoformat(str(day)),
            str(recorded or ""),
            code,
            Message("history_survey", sentence, {"version": version, "area": written(float(str(area or 0)), 2)}),
        )
        for day, recorded, version, area in rows
    ]


def _parent(file: CampaignFile, which: ListKind, code: str) -> tuple[str, date]:
    """The parcel this one was split from and the day; an empty code for a parcel that was imported."""
    sql = "SELECT parent_code, effective_on FROM parcel_version WHERE list = ? AND code = ? AND parent_code <> ''"
    rows: Sequence[Mapping[str, object]] = [dict(row.values) for row in file.rows(sql, which.value, code)]
    if not rows:
        return "", date.max
    return str(rows[0]["parent_code"]), date.fromisoformat(str(rows[0]["effective_on"]))

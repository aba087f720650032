"""Undo by correction: a counter event voids an event, or carries what is right in its place. Nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Iterable, Optional, Sequence, TypeVar

from ...model.kinds import ListKind
from ...model.messages import CampaignError, Notes
from ...model.procedure.workflow import OVERRIDE
from ...model.standing.base import freezes
from ...model.standing.events import Event, EventKind, first_of, in_force, is_earlier_value
from ..database import CampaignFile
from ..events import events_by_id, events_of
from .recording import Draft, record

Said = TypeVar("Said")

CONFIRMED_FIELD = "XTQR"
"""What a replaced confirmation carries, so that it does not only void."""


class UnknownEvent(CampaignError):
    sentence = "There is no event {event} in this campaign; the history of a parcel shows the numbers of its events"


class CorrectedAlready(CampaignError):
    sentence = "Event {event} was corrected by event {by} already; correct that one"


class LastBaseline(CampaignError):
    sentence = (
        "Parcel {code}: its base rests on event {event} and on nothing else. Give the right area in its place (AREA); "
        "while other events of the parcel stand, a base is corrected, not voided"
    )


class NotOfThisEvent(CampaignError):
    sentence = "Event {event} is a {kind}; it has no {parameter} to correct"


@dataclass(frozen=True)
class Correction:
    """What is right in place of an event. None keeps what the event says; with nothing given the event is voided.

    Correcting a correction with nothing given brings back what it corrected, unless ``void`` says that nothing takes
    its place. ``reason`` becomes the note.
    """

    transition: str | None = None
    value: str | None = None
    effective_on: date | None = None
    area_ha: float | None = None
    document: str | None = None
    department: str | None = None
    reason: str = ""
    attachments: tuple[str, ...] = ()
    override: str = ""
    void: bool = False

    @property
    def is_empty(self) -> bool:
        given = (self.transition, self.value, self.effective_on, self.area_ha, self.document, self.department)
        return all(each is None for each in given) and not self.attachments


def correct(
    file: CampaignFile,
    numbers: Sequence[int],
    correction: Correction,
    recorded_at: datetime,
    notes: Notes | None = None,
) -> int:
    """Correct events by their ids, all or none; returns how many. ``recorded_at`` is UTC.

    A corrected step is held against the machine as it stands without the event it replaces. Later steps that are no
    longer admissible stay, and are said in ``notes``.
    """
    found = events_by_id(file, numbers)
    for number in numbers:
        if number not in found:
            raise UnknownEvent(event=number)
    log = {
        event.id: event
        for event in found.values()
        for event in events_of(file, event.which, [event.code])[(event.which, event.code)]
    }
    corrected_by = {event.corrects_id: event.id for event in log.values() if event.kind is EventKind.CORRECT}
    drafts = []
    for number in dict.fromkeys(numbers):
        if number in corrected_by:
            raise CorrectedAlready(event=number, by=corrected_by[number])
        drafts.append(_draft(found[number], log, correction))
    _keep_a_base(log.values(), {draft.corrects for draft in drafts if draft.kind is EventKind.CORRECT})
    return record(file, drafts, recorded_at, notes)


def _keep_a_base(log: Iterable[Event], voided: set[int | None]) -> None:
    """A frozen base stays as long as anything stands that happened to the parcel: its last baseline is not voided."""
    standing: dict[tuple[ListKind, str], list[Event]] = {}
    for event in in_force(log, date.max):
        if not is_earlier_value(event):
            standing.setdefault((event.which, event.code), []).append(event)
    for (_, code), events in standing.items():
        left = [event for event in events if event.id not in voided]
        if left and not any(map(freezes, left)) and any(map(freezes, events)):
            raise LastBaseline(code=code, event=next(event.id for event in events if freezes(event)))


def _draft(event: Event, log: dict[int, Event], correction: Correction) -> Draft:
    if correction.void or (correction.is_empty and event.kind is not EventKind.CORRECT):
        note = correction.reason
        return Draft(event.which, event.code, EventKind.CORRECT, event.effective_on, note=note, corrects=event.id)
    said = _content(log[event.corrects_id or 0] if correction.is_empty else event, log)
    first = first_of(event, log)
    kind = first.kind if first is not None else event.kind
    _check(event, kind, correction)
    return _replacing(event, said, kind, correction)


def _content(event: Event, log: dict[int, Event]) -> Event:
    """What an event says; a correction that only voids says nothing, so it is what it voided."""
    while event.kind is EventKind.CORRECT and not (event.transition or event.field):
        event = log[event.corrects_id or 0]
    return event


def _replacing(event: Event, said: Event, kind: EventKind, correction: Correction) -> Draft:
    """The draft that takes the event's place: what is given, and for the rest what it said."""
    overridden = said.transition == OVERRIDE and correction.transition is None
    transition = said.value if overridden else said.transition
    confirms = kind is EventKind.CONFIRM
    new_step = correction.transition is not None and correction.transition != said.transition
    return Draft(
        which=event.which,
        code=event.code,
        kind=kind,
        effective_on=_given(correction.effective_on, said.effective_on),
        transition=_given(correction.transition, transition),
        field=CONFIRMED_FIELD if confirms else said.field,
        value="Y" if confirms else _given(correction.value, said.value),
        area_ha=correction.area_ha if new_step else _given(correction.area_ha, said.area_ha),
        document=_given(correction.document, said.document),
        department=_given(correction.department, said.department),
        note=correction.reason if overridden else correction.reason or said.note,
        attachments=correction.attachments,
        override=correction.override or (said.note if overridden else ""),
        corrects=event.id,
    )


def _given(new: Optional[Said], old: Said) -> Said:
    return old if new is None else new


def _check(event: Event, kind: EventKind, correction: Correction) -> None:
    """A fact has no step, a step no value: what does not belong to the event is refused, not ignored."""
    if correction.transition is not None and kind is not EventKind.TRANSITION:
        raise NotOfThisEvent(event=event.id, kind=kind.value, parameter="TRANSITION")
    if correction.value is not None and kind in (EventKind.TRANSITION, EventKind.CONFIRM):
        raise NotOfThisEvent(event=event.id, kind=kind.value, parameter="VALUE")
    if correction.area_ha is not None and kind not in (EventKind.TRANSITION, EventKind.BASELINE):
        raise NotOfThisEvent(event=event.id, kind=kind.value, parameter="AREA")

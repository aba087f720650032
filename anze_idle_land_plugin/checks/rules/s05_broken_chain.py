"""S05: the event log is whole: each event carries the hash of the one before (data model of the campaign)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Figure, Finding
from ..need import Need
from ..subject import Subject

NEEDS = (Need.JOURNAL,)
REMEDY = Message("restore_backup", "Restore the campaign file from a backup, and compare what was recorded since")


def find(subject: Subject) -> Iterator[Finding]:
    events = {event.id: dossier for dossier in subject.parcels for event in dossier.standing.events}
    for event in subject.journal.broken_events if subject.journal else ():
        owner = events.get(event)
        keys = (subject.key(subject.parcels.index(owner)),) if owner is not None else ()
        message = Message("broken_chain", "Event {event} was changed after it was recorded", {"event": event})
        yield Finding(keys, message, REMEDY, figure=Figure(event, "", 0))

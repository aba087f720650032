"""S08: the scans and photos that prove events are where they were attached, and unchanged (their hash is kept)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Figure, Finding
from ..need import Need
from ..subject import Subject

NEEDS = (Need.JOURNAL,)
REMEDY = Message("put_attachment_back", "Put the file back in its place, or attach it anew with a fact")


def find(subject: Subject) -> Iterator[Finding]:
    events = {event.id: dossier for dossier in subject.parcels for event in dossier.standing.events}
    for event, message in subject.journal.damaged_attachments if subject.journal else ():
        owner = events.get(event)
        keys = (subject.key(subject.parcels.index(owner)),) if owner is not None else ()
        yield Finding(keys, message, REMEDY, figure=Figure(event, "", 0))

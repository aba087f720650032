"""S06: steps taken against the machine, with their reason (docs/history.md)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.procedure.workflow import OVERRIDE
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message(
    "review_override", "Nothing is wrong if the document bears it out; look at it once more before reporting"
)


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        for event in dossier.standing.events:
            if event.transition == OVERRIDE:
                values = {
                    "code": dossier.code,
                    "day": event.effective_on.isoformat(),
                    "state": event.value,
                    "reason": event.note or "-",
                    "document": event.document or "-",
                }
                sentence = "Parcel {code} was put into state {state} on {day} by hand: {reason} ({document})"
                yield subject.about(number, Message("override", sentence, values), REMEDY)

"""S02: states follow each other as the machine says (transitions_pewg.csv, transitions_xztd.csv)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_event", "Correct the event that is wrong, or record the step that is missing")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        for irregular in dossier.standing.irregular:
            yield subject.about(number, irregular, REMEDY)

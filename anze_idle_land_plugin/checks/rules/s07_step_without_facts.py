"""S07: the facts a step asks for are recorded (transitions_*.csv, required_fields)."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...model.messages import Message
from ...model.standing.snapshot import Dossier
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("record_facts", "Record the missing facts with their documents")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        for step, missing in _missing(dossier):
            values = {"code": dossier.code, "step": step, "fields": "、".join(missing)}
            sentence = "Parcel {code}: step {step} was taken without {fields}"
            figure = Figure(len(missing), "", 0)
            yield subject.about(number, Message("facts_missing", sentence, values), REMEDY, figure)


def _missing(dossier: Dossier) -> Iterator[tuple[str, list[str]]]:
    machine, fields = catalogue.workflow(dossier.which), catalogue.field_by_code(dossier.which)
    for event in dossier.standing.events:
        step = machine.transitions.get(event.transition)
        if step is None:
            continue
        asked = [fields[code] for code in step.required_fields if code in fields]
        missing = [
            ledger.label(dossier.which, field.attribute)
            for field in asked
            if ledger.value(dossier.case, field.attribute) is None
        ]
        if missing:
            yield step.label, missing

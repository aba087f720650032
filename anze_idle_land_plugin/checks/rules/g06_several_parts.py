"""G06: a parcel of several parts is fine where one decision covers them all (三调质检: 多部分检查)."""

from __future__ import annotations

import re
from typing import Iterator

from ...model.messages import Message
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message(
    "one_decision", "Name the one decision that covers all parts, or import the parts as parcels of their own"
)
_SEVERAL = re.compile(r"[、;；,，/]")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        parts = len(dossier.survey.parts)
        decision = dossier.case.approval_number or dossier.case.supervision_number or dossier.case.contract_number
        if parts > 1 and (not decision or _SEVERAL.search(decision)):
            values = {"code": dossier.code, "parts": parts, "decision": decision or "-"}
            sentence = "Parcel {code} has {parts} parts, and no single decision covers them ({decision})"
            place = subject.whole_place(number)
            message = Message("several_parts", sentence, values)
            yield Finding((subject.key(number),), message, REMEDY, place, Figure(parts, "", 0))

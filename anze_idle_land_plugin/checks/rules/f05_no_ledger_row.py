"""F05: every parcel has a row in the ledger (plan: 逐宗地、逐项目制表、上图; both or neither)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("add_row", "Add the parcel to the ledger and attach it, or take the import back")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        if not dossier.standing.events:
            sentence = "Parcel {code} was surveyed, but no ledger says anything about it"
            yield subject.about(number, Message("no_ledger_row", sentence, {"code": dossier.code}), REMEDY)

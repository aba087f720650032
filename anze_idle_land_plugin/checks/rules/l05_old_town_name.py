"""L05: towns are called by their present name (admin_anze.csv: 马必乡, 杜村乡, 良马乡 are no more)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject
from .t04_outside_county_or_town import present_name

NEEDS = ()
REMEDY = Message("present_town", "Enter the present name of the town")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        name = dossier.case.town_name.strip()
        if name and present_name(name) != name:
            values = {"code": dossier.code, "old": name, "present": present_name(name)}
            sentence = "Parcel {code}: {old} is called {present} today"
            yield subject.about(number, Message("old_town", sentence, values), REMEDY)

"""L05: towns are called by their present name (a town that was merged or renamed)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("present_town", "Enter the present name of the town")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        name = dossier.case.town_name.strip()
        present = subject.campaign.units.town_name(name)
        if name and present != name:
            values = {"code": dossier.code, "old": name, "present": present}
            sentence = "Parcel {code}: {old} is called {present} today"
            yield subject.about(number, Message("old_town", sentence, values), REMEDY)

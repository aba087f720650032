"""D05: an extension is one year at most (闲置土地处置办法 art 12(1)); its first day is that of TX13."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue, law
from ...model.cases import IdleCase
from ...model.messages import Message
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message(
    "shorten_extension", "Agree a start within the time allowed, or say in the agreement from which day it runs"
)


def find(subject: Subject) -> Iterator[Finding]:
    years = int(catalogue.policy_number("extension_max"))
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        bound = law.extension_of(case, subject.snapshot.as_of)
        if not isinstance(case, IdleCase) or case.new_start_on is None or bound is None:
            continue
        if case.new_start_on > bound.last_on:
            values = {
                "code": dossier.code,
                "new": case.new_start_on.isoformat(),
                "anchor": bound.anchor_on.isoformat(),
                "last": bound.last_on.isoformat(),
                "years": Message("years", "{number} years", {"number": years}),
            }
            sentence = "Parcel {code}: the new start {new} is later than {last}, {years} after {anchor}"
            figure = Figure((case.new_start_on - bound.last_on).days, "天", 0)
            yield subject.about(number, Message("extension_too_long", sentence, values), REMEDY, figure)

"""S04: enterprise cause, two years full, still at the fee: take-back is due (闲置土地处置办法 art 14(2))."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...model.cases import IdleCase
from ...model.messages import Message
from ...model.procedure.idle_clock import idle_verdict
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("take_back", "Give notice of the hearing on take-back (收回), article 14(2)")


def find(subject: Subject) -> Iterator[Finding]:
    rules, stages = catalogue.clock_rules(), subject.standard.words("fee_states")
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if not isinstance(case, IdleCase) or case.state not in stages:
            continue
        verdict = idle_verdict(case, subject.snapshot.as_of, rules)
        if verdict.two_years_full and verdict.two_years_on is not None:
            state = dossier.standing.state.name
            values = {"code": dossier.code, "day": verdict.two_years_on.isoformat(), "state": state}
            values["years"] = str(rules.years_to_take_back)
            sentence = "Parcel {code}: {years} years were full on {day}, but it still stands at {state}"
            yield subject.about(number, Message("fee_too_late", sentence, values), REMEDY)

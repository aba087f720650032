"""D09: idle land of the campaign was formed since 2009 (plan 安政办发〔2023〕16号, part 二(二))."""

from __future__ import annotations

from typing import Iterator

from ...model.cases import IdleCase
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("check_idle_since", "Check since when the parcel is idle; before the scope it leaves the list")


def find(subject: Subject) -> Iterator[Finding]:
    first = subject.standard.day("scope_from")
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if isinstance(case, IdleCase) and case.idle_since is not None and case.idle_since < first:
            values = {"code": dossier.code, "day": case.idle_since.isoformat(), "first": first.isoformat()}
            sentence = "Parcel {code} is idle since {day}; the campaign takes idle land formed since {first}"
            yield subject.about(number, Message("idle_outside_scope", sentence, values), REMEDY)

"""S03: the measure goes with the cause: art 12 for government, art 14 for the enterprise (disposal_xztd.csv)."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...model.cases import IdleCase
from ...model.messages import Message
from ...model.procedure.idle_clock import Cause
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("rethink_measure", "Check the cause that was recognised; choose the measure the law gives for it")
_JUDGED = (Cause.GOVERNMENT, Cause.FORCE_MAJEURE, Cause.ENTERPRISE)
_BY_TYPE = "2条2款"


def find(subject: Subject) -> Iterator[Finding]:
    causes = catalogue.clock_rules()
    applies = {row["code"]: row["applies_to"] for row in catalogue.table("disposal_xztd")}
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if not isinstance(case, IdleCase):
            continue
        cause, scope = causes.cause_of(case.reason), applies.get(case.measure, "")
        judged = cause in _JUDGED and any(each.value in scope for each in _JUDGED)
        if not judged or cause.value in scope or (_BY_TYPE in scope and case.idle_type == "2"):
            continue
        name = catalogue.name_of(dossier.which, "measure", case.measure)
        values = {"code": dossier.code, "measure": f"{case.measure} {name}", "cause": cause.value, "scope": scope}
        sentence = "Parcel {code}: measure {measure} is for {scope}, but the cause is {cause}"
        yield subject.about(number, Message("measure_against_cause", sentence, values), REMEDY)

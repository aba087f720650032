"""A02: supplied, withdrawn and remaining area make up the parcel (plan 安政办发〔2023〕16号; 0.0001 ha)."""

from __future__ import annotations

from typing import Iterator

from ...model.cases import UnsuppliedCase
from ...model.messages import Message
from ...model.rounding import written
from ...model.standing.settling import AREA_STEP_HA
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_balance", "Correct the area that is wrong; the remaining area follows from the other three")


def find(subject: Subject) -> Iterator[Finding]:
    tolerance = subject.standard.number("area_balance")
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if not isinstance(case, UnsuppliedCase) or case.area_ha is None or case.remaining_area_ha is None:
            continue
        supplied, withdrawn = case.supplied_area_ha or 0.0, case.withdrawn_area_ha or 0.0
        off = supplied + withdrawn + case.remaining_area_ha - case.area_ha
        values = {
            "code": dossier.code,
            "whole": written(case.area_ha, 4),
            "supplied": written(supplied, 4),
            "withdrawn": written(withdrawn, 4),
            "left": written(case.remaining_area_ha, 4),
        }
        if abs(off) > tolerance + AREA_STEP_HA / 2:
            sentence = "Parcel {code}: {supplied} supplied + {withdrawn} withdrawn + {left} remaining is not {whole} ha"
            yield subject.about(number, Message("out_of_balance", sentence, values), REMEDY, Figure(off, "公顷", 4))
        elif case.remaining_area_ha <= -dossier.standing.nothing_below_ha:
            sentence = (
                "Parcel {code}: {supplied} supplied and {withdrawn} withdrawn exceed its {whole} ha ({left} remain)"
            )
            message, figure = Message("oversupplied", sentence, values), Figure(case.remaining_area_ha, "公顷", 4)
            yield subject.about(number, message, REMEDY, figure)

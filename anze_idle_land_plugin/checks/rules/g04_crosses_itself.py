"""G04: no self-intersection (geometry checks of cadastral data): rings neither cross, touch nor run over themselves."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.rounding import written
from ..faults import Fault, Kind, faults_of
from ..finding import Finding, Place
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_order", "Correct the order of the boundary points in the survey file and import it again")
SPLIT = Message("split_parts", "Give the pieces as parts of their own, so that each outline is a simple ring")


def find(subject: Subject) -> Iterator[Finding]:
    for number, valid in enumerate(subject.validity):
        outline = subject.outlines[number]
        if valid or outline is None:
            continue
        for fault in faults_of(outline):
            if not fault.kind.nesting:
                place = Place(subject.systems[number], (fault.x, fault.y, fault.x, fault.y), fault.piece)
                remedy = SPLIT if fault.kind in (Kind.TOUCHES, Kind.CUT_APART) else REMEDY
                yield Finding((subject.key(number),), _sentence(fault, subject.key(number).code), remedy, place)


def _sentence(fault: Fault, code: str) -> Message:
    values = {"code": code, "part": fault.part, "ring": fault.ring, "x": written(fault.x, 3), "y": written(fault.y, 3)}
    if fault.kind is Kind.CROSSES:
        sentence = "Parcel {code}: ring {ring} of part {part} crosses itself at east {x}, north {y}"
        return Message("crosses", sentence, values)
    if fault.kind is Kind.TOUCHES:
        sentence = "Parcel {code}: ring {ring} of part {part} touches itself at east {x}, north {y}"
        return Message("touches", sentence, values)
    if fault.kind is Kind.RUNS_BACK:
        sentence = "Parcel {code}: ring {ring} of part {part} runs back over itself at east {x}, north {y}"
        return Message("runs_back", sentence, values)
    if fault.kind is Kind.CUT_APART:
        sentence = "Parcel {code}: holes cut part {part} into pieces at east {x}, north {y}"
        return Message("cut_apart", sentence, values)
    sentence = "Parcel {code}: the outline is not valid at east {x}, north {y} ({detail})"
    return Message("not_valid", sentence, {**values, "detail": fault.detail})

"""G10: holes lie inside their outer ring and apart from each other, parts lie apart (OGC simple features)."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterator

from ...model.messages import Message
from ..faults import Fault, Kind, faults_of
from ..finding import Finding, Place
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_nesting", "Correct which ring is a hole of which part in the survey file and import it again")


def find(subject: Subject) -> Iterator[Finding]:
    for number, valid in enumerate(subject.validity):
        outline = subject.outlines[number]
        if valid or outline is None:
            continue
        for fault in faults_of(outline):
            if fault.kind.nesting:
                place = Place(subject.systems[number], (fault.x, fault.y, fault.x, fault.y), fault.piece)
                key = subject.key(number)
                values = {"code": key.code, "reason": _reason(fault)}
                sentence = Message("wrong_nesting", "Parcel {code}: {reason}", values)
                yield Finding((key,), sentence, REMEDY, place)


def _reason(fault: Fault) -> Message:
    return replace(_REASONS[fault.kind], values={"ring": fault.ring, "part": fault.part})


_REASONS = {
    Kind.HOLE_OUTSIDE: Message("hole_outside", "hole {ring} lies outside part {part}"),
    Kind.HOLE_CROSSES: Message("hole_crosses", "hole {ring} crosses the outer ring of part {part}"),
    Kind.HOLE_IS_SHELL: Message("hole_is_shell", "hole {ring} is the same as the outer ring of part {part}"),
    Kind.HOLE_ALONG_SHELL: Message("hole_along_shell", "hole {ring} runs along the outer ring of part {part}"),
    Kind.HOLES_NESTED: Message("holes_nested", "hole {ring} of part {part} lies inside another hole, or around it"),
    Kind.HOLES_OVERLAP: Message("holes_overlap", "hole {ring} of part {part} overlaps another hole"),
    Kind.HOLES_SHARE_EDGE: Message("holes_share_edge", "hole {ring} of part {part} shares an edge with another hole"),
    Kind.PARTS_OVERLAP: Message("parts_overlap", "part {part} overlaps another part"),
    Kind.PARTS_NESTED: Message("parts_nested", "part {part} lies inside another part, or around it"),
    Kind.PARTS_SHARE_EDGE: Message("parts_share_edge", "part {part} shares an edge with another part"),
}

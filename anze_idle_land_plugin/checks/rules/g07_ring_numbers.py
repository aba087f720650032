"""G07: holes carry ring number 2 and up, outer rings their own (建设项目用地红线坐标文件内容要求).

Real files break this, so readers find holes by containment; what they put right is a notice here.
"""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.parcel import Part
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("number_rings", "Number the outer ring 1 and its holes 2, 3, ... in the file")

NESTING = Message("correct_nesting_in_file", "Correct in the file which ring is a hole of which part")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        if dossier.survey.attributes.get("nesting") == "by_containment":
            sentence = "Parcel {code}: {file} nests its rings otherwise; holes were found by containment"
            message = Message("nested_otherwise", sentence, {"code": dossier.code, "file": dossier.file or "-"})
            place = subject.whole_place(number)
            yield Finding((subject.key(number),), message, NESTING, place, mended=True)
        for part_number, part in enumerate(dossier.survey.parts, 1):
            odd = _odd_number(part)
            if odd:
                values = {"code": dossier.code, "part": part_number, "number": odd}
                sentence = (
                    "Parcel {code}: a hole of part {part} carries ring number {number}; it was found by containment"
                )
                message, place = Message("hole_number", sentence, values), subject.whole_place(number)
                yield Finding((subject.key(number),), message, REMEDY, place, mended=True)


def _odd_number(part: Part) -> str:
    """The number of the first hole that is numbered like an outer ring."""
    taken = ("1", part.outer.number)
    return next((hole.number for hole in part.holes if hole.number and hole.number in taken), "")

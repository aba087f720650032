"""T02: 批而未供 minus 供地 gives the remaining area (批而未供分析: 报批地块 difference 土地供应).

What was supplied is known as shapes only where it stands in the other list; without such a shape nothing is judged.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Iterator

from shapely.ops import unary_union

from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...model.cases import UnsuppliedCase
from ...model.messages import Message
from ...model.rounding import exceeds, written
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("correct_remaining", "Correct the supplied area in the ledger, or the outline of the supplied parcel")


def find(subject: Subject) -> Iterator[Finding]:
    supplied = defaultdict(list)
    for overlap in subject.overlaps:
        first, second = sorted((overlap.one, overlap.other), key=lambda each: subject.parcels[each].which.value)
        if subject.parcels[first].which is not subject.parcels[second].which:
            supplied[second].append(overlap.shape)
    for number, pieces in supplied.items():
        dossier, outline = subject.parcels[number], subject.measured[number]
        case = dossier.case
        if not isinstance(case, UnsuppliedCase) or case.remaining_area_ha is None or outline is None:
            continue
        left = float(outline.area - unary_union(pieces).area)
        recorded = case.remaining_area_ha * 10000
        if exceeds(abs(left - recorded), area_tolerance(float(outline.area), area_sigma(dossier.survey))):
            values = {
                "code": dossier.code,
                "left": written(left / 10000, 4),
                "recorded": written(case.remaining_area_ha, 4),
            }
            sentence = "Parcel {code}: outside the supplied parcels {left} ha remain, the ledger says {recorded} ha"
            message = Message("remainder_differs", sentence, values)
            yield subject.about(number, message, REMEDY, Figure(left - recorded, "m²"))

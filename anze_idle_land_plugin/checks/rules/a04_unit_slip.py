"""A04: an area written in the wrong unit: ledger over geometry near 10 000, 666.67, 15 or their inverse (proposal)."""

from __future__ import annotations

from typing import Iterator

from ...model.messages import Message
from ...model.rounding import exceeds
from ..finding import Figure, Finding
from ..subject import Subject
from .a01_area_differs import difference

NEEDS = ()
REMEDY = Message("correct_unit", "Enter the area in hectares: m² / 10 000, 亩 / 15")
_SLIPS = (
    (10000.0, "平方米 / 公顷"),
    (2000 / 3, "平方米 / 亩"),
    (15.0, "亩 / 公顷"),
)
"""Factors of the units against each other, and which two were mixed up."""


def find(subject: Subject) -> Iterator[Finding]:
    within = subject.standard.number("unit_slip_share")
    for number, dossier in enumerate(subject.parcels):
        compared = difference(dossier)
        if compared is None:
            continue
        ratio = compared[0] / dossier.area_m2
        for factor, units in _SLIPS:
            if any(not exceeds(abs(ratio / each - 1), within) for each in (factor, 1 / factor)):
                values = {"code": dossier.code, "ratio": f"{ratio:.6g}", "units": units}
                sentence = (
                    "Parcel {code}: the ledger area is {ratio} times that of the boundary points; {units} mixed up?"
                )
                yield subject.about(number, Message("unit_slip", sentence, values), REMEDY, Figure(ratio, "", 4))

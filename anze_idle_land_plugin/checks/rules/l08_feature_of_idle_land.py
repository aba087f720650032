"""L08: idle land is state-owned construction land: feature code GB, GS or GX in its 宗地代码 (code_structures.csv)."""

from __future__ import annotations

from typing import Iterator

from ...model.cases import IdleCase
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("check_ownership", "Check the certificate: only state-owned construction land can be idle land")
_FEATURE = slice(12, 14)


def find(subject: Subject) -> Iterator[Finding]:
    expected = subject.standard.words("idle_features")
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if isinstance(case, IdleCase) and len(case.cadastral_code) == 19:
            feature = case.cadastral_code[_FEATURE]
            if feature not in expected:
                values = {"code": dossier.code, "feature": feature, "expected": ", ".join(expected)}
                sentence = "Parcel {code}: feature code {feature} in 宗地代码 is none of {expected}"
                yield subject.about(number, Message("feature_unexpected", sentence, values), REMEDY)

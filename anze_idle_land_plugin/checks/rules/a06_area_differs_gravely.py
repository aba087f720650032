"""A06: the ledger area differs from the geometry by more than 1 % of the ledger area (proposal)."""

from __future__ import annotations

from typing import Iterator

from ...model.rounding import exceeds
from ..finding import Finding
from ..subject import Subject
from .a01_area_differs import area_finding, difference

NEEDS = ()


def find(subject: Subject) -> Iterator[Finding]:
    grave = subject.standard.number("area_error_share")
    for number, dossier in enumerate(subject.parcels):
        compared = difference(dossier)
        if compared is not None and exceeds(abs(compared[1]), grave * compared[0]):
            yield area_finding(subject, number, *compared)

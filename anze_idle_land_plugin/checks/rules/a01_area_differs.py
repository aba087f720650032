"""A01: the ledger area agrees with the geometry: within max(3 σ, 0.1 %, 1 m²) (docs/geodesy.md 3)."""

from __future__ import annotations

from typing import Iterator

from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...model.messages import Message
from ...model.rounding import exceeds, written
from ...model.standing.snapshot import Dossier
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("compare_areas", "Compare contract or approval, ledger and survey; correct the one that is wrong")


def difference(dossier: Dossier) -> tuple[float, float] | None:
    """Ledger area and ledger minus geometry, in m²; None where one of them is not known."""
    document = ledger.document_area_m2(dossier)
    if document is None or document <= 0 or dossier.survey.grid.zone is None or dossier.area_m2 <= 0:
        return None
    return document, document - dossier.area_m2


def area_finding(subject: Subject, number: int, document: float, off: float) -> Finding:
    dossier = subject.parcels[number]
    values = {
        "code": dossier.code,
        "ledger": written(document / 10000, 4),
        "survey": written(dossier.area_m2 / 10000, 4),
        "share": f"{off / document * 100:+.2f}",
    }
    sentence = "Parcel {code}: the ledger gives {ledger} ha, the boundary points {survey} ha ({share} %)"
    return subject.about(number, Message("area_differs", sentence, values), REMEDY, Figure(off, "m²"))


def find(subject: Subject) -> Iterator[Finding]:
    grave = subject.standard.number("area_error_share")
    for number, dossier in enumerate(subject.parcels):
        compared = difference(dossier)
        if compared is None:
            continue
        document, off = compared
        tolerance = area_tolerance(dossier.area_m2, area_sigma(dossier.survey))
        if exceeds(abs(off), tolerance) and not exceeds(abs(off), grave * document):
            yield area_finding(subject, number, document, off)

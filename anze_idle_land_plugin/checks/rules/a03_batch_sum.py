"""A03: the parcels of one batch are no larger together than its approval (1.0 % or 0.01 ha: proposal)."""

from __future__ import annotations

from collections import defaultdict
from math import fsum
from typing import Iterator

from ...model.cases import UnsuppliedCase
from ...model.messages import Message
from ...model.rounding import exceeds, written
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("check_batch", "Check which parcels belong to the batch, and the approved area in the ledger")


def find(subject: Subject) -> Iterator[Finding]:
    share, least = subject.standard.number("batch_share"), subject.standard.number("batch_least")
    for approval, numbers in _batches(subject).items():
        cases = [(number, subject.parcels[number].case) for number in numbers]
        areas = {number: case.area_ha for number, case in cases if isinstance(case, UnsuppliedCase) and case.area_ha}
        approved = {case.batch_area_ha for _, case in cases if isinstance(case, UnsuppliedCase) and case.batch_area_ha}
        if not areas or not approved:
            continue
        total, allowed = fsum(areas.values()), max(approved)
        if exceeds(total, allowed + max(share * allowed, least)):
            values = {
                "approval": approval,
                "total": written(total, 4),
                "allowed": written(allowed, 4),
                "count": len(areas),
            }
            sentence = "Approval {approval} covers {allowed} ha, but its {count} parcels have {total} ha together"
            keys = tuple(subject.key(number) for number in sorted(areas))
            place = subject.whole_place(min(areas))
            message, figure = Message("batch_exceeded", sentence, values), Figure(total - allowed, "公顷", 4)
            yield Finding(keys, message, REMEDY, place, figure)


def _batches(subject: Subject) -> dict[str, list[int]]:
    batches: dict[str, list[int]] = defaultdict(list)
    for number, dossier in enumerate(subject.parcels):
        if isinstance(dossier.case, UnsuppliedCase) and dossier.case.approval_number.strip():
            batches[dossier.case.approval_number.strip()].append(number)
    return batches

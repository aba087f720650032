"""D01: 批而未供 is land approved from 2009 to the year before the campaign (plan 安政办发〔2023〕16号, part 二(一))."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from ...model.cases import UnsuppliedCase
from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("check_scope", "Check the date of the approval; a parcel approved outside the scope leaves the list")


def find(subject: Subject) -> Iterator[Finding]:
    first, last = subject.standard.day("scope_from"), date(subject.campaign.year - 1, 12, 31)
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if isinstance(case, UnsuppliedCase) and case.approved_on and not first <= case.approved_on <= last:
            values = {
                "code": dossier.code,
                "day": case.approved_on.isoformat(),
                "first": first.isoformat(),
                "last": last.isoformat(),
            }
            sentence = "Parcel {code} was approved on {day}; the campaign takes approvals from {first} to {last}"
            yield subject.about(number, Message("approved_outside_scope", sentence, values), REMEDY)

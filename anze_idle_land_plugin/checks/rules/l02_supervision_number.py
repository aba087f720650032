"""L02: 电子监管号 has 16 characters: county, year, letter, serial; split parcels add -1 (code_structures.csv)."""

from __future__ import annotations

import re
from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("copy_number", "Copy the number from the contract or from the monitoring system")
_PARTS = re.compile(r"(\d{6})(\d{4})([A-Z])(\d{5})(-\d+)?", re.ASCII)


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        reason = _reason(dossier.case.supervision_number, subject)
        if reason is not None:
            values = {"code": dossier.code, "number": dossier.case.supervision_number, "reason": reason}
            sentence = "Parcel {code}: {number} is no supervision number (电子监管号): {reason}"
            yield subject.about(number, Message("wrong_supervision_number", sentence, values), REMEDY)


def _reason(number: str, subject: Subject) -> Message | None:
    if not number:
        return None
    parts = _PARTS.fullmatch(number)
    if parts is None:
        return Message("number_form", "it is not county (6), year (4), letter and serial (5)")
    county, year = subject.campaign.county_code, int(parts[2])
    if county and parts[1] != county:
        return Message(
            "number_county", "it begins with {found}, the county is {county}", {"found": parts[1], "county": county}
        )
    first, last = subject.standard.whole("supervision_year_from"), subject.snapshot.as_of.year
    if not first <= year <= last:
        return Message(
            "number_year",
            "its year {year} lies outside {first} to {last}",
            {"year": year, "first": first, "last": last},
        )
    return None

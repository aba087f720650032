"""C02: 带号 equals the two-digit prefix of Y (勘测定界界址点坐标格式要求).

A header that contradicts the coordinates was put right by the reader: a notice. A ledger that does is an error.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import Iterator

from ...model.messages import Message
from ...model.parcel import Parcel
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
CORRECT_HEADER = Message("correct_header", "Correct 带号 in the head of the survey file")
CORRECT_ZONE = Message("correct_zone", "Correct the zone number, or import the survey again in its own zone")
_HEADER = re.compile(r"带号\s*[=:：]\s*(\d+)")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        survey, zone = dossier.survey, dossier.survey.grid.zone
        if zone is None:
            continue
        values = {"code": dossier.code, "zone": zone}
        stated = _HEADER.search(survey.attributes.get("header", ""))
        if stated and int(stated[1]) != zone:
            sentence = "Parcel {code}: the head of {file} says zone {stated}, its coordinates are zone {zone}"
            message = Message("header_zone", sentence, {**values, "stated": stated[1], "file": dossier.file or "-"})
            yield Finding((subject.key(number),), message, CORRECT_HEADER, subject.whole_place(number), mended=True)
        if dossier.case.zone_number not in (None, zone):
            sentence = "Parcel {code}: the ledger says zone {stated}, its coordinates are zone {zone}"
            message = Message("ledger_zone", sentence, {**values, "stated": dossier.case.zone_number})
            yield subject.about(number, message, CORRECT_ZONE)
        prefixes = _prefixes(survey) - {zone}
        if prefixes:
            sentence = "Parcel {code} is kept in zone {zone}, but its eastings begin with {stated}"
            message = Message("prefix_zone", sentence, {**values, "stated": ", ".join(map(str, sorted(prefixes)))})
            yield subject.about(number, message, CORRECT_ZONE)


def _prefixes(survey: Parcel) -> set[int]:
    if not survey.grid.has_prefix:
        return set()
    return {int(e // 1e6) for _, _, ring in survey.rings() for e in ring.e if isfinite(e)}

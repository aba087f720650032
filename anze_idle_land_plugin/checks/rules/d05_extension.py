"""D05: an extension is one year at most (闲置土地处置办法 art 12(1)); its first day is open: a setting."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...model.cases import IdleCase
from ...model.dates import add_years
from ...model.messages import Message
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message(
    "shorten_extension", "Agree a start within the time allowed, or say in the agreement from which day it runs"
)
EXTENSION = ("", "11")
"""The measure the year holds for, or none recorded yet."""


def find(subject: Subject) -> Iterator[Finding]:
    years = int(catalogue.policy_number("extension_max"))
    for number, dossier in enumerate(subject.parcels):
        case = dossier.case
        if not isinstance(case, IdleCase) or case.new_start_on is None or case.measure not in EXTENSION:
            continue
        anchors = (ledger.day(case, name) for name in subject.standard.words("extension_anchors"))
        anchor = next((day for day in anchors if day is not None), None)
        if anchor is not None and case.new_start_on > add_years(anchor, years):
            last = add_years(anchor, years)
            values = {
                "code": dossier.code,
                "new": case.new_start_on.isoformat(),
                "anchor": anchor.isoformat(),
                "last": last.isoformat(),
                "years": Message("years", "{number} years", {"number": years}),
            }
            sentence = "Parcel {code}: the new start {new} is later than {last}, {years} after {anchor}"
            figure = Figure((case.new_start_on - last).days, "天", 0)
            yield subject.about(number, Message("extension_too_long", sentence, values), REMEDY, figure)

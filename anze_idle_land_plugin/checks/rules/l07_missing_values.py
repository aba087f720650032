"""L07: what the plan asks to be known of each parcel is there (三项清单 and 台账; table check_required.csv)."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...model.cases import Case
from ...model.messages import Message
from .. import ledger
from ..finding import Figure, Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("complete_ledger", "Complete the row of the ledger and attach it again, or record the facts")


def find(subject: Subject) -> Iterator[Finding]:
    required = [(row["list"], row["attribute"], row["unless"]) for row in catalogue.table("check_required")]
    for number, dossier in enumerate(subject.parcels):
        if not dossier.standing.events:
            continue  # no ledger row at all: F05 says so once
        missing = [
            ledger.label(dossier.which, attribute)
            for which, attribute, unless in required
            if which == dossier.which.value
            and not any(_given(dossier.case, each) for each in (attribute, *unless.split()))
        ]
        if missing:
            values = {"code": dossier.code, "fields": "、".join(missing)}
            sentence = "Parcel {code}: nothing is given for {fields}"
            yield subject.about(
                number, Message("values_missing", sentence, values), REMEDY, Figure(len(missing), "", 0)
            )


def _given(case: Case, attribute: str) -> bool:
    """Whether an attribute has a value, or the one behind ``=``: 划拨 land has no price to be missed."""
    name, _, wanted = attribute.partition("=")
    found = ledger.value(case, name)
    return found == wanted if wanted else found is not None

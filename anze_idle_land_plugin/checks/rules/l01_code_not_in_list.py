"""L01: a coded value stands in its table (the code tables of resources/codes)."""

from __future__ import annotations

import re
from typing import Iterator

from ... import catalogue
from ...catalogue import Field
from ...model.messages import Message
from .. import ledger
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("choose_code", "Choose a value of the code table")
_SHIPPED = ("disposal_", "reason_", "supply_mode_", "landuse_", "states_")
"""Tables a field draws its codes from."""


@catalogue.kept
def known_codes(field: Field) -> frozenset[str]:
    """The values a field may take; empty where it is free."""
    if not field.code_list or field.type != "C":
        return frozenset()
    tables = field.code_list.split(" or ")
    if all(name.startswith(_SHIPPED) for name in tables):
        return frozenset(code for name in tables for code in catalogue.names(name))
    if "/" in field.code_list or re.match(r"\d", field.code_list):
        return frozenset(_leading_code(word) for word in re.split(r"[/ ]", field.code_list))
    return frozenset()


def _leading_code(word: str) -> str:
    digits = re.match(r"\d+", word)
    return digits[0] if digits else word


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        for field in catalogue.case_fields(dossier.which):
            codes = known_codes(field)
            value = ledger.value(dossier.case, field.attribute)
            if codes and value is not None and str(value) not in codes:
                label = ledger.label(dossier.which, field.attribute)
                values = {"code": dossier.code, "field": label, "value": value, "table": field.code_list}
                sentence = "Parcel {code}: {value} is no value of {field} (table {table})"
                yield subject.about(number, Message("unknown_code", sentence, values), REMEDY)

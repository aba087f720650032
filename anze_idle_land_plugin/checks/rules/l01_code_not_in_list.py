"""L01: a coded value stands in its table (the code tables of resources/codes)."""

from __future__ import annotations

from typing import Iterator

from ... import catalogue
from ...catalogue import Field, land_use
from ...model.messages import Message
from .. import ledger
from ..finding import Finding
from ..subject import Subject

NEEDS = ()
REMEDY = Message("choose_code", "Choose a value of the code table")


def find(subject: Subject) -> Iterator[Finding]:
    for number, dossier in enumerate(subject.parcels):
        for field in catalogue.case_fields(dossier.which):
            codes = catalogue.code_names(field) if field.type == "C" else {}
            value = ledger.value(dossier.case, field.attribute)
            if codes and value is not None and str(value) not in codes:
                label = ledger.label(dossier.which, field.attribute)
                values = {"code": dossier.code, "field": label, "value": value, "table": _table(field)}
                sentence = "Parcel {code}: {value} is no value of {field} (table {table})"
                yield subject.about(number, Message("unknown_code", sentence, values), REMEDY)


def _table(field: Field) -> str:
    """The table as people know it: a land use stands in one of the standards."""
    if field.code_list == land_use.CODE_LIST:
        return "、".join(each.standard for each in land_use.systems().values())
    return field.code_list

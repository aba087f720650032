"""What the rules about ledger values share: values by attribute, their Chinese names, and document areas."""

from __future__ import annotations

from datetime import date
from typing import Iterator

from .. import catalogue
from ..catalogue import Value
from ..model.cases import Case
from ..model.kinds import ListKind
from ..model.standing.snapshot import Dossier


def label(which: ListKind, attribute: str) -> str:
    """A field as sentences name it: its Chinese name and code."""
    field = catalogue.field_of(which, attribute)
    return f"{field.name_zh} {field.code}"


def value(case: Case, attribute: str) -> Value:
    """A value by attribute; None for a field the list does not have, and for empty text."""
    found: Value = getattr(case, attribute, None)
    return None if found == "" else found


def day(case: Case, attribute: str) -> date | None:
    found = value(case, attribute)
    return found if isinstance(found, date) else None


def amount(case: Case, attribute: str) -> float | None:
    found = value(case, attribute)
    return float(found) if isinstance(found, (int, float)) else None


def document_area_m2(dossier: Dossier) -> float | None:
    """The document area in m², when one is given."""
    hectares = dossier.case.document_area_ha
    return None if hectares is None else hectares * 10000


def areas(which: ListKind) -> Iterator[str]:
    """The attributes of a list that are areas."""
    for field in catalogue.case_fields(which):
        if field.type == "N" and field.unit in ("公顷", "平方米"):
            yield field.attribute

"""A parcel as people name it: where it lies and what its coded facts say."""

from __future__ import annotations

from .. import catalogue
from ..catalogue import Field
from ..model.cases import Case
from ..model.units import Units


def town_zh(case: Case, blank: str = "") -> str:
    """Its town, and that it lies in the development zone: 府城镇（开发区）."""
    town = case.town_name.strip() or blank
    return f"{town}（开发区）" if case.in_zone == "Y" else town


def coded(case: Case, attribute: str, blank: str = "") -> str:
    """A coded fact by its name, e.g. the measure; ``blank`` where the case does not say it."""
    code = getattr(case, attribute)
    return catalogue.name_of(case.which, attribute, code) if code else blank


def fact_zh(case: Case, field: Field, known: Units) -> str:
    """What a field of a case says: codes and offices by their names, numbers with the decimals of the field."""
    value = getattr(case, field.attribute, None)
    if value in (None, ""):
        return ""
    text = field.store(value)
    if field.attribute == "department":
        return known.department_name(text)
    return catalogue.name_of(case.which, field.attribute, text)


def opinion(case: Case) -> str:
    """What is to be done with it: the measure and the plan in people's own words."""
    return "；".join(part for part in (coded(case, "measure"), case.measure_plan) if part)

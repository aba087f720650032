"""Words of a ledger that name no code: a cause or an opinion is kept as text, and the code stays open for a person."""

from __future__ import annotations

from typing import Mapping

from ... import catalogue
from ...catalogue import Value
from ...model.kinds import Category, ListKind
from .values import DETAILS, typed


def kept_words(which: ListKind, values: Mapping[str, Value], words: Mapping[str, str]) -> dict[str, Value]:
    """What follows from the words of a row: ``words`` are texts by attribute whose code stayed open.

    The detail field of the code keeps them, before what its own column says. A principle of the plan in the column of
    measures gives the code where it has only one (不能征则退).
    """
    found: dict[str, Value] = {}
    for attribute, detail in DETAILS.items():
        if words.get(attribute):
            code = catalogue.field_of(which, detail).code
            said = str(values.get(code) or "")
            parts = dict.fromkeys(part for part in (words[attribute], said) if part)
            found[code] = "；".join(sorted(parts, key=_is_no_principle))
    measure, plan = (catalogue.field_of(which, name) for name in ("measure", "measure_plan"))
    said = str(found.get(plan.code) or values.get(plan.code) or "")
    if not values.get(measure.code) and Category.of_principle(said) is not Category.UNDECIDED:
        only = typed(which, measure, "", said)
        if only.value:
            found[measure.code] = only.value
    return found


def _is_no_principle(text: str) -> bool:
    return Category.of_principle(text) is Category.UNDECIDED

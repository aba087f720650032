"""A land use in an exchange file: the code alone or the name, in the standard its template names, or not at all.

A code of one standard is never given to a receiver who reads another: the parcel is refused with the way out. A
template with ``any`` takes every standard; where it holds bare codes, a column of the form ``system`` has to stand
beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Sequence

from ...catalogue import Field, Value, land_use
from ...model.kinds import ListKind
from ...model.messages import Message

if TYPE_CHECKING:
    from .template import Column

ANY_SYSTEM = "any"
SYSTEM_FORM = "system"


def system_of(which: ListKind, field: Field, named: str) -> str:
    """The standard of a column's land use: the one its template names, else the field's own; empty for other fields."""
    if field.code_list != land_use.CODE_LIST:
        return ""
    return named or land_use.own_system(which, field.code)


def written(stored: str, form: str) -> Value:
    """The cell of a stored land use: its code, its name or the id of its standard."""
    use = land_use.parse(stored)
    if use is None:
        return stored if form != SYSTEM_FORM else ""
    return {"name": land_use.name_of(stored), SYSTEM_FORM: use.system}.get(form, use.code)


def other_standard(code: str, values: Mapping[str, Value], columns: Sequence[Column]) -> Message | None:
    """Why the land use of a parcel cannot go into these columns; None when it can. ``values`` are by field code."""
    for column in columns:
        stored = str(values.get(column.source) or "") if column.system else ""
        if stored and not _taken(stored, column):
            wanted = land_use.systems().get(column.system)
            told = {"parcel": code, "field": f"{column.field.code} {column.field.name_zh}", "value": stored}
            if wanted is None or land_use.parse(stored) is None:
                sentence = "Parcel {parcel}: {field}: {value} is a land use of no standard; record which one is meant"
                return Message("no_land_use", sentence, told)
            sentence = (
                "Parcel {parcel}: {field} takes {standard} only, and {value} has no name of its own there; "
                "record the land use in {standard}, or choose a template that takes every standard"
            )
            return Message("other_standard", sentence, {**told, "value": _label(stored), "standard": wanted.standard})
    return None


def _taken(stored: str, column: Column) -> bool:
    """Whether a column can say a stored land use: of its standard, or by a name that its standard has as well."""
    use = land_use.parse(stored)
    if use is None:
        return False
    if column.system in (ANY_SYSTEM, use.system):
        return True
    return column.form == "name" and land_use.name_of(stored) in land_use.classes(column.system).values()


def _label(stored: str) -> str:
    use = land_use.parse(stored)
    return land_use.label(use) if use else stored

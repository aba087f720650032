"""What the attributes of a surveyed parcel say of its case: columns of a shapefile we exported come back."""

from __future__ import annotations

import re
from typing import Mapping, NamedTuple

from ...catalogue import Field, Value
from ...geodesy.area import plane_area
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.parcel import Parcel
from ...model.rounding import written
from ...model.units import NO_UNITS, Units
from ...readers.declared_area import declared_in
from ...readers.ledger.headers import field_of_head
from ...readers.ledger.values import Typed, typed

WHOLE_AREA = {ListKind.UNSUPPLIED: "area_ha", ListKind.IDLE: "contract_area_ha"}
"""The area of the whole parcel as the ledger has it: what a survey file declares, kept apart from its geometry."""
DECIDED_BY_IMPORT = {"identifier", "code", "county_code", "county_name", "town_code", "in_zone"}
"""Attributes of a case that the import finds out by itself."""
_NOTHING = re.compile(r"0+(\.0*)?")
"""What 报省部标 writes where no area is declared."""


class Facts(NamedTuple):
    """Values by field code, the fields that only events may change, and what could not be read."""

    values: Mapping[str, Value]
    by_events: tuple[str, ...]
    problems: tuple[Message, ...]


def facts_of(which: ListKind, parcel: Parcel, known: Units = NO_UNITS) -> Facts:
    """The attributes whose head a ledger would know, typed as in a ledger. Nothing is guessed from the others."""
    values: dict[str, Value] = {}
    by_events: list[str] = []
    problems: list[Message] = []
    for head, text in parcel.attributes.items():
        found = field_of_head(which, head) if text.strip() else None
        if found is None or found[0].attribute in DECIDED_BY_IMPORT or found[0].code in values:
            continue
        field, unit = found
        if field.kept_by != "ledger":
            by_events += [field.label_zh] if field.kept_by == "events" else []
            continue
        read = _typed_area(which, field, unit, text, parcel) if _is_whole(which, field, head) else None
        read = read or typed(which, field, unit, text, known=known)
        if read.problem is not None:
            sentence = "{field}: {value} was not taken ({reason})"
            values_of_message = {"field": field.label_zh, "value": text, "reason": read.problem}
            problems.append(Message("fact_unread", sentence, values_of_message))
        elif read.value not in (None, ""):
            values[field.code] = read.value
    return Facts(values, tuple(by_events), tuple(problems))


def _is_whole(which: ListKind, field: Field, head: str) -> bool:
    """Whether a head means the whole parcel's area and does not name our own field, whose unit is known."""
    return field.attribute == WHOLE_AREA[which] and head != field.code


def _typed_area(which: ListKind, field: Field, unit: str, text: str, parcel: Parcel) -> Typed | None:
    """An area in the unit that head, cell or geometry tell; None where it is typed like any other cell.

    Boundary files declare 公顷 by rule and m² or 亩 in truth, shapefiles anything: the geometry tells which.
    """
    declared = declared_in(text)
    if declared is None:
        return Typed() if _NOTHING.fullmatch(text.strip()) else None
    if unit or declared.unit or parcel.grid.zone is None:
        return typed(which, field, declared.unit or unit, declared.digits)
    plane = plane_area(parcel)
    meant = declared.meant_in(plane)
    if meant:
        return typed(which, field, meant, declared.digits)
    sentence = "the file names no unit, and the geometry ({plane} m²) fits none; take the area from the ledger"
    return Typed(problem=Message("unit_unknown", sentence, {"plane": written(plane, 2)}))

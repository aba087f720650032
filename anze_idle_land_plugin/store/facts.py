"""What the attributes of a surveyed parcel say of its case: columns of a shapefile we exported come back."""

from __future__ import annotations

from typing import Mapping, NamedTuple

from ..catalogue import Value
from ..model.messages import Message
from ..model.words import ListKind
from ..readers.ledger_headers import field_of_head
from ..readers.ledger_values import typed

DECIDED_BY_IMPORT = {"identifier", "code", "county_code", "county_name", "town_code", "in_zone"}
"""Attributes of a case that the import finds out by itself."""


class Facts(NamedTuple):
    """Values by field code, the fields that only events may change, and what could not be read."""

    values: Mapping[str, Value]
    by_events: tuple[str, ...]
    problems: tuple[Message, ...]


def facts_of(which: ListKind, attributes: Mapping[str, str]) -> Facts:
    """The attributes whose head a ledger would know, typed as in a ledger. Nothing is guessed from the others."""
    values: dict[str, Value] = {}
    by_events: list[str] = []
    problems: list[Message] = []
    for head, text in attributes.items():
        known = field_of_head(which, head) if text.strip() else None
        if known is None or known[0].attribute in DECIDED_BY_IMPORT or known[0].code in values:
            continue
        field, unit = known
        if field.kept_by != "ledger":
            by_events += [field.label_zh] if field.kept_by == "events" else []
            continue
        read = typed(which, field, unit, text)
        if read.problem is not None:
            sentence = "{field}: {value} was not taken ({reason})"
            values_of_message = {"field": field.label_zh, "value": text, "reason": read.problem}
            problems.append(Message("fact_unread", sentence, values_of_message))
        elif read.value not in (None, ""):
            values[field.code] = read.value
    return Facts(values, tuple(by_events), tuple(problems))

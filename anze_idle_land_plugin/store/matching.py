"""Which ledger row belongs to which parcel: keys tried in order, equal as text, never a guess."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Container, Mapping, Sequence

from .. import catalogue
from ..model.kinds import ListKind
from ..model.messages import CampaignError, Message
from ..readers.ledger.reader import LedgerRow

Columns = Mapping[str, object]


class UnknownKey(CampaignError):
    sentence = "There is no field {key} to match by; use a field code such as {example}"


@dataclass(frozen=True)
class Matched:
    """A row on its parcel; ``key`` names the fields that agreed."""

    row: LedgerRow
    code: str
    key: str


NUMBERS = frozenset({"DZJGH", "HTBH", "TBBH", "XZBH"})
"""Fields whose values are numbers that somebody gave, not names."""


@dataclass(frozen=True)
class Unmatched:
    """A row that fits no parcel, or more than one."""

    row: LedgerRow
    reason: Message


def keys_of(which: ListKind, key: str = "") -> tuple[tuple[str, ...], ...]:
    """The field codes of each key, strongest first; only ``key`` when one is named. Raises UnknownKey."""
    if key:
        if key not in catalogue.field_by_code(which):
            raise UnknownKey(key=key, example=catalogue.code_field(which))
        return ((key,),)
    approval = catalogue.field_of(which, "approval_number").code
    code = catalogue.code_field(which)
    if which is ListKind.UNSUPPLIED:
        return ((code,), ("DZJGH",), (approval, "DKMC"), ("DKMC",), ("XMMC",))
    return ((code,), ("DZJGH",), (approval, "XMMC"), ("XMMC",))


def match(
    which: ListKind,
    rows: Sequence[LedgerRow],
    parcels: Mapping[str, Columns],
    key: str = "",
    numbered: Container[str] = (),
    keys: Sequence[tuple[str, ...]] = (),
) -> tuple[list[Matched], list[Unmatched]]:
    """Match rows with parcels (columns by code). A parcel takes one row: of the strongest key, then the first.

    ``keys`` are tried in order (empty: those of a ledger). ``numbered`` are the codes that stand in the survey itself:
    such a parcel is not given by name to a row with
    another number, unless ``key`` says so.
    """
    keys = keys or keys_of(which, key)
    own_number = catalogue.code_field(which)
    open_rows = list(rows)
    taken: dict[str, Matched] = {}
    doubtful: dict[int, Message] = {}
    for fields in keys:
        index: dict[tuple[str, ...], list[str]] = {}
        for code, columns in parcels.items():
            index.setdefault(_value(columns, fields), []).append(code)
        still_open = []
        for row in open_rows:
            value = _value(row.values, fields)
            found = index.get(value, []) if all(value) else []
            if len(found) == 1 and _other_number(row, own_number, fields) and not key and found[0] in numbered:
                doubtful.setdefault(id(row), _numbered_otherwise(fields, value, found[0]))
            elif len(found) == 1 and found[0] not in taken and id(row) not in doubtful:
                taken[found[0]] = Matched(row, found[0], "+".join(fields))
                continue
            elif found and id(row) not in doubtful:
                doubtful[id(row)] = _doubt(fields, value, found, taken)
            still_open.append(row)
        open_rows = still_open
    unmatched = [Unmatched(row, doubtful.get(id(row), _nothing(keys))) for row in open_rows]
    return sorted(taken.values(), key=lambda each: each.code), unmatched


def _value(columns: Columns, fields: Sequence[str]) -> tuple[str, ...]:
    return tuple(comparable(field, columns.get(field)) for field in fields)


def comparable(field: str, value: object) -> str:
    """A value as it is compared: full-width and half-width letters are one; blanks and case do not count in numbers."""
    text = "" if value is None else unicodedata.normalize("NFKC", str(value)).strip()
    return "".join(text.split()).upper() if field in NUMBERS else text


def _other_number(row: LedgerRow, own_number: str, fields: Sequence[str]) -> bool:
    """Whether a row with a number of its own is about to be matched by a name."""
    return bool(row.values.get(own_number)) and bool({"DKMC", "XMMC"} & set(fields))


def _numbered_otherwise(fields: Sequence[str], value: Sequence[str], code: str) -> Message:
    sentence = "{key} {value} names parcel {code}, but the row has another number; correct it, or match by name only"
    return Message("other_number", sentence, {"key": "+".join(fields), "value": " ".join(value), "code": code})


def _doubt(fields: Sequence[str], value: Sequence[str], found: Sequence[str], taken: Mapping[str, Matched]) -> Message:
    values = {"key": "+".join(fields), "value": " ".join(value), "codes": "、".join(found[:5])}
    if len(found) == 1:
        sentence = "{key} {value} names parcel {codes}, which row {line} has already"
        return Message("parcel_taken", sentence, {**values, "line": taken[found[0]].row.line})
    return Message("ambiguous", "{key} {value} fits several parcels: {codes}", values)


def _nothing(keys: Sequence[Sequence[str]]) -> Message:
    names = "、".join("+".join(fields) for fields in keys)
    return Message("no_parcel", "no parcel has its {keys}", {"keys": names})

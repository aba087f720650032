"""Column heads of ledgers: which field a head means, and in which unit its column is written.

A head is known by its field code, its Chinese name, or a spelling of ``ledger_headers.csv``. Blanks, colons and
brackets do not count; a unit in brackets is taken off and kept. The unit of a land use is the standard of its codes,
by the brackets or by the spelling itself (column ``system``).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Mapping, NamedTuple, Sequence

from ... import catalogue
from ...catalogue import land_use
from ...model.kinds import ListKind

UNITS = {
    "公顷": "公顷",
    "hectare": "公顷",
    "ha": "公顷",
    "hm2": "公顷",
    "平方米": "平方米",
    "m2": "平方米",
    "平米": "平方米",
    "㎡": "平方米",
    "亩": "亩",
    "万元": "万元",
    "元": "元",
}
"""Spellings of units in heads. Money and areas only: other brackets belong to the name."""
SEVERAL_UNITS = "?"
"""The unit of a head that names two, such as 地块面积（平方米）（公顷）: nobody can tell which a cell is in."""
UNUSED = ""
"""What a mapping sends a head to whose column is not to be read."""
_BRACKETED = re.compile(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_NOT_COUNTED = re.compile(r"[\s:*、，,。()\[\]【】\u200b\ufeff]+")


class Head(NamedTuple):
    """A head without blanks, colons and brackets, in lower case, and the unit or standard it named (or empty)."""

    key: str
    unit: str


@dataclass(frozen=True)
class Column:
    """A recognised column: where it stands (from 0), its head as written, the field and the unit of its cells.

    The unit of a land use is the id of its standard; empty where the head does not tell.
    """

    index: int
    head: str
    field: catalogue.Field
    unit: str


def split_head(text: str) -> Head:
    """The comparable part of a head and its unit."""
    plain = unicodedata.normalize("NFKC", text.replace("㎡", "m2"))
    units: list[str] = []

    def without_unit(match: re.Match[str]) -> str:
        system = land_use.system_named(match.group(1))
        if system:
            units.append(system)
            return ""
        parts = [part for part in re.split(r"[:/、,，\s]+|单位", match.group(1).lower()) if part]
        if not parts or any(part not in UNITS for part in parts):
            return match.group(0)
        units.extend(UNITS[part] for part in parts)
        return ""

    rest = _BRACKETED.sub(without_unit, plain)
    # Letters and marks that only now stand side by side are joined once more.
    key = unicodedata.normalize("NFKC", _NOT_COUNTED.sub("", rest).lower())
    different = list(dict.fromkeys(units))
    if different and len(different) == 1 and key.endswith("平方米") and different[0] != "平方米":
        return Head(key[: -len("平方米")], SEVERAL_UNITS)
    if len(different) > 1:
        return Head(key, SEVERAL_UNITS)
    return Head(key, different[0] if different else "")


@catalogue.kept
def _spellings(which: ListKind) -> Mapping[Head, str]:
    """Field codes by head; a head with a unit is looked up with it first, then without. UNUSED for serial numbers."""
    known: dict[Head, str] = {}
    for row in catalogue.table("ledger_headers"):
        if row["list"] in (which.value, "both"):
            for spelling in row["spellings"].split(";"):
                known.setdefault(split_head(spelling), row["field"])
    for field in catalogue.case_fields(which):
        known.setdefault(Head(field.code.lower(), ""), field.code)
        for name in (field.label_zh, field.name_zh):
            known.setdefault(split_head(name), field.code)
    return known


@catalogue.kept
def _told(which: ListKind) -> Mapping[tuple[str, str], str]:
    """The standard of the codes below a head, by field and head, where the spelling tells (column ``system``)."""
    return {
        (row["field"], split_head(spelling).key): row["system"]
        for row in catalogue.table("ledger_headers")
        if row["system"] and row["list"] in (which.value, "both")
        for spelling in row["spellings"].split(";")
    }


def field_of_head(which: ListKind, text: str) -> tuple[catalogue.Field, str] | None:
    """The field a head means and the unit it names; None for a head nobody knows."""
    head, known = split_head(text), _spellings(which)
    code = known.get(head) or known.get(Head(head.key, ""))
    unit = head.unit
    if code is None:
        ending = next((name for name in UNITS if head.key.endswith(name) and len(head.key) > len(name)), "")
        code = known.get(Head(head.key[: -len(ending)].rstrip("/_-"), "")) if ending else None
        unit = UNITS.get(ending, unit)
    if not code:
        return None
    field = catalogue.field_by_code(which)[code]
    if unit in land_use.systems() and field.code_list != land_use.CODE_LIST:
        return None
    return field, unit or _told(which).get((code, head.key), "")


def is_serial(which: ListKind, text: str) -> bool:
    """Whether a head only numbers the rows: known, and of no use."""
    return _spellings(which).get(split_head(text)) == UNUSED


def mapped(mapping: Mapping[str, str], text: str) -> str | None:
    """What a mapping says of a head: the one with its unit first, then the one without; None when it says nothing."""
    said = {split_head(head): target for head, target in mapping.items()}
    head = split_head(text)
    return said.get(head, said.get(Head(head.key, "")))


def field_and_unit(target: str) -> tuple[str, str]:
    """The two halves of what a mapping sends a head to: ``GDMJ`` or, where the head names no unit, ``GDMJ:亩``."""
    code, _, unit = target.partition(":")
    return code, unit


def recognise(which: ListKind, heads: Sequence[str], mapping: Mapping[str, str]) -> list[Column]:
    """The columns whose head is known, each field once: of several heads of a field the plainest, then the first.

    ``mapping`` (head as written: field code, or empty to leave the column) goes before the spellings.
    """
    fields = catalogue.field_by_code(which)
    columns: dict[str, Column] = {}
    strengths: dict[str, int] = {}
    for index, head in enumerate(heads):
        target = mapped(mapping, head) if mapping else None
        if not head.strip() or target == UNUSED:
            continue
        if target is None:
            found = field_of_head(which, head)
        else:
            code, unit = field_and_unit(target)
            named = split_head(head)
            found = fields[code], unit or named.unit or _told(which).get((code, named.key), "")
        if found is None:
            continue
        strength = -1 if target is not None else _strength(which, found[0], head)
        if strength < strengths.get(found[0].code, len(_spellings(which)) + 1):
            strengths[found[0].code] = strength
            columns[found[0].code] = Column(index, head, *found)
    return sorted(columns.values(), key=lambda column: column.index)


def _strength(which: ListKind, field: catalogue.Field, head: str) -> int:
    """How plainly a head means its field, 0 most: 供应面积 before a mere 面积, as the spellings are listed."""
    key = split_head(head).key
    if key in (field.code.lower(), split_head(field.name_zh).key):
        return 0
    ranks = (rank for rank, known in enumerate(_spellings(which), 1) if known.key == key)
    return next(ranks, len(_spellings(which)))

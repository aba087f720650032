"""Code tables: what a stored code is called, and what belongs to it."""

from __future__ import annotations

from typing import Mapping

from ..model.kinds import Category, ListKind
from .fields import SUFFIX, Field, field_of
from .tables import is_table, kept, table


@kept
def names(code_list: str) -> Mapping[str, str]:
    """Code to name of a code table (disposal_*, reason_*, supply_mode_gyfs, landuse_*, states_*)."""
    rows = table(code_list)
    key = "state" if "state" in rows[0] else "code"
    return {row[key]: row["name"] for row in rows}


def code_names(field: Field) -> dict[str, str]:
    """Code to name of a coded field, from all its code tables; empty for a field without codes."""
    if field.code_list == "Y/N":
        return {"Y": "是", "N": "否"}
    known: dict[str, str] = {}
    for code_list in field.code_list.split(" or "):
        if _lists_codes(code_list):
            known.update(names(code_list))
    return known


def _lists_codes(code_list: str) -> bool:
    """Whether a field's code list is a table of codes and names; some are rules of how a code is made."""
    if not code_list or not is_table(code_list):
        return False
    heads = table(code_list)[0].keys()
    return "name" in heads and bool({"code", "state"} & heads)


def name_of(which: ListKind, attribute: str, code: str) -> str:
    """The Chinese name of a coded value, or the code itself when the table does not know it."""
    return code_names(field_of(which, attribute)).get(code, code)


def category_of(which: ListKind, measure: str) -> Category:
    """The disposal category a measure code belongs to (disposal_*.csv, column principle)."""
    for row in table(f"disposal_{SUFFIX[which]}"):
        if row["code"] == measure:
            return Category.of_principle(row["principle"])
    return Category.UNDECIDED


def measure_codes(which: ListKind) -> tuple[str, ...]:
    """The measure codes of a list, in table order."""
    return tuple(row["code"] for row in table(f"disposal_{SUFFIX[which]}"))

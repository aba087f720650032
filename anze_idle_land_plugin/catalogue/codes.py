"""Code tables: what a stored code is called, and what belongs to it."""

from __future__ import annotations

import re
from typing import Mapping

from ..model.kinds import Category, ListKind
from . import land_use
from .fields import SUFFIX, Field, field_of
from .tables import is_table, kept, table

_SHORT_LIST = re.compile(r"\d*[\u4e00-\u9fff、]+([/ ]\d*[\u4e00-\u9fff、]+)+")
"""A code list written out in the catalogue: entries of Chinese names, with or without codes."""


@kept
def names(code_list: str) -> Mapping[str, str]:
    """Code to name of a code table (disposal_*, reason_*, supply_mode_gyfs, landuse_*, states_*)."""
    rows = table(code_list)
    key = "state" if "state" in rows[0] else "code"
    return {row[key]: row["name"] for row in rows}


@kept
def code_names(field: Field) -> Mapping[str, str]:
    """Stored value to name of a coded field, from its code table or the short list in the catalogue itself.

    Empty for a field without codes. A land use is stored with its standard (``land_use``).
    """
    if field.code_list == "Y/N":
        return {"Y": "是", "N": "否"}
    if field.code_list == land_use.CODE_LIST:
        return land_use.names()
    if _lists_codes(field.code_list):
        return names(field.code_list)
    return _short_list(field)


def _short_list(field: Field) -> Mapping[str, str]:
    """The codes of a list written in the catalogue itself: 10批而未征/11征收中, or names that are their own codes."""
    if not _SHORT_LIST.fullmatch(field.code_list):
        return {}
    entries = (re.fullmatch(r"(\d*)(.+)", entry) for entry in re.split(r"[/ ]", field.code_list))
    return {entry[1] or entry[2]: entry[2] for entry in entries if entry}


def _lists_codes(code_list: str) -> bool:
    """Whether a field's code list is a table of codes and names; some are rules of how a code is made."""
    if not code_list or not is_table(code_list):
        return False
    heads = table(code_list)[0].keys()
    return "name" in heads and bool({"code", "state"} & heads)


def name_of(which: ListKind, attribute: str, code: str) -> str:
    """The Chinese name of a coded value, or the code itself when the table does not know it."""
    return code_names(field_of(which, attribute)).get(code, code)


def category_of(which: ListKind, measure: str, opinion: str = "") -> Category:
    """The disposal category a measure code belongs to (disposal_*.csv, column principle).

    While no measure is chosen, the plan's word with which the opinion (处置措施) begins.
    """
    if not measure:
        told = (each for each in Category.of_list(which) if opinion.startswith(each.principle))
        return next(told, Category.UNDECIDED)
    for row in table(f"disposal_{SUFFIX[which]}"):
        if row["code"] == measure:
            return Category.of_principle(row["principle"])
    return Category.UNDECIDED


def measure_codes(which: ListKind) -> tuple[str, ...]:
    """The measure codes of a list, in table order."""
    return tuple(row["code"] for row in table(f"disposal_{SUFFIX[which]}"))

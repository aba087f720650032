"""What may stand in a cell that an office sets, by the kind of the column in office_tables.csv."""

from __future__ import annotations

import re
import string
from datetime import date
from typing import Mapping

from ..model.messages import Message
from .placeholders import Number, fill

_FORMS = {"number": re.compile(r"\d+(\.\d+)?(/[1-9]\d*)?"), "day": re.compile(r"\d{4}-\d\d-\d\d")}
_COUNTED = ("年", "月", "日", "工作日", "年度")
"""Units of which there are whole numbers only."""


def refusal(
    kind: str, value: str, row: Mapping[str, str], column: str, numbers: Mapping[str, Number]
) -> Message | None:
    """What would be allowed where a value is not.

    Kinds: number, amount (a whole number where the row's unit is counted), colour, text (with the places to fill of
    the shipped one), like (as the shipped one: a number, a day or words), or one of several words (a|b).
    """
    if kind == "like":
        kind = next((each for each, form in _FORMS.items() if form.fullmatch(row[column])), "words")
    if kind == "amount":
        kind = "whole" if row["unit"] in _COUNTED else "number"
    if kind == "text":
        return _text_refusal(value, row[column], numbers)
    if "|" in kind:
        words = {"words": kind.replace("|", ", ")}
        return None if value in kind.split("|") else Message("one_of", "one of {words}", words)
    return None if kind not in _KINDS or _fits(kind, value) else _KINDS[kind]


_KINDS = {
    "number": Message("a_number", "a number such as 20, 0.5 or 1/3"),
    "whole": Message("a_whole_number", "a whole number such as 30"),
    "day": Message("a_day", "a day such as 2009-01-01"),
    "colour": Message("a_colour", "a colour such as #C0392B"),
}


def _fits(kind: str, value: str) -> bool:
    if kind == "day":
        return bool(_FORMS["day"].fullmatch(value)) and _is_day(value)
    forms = {"number": _FORMS["number"], "whole": re.compile(r"\d+"), "colour": re.compile("#[0-9A-Fa-f]{6}")}
    return bool(forms[kind].fullmatch(value))


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _text_refusal(value: str, shipped: str, numbers: Mapping[str, Number]) -> Message | None:
    """A text may fill in what the shipped one fills in, and the numbers of law and plan."""
    ours = _places(fill(shipped, numbers)) or set()
    places = _places(fill(value, numbers))
    if places is not None and places <= ours:
        return None
    known = "、".join("{" + name + "}" for name in (*sorted(ours), *numbers))
    return Message("a_text", "a text with only these places to fill: {fill}", {"fill": known})


def _places(text: str) -> set[str] | None:
    """The names in braces; None when the braces do not fit together."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return None

"""What tells a dialect from others of the same shape: conditions over the file, written in the dialect's row."""

from __future__ import annotations

import re
from typing import AbstractSet, Callable, Mapping, NamedTuple, Sequence

from .axes import Axes

_SIGN = re.compile(r"(?P<fact>[^=!<>~]+?)\s*(?P<how>!=|>=|<=|=|~)\s*(?P<value>.*)")
_FIRST = {
    Axes.NORTH_EAST: "northing",
    Axes.EAST_NORTH: "easting",
    Axes.LAT_LON: "latitude",
    Axes.LON_LAT: "longitude",
    Axes.UNKNOWN: "",
}


class Evidence(NamedTuple):
    """What the rest of a file says about its dialect.

    ``stem`` is the file's name, ``header`` its keys and values, ``columns`` how many columns a point row has,
    ``ring_column`` which of them is the ring number (0: none), ``pattern`` their order where it is not the usual one,
    ``further`` what the first row holds beside name, ring and coordinates.
    """

    stem: str
    header: Mapping[str, str]
    axes: Axes
    ring_column: int
    columns: int
    pattern: str = ""
    further: Sequence[str] = ()

    def facts(self) -> Mapping[str, str]:
        """All of it by the names that signs use; the header's keys go by their own."""
        return {
            **self.header,
            "file": self.stem,
            "keys": " ".join(self.header),
            "first": _FIRST[self.axes],
            "coordinates": "degrees" if self.axes.geographic else "metres",
            "ring": str(self.ring_column),
            "columns": str(self.columns),
        }


_OF_FILE = {"file", "keys", "first", "coordinates", "ring", "columns"}


class Sign(NamedTuple):
    """One condition: ``fact`` equals (=) or is unlike (!=), at least (>=), at most (<=) or matches (~) ``value``."""

    fact: str
    how: str
    value: str

    def holds(self, facts: Mapping[str, str]) -> bool:
        """Whether it is so; a fact the file does not have is an empty text."""
        return _HOW[self.how](facts.get(self.fact, ""), self.value)


def sign_of(text: str, columns: AbstractSet[str]) -> Sign | None:
    """A sign as it is written, such as ``columns>=6``; None where nothing can be made of it.

    It speaks of the file, of one of the ``columns`` of its row, or of a key of the header; a word of plain Latin
    letters that is neither of the first two is a slip of the pen.
    """
    match = _SIGN.fullmatch(text)
    if match is None:
        return None
    sign = Sign(*match.groups())
    known = sign.fact in _OF_FILE or sign.fact in columns or not sign.fact.isascii()
    return sign if known and _can_be_asked(sign) else None


def _can_be_asked(sign: Sign) -> bool:
    if sign.how in (">=", "<="):
        return _number(sign.value) is not None
    try:
        re.compile(sign.value if sign.how == "~" else "")
    except re.error:
        return False
    return True


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _compared(text: str, value: str, least: bool) -> bool:
    number, limit = _number(text), float(value)
    return number is not None and (number >= limit if least else number <= limit)


_HOW: Mapping[str, Callable[[str, str], bool]] = {
    "=": lambda text, value: text == value,
    "!=": lambda text, value: text != value,
    ">=": lambda text, value: _compared(text, value, least=True),
    "<=": lambda text, value: _compared(text, value, least=False),
    "~": lambda text, value: re.search(value, text) is not None,
}

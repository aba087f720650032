"""Heads of point tables and labels of their pages. The spellings are data: resources/codes/point_table_heads.csv."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Mapping, NamedTuple, Sequence

from ...catalogue import kept, table
from ...model.messages import CampaignError
from .cells import TableRow

_UNIT = re.compile(r"[(\[【](m|米|mm|°|度|单位.*|m2|㎡|平方米|公顷|亩|hm2|ha)[)\]】]", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\s:*()\[\]【】_\-.·]+")
_PAGE = re.compile(r"第\s*(\d+)\s*页")
_UNITS = {"m2": "平方米", "平方米": "平方米", "公顷": "公顷", "ha": "公顷", "hm2": "公顷", "亩": "亩"}


@dataclass(frozen=True)
class Columns:
    """Where a table keeps what. A table may keep two such groups side by side."""

    x: int
    y: int
    name: int | None = None
    length: int | None = None
    ring: int | None = None
    code: int | None = None
    title: int | None = None

    @cached_property
    def known(self) -> frozenset[int]:
        """The columns that say what a point is, where it lies and whose it is."""
        places = (self.x, self.y, self.name, self.ring, self.code, self.title)
        return frozenset(place for place in places if place is not None)


class Head(NamedTuple):
    """A head of one or two rows."""

    height: int
    groups: tuple[Columns, ...]


@kept
def _patterns(kind: str) -> Mapping[str, re.Pattern[str]]:
    return {row["role"]: re.compile(row["pattern"]) for row in table("point_table_heads") if row["kind"] == kind}


def plain(text: str) -> str:
    """A head without unit, blanks, brackets and marks, in lower case and half width."""
    half = unicodedata.normalize("NFKC", text).lower()
    return _PUNCTUATION.sub("", _UNIT.sub("", half))


@kept
def role_of(text: str) -> str:
    """What a column head means, empty when nobody knows."""
    key = plain(text)
    return next((role for role, pattern in _patterns("column").items() if key and pattern.fullmatch(key)), "")


def head_at(rows: Sequence[TableRow], place: int) -> Head | None:
    """The head that begins at a row: its own cells, or together with those of the row below."""
    upper = rows[place].heads
    below = rows[place + 1].heads if place + 1 < len(rows) else ()
    if any(map(_is_number, upper)):
        return None
    single = groups_in(upper)
    if any(below) and not any(map(_is_number, below)):
        double, lower = groups_in(_joined(upper, below)), groups_in(below)
        if _weight(double) > max(_weight(single), _weight(lower)):
            return Head(2, double)
        if single and lower and _weight(double) == _weight(single):
            return Head(2, double)  # X over 北坐标: the second row only says it in other words
    return Head(1, single) if single else None


def _weight(groups: Sequence[Columns]) -> int:
    """How much of the points themselves a head tells; what names the parcel may as well be a label above."""
    places = [place for group in groups for place in (group.x, group.y, group.name, group.length, group.ring)]
    return sum(place is not None for place in places)


def _joined(upper: Sequence[str], below: Sequence[str]) -> list[str]:
    """One head a column: the two together where that is known, else the lower, else the upper one."""
    joined = []
    for place in range(max(len(upper), len(below))):
        above = upper[place] if place < len(upper) else ""
        under = below[place] if place < len(below) else ""
        tries = [f"{above}{under}", under, above] if above != under else [above]
        joined.append(next((each for each in tries if role_of(each)), under or above))
    return joined


def groups_in(heads: Sequence[str]) -> tuple[Columns, ...]:
    """The groups of columns that heads speak of, from left to right; a group needs both coordinates."""
    groups: list[dict[str, int]] = [{}]
    merged = ""
    for place, text in enumerate(heads):
        role = role_of(text)
        if not role or (role in groups[-1] and text == merged):
            continue
        if role in groups[-1] and {"x", "y"} <= set(groups[-1]):
            groups.append({})
        groups[-1].setdefault(role, place)
        merged = text
    shared = {role: place for role, place in groups[0].items() if role in ("code", "title")}
    return tuple(_columns({**shared, **group}) for group in groups if {"x", "y"} <= set(group))


def _columns(group: Mapping[str, int]) -> Columns:
    roles = ("length", "ring", "code", "title")
    name = group.get("name", group.get("serial"))
    return Columns(group["x"], group["y"], name, *(group.get(role) for role in roles))


class UnknownColumns(CampaignError):
    sentence = "{file}: there are no columns {columns}; give them by letter or head, such as name=A, x=B, y=C"


def chosen_columns(choice: str, rows: Sequence[TableRow], file: str) -> Columns:
    """The columns a person chose, by letter (A is the first) or by head. Raises UnknownColumns."""
    group: dict[str, int] = {}
    for part in re.split(r"[,;，；]\s*", choice.strip()):
        key, _, column = (text.strip() for text in unicodedata.normalize("NFKC", part).partition("="))
        role = key if key in _patterns("column") else role_of(key)
        place = _place_of(column, rows)
        if not role or place is None or role in group:
            raise UnknownColumns(file=file, columns=choice)
        group[role] = place
    if not {"x", "y"} <= set(group) or len(set(group.values())) < len(group):
        raise UnknownColumns(file=file, columns=choice)
    return _columns(group)


def _place_of(column: str, rows: Sequence[TableRow]) -> int | None:
    """Where a column stands: the first cell that is this head, else the place of its letters."""
    named = (place for row in rows for place, head in enumerate(row.heads) if head and plain(head) == plain(column))
    found = next(named, None) if plain(column) else None
    if found is not None or not re.fullmatch(r"[A-Za-z]{1,2}", column):
        return found
    place = 0
    for letter in column.upper():
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def labels_in(row: TableRow) -> dict[str, str]:
    """What a row above or below the points says of the parcel: 宗地号：12, or 宗地号 in one cell and 12 in the next."""
    found: dict[str, str] = {}
    waiting = Label("", "", "")
    for text in (text for text in row.texts if text):
        page = _PAGE.search(text)
        if page:
            found["page"] = page[1]
        label = _label(text)
        if not label.role and waiting.role:
            label = waiting._replace(value=text)
        if label.role and label.value:
            found.setdefault(label.role, label.value + (label.unit if label.role == "area" else ""))
            waiting = Label("", "", "")
        elif label.role:
            waiting = label
    return found


class Label(NamedTuple):
    """What a cell announces, what stands behind its colon, and the unit it names."""

    role: str
    value: str
    unit: str


def _label(text: str) -> Label:
    half = unicodedata.normalize("NFKC", text)
    head, _, value = half.partition(":" if ":" in half else "=")
    role = next((role for role, pattern in _patterns("label").items() if pattern.fullmatch(plain(head))), "")
    unit = _UNIT.search(head.lower())
    return Label(role, value.strip(), _UNITS.get(unit[1], "") if unit else "")


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[+-]?\d+(\.\d*)?", text))

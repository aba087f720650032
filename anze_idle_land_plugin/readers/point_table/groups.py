"""Entries to parcels: by the parcel column, by what page heads say, by a ring column that starts again, by blank rows.

A page break is no end: the last point of a page comes again as the first of the next, and just this repeat is dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Iterable

from ...model.messages import Message
from ..boundary_txt.columns import Row
from ..boundary_txt.lines import Line
from .entries import Entry, Kind


@dataclass
class PointRow:
    """A row of a parcel: a point, or a line that is none. ``beside`` and ``below`` are lengths as written."""

    line: Line
    row: Row | None
    reason: Message | None = None
    beside: str = ""
    below: str = ""


@dataclass
class Group:
    """The rows of one parcel and what its page heads say of it."""

    code: str = ""
    title: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    rows: list[PointRow] = field(default_factory=list)
    repeats: list[int] = field(default_factory=list)
    """Lines of points dropped because a page began with the last one of the page before."""


class _Parting:
    """Walks the entries once and begins a new group where the evidence says so."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.blank = self.page = False
        self.labels: dict[str, str] = {}
        self.words: list[str] = []
        self.by_column: dict[tuple[str, str], Group] = {}

    def take(self, entry: Entry) -> None:
        if entry.kind is Kind.BLANK:
            self.blank = True
        elif entry.kind is Kind.PAGE:
            self.page = True
        elif entry.kind is Kind.WORDS:
            self.labels.update(entry.labels)
            self.words.append(entry.line.text)
        elif entry.kind is Kind.LENGTH:
            if self.groups and self.groups[-1].rows:
                self.groups[-1].rows[-1].below = entry.length
        else:
            self._row(entry)

    def _row(self, entry: Entry) -> None:
        group = self._group_of(entry)
        group.labels = {**self.labels, **group.labels}
        group.words.extend(self.words)
        page = self.page
        self.blank = self.page = False
        self.labels, self.words = {}, []
        if page and group.rows and _same_point(group.rows[-1].row, entry.row):
            group.repeats.append(entry.line.number)
            group.rows[-1].beside = group.rows[-1].beside or entry.length
            return
        group.rows.append(PointRow(entry.line, entry.row, entry.reason, entry.length))

    def _group_of(self, entry: Entry) -> Group:
        """The group a row belongs to; a new one where it begins a parcel."""
        current = self.groups[-1] if self.groups else None
        if entry.code or entry.title:
            key = (entry.code, entry.title)
            if key not in self.by_column:
                self.by_column[key] = self._new(*key)
            return self.by_column[key]
        if current is None or self._begins(current, entry):
            return self._new()
        return current

    def _new(self, code: str = "", title: str = "") -> Group:
        self.groups.append(Group(code, title))
        return self.groups[-1]

    def _begins(self, group: Group, entry: Entry) -> bool:
        """Whether a row begins another parcel than the one before."""
        if self.by_column:
            return False  # the parcel column is merged or filled in once: an empty cell means the same parcel
        if not group.rows:
            return False
        if self.page or "page" in self.labels or "code" in self.labels:
            return self._begins_behind_page(group, entry)
        if self.blank:
            return True
        return _ring_starts_again(group, entry)

    def _begins_behind_page(self, group: Group, entry: Entry) -> bool:
        """Page heads tell: the parcel's number, the page number; else the repeated point and the names that go on."""
        known, told = group.labels.get("code"), self.labels.get("code")
        if told and known:
            return told != known
        if "page" in self.labels:
            return self.labels["page"] == "1"
        return not (_same_point(group.rows[-1].row, entry.row) or _goes_on(group.rows[-1].row, entry.row))


def parted(entries: Iterable[Entry]) -> list[Group]:
    """The parcels of a table."""
    parting = _Parting()
    for entry in entries:
        parting.take(entry)
    if parting.groups:
        parting.groups[-1].words.extend(parting.words)
        parting.groups[-1].labels = {**parting.labels, **parting.groups[-1].labels}
    return parting.groups


def _same_point(one: Row | None, other: Row | None) -> bool:
    if one is None or other is None:
        return False
    return (one.name, one.first, one.second) == (other.name, other.first, other.second)


def _goes_on(one: Row | None, other: Row | None) -> bool:
    """Whether the second name is the first one's successor: J36, J37."""
    if one is None or other is None:
        return False
    last, here = (re.search(r"\d+$", row.name) for row in (one, other))
    return bool(last and here and int(here[0]) == int(last[0]) + 1)


def _ring_starts_again(group: Group, entry: Entry) -> bool:
    """A ring column that counted on and comes back to its first number begins the next parcel."""
    last, first = group.rows[-1].row, next((each.row for each in group.rows if each.row is not None), None)
    if entry.row is None or last is None or first is None:
        return False
    return last.ring != first.ring and entry.row.ring == first.ring

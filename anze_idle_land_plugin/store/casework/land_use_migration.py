"""Campaigns of before: bare codes of land use get the standard they were read by (decision 0013)."""

from __future__ import annotations

from typing import Iterator, NamedTuple

from ... import catalogue
from ...catalogue import land_use
from ...model.kinds import ListKind
from ...model.messages import Message
from ..database import CampaignFile
from ..events import events_of


class Resolved(NamedTuple):
    """One stored land use of before: ``old`` as it stood, ``new`` with its standard.

    ``new`` is empty where no table of the field has the code: the text stays as it is, for a person to decide.
    """

    which: ListKind
    code: str
    field: str
    old: str
    new: str

    @property
    def is_open(self) -> bool:
        return not self.new

    @property
    def question(self) -> Message:
        """What a person is asked to decide of an open one."""
        sentence = (
            "Parcel {parcel}: {field} says {value}, which no standard of land uses has; it was left as it is, "
            "record the land use that is meant"
        )
        name = catalogue.field_by_code(self.which)[self.field].name_zh
        return Message("land_use_open", sentence, {"parcel": self.code, "field": name, "value": self.old})


def give_codes_a_system(file: CampaignFile) -> tuple[Resolved, ...]:
    """Store every land use of the parcel tables with its standard; inside the caller's transaction.

    ``give_codes_a_system(file: CampaignFile) -> tuple[Resolved, ...]``: what changed and what stays open, by list and
    parcel; nothing the second time but what is open. Only the parcel tables change: events keep their words and their
    hashes, and their readers add the standard (``store.events``). Open texts of events are listed as well.
    """
    found = [*_columns(file), *_open_events(file)]
    for table, field, old, new in sorted({(e.which.table, e.field, e.old, e.new) for e in found if e.new}):
        file.execute(f"UPDATE {table} SET {field} = ? WHERE {field} = ?", new, old)
    return tuple(dict.fromkeys(found))


def _columns(file: CampaignFile) -> Iterator[Resolved]:
    for which in ListKind:
        key, fields = catalogue.code_field(which), land_use.fields_of(which)
        for row in file.rows(f"SELECT {key}, {', '.join(fields)} FROM {which.table} ORDER BY {key}"):
            for field in fields:
                yield from _resolved(which, str(row.values[key]), field, str(row.values[field] or ""))


def _open_events(file: CampaignFile) -> Iterator[Resolved]:
    for (which, code), events in events_of(file).items():
        for event in events:
            if event.field in land_use.fields_of(which):
                yield from _resolved(which, code, event.field, event.value)


def _resolved(which: ListKind, code: str, field: str, text: str) -> Iterator[Resolved]:
    if text and land_use.parse(text) is None:
        new = land_use.with_system(which, field, text)
        yield Resolved(which, code, field, text, new if new != text else "")

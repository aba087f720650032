"""Events of the campaign itself: what its plan, its tasks, its units and its papers' numbers were set to, and when.

They stand in the one log beside the events of parcels, in the same chain of hashes, under the list ``campaign``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Iterable

from .standing.events import EventKind, chained

LIST = "campaign"
"""What stands as the list of an event that is of no parcel."""


class Subject(Enum):
    """What of a campaign can be set; each event carries all of its subject, as JSON."""

    NAME = "name"
    PLAN_DOCUMENT = "plan_document"
    TASKS = "tasks"
    MILESTONES = "milestones"
    STAGES = "stages"
    DEPARTMENTS = "departments"
    PLACES = "places"
    NUMBERS = "numbers"


@dataclass(frozen=True)
class CampaignEvent:
    """One setting of a subject. A baseline is what held before the first setting; ``id`` is 0 until it is written."""

    kind: EventKind
    subject: Subject
    value: str
    effective_on: date
    recorded_at: str
    document: str = ""
    note: str = ""
    id: int = 0

    def digest(self, previous_hash: str) -> str:
        """The same chain as that of parcels' events: a change breaks it."""
        day = self.effective_on.isoformat()
        about = (LIST, "", self.kind.value, "", self.subject.value, self.value, None, day, self.recorded_at)
        return chained(previous_hash, *about, self.document, "", "", self.note, None)


def value_on(
    events: Iterable[CampaignEvent], subject: Subject, day: date, recorded_by: str | None = None
) -> str | None:
    """What a subject was set to on a day, as known at a moment (ISO, UTC); None where it was never set.

    Before the first setting it is what its baseline says.
    """
    mine = [each for each in events if each.subject is subject]
    known = [
        each
        for each in mine
        if each.kind is EventKind.BASELINE or recorded_by is None or each.recorded_at <= recorded_by
    ]
    said = [each for each in known if each.kind is EventKind.BASELINE or each.effective_on <= day]
    settings = [each for each in said if each.kind is not EventKind.BASELINE]
    latest = max(settings, key=lambda each: (each.effective_on, each.id), default=said[0] if said else None)
    return latest.value if latest else None

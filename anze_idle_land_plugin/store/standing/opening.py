"""The event that freezes a parcel's base, and what later documents say against it."""

from __future__ import annotations

from datetime import date
from typing import Callable, Mapping, NamedTuple, Sequence

from ... import catalogue
from ...catalogue import Value
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.rounding import written
from ...model.standing.base import DOCUMENT_AREAS, documented_ha, freezes
from ...model.standing.events import STATE_FIELD, Event, EventKind, holds, in_force, is_earlier_value
from ...model.standing.settling import AREA_STEP_HA
from ...model.standing.standing import recorded_facts, standing_of
from .case_on_day import base_as_of, fields_with_events, row_as_of


def opening(
    which: ListKind,
    code: str,
    columns: Mapping[str, Value],
    events: Sequence[Event],
    surveyed: Callable[[date], float | None],
    by: date | None = None,
) -> Event | None:
    """The baseline that freezes the base on the day of the first event; None when one is in force or nothing happened.

    Its area is what was known at the end of that day. ``by`` is the day of something about to be recorded, and
    ``surveyed`` gives the plane area (m²) of the survey in force on a day. The event has neither id nor moment yet.
    """
    counting = in_force(events, date.max)
    if any(freezes(event) for event in counting):
        return None
    days = [event.effective_on for event in counting if not is_earlier_value(event)]
    if by is not None:
        days.append(by)
    if not days:
        return None
    day = min(days)
    stands = standing_of([event for event in counting if holds(event, day)], catalogue.workflow(which))
    area = base_as_of(which, columns, stands, fields_with_events(which, events), surveyed(day))
    return Event(which, code, EventKind.BASELINE, day, field=STATE_FIELD, area_ha=area)


class Against(NamedTuple):
    """A document's area that would have made another base than the one that ``frozen`` froze, in hectares."""

    frozen: Event
    would_be_ha: float

    @property
    def message(self) -> Message:
        """That the frozen base stays, and what to do if it was wrong."""
        return Message(
            "base_stays",
            "Parcel {code}: the documents now give a base of {area} ha; the base was frozen at {base} ha on {day} and "
            "stays. If it was wrong, correct event {event} with the right area (AREA) and the reason (NOTE)",
            {
                "code": self.frozen.code,
                "area": written(self.would_be_ha, 4),
                "base": written(self.frozen.area_ha or 0.0, 4),
                "day": self.frozen.effective_on.isoformat(),
                "event": self.frozen.id,
            },
        )


def against_base(
    which: ListKind, columns: Mapping[str, Value], events: Sequence[Event], given: Mapping[str, Value]
) -> Against | None:
    """What areas ``given`` now by field code say against the base frozen before; None when they agree or say nothing.

    Only the areas of documents count; what was supplied or withdrawn since moves no base.
    """
    fields = {catalogue.field_of(which, name).code for name in DOCUMENT_AREAS[which].given}
    areas = {code: value for code, value in given.items() if code in fields and value is not None}
    frozen = [event for event in in_force(events, date.max) if freezes(event)] if areas else []
    if not frozen:
        return None
    known = in_force(events, frozen[-1].effective_on)
    row = row_as_of(which, columns, recorded_facts(known), fields_with_events(which, events))
    before, would_be = (documented_ha(catalogue.case_of(which, each)) for each in (row, {**row, **areas}))
    if would_be is None or _same(would_be, frozen[-1].area_ha) or _same(would_be, before):
        return None
    return Against(frozen[-1], would_be)


def _same(one_ha: float, other_ha: float | None) -> bool:
    return other_ha is not None and abs(one_ha - other_ha) < AREA_STEP_HA / 2

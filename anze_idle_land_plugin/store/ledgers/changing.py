"""What a ledger changes in a parcel on the ledger's day, and what it may not: kept by events, or a step's to move.

A parcel that nothing has happened to takes the ledger's values as its columns. In a known one every change is a fact
of the ledger's day, so that the days before it stay as they were told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Mapping, Sequence

from ... import catalogue
from ...catalogue import Field, Value, land_use
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.rounding import hectares
from ...model.standing.base import says_state
from ...model.standing.events import Event, in_force, is_earlier_value
from ...model.standing.settling import AREA_STEP_HA
from ...model.standing.standing import Standing, standing
from ...readers.ledger.values import Rounded
from ..standing.case_on_day import fields_with_events, row_as_of

AREAS = ("area_ha", "supplied_area_ha", "withdrawn_area_ha", "contract_area_ha", "idle_area_ha")
"""Attributes of a parcel's own areas, which a survey or an exact document may know better than a rounded unit."""
AUTHOR = "台账导入"
"""Who stands as the author of what ledgers say."""


@dataclass(frozen=True)
class Change:
    """A value that a ledger changes, as stored texts. ``day`` is None in a parcel that nothing happened to yet."""

    code: str
    title: str
    field: str
    old: str
    new: str
    day: date | None


class Parcel:
    """One parcel as it stands on the ledger's day. ``known``: something has happened to it already."""

    def __init__(
        self, which: ListKind, code: str, columns: Mapping[str, Value], events: Sequence[Event], day: date, year: int
    ) -> None:
        self.which, self.code, self.day = which, code, day
        self.events = in_force(events, date.max)
        self.known = bool(self.events)
        self.machine = catalogue.workflow(which)
        self.stands: Standing = standing(events, self.machine, day, year=year)
        with_events = fields_with_events(which, self.events)
        self.row = row_as_of(which, columns, self.stands.facts, with_events) if self.known else dict(columns)
        self._grown = {step.adds_to for step in self.machine.transitions.values() if step.adds_to}

    @property
    def entered(self) -> bool:
        """Whether an event says its state."""
        return any(says_state(event) for event in self.events)

    def is_as_before(self, field: Field, value: Value) -> bool:
        """Whether a ledger's value leaves the field as it is on its day."""
        before = self.row.get(field.code)
        if field.code_list == land_use.CODE_LIST:
            return land_use.keeps(self.which, field.code, str(before or ""), str(value))
        return field.store(value) == self.stored(field)

    def exact(self, value: Value, field: Field, written: Rounded | None, surveyed_m2: float | None) -> Value:
        """The exact area that a rounded one agrees with: as it stands, or where nothing stands as it was surveyed.

        Any other value is given back as the ledger has it.
        """
        if written is None or field.attribute not in AREAS:
            return value
        stands = self.row.get(field.code)
        if stands is not None:
            return float(str(stands)) if written.agrees(float(str(stands)), AREA_STEP_HA / 2) else value
        whole = surveyed_m2 is not None and written.coarse and written.agrees(surveyed_m2 / 10_000)
        return float(hectares(surveyed_m2)) if whole and surveyed_m2 is not None else value

    def against_rounded(self, field: Field, written: Rounded | None) -> Message | None:
        """Why a rounded area that differs from the one that stands does not take its place."""
        stands = self.row.get(field.code)
        if written is None or not written.coarse or field.attribute not in AREAS or stands is None:
            return None
        sentence = (
            "{field} stands at {area} ha; the ledger's rounded area does not agree with it within half of its last "
            "digit and does not take its place. If it is right, record the area in hectares with its document"
        )
        return Message("rounded", sentence, {"field": field.name_zh, "area": self.stored(field)})

    def stored(self, field: Field) -> str:
        """The field's value on the ledger's day as stored text."""
        before = self.row.get(field.code)
        return field.store(field.parse(str(before)) if before is not None else None)

    def against(self, field: Field) -> Message | None:
        """Why a ledger may not change the field; None when it may."""
        if not self.known:
            return None
        if field.code in self._grown:
            return self._grows_by_steps(field)
        of_field = [each for each in self.events if each.field == field.code and not is_earlier_value(each)]
        later = next((event for event in of_field if event.effective_on > self.day), None)
        if later is None and (not of_field or of_field[-1].author == AUTHOR):
            return None
        event = later or of_field[-1]
        sentence = (
            "{field} was recorded on {day} and is kept; if the ledger is right, record it with its own day and document"
        )
        return Message("kept_by_event", sentence, {"field": field.name_zh, "day": event.effective_on.isoformat()})

    def _grows_by_steps(self, field: Field) -> Message:
        steps = [step for step in self.machine.transitions.values() if step.adds_to == field.code]
        sentence = (
            "{field} grows by a step with its contract or decision and its day, not by a ledger; take the step "
            "({steps}), or correct the one that was recorded"
        )
        return Message(
            "grows_by_steps", sentence, {"field": field.name_zh, "steps": "、".join(step.label for step in steps)}
        )

    def against_state(self, said: str) -> Message | None:
        """What a state word says against the state of the day; a ledger never moves the machine."""
        if not said or not self.entered or said == self.stands.state.code:
            return None
        sentence = "the case stands in another state on {day}; change states by steps"
        return Message("state", sentence, {"day": self.day.isoformat()})

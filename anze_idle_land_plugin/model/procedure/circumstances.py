"""What a guard looks at: a case as it stands on the day of a step, and what the step brings along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import FrozenSet, Mapping, cast

from ..cases import Case, IdleCase, UnsuppliedCase
from ..standing.base import base_ha, documented_ha
from ..standing.events import Event
from ..standing.standing import Standing
from .due import DueStep
from .extension import ExtensionBound
from .idle_clock import Cause, IdleVerdict


@dataclass(frozen=True)
class Circumstances:
    """What a guard looks at: the case as it stands on the day of the step, and what the step brings along.

    ``values`` is the case by field code. Of idle land, ``clock`` is what the idle clock says on the day and ``cause``
    the group of its reason code. ``due`` are the limits of the next steps on the day.
    ``year_full_on`` is the day the year without a start was or would have been full, whatever came after.
    ``extension`` bounds the start an extension may agree (None: nothing bounds it).
    ``base_area_ha`` is the base of the day where it is known already (hectares).
    ``attached`` holds the ids of events that carry an attachment; ``document`` and ``brings_attachment`` are the
    step's own.
    """

    case: Case
    values: Mapping[str, object]
    day: date
    stands: Standing
    lapse_years: int
    clock: IdleVerdict | None = None
    cause: Cause = Cause.NOT_GIVEN
    attached: FrozenSet[int] = frozenset()
    document: str = ""
    brings_attachment: bool = False
    due: tuple[DueStep, ...] = ()
    base_area_ha: float | None = None
    extension: ExtensionBound | None = None
    year_full_on: date | None = None

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in force on the day, in order."""
        return self.stands.events

    @property
    def base_ha(self) -> float:
        """The base on the day, in hectares."""
        if self.base_area_ha is not None:
            return self.base_area_ha
        return base_ha(self.stands.frozen_ha, documented_ha(self.case), self.case.area_m2)

    @property
    def left_ha(self) -> float:
        """The area of the base that no step has settled yet, in hectares; 0 where it is too little to be anything."""
        left = round(self.base_ha - self.stands.done_area_ha, 4)
        nothing = self.stands.done_area_ha > 0 and left < self.stands.nothing_below_ha
        return 0.0 if nothing else max(left, 0.0)

    @property
    def idle(self) -> IdleCase:
        return cast(IdleCase, self.case)

    @property
    def unsupplied(self) -> UnsuppliedCase:
        return cast(UnsuppliedCase, self.case)

    def took(self, *steps: str) -> bool:
        """Whether one of the steps was taken before."""
        return any(event.transition in steps for event in self.events)

    def proven(self, *steps: str) -> bool:
        """Whether this step, or one of those taken before, carries a document or an attachment."""
        own = bool(self.document) or self.brings_attachment
        return own or any(
            event.transition in steps and (event.document or event.id in self.attached) for event in self.events
        )

"""Areas that steps settle: what is left of a parcel, how supplied and withdrawn areas grow, what a step settles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterable, Mapping

from ..cases import UnsuppliedCase
from ..procedure.workflow import Transition, Workflow
from ..rounding import hectares
from .base import documented_ha
from .events import Event, EventKind

AREA_STEP_HA = 0.0001
"""Areas in hectares carry four decimals: two that differ by less than half a step are the same."""

GYMJ = "GYMJ"
"""供应面积, the area of the contract."""


def remaining_ha(case: UnsuppliedCase) -> float | None:
    """未供面积 = 地块面积 - 已供面积 - 撤回面积, hectares (docs/counting.md 1); None while no area is known."""
    if case.area_ha is None and case.area_m2 is not None:
        return documented_ha(replace(case, area_ha=float(hectares(case.area_m2))))
    return documented_ha(case)


@dataclass(frozen=True)
class Growth:
    """A field that steps add to: its value after the last step, and what was recorded of it since (hectares)."""

    settled: float = 0.0
    said: float | None = None

    @property
    def value(self) -> float:
        return self.settled if self.said is None else self.said

    @property
    def pending(self) -> float:
        """What was recorded of the field before the step that stands for it."""
        return max(self.value - self.settled, 0.0)

    def grown(self, area_ha: float) -> Growth:
        """After a step. A value recorded just before the step is its outcome, not something to add to."""
        if self.pending >= area_ha - AREA_STEP_HA / 2:
            return Growth(self.value)
        return Growth(round(min(self.value, self.settled) + area_ha, 4))


def growths(events: Iterable[Event], workflow: Workflow) -> Mapping[str, Growth]:
    """The fields that steps add to (YGMJ, CHMJ), from the events in force; a field without events is not in it."""
    added = {step.adds_to for step in workflow.transitions.values() if step.adds_to}
    found: dict[str, Growth] = {}
    for event in events:
        before = found.get(event.field, Growth())
        if event.field in added:
            value = float(event.value or 0.0)
            found[event.field] = Growth(value) if event.kind is EventKind.BASELINE else Growth(before.settled, value)
        step = _step(event, workflow)
        if step is not None and step.adds_to and event.area_ha is not None:
            found[step.adds_to] = found.get(step.adds_to, Growth()).grown(event.area_ha)
    return found


def settled_area(
    step: Transition, left_ha: float, events: Iterable[Event], workflow: Workflow, contract_ha: float | None
) -> float | None:
    """The area a step settles when nobody says otherwise, in hectares; None for a step that settles none.

    A supply settles its contract's area, a withdrawal the area recorded for it, the mark of a withdrawal what was
    withdrawn and not yet marked; whatever is not known so settles what is left.
    """
    if not (step.completes or step.adds_to):
        return None
    counting = list(events)
    known: float | None = None
    if step.adds_to:
        known = growths(counting, workflow).get(step.adds_to, Growth()).pending
        if not known and step.completes and _is_of_this_supply(counting, step):
            known = contract_ha
    else:
        known = _area(counting, workflow, completes=False) - _area(counting, workflow, completes=True)
    return round(min(known, left_ha), 4) if known and known > AREA_STEP_HA / 2 else left_ha


def _is_of_this_supply(events: Iterable[Event], step: Transition) -> bool:
    """Whether the contract area was recorded since the last supply, or there was none."""
    last = next((each for each in reversed(list(events)) if step.code == each.transition or each.field == GYMJ), None)
    return last is None or last.field == GYMJ


def _area(events: Iterable[Event], workflow: Workflow, completes: bool) -> float:
    """Areas of the steps that add without completing, or of those that complete without adding."""
    steps = [(event, _step(event, workflow)) for event in events]
    return sum(
        event.area_ha or 0.0
        for event, step in steps
        if step is not None and step.completes == completes and bool(step.adds_to) != completes
    )


def _step(event: Event, workflow: Workflow) -> Transition | None:
    return workflow.transitions.get(event.transition) if event.kind is EventKind.TRANSITION else None

"""How a parcel stands on a given day: derived from its events, never stored by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterable, Mapping, Sequence

from ..kinds import Status
from ..messages import Message
from ..procedure.workflow import SETTLED, SUSPENDED_STATE, State, Workflow
from .base import OUTSIDE_BASE, freezes, says_state
from .events import STATE_FIELD, Event, EventKind, holds, in_force
from .rank import Limits, Measures, settled, status_of
from .settling import growths


@dataclass(frozen=True)
class Standing:
    """State, figures and facts of one parcel as of a day.

    ``facts`` are the latest values of fields changed by events; a field without events is not in it. Areas are
    hectares: ``base_area_ha`` is the base frozen by then, ``opened_ha`` what the first baseline of all froze, also one
    of a later day (None where none is); ``done_area_ha`` was settled by completing steps within the year; these are
    ``settling``. ``resumes`` is the state to go back to after a suspension. What remains below ``nothing_below_ha`` is
    nothing.
    """

    state: State
    resumes: State | None
    since: date | None
    started: bool
    base_area_ha: float | None
    opened_ha: float | None
    done_area_ha: float
    done_on: date | None
    confirmed_on: date | None
    facts: Mapping[str, str]
    events: tuple[Event, ...]
    settling: tuple[Event, ...]
    irregular: tuple[Message, ...]
    nothing_below_ha: float

    @property
    def closed(self) -> bool:
        return self.state.terminal

    @property
    def suspended(self) -> bool:
        return self.state.code == SUSPENDED_STATE

    @property
    def in_base(self) -> bool:
        """不构成闲置 and annotated 查封/涉诉 parcels leave the base (completion_rules.csv)."""
        return self.state.code not in OUTSIDE_BASE

    @property
    def frozen_ha(self) -> float | None:
        """The base on the day, frozen by then or else by what was recorded first for a later day; None without any."""
        return self.opened_ha if self.base_area_ha is None else self.base_area_ha

    @property
    def confirmed(self) -> bool:
        return self.confirmed_on is not None

    def settled(self, area_ha: float) -> bool:
        """Whether nothing of the base is left. ``area_ha`` stands in where the base is not frozen yet."""
        base = area_ha if self.frozen_ha is None else self.frozen_ha
        return settled(self.done_area_ha, base, self.nothing_below_ha)


def standing(
    events: Iterable[Event], workflow: Workflow, as_of: date, recorded_by: str | None = None, year: int | None = None
) -> Standing:
    """The standing of one parcel from all its events, as of a day.

    Only areas settled in ``year`` (the campaign's) count as done; None counts them all.
    """
    known = in_force(events, date.max, recorded_by)
    opened = next((event.area_ha for event in known if freezes(event)), None)
    return standing_of([event for event in known if holds(event, as_of)], workflow, year, opened)


def standing_of(
    counting: Sequence[Event], workflow: Workflow, year: int | None = None, opened_ha: float | None = None
) -> Standing:
    """The same from the events in force on the day, in their order, and what the first baseline of all froze."""
    walk = workflow.walk(counting)
    moves = [event for event in counting if says_state(event)]
    completing = [
        event for event in counting if _completes(event, workflow) and (year is None or event.effective_on.year == year)
    ]
    confirms = [event.effective_on for event in counting if event.kind is EventKind.CONFIRM]
    frozen = [event for event in counting if freezes(event)]
    return Standing(
        state=walk.state,
        resumes=walk.resumes,
        since=moves[-1].effective_on if moves else None,
        started=any(event.transition for event in moves),
        base_area_ha=frozen[-1].area_ha if frozen else None,
        opened_ha=opened_ha,
        done_area_ha=round(sum(event.area_ha or 0.0 for event in completing), 4),
        done_on=completing[-1].effective_on if completing else None,
        confirmed_on=confirms[-1] if confirms else None,
        facts=_facts(counting, workflow),
        events=tuple(counting),
        settling=tuple(completing),
        irregular=walk.irregular,
        nothing_below_ha=workflow.nothing_below_ha,
    )


def recorded_facts(counting: Iterable[Event]) -> dict[str, str]:
    """The last recorded value of each field that has events in force; areas that steps added to it are left out."""
    return {event.field: event.value for event in counting if event.field and event.field != STATE_FIELD}


def _facts(counting: Sequence[Event], workflow: Workflow) -> dict[str, str]:
    facts = recorded_facts(counting)
    facts.update({field: f"{growth.value:.4f}" for field, growth in growths(counting, workflow).items()})
    return facts


def _completes(event: Event, workflow: Workflow) -> bool:
    step = workflow.transitions.get(event.transition)
    return event.transition == SETTLED or (event.kind is EventKind.TRANSITION and step is not None and step.completes)


def status(stands: Standing, deadline: date | None, base_area_ha: float, as_of: date, warn_days: int) -> Status:
    """The display status by the rank of conditions; ``base_area_ha`` is the base on the day.

    A parcel is in warning when its deadline lies within ``warn_days`` (policy_numbers.csv).
    """
    measures = Measures(
        suspended=int(stands.suspended),
        closed=int(stands.closed),
        done_ha=stands.done_area_ha,
        left_ha=base_area_ha - stands.done_area_ha,
        days_left=None if deadline is None else (deadline - as_of).days,
        started=int(stands.started),
    )
    return status_of(measures, Limits(warn_days, stands.nothing_below_ha))

"""How a parcel stands on a given day: derived from its events, never stored by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Iterable, Mapping, Sequence

from ..kinds import Status
from ..messages import Message
from ..procedure.workflow import SETTLED, SUSPENDED_STATE, State, Workflow
from .events import STATE_FIELD, Event, EventKind, in_force
from .settling import AREA_STEP_HA, growths

NOT_IDLE_STATE = "X30"


@dataclass(frozen=True)
class Standing:
    """State, figures and facts of one parcel as of a day.

    ``facts`` are the latest values of fields changed by events; a field without events is not in it. Areas are
    hectares: ``base_area_ha`` entered the base (None when no baseline says so), ``done_area_ha`` was settled by
    completing steps within the year; these are ``settling``. ``resumes`` is the state to go back to after a suspension.
    """

    state: State
    resumes: State | None
    since: date | None
    started: bool
    base_area_ha: float | None
    done_area_ha: float
    done_on: date | None
    confirmed_on: date | None
    facts: Mapping[str, str]
    events: tuple[Event, ...]
    settling: tuple[Event, ...]
    irregular: tuple[Message, ...]

    @property
    def closed(self) -> bool:
        return self.state.terminal

    @property
    def suspended(self) -> bool:
        return self.state.code == SUSPENDED_STATE

    @property
    def in_base(self) -> bool:
        """不构成闲置 and annotated 查封/涉诉 parcels leave the base (completion_rules.csv)."""
        return not self.suspended and self.state.code != NOT_IDLE_STATE

    @property
    def confirmed(self) -> bool:
        return self.confirmed_on is not None

    def settled(self, area_ha: float | None) -> bool:
        """Whether nothing of the base is left. ``area_ha`` stands in where no baseline gave one."""
        base = self.base_area_ha if self.base_area_ha is not None else area_ha
        return self.done_area_ha > 0 and (base is None or self.done_area_ha >= base - AREA_STEP_HA / 2)


def standing(
    events: Iterable[Event], workflow: Workflow, as_of: date, recorded_by: str | None = None, year: int | None = None
) -> Standing:
    """The standing of one parcel from all its events, as of a day.

    Only areas settled in ``year`` (the campaign's) count as done; None counts them all.
    """
    counting = in_force(events, as_of, recorded_by)
    walk = workflow.walk(counting)
    moves = [event for event in counting if event.field == STATE_FIELD]
    completing = [
        event for event in counting if _completes(event, workflow) and (year is None or event.effective_on.year == year)
    ]
    confirms = [event.effective_on for event in counting if event.kind is EventKind.CONFIRM]
    baselines = [event for event in moves if event.kind is EventKind.BASELINE and event.transition != SETTLED]
    return Standing(
        state=walk.state,
        resumes=walk.resumes,
        since=moves[-1].effective_on if moves else None,
        started=any(event.transition for event in moves),
        base_area_ha=baselines[-1].area_ha if baselines else None,
        done_area_ha=round(sum(event.area_ha or 0.0 for event in completing), 4),
        done_on=completing[-1].effective_on if completing else None,
        confirmed_on=confirms[-1] if confirms else None,
        facts=_facts(counting, workflow),
        events=tuple(counting),
        settling=tuple(completing),
        irregular=walk.irregular,
    )


def _facts(counting: Sequence[Event], workflow: Workflow) -> dict[str, str]:
    facts = {event.field: event.value for event in counting if event.field and event.field != STATE_FIELD}
    facts.update({field: f"{growth.value:.4f}" for field, growth in growths(counting, workflow).items()})
    return facts


def _completes(event: Event, workflow: Workflow) -> bool:
    step = workflow.transitions.get(event.transition)
    return event.transition == SETTLED or (event.kind is EventKind.TRANSITION and step is not None and step.completes)


def status(stands: Standing, deadline: date | None, area_ha: float | None, as_of: date, warn_days: int) -> Status:
    """The display status; the first that fits of suspended, closed, done, overdue, warning, not started, on time.

    A parcel is in warning when its deadline lies within ``warn_days`` (policy_numbers.csv).
    """
    if stands.suspended:
        return Status.SUSPENDED
    if stands.closed:
        return Status.CLOSED
    if stands.settled(area_ha):
        return Status.DONE
    if deadline is not None and deadline < as_of:
        return Status.OVERDUE
    if deadline is not None and deadline <= as_of + timedelta(days=warn_days):
        return Status.WARNING
    return Status.ON_TIME if stands.started else Status.NOT_STARTED

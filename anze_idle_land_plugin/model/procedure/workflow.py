"""The state machines. The machines themselves are data (resources/codes/states_*.csv, transitions_*.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Mapping

from ..kinds import ListKind
from ..messages import Message
from ..standing.events import STATE_FIELD, Event, EventKind

SUSPENDED_STATE = "XS0"
ANY_STATE = "*"
OVERRIDE = "OVERRIDE"
"""Stands in place of a step's code on an event that moved a case against the machine, with the reason as its note."""
SETTLED = "SETTLED"
"""Stands there on a baseline that says how much was settled before this campaign file knew of the parcel."""


@dataclass(frozen=True)
class State:
    """One state of a list. ``terminal`` states have no way out."""

    code: str
    name: str
    terminal: bool


@dataclass(frozen=True)
class Transition:
    """One step of a machine: from a state to a state, with the document that proves it.

    ``guards`` are ids of ``guards.csv``: every group must hold, and a group holds when one of its guards does.
    ``required_fields`` are field codes that must have a value by the day of the step. ``document`` is empty where the
    step needs none. ``completes`` says whether the step settles area for the completion rate; ``adds_to`` is the area
    field (YGMJ or CHMJ) that grows by the event's area.
    """

    code: str
    source: str
    target: str
    name: str
    document: str
    actor: str
    guards: tuple[tuple[str, ...], ...]
    required_fields: tuple[str, ...]
    completes: bool
    adds_to: str
    article: str

    @property
    def label(self) -> str:
        """Code and name, as sentences call the step."""
        return f"{self.code} {self.name}"


@dataclass(frozen=True)
class Walk:
    """Where a case stands after its events: the state, the one to resume after a suspension (None when unknown), and
    every step that was not admissible when it was taken."""

    state: State
    resumes: State | None
    irregular: tuple[Message, ...]


@dataclass(frozen=True)
class Workflow:
    """The machine of one list. A remainder below ``nothing_below_ha`` hectares is nothing (policy_numbers.csv)."""

    which: ListKind
    states: Mapping[str, State]
    transitions: Mapping[str, Transition]
    nothing_below_ha: float

    @property
    def initial(self) -> State:
        """The state of a parcel nothing is known of yet: the first row of the state table."""
        return next(iter(self.states.values()))

    def admits(self, state: State, transition: Transition) -> bool:
        """Whether the step may be taken from this state. ``*`` is any state that is neither terminal nor suspended."""
        if transition.source == ANY_STATE:
            return not state.terminal and state.code != SUSPENDED_STATE
        return transition.source == state.code

    def steps_from(self, state: State) -> tuple[Transition, ...]:
        """The admissible next steps, in the order of the table."""
        return tuple(step for step in self.transitions.values() if self.admits(state, step))

    def name_of(self, event: Event) -> str:
        """What an event that moved or entered a case is called on prints."""
        step = self.transitions.get(event.transition)
        return step.name if step is not None else _NAMES.get(event.transition, "纳入底数")

    def after(self, state: State, transition: Transition, resumes: State | None) -> State:
        """The state a step leads to. A case that leaves suspension resumes the state it was in before."""
        if transition.source == SUSPENDED_STATE and resumes is not None:
            return resumes
        return self.states[transition.target]

    def walk(self, events: Iterable[Event]) -> Walk:
        """Replay events in force (in order). Steps out of order are taken all the same, and reported.

        An event carries the state it led to; the replay says whether the way there was admissible.
        """
        state, resumes = self.initial, None
        irregular: list[Message] = []
        for event in events:
            step = self.transitions.get(event.transition) if event.kind is EventKind.TRANSITION else None
            if step is not None and not self.admits(state, step):
                irregular.append(_irregular(event, state, step))
            target = self._led_to(event, step, state, resumes)
            if target.code == SUSPENDED_STATE and state.code != SUSPENDED_STATE and event.kind is EventKind.TRANSITION:
                resumes = state
            state = target
        return Walk(state, resumes, tuple(irregular))

    def _led_to(self, event: Event, step: Transition | None, state: State, resumes: State | None) -> State:
        if event.field == STATE_FIELD and event.value in self.states:
            return self.states[event.value]
        return self.after(state, step, resumes) if step is not None else state


_NAMES = {OVERRIDE: "特批调整", SETTLED: "此前已完成"}


def _irregular(event: Event, state: State, step: Transition) -> Message:
    return Message(
        "irregular_step",
        "Parcel {code}: step {step} on {day} is not admissible in state {state}",
        {"code": event.code, "step": step.name, "day": event.effective_on.isoformat(), "state": state.name},
    )

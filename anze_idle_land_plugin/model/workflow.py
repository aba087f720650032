"""The state machines. The machines themselves are data (resources/codes/states_*.csv, transitions_*.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Mapping

from .events import STATE_FIELD, Event, EventKind
from .messages import Message
from .words import ListKind

SUSPENDED_STATE = "XS0"
ANY_STATE = "*"


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
    field (YGMJ or CHMJ) that grows by the event's area. ``limit`` counts ``limit_unit`` (day, working_day, year) from
    the field in ``limit_anchor``; ``limit_text`` says it in words; ``basis`` is where the row comes from.
    """

    code: str
    source: str
    target: str
    name: str
    trigger: str
    document: str
    actor: str
    guards: tuple[tuple[str, ...], ...]
    required_fields: tuple[str, ...]
    completes: bool
    adds_to: str
    limit: int | None
    limit_unit: str
    limit_anchor: str
    limit_text: str
    article: str
    basis: str

    @property
    def label(self) -> str:
        """Code and name, as sentences call the step."""
        return f"{self.code} {self.name}"


@dataclass(frozen=True)
class Walk:
    """Where a case stands after its events: the state, and every step that was not admissible when it was taken."""

    state: State
    irregular: tuple[Message, ...]


@dataclass(frozen=True)
class Workflow:
    """The machine of one list."""

    which: ListKind
    states: Mapping[str, State]
    transitions: Mapping[str, Transition]

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

    def after(self, state: State, transition: Transition, before_suspension: State) -> State:
        """The state a step leads to. A case that leaves suspension resumes the state it was in before."""
        if transition.source == SUSPENDED_STATE:
            return before_suspension
        return self.states[transition.target]

    def walk(self, events: Iterable[Event]) -> Walk:
        """Replay events in force (in order). Steps out of order are taken all the same, and reported."""
        state = before_suspension = self.initial
        irregular: list[Message] = []
        for event in events:
            if event.field != STATE_FIELD:
                continue
            if event.kind is EventKind.BASELINE and event.value in self.states:
                state = self.states[event.value]
            elif event.kind is EventKind.TRANSITION and event.transition in self.transitions:
                step = self.transitions[event.transition]
                if not self.admits(state, step):
                    irregular.append(_irregular(event, state, step))
                next_state = self.after(state, step, before_suspension)
                if next_state.code == SUSPENDED_STATE and state.code != SUSPENDED_STATE:
                    before_suspension = state
                state = next_state
        return Walk(state, tuple(irregular))


def _irregular(event: Event, state: State, step: Transition) -> Message:
    return Message(
        "irregular_step",
        "Parcel {code}: step {step} on {day} is not admissible in state {state}",
        {"code": event.code, "step": step.name, "day": event.effective_on.isoformat(), "state": state.name},
    )

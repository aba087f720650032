"""The state machines of the lists, from states_*.csv and transitions_*.csv."""

from __future__ import annotations

from ..model.kinds import ListKind
from ..model.procedure.workflow import State, Transition, Workflow
from .fields import SUFFIX
from .policy import nothing_below_ha
from .tables import Row, kept, table


@kept
def workflow(which: ListKind) -> Workflow:
    """The state machine of a list, from states_*.csv and transitions_*.csv."""
    suffix = SUFFIX[which]
    states = {
        row["state"]: State(row["state"], row["name"], row["terminal"] == "1") for row in table(f"states_{suffix}")
    }
    steps = {row["code"]: _transition(row) for row in table(f"transitions_{suffix}")}
    return Workflow(which, states, steps, nothing_below_ha())


def _transition(row: Row) -> Transition:
    return Transition(
        code=row["code"],
        source=row["from"],
        target=row["to"],
        name=row["name_zh"],
        document="" if row["document"] == "-" else row["document"],
        actor=row["actor"],
        guards=tuple(tuple(group.split("|")) for group in row["guard"].split(";") if group),
        required_fields=tuple(part for part in row["required_fields"].split(";") if part),
        completes=row["completes"] == "Y",
        adds_to=row["adds_to"],
        article="" if row["article"] == "-" else row["article"],
    )

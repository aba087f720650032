"""May this parcel take this step today? One answer for the dialog, the batch and the tests (habit: say why not)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from ...model.rounding import written
from ..messages import Message
from ..standing.settling import settled_area
from .circumstances import Circumstances
from .due import Situation
from .guards import refusals
from .workflow import Transition, Workflow


@dataclass(frozen=True)
class Verdict:
    """What stands between a parcel and a step.

    ``refusals`` are sentences that name the parcel, the condition and the way out. ``missing`` are the codes of
    required fields without a value: given with the step, they no longer stand in its way. ``remarks`` do not stop the
    step: a limit that has passed, a document not named. ``area_ha`` is what the step settles when nobody says
    otherwise (None: it settles nothing).
    """

    step: Transition
    refusals: tuple[Message, ...]
    missing: tuple[str, ...]
    remarks: tuple[Message, ...]
    area_ha: float | None

    @property
    def admitted(self) -> bool:
        return not self.refusals and not self.missing


def judge(machine: Workflow, step: Transition, about: Circumstances) -> Verdict:
    """Hold a step against state, guards, required fields and limits on its day."""
    missing = tuple(
        code for code in step.required_fields if code != step.adds_to and about.values.get(code) in (None, "")
    )
    area = settled_area(step, about.left_ha, about.events, machine, about.case.contract_area_ha)
    if not machine.admits(about.stands.state, step):
        return Verdict(step, (_not_admitted(machine, step, about),), missing, (), area)
    refused = tuple(
        Message(
            "guard_refuses",
            "Parcel {code}: {step} is refused (condition {guard}): {reason}",
            {"code": about.case.code, "step": step.label, "guard": guard, "reason": reason},
        )
        for guard, reason in refusals(step, about)
    )
    return Verdict(step, refused, missing, _remarks(step, about), area)


def choices(machine: Workflow, about: Circumstances) -> tuple[Verdict, ...]:
    """The steps that start from the parcel's state, each with its verdict, in the order of the table."""
    return tuple(judge(machine, step, about) for step in machine.steps_from(about.stands.state))


def missing_fields(verdict: Verdict, code: str, labels: Mapping[str, str]) -> Message:
    """The sentence about required fields; ``labels`` are their names by code."""
    return Message(
        "fields_missing",
        "Parcel {code}: {step} needs {fields}; give the values with the step (FACTS), or record them first",
        {
            "code": code,
            "step": verdict.step.label,
            "fields": "、".join(f"{field} {labels.get(field, '')}".strip() for field in verdict.missing),
        },
    )


def too_large(verdict: Verdict, about: Circumstances, area_ha: float) -> Message | None:
    """Why an area is refused: a step cannot settle more than is left."""
    most = about.left_ha + about.stands.nothing_below_ha
    if not (verdict.step.completes or verdict.step.adds_to) or area_ha < most:
        return None
    return Message(
        "area_too_large",
        "Parcel {code}: {step} cannot settle {area} ha, only {left} ha are left; give a smaller AREA",
        {
            "code": about.case.code,
            "step": verdict.step.label,
            "area": written(area_ha, 4),
            "left": written(about.left_ha, 4),
        },
    )


def _not_admitted(machine: Workflow, step: Transition, about: Circumstances) -> Message:
    possible = "、".join(each.label for each in machine.steps_from(about.stands.state)) or "-"
    return Message(
        "step_not_admitted",
        "Parcel {code} stands in {state} on {day}; the step {step} starts from another state. Possible steps: {steps}",
        {
            "code": about.case.code,
            "state": about.stands.state.name,
            "day": about.day.isoformat(),
            "step": step.label,
            "steps": possible,
        },
    )


def _remarks(step: Transition, about: Circumstances) -> tuple[Message, ...]:
    remarks = []
    if step.document and not about.document and not about.brings_attachment:
        sentence = "Parcel {code}: {step} rests on {document}; no document was named"
        values = {"code": about.case.code, "step": step.label, "document": step.document}
        remarks.append(Message("no_document", sentence, values))
    for due in about.due:
        if due.step.code == step.code and due.situation is Situation.OVERDUE and due.due_on is not None:
            remarks.append(
                Message(
                    "step_is_late",
                    "Parcel {code}: {step} was due by {due}, counted from {field}; it is {days} days late",
                    {
                        "code": about.case.code,
                        "step": step.label,
                        "due": due.due_on.isoformat(),
                        "field": due.anchor,
                        "days": (about.day - due.due_on).days,
                    },
                )
            )
    return tuple(remarks)

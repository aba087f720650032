"""进展: what happened to a parcel, step by step with its document, and by when it must be done."""

from __future__ import annotations

from datetime import date
from typing import Callable, NamedTuple, Sequence

from ...model.standing.events import Event, EventKind
from ...model.standing.snapshot import Dossier
from ...wording.days import in_table
from ..paper.canvas import BODY, BOLD, MM_PER_POINT, Box, Canvas
from ..paper.text_flow import draw_fit, line_height, sizes, wrap
from .facts import Fact, day, settled, time_left

STATE_POINTS, DOCUMENT_POINTS = 7.5, 6.5
HEAD, FOOT, DAY_WIDTH, GAP = 5.5, 5.8, 18.0, 0.6
"""mm: room for the heading, for the deadline, for the days, between two steps."""


class Step(NamedTuple):
    """One step of the timeline."""

    on: date
    state: str
    document: str
    department: str


class Laid(NamedTuple):
    """A step with the lines it takes."""

    step: Step
    state: tuple[str, ...]
    document: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.state) * line_height(STATE_POINTS) + len(self.document) * line_height(DOCUMENT_POINTS) + GAP


def steps_of(dossier: Dossier, state_name: Callable[[str], str]) -> list[Step]:
    """The states a parcel went through and the system's confirmation, oldest first."""
    return [
        Step(event.effective_on, _state(event, state_name), event.document, event.department)
        for event in dossier.standing.events
        if event.field == "ZT" or event.kind is EventKind.CONFIRM
    ]


def _state(event: Event, state_name: Callable[[str], str]) -> str:
    return "系统确认" if event.kind is EventKind.CONFIRM else state_name(event.value)


def lay_steps(steps: Sequence[Step], width: float) -> list[Laid]:
    room = width - DAY_WIDTH - 2.5
    return [
        Laid(
            step,
            wrap(step.state, room / (STATE_POINTS * MM_PER_POINT), BOLD),
            wrap(step.document, room / (DOCUMENT_POINTS * MM_PER_POINT), BODY) if step.document else (),
        )
        for step in steps
    ]


def height_of(laid: Sequence[Laid]) -> float:
    """The room all steps take with heading and deadline, in mm."""
    return HEAD + sum(each.height for each in laid) + FOOT


def shown_within(laid: Sequence[Laid], height: float) -> Sequence[Laid]:
    """The newest steps that have room; with some left out, a line that says so takes its room too."""
    if height_of(laid) <= height:
        return laid
    room = height - HEAD - FOOT - line_height(DOCUMENT_POINTS)
    first = len(laid)
    while first and laid[first - 1].height <= room:
        first -= 1
        room -= laid[first].height
    return laid[first:]


def draw_timeline(canvas: Canvas, laid: Sequence[Laid], dossier: Dossier, as_of: date, box: Box) -> None:
    """Draw the steps that have room into the box, newest last."""
    shown = shown_within(laid, box.height)
    canvas.rectangle(box, colour="#000000", width=0.25)
    canvas.text(Box(box.x + 1.5, box.y + 0.8, 30, 4), "进展", 7.5, BOLD)
    y = box.y + HEAD
    if len(shown) < len(laid):
        words = f"此前 {len(laid) - len(shown)} 步见附页"
        canvas.text(Box(box.x + 1.5, y, box.width - 3, line_height(DOCUMENT_POINTS)), words, DOCUMENT_POINTS)
        y += line_height(DOCUMENT_POINTS)
    for each in shown:
        y = _draw_step(canvas, each, box, y)
    left = time_left(dossier.case.deadline, as_of, settled(dossier))
    due = f"计划完成 {day(dossier.case.deadline)}　{left}"
    canvas.line([(box.x, box.bottom - 5.4), (box.right, box.bottom - 5.4)], width=0.1)
    draw_fit(canvas, Box(box.x + 1.5, box.bottom - 5, box.width - 3, 4.4), due, sizes(7.5), BOLD)


def _draw_step(canvas: Canvas, laid: Laid, box: Box, y: float) -> float:
    step, x = line_height(STATE_POINTS), box.x + DAY_WIDTH + 1
    width = box.right - x - 1.5
    canvas.text(Box(box.x + 1.5, y, DAY_WIDTH - 1, step), in_table(laid.step.on), 7.0)
    for line in laid.state:
        canvas.text(Box(x, y, width, step), line, STATE_POINTS, BOLD)
        y += step
    for line in laid.document:
        canvas.text(Box(x, y, width, line_height(DOCUMENT_POINTS)), line, DOCUMENT_POINTS, colour="#303030")
        y += line_height(DOCUMENT_POINTS)
    return y + GAP


def as_facts(steps: Sequence[Step]) -> list[Fact]:
    """All steps as rows for the annex."""
    return [
        Fact(in_table(step.on), "　".join(word for word in (step.state, step.document, step.department) if word), True)
        for step in steps
    ]

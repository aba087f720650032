"""The story after the ledgers: events.csv, every step held against the machine before it is written."""

from __future__ import annotations

import csv
import random
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Mapping, Sequence

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.procedure.workflow import Transition
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.standing import Standing, standing

from .facts import facts_of, guard_facts
from .paths import PARTIAL_STEP, closing_of
from .plots import YEAR
from .records import BUREAU, Record, state_at_baseline
from .scans import scan_of
from .schedule import BASELINE_DAY, LAST_DAY

COLUMNS = (
    "list",
    "code",
    "kind",
    "transition",
    "field",
    "value",
    "effective_on",
    "area_ha",
    "document",
    "department",
    "note",
    "attachments",
)
PARTIAL_SHARE = 0.55
WITHDRAWING_STEP, MARKING_STEP = "TP17", "TP18"
SCREENSHOT = "土地市场动态监测与监管系统截图"


class IllegalStory(Exception):
    """The generator made a step its machine does not admit."""


@dataclass(frozen=True)
class Story:
    """All events of all cases, in the order they happened."""

    events: tuple[Event, ...]
    partial: str
    """The code of the parcel supplied in part."""


def tell(records: Sequence[Record], rng: random.Random) -> Story:
    partial = _partial(records)
    events: list[Event] = []
    for record in records:
        events += _case(record, record.plot.code == partial, rng)
    events.sort(key=lambda event: event.effective_on)
    return Story(tuple(events), partial)


def _partial(records: Sequence[Record]) -> str:
    """The first supply settled in summer is only a part of its parcel."""
    return next(
        record.plot.code
        for record in records
        if record.plan.measure == "03" and record.plan.settles_on and record.plan.settles_on.month in (7, 8, 9)
    )


def _case(record: Record, in_part: bool, rng: random.Random) -> list[Event]:
    machine = catalogue.workflow(record.plot.which)
    events: list[Event] = []
    for code, day in record.plan.after:
        events += _step(record, machine.transitions[code], day, record.base_ha * (PARTIAL_SHARE if in_part else 1.0))
    if in_part and record.plan.settles_on:
        step = machine.transitions[PARTIAL_STEP]
        events += _step(record, step, record.plan.settles_on + timedelta(days=6), 0.0)
    elif record.plan.settles_on:
        events += _closing(record, record.plan.settles_on, rng)
    return events


def _step(record: Record, step: Transition, day: date, area_ha: float) -> list[Event]:
    facts = [
        _event(record, EventKind.FACT, day, field=field, value=value)
        for field, value in {
            **facts_of(step, day, record.known),
            **guard_facts(step),
            **_withdrawn(record, step),
        }.items()
        if value
    ]
    area = round(area_ha, 4) if step.completes or step.adds_to else None
    document = _document(step, day, record)
    moved = _event(record, EventKind.TRANSITION, day, transition=step.code, document=document, area_ha=area)
    return [*facts, moved]


def _withdrawn(record: Record, step: Transition) -> Mapping[str, str]:
    """A withdrawal approved before the ledger was drawn up enters it when the system marks it."""
    before = {code for code, _ in record.plan.before}
    return {"CHMJ": f"{record.base_ha:.4f}"} if step.code == MARKING_STEP and WITHDRAWING_STEP in before else {}


def _closing(record: Record, settled: date, rng: random.Random) -> list[Event]:
    """Some weeks later the system confirms and the case is struck off: for most, not for all, within the year."""
    confirmed = settled + timedelta(days=rng.randrange(9, 26))
    closed = confirmed + timedelta(days=rng.randrange(1, 6))
    if closed > LAST_DAY or rng.random() < 0.1:
        return []
    events = [_event(record, EventKind.CONFIRM, confirmed, document=SCREENSHOT)]
    if rng.random() < 0.8:
        step = catalogue.workflow(record.plot.which).transitions[closing_of(record.plot.which, record.plan.measure)]
        events += _step(record, step, closed, 0.0)
    return events


def _event(
    record: Record,
    kind: EventKind,
    day: date,
    transition: str = "",
    field: str = "",
    value: str = "",
    document: str = "",
    area_ha: float | None = None,
) -> Event:
    return Event(
        which=record.plot.which,
        code=record.plot.code,
        kind=kind,
        effective_on=day,
        transition=transition,
        field=field,
        value=value,
        area_ha=area_ha,
        document=document,
        department=record.office if kind is EventKind.TRANSITION else BUREAU,
    )


def _document(step: Transition, day: date, record: Record) -> str:
    """A withdrawal's number; else the document's Chinese name; where the table has none, the step's own."""
    if step.code == WITHDRAWING_STEP:
        return f"晋政地撤〔{day.year}〕{record.known.number}号"
    return step.name if not step.document or re.search("[A-Za-z]", step.document) else step.document


def stand_of(record: Record, mine: Sequence[Event], as_of: date) -> Standing:
    """How a case stands on a day: its ledger's baseline, then its own events."""
    machine = catalogue.workflow(record.plot.which)
    start = Event(
        record.plot.which,
        record.plot.code,
        EventKind.BASELINE,
        BASELINE_DAY,
        field=STATE_FIELD,
        value=state_at_baseline(record),
        area_ha=record.base_ha,
    )
    moves = [_as_stored(event) for event in mine]
    numbered = [_numbered(event, number) for number, event in enumerate([start, *moves], start=1)]
    return standing(numbered, machine, as_of, year=YEAR)


def _as_stored(event: Event) -> Event:
    return replace(event, field=STATE_FIELD) if event.kind is EventKind.TRANSITION else event


def _numbered(event: Event, number: int) -> Event:
    return replace(event, id=number)


def rates(records: Sequence[Record], story: Story, days: Sequence[date]) -> Mapping[str, float]:
    """Done area over base area on each day; raises IllegalStory when a step was not admissible."""
    by_code: dict[str, list[Event]] = {}
    for event in story.events:
        by_code.setdefault(event.code, []).append(event)
    found = {}
    for day in days:
        base = done = 0.0
        for record in records:
            stands = stand_of(record, by_code.get(record.plot.code, []), day)
            if stands.irregular:
                raise IllegalStory(stands.irregular[0].sentence.format(**stands.irregular[0].values))
            if stands.in_base:
                base += stands.base_area_ha or 0.0
                done += stands.done_area_ha
        found[day.isoformat()] = round(done / base, 4)
    return found


def write_events(path: Path, story: Story) -> None:
    with open(path, "w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        for event in story.events:
            area = "" if event.area_ha is None else f"{event.area_ha:.4f}"
            writer.writerow(
                (
                    event.which.value,
                    event.code,
                    event.kind.value,
                    event.transition,
                    event.field,
                    event.value,
                    event.effective_on.isoformat(),
                    area,
                    event.document,
                    event.department,
                    event.note,
                    scan_of(event.transition, event.code),
                )
            )

"""Writing events: the one way anything about a case changes. The parcel's columns follow in the same transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Mapping, Sequence

from .. import catalogue
from ..catalogue import Value
from ..model.events import STATE_FIELD, Event, EventKind, in_force
from ..model.messages import CampaignError
from ..model.standing import Standing, standing
from ..model.words import ListKind
from ..model.workflow import Transition, Workflow
from .database import CampaignFile, SpatialRow
from .derived import case_as_of, fields_with_events, row_as_of, stored_columns
from .events import events_of, last_hash


class UnknownParcel(CampaignError):
    sentence = "There is no parcel {code} in the list; check the code, or import the parcel first"


class UnknownTransition(CampaignError):
    sentence = "There is no step {transition} in this list; steps from {state} are: {steps}"


class StepNotAdmitted(CampaignError):
    sentence = (
        "Parcel {code} stands in {state} on {day}; the step {step} starts from another state. Possible steps: {steps}"
    )


class UnknownField(CampaignError):
    sentence = "There is no field {field} that a person may set; use a field code such as ZRDW"


class WrongValue(CampaignError):
    sentence = "Parcel {code}: {value} is no value for field {field} ({kind} expected)"


class AttachmentMissing(CampaignError):
    sentence = "The attachment {file} is not there; choose the file again"


@dataclass(frozen=True)
class Draft:
    """An event somebody wants recorded. Paths in ``attachments`` are files beside or below the campaign file."""

    which: ListKind
    code: str
    kind: EventKind
    effective_on: date
    transition: str = ""
    field: str = ""
    value: str = ""
    area_ha: float | None = None
    document: str = ""
    department: str = ""
    author: str = ""
    note: str = ""
    attachments: tuple[str, ...] = ()

    def event(self, recorded_at: str) -> Event:
        return Event(
            which=self.which,
            code=self.code,
            kind=self.kind,
            effective_on=self.effective_on,
            transition=self.transition,
            field=self.field,
            value=self.value,
            area_ha=self.area_ha,
            recorded_at=recorded_at,
            document=self.document,
            department=self.department,
            author=self.author,
            note=self.note,
        )


def record(file: CampaignFile, drafts: Sequence[Draft], recorded_at: datetime) -> int:
    """Record all drafts in one transaction, or none. Returns the number of drafts.

    ``recorded_at`` is UTC. A step the machine does not admit on its day raises StepNotAdmitted and nothing changes.
    """
    with file.transaction():
        record_within(file, drafts, recorded_at)
    return len(drafts)


def record_within(file: CampaignFile, drafts: Sequence[Draft], recorded_at: datetime) -> None:
    """The same inside a transaction the caller holds (attaching a ledger records its baselines this way)."""
    for which in ListKind:
        mine = [draft for draft in drafts if draft.which is which]
        if mine:
            _Recorder(file, which, sorted({draft.code for draft in mine}), recorded_at).record(mine)


class _Recorder:
    """Records drafts of one list: loads the parcels they touch once, appends events, writes the columns back."""

    def __init__(self, file: CampaignFile, which: ListKind, codes: Sequence[str], recorded_at: datetime) -> None:
        self.file, self.which = file, which
        self.stamp = recorded_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.today = recorded_at.date()
        self.year = int(str(file.query("SELECT year FROM campaign")[0][0]))
        self.machine = catalogue.workflow(which)
        self.fields = catalogue.field_by_code(which)
        self.columns = _parcel_columns(file, which, codes)
        self.log = {code: events for (_, code), events in events_of(file, which, codes).items()}
        self.hash = last_hash(file)
        self.next_id = _next_id(file)

    def record(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            if draft.code not in self.columns:
                raise UnknownParcel(code=draft.code)
            self._take(draft)
        for code in dict.fromkeys(draft.code for draft in drafts):
            self._write_columns(code)

    def _take(self, draft: Draft) -> None:
        event = draft.event(self.stamp)
        if draft.kind is EventKind.TRANSITION:
            step = self._step(draft)
            event = self._moved(event, step)
            self._append(event, draft.attachments)
            if step.adds_to and event.area_ha:
                self._take(self._area_fact(draft, step.adds_to, event.area_ha))
            return
        if draft.kind is EventKind.FACT:
            self._check_fact(draft)
            self._keep_earlier_value(event)
        self._append(event, draft.attachments)

    def _step(self, draft: Draft) -> Transition:
        step = self.machine.transitions.get(draft.transition)
        if step is None:
            state = self._stands(draft.code, draft.effective_on).state
            raise UnknownTransition(
                transition=draft.transition, state=state.name, steps=_names(self.machine, state.code)
            )
        return step

    def _stands(self, code: str, day: date) -> Standing:
        return standing(self.log.get(code, ()), self.machine, day, year=self.year)

    def _moved(self, event: Event, step: Transition) -> Event:
        """The event with the state it leads to and, for a completing step, the area it settles."""
        stands = self._stands(event.code, event.effective_on)
        if not self.machine.admits(stands.state, step):
            raise StepNotAdmitted(
                code=event.code,
                state=stands.state.name,
                day=event.effective_on.isoformat(),
                step=f"{step.code} {step.name}",
                steps=_names(self.machine, stands.state.code),
            )
        trial = replace(event, field=STATE_FIELD, id=self.next_id)
        target = self.machine.walk(in_force([*self.log.get(event.code, ()), trial], event.effective_on)).state
        area = event.area_ha
        if area is None and (step.completes or step.adds_to):
            area = self._what_is_left(event.code, event.effective_on)
        return replace(trial, value=target.code, area_ha=area)

    def _what_is_left(self, code: str, day: date) -> float:
        stands = self._stands(code, day)
        row = row_as_of(self.which, self.columns[code], stands, fields_with_events(self.log.get(code, ())))
        case = catalogue.case_of(self.which, row)
        base = stands.base_area_ha if stands.base_area_ha is not None else case.base_area_ha
        return round(max((base or 0.0) - stands.done_area_ha, 0.0), 4)

    def _area_fact(self, draft: Draft, field: str, area_ha: float) -> Draft:
        """The fact that an area field (YGMJ, CHMJ) grows by what the step settled."""
        stands = self._stands(draft.code, draft.effective_on)
        events = self.log.get(draft.code, ())
        row = row_as_of(self.which, self.columns[draft.code], stands, fields_with_events(events))
        before = row.get(field)
        total = (float(before) if isinstance(before, (int, float)) else 0.0) + area_ha
        value = self.fields[field].store(round(total, 4))
        return replace(
            draft, kind=EventKind.FACT, transition="", field=field, value=value, area_ha=None, attachments=()
        )

    def _check_fact(self, draft: Draft) -> None:
        field = self.fields.get(draft.field)
        if field is None or field.kept_by != "ledger" or field.attribute == "code":
            raise UnknownField(field=draft.field)
        try:
            field.parse(draft.value)
        except ValueError as error:
            kind = {"D": "YYYY-MM-DD", "N": "0.0000"}.get(field.type, "text")
            raise WrongValue(
                code=draft.code, value=draft.value, field=f"{field.code} {field.name_zh}", kind=kind
            ) from error

    def _keep_earlier_value(self, event: Event) -> None:
        """Before a field first changes by an event, its old value becomes an event too: nothing is lost."""
        log = self.log.get(event.code, [])
        old = self.columns[event.code].get(event.field)
        if old in (None, "") or any(each.field == event.field for each in log):
            return
        began = min((each.effective_on for each in log), default=event.effective_on)
        text = self.fields[event.field].store(self.fields[event.field].parse(str(old)))
        entered = min(began, event.effective_on)
        self._append(
            Event(
                event.which,
                event.code,
                EventKind.BASELINE,
                entered,
                field=event.field,
                value=text,
                recorded_at=self.stamp,
            )
        )

    def _append(self, event: Event, attachments: Sequence[str] = ()) -> None:
        event = replace(event, id=self.next_id)
        digest = event.digest(self.hash)
        self.file.execute(
            "INSERT INTO event (id, list, code, kind, transition, field, value, area_ha, effective_on, recorded_at,"
            " document, department, author, note, corrects_id, previous_hash, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *(event.id, event.which.value, event.code, event.kind.value, event.transition, event.field, event.value),
            *(event.area_ha, event.effective_on, event.recorded_at, event.document, event.department, event.author),
            *(event.note, event.corrects_id, self.hash, digest),
        )
        self.hash, self.next_id = digest, self.next_id + 1
        self.log.setdefault(event.code, []).append(event)
        for attachment in attachments:
            self._attach(event.id, attachment)

    def _attach(self, event_id: int, attachment: str) -> None:
        folder = Path(self.file.path).resolve().parent
        path = (folder / attachment).resolve()
        if not path.is_file():
            raise AttachmentMissing(file=str(path))
        relative = path.relative_to(folder).as_posix() if folder in path.parents else path.as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        values = {"event_id": event_id, "path": relative, "sha256": digest, "what": path.suffix.lstrip(".").lower()}
        self.file.append("attachment", [SpatialRow(values, b"")])

    def _write_columns(self, code: str) -> None:
        """The parcel table shows the present: facts and everything that follows from events."""
        events = self.log[code]
        latest = max([self.today, *(event.effective_on for event in events)])
        stands = standing(events, self.machine, latest, year=self.year)
        with_events = fields_with_events(events)
        case = case_as_of(self.which, self.columns[code], stands, with_events, latest)
        changed = stored_columns(self.which, case)
        changed.update({field: value for field, value in catalogue.row_of(case).items() if field in with_events})
        update_columns(self.file, self.which, code, changed)


def update_columns(file: CampaignFile, which: ListKind, code: str, values: Mapping[str, Value]) -> None:
    """Set columns of one parcel; empty text is stored as null."""
    if not values:
        return
    settings = ", ".join(f"{column} = ?" for column in values)
    cells = [None if value == "" else value for value in values.values()]
    key = catalogue.code_field(which)
    file.execute(f"UPDATE {which.table} SET {settings} WHERE {key} = ?", *cells, code)


def _parcel_columns(file: CampaignFile, which: ListKind, codes: Sequence[str]) -> dict[str, dict[str, Value]]:
    key = catalogue.code_field(which)
    names = ", ".join(field.code for field in catalogue.case_fields(which))
    marks = ", ".join("?" for _ in codes)
    rows = file.rows(f"SELECT {names} FROM {which.table} WHERE {key} IN ({marks})", *codes)
    return {str(row.values[key]): dict(row.values) for row in rows}


def _next_id(file: CampaignFile) -> int:
    (highest,) = file.query("SELECT COALESCE(MAX(id), 0) FROM event")[0]
    return int(highest or 0) + 1  # type: ignore[arg-type]


def _names(machine: Workflow, state_code: str) -> str:
    steps = machine.steps_from(machine.states[state_code])
    return "、".join(f"{step.code} {step.name}" for step in steps) or "-"

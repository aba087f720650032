"""Writing events: the one way anything about a case changes. The parcel's columns follow in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Mapping, Sequence

from ... import catalogue
from ...catalogue import Value, land_use
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Message, Notes
from ...model.procedure.admission import Verdict, judge, missing_fields, too_large
from ...model.procedure.circumstances import Circumstances
from ...model.procedure.workflow import OVERRIDE, SETTLED, State, Transition
from ...model.standing.events import STATE_FIELD, Event, EventKind
from ...model.standing.standing import standing
from ...readers.ledger.values import codes_of, typed
from ...wording.moments import stamp
from ..attachments import AttachmentKeeper, keeping
from ..database import CampaignFile
from ..events import append_event, events_of, last_hash
from ..standing.case_on_day import case_as_of, fields_with_events, stored_columns
from ..standing.opening import against_base, opening
from ..standing.snapshot import read_campaign
from .admitting import attached_events, campaign_year, circumstances, few, parcel_columns, surveyed_areas
from .supplies_and_withdrawals import keep_deeds

MANY_REFUSALS = 20
"""A sentence about more parcels than this is read by nobody."""


class UnknownParcel(CampaignError):
    sentence = "There is no parcel {code} in the list; check the code, or import the parcel first"


class UnknownTransition(CampaignError):
    sentence = "There is no step {transition} in this list; steps from {state} are: {steps}"


class StepRefused(CampaignError):
    sentence = "Nothing was changed. {refusals}"


class UnknownState(CampaignError):
    sentence = "There is no state {state} in this list; the states are: {states}"


class UnknownField(CampaignError):
    sentence = "There is no field {field} that a person may set; use a field code such as ZRDW"


class WrongValue(CampaignError):
    sentence = "Parcel {code}: {value} is no value for field {field}: {reason}"


@dataclass(frozen=True)
class Draft:
    """An event somebody wants recorded. ``attachments`` are files: absolute, or relative to the campaign's folder.

    ``override`` is the reason for a step against the machine; ``transition`` may then also be a state to go to.
    ``corrects`` is the id of the event this one takes the place of; a draft of kind CORRECT only voids it.
    """

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
    override: str = ""
    corrects: int | None = None

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
            corrects_id=self.corrects,
        )


def record(file: CampaignFile, drafts: Sequence[Draft], recorded_at: datetime, notes: Notes | None = None) -> int:
    """Record all drafts in one transaction, or none. Returns the number of drafts.

    ``recorded_at`` is UTC. A step that the machine, a guard, a required field or its area refuses on its day raises
    StepRefused with every refusal, and nothing changes. ``notes`` collects what should be known all the same.
    """
    with file.transaction():
        record_within(file, drafts, recorded_at, notes)
    return len(drafts)


def record_within(
    file: CampaignFile, drafts: Sequence[Draft], recorded_at: datetime, notes: Notes | None = None
) -> None:
    """The same inside a transaction the caller holds (attaching a ledger records its baselines this way)."""
    with keeping(file) as keeper:
        for which in ListKind:
            mine = [draft for draft in drafts if draft.which is which]
            if mine:
                codes = sorted({draft.code for draft in mine})
                _Recorder(file, which, codes, recorded_at, keeper, notes or Notes()).record(mine)


def freeze_within(file: CampaignFile, which: ListKind, codes: Sequence[str], recorded_at: datetime, note: str) -> int:
    """Freeze the base of parcels that have events and no baseline; returns how many (see ``baselines``)."""
    with keeping(file) as keeper:
        return _Recorder(file, which, codes, recorded_at, keeper, Notes()).freeze_all(note)


class _Recorder:
    """Records drafts of one list: loads the parcels they touch once, appends events, writes the columns back."""

    def __init__(
        self,
        file: CampaignFile,
        which: ListKind,
        codes: Sequence[str],
        recorded_at: datetime,
        keeper: AttachmentKeeper,
        notes: Notes,
    ) -> None:
        self.file, self.which, self.keeper, self.notes = file, which, keeper, notes
        self.stamp = stamp(recorded_at)
        self.today = recorded_at.date()
        self.year = campaign_year(file)
        self.machine = catalogue.workflow(which)
        self.adding = {step.code for step in self.machine.transitions.values() if step.adds_to}
        self.fields = catalogue.field_by_code(which)
        self.columns = parcel_columns(file, which, codes)
        self.log = {code: events for (_, code), events in events_of(file, which, few(codes)).items()}
        self.known = read_campaign(file).units
        self.attached = attached_events(file)
        self.hash = last_hash(file)
        self.next_id = self.first_id = _next_id(file)
        self.refused: dict[str, tuple[Message, ...]] = {}

    def record(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            if draft.code not in self.columns:
                raise UnknownParcel(code=draft.code)
            if draft.code not in self.refused:
                self._take(draft)
        if self.refused:
            sentences = tuple(each for refusals in self.refused.values() for each in refusals)
            raise StepRefused(refusals=sentences[:MANY_REFUSALS])
        for code, draft in {draft.code: draft for draft in reversed(drafts)}.items():
            self._freeze(draft)
            self._write_columns(code)

    def freeze_all(self, note: str) -> int:
        """Freeze every base that is not frozen yet."""
        for code in self.columns:
            self._freeze(Draft(self.which, code, EventKind.BASELINE, self.today, note=note))
        return self.next_id - self.first_id

    def _freeze(self, draft: Draft, by: date | None = None) -> None:
        """Freeze the base with the first event, whatever way the parcel came in; ``by``: the day of a step to come.

        The baseline names the document, author and note of the draft it comes with.
        """
        event = self._opening(draft.code, by)
        if event is not None:
            said = replace(event, document=draft.document, author=draft.author, note=draft.note)
            self._append(replace(said, recorded_at=self.stamp))

    def _opening(self, code: str, by: date | None) -> Event | None:
        def surveyed(day: date) -> float | None:
            return surveyed_areas(self.file, self.which, [code], day).get(code)

        return opening(self.which, code, self.columns[code], self.log.get(code, ()), surveyed, by)

    def _take(self, draft: Draft) -> None:
        if draft.kind is EventKind.TRANSITION:
            self._take_step(draft)
            return
        event = draft.event(self.stamp)
        if draft.kind is EventKind.FACT:
            event = replace(event, value=self._said(draft))
            self._say_against_base(event)
            self._keep_earlier_value(event)
        elif draft.kind is EventKind.BASELINE and draft.field == STATE_FIELD:
            event = self._entering(event)
        elif draft.kind is EventKind.BASELINE:
            event = replace(event, value=self._said(draft))
        self._append(event, draft.attachments)

    def _entering(self, event: Event) -> Event:
        """A baseline with its area: a parcel that enters first brings what is known of it; later the base stays."""
        if event.value and event.value not in self.machine.states:
            raise UnknownState(state=event.value, states="、".join(self.machine.states))
        if event.area_ha is not None or event.transition == SETTLED:
            return event
        first = self._opening(event.code, event.effective_on)
        enters = first is not None and first.effective_on == event.effective_on
        return replace(event, area_ha=first.area_ha) if first is not None and enters else event

    def _say_against_base(self, event: Event) -> None:
        """A document's area that comes after the base was frozen does not move it; that is said, with the way out."""
        given = {event.field: self.fields[event.field].parse(event.value)}
        found = against_base(self.which, self.columns[event.code], self.log.get(event.code, ()), given)
        if found is not None and found.frozen.id < self.first_id:
            self.notes.messages.append(found.message)

    def _take_step(self, draft: Draft) -> None:
        self._freeze(draft, by=draft.effective_on)
        about = self._circumstances(draft)
        step = self.machine.transitions.get(draft.transition)
        refusals: tuple[Message, ...] = ()
        if step is not None:
            verdict = judge(self.machine, step, about)
            refusals = self._refusals(draft, verdict, about)
            if not refusals:
                self._move(draft, step, verdict, about)
                return
        if draft.override:
            event = overridden(draft.event(self.stamp), draft.override, self._target(draft, about))
            if isinstance(event, Message):
                self.refused[draft.code] = (event,)
            else:
                self._append(event, draft.attachments)
        elif step is None:
            raise self._unknown(draft, about)
        else:
            self.refused[draft.code] = refusals

    def _circumstances(self, draft: Draft) -> Circumstances:
        return circumstances(
            self.which,
            self.columns[draft.code],
            self._log_without(draft.code, draft.corrects),
            draft.effective_on,
            self.year,
            attached=self.attached,
            document=draft.document,
            brings_attachment=bool(draft.attachments),
            surveyed_m2=surveyed_areas(self.file, self.which, [draft.code], draft.effective_on).get(draft.code),
        )

    def _log_without(self, code: str, corrected: int | None) -> list[Event]:
        """The parcel's events as they stand once the corrected one is voided."""
        log = self.log.get(code, [])
        void = Event(self.which, code, EventKind.CORRECT, date.max, corrects_id=corrected, id=self.next_id)
        return [*log, void] if corrected is not None else log

    def _refusals(self, draft: Draft, verdict: Verdict, about: Circumstances) -> tuple[Message, ...]:
        """Every reason against the step: state and guards, then fields, then the area."""
        refusals = list(verdict.refusals)
        if verdict.missing:
            labels = {code: self.fields[code].name_zh for code in verdict.missing}
            refusals.append(missing_fields(verdict, draft.code, labels))
        too_much = too_large(verdict, about, draft.area_ha) if draft.area_ha is not None else None
        return (*refusals, too_much) if too_much else tuple(refusals)

    def _move(self, draft: Draft, step: Transition, verdict: Verdict, about: Circumstances) -> None:
        """Record an admitted step with the state it leads to and, for a settling step, its area."""
        target = self.machine.after(about.stands.state, step, about.stands.resumes)
        area = draft.area_ha if draft.area_ha is not None else verdict.area_ha
        if area is not None and (step.completes or step.adds_to):
            area = min(area, about.left_ha)  # what a document has more is below the tolerance, or it was refused
        event = replace(draft.event(self.stamp), field=STATE_FIELD, value=target.code, area_ha=area)
        if step.adds_to:
            self._keep_earlier_value(replace(event, field=step.adds_to))
        self.notes.messages.extend(verdict.remarks)
        self._append(event, draft.attachments)

    def _target(self, draft: Draft, about: Circumstances) -> State:
        """Where an override leads: the target of the step it names, or the state it names."""
        step = self.machine.transitions.get(draft.transition)
        state = self.machine.states.get(step.target if step is not None else draft.transition)
        if state is None:
            raise self._unknown(draft, about)
        return state

    def _unknown(self, draft: Draft, about: Circumstances) -> UnknownTransition:
        possible = "、".join(each.label for each in self.machine.steps_from(about.stands.state)) or "-"
        return UnknownTransition(transition=draft.transition, state=about.stands.state.name, steps=possible)

    def _said(self, draft: Draft) -> str:
        """The value a fact stands for: a code for its name, a day in ISO form; what is neither is refused.

        Who names a field of one standard names that standard too; a column of a ledger need not be in it.
        """
        field = self.fields.get(draft.field)
        if field is None or field.kept_by != "ledger" or field.attribute == "code":
            raise UnknownField(field=draft.field)
        coded = field.attribute in ("town_name", "town_code") or codes_of(field)
        free_text = field.type == "C" and not coded
        if free_text or not draft.value:
            return draft.value
        told = land_use.told_by_field(self.which, field.code) if field.code_list == land_use.CODE_LIST else field.unit
        read = typed(self.which, field, told, draft.value, known=self.known)
        if read.problem is not None:
            label = f"{field.code} {field.name_zh}"
            raise WrongValue(code=draft.code, value=draft.value, field=label, reason=read.problem)
        return field.store(read.value)

    def _keep_earlier_value(self, event: Event) -> None:
        """Before a field first changes by an event, its old value becomes an event too: nothing is lost."""
        log = self.log.get(event.code, [])
        old = self.columns[event.code].get(event.field)
        if old in (None, "") or event.field in fields_with_events(self.which, log):
            return
        text = self.fields[event.field].store(self.fields[event.field].parse(str(old)))
        entered = min([event.effective_on, self._came_in(event), *(each.effective_on for each in log)])
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

    def _came_in(self, event: Event) -> date:
        """The day of the parcel's first survey: what its columns say holds from then on."""
        ((day,),) = self.file.query(
            "SELECT MIN(effective_on) FROM parcel_version WHERE list = ? AND code = ?", self.which.value, event.code
        )
        return date.fromisoformat(str(day)) if day else event.effective_on

    def _append(self, event: Event, attachments: Sequence[str] = ()) -> None:
        kind = EventKind.CORRECT if event.corrects_id is not None else event.kind
        event = replace(event, id=self.next_id, kind=kind)
        self.hash, self.next_id = append_event(self.file, event, self.hash), self.next_id + 1
        self.log.setdefault(event.code, []).append(event)
        for attachment in attachments:
            self.keeper.keep(event.id, attachment)
        if attachments:
            self.attached |= {event.id}

    def _write_columns(self, code: str) -> None:
        """The parcel table shows the present: facts and everything that follows from events."""
        events = self.log[code]
        latest = max([self.today, *(event.effective_on for event in events)])
        stands = standing(events, self.machine, latest, year=self.year)
        self.notes.messages.extend(stands.irregular)
        with_events = fields_with_events(self.which, events)
        case = case_as_of(self.which, self.columns[code], stands, with_events, latest)
        changed = stored_columns(self.which, case)
        changed.update({field: value for field, value in catalogue.row_of(case).items() if field in with_events})
        update_columns(self.file, self.which, code, changed)
        if any(event.transition in self.adding for event in events):
            own = {field: value for field, value in self.columns[code].items() if field not in with_events}
            keep_deeds(self.file, self.which, code, events, stands.events, own)


def update_columns(file: CampaignFile, which: ListKind, code: str, values: Mapping[str, Value]) -> None:
    """Set columns of one parcel; empty text is stored as null."""
    if not values:
        return
    settings = ", ".join(f"{column} = ?" for column in values)
    cells = [None if value == "" else value for value in values.values()]
    key = catalogue.code_field(which)
    file.execute(f"UPDATE {which.table} SET {settings} WHERE {key} = ?", *cells, code)


def _next_id(file: CampaignFile) -> int:
    (highest,) = file.query("SELECT COALESCE(MAX(id), 0) FROM event")[0]
    return int(highest or 0) + 1  # type: ignore[arg-type]


def overridden(event: Event, reason: str, target: State) -> Event | Message:
    """The event of a reasoned override, or why there can be none.

    Any state to any other but a terminal one, with reason and document (docs/history.md). It settles no area: a
    completing step counts only when it is taken properly.
    """
    if target.terminal:
        sentence = "Parcel {code}: an override cannot lead to {state}; a case is only closed by its own step"
        return Message("override_to_terminal", sentence, {"code": event.code, "state": target.name})
    if not event.document:
        sentence = "Parcel {code}: an override needs a document; give the number of the decision (DOCUMENT)"
        return Message("override_without_document", sentence, {"code": event.code})
    note = f"{reason}；{event.note}" if event.note else reason
    return replace(event, transition=OVERRIDE, field=STATE_FIELD, value=target.code, area_ha=None, note=note)

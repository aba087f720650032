"""A ledger onto the parcels of a list: facts into columns, the state as one baseline event, and what disagrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Mapping

from ... import catalogue
from ...catalogue import Field, Value, land_use
from ...geodesy.area import plane_area
from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...model.kinds import ListKind
from ...model.messages import Message, Reject, Translate, as_written
from ...model.rounding import exceeds, written
from ...model.standing.base import DOCUMENT_AREAS, says_state
from ...model.standing.events import STATE_FIELD, Event, EventKind
from ...model.standing.standing import standing
from ...readers.ledger.reader import Ledger
from ...wording.moments import stamp, utc_now
from ..casework.recording import Draft, record_within, update_columns
from ..database import CampaignFile
from ..events import events_of
from ..journal import LEDGER, Entry, keep_journal
from ..matching import Matched, Unmatched, match
from ..places import Places
from ..registers import keep_registers
from ..standing.case_on_day import case_as_of, fields_with_events, stored_columns
from ..standing.opening import against_base
from ..standing.snapshot import Survey, read_campaign, read_surveys

AUTHOR = "台账导入"


@dataclass(frozen=True)
class Disagreement:
    """One value on which ledger and campaign differ; ``document`` and ``campaign`` as people read them."""

    code: str
    title: str
    field: str
    document: str
    campaign: str
    message: Message


@dataclass(frozen=True)
class ParcelLeft:
    """A parcel no row of the ledger fits."""

    code: str
    title: str
    town: str


@dataclass(frozen=True)
class AttachSummary:
    """What attaching did. ``changes`` are the columns that changed by parcel code; the counts are properties."""

    ledger: Ledger
    which: ListKind
    matches: tuple[Matched, ...]
    rows_left: tuple[Unmatched, ...]
    parcels_left: tuple[ParcelLeft, ...]
    disagreements: tuple[Disagreement, ...]
    changes: Mapping[str, tuple[str, ...]]
    baselines: int

    @property
    def matched(self) -> int:
        return len(self.matches)

    @property
    def unmatched_rows(self) -> int:
        return len(self.rows_left)

    @property
    def unmatched_parcels(self) -> int:
        return len(self.parcels_left)

    @property
    def disagreeing(self) -> int:
        """Parcels with at least one disagreement."""
        return len({each.code for each in self.disagreements})

    @property
    def rejects(self) -> tuple[Reject, ...]:
        return self.ledger.rejects


def attach_ledger(
    file: CampaignFile,
    which: ListKind,
    ledger: Ledger,
    key: str = "",
    dry_run: bool = False,
    translate: Translate = as_written,
    recorded_at: datetime | None = None,
) -> AttachSummary:
    """Attach a ledger, all or nothing; a dry run only says what would happen. The same ledger again changes nothing.

    ``key`` is the field code to match by (empty: code, 电子监管号, 批准文号 with name, name). Fields that events keep
    are never overwritten: where the ledger says otherwise, that is a disagreement. Raises UnknownKey.
    """
    job = _Attaching(file, which, ledger, recorded_at or utc_now(), translate)
    matches, rows_left = match(which, ledger.rows, job.parcels, key, job.numbered)
    if dry_run:
        return job.run(matches, rows_left, writes=False)
    with file.transaction():
        return job.run(matches, rows_left, writes=True)


class _Attaching:
    """One attachment: what the campaign knows of every parcel of the list, read once."""

    def __init__(
        self, file: CampaignFile, which: ListKind, ledger: Ledger, recorded_at: datetime, translate: Translate
    ) -> None:
        self.file, self.which, self.ledger = file, which, ledger
        self.recorded_at, self.translate = recorded_at, translate
        self.fields = catalogue.field_by_code(which)
        self.machine = catalogue.workflow(which)
        self.campaign = read_campaign(file)
        self.key = catalogue.code_field(which)
        names = ", ".join(self.fields)
        rows = file.rows(f"SELECT {names} FROM {which.table} ORDER BY {self.key}")
        self.parcels: dict[str, dict[str, Value]] = {str(row.values[self.key]): dict(row.values) for row in rows}
        self.events = {code: events for (_, code), events in events_of(file, which).items()}
        self.surveys = read_surveys(file, which)
        self.numbered = {
            code for code, survey in self.surveys.items() if survey.parcel.attributes.get("code", "").strip() == code
        }
        self.places = Places.of(file)
        self.disagreements: list[Disagreement] = []

    def run(self, matches: list[Matched], rows_left: list[Unmatched], writes: bool) -> AttachSummary:
        changes: dict[str, tuple[str, ...]] = {}
        drafts: list[Draft] = []
        for each in matches:
            changed = self._changes(each)
            merged = {**self.parcels[each.code], **changed}
            self._compare(each, merged)
            self._compare_base(each)
            if changed:
                changes[each.code] = tuple(changed)
            if writes and changed:
                update_columns(self.file, self.which, each.code, {**changed, **self._derived(each.code, merged)})
            if not any(_enters(event) for event in self.events.get(each.code, ())):
                drafts.append(self._baseline(each))
        if writes:
            record_within(self.file, drafts, self.recorded_at)
            keep_registers(self.file, self.which, matches)
            touched = {*changes, *(draft.code for draft in drafts)}
            rejects = [*self.ledger.rejects, *map(self._row_left, rows_left)]
            keep_journal(self.file, self._entry(len(touched)), rejects, self.translate)
        found = {each.code for each in matches}
        left = tuple(self._left(code) for code in self.parcels if code not in found)
        return AttachSummary(
            self.ledger,
            self.which,
            tuple(matches),
            tuple(rows_left),
            left,
            tuple(self.disagreements),
            changes,
            len(drafts),
        )

    def _row_left(self, left: Unmatched) -> Reject:
        """A row that no parcel fits is not lost: it stands in the journal with the reason, and the checks find it."""
        text = " | ".join(text for text in left.row.texts.values() if text)
        return Reject(self.ledger.file, left.row.line, text, left.reason, left.row.sheet)

    def _entry(self, updated: int) -> Entry:
        """The ledger in the journal; rows that changed nothing count as unchanged."""
        return Entry(
            which=self.which,
            file=self.ledger.file,
            sha256=self.ledger.sha256,
            size=self.ledger.size,
            encoding="",
            profile=LEDGER,
            crs="",
            at=stamp(self.recorded_at),
            imported=0,
            updated=updated,
            unchanged=len(self.ledger.rows) - updated,
        )

    def _changes(self, each: Matched) -> dict[str, Value]:
        """The columns the ledger fills or changes; of fields kept by events it only says where it differs."""
        columns, kept = self.parcels[each.code], fields_with_events(self.which, self.events.get(each.code, ()))
        changed: dict[str, Value] = {}
        for code, value in each.row.values.items():
            field = self.fields[code]
            if field.kept_by != "ledger" or code == self.key:
                continue
            before = columns.get(code)
            if self._is_as_before(field, before, value):
                continue
            if code in kept:
                sentence = "{field} was changed by an event and is kept"
                self._disagree(
                    each,
                    code,
                    field.store(value),
                    str(before or ""),
                    Message("kept_by_event", sentence, {"field": field.name_zh}),
                )
            else:
                changed[code] = value
        return changed

    def _is_as_before(self, field: Field, before: Value, value: Value) -> bool:
        if field.code_list == land_use.CODE_LIST:
            return land_use.keeps(self.which, field.code, str(before or ""), str(value))
        return field.store(value) == field.store(field.parse(str(before)) if before is not None else None)

    def _derived(self, code: str, merged: Mapping[str, Value]) -> dict[str, Value]:
        """The columns that follow from the new facts (remaining area, approval year, ...)."""
        events = self.events.get(code, [])
        day = max([self.recorded_at.date(), *(event.effective_on for event in events)])
        stands = standing(events, self.machine, day, year=self.campaign.year)
        case = case_as_of(self.which, merged, stands, fields_with_events(self.which, events), day)
        return stored_columns(self.which, case)

    def _baseline(self, each: Matched) -> Draft:
        """The state it enters with; the base is frozen with it, unless an earlier event froze it."""
        state = str(each.row.values.get(STATE_FIELD) or self.machine.initial.code)
        return Draft(
            which=self.which,
            code=each.code,
            kind=EventKind.BASELINE,
            effective_on=self.campaign.starts_on,
            field=STATE_FIELD,
            value=state,
            document=self.ledger.file,
            author=AUTHOR,
        )

    def _compare(self, each: Matched, merged: Mapping[str, Value]) -> None:
        survey = self.surveys.get(each.code)
        case = catalogue.case_of(self.which, _known(merged))
        if survey is not None:
            self._compare_area(each, case.document_area_ha, survey)
            self._compare_town(each, survey)
        self._compare_state(each)

    def _compare_area(self, each: Matched, document_ha: float | None, survey: Survey) -> None:
        if document_ha is None or survey.parcel.grid.zone is None:
            return
        area, document = plane_area(survey.parcel), document_ha * 10000
        tolerance = area_tolerance(area, area_sigma(survey.parcel))
        if not exceeds(abs(document - area), tolerance):
            return
        sentence = (
            "the ledger's area differs from the survey by {difference} m² ({percent} %); {tolerance} m² are allowed"
        )
        values = {
            "difference": f"{document - area:+.2f}",
            "percent": f"{(document - area) / area * 100:+.2f}",
            "tolerance": written(tolerance, 2),
        }
        field = catalogue.field_of(self.which, "area_ha" if self.which is ListKind.UNSUPPLIED else "contract_area_ha")
        self._disagree(
            each, field.code, written(document_ha, 4), written(area / 10000, 4), Message("area", sentence, values)
        )

    def _compare_base(self, each: Matched) -> None:
        """A frozen base stays whatever the ledger says now."""
        found = against_base(self.which, self.parcels[each.code], self.events.get(each.code, ()), each.row.values)
        if found is not None:
            field = catalogue.field_of(self.which, DOCUMENT_AREAS[self.which].given[0]).code
            frozen = written(found.frozen.area_ha or 0.0, 4)
            self._disagree(each, field, written(found.would_be_ha, 4), frozen, found.message)

    def _compare_town(self, each: Matched, survey: Survey) -> None:
        said = str(each.row.values.get("XZMC") or "")
        lies_in = self.places.at(survey.wkb).town
        if said and lies_in and said != lies_in:
            self._disagree(each, "XZMC", said, lies_in, Message("town", "the parcel lies in another town", {}))

    def _compare_state(self, each: Matched) -> None:
        """A case that has entered already keeps its state; the ledger's state must be the one it entered with."""
        entered = [event.value for event in self.events.get(each.code, ()) if _enters(event)]
        said = str(each.row.values.get(STATE_FIELD) or "")
        if entered and said and said != entered[-1]:
            sentence = "the case entered in another state; change states by steps"
            self._disagree(each, STATE_FIELD, said, entered[-1], Message("state", sentence, {}))

    def _disagree(self, each: Matched, field: str, document: str, campaign: str, message: Message) -> None:
        title = self._left(each.code).title
        self.disagreements.append(Disagreement(each.code, title, field, document, campaign, message))

    def _left(self, code: str) -> ParcelLeft:
        columns = self.parcels[code]
        title = str(columns.get("DKMC") or columns.get("XMMC") or code)
        return ParcelLeft(code, title, str(columns.get("XZMC") or ""))


def _enters(event: Event) -> bool:
    return event.kind is EventKind.BASELINE and says_state(event)


def _known(columns: Mapping[str, Value]) -> dict[str, Value]:
    """Only the columns that are given."""
    return {code: value for code, value in columns.items() if value is not None}

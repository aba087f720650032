"""A ledger onto the parcels of a list: facts of its day, the state as one baseline event, and what disagrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Mapping

from ... import catalogue
from ...catalogue import Value
from ...geodesy.area import plane_area
from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...model.kinds import ListKind
from ...model.messages import Message, Reject, Translate, as_written
from ...model.rounding import exceeds, written
from ...model.standing.base import DOCUMENT_AREAS
from ...model.standing.events import STATE_FIELD, EventKind
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
from ..standing.case_on_day import case_as_of, stored_columns
from ..standing.opening import against_base
from ..standing.snapshot import Survey, read_campaign, read_surveys
from ..surveying.facts import WHOLE_AREA
from .changing import AUTHOR, Change, Parcel


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
    """What attaching did on the ledger's ``day``: ``changed`` value by value, ``baselines`` that entered a case."""

    ledger: Ledger
    which: ListKind
    day: date
    matches: tuple[Matched, ...]
    rows_left: tuple[Unmatched, ...]
    parcels_left: tuple[ParcelLeft, ...]
    disagreements: tuple[Disagreement, ...]
    changed: tuple[Change, ...]
    baselines: int

    @property
    def changes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the fields that changed, by parcel."""
        fields: dict[str, tuple[str, ...]] = {}
        for each in self.changed:
            fields[each.code] = (*fields.get(each.code, ()), each.field)
        return fields

    @property
    def dated(self) -> tuple[Change, ...]:
        """What changed in known parcels, as facts of the ledger's day."""
        return tuple(each for each in self.changed if each.day is not None)

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
    day: date | None = None,
) -> AttachSummary:
    """Attach a ledger, all or nothing; a dry run only says what would happen. The same ledger again changes nothing.

    ``key`` is the field code to match by (empty: code, 电子监管号, 批准文号 with name, name). ``day`` is the day the
    ledger speaks of (None: its own): what it changes in a known parcel is a fact of that day. What people recorded is
    never overwritten: where the ledger says otherwise, that is a disagreement. Raises UnknownKey.
    """
    recorded_at = recorded_at or utc_now()
    day = day or (ledger.dated.day if ledger.dated else recorded_at.date())
    job = _Attaching(file, which, ledger, day, recorded_at, translate)
    matches, rows_left = match(which, ledger.rows, job.parcels, key, job.numbered)
    if dry_run:
        return job.run(matches, rows_left, writes=False)
    with file.transaction():
        return job.run(matches, rows_left, writes=True)


class _Attaching:
    """One attachment: what the campaign knows of every parcel of the list, read once."""

    def __init__(
        self,
        file: CampaignFile,
        which: ListKind,
        ledger: Ledger,
        day: date,
        recorded_at: datetime,
        translate: Translate,
    ) -> None:
        self.file, self.which, self.ledger, self.day = file, which, ledger, day
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
        changed: list[Change] = []
        drafts: list[Draft] = []
        baselines: list[Draft] = []
        for each in matches:
            parcel = self._parcel(each.code)
            values = self._values(each, parcel)
            mine = [self._change(parcel, code, value) for code, value in values.items()]
            self._compare(each, parcel, {**parcel.row, **values})
            self._compare_base(each, values)
            changed += mine
            if parcel.known:
                drafts += map(self._fact, mine)
            elif writes and values:
                self._fill(each.code, values)
            baselines += self._baseline(each, parcel)
        if writes:
            record_within(self.file, [*drafts, *baselines], self.recorded_at)
            keep_registers(self.file, self.which, matches)
            touched = {*(each.code for each in changed), *(each.code for each in baselines)}
            rejects = [*self.ledger.rejects, *map(self._row_left, rows_left)]
            keep_journal(self.file, self._entry(len(touched)), rejects, self.translate)
        return AttachSummary(
            self.ledger,
            self.which,
            self.day,
            tuple(matches),
            tuple(rows_left),
            self._parcels_left(matches),
            tuple(self.disagreements),
            tuple(changed),
            len(baselines),
        )

    def _parcels_left(self, matches: list[Matched]) -> tuple[ParcelLeft, ...]:
        found = {each.code for each in matches}
        return tuple(self._left(code) for code in self.parcels if code not in found)

    def _parcel(self, code: str) -> Parcel:
        events = self.events.get(code, ())
        return Parcel(self.which, code, self.parcels[code], events, self.day, self.campaign.year)

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

    def _values(self, each: Matched, parcel: Parcel) -> dict[str, Value]:
        """The values the ledger gives or changes; of what it may not change it only says where it differs."""
        values: dict[str, Value] = {}
        surveyed = self._surveyed_m2(each.code)
        for code, said in each.row.values.items():
            field, written = self.fields[code], each.row.rounded.get(code)
            value = parcel.exact(said, field, written, surveyed)
            if field.kept_by != "ledger" or code == self.key or parcel.is_as_before(field, value):
                continue
            against = parcel.against(field) or parcel.against_rounded(field, written)
            if against is None:
                values[code] = value
            else:
                self._disagree(each, code, field.store(value), parcel.stored(field), against)
        return values

    def _surveyed_m2(self, code: str) -> float | None:
        """The plane area of the survey; None where it cannot say (no zone)."""
        survey = self.surveys.get(code)
        return plane_area(survey.parcel) if survey is not None and survey.parcel.grid.zone is not None else None

    def _change(self, parcel: Parcel, code: str, value: Value) -> Change:
        field, title = self.fields[code], self._left(parcel.code).title
        day = self.day if parcel.known else None
        return Change(parcel.code, title, code, parcel.stored(field), field.store(value), day)

    def _fact(self, change: Change) -> Draft:
        return Draft(
            which=self.which,
            code=change.code,
            kind=EventKind.FACT,
            effective_on=self.day,
            field=change.field,
            value=change.new,
            document=self.ledger.file,
            author=AUTHOR,
        )

    def _fill(self, code: str, values: Mapping[str, Value]) -> None:
        """The columns of a parcel new to ledgers, with those that follow from them (remaining area, year, ...)."""
        day = self.recorded_at.date()
        stands = standing((), self.machine, day, year=self.campaign.year)
        case = case_as_of(self.which, {**self.parcels[code], **values}, stands, set(), day)
        update_columns(self.file, self.which, code, {**values, **stored_columns(self.which, case)})

    def _baseline(self, each: Matched, parcel: Parcel) -> list[Draft]:
        """The state a case enters with, and its base unless that is frozen: a known one only where none is said yet."""
        said = str(each.row.values.get(STATE_FIELD) or "")
        if parcel.known and (parcel.entered or not said):
            return []
        entering = Draft(
            which=self.which,
            code=each.code,
            kind=EventKind.BASELINE,
            effective_on=self.day if parcel.known else self.campaign.starts_on,
            field=STATE_FIELD,
            value=said or self.machine.initial.code,
            document=self.ledger.file,
            author=AUTHOR,
        )
        return [entering]

    def _compare(self, each: Matched, parcel: Parcel, merged: Mapping[str, Value]) -> None:
        survey = self.surveys.get(each.code)
        case = catalogue.case_of(self.which, _known(merged))
        if survey is not None:
            self._compare_area(each, parcel, case.document_area_ha, survey)
            self._compare_town(each, survey)
        self._compare_state(each, parcel)

    def _compare_area(self, each: Matched, parcel: Parcel, document_ha: float | None, survey: Survey) -> None:
        area = self._surveyed_m2(each.code)
        if document_ha is None or area is None:
            return
        field = self.fields[catalogue.field_of(self.which, WHOLE_AREA[self.which]).code]
        document, said = document_ha * 10000, each.row.rounded.get(field.code)
        tolerance = area_tolerance(area, area_sigma(survey.parcel))
        if said is not None and said.coarse and parcel.row.get(field.code) is None:
            tolerance = said.half * 10000
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
        self._disagree(
            each, field.code, written(document_ha, 4), written(area / 10000, 4), Message("area", sentence, values)
        )

    def _compare_base(self, each: Matched, values: Mapping[str, Value]) -> None:
        """A frozen base stays whatever the ledger says now."""
        found = against_base(self.which, self.parcels[each.code], self.events.get(each.code, ()), values)
        if found is not None:
            field = catalogue.field_of(self.which, DOCUMENT_AREAS[self.which].given[0]).code
            frozen = written(found.frozen.area_ha or 0.0, 4)
            self._disagree(each, field, written(found.would_be_ha, 4), frozen, found.message)

    def _compare_town(self, each: Matched, survey: Survey) -> None:
        said = str(each.row.values.get("XZMC") or "")
        lies_in = self.places.at(survey.wkb).town
        if said and lies_in and said != lies_in:
            self._disagree(each, "XZMC", said, lies_in, Message("town", "the parcel lies in another town", {}))

    def _compare_state(self, each: Matched, parcel: Parcel) -> None:
        said = str(each.row.values.get(STATE_FIELD) or "")
        against = parcel.against_state(said)
        if against is not None:
            self._disagree(each, STATE_FIELD, said, parcel.stands.state.code, against)

    def _disagree(self, each: Matched, field: str, document: str, campaign: str, message: Message) -> None:
        title = self._left(each.code).title
        self.disagreements.append(Disagreement(each.code, title, field, document, campaign, message))

    def _left(self, code: str) -> ParcelLeft:
        columns = self.parcels[code]
        title = str(columns.get("DKMC") or columns.get("XMMC") or code)
        return ParcelLeft(code, title, str(columns.get("XZMC") or ""))


def _known(columns: Mapping[str, Value]) -> dict[str, Value]:
    """Only the columns that are given."""
    return {code: value for code, value in columns.items() if value is not None}

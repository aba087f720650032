"""The list downloaded from the monitoring system against the campaign: what it confirms, and where the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Iterator, Mapping, Sequence

from ... import catalogue
from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...geodesy.rounding import half_up
from ...model.kinds import ListKind
from ...model.messages import Message, Reject, Translate, as_written
from ...model.rounding import exceeds
from ...model.standing.events import STATE_FIELD, EventKind, in_force
from ...model.standing.snapshot import Dossier, Snapshot
from ...readers.ledger.reader import Ledger, LedgerRow
from ...wording.moments import stamp, utc_now
from ..casework.recording import Draft, record_within
from ..database import CampaignFile
from ..events import events_of
from ..journal import SYSTEM, Entry, keep_journal
from ..matching import Matched, Unmatched, comparable, match
from .system_list import Change, Says, area_ha, changes, contents, keep_list, last_list, says

AUTHOR = "系统对账"
NOT_COMPARED = {"XTQRRQ", "XHRQ"}
"""Dates that follow from the confirmation itself."""


class DifferenceKind(Enum):
    """What two sides differ in. MISSING is a value the system has and the campaign lacks: to be filled in."""

    AREA = "area"
    DATE = "date"
    STATE = "state"
    MISSING = "missing"

    @property
    def zh(self) -> str:
        return {"area": "面积", "date": "日期", "state": "状态", "missing": "本地缺项"}[self.value]


@dataclass(frozen=True)
class Difference:
    """One value on which the system and the campaign differ, both as people read them."""

    kind: DifferenceKind
    code: str
    title: str
    field: str
    system: str
    campaign: str
    message: Message


@dataclass(frozen=True)
class Recognised:
    """A row on its parcel: by what it was matched, what it says, and whether the parcel is confirmed by this run."""

    dossier: Dossier
    row: LedgerRow
    key: str
    says: Says
    confirms_on: date | None


@dataclass(frozen=True)
class Reconciliation:
    """What reconciling found. ``changes`` is None when no list was read before this one.

    ``unseen`` are the parcels the system should show and does not; ``not_due`` those that were never supplied.
    """

    ledger: Ledger
    which: ListKind
    recognised: tuple[Recognised, ...]
    unknown_rows: tuple[Unmatched, ...]
    unseen: tuple[Dossier, ...]
    not_due: tuple[Dossier, ...]
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...] | None

    @property
    def confirmed(self) -> int:
        """Parcels confirmed by this run."""
        return len({each.dossier.code for each in self.recognised if each.confirms_on})

    @property
    def different(self) -> int:
        """Parcels that differ in area, date or state."""
        return len({each.code for each in self.differences if each.kind is not DifferenceKind.MISSING})

    @property
    def rejects(self) -> tuple[Reject, ...]:
        return self.ledger.rejects


def reconcile(
    file: CampaignFile,
    snapshot: Snapshot,
    which: ListKind,
    ledger: Ledger,
    dry_run: bool = False,
    translate: Translate = as_written,
    recorded_at: datetime | None = None,
) -> Reconciliation:
    """Compare a downloaded list with the campaign as of the snapshot's day, and record what it confirms.

    A row without a date of confirmation confirms on that day. All or nothing; the same list again changes nothing.
    """
    now = recorded_at or utc_now()
    dossiers = {each.code: each for each in snapshot.dossiers.get(which, ())}
    matches, unknown = _matched(which, ledger.rows, dossiers)
    confirmed = _confirmations(file, which)
    recognised = tuple(_recognised(each, dossiers, confirmed, snapshot.as_of) for each in matches)
    rows = contents(which, ledger.rows)
    before = last_list(file, which)
    found = {each.code for each in matches}
    left = [each for code, each in dossiers.items() if code not in found]
    result = Reconciliation(
        ledger=ledger,
        which=which,
        recognised=recognised,
        unknown_rows=tuple(unknown),
        unseen=tuple(each for each in left if _should_be_seen(each)),
        not_due=tuple(each for each in left if not _should_be_seen(each)),
        differences=tuple(_differences(recognised, confirmed)),
        changes=None if before is None else changes(before, rows),
    )
    if not dry_run:
        with file.transaction():
            _record(file, result, rows, now, translate)
    return result


def _matched(
    which: ListKind, rows: Sequence[LedgerRow], dossiers: Mapping[str, Dossier]
) -> tuple[list[Matched], list[Unmatched]]:
    """Rows on parcels: by 电子监管号, contract, own code, then approval with name, then a name that is only one's.

    Several contracts may cover one parcel: a row that names a parcel another row has stands beside it, unless it only
    repeats that row.
    """
    name = "DKMC" if which is ListKind.UNSUPPLIED else "XMMC"
    code, approval = catalogue.code_field(which), catalogue.field_of(which, "approval_number").code
    keys = (("DZJGH",), ("HTBH",), (code,), (approval, name), (name,), ("XMMC",))
    columns = {each.code: catalogue.row_of(each.case) for each in dossiers.values()}
    matches: list[Matched] = []
    unknown: list[Unmatched] = []
    waiting = list(rows)
    while waiting:
        found, unmatched = match(which, waiting, columns, keys=keys)
        for each in found:
            doubt = _doubt(each, columns[each.code], matches)
            if doubt is None:
                matches.append(each)
            else:
                unknown.append(Unmatched(each.row, doubt))
        again = {id(each.row) for each in unmatched if found and each.reason.code == "parcel_taken"}
        unknown += [each for each in unmatched if id(each.row) not in again]
        waiting = [row for row in waiting if id(row) in again]
    return sorted(matches, key=lambda each: each.code), unknown


def _doubt(each: Matched, columns: Mapping[str, object], matches: Sequence[Matched]) -> Message | None:
    """Why a match does not hold: the name is one parcel's and the number another's, or the row was there already."""
    number, own = (comparable("DZJGH", values.get("DZJGH")) for values in (each.row.values, columns))
    by_name = each.key.split("+")[-1] in ("DKMC", "XMMC")
    if by_name and number and own and number != own:
        sentence = "its name is that of parcel {code}, whose supervision number is {own} and not {number}"
        return Message("other_supply", sentence, {"code": each.code, "own": own, "number": number})
    for other in matches:
        same = all(
            comparable(key, other.row.values.get(key)) == comparable(key, each.row.values.get(key))
            for key in ("DZJGH", "HTBH")
        )
        if other.code == each.code and same:
            values = {"line": other.row.line, "code": each.code}
            if other.row.values == each.row.values:
                return Message("repeated", "it repeats row {line} of parcel {code}", values)
            sentence = "it has the numbers of row {line}, parcel {code}, and other values; only row {line} was compared"
            return Message("same_numbers", sentence, values)
    return None


def _confirmations(file: CampaignFile, which: ListKind) -> dict[str, date]:
    """The latest day each parcel was confirmed on, whenever that is."""
    confirmed: dict[str, date] = {}
    for (_, code), events in events_of(file, which).items():
        days = [event.effective_on for event in in_force(events, date.max) if event.kind is EventKind.CONFIRM]
        if days:
            confirmed[code] = max(days)
    return confirmed


def _recognised(
    each: Matched, dossiers: Mapping[str, Dossier], confirmed: Mapping[str, date], as_of: date
) -> Recognised:
    dossier = dossiers[each.code]
    said = says(dossier.which, each.row)
    new = said.confirmed is True and each.code not in confirmed
    return Recognised(dossier, each.row, each.key, said, (said.on or as_of) if new else None)


def _should_be_seen(dossier: Dossier) -> bool:
    """Whether the system must show a parcel: idle land was supplied once; other land once it has a contract."""
    case = dossier.case
    supplied = bool(case.supervision_number or case.contract_number or case.contract_area_ha)
    return dossier.which is ListKind.IDLE or supplied


def _differences(recognised: Sequence[Recognised], confirmed: Mapping[str, date]) -> Iterator[Difference]:
    by_code: dict[str, list[Recognised]] = {}
    for each in recognised:
        by_code.setdefault(each.dossier.code, []).append(each)
    for rows in by_code.values():
        yield from _area(rows)
        for each in rows:
            yield from _state(each, confirmed.get(each.dossier.code))
            yield from _values(each, several=len(rows) > 1)


def _difference(
    kind: DifferenceKind, each: Recognised, field: str, system: str, campaign: str, message: Message
) -> Difference:
    dossier = each.dossier
    return Difference(kind, dossier.code, dossier.case.title, field, system, campaign, message)


def _area(rows: Sequence[Recognised]) -> Iterator[Difference]:
    """The supply area, all contracts of the parcel together."""
    dossier = rows[0].dossier
    ours = _supplied_ha(dossier, several=len(rows) > 1)
    given = [area_ha(dossier.which, each.row, ours) for each in rows]
    theirs = [area for area in given if area is not None]
    if ours is None or not theirs or len(theirs) < len(given):
        return
    difference = (sum(theirs) - ours) * 10_000
    allowed = area_tolerance(ours * 10_000, area_sigma(dossier.survey))
    if exceeds(abs(difference), allowed):
        sentence = "the system's area differs by {difference} m²; {tolerance} m² are allowed"
        values = {"difference": f"{half_up(difference, 2):+}", "tolerance": half_up(allowed, 2)}
        told = (f"{half_up(sum(theirs), 4)}", f"{half_up(ours, 4)}")
        yield _difference(DifferenceKind.AREA, rows[0], "供应面积(公顷)", *told, Message("area", sentence, values))


def _supplied_ha(dossier: Dossier, several: bool) -> float | None:
    """What the campaign holds for the supply area: the contract's, else what was supplied, else the parcel's.

    Of several contracts the campaign keeps the last one's area, but the sum of all as what was supplied.
    """
    supplied = getattr(dossier.case, "supplied_area_ha", None)
    contract = dossier.case.contract_area_ha
    area = dossier.area_m2 / 10_000 if dossier.survey.grid.zone is not None else None
    known = (supplied, contract) if several else (contract, supplied)
    return next((each for each in (*known, dossier.case.document_area_ha, area) if each), None)


def _state(each: Recognised, confirmed_on: date | None) -> Iterator[Difference]:
    """Where the system's word and our record contradict each other."""
    dossier, said = each.dossier, each.says
    done = dossier.standing.done_area_ha > 0 or dossier.standing.closed
    here = f"{dossier.standing.state.code} {dossier.standing.state.name}"
    sentence = ""
    if said.confirmed is None:
        sentence = "nobody knows what the system means by it; enter the word in system_states.csv"
    elif said.confirmed and said.word and not done:
        sentence = "the system counts it as settled, the campaign does not"
    elif not said.confirmed and confirmed_on is not None:
        sentence = "the campaign counts it as confirmed, the system does not"
    if sentence:
        yield _difference(DifferenceKind.STATE, each, "状态", said.word, here, Message("state", sentence, {}))
    state = str(each.row.values.get(STATE_FIELD) or "")
    if state and state != dossier.standing.state.code:
        name = catalogue.name_of(dossier.which, "state", state)
        message = Message("other_state", "the two states are not the same", {})
        yield _difference(DifferenceKind.STATE, each, "状态", f"{state} {name}", here, message)
    if said.on is not None and confirmed_on is not None and said.on != confirmed_on:
        told = (said.on.isoformat(), confirmed_on.isoformat())
        message = Message("confirmed_on", "confirmed on another day", {})
        yield _difference(DifferenceKind.DATE, each, "系统确认日期", *told, message)


def _values(each: Recognised, several: bool) -> Iterator[Difference]:
    """Dates that are not the same, and values that only the system has. One contract of several is not compared."""
    if several:
        return
    ours = catalogue.row_of(each.dossier.case)
    for code, theirs in each.row.values.items():
        field = catalogue.field_by_code(each.dossier.which)[code]
        if field.kept_by != "ledger" or code in NOT_COMPARED:
            continue
        told = (field.store(theirs), field.store(ours[code]))
        if ours[code] in (None, ""):
            message = Message("only_there", "the campaign has no value; enter it", {})
            yield _difference(DifferenceKind.MISSING, each, field.name_zh, *told, message)
        elif field.type == "D" and theirs != ours[code]:
            yield _difference(DifferenceKind.DATE, each, field.name_zh, *told, Message("date", "another day", {}))


def _record(
    file: CampaignFile,
    result: Reconciliation,
    rows: Mapping[str, Mapping[str, str]],
    now: datetime,
    translate: Translate,
) -> None:
    """The confirmations as events, the list in the journal with its rows."""
    days: dict[str, date] = {}
    for each in result.recognised:
        if each.confirms_on:
            days[each.dossier.code] = max(each.confirms_on, days.get(each.dossier.code, date.min))
    ledger, which = result.ledger, result.which
    drafts = [
        Draft(which, code, EventKind.CONFIRM, day, document=ledger.file, author=AUTHOR) for code, day in days.items()
    ]
    record_within(file, drafts, now)
    entry = Entry(
        which=which,
        file=ledger.file,
        sha256=ledger.sha256,
        size=ledger.size,
        encoding="",
        profile=SYSTEM,
        crs="",
        at=stamp(now),
        imported=0,
        updated=len(drafts),
        unchanged=len(ledger.rows) - len(drafts),
    )
    journal = keep_journal(file, entry, ledger.rejects, translate)
    if journal is not None:
        keep_list(file, which, journal, rows)

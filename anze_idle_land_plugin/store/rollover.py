"""The next year's campaign: unfinished cases are carried over with their whole history and a base frozen anew.

What is closed (销号, 不构成闲置) stays in the old file, which is not touched. The history keeps its words and days; its
chain of hashes is built anew over the events that were carried, and the first new event names the old chain's end.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Mapping, NamedTuple, Sequence

from .. import catalogue
from ..model.campaign import Campaign
from ..model.kinds import ListKind
from ..model.messages import CampaignError, Message, Notes
from ..model.standing.events import STATE_FIELD, Event, EventKind
from .attachments import attachments_of
from .casework.admitting import circumstances, parcel_columns, surveyed_areas
from .casework.recording import Draft, record_within
from .creating import CampaignExists, create_campaign
from .database import CampaignFile, SpatialRow, literal
from .events import append_event, events_of, last_hash
from .schema import CONTEXT_TABLES
from .standing.snapshot import read_campaign, read_context
from .standing.states import states_as_of

REGISTERS = ("approval", "supply", "withdrawal", "import_journal")
"""Tables that are carried whole; their identities are referred to."""
OF_PARCELS = ("parcel_version", "boundary_point", "approval_parcel", "supply_parcel", "withdrawal_parcel")


class NotALaterYear(CampaignError):
    sentence = "The campaign is of {year} already; roll it over into a later year"


class Carried(NamedTuple):
    """A case that goes on: the state it is in and the area that enters the new base, hectares."""

    which: ListKind
    code: str
    state: str
    area_ha: float


@dataclass(frozen=True)
class RolledOver:
    """What was carried into the new file and how many cases stayed behind as closed."""

    carried: tuple[Carried, ...]
    closed: int

    @property
    def base_ha(self) -> float:
        return round(sum(each.area_ha for each in self.carried), 4)


def roll_over(source: Path, year: int, output: Path, now: datetime, notes: Notes) -> RolledOver:
    """Write the campaign of ``year`` beside or elsewhere; it appears whole or not at all. ``now`` is UTC."""
    if output.exists():
        raise CampaignExists(file=str(output))
    unfinished = output.with_name(f".{output.stem}.rollover.gpkg")
    unfinished.unlink(missing_ok=True)
    try:
        with CampaignFile.open(source) as old:
            campaign = read_campaign(old)
            if year <= campaign.year:
                raise NotALaterYear(year=campaign.year)
            carried, closed = _unfinished(old, campaign, date(year - 1, 12, 31))
            context = {layer: read_context(old, layer) for layer in CONTEXT_TABLES}
            create_campaign(unfinished, _next(campaign, year), context)
            with CampaignFile.open(unfinished, update=True) as new:
                _carry(old, new, source.name, carried, now, date(year, 1, 1))
            _bring_files(old, output.resolve().parent, notes)
        os.replace(unfinished, output)
    finally:
        unfinished.unlink(missing_ok=True)
    return RolledOver(tuple(carried), closed)


def _next(campaign: Campaign, year: int) -> Campaign:
    """The same campaign a year or more later: plan, deadlines and tasks are of their own year and are given anew."""
    named = campaign.name.replace(str(campaign.year), str(year))
    return replace(
        campaign,
        name=named if named != campaign.name else f"{campaign.name}（{year}）",
        year=year,
        plan_document="",
        starts_on=date(year, 1, 1),
        ends_on=date(year, 12, 31),
    )


def _unfinished(old: CampaignFile, campaign: Campaign, as_of: date) -> tuple[list[Carried], int]:
    carried, closed = [], 0
    for which in ListKind:
        machine, states = catalogue.workflow(which), states_as_of(old, which, as_of, campaign.year)
        going_on = [code for code, each in sorted(states.items()) if not machine.states[each.state].terminal]
        closed += len(states) - len(going_on)
        columns, log = parcel_columns(old, which, going_on), events_of(old, which)
        areas = surveyed_areas(old, which, (), as_of)
        for code in going_on:
            events, area = log.get((which, code), ()), areas.get(code)
            about = circumstances(which, columns[code], events, as_of, campaign.year, surveyed_m2=area)
            carried.append(Carried(which, code, about.stands.state.code, about.left_ha))
    return carried, closed


def _carry(
    old: CampaignFile, new: CampaignFile, named: str, carried: Sequence[Carried], now: datetime, frozen_on: date
) -> None:
    new.execute(f"ATTACH DATABASE {literal(old.stored_at)} AS old")
    new.execute("CREATE TEMP TABLE carried (list TEXT, code TEXT, PRIMARY KEY (list, code))")
    with new.transaction():
        for each in carried:
            new.execute("INSERT INTO carried VALUES (?, ?)", each.which.value, each.code)
        for which in ListKind:
            chosen = f"SELECT code FROM carried WHERE list = '{which.value}'"
            _copy(new, which.table, f"{catalogue.code_field(which)} IN ({chosen})")
        for table in OF_PARCELS:
            _copy(new, table, "(list, code) IN (SELECT list, code FROM carried)")
        for table in REGISTERS:
            _copy(new, table, "1", identity=table == "import_journal")
        _keep_history(old, new, {(each.which, each.code) for each in carried})
        note = f"上年度结转，原记录链末值 {last_hash(old)[:16]}"
        record_within(new, [_entered(each, frozen_on, named, note) for each in carried], now)


def _entered(case: Carried, day: date, document: str, note: str) -> Draft:
    return Draft(
        case.which,
        case.code,
        EventKind.BASELINE,
        day,
        field=STATE_FIELD,
        value=case.state,
        area_ha=case.area_ha,
        document=document,
        note=note,
    )


def _copy(new: CampaignFile, table: str, where: str, identity: bool = False) -> None:
    """Rows of the old file into the same table of the new one, by the columns both have."""
    own = {"fid"} if not identity else set()
    there = {str(row[0]) for row in new.query(f"SELECT name FROM pragma_table_info('{table}', 'old')")}
    columns = [str(row[0]) for row in new.query(f"SELECT name FROM pragma_table_info('{table}', 'main')")]
    names = ", ".join(name for name in columns if name in there and name not in own)
    new.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM old.{table} WHERE {where}")


def _keep_history(old: CampaignFile, new: CampaignFile, cases: set[tuple[ListKind, str]]) -> None:
    """The events of the carried cases in their order, under new numbers and in a chain of their own."""
    log = events_of(old)
    events = sorted((event for case in cases for event in log.get(case, ())), key=lambda event: event.id)
    numbers: Mapping[int, int] = {event.id: number for number, event in enumerate(events, start=1)}
    chain = ""
    for event in events:
        chain = append_event(new, _renumbered(event, numbers), chain)
    for each in attachments_of(old):
        if each.event_id in numbers:
            values = {"event_id": numbers[each.event_id], "path": each.path, "sha256": each.sha256, "what": each.what}
            new.append("attachment", [SpatialRow(values, b"")])


def _renumbered(event: Event, numbers: Mapping[int, int]) -> Event:
    corrects = numbers[event.corrects_id] if event.corrects_id is not None else None
    return replace(event, id=numbers[event.id], corrects_id=corrects)


def _bring_files(old: CampaignFile, folder: Path, notes: Notes) -> None:
    """The attached files come along to the same place beside the new campaign file."""
    home = Path(old.path).resolve().parent
    for path in sorted({each.path for each in attachments_of(old)}):
        source, target = home / path, folder / path
        if not source.is_file():
            sentence = "The attachment {file} is gone and was not carried over; put it back and copy it yourself"
            notes.messages.append(Message("attachment_not_carried", sentence, {"file": path}))
        elif not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)

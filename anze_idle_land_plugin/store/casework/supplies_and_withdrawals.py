"""Supplies and withdrawals by step: which deed covers how much of a parcel, as its events stand.

A contract or decision covers parcels in whole or in part, and a parcel may be supplied in parts (docs/data-model.md
2). The registers follow the events: a corrected step takes its share back. What a ledger put there is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Mapping, Sequence

from ... import catalogue
from ...catalogue import Value
from ...model.kinds import ListKind
from ...model.standing.events import STATE_FIELD, Event, EventKind
from ...model.standing.settling import AREA_STEP_HA
from ..database import CampaignFile

SUPPLY, WITHDRAWAL = "supply", "withdrawal"
KEYS = {SUPPLY: "supervision_number", WITHDRAWAL: "number"}
TABLE_OF = {"YGMJ": SUPPLY, "CHMJ": WITHDRAWAL}
"""The register of the area field that a step adds to."""


@dataclass(frozen=True)
class Deed:
    """What one deed covers of a parcel, in hectares; ``columns`` are what the register knows of the deed itself."""

    table: str
    number: str
    area_ha: float
    columns: tuple[tuple[str, Value], ...]


def deeds_of(which: ListKind, events: Sequence[Event], own: Mapping[str, Value]) -> dict[tuple[str, str], Deed]:
    """The deeds by table and number, from events in order; ``own`` are the columns of fields without events."""
    steps = catalogue.workflow(which).transitions
    known: dict[str, Value] = dict(own)
    found: dict[tuple[str, str], Deed] = {}
    for event in events:
        if event.field and event.field != STATE_FIELD:
            known[event.field] = event.value
        step = steps.get(event.transition)
        if step is None or step.adds_to not in TABLE_OF or not event.area_ha:
            continue
        deed = _deed(TABLE_OF[step.adds_to], event, event.area_ha, known)
        before = found.get((deed.table, deed.number))
        area = round(event.area_ha + (before.area_ha if before else 0.0), 4)
        found[deed.table, deed.number] = Deed(deed.table, deed.number, area, deed.columns)
    return found


def _deed(table: str, event: Event, area_ha: float, known: Mapping[str, Value]) -> Deed:
    """A supply goes by its supervision number, a withdrawal by its document; without one the event's number serves."""
    unnamed = f"{event.code}#{event.corrects_id or event.id}"
    if table == WITHDRAWAL:
        return Deed(table, event.document or unnamed, area_ha, (("withdrawn_on", event.effective_on),))
    columns = {"contract_number": "HTBH", "signed_on": "HTQDRQ", "mode": "GYFS", "land_user": "YDDWMC"}
    given = tuple((column, known[field]) for column, field in columns.items() if known.get(field))
    return Deed(table, str(known.get("DZJGH") or unnamed), area_ha, given)


def keep_deeds(
    file: CampaignFile,
    which: ListKind,
    code: str,
    log: Sequence[Event],
    standing: Sequence[Event],
    own: Mapping[str, Value],
) -> None:
    """Let the registers say what the events in force (``standing``) say; deeds only voided events named are let go."""
    wanted = deeds_of(which, standing, own)
    said = deeds_of(which, [event for event in log if event.kind is not EventKind.CORRECT], own)
    for table, number in said.keys() - wanted.keys():
        where = f"{KEYS[table]} = ? AND list = ? AND code = ?"
        file.execute(f"DELETE FROM {table}_parcel WHERE {where}", number, which.value, code)
    for deed in wanted.values():
        _keep(file, which, code, deed)


def _keep(file: CampaignFile, which: ListKind, code: str, deed: Deed) -> None:
    key = KEYS[deed.table]
    if not file.query(f"SELECT 1 FROM {deed.table} WHERE {key} = ?", deed.number):
        names = ", ".join((key, *(name for name, _ in deed.columns)))
        marks = ", ".join("?" for _ in range(len(deed.columns) + 1))
        values = [value.isoformat() if isinstance(value, date) else value for _, value in deed.columns]
        file.execute(f"INSERT INTO {deed.table} ({names}) VALUES ({marks})", deed.number, *values)
    link = f"{deed.table}_parcel"
    where = f"{key} = ? AND list = ? AND code = ?"
    if file.query(f"SELECT 1 FROM {link} WHERE {where}", deed.number, which.value, code):
        file.execute(f"UPDATE {link} SET area_ha = ? WHERE {where}", deed.area_ha, deed.number, which.value, code)
    else:
        columns = f"INSERT INTO {link} ({key}, list, code, area_ha) VALUES (?, ?, ?, ?)"
        file.execute(columns, deed.number, which.value, code, deed.area_ha)
    if deed.table == WITHDRAWAL:
        _draw(file, code, deed)


def _draw(file: CampaignFile, code: str, deed: Deed) -> None:
    """A parcel withdrawn as a whole gives its withdrawal its outline; that of a part is drawn with the step.

    A withdrawal that no longer covers the whole loses the outline of the whole, and keeps one that was drawn.
    """
    whole = "COALESCE(DKMJGQ, ROUND(DKMJ / 10000, 4)) <= ?"
    own = "(SELECT geom FROM unsupplied_parcel WHERE TBBH = ?"
    file.execute(
        f"UPDATE withdrawal_parcel SET geom = COALESCE({own} AND {whole}), NULLIF(geom, {own})))"
        " WHERE number = ? AND list = ? AND code = ?",
        *(code, deed.area_ha + AREA_STEP_HA / 2, code, deed.number, ListKind.UNSUPPLIED.value, code),
    )

"""Which steps a parcel may take on a day, which conditions refuse and why, and what must be given (for dialogs)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import FrozenSet, Mapping, Sequence

from ... import catalogue, law
from ...catalogue import Value
from ...model.kinds import ListKind
from ...model.procedure.admission import Verdict, choices
from ...model.procedure.circumstances import Circumstances
from ...model.standing.events import Event
from ...model.standing.standing import standing
from ..database import CampaignFile, literal
from ..events import events_of
from ..standing.case_on_day import base_as_of, case_as_of, fields_with_events

MANY = 2000
"""Above so many codes a whole list is read: SQL text has a length limit."""


def read_steps(path: str | Path, which: ListKind, codes: Sequence[str], day: date) -> Mapping[str, tuple[Verdict, ...]]:
    """``steps_for`` from the campaign file at a path."""
    with CampaignFile.open(path) as file:
        return steps_for(file, which, codes, day)


def steps_for(
    file: CampaignFile, which: ListKind, codes: Sequence[str], day: date
) -> Mapping[str, tuple[Verdict, ...]]:
    """By parcel code, every step that starts from its state on the day, with what stands in its way.

    Codes that are not in the list are left out.
    """
    year, log, attached = campaign_year(file), events_of(file, which, few(codes)), attached_events(file)
    areas = surveyed_areas(file, which, few(codes), day)

    def about(code: str, columns: Mapping[str, Value]) -> Circumstances:
        events, area = log.get((which, code), ()), areas.get(code)
        return circumstances(which, columns, events, day, year, attached=attached, surveyed_m2=area)

    known = parcel_columns(file, which, codes)
    return {code: choices(catalogue.workflow(which), about(code, columns)) for code, columns in known.items()}


def circumstances(
    which: ListKind,
    columns: Mapping[str, Value],
    events: Sequence[Event],
    day: date,
    year: int,
    attached: FrozenSet[int] = frozenset(),
    document: str = "",
    brings_attachment: bool = False,
    surveyed_m2: float | None = None,
) -> Circumstances:
    """What the guards look at, from a parcel's columns and all its events; ``surveyed_m2`` as of the day, if known."""
    stands = standing(events, catalogue.workflow(which), day, year=year)
    with_events = fields_with_events(which, events)
    case = case_as_of(which, columns, stands, with_events, day)
    surveyed = case.area_m2 if surveyed_m2 is None else surveyed_m2
    base = base_as_of(which, columns, stands, with_events, surveyed)
    return replace(
        law.circumstances(case, stands, day, attached, base),
        document=document,
        brings_attachment=brings_attachment,
        due=law.next_steps(case, stands, day),
    )


def campaign_year(file: CampaignFile) -> int:
    return int(str(file.query("SELECT year FROM campaign")[0][0]))


def attached_events(file: CampaignFile) -> FrozenSet[int]:
    """The ids of events that carry an attachment."""
    return frozenset(int(str(number)) for (number,) in file.query("SELECT DISTINCT event_id FROM attachment"))


def parcel_columns(file: CampaignFile, which: ListKind, codes: Sequence[str]) -> dict[str, dict[str, Value]]:
    """The columns of some parcels by code; unknown codes are left out."""
    key = catalogue.code_field(which)
    names = ", ".join(field.code for field in catalogue.case_fields(which))
    chosen = few(codes)
    where = f" WHERE {key} IN ({', '.join(literal(code) for code in chosen)})" if chosen else ""
    wanted = set(codes)
    rows = file.rows(f"SELECT {names} FROM {which.table}{where}")
    return {str(row.values[key]): dict(row.values) for row in rows if str(row.values[key]) in wanted}


def surveyed_areas(file: CampaignFile, which: ListKind, codes: Sequence[str], day: date) -> dict[str, float]:
    """The plane area (m²) of the survey in force on a day, by code; of the whole list when no codes are named."""
    chosen = f" AND code IN ({', '.join(literal(code) for code in codes)})" if codes else ""
    rows = file.query(
        f"SELECT code, area_m2, MAX(CASE WHEN effective_on <= ? THEN version ELSE -version END) FROM parcel_version"
        f" WHERE list = ?{chosen} GROUP BY code",
        *(day, which.value),
    )
    return {str(code): float(str(area)) for code, area, _ in rows if area is not None}


def few(codes: Sequence[str]) -> Sequence[str]:
    """The codes when they fit into a statement, else none: the whole list is read then."""
    return codes if len(codes) <= MANY else ()

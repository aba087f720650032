"""What counting needs of every parcel, computed by the database in one pass over the events.

For the board in QGIS, which must not read surveys and cases of 100,000 parcels to show rates. The same rules as
``model.standing.standing`` and ``Dossier.counted``; a test holds both against each other. Approvals (supply rate)
are read apart, of the years that need them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Optional

from ... import catalogue
from ...model.counting.assessment import supply_span
from ...model.counting.figures import Counting
from ...model.counting.progress import Counted
from ...model.gc_pause import many_objects
from ...model.kinds import Category, ListKind, Status
from ...model.procedure.workflow import SUSPENDED_STATE
from ...model.standing.base import NOT_IDLE_STATE
from ...model.standing.events import STATE_FIELD
from ...model.standing.settling import AREA_STEP_HA
from ..database import CampaignFile, literal
from .layer_sql import completing_steps, existed
from .snapshot import read_campaign, read_dossiers, read_milestones, read_tasks

FACTS = ("town_name", "in_zone", "department", "measure", "deadline")
YEAR_OF = {ListKind.UNSUPPLIED: "approved_on", ListKind.IDLE: "contract_signed_on"}


class Overview(NamedTuple):
    """A campaign as dock and board in QGIS see it: its name, and what all figures of the day are made from.

    ``states`` has the state code of every parcel of ``counting``, in the same order; ``approved`` says whether the
    parcels carry their approvals (see ``with_approvals``).
    """

    name: str
    year: int
    ends_on: date
    counting: Counting
    states: tuple[str, ...]
    approved: bool = False


def read_overview(path: str | Path, as_of: date) -> Overview:
    """The parcels of both lists as progress counts them on a day, without approvals."""
    with CampaignFile.open(path) as file, many_objects():
        campaign = read_campaign(file)
        read = [each for which in ListKind for each in _counted(file, which, campaign.year, as_of)]
        counting = Counting(
            as_of=as_of,
            starts_on=campaign.starts_on,
            milestones=read_milestones(file),
            tasks=read_tasks(file),
            county=(campaign.county_code, campaign.county_name),
            parcels=tuple(parcel for parcel, _ in read),
        )
        return Overview(campaign.name, campaign.year, campaign.ends_on, counting, tuple(state for _, state in read))


def with_approvals(path: str | Path, overview: Overview) -> Overview:
    """The same day with the approvals behind the parcels of the years that the supply rate sums over."""
    first, last = supply_span(catalogue.policy(), overview.year)
    counting = overview.counting
    codes = [
        each.code
        for each in counting.parcels
        if each.which is ListKind.UNSUPPLIED and each.year is not None and first <= each.year <= last
    ]
    read = read_dossiers(path, ListKind.UNSUPPLIED, codes, counting.as_of)
    approved = {(dossier.which, dossier.code): dossier.approval for dossier in read}
    parcels = tuple(
        replace(each, approval=approved[each.key]) if each.key in approved else each for each in counting.parcels
    )
    return overview._replace(counting=counting._replace(parcels=parcels), approved=True)


def counting_select(which: ListKind, year: int, as_of: date) -> str:
    """One row a parcel: code, facts, year, state, done, base, survey area, confirmed, started.

    One pass over the events of a list: ``said`` is day, place in the log and value of an event in force (empty when it
    is not), so that the latest of a field is the greatest. The LIMIT keeps SQLite from computing it again and again.
    """
    key = catalogue.code_field(which)
    fields = {name: catalogue.field_of(which, name).code for name in (*FACTS, YEAR_OF[which])}
    facts = ", ".join(f"{_latest(code)} AS {name}" for name, code in fields.items())
    own = ", ".join(
        f"CASE WHEN s.{name} IS NOT NULL THEN substr(s.{name}, 24) ELSE p.{code} END" for name, code in fields.items()
    )
    wanted = ", ".join(literal(code) for code in (STATE_FIELD, *fields.values()))
    entered = "said <> '' AND field = 'ZT' AND COALESCE(transition, '') = ''"
    settles = f"transition IN ({completing_steps(which)}) AND said <> '' AND substr(effective_on, 1, 4) = '{year}'"
    return f"""
WITH RECURSIVE chain(id, first) AS (
    SELECT id, corrects_id FROM event WHERE corrects_id IS NOT NULL
    UNION ALL SELECT chain.id, e.corrects_id FROM chain JOIN event e ON e.id = chain.first
    WHERE e.corrects_id IS NOT NULL
), place AS (SELECT id, MIN(first) AS first FROM chain GROUP BY id
), log AS (
    SELECT e.code, e.field, e.value, e.kind, e.transition, e.area_ha, e.effective_on,
        CASE WHEN e.effective_on <= {literal(as_of)} AND e.id NOT IN
            (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)
        THEN e.effective_on || printf('%013d', CASE WHEN e.corrects_id IS NULL THEN e.id
            ELSE (SELECT first FROM place WHERE place.id = e.id) END) || COALESCE(e.value, '')
        ELSE '' END AS said
    FROM event e WHERE e.list = {literal(which.value)} AND (e.kind = 'confirm' OR e.field IN ({wanted}))
    ORDER BY e.code LIMIT -1
), standing AS (
    SELECT code, {facts}, MAX(CASE WHEN field = 'ZT' AND value <> '' THEN said END) AS state,
        SUM(CASE WHEN {settles} THEN area_ha ELSE 0 END) AS done,
        MAX(CASE WHEN {entered} THEN substr(said, 1, 23) || area_ha END) AS base,
        MAX(kind = 'confirm' AND said <> '') AS confirmed,
        MAX(field = 'ZT' AND transition <> '' AND said <> '') AS started
    FROM log GROUP BY code
), survey AS (
    SELECT code, area_m2, MAX(CASE WHEN effective_on <= {literal(as_of)} THEN version ELSE -version END) AS chosen
    FROM parcel_version WHERE list = {literal(which.value)} GROUP BY code
)
SELECT p.{key}, {own}, {_year(which)}, substr(s.state, 24), COALESCE(s.done, 0), substr(s.base, 24), {_own_base(which)},
    v.area_m2, COALESCE(s.confirmed, 0), COALESCE(s.started, 0)
FROM {which.table} p LEFT JOIN standing s ON s.code = p.{key} LEFT JOIN survey v ON v.code = p.{key}
WHERE {existed(which, literal(as_of))}
ORDER BY p.{key}"""


def _latest(field: str) -> str:
    """The greatest of what is said of a field: null when nothing ever is, empty when nothing is by the day."""
    return f"MAX(CASE WHEN field = {literal(field)} THEN said END)"


def _year(which: ListKind) -> str:
    return "p.PZND" if which is ListKind.UNSUPPLIED else "NULL"


def _own_base(which: ListKind) -> str:
    if which is ListKind.UNSUPPLIED:
        return "ROUND(p.DKMJGQ - COALESCE(p.YGMJ, 0) - COALESCE(p.CHMJ, 0), 4)"
    return "COALESCE(p.XZMJ, p.GYMJ)"


def _counted(file: CampaignFile, which: ListKind, year: int, as_of: date) -> list[tuple[Counted, str]]:
    """Each parcel with its state; the rows as one text of JSON: a hundred times fewer calls than cell by cell."""
    columns = [*FACTS, YEAR_OF[which], "year", "state", "done", "base", "own", "survey", "confirmed", "started"]
    names = ", ".join(f"c{number}" for number in range(len(columns) + 1))
    rows = f"WITH row({names}) AS ({counting_select(which, year, as_of)})"
    ((text,),) = file.query(f"{rows} SELECT json_group_array(json_array({names})) FROM row")
    reading = _Reading(which, as_of)
    return [reading.counted(*row) for row in json.loads(str(text or "[]"))]


class _Reading:
    """Turns rows into what progress counts; looks each code up once."""

    def __init__(self, which: ListKind, as_of: date) -> None:
        machine = catalogue.workflow(which)
        self.which, self.as_of = which, as_of
        self.warn_days = catalogue.warn_days()
        self.initial = machine.initial.code
        self.terminal = {state.code for state in machine.states.values() if state.terminal}
        self.categories = {code: catalogue.category_of(which, code) for code in catalogue.measure_codes(which)}
        self.days: dict[str, Optional[date]] = {"": None}

    def counted(
        self,
        code: str,
        town: str | None,
        in_zone: str | None,
        department: str | None,
        measure: str | None,
        deadline: str | None,
        dated_on: str | None,
        year: int | None,
        state: str | None,
        done: float,
        baseline: str | None,
        own_base: float | None,
        survey_m2: float | None,
        confirmed: int,
        started: int,
    ) -> tuple[Counted, str]:
        state, done, due = state or self.initial, round(done, 4), self._day(deadline)
        entered = float(baseline) if baseline else None
        base = entered if entered is not None else own_base
        area = base if base is not None else round((survey_m2 or 0.0) / 10000, 4)
        parcel = Counted(
            self.which,
            code,
            town or "",
            in_zone == "Y",
            department or "",
            self.categories.get(measure or "", Category.UNDECIDED),
            self._status(state, done, base, due, bool(started)),
            state not in (SUSPENDED_STATE, NOT_IDLE_STATE),
            area,
            done,
            bool(confirmed),
            _settled(done, area),
            state in self.terminal,
            due,
            int(dated_on[:4]) if dated_on else year,
        )
        return parcel, state

    def _status(self, state: str, done: float, base: float | None, due: date | None, started: bool) -> Status:
        if state == SUSPENDED_STATE:
            return Status.SUSPENDED
        if state in self.terminal:
            return Status.CLOSED
        if _settled(done, base):
            return Status.DONE
        if due is not None and due < self.as_of:
            return Status.OVERDUE
        if due is not None and (due - self.as_of).days <= self.warn_days:
            return Status.WARNING
        return Status.ON_TIME if started else Status.NOT_STARTED

    def _day(self, text: Any) -> date | None:
        text = text or ""
        if text not in self.days:
            self.days[text] = date.fromisoformat(text[:10])
        return self.days[text]


def _settled(done: float, base: float | None) -> bool:
    return done > 0 and (base is None or done >= base - AREA_STEP_HA / 2)

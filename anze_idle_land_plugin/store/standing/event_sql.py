"""What the events of the log say of each parcel by a day, in SQL: the parts that the one query of standing is made of.

A part is asked for one day, the same for every parcel, or for the days of a table ``moment`` (columns code and day).
Everything is grouped by parcel (and day); which event is the latest is told by a text that sorts like (day, place in
the log), with the value behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ... import catalogue
from ...model.kinds import ListKind
from ...model.procedure.workflow import SETTLED
from ..database import literal

END_OF_TIME = date(9999, 12, 31)
NOT_VOIDED = "e.id NOT IN (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)"
PLACE = (
    "CASE WHEN e.corrects_id IS NULL THEN e.id ELSE (WITH RECURSIVE first(id, corrects) AS (SELECT e.id, e.corrects_id"
    " UNION ALL SELECT c.id, c.corrects_id FROM first JOIN event c ON c.id = first.corrects)"
    " SELECT MIN(id) FROM first) END"
)
"""A correction stands where the event it replaces stood: its number is the first one's."""
ORDER = f"e.effective_on || (1000000000 + {PLACE})"
"""Sorts like (effective_on, place)."""
KIND = f"CASE WHEN e.corrects_id IS NULL THEN e.kind ELSE (SELECT f.kind FROM event f WHERE f.id = {PLACE}) END"
EARLIER = f"{KIND} = 'baseline'"
"""Of an event that is not about the state: it only keeps what a field said before it first changed."""
FACT_DAY = f"CASE WHEN {EARLIER} THEN '0001-01-01' ELSE e.effective_on END"
FACT_ORDER = f"({FACT_DAY} || (1000000000 + {PLACE}))"
"""Sorts the facts of a field; an earlier value stands before them all, whatever its day."""
ISO_DAY, BEHIND = 10, 21
"""How long the day in it is, and where the value behind it begins."""


@dataclass(frozen=True)
class Moment:
    """Until when events count, as SQL: a day, or ``m.day`` where each parcel has days of its own.

    ``recorded_by`` (ISO, UTC) leaves out what was not known by then.
    """

    until: str
    of_parcels: bool = False
    recorded_by: str | None = None

    @classmethod
    def on(cls, day: date | None, recorded_by: str | None = None) -> Moment:
        """One day for all parcels; None counts every event there is."""
        return cls(literal(day or END_OF_TIME), False, recorded_by)

    @property
    def in_force(self) -> str:
        """The condition that an event ``e`` holds and was not voided."""
        return f"e.effective_on <= {self.until}{self._known} AND {self.stands}"

    @property
    def told(self) -> str:
        """The same of an event about another field than the state: an earlier value holds on every day."""
        return f"(e.effective_on <= {self.until}{self._known} OR {EARLIER}) AND {self.stands}"

    @property
    def stands(self) -> str:
        """The condition that an event ``e`` was not voided."""
        return NOT_VOIDED if self.recorded_by is None else f"{NOT_VOIDED[:-1]}{self._known})"

    @property
    def _known(self) -> str:
        return "" if self.recorded_by is None else f" AND recorded_at <= {literal(self.recorded_by)}"

    @property
    def key(self) -> str:
        """The columns a part is grouped by."""
        return "m.code AS code, m.day AS day" if self.of_parcels else "e.code AS code"

    def rows(self, table: str, condition: str) -> str:
        """The rows ``e`` of a table with list and code that belong to a parcel."""
        if not self.of_parcels:
            return f"FROM {table} e WHERE {condition}"
        return f"FROM moment m JOIN {table} e ON e.code = m.code WHERE {condition}"

    @property
    def grouped(self) -> str:
        return "GROUP BY m.code, m.day" if self.of_parcels else "GROUP BY e.code"

    def joined(self, part: str, code: str) -> str:
        """Join a part to a parcel; what it says nothing of is null."""
        day = f" AND {part}.day = m.day" if self.of_parcels else ""
        return f" LEFT JOIN {part} ON {part}.code = {code}{day}"


def moved(which: ListKind, moment: Moment, year: int, more: str = "") -> str:
    """The state with its day, steps taken, the frozen base and the area settled in the year; all from one index."""
    entered = "COALESCE(e.transition, '') = ''"
    settles = f"e.transition IN ({_settling(which)}) AND e.effective_on BETWEEN '{year}-01-01' AND '{year}-12-31'"
    own = f"e.list = {literal(which.value)} AND e.field = 'ZT' AND {moment.in_force}{more}"
    return (
        f"SELECT {moment.key}, MAX(CASE WHEN e.value <> '' THEN {ORDER} || e.value END) AS last,"
        " COUNT(NULLIF(e.transition, '')) AS moves,"
        f" CAST(substr(MAX(CASE WHEN {entered} THEN {ORDER} || e.area_ha END), {BEHIND}) AS REAL) AS frozen_ha,"
        f" ROUND(TOTAL(CASE WHEN {settles} THEN e.area_ha END), 4) AS done_ha"
        f" {moment.rows('event', own)} {moment.grouped}"
    )


def opened(which: ListKind, moment: Moment) -> str:
    """What the first baseline of parcel ``p`` froze, on whatever day; null where none did."""
    of = f"e.list = {literal(which.value)} AND e.code = p.{catalogue.code_field(which)} AND e.field = 'ZT'"
    baseline = "COALESCE(e.transition, '') = '' AND e.area_ha IS NOT NULL"
    return f"(SELECT e.area_ha FROM event e WHERE {of} AND {baseline} AND {moment.stands} ORDER BY {ORDER} LIMIT 1)"


def _settling(which: ListKind) -> str:
    """The steps that settle area, and the baseline that says how much was settled before; as what follows IN."""
    steps = [step.code for step in catalogue.workflow(which).transitions.values() if step.completes]
    return ", ".join(literal(code) for code in (*steps, SETTLED))


def said(which: ListKind, moment: Moment, fields: tuple[str, ...]) -> str:
    """The last value of each field behind its day and place: null where no event ever is, empty where none is yet."""
    named = ", ".join(map(literal, fields))
    own = f"e.list = {literal(which.value)} AND e.field <> 'ZT' AND e.field IN ({named})"
    value = f"CASE WHEN {moment.told} THEN {FACT_ORDER} || COALESCE(e.value, '') ELSE '' END"
    latest = ", ".join(f"MAX(CASE WHEN e.field = {literal(field)} THEN {value} END) AS {field}" for field in fields)
    return f"SELECT {moment.key}, {latest} {moment.rows('event', own)} {moment.grouped}"


def confirmed(which: ListKind, moment: Moment) -> str:
    """The last confirmation, or what took the place of one; each is found by an index of its own.

    A plus keeps SQLite from going through all events of the list for the few that correct others.
    """
    key = "code, day" if moment.of_parcels else "code"
    by_index = (
        f"e.list = {literal(which.value)} AND e.kind = 'confirm'",
        f"+e.list = {literal(which.value)} AND e.corrects_id IS NOT NULL AND e.kind = 'correct' AND e.field = 'XTQR'",
    )
    found = " UNION ALL ".join(
        f"SELECT {moment.key}, e.effective_on AS confirmed_on {moment.rows('event', f'{each} AND {moment.in_force}')}"
        for each in by_index
    )
    return f"SELECT {key}, MAX(confirmed_on) AS confirmed_on FROM ({found}) GROUP BY {key}"


def survey(which: ListKind, moment: Moment) -> str:
    """Area (m²) and number of the survey in force: the latest effective by the day, else the first one."""
    chosen = f"MAX(CASE WHEN e.effective_on <= {moment.until} THEN e.version ELSE -e.version END)"
    own = f"e.list = {literal(which.value)}"
    return (
        f"SELECT {moment.key}, e.area_m2 AS area_m2, {chosen} AS chosen"
        f" {moment.rows('parcel_version', own)} {moment.grouped}"
    )


def recorded(which: ListKind, moment: Moment, field: str) -> str:
    """A column of parcel ``p`` as events in force say it; nothing before the first of them, else the column itself.

    Areas that steps added are left out: a step moves no base.
    """
    of = f"e.list = {literal(which.value)} AND e.code = p.{catalogue.code_field(which)}"
    own = f"FROM event e WHERE {of} AND e.field <> 'ZT' AND e.field = {literal(field)}"
    latest = f"ORDER BY {FACT_ORDER} DESC LIMIT 1"
    value = f"(SELECT CAST(NULLIF(e.value, '') AS REAL) {own} AND {moment.told} {latest})"
    adding = [step.code for step in catalogue.workflow(which).transitions.values() if step.adds_to == field]
    ever = f"EXISTS (SELECT 1 {own})"
    if adding:
        steps = ", ".join(map(literal, adding))
        grown = f"{of} AND e.field = 'ZT' AND e.transition IN ({steps}) AND e.area_ha IS NOT NULL"
        ever = f"({ever} OR EXISTS (SELECT 1 FROM event e WHERE {grown}))"
    return f"CASE WHEN {ever} THEN {value} ELSE p.{field} END"

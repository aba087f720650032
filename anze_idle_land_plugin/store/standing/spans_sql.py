"""The course of every parcel as one SELECT: one row for each span of days in a state, for the temporal controller."""

from __future__ import annotations

from datetime import date, timedelta

from ... import catalogue
from ...model.kinds import ListKind, Status
from ...model.procedure.workflow import SUSPENDED_STATE
from ...model.standing.settling import AREA_STEP_HA
from ..database import literal
from .layer_sql import END_OF_TIME, PLACE, base_ha, completing_steps, survey_join

_DAY = timedelta(days=1)
_BEFORE_ALL = date(1900, 1, 1)
_MOST_PHASES = 1_000
"""Parts a span can have: its number times this and the number of the part is a number of its own."""
_NO_EVENT = 1_000_000_000
"""Added to a parcel's own number, so that spans without an event have numbers of their own."""


def course_select(which: ListKind, year: int) -> str:
    """Rows with ``geom``, ``code``, ``state``, ``state_name``, ``status``, and the first and last day of the span.

    A parcel begins in the first state, on the day it was split off another one where it was. A state left on the day
    it was reached has no span. The span of a parcel that is not done yet is cut on the days it turns yellow and red by
    the deadline in force (``policy``: days of warning), so that its status is that of
    ``model.standing.standing`` on every day.
    """
    names = " ".join(
        f"WHEN {literal(each.code)} THEN {literal(each.name)}" for each in catalogue.workflow(which).states.values()
    )
    return (
        f"SELECT s.fid AS fid, v.geom AS geom, s.code AS code, s.state AS state,"
        f" CASE s.state {names} END AS state_name, s.status AS status, s.begins AS begins, s.ends AS ends"
        f" FROM ({_cut(which, year)}) s{survey_join(which, 's.code', 's.ends')}"
        " WHERE s.begins <= s.ends ORDER BY s.begins, s.fid"
    )


def _cut(which: ListKind, year: int) -> str:
    """The spans with their status; open ones in parts, as far as each phase of the deadline reaches."""
    key = catalogue.code_field(which)
    waiting = ", ".join(literal(status.value) for status in (Status.ON_TIME, Status.NOT_STARTED))
    told = (
        f"SELECT s.*, {_status(which, key)} AS told FROM ({_spans(which, key, year)}) s"
        f" JOIN {which.table} p ON p.{key} = s.code"
    )
    return (
        f"SELECT t.fid * {_MOST_PHASES} + COALESCE(f.number, 0) AS fid, t.code AS code, t.state AS state,"
        " COALESCE(f.status, t.told) AS status, max(t.begins, COALESCE(f.first, t.begins)) AS begins,"
        f" min(t.ends, COALESCE(f.last, t.ends)) AS ends FROM ({told}) t LEFT JOIN ({_phases(which, key)}) f"
        f" ON f.code = t.code AND t.told IN ({waiting}) AND f.first <= t.ends AND f.last >= t.begins"
    )


def _phases(which: ListKind, key: str) -> str:
    """Until when a deadline leaves a parcel's status alone (none), from when it warns, from when it is overdue."""
    warn = catalogue.warn_days()
    calm, warning, overdue = "NULL", literal(Status.WARNING.value), literal(Status.OVERDUE.value)
    parts = (
        f"SELECT code, {calm} AS status, since AS first,"
        f" CASE WHEN due IS NULL THEN until ELSE min(until, date(due, '-{warn + 1} days')) END AS last FROM terms",
        f"SELECT code, {warning}, max(since, date(due, '-{warn} days')), min(until, due) FROM terms"
        " WHERE due IS NOT NULL",
        f"SELECT code, {overdue}, max(since, date(due, '+1 day')), until FROM terms WHERE due IS NOT NULL",
    )
    return (
        f"WITH terms AS ({_terms(which, key)})"
        " SELECT *, ROW_NUMBER() OVER (PARTITION BY code ORDER BY first) AS number"
        f" FROM ({' UNION ALL '.join(parts)}) WHERE first <= last"
    )


def _terms(which: ListKind, key: str) -> str:
    """From when until when each deadline of a parcel held; a column that events keep is empty before the first."""
    field = catalogue.field_of(which, "deadline").code
    facts = f"FROM event e WHERE e.list = '{which.value}' AND e.field = {literal(field)}"
    days = (
        f"SELECT e.code AS code, e.value AS value, e.effective_on AS since, {PLACE} AS place {facts}"
        " AND e.id NOT IN (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)"
        f" UNION ALL SELECT DISTINCT e.code, NULL, {literal(_BEFORE_ALL)}, 0 {facts}"
    )
    last = literal(END_OF_TIME - _DAY)
    return (
        f"SELECT p.{key} AS code, date(p.{field}) AS due, {literal(_BEFORE_ALL)} AS since, {last} AS until"
        f" FROM {which.table} p WHERE p.{key} NOT IN (SELECT e.code {facts})"
        f" UNION ALL SELECT code, date(value), since, COALESCE(date(LEAD(since) OVER held, '-1 day'), {last})"
        f" FROM ({days}) WINDOW held AS (PARTITION BY code ORDER BY since, place)"
    )


def _spans(which: ListKind, key: str, year: int) -> str:
    """The moves of each parcel with the day before the next one, and what had been settled and started by then."""
    settles = f"m.step IN ({completing_steps(which)}) AND substr(m.begins, 1, 4) = '{year}'"
    return (
        f"SELECT m.*, SUM(CASE WHEN {settles} THEN m.area_ha ELSE 0 END) OVER course AS done_ha,"
        " MAX(m.step <> '') OVER course AS started,"
        f" COALESCE(date(LEAD(m.begins) OVER course, '-1 day'), {literal(END_OF_TIME - _DAY)}) AS ends"
        f" FROM ({_moves(which, key)}) m WINDOW course AS (PARTITION BY m.code ORDER BY m.begins, m.place)"
    )


def _moves(which: ListKind, key: str) -> str:
    split_on = (
        f"SELECT MIN(v.effective_on) FROM parcel_version v WHERE v.list = '{which.value}' AND v.code = p.{key}"
        " AND v.parent_code <> ''"
    )
    return (
        "SELECT e.id AS fid, e.code AS code, e.value AS state, COALESCE(e.transition, '') AS step,"
        f" e.area_ha AS area_ha, e.effective_on AS begins, {PLACE} AS place"
        f" FROM event e WHERE e.list = '{which.value}' AND e.field = 'ZT'"
        " AND e.value <> '' AND e.id NOT IN (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)"
        f" UNION ALL SELECT {_NO_EVENT} + p.fid, p.{key}, {literal(catalogue.workflow(which).initial.code)}, '', NULL,"
        f" COALESCE(({split_on}), {literal(_BEFORE_ALL)}), 0 FROM {which.table} p"
    )


def _status(which: ListKind, key: str) -> str:
    closed = ", ".join(literal(each.code) for each in catalogue.workflow(which).states.values() if each.terminal)
    base = f"COALESCE({base_ha(which, key, literal(END_OF_TIME))}, 0)"
    return (
        f"CASE WHEN s.state = {literal(SUSPENDED_STATE)} THEN {literal(Status.SUSPENDED.value)}"
        f" WHEN s.state IN ({closed}) THEN {literal(Status.CLOSED.value)}"
        f" WHEN s.done_ha > 0 AND s.done_ha >= {base} - {AREA_STEP_HA / 2!r} THEN {literal(Status.DONE.value)}"
        f" WHEN s.started THEN {literal(Status.ON_TIME.value)} ELSE {literal(Status.NOT_STARTED.value)} END"
    )

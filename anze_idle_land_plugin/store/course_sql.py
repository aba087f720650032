"""The course of every parcel as one SELECT: one row for each span of days in a state, for the temporal controller."""

from __future__ import annotations

from datetime import timedelta

from .. import catalogue
from ..model.words import ListKind, Status
from ..model.workflow import SUSPENDED_STATE
from .database import literal
from .standing_sql import END_OF_TIME, completing_steps

_DAY = timedelta(days=1)


def course_select(which: ListKind) -> str:
    """Rows with ``geom``, ``code``, ``state``, ``state_name``, ``status``, and the first and last day of the span.

    The status is told by the steps alone: entered, under way, done, closed, suspended; deadlines are not replayed.
    """
    key, machine = catalogue.code_field(which), catalogue.workflow(which)
    names = " ".join(f"WHEN {literal(each.code)} THEN {literal(each.name)}" for each in machine.states.values())
    span = "PARTITION BY e.code ORDER BY e.effective_on, e.id"
    return (
        f"SELECT e.id AS fid, p.geom AS geom, e.code AS code, e.value AS state, CASE e.value {names} END AS state_name,"
        f" {_status(which, span)} AS status, e.effective_on AS begins,"
        f" COALESCE(date(LEAD(e.effective_on) OVER ({span}), '-1 day'), {literal(END_OF_TIME - _DAY)}) AS ends"
        f" FROM event e JOIN {which.table} p ON p.{key} = e.code"
        f" WHERE e.list = {literal(which.value)} AND e.field = 'ZT'"
        " AND e.id NOT IN (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)"
    )


def _status(which: ListKind, span: str) -> str:
    machine = catalogue.workflow(which)
    closed = ", ".join(literal(each.code) for each in machine.states.values() if each.terminal)
    return (
        f"CASE WHEN e.value = {literal(SUSPENDED_STATE)} THEN {literal(Status.SUSPENDED.value)}"
        f" WHEN e.value IN ({closed}) THEN {literal(Status.CLOSED.value)}"
        f" WHEN MAX(e.transition IN ({completing_steps(which)})) OVER ({span}) THEN {literal(Status.DONE.value)}"
        f" WHEN COALESCE(e.transition, '') <> '' THEN {literal(Status.ON_TIME.value)}"
        f" ELSE {literal(Status.NOT_STARTED.value)} END"
    )

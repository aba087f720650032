"""How every parcel of a list stands on a day, by one pass over the events: for campaigns too large for a snapshot.

The same rules as ``model.standing.standing`` in SQL; a test holds the two against each other.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ... import catalogue
from ...model.kinds import ListKind
from ..database import CampaignFile, literal
from .layer_sql import PLACE, completing_steps
from .snapshot import split_later


class StateOn(NamedTuple):
    """State and figures of one parcel on a day. Areas are hectares of the base and of what is done in the year.

    ``since`` and ``confirmed_on`` are ISO dates, empty when there is none; ``moves`` counts the steps taken;
    ``base_ha`` is None when no baseline gave an area.
    """

    state: str
    since: str = ""
    moves: int = 0
    base_ha: float | None = None
    done_ha: float = 0.0
    confirmed_on: str = ""


def states_as_of(
    file: CampaignFile, which: ListKind, as_of: date, year: int, recorded_by: str | None = None
) -> dict[str, StateOn]:
    """Every parcel of the list by code, also those nothing is known of, as of a day (and as known at a moment)."""
    key = catalogue.code_field(which)
    force = _in_force(as_of, recorded_by)
    untouched = StateOn(catalogue.workflow(which).initial.code)  # one for all: it never changes
    states = dict.fromkeys(file.column(f"SELECT {key} FROM {which.table}"), untouched)
    for code in split_later(file, which, as_of):
        states.pop(code, None)
    for code, last, moves, base_ha, done_ha in file.paged(_COLUMNS, _moves(which, force, year), ""):
        if code in states:
            state, since = (last[_BEHIND - 1 :], last[:_ISO_DAY]) if last else (untouched.state, "")
            states[code] = StateOn(state, since, moves, base_ha, done_ha)
    for code, day in file.bulk("code, day", _confirms(which, force)):
        if code in states:
            states[code] = states[code]._replace(confirmed_on=day)
    return states


_COLUMNS = "code, last, moves, base_ha, done_ha"
_ORDER = f"e.effective_on || (1000000000 + {PLACE})"
"""Sorts like (effective_on, id); a value behind it comes out with the last event."""
_ISO_DAY, _BEHIND = 10, 21
"""How long the day in it is, and where that value begins."""


def _moves(which: ListKind, force: str, year: int) -> str:
    """One row a parcel that has moves: ``last`` is day, place in the log and state of the last one."""
    entered = f"CASE WHEN COALESCE(e.transition, '') = '' THEN {_ORDER} || e.area_ha END"
    settles = (
        f"e.transition IN ({completing_steps(which)}) AND e.effective_on BETWEEN '{year}-01-01' AND '{year}-12-31'"
    )
    return (
        f"SELECT e.code AS code, MAX(CASE WHEN e.value <> '' THEN {_ORDER} || e.value END) AS last,"
        f" COUNT(NULLIF(e.transition, '')) AS moves,"
        f" CAST(NULLIF(substr(MAX({entered}), {_BEHIND}), '') AS REAL) AS base_ha,"
        f" ROUND(TOTAL(CASE WHEN {settles} THEN e.area_ha END), 4) AS done_ha"
        f" FROM event e WHERE e.list = '{which.value}' AND e.field = 'ZT' AND e.code > ?"
        f" AND {force} GROUP BY e.code ORDER BY e.code"
    )


def _confirms(which: ListKind, force: str) -> str:
    """The last confirmation of each parcel, or what took the place of one; each is found by an index of its own.

    A plus keeps SQLite from going through all events of the list for the few that correct others.
    """
    by_index = (
        f"e.list = '{which.value}' AND e.kind = 'confirm'",
        f"+e.list = '{which.value}' AND e.corrects_id IS NOT NULL AND e.kind = 'correct' AND e.field = 'XTQR'",
    )
    found = " UNION ALL ".join(
        f"SELECT code, effective_on AS day FROM event e WHERE {each} AND {force}" for each in by_index
    )
    return f"SELECT code, MAX(day) AS day FROM ({found}) GROUP BY code"


def _in_force(as_of: date, recorded_by: str | None) -> str:
    """The condition that an event ``e`` holds on the day and was not voided."""
    known = "" if recorded_by is None else f" AND recorded_at <= {literal(recorded_by)}"
    return (
        f"e.effective_on <= {literal(as_of)}{known}"
        f" AND e.id NOT IN (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL{known})"
    )

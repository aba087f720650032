"""How every parcel of a list stands on a day, by one pass over the events: for campaigns too large for a snapshot.

The same rules as ``model.standing`` in SQL; a test holds the two against each other.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .. import catalogue
from ..model.words import ListKind
from .database import CampaignFile, literal
from .snapshot import split_later
from .standing_sql import PLACE


class StateOn(NamedTuple):
    """State and figures of one parcel on a day. Areas are hectares of the base and of what is done in the year.

    ``since`` and ``confirmed_on`` are ISO dates, empty when there is none; ``moves`` counts the steps taken;
    ``base_ha`` is None when no baseline gave an area.
    """

    code: str
    state: str
    since: str
    moves: int
    base_ha: float | None
    done_ha: float
    confirmed_on: str


def states_as_of(
    file: CampaignFile, which: ListKind, as_of: date, year: int, recorded_by: str | None = None
) -> dict[str, StateOn]:
    """Every parcel of the list by code, also those nothing is known of, as of a day (and as known at a moment)."""
    key = catalogue.code_field(which)
    force = _in_force(which, as_of, recorded_by)
    rows = file.paged(", ".join(StateOn._fields), _moves(which, force, year), "")
    states = {row[0]: StateOn._make(row) for row in rows}
    if file.query(f"SELECT COUNT(*) FROM {which.table}") != [(len(states),)]:
        initial = catalogue.workflow(which).initial.code
        for (code,) in file.bulk("code", f"SELECT {key} AS code FROM {which.table}"):
            states.setdefault(code, StateOn(code, initial, "", 0, None, 0.0, ""))
    confirms = " UNION ALL ".join(f"SELECT code, effective_on AS day {force} AND {each}" for each in _CONFIRMS)
    for code, day in file.bulk("code, day", f"SELECT code, MAX(day) AS day FROM ({confirms}) GROUP BY code"):
        states[code] = states[code]._replace(confirmed_on=day)
    for code in split_later(file, which, as_of):
        del states[code]
    return states


_CONFIRMS = ("e.kind = 'confirm'", "e.corrects_id IS NOT NULL AND e.kind = 'correct' AND e.field = 'XTQR'")
"""A confirmation, and what takes the place of one; each has an index of its own."""
_ORDER = f"e.effective_on || (1000000000 + {PLACE})"
"""Sorts like (effective_on, id); a value behind it comes out with the last event."""
_BEHIND = 21
"""Where that value begins."""


def _moves(which: ListKind, force: str, year: int) -> str:
    completing = [step.code for step in catalogue.workflow(which).transitions.values() if step.completes]
    steps = ", ".join(literal(code) for code in completing)
    last = f"MAX({_ORDER} || e.value)"
    base = f"MAX(CASE WHEN COALESCE(e.transition, '') = '' THEN {_ORDER} || COALESCE(e.area_ha, '') END)"
    settles = f"e.transition IN ({steps}) AND e.effective_on BETWEEN '{year}-01-01' AND '{year}-12-31'"
    return (
        f"SELECT e.code AS code, substr({last}, {_BEHIND}) AS state, substr({last}, 1, 10) AS since,"
        f" COUNT(NULLIF(e.transition, '')) AS moves, CAST(NULLIF(substr({base}, {_BEHIND}), '') AS REAL) AS base_ha,"
        f" ROUND(COALESCE(SUM(CASE WHEN {settles} THEN e.area_ha END), 0.0), 4) AS done_ha, '' AS confirmed_on"
        f" {force} AND e.field = 'ZT' AND e.code > ? GROUP BY e.code ORDER BY e.code"
    )


def _in_force(which: ListKind, as_of: date, recorded_by: str | None) -> str:
    known = "" if recorded_by is None else f" AND recorded_at <= {literal(recorded_by)}"
    return (
        f"FROM event e WHERE e.list = '{which.value}' AND e.effective_on <= {literal(as_of)}{known} AND e.id NOT IN"
        f" (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL{known})"
    )

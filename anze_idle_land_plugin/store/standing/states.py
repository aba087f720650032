"""How every parcel of a list stands on a day by its events alone: for campaigns too large for a snapshot."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ... import catalogue
from ...model.kinds import ListKind
from ..database import CampaignFile
from .event_sql import BEHIND, ISO_DAY, Moment, confirmed, moved
from .snapshot import split_later


class StateOn(NamedTuple):
    """State and figures of one parcel on a day. Areas are hectares of the base and of what is done in the year.

    ``since`` and ``confirmed_on`` are ISO dates, empty when there is none; ``moves`` counts the steps taken;
    ``base_ha`` is the frozen base, None before the first event.
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
    key, moment = catalogue.code_field(which), Moment.on(as_of, recorded_by)
    untouched = StateOn(catalogue.workflow(which).initial.code)  # one for all: it never changes
    states = dict.fromkeys(file.column(f"SELECT {key} FROM {which.table}"), untouched)
    for code in split_later(file, which, as_of):
        states.pop(code, None)
    moves = f"{moved(which, moment, year, ' AND e.code > ?')} ORDER BY e.code"
    for code, last, taken, frozen_ha, done_ha in file.paged("code, last, moves, frozen_ha, done_ha", moves, ""):
        if code in states:
            state, since = (last[BEHIND - 1 :], last[:ISO_DAY]) if last else (untouched.state, "")
            states[code] = StateOn(state, since, taken, frozen_ha, done_ha)
    for code, day in file.bulk("code, confirmed_on", confirmed(which, moment)):
        if code in states:
            states[code] = states[code]._replace(confirmed_on=day)
    return states

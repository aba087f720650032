"""What a shapefile that we exported brings beside its points: every fact of the ledger, the state, the confirmation.

Such a file is known by columns that only we write. Its values are taken as they stand, where those of any other file
are read as a ledger's (``facts``); its state and its confirmation become events.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Mapping, Sequence, Tuple

from ... import catalogue
from ...catalogue import Field, Value, land_use
from ...geodesy.zones import easting_in_zone, moved
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.parcel import Grid, Parcel
from ...model.procedure.workflow import SETTLED
from ...model.standing.base import documented_ha
from ...model.standing.events import STATE_FIELD, EventKind
from ..casework.recording import Draft

SIGNS = {"DKMJ", STATE_FIELD, "WCMJ", "XTQR", "XHBZ", "SFYJ"}
"""Columns that an export of ours always fills, beside the code of its list."""
AUTHOR = "成果导入"
_Points = Sequence[Tuple[float, float]]


@dataclass
class Brought:
    """The facts of one parcel by field code, what happened to it, and what could not be taken."""

    columns: dict[str, Value] = field(default_factory=dict)
    events: list[Draft] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)


def brought(which: ListKind, code: str, attributes: Mapping[str, str], file: str, starts_on: date) -> Brought | None:
    """What a parcel of one of our own files brings; None for any other file.

    The state becomes a baseline event, the area settled in the year another, the system's confirmation a third: the
    steps that settled it are not in the file and not made up here.
    """
    given = {head.upper(): text for head, text in attributes.items()}
    if not {catalogue.code_field(which), *SIGNS} <= set(given):
        return None
    found = Brought()
    values: dict[str, Value] = {}
    for known in catalogue.case_fields(which):
        try:
            values[known.code] = known.parse(_text(which, known, given))
        except ValueError:
            sentence = "{file}: parcel {code}: {value} is no value of {field} and was left out"
            told = {"file": file, "code": code, "value": given[known.code], "field": known.name_zh}
            found.notes.append(Message("value_left_out", sentence, told))
            continue
        if known.kept_by == "ledger" and known.attribute != "code":
            found.columns[known.code] = None if values[known.code] == "" else values[known.code]
    _events(which, code, values, file, starts_on, found)
    return found


def _text(which: ListKind, known: Field, given: Mapping[str, str]) -> str:
    """A cell as the campaign stores it: a land use with the standard that stands beside it, or that of its field.

    Raises ValueError for a code that the standard beside it does not have.
    """
    text = given.get(known.code, "")
    if known.code_list != land_use.CODE_LIST or not text:
        return text
    system = given.get(land_use.system_column(which, known.code), "")
    if not system:
        return land_use.with_system(which, known.code, text)
    if land_use.parse(f"{system}:{text}") is None:
        raise ValueError(text)
    return f"{system}:{text}"


def _events(
    which: ListKind, code: str, values: Mapping[str, Value], file: str, starts_on: date, found: Brought
) -> None:
    state, closed, confirmed = str(values.get(STATE_FIELD)), values.get("XHRQ"), values.get("XTQRRQ")
    told = Draft(
        which, code, EventKind.BASELINE, starts_on, field=STATE_FIELD, value=state, document=file, author=AUTHOR
    )
    if state in catalogue.workflow(which).states:
        settled = _settled(which, values, told, found)
        entered_on = closed if isinstance(closed, date) else starts_on
        base_ha = _base_ha(which, {**values, catalogue.code_field(which): code}, settled)
        first = min([entered_on, *(each.effective_on for each in settled)])
        frozen = replace(told, effective_on=first, area_ha=base_ha)
        before = [] if first == entered_on else [replace(frozen, value="")]
        entered = replace(told, effective_on=entered_on) if before else frozen
        found.events += [*before, entered, *settled]
    if values.get("XTQR") == "Y" and isinstance(confirmed, date):
        found.events.append(Draft(which, code, EventKind.CONFIRM, confirmed, document=file, author=AUTHOR))


def _settled(which: ListKind, values: Mapping[str, Value], told: Draft, found: Brought) -> list[Draft]:
    """The area settled in the year and the last day of it; an area without a day counts in no year and is named."""
    area, day = values.get("WCMJ"), values.get("WCSJ")
    if not isinstance(area, float) or area <= 0:
        return []
    if isinstance(day, date):
        return [replace(told, effective_on=day, transition=SETTLED, area_ha=area)]
    sentence = "{file}: parcel {code} was settled by {area} ha on a day not given (WCSJ); record the step here"
    found.notes.append(Message("settled_there", sentence, {"file": told.document, "code": told.code, "area": area}))
    return []


def _base_ha(which: ListKind, columns: Mapping[str, Value], settled: Sequence[Draft]) -> float | None:
    """What entered the base: what is left of an approved parcel, and what was settled of it in the year."""
    left = documented_ha(catalogue.case_of(which, columns))
    if left is None or which is ListKind.IDLE:
        return left
    return round(left + sum(each.area_ha or 0.0 for each in settled), 4)


def same_land(one: Parcel, other: Parcel) -> bool:
    """Whether two surveys have the same vertices to a millimetre, whatever their names, order and zone."""
    if one.grid.zone == other.grid.zone and _vertices(one) == _vertices(other):
        return True
    rings, others = ([ring for _, _, ring in each.rings()] for each in (one, other))
    return list(map(len, rings)) == list(map(len, others)) and all(
        _alike(ring.easting_northing(), moved(its.easting_northing(), other.grid, one.grid), one.grid)
        for ring, its in zip(rings, others)
    )


def _vertices(parcel: Parcel) -> list[list[tuple[float, float]]]:
    digits = 3 if parcel.grid.zone is not None else 9
    return sorted(
        sorted((round(easting_in_zone(e, parcel.grid), digits), round(n, digits)) for e, n in ring.easting_northing())
        for _, _, ring in parcel.rings()
    )


def _alike(points: _Points, others: _Points, grid: Grid) -> bool:
    """Whether two rings of equal length run through the same places, from any of them on and in either direction."""
    reach = 0.001 if grid.zone is not None else 1e-8

    def near(point: tuple[float, float], other: tuple[float, float]) -> bool:
        return abs(point[0] - other[0]) <= reach and abs(point[1] - other[1]) <= reach

    for start in (place for place, other in enumerate(others) if near(points[0], other)):
        onward = [*others[start:], *others[:start]]
        if any(all(map(near, points, way)) for way in (onward, [onward[0], *reversed(onward[1:])])):
            return True
    return False

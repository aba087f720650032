"""A sheet's contents in words and numbers, for those who make something else of them than a page."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, Sequence

from ...model.standing.snapshot import Dossier
from .facts import duties_of, facts_of, in_print, map_sheet
from .map.neighbourhood import Neighbourhood
from .map.sides import nearby, sides_in_words, sides_of
from .pages import SheetStyle, in_metres
from .point_rows import PointRow, point_rows
from .points import area_words
from .table import paired
from .timeline import Step, steps_of


class SheetWords(NamedTuple):
    """What the sheet of a parcel says: rows of (label, value) pairs, steps, boundary points, the line of the area."""

    code: str
    heading: str
    facts: Sequence[Sequence[tuple[str, str]]]
    steps: Sequence[Step]
    points: Sequence[PointRow]
    area: str


def words_of(dossier: Dossier, near: Neighbourhood, style: SheetStyle) -> SheetWords:
    """The same facts the drawn sheet shows, read from the same places."""
    dossier = replace(dossier, survey=in_metres(dossier.survey, style.crs))
    sides = sides_of(dossier.survey, nearby(dossier.survey, near.of(dossier), style.crs))
    rows = [
        *paired(facts_of(dossier, style.as_of, sides_in_words(sides))),
        *duties_of(dossier, style.as_of, style.units),
    ]
    state = f"{in_print(dossier.standing.state.name)}（{dossier.status.zh}）"
    heading = f"编号 {dossier.code}　{dossier.which.zh}　{dossier.category.principle}　{state}"
    return SheetWords(
        dossier.code,
        f"{heading}　图幅号 {map_sheet(dossier)}　数据日期 {style.as_of}",
        [[(fact.label, fact.value) for fact in row] for row in rows],
        steps_of(dossier, style.state_name),
        point_rows(dossier.survey),
        area_words(dossier),
    )

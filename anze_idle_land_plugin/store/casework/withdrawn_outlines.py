"""The outline of a part that was withdrawn: it lies in the parcel and has the area of the decision."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from shapely.geometry import MultiPolygon, Polygon

from ...geodesy.area import plane_area
from ...geodesy.area_tolerance import area_sigma, area_tolerance
from ...geodesy.screen_shapes import multipolygon
from ...geodesy.zones import moved
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...model.parcel import Grid, Parcel, Ring
from ...model.rounding import written
from ..database import CampaignFile, SpatialRow
from ..standing.snapshot import read_campaign, read_surveys

HALF_A_STEP_M2 = 0.5
"""Areas of decisions carry four decimals of a hectare."""


class NothingWithdrawn(CampaignError):
    sentence = "Parcel {code}: step {step} withdraws nothing; give OUTLINE with the step that withdraws a part (TP17)"


class OutlineInDegrees(CampaignError):
    sentence = "Parcel {code} was surveyed in degrees; import its survey in a zone (metres) before a part is drawn"


class OutlineOutside(CampaignError):
    sentence = (
        "Parcel {code}: the withdrawn part reaches {area} m² beyond it ({tolerance} m² are allowed); check its points"
    )


class OutlineDisagrees(CampaignError):
    sentence = (
        "Parcel {code}: the outline of the withdrawn part has {drawn} ha, the decision {decided} ha; correct the one "
        "that is wrong"
    )


def draw_withdrawn(file: CampaignFile, code: str, step: str, outline: Parcel) -> None:
    """Give the last withdrawal of a parcel by this step its outline. Raises with the areas that do not fit."""
    found = file.query(
        "SELECT id + 0, document, area_ha FROM event WHERE list = ? AND code = ? AND kind = 'transition'"
        " AND transition = ? ORDER BY id DESC LIMIT 1",
        *(ListKind.UNSUPPLIED.value, code, step),
    )
    link = _link(file, code, *found[0][:2]) if found else None
    if link is None:
        raise NothingWithdrawn(code=code, step=step)
    survey = read_surveys(file, ListKind.UNSUPPLIED, codes=[code])[code].parcel
    if survey.grid.zone is None:
        raise OutlineInDegrees(code=code)
    _check(code, _shape(outline, survey.grid), survey, float(str(found[0][2])))
    drawn = multipolygon(replace(outline, code=code), int(read_campaign(file).crs.split(":")[1]))
    file.set_geometry("withdrawal_parcel", "fid", link, SpatialRow({}, drawn))


def _link(file: CampaignFile, code: str, event: object, document: object) -> Optional[str]:
    """The row of the register that stands for the event: under its document, else under the event's number."""
    sql = "SELECT fid + 0 FROM withdrawal_parcel WHERE number = ? AND list = ? AND code = ?"
    rows = file.query(sql, str(document or f"{code}#{event}"), ListKind.UNSUPPLIED.value, code)
    return str(rows[0][0]) if rows else None


def _check(code: str, part: MultiPolygon, survey: Parcel, decided_ha: float) -> None:
    tolerance = area_tolerance(plane_area(survey), area_sigma(survey))
    outside = part.difference(_shape(survey, survey.grid)).area
    if outside > tolerance:
        raise OutlineOutside(code=code, area=written(outside, 2), tolerance=written(tolerance, 2))
    if abs(part.area - decided_ha * 10_000) > tolerance + HALF_A_STEP_M2:
        raise OutlineDisagrees(code=code, drawn=written(part.area / 10_000, 4), decided=written(decided_ha, 4))


def _shape(parcel: Parcel, grid: Grid) -> MultiPolygon:
    """The parcel in a grid."""

    def placed(ring: Ring) -> list[tuple[float, float]]:
        return moved(ring.easting_northing(), parcel.grid, grid)

    return MultiPolygon([Polygon(placed(part.outer), [*map(placed, part.holes)]) for part in parcel.parts]).buffer(0)

"""Writing one version of a parcel's survey: its outline, its points as read, and the columns it alone decides."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ... import catalogue
from ...catalogue import Value
from ...geodesy.area import centroid, edge_lengths, plane_area
from ...geodesy.mapsheet import OffTheSheets, sheet_number
from ...geodesy.rounding import square_metres
from ...geodesy.screen_shapes import point_wkb
from ...geodesy.zones import epsg, to_geographic, transform
from ...model.kinds import ListKind
from ...model.parcel import Grid, Parcel, Ring
from ..database import CampaignFile, SpatialRow


@dataclass(frozen=True)
class Version:
    """Which version of which parcel, since when, why, and from which entry of the journal.

    ``parent_code`` is the parcel it was split from, empty for any other.
    """

    which: ListKind
    code: str
    number: int
    effective_on: date
    recorded_at: str
    reason: str
    journal: int
    parent_code: str = ""


def keep_version(file: CampaignFile, version: Version, parcel: Parcel, wkb: bytes, crs: int) -> None:
    """Add the version and its points. ``wkb`` is the outline in the campaign's CRS, ``crs`` its EPSG code."""
    values = {
        "list": version.which.value,
        "code": version.code,
        "version": version.number,
        "effective_on": version.effective_on,
        "recorded_at": version.recorded_at,
        "area_m2": plane_area(parcel),
        "reason": version.reason,
        "parent_code": version.parent_code or None,
        "journal_id": version.journal,
        "attributes": json.dumps({"code": parcel.code, "name": parcel.name, **parcel.attributes}, ensure_ascii=False),
    }
    file.append("parcel_version", [SpatialRow(values, wkb)])
    for part, number, ring in parcel.rings():
        common = {
            "list": version.which.value,
            "code": version.code,
            "version": version.number,
            "part": part,
            "ring": number,
            "zone": parcel.grid.zone,
            "has_prefix": int(parcel.grid.has_prefix),
            "ring_number": ring.number,
            "closing_name": ring.closing_name,
        }
        file.append("boundary_point", _points(parcel.grid, ring, crs), common)


def survey_columns(which: ListKind, parcel: Parcel) -> dict[str, Value]:
    """The columns of the parcel table that follow from the survey alone; null where the survey cannot say."""
    attributes: dict[str, Value] = {
        "area_m2": float(square_metres(plane_area(parcel))) if parcel.grid.zone is not None else None,
        "map_sheet_number": _map_sheet(parcel),
        "zone_number": parcel.grid.zone,
    }
    return {catalogue.field_of(which, name).code: value for name, value in attributes.items()}


def show_survey(file: CampaignFile, which: ListKind, code: str, parcel: Parcel, wkb: bytes) -> None:
    """Let the parcel table show this survey of a parcel that is there already."""
    file.set_geometry(which.table, catalogue.code_field(which), code, SpatialRow(survey_columns(which, parcel), wkb))


def _points(grid: Grid, ring: Ring, crs: int) -> list[SpatialRow]:
    """A row a point with what differs from point to point."""
    places = transform(ring.easting_northing(), epsg(grid), crs)
    lengths = edge_lengths(ring) if grid.zone is not None else [None] * len(ring)
    rows = []
    for seq in range(len(ring)):
        values = {
            "seq": seq + 1,
            "name": ring.names[seq],
            "n_text": ring.n_text[seq],
            "e_text": ring.e_text[seq],
            "n": ring.n[seq],
            "e": ring.e[seq],
            "edge_m": lengths[seq],
        }
        if seq < len(ring.extra):
            values["extra"] = json.dumps(ring.extra[seq], ensure_ascii=False)
        rows.append(SpatialRow(values, point_wkb(*places[seq])))
    return rows


def _map_sheet(parcel: Parcel) -> str | None:
    """The sheet in which the centroid lies; none for a square somebody drew at the origin."""
    longitude, latitude = to_geographic([centroid(parcel)], parcel.grid)[0]
    try:
        return sheet_number(longitude, latitude) or None
    except OffTheSheets:
        return None

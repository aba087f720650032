"""The one palette: categories, statuses, problems and what lies around the parcels, as data.

List, map, sheet, wall map and board take their colours here: category_colors.csv, status_lines.csv, check_colors.csv
and place_styles.csv. Category colours differ by at least 10 (CIEDE2000) for protan, deutan and tritan readers; a test
computes it. On a photocopy the character on the parcel and the hatch carry the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from .. import catalogue
from ..checks.finding import Severity
from ..model.kinds import Category, Status

ROLES = ("county", "town", "zone_area", "river", "place")
"""What lies around the parcels, by the role of its layer."""


SMALL, WALL = 0.5, 2.0
"""Lines around the parcels on the small map of a sheet and on the wall map, against those on the screen."""


@dataclass(frozen=True)
class StatusLine:
    """How a status is drawn: outline colour and width in mm, ``dash`` (solid, dash), ``hatch`` over the fill.

    ``hatch`` is none, forward (/), backward (\\\\) or cross.
    """

    colour: str
    width_mm: float
    dash: str
    hatch: str


@dataclass(frozen=True)
class PlaceStyle:
    """How something around the parcels is drawn: its name in legends, its fill ("" for none) and its line.

    ``width_mm`` holds for the map on the screen (see SMALL and WALL).
    """

    name: str
    fill: str
    colour: str
    width_mm: float
    dash: str


@catalogue.kept
def fills() -> Mapping[Category, str]:
    """The solid fill of each category, #RRGGBB."""
    return {Category(row["category"]): row["colour"] for row in catalogue.table("category_colors")}


@catalogue.kept
def lines() -> Mapping[Status, StatusLine]:
    """The outline and hatch of each status."""
    return {
        Status(row["status"]): StatusLine(row["colour"], float(row["width_mm"]), row["dash"], row["hatch"])
        for row in catalogue.table("status_lines")
    }


@catalogue.kept
def severities() -> Mapping[Severity, str]:
    """The colour of each severity of a problem; errors of any kind are told in that of an error."""
    return {Severity(row["severity"]): row["colour"] for row in catalogue.table("check_colors")}


@catalogue.kept
def places() -> Mapping[str, PlaceStyle]:
    """The style of what lies around the parcels, by role."""
    return {
        row["role"]: PlaceStyle(row["name"], row["fill"], row["colour"], float(row["width_mm"]), row["dash"])
        for row in catalogue.table("place_styles")
    }


def late() -> str:
    """The colour of whatever lags: that of an overdue parcel. The plan's own line is drawn in it too."""
    return lines()[Status.OVERDUE].colour


def done() -> str:
    """The colour of what was done, in charts: that of a parcel disposed of."""
    return lines()[Status.DONE].colour


def ahead() -> str:
    """The colour of being ahead of the plan: that of a closed parcel."""
    return lines()[Status.CLOSED].colour

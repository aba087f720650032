"""The colours of categories and statuses, as data (category_colors.csv, status_lines.csv): one palette for map, sheet
and wall map.

Category colours differ by at least 10 (CIEDE2000) for protan, deutan and tritan readers; a test computes it. On a
photocopy the character on the parcel and the hatch carry the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from .. import catalogue
from ..model.kinds import Category, Status


@dataclass(frozen=True)
class StatusLine:
    """How a status is drawn: outline colour and width in mm, ``dash`` (solid, dash), ``hatch`` over the fill.

    ``hatch`` is none, forward (/), backward (\\\\) or cross.
    """

    colour: str
    width_mm: float
    dash: str
    hatch: str


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

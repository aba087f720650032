"""Degrees that look shifted as web maps shift them (GCJ-02): a warning with its evidence, never a correction."""

from __future__ import annotations

from typing import Sequence

from shapely import wkb
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...geodesy.web_map import shifted_back
from ...model.messages import Message
from ...model.parcel import Parcel
from ..reading import ReadOptions


def shift_note(parcels: Sequence[Parcel], options: ReadOptions, file: str) -> Message | None:
    """A warning when parcels in degrees lie outside the county and the known shift, taken back, brings them into it.

    Evidence is the county outline alone: without it, or with every parcel inside, nothing can be told.
    """
    if options.county is None:
        return None
    county = wkb.loads(options.county)
    places = [_middle(parcel) for parcel in parcels if parcel.grid.zone is None]
    outside = [place for place in places if not _within(county, place)]
    if not outside or not all(_within(county, shifted_back(*place)) for place in outside):
        return None
    back = [shifted_back(*place) for place in places]
    if not all(_within(county, place) for place in back):
        return None
    sentence = (
        "{file}: {n} of {total} parcels lie outside the county, but all lie inside once the shift of Chinese web maps "
        "(GCJ-02) is taken back; the coordinates look drawn on a web map and were not changed: ask for surveyed ones"
    )
    return Message("web_map_shift", sentence, {"file": file, "n": len(outside), "total": len(places)})


def _middle(parcel: Parcel) -> tuple[float, float]:
    ring = parcel.parts[0].outer
    return (min(ring.e) + max(ring.e)) / 2, (min(ring.n) + max(ring.n)) / 2


def _within(county: BaseGeometry, place: tuple[float, float]) -> bool:
    return bool(county.contains(Point(*place)))

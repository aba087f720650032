"""Degrees that look shifted as web maps shift them (GCJ-02): a warning with its evidence, never a correction."""

from __future__ import annotations

from typing import Callable, Sequence

from shapely import wkb
from shapely.geometry import MultiPoint
from shapely.prepared import prep

from ..geodesy.web_map import shifted_back
from ..model.messages import Message
from ..model.parcel import Parcel
from .reading import ReadOptions

MARGIN_DEGREES = 0.0004
"""About 40 m: county outlines are drawn no better, and the shift is never below 100 m."""

Places = Sequence[tuple[float, float]]


def shift_note(parcels: Sequence[Parcel], options: ReadOptions, file: str) -> Message | None:
    """A warning when parcels in degrees leave the county and the known shift, taken back, brings most of them into it.

    Evidence is the county outline alone: without it, or with every parcel inside, nothing can be told.
    """
    outlines = [_vertices(parcel) for parcel in parcels if parcel.grid.zone is None]
    if options.county is None or not outlines:
        return None
    within = prep(wkb.loads(options.county).buffer(MARGIN_DEGREES)).contains
    outside = [places for places in outlines if not _all_within(within, places)]
    back = [places for places in outlines if not _all_within(within, [shifted_back(*place) for place in places])]
    if not outside or len(back) * 2 > len(outside):
        return None
    sentence = (
        "{file}: {n} of {total} parcels leave the county, but {inside} lie inside once the shift of Chinese web maps "
        "(GCJ-02) is taken back; the coordinates look drawn on a web map and were not changed: ask for surveyed ones"
    )
    total = len(outlines)
    values = {"file": file, "n": len(outside), "total": total, "inside": total - len(back)}
    return Message("web_map_shift", sentence, values)


def _vertices(parcel: Parcel) -> Places:
    return [place for part in parcel.parts for place in part.outer.easting_northing()]


def _all_within(within: Callable[[MultiPoint], bool], places: Places) -> bool:
    return bool(within(MultiPoint(list(places))))

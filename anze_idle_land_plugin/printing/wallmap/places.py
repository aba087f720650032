"""What a person names as a place to enlarge on the wall map: parcels, a town, the zone, a village, an extent."""

from __future__ import annotations

import re
from typing import Sequence

from shapely import wkb

from ...model.counting.progress import unit_of
from ...model.messages import CampaignError
from ...model.standing.snapshot import Snapshot
from .insets import Extent, Wanted
from .view import Item

ABOUT_VILLAGE = 500.0
"""Metres shown on every side of a village."""
ABOUT_PARCELS = 50.0
"""Metres shown on every side of named parcels."""
_NUMBER = r"\s*(-?\d+(?:\.\d+)?)\s*"
_EXTENT = re.compile(rf"{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}")


class UnknownPlace(CampaignError):
    sentence = (
        "There is nothing called {place} to enlarge; name parcels, a town, the zone or a village of the campaign, "
        "or an extent in the campaign's coordinates as west,east,south,north"
    )


class EmptyExtent(CampaignError):
    sentence = "The extent {place} has no width or no height; write it as west,east,south,north"


def wanted_of(text: str, snapshot: Snapshot, items: Sequence[Item]) -> Wanted:
    """What one place means; the first that fits of extent, parcels (by comma), zone, town, village.

    Raises UnknownPlace or EmptyExtent.
    """
    given = _EXTENT.fullmatch(text)
    if given:
        west, east, south, north = (float(each) for each in given.groups())
        return wanted_extent(text, "", (west, south, east, north))
    codes = {each for each in re.split(r"[,，、\s]+", text) if each}
    parcels = [item for item in items if item.dossier.code in codes]
    if codes and codes == {item.dossier.code for item in parcels}:
        wests, souths, easts, norths = zip(*(item.bounds for item in parcels))
        return wanted_extent(text, text, _about((min(wests), min(souths), max(easts), max(norths)), ABOUT_PARCELS))
    zone = snapshot.campaign.units.zone_name
    among = frozenset(item.number for item in items if unit_of(item.dossier.counted(), zone) == text)
    if among or text == zone or any(town.name == text for town in snapshot.context.get("town", ())):
        return Wanted(text, text, None, among)
    for village in snapshot.context.get("place", ()):
        if village.name == text and village.wkb:
            return wanted_extent(text, text, _about(wkb.loads(village.wkb).bounds, ABOUT_VILLAGE))
    raise UnknownPlace(place=text)


def wanted_extent(name: str, title: str, extent: Extent) -> Wanted:
    """An extent to enlarge. Raises EmptyExtent."""
    if extent[0] >= extent[2] or extent[1] >= extent[3]:
        raise EmptyExtent(place=name)
    return Wanted(name, title, extent)


def _about(bounds: Extent, metres: float) -> Extent:
    return bounds[0] - metres, bounds[1] - metres, bounds[2] + metres, bounds[3] + metres

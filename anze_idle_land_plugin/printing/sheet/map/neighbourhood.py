"""Which parcels lie near a parcel: an index over the boxes of all parcels in the campaign's CRS."""

from __future__ import annotations

from math import isfinite
from typing import Sequence

from shapely import wkb
from shapely.errors import ShapelyError
from shapely.geometry import box as rectangle

from ....geodesy.shapes import ShapeIndex
from ....model.kinds import ListKind
from ....model.standing.snapshot import Dossier
from .sides import Bounds, Neighbour

_LEAST_REACH_M = 20.0


class Neighbourhood:
    """All parcels of a campaign, to be asked for those that the map of one can show."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self.bounds: dict[tuple[ListKind, str], Bounds] = {}
        self.known: list[Dossier] = []
        for dossier in dossiers:
            bounds = _bounds_of(dossier.wkb)
            if bounds is not None:  # else its own sheet will say so; it is nobody's drawn neighbour
                self.bounds[(dossier.which, dossier.code)] = bounds
                self.known.append(dossier)
        self.index = ShapeIndex([rectangle(*bounds) for bounds in self.bounds.values()])

    def of(self, dossier: Dossier) -> list[Neighbour]:
        """Parcels that a map of this one can show, itself left out, each once; none for an outline that is broken."""
        own = (dossier.which, dossier.code)
        if own not in self.bounds:
            return []
        west, south, east, north = self.bounds[own]
        reach = max(east - west, north - south, _LEAST_REACH_M)
        places = self.index.near(rectangle(west - reach, south - reach, east + reach, north + reach))
        others = (other for other in map(self.known.__getitem__, places) if (other.which, other.code) != own)
        return [Neighbour(other.code, other.case.title, other.wkb) for other in others]


def _bounds_of(outline: bytes) -> Bounds | None:
    """The box of an outline; None when it is broken, empty or somewhere beyond all numbers."""
    try:
        west, south, east, north = wkb.loads(outline).bounds
    except (ShapelyError, ValueError):
        return None
    return (west, south, east, north) if all(map(isfinite, (west, south, east, north))) else None

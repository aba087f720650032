"""Which parcels lie near a parcel: a grid of cells over the campaign's CRS."""

from __future__ import annotations

from collections import defaultdict
from typing import Iterator, Sequence, Tuple

from shapely import wkb
from shapely.errors import ShapelyError

from ..model.snapshot import Dossier
from ..model.words import ListKind
from .parcel_sides import Neighbour

Bounds = Tuple[float, float, float, float]
_CELL_M = 2000.0
_LEAST_REACH_M = 20.0


class Neighbourhood:
    """All parcels of a campaign, to be asked for those that the map of one can show."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self.cells: dict[tuple[int, int], list[Dossier]] = defaultdict(list)
        self.bounds: dict[tuple[ListKind, str], Bounds] = {}
        for dossier in dossiers:
            try:
                bounds = wkb.loads(dossier.wkb).bounds
                cells = list(_cells_of(bounds, 0.0))
            except (ShapelyError, ValueError):
                continue  # its own sheet will say so; it is nobody's drawn neighbour
            self.bounds[(dossier.which, dossier.code)] = bounds
            for cell in cells:
                self.cells[cell].append(dossier)

    def of(self, dossier: Dossier) -> list[Neighbour]:
        """Parcels that a map of this one can show, itself left out, each once; none for an outline that is broken."""
        own = (dossier.which, dossier.code)
        if own not in self.bounds:
            return []
        x_min, y_min, x_max, y_max = self.bounds[own]
        reach = max(x_max - x_min, y_max - y_min, _LEAST_REACH_M)
        found = {}
        for cell in _cells_of(self.bounds[own], reach):
            for other in self.cells.get(cell, ()):
                west, south, east, north = self.bounds[(other.which, other.code)]
                near = (
                    west <= x_max + reach
                    and east >= x_min - reach
                    and south <= y_max + reach
                    and north >= y_min - reach
                )
                if near and (other.which, other.code) != own:
                    found[(other.which, other.code)] = Neighbour(other.code, other.case.title, other.wkb)
        return list(found.values())


def _cells_of(bounds: Bounds, margin: float) -> Iterator[tuple[int, int]]:
    x_min, y_min, x_max, y_max = bounds
    for column in range(int((x_min - margin) // _CELL_M), int((x_max + margin) // _CELL_M) + 1):
        for row in range(int((y_min - margin) // _CELL_M), int((y_max + margin) // _CELL_M) + 1):
            yield column, row

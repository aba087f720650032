"""How much of a parcel lies inside a county, a town or another area."""

from __future__ import annotations

from typing import Sequence

from shapely.ops import unary_union
from shapely.prepared import prep

from .shapes import Geometry


class Area:
    """An area that many parcels are asked of. Prepared once: most parcels lie wholly inside or outside."""

    def __init__(self, shapes: Sequence[Geometry]) -> None:
        self.shape = shapes[0] if len(shapes) == 1 else unary_union(list(shapes))
        self._prepared = prep(self.shape)

    def share_of(self, parcel: Geometry) -> float:
        """The share of the parcel's own area that lies inside, 0 to 1."""
        if self._prepared.contains(parcel):
            return 1.0
        if not self._prepared.intersects(parcel) or parcel.area == 0:
            return 0.0
        return float(parcel.intersection(self.shape).area / parcel.area)

    def holds_centre(self, parcel: Geometry) -> bool:
        return bool(self._prepared.contains(parcel.centroid))

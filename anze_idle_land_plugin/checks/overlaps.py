"""Where two parcels cover the same ground, measured once for all rules."""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

from ..model.rounding import exceeds
from .shapes import Geometry, Index

_TRIALS = 200


class Overlap(NamedTuple):
    """Two parcels (numbers of the subject) and the ground they share, in the plane system ``epsg``; area in m²."""

    one: int
    other: int
    shape: Geometry
    area: float
    epsg: int


class Tolerance(NamedTuple):
    """An overlap counts above ``area_m2``, or above ``share`` of the smaller parcel."""

    area_m2: float
    share: float

    def least(self, smaller_m2: float) -> float:
        return min(self.area_m2, self.share * smaller_m2)


def overlaps_of(
    own: Sequence[Geometry | None],
    ground: Sequence[Geometry | None],
    systems: Sequence[int],
    crs: int,
    tolerance: Tolerance,
) -> Iterator[Overlap]:
    """Every pair of parcels that share more ground than the tolerance; touching along an edge is no overlap.

    ``own`` are valid shapes each in its system, ``ground`` the same in the campaign's CRS. Two parcels of one system
    are measured in it, others on the ground.
    """
    areas = [0.0 if shape is None else float(shape.area) for shape in own]
    asked = touching = 0
    for one, other in Index(ground).pairs():
        same = systems[one] == systems[other]
        shapes = own if same else ground
        left, right = shapes[one], shapes[other]
        if left is None or right is None:
            continue
        # Where neighbours share their points, "touches" answers at half the price of measuring; where their surveys
        # differ by millimetres it never does, so it is asked only as long as it pays.
        if asked < _TRIALS or 2 * touching > asked:
            asked += 1
            if left.touches(right):
                touching += 1
                continue
        common = left.intersection(right)
        area = float(common.area)
        if exceeds(area, tolerance.least(min(areas[one], areas[other]))):
            yield Overlap(one, other, common, area, systems[one] if same else crs)

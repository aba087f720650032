"""Where two parcels cover the same ground, measured once for all rules."""

from __future__ import annotations

from typing import Iterator, NamedTuple, Sequence

from .shapes import Geometry, Index


class Overlap(NamedTuple):
    """Two parcels (numbers of the subject) and the ground they share, in the plane system ``epsg``; area in m²."""

    one: int
    other: int
    shape: Geometry
    area: float
    epsg: int


def overlaps_of(
    own: Sequence[Geometry | None], ground: Sequence[Geometry | None], systems: Sequence[int], crs: int
) -> Iterator[Overlap]:
    """Every pair of parcels that share ground, however little; touching along an edge is no overlap.

    ``own`` are valid shapes each in its system, ``ground`` the same in the campaign's CRS. Two parcels of one system
    are measured in it, others on the ground.
    """
    for one, other in Index(ground).pairs():
        same = systems[one] == systems[other]
        shapes = own if same else ground
        left, right = shapes[one], shapes[other]
        if left is None or right is None or left.touches(right):
            continue
        common = left.intersection(right)
        area = float(common.area)
        if area > 0.0:
            yield Overlap(one, other, common, area, systems[one] if same else crs)

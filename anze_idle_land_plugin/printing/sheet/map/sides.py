"""四至: which parcels of the campaign lie to the north, east, south and west of a parcel.

A side is where the boundary faces: the outward normal of its edges, longest first (the rule of the public tool Kanyu;
sectors about a middle point go wrong for long parcels).
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from math import hypot
from typing import Mapping, NamedTuple, Sequence, Tuple

from shapely import wkb
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import transform as moved

from ....geodesy.area import signed_area
from ....geodesy.shapes import polygons_of
from ....geodesy.zones import epsg, transform
from ....model.parcel import Parcel

DIRECTIONS = ("东", "南", "西", "北")
_PROBES_M = (1.0, 5.0, 15.0)
"""How far outside an edge a neighbour is looked for, in metres."""
_EDGES = 12
"""Edges a side is judged by, the longest ones."""
_BLANK = "　　　　　"
"""Room to write by hand what the campaign does not know."""
_KEPT = 256
"""Outlines that stay read: the next sheets show them again."""

Bounds = Tuple[float, float, float, float]
Line = Tuple["array[float]", "array[float]"]
"""Eastings and northings of a closed ring."""


class Neighbour(NamedTuple):
    """A parcel of the campaign nearby; ``wkb`` in the campaign's CRS."""

    code: str
    title: str
    wkb: bytes


class Outline(NamedTuple):
    """The shape of a parcel in some grid, its box, and its rings one by one."""

    shape: BaseGeometry
    bounds: Bounds
    rings: tuple[Line, ...]

    def meets(self, extent: Bounds) -> bool:
        """Whether its box meets an extent."""
        west, south, east, north = self.bounds
        return west <= extent[2] and east >= extent[0] and south <= extent[3] and north >= extent[1]


class Near(NamedTuple):
    """A neighbour with its outline in the grid of the parcel on the sheet."""

    neighbour: Neighbour
    outline: Outline

    def holds(self, e: float, n: float) -> bool:
        west, south, east, north = self.outline.bounds
        return west <= e <= east and south <= n <= north and bool(self.outline.shape.contains(Point(e, n)))


class Side(NamedTuple):
    """The middle (e, n) of the longest edge that faces a direction, its outward unit normal, and who lies there."""

    e: float
    n: float
    de: float
    dn: float
    neighbours: tuple[Neighbour, ...]


def nearby(survey: Parcel, neighbours: Sequence[Neighbour], crs: int) -> list[Near]:
    """The outlines of neighbours (EPSG ``crs``) in the parcel's own grid."""
    own = epsg(survey.grid)
    return [Near(neighbour, _outline(neighbour.wkb, crs, own)) for neighbour in neighbours]


@lru_cache(maxsize=_KEPT)
def _outline(outline: bytes, crs: int, own: int) -> Outline:
    """An outline (EPSG ``crs``) read and moved into the grid ``own``."""

    def into_own(x, y, z=None):  # type: ignore[no-untyped-def]
        points = transform(list(zip(x, y)), crs, own)
        return [each[0] for each in points], [each[1] for each in points]

    shape = wkb.loads(outline)
    if crs != own:
        shape = moved(into_own, shape)
    rings = [ring for polygon in polygons_of(shape) for ring in (polygon.exterior, *polygon.interiors)]
    if not shape.is_valid:  # it is drawn as it was surveyed; only where its code stands needs a sound shape
        shape = shape.buffer(0)
    return Outline(shape, shape.bounds, tuple(ring.coords.xy for ring in rings))


def sides_of(survey: Parcel, near: Sequence[Near]) -> Mapping[str, Side]:
    """The four sides by their Chinese direction; a direction nothing faces is left out."""
    facing: dict[str, list[tuple[float, float, float, float, float]]] = {}
    for part in survey.parts:
        ring = part.outer
        turn = 1.0 if signed_area(ring.e, ring.n) > 0 else -1.0
        for i in range(len(ring)):
            e0, n0, e1, n1 = ring.e[i - 1], ring.n[i - 1], ring.e[i], ring.n[i]
            length = hypot(e1 - e0, n1 - n0)
            if length > 0:
                de, dn = turn * (n1 - n0) / length, -turn * (e1 - e0) / length
                facing.setdefault(_direction(de, dn), []).append((length, (e0 + e1) / 2, (n0 + n1) / 2, de, dn))
    return {direction: _side(sorted(edges, reverse=True)[:_EDGES], near) for direction, edges in facing.items()}


def _direction(de: float, dn: float) -> str:
    if abs(de) >= abs(dn):
        return "东" if de > 0 else "西"
    return "北" if dn > 0 else "南"


def _side(edges: Sequence[tuple[float, float, float, float, float]], near: Sequence[Near]) -> Side:
    found: dict[str, Neighbour] = {}
    for _, e, n, de, dn in edges:
        for reach in _PROBES_M:
            x, y = e + de * reach, n + dn * reach
            hit = next((each.neighbour for each in near if each.holds(x, y)), None)
            if hit:
                found[hit.code] = hit
                break
    _, e, n, de, dn = edges[0]
    return Side(e, n, de, dn, tuple(found.values()))


def sides_in_words(sides: Mapping[str, Side]) -> str:
    """The four neighbours for the table; blank where the campaign has no parcel."""
    words = []
    for direction in DIRECTIONS:
        side = sides.get(direction)
        names = "、".join(_named(each) for each in side.neighbours) if side else ""
        words.append(f"{direction}：{names or _BLANK}")
    return "；".join(words)


def _named(neighbour: Neighbour) -> str:
    return neighbour.code if neighbour.title in ("", neighbour.code) else f"{neighbour.code} {neighbour.title}"

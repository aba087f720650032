"""Laying out the parcels: which cell of which site becomes which parcel."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import Sequence

from anze_idle_land_plugin.model.kinds import ListKind

from .plots import Part, Plot, parcel_code
from .shapes import Cell, Mesh, hole_in, pushed_into, road_part
from .sites import ROADS, SITES, Site

HOLES = {"2023-G-003": 1, "2023-G-018": 2, "2023-X-006": 1}
"""Parcels with holes, and how many."""
MULTIPART = ("2023-G-030", "2023-G-049")
DENSE_SITE, DENSE_CODE = "开发区西", "2023-G-015"
OVERLAP = ("2023-G-040", "2023-G-041")
"""The first of the two reaches some metres into the second, where they were neighbours."""
OVERLAP_METRES = 6.0
GAP = ("2023-G-035", "2023-G-036")
"""The first of the two was surveyed anew and ends a hand's breadth before the second."""
GAP_METRES = 0.4
REPEATED_POINT = "2023-G-044"
"""Its second boundary point stands twice in the file."""


def lay_sample(seed: int) -> list[Plot]:
    """The shipped sample: 70 unsupplied and 30 idle parcels."""
    rng = random.Random(seed)
    plots: list[Plot] = []
    numbers = dict.fromkeys(ListKind, 0)
    for site in SITES:
        plots += _lay_site(site, rng, numbers, 55.0, 230.0)
    for road in ROADS:
        numbers[ListKind.UNSUPPLIED] += 1
        code = parcel_code(ListKind.UNSUPPLIED, numbers[ListKind.UNSUPPLIED])
        plots.append(
            Plot(ListKind.UNSUPPLIED, code, road.town, road.village, False, 37, (road_part(road, 37),), road=True)
        )
    return _with_blemishes(plots)


def lay_many(parcels: int, seed: int) -> list[Plot]:
    """Many plain parcels for benchmarks: small cells on one wide site a town and one in the zone, 70 % unsupplied."""
    rng = random.Random(seed)
    names = ("府城南", "开发区东", "和川西", "唐城", "冀氏南", "良马", "马壁")
    sites = [site for site in SITES if site.name in names]
    numbers = dict.fromkeys(ListKind, 0)
    plots: list[Plot] = []
    for index, site in enumerate(sites):
        share = parcels * (index + 1) // len(sites) - parcels * index // len(sites)
        side = math.ceil(math.sqrt(share))
        idle = share * 3 // 10
        wide = replace(site, rows=side, columns=side, unsupplied=share - idle, idle=idle)
        plots += _lay_site(wide, rng, numbers, 25.0, 45.0, plain=True)
    return plots


def _lay_site(
    site: Site, rng: random.Random, numbers: dict[ListKind, int], smallest: float, largest: float, plain: bool = False
) -> list[Plot]:
    cells = [(row, column) for row in range(site.rows) for column in range(site.columns)]
    chosen = sorted(rng.sample(cells, site.unsupplied + site.idle))
    spare = [cell for cell in cells if cell not in set(chosen)] if not plain else []
    kinds = [ListKind.UNSUPPLIED] * site.unsupplied + [ListKind.IDLE] * site.idle
    rng.shuffle(kinds)
    codes = []
    for which in kinds:
        numbers[which] += 1
        codes.append(parcel_code(which, numbers[which]))
    dense = frozenset(cell for cell, code in zip(chosen, codes) if code == DENSE_CODE and not plain)
    mesh = Mesh(site, rng, smallest, largest, dense)
    plots = []
    for cell, code, which in zip(chosen, codes, kinds):
        parts: tuple[Part, ...] = (_part(mesh, cell, 0 if plain else HOLES.get(code, 0)),)
        if code in MULTIPART and not plain:
            parts += (_part(mesh, _apart(cell, spare), 0),)
        plots.append(Plot(which, code, site.town, site.village, site.in_zone, site.zone, parts))
    return plots


def _part(mesh: Mesh, cell: Cell, holes: int) -> Part:
    ring = mesh.ring(cell)
    if holes == 2:
        return Part(ring, (hole_in(ring, 0.09, -0.15), hole_in(ring, 0.08, 0.15)))
    return Part(ring, (hole_in(ring, 0.14),) if holes else ())


def _apart(cell: Cell, spare: Sequence[Cell]) -> Cell:
    """The first spare cell that does not touch the given one."""
    return next(other for other in spare if max(abs(other[0] - cell[0]), abs(other[1] - cell[1])) > 1)


def _with_blemishes(plots: list[Plot]) -> list[Plot]:
    """The planned blemishes of shape: an overlap, a gap and a repeated point."""
    outer = {plot.code: plot.parts[0].outer for plot in plots}
    repeated = outer[REPEATED_POINT]
    changed = {
        OVERLAP[0]: pushed_into(outer[OVERLAP[0]], outer[OVERLAP[1]], OVERLAP_METRES),
        GAP[0]: pushed_into(outer[GAP[0]], outer[GAP[1]], -GAP_METRES),
        REPEATED_POINT: (*repeated[:2], *repeated[1:]),
    }
    return [
        replace(plot, parts=(Part(changed[plot.code]), *plot.parts[1:])) if plot.code in changed else plot
        for plot in plots
    ]

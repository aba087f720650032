"""Remainder of 4,000 approvals after 4,000 supplies, against bare shapely: index, union, difference, nothing judged.

The alternative takes every supply off every approval it meets and adds up what is left, on eight-digit eastings.
"""

from __future__ import annotations

import math
import warnings
from pathlib import Path
from typing import Any, Iterator

import shapely
from measure import Figure, in_pairs, pair_figure, seconds
from shapely.geometry import Polygon
from shapely.ops import unary_union
from shapely.strtree import STRtree

from anze_idle_land_plugin.geodesy.remainder import Plot, Remainder, remainders

APPROVALS, FEW = 4_000, 400
E0, N0, SIDE, POINTS = 37_590_000.0, 3_975_000.0, 150.0, 40


def round_plots(count: int, radius: float, shift: float) -> list[Plot]:
    """So many round plots on a lattice, written to a millimetre."""
    across = math.ceil(math.sqrt(count))
    plots = []
    for number in range(count):
        east, north = E0 + number % across * SIDE + shift, N0 + number // across * SIDE
        turns = [2 * math.pi * point / POINTS for point in range(POINTS)]
        ring = [(round(east + radius * math.cos(t), 3), round(north + radius * math.sin(t), 3)) for t in turns]
        plots.append(Plot(f"{number}", Polygon(ring)))
    return plots


def ours(approved: list[Plot], supplied: list[Plot]) -> float:
    rests = remainders(approved, supplied, [])
    return sum(rest.left_m2 + rest.sliver_m2 for rest in rests if isinstance(rest, Remainder))


def bare(approved: list[Plot], supplied: list[Plot]) -> float:
    shapes = [plot.shape for plot in supplied]
    tree, left = STRtree(shapes), 0.0
    for plot in approved:
        found: list[Any] = list(tree.query(plot.shape))
        near = found if shapely.__version__ < "2" else [shapes[place] for place in found]
        left += plot.shape.difference(unary_union(near)).area
    return left


def figures(folder: Path) -> Iterator[Figure]:
    warnings.simplefilter("ignore")
    approved, supplied = round_plots(APPROVALS, 60.0, 0.0), round_plots(APPROVALS, 60.0, 50.0)
    pair = in_pairs(lambda: ours(approved, supplied), lambda: bare(approved, supplied), rounds=3)
    yield pair_figure(f"{APPROVALS:,} approvals", pair, "bare overlay")
    few = [round_plots(FEW, 60.0, shift) for shift in (0.0, 50.0)]
    small = min(seconds(lambda: ours(*few)) for _ in range(3))
    growth = pair.ours / small
    yield Figure("ten times as many", f"{pair.ours:.2f} s", f"{small:.2f} s for {FEW}", growth, 12.0)
    difference = abs(ours(approved, supplied) - bare(approved, supplied))
    yield Figure("areas differ by", f"{difference:.2e} m²", "bare overlay", difference, 0.01)

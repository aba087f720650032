"""All geometry and topology rules on 100,000 parcels with shared edges, against bare shapely on the same outlines.

The alternative builds the polygons, asks GEOS whether each is valid, finds neighbours with an STRtree and measures the
intersection of each pair: what a script without our code does, and without any finding in words.
"""

from __future__ import annotations

import math
import random
import statistics
import time
import warnings
from array import array
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Callable, Iterator

import shapely
from judging import surveys_alone
from measure import Figure, peak_bytes
from shapely.geometry import Polygon, box
from shapely.strtree import STRtree

from anze_idle_land_plugin.checks.run import chosen_rules, run
from anze_idle_land_plugin.checks.subject import Subject
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part, Ring
from anze_idle_land_plugin.model.standing.snapshot import ContextShape, Dossier, Snapshot

PARCELS, FEW = 100_000, 10_000
PER_SIDE = 5
"""Vertices of a side: twenty a parcel, two million in all, each inner one shared by two parcels."""
SIZE, ORIGIN = 40.0, (37_590_000.0, 3_975_000.0)
CAMPAIGN = Campaign("", 2023, "141026", "", "EPSG:4525", "", date(2023, 5, 10), date(2023, 11, 30))
Node = tuple[int, int]
Points = list[tuple[float, float]]


def mosaic(count: int) -> list[Points]:
    """So many parcels of an irregular mesh, clockwise, sharing every edge to the millimetre."""
    rng, side = random.Random(1), math.ceil(math.sqrt(count))
    nodes: dict[Node, tuple[float, float]] = {}
    edges: dict[tuple[Node, Node], Points] = {}

    def node(at: Node) -> tuple[float, float]:
        if at not in nodes:
            x, y = (ORIGIN[axis] + at[axis] * SIZE + rng.uniform(-6, 6) for axis in (0, 1))
            nodes[at] = (round(x, 3), round(y, 3))
        return nodes[at]

    def edge(one: Node, other: Node) -> Points:
        if (one, other) not in edges:
            (x, y), (to_x, to_y) = node(one), node(other)
            shares = [step / PER_SIDE for step in range(1, PER_SIDE)]
            between = [
                (round(x + (to_x - x) * s + rng.uniform(-1, 1), 3), round(y + (to_y - y) * s + rng.uniform(-1, 1), 3))
                for s in shares
            ]
            edges[one, other] = [(x, y), *between, (to_x, to_y)]
        return edges[one, other]

    rings = []
    for number in range(count):
        column, row = number % side, number // side
        south_west, north_west = (column, row), (column, row + 1)
        south_east, north_east = (column + 1, row), (column + 1, row + 1)
        up, along = edge(south_west, north_west), edge(north_west, north_east)
        down, back = edge(south_east, north_east)[::-1], edge(south_west, south_east)[::-1]
        rings.append([*up[:-1], *along[:-1], *down[:-1], *back[:-1]])
    return rings


def snapshot_of(rings: list[Points]) -> Snapshot:
    """The same rings as a campaign with a county, two towns and a zone around them."""
    (pattern,) = surveys_alone([_parcel(rings[0], 0)], CAMPAIGN).parcels
    dossiers = tuple(_dossier(pattern, ring, number) for number, ring in enumerate(rings))
    x, y = ORIGIN
    reach = SIZE * math.sqrt(len(rings)) + 100
    county = box(x - 100, y - 100, x + reach, y + reach).buffer(50, 200)  # eight hundred vertices, as a county has
    context = {
        layer: (ContextShape(layer, name, "", bytes(county.wkb)),)
        for layer, name in (("county", "安泽县"), ("town", "府城镇"), ("zone_area", "开发区"))
    }
    lists = {ListKind.UNSUPPLIED: dossiers, ListKind.IDLE: ()}
    return Snapshot(CAMPAIGN, CAMPAIGN.starts_on, (), (), (), lists, context)


def _parcel(points: Points, number: int) -> Parcel:
    ring = Ring(
        names=(),
        n=array("d", (y for _, y in points)),
        e=array("d", (x for x, _ in points)),
        n_text=(),
        e_text=(),
        closing_name="J1",
    )
    return Parcel(f"P{number}", "", Grid(37, True), (Part(ring),))


def _dossier(pattern: Dossier, points: Points, number: int) -> Dossier:
    case = replace(pattern.case, code=f"P{number}", town_name="府城镇", in_zone="Y")
    return replace(pattern, case=case, survey=_parcel(points, number))


def ours(snapshot: Snapshot) -> int:
    """All geometry and topology rules; the number of findings."""
    return len(run(Subject(snapshot), chosen_rules(["geometry", "topology"])).findings)


def bare(rings: list[Points]) -> tuple[int, float]:
    """Validity, neighbours and the area of every intersection with shapely alone."""
    polygons = [Polygon(ring) for ring in rings]
    valid = sum(polygon.is_valid for polygon in polygons)
    area = 0.0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = STRtree(polygons)
        if shapely.__version__.startswith("1"):
            pairs = ((one, int(other)) for one, each in enumerate(polygons) for other in tree.query_items(each))
        else:
            pairs = zip(*(numbers.tolist() for numbers in tree.query(polygons)))  # type: ignore[assignment]
        for one, other in pairs:
            if one < other:
                area += polygons[one].intersection(polygons[other]).area
    return valid, area


def processor_seconds(task: Callable[[], object]) -> float:
    """Time the processor worked on a task: both sides run in one thread, and other jobs on the machine do not count."""
    began = time.process_time()
    task()
    return time.process_time() - began


def everything() -> int:
    """Make the parcels and check them: all that a process holds at most."""
    return ours(snapshot_of(mosaic(PARCELS)))


def figures(folder: Path) -> Iterator[Figure]:
    rings = mosaic(PARCELS)
    snapshot = snapshot_of(rings)
    few = snapshot_of(rings[:FEW])
    assert bare(rings[:FEW])[0] == FEW
    mine, theirs = processor_seconds(lambda: ours(snapshot)), processor_seconds(lambda: bare(rings))
    what = f"{PARCELS:,} parcels, {sum(map(len, rings)):,} vertices"
    yield Figure(what, f"{mine:.1f} s", f"{theirs:.1f} s shapely alone", mine / theirs, 2.0)
    small = statistics.median(processor_seconds(lambda: ours(few)) for _ in range(3))
    yield Figure(f"from {FEW:,} to {PARCELS:,} parcels", f"{mine:.1f} s", f"{small:.2f} s", mine / small, 12.0)
    used = peak_bytes(everything) / 1e9
    yield Figure("memory in GB, the parcels included", f"{used:.2f} GB", "2 GB", used, 2.0)

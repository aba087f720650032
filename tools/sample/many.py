"""Many plain parcels for measuring: cells of irregular meshes, whose neighbours share every edge to the millimetre."""

from __future__ import annotations

import math
import random
from pathlib import Path
from typing import Iterator, Mapping, NamedTuple, Tuple

from pyproj import Proj

Point = Tuple[float, float]
"""Northing and easting in metres, to the millimetre, in zone 37 with its prefix."""
Node = Tuple[int, int]
"""Row and column of a corner of cells, counted from the north-west."""

PER_FILE = 5000
SMALLEST, LARGEST = 25.0, 45.0
"""The sides of cells in metres."""
_JITTER = SMALLEST * 0.12
SITES = {
    "飞岭村": (112.262, 36.112, -20.0),
    "神南村": (112.289, 36.216, 30.0),
    "上县村": (112.205, 36.290, -8.0),
    "唐城村": (112.208, 36.378, 18.0),
    "冀氏村": (112.372, 36.012, 10.0),
    "良马村": (112.438, 36.128, 22.0),
    "马必村": (112.306, 35.952, 40.0),
}
"""Where the meshes lie: longitude and latitude of the middle, and the turn in degrees."""
_HEAD = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=37\n[地块坐标]\n"


class Plot(NamedTuple):
    """A parcel: the list it is for, its code, its village, and its outline from the north-west, clockwise and open."""

    which: str
    code: str
    village: str
    ring: tuple[Point, ...]


def write_many(folder: Path, parcels: int) -> None:
    """Boundary files of so many parcels, seven tenths of them unsupplied; the same bytes for the same number."""
    plots = list(lay_many(parcels))
    for which in ("unsupplied", "idle"):
        own = [plot for plot in plots if plot.which == which]
        (folder / which).mkdir(parents=True, exist_ok=True)
        for start in range(0, len(own), PER_FILE):
            text = _HEAD + "".join(_lines(plot) for plot in own[start : start + PER_FILE])
            (folder / which / f"{start // PER_FILE + 1:03d}.txt").write_bytes(text.replace("\n", "\r\n").encode("gbk"))


def lay_many(parcels: int, seed: int = 20230609) -> Iterator[Plot]:
    dice = random.Random(seed)
    number = 0
    for place, village in enumerate(SITES):
        share = parcels * (place + 1) // len(SITES) - parcels * place // len(SITES)
        side = math.ceil(math.sqrt(share))
        rings = _mesh(village, side, dice)
        for _ in range(share):
            number += 1
            which = "idle" if number % 10 in (3, 6, 9) else "unsupplied"
            yield Plot(which, f"2023-{'X' if which == 'idle' else 'G'}-{number:03d}", village, next(rings))


def _mesh(village: str, side: int, dice: random.Random) -> Iterator[tuple[Point, ...]]:
    """The outlines of the cells, row by row. Up to two points stand between the corners of an edge."""
    nodes = _nodes(village, side, dice)
    between: dict[tuple[Node, Node], list[Point]] = {}

    def along(one: Node, other: Node) -> list[Point]:
        if (other, one) in between:
            return between[other, one][::-1]
        return between.setdefault((one, other), _between(nodes[one], nodes[other], dice))

    for row in range(side):
        for column in range(side):
            corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
            edges = zip(corners, [*corners[1:], corners[0]])
            yield tuple(point for one, other in edges for point in (nodes[one], *along(one, other)))


def _nodes(village: str, side: int, dice: random.Random) -> Mapping[Node, Point]:
    longitude, latitude, turned = SITES[village]
    east, north = Proj("+proj=tmerc +lat_0=0 +lon_0=111 +x_0=37500000 +ellps=GRS80")(longitude, latitude)
    turn = math.radians(turned)
    lefts, tops = ([0.0], [0.0])
    for _ in range(side):
        lefts.append(lefts[-1] + dice.uniform(SMALLEST, LARGEST))
        tops.append(tops[-1] + dice.uniform(SMALLEST, LARGEST * 0.8))
    nodes = {}
    for row, top in enumerate(tops):
        for column, left in enumerate(lefts):
            x = left - lefts[-1] / 2 + dice.uniform(-_JITTER, _JITTER)
            y = tops[-1] / 2 - top + dice.uniform(-_JITTER, _JITTER)
            across, up = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
            nodes[row, column] = (round(north + up, 3), round(east + across, 3))
    return nodes


def _between(one: Point, other: Point, dice: random.Random) -> list[Point]:
    north, east = other[0] - one[0], other[1] - one[1]
    length, count = math.hypot(north, east), dice.choice((0, 0, 1, 1, 2))
    points = []
    for step in range(1, count + 1):
        along, aside = step / (count + 1), dice.uniform(-_JITTER, _JITTER) * 0.3 / length
        place = (one[0] + north * along + east * aside, one[1] + east * along - north * aside)
        points.append((round(place[0], 3), round(place[1], 3)))
    return points


def _lines(plot: Plot) -> str:
    closed = [*enumerate(plot.ring, 1), (1, plot.ring[0])]
    rows = "".join(f"J{name},1,{north:.3f},{east:.3f}\n" for name, (north, east) in closed)
    return f"{len(closed)},,{plot.code},{plot.village}{plot.code[7:]}号地块,面,,工业用地,,@\n{rows}"

"""Which crowded places get an enlargement: windows of fixed size on paper that gather the most parcels. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Sequence

ENLARGEMENTS = (5_000, 10_000, 20_000)
"""What a window is looked for at; then it is drawn as large as what it holds allows."""
LARGER = (1_000, 2_000, 2_500, 4_000, 5_000, 7_500, 10_000, 15_000)
FEWEST = 4
"""A place with fewer parcels needs no enlargement."""


@dataclass(frozen=True)
class Spot:
    """A parcel as the chooser sees it: its number and its bounds in metres."""

    number: int
    west: float
    south: float
    east: float
    north: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.west + self.east) / 2, (self.south + self.north) / 2


@dataclass(frozen=True)
class Window:
    """An enlargement: centre in metres, scale denominator, size on the ground in metres, the numbers inside."""

    x: float
    y: float
    scale: int
    width: float
    height: float
    numbers: frozenset[int]

    def holds(self, spot: Spot) -> bool:
        return (
            abs(spot.west - self.x) <= self.width / 2
            and abs(spot.east - self.x) <= self.width / 2
            and abs(spot.south - self.y) <= self.height / 2
            and abs(spot.north - self.y) <= self.height / 2
        )

    def meets(self, other: Window) -> bool:
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2
            and abs(self.y - other.y) < (self.height + other.height) / 2
        )


def choose(spots: Sequence[Spot], frames: Sequence[tuple[float, float]], most: int) -> list[Window]:
    """At most one window for each frame (width, height in mm of the map inside), disjoint, none above ``most`` parcels.

    The larger enlargement wins as long as it gathers at least 85 % of what the next smaller one would.
    """
    left = list(spots)
    chosen: list[Window] = []
    for width, height in frames:
        window = _best(left, width, height, chosen, most)
        if window is None:
            break
        chosen.append(_drawn_larger(window, spots, width, height))
        left = [spot for spot in left if spot.number not in window.numbers]
    return chosen


def _best(left: Sequence[Spot], width: float, height: float, chosen: Sequence[Window], most: int) -> Window | None:
    best: Window | None = None
    ordered = sorted(left, key=lambda spot: spot.west)
    wests = [spot.west for spot in ordered]
    for scale in ENLARGEMENTS:
        ground_width, ground_height = width * scale / 1000, height * scale / 1000
        for spot in _candidates(left, ground_width / 4, ground_height / 4):
            first = bisect_left(wests, spot.west - 1.5 * ground_width)
            near = ordered[first : bisect_right(wests, spot.west + 1.5 * ground_width)]
            window = _around(spot, near, ground_width, ground_height, scale)
            if len(window.numbers) > most or any(window.meets(other) for other in chosen):
                continue
            if (len(window.numbers) >= FEWEST and (best is None or 0.85 * len(window.numbers) > len(best.numbers))) or (
                best is not None and best.scale == scale and len(window.numbers) > len(best.numbers)
            ):
                best = window
    return best


def _drawn_larger(window: Window, spots: Sequence[Spot], width: float, height: float) -> Window:
    """The window at the largest round scale at which all it holds still fits, about the middle of that."""
    inside = [spot for spot in spots if spot.number in window.numbers]
    west, east = min(spot.west for spot in inside), max(spot.east for spot in inside)
    south, north = min(spot.south for spot in inside), max(spot.north for spot in inside)
    for scale in (each for each in LARGER if each < window.scale):
        ground = (width * scale / 1000, height * scale / 1000)
        if east - west <= ground[0] and north - south <= ground[1]:
            return Window((west + east) / 2, (south + north) / 2, scale, *ground, window.numbers)
    return window


def _candidates(spots: Sequence[Spot], cell_width: float, cell_height: float) -> list[Spot]:
    """One parcel of every grid cell: windows about its neighbours would hold nearly the same."""
    cells: dict[tuple[int, int], Spot] = {}
    for spot in spots:
        cells.setdefault((int(spot.west // cell_width), int(spot.south // cell_height)), spot)
    return list(cells.values())


def _around(spot: Spot, spots: Sequence[Spot], width: float, height: float, scale: int) -> Window:
    """The window about a parcel, moved to the middle of what it holds."""
    x, y = spot.centre
    window = Window(x, y, scale, width, height, frozenset())
    inside = [each for each in spots if window.holds(each)]
    if inside:
        x = (min(each.west for each in inside) + max(each.east for each in inside)) / 2
        y = (min(each.south for each in inside) + max(each.north for each in inside)) / 2
        window = Window(x, y, scale, width, height, frozenset())
    return Window(x, y, scale, width, height, frozenset(each.number for each in spots if window.holds(each)))

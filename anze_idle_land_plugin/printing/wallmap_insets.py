"""Which crowded places get an enlargement: windows of fixed size on paper that gather the most parcels. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Sequence

import numpy as np

ENLARGEMENTS = (5_000, 10_000, 20_000)
"""What a window is looked for at; then it is drawn as large as what it holds allows."""
LARGER = (1_000, 2_000, 2_500, 4_000, 5_000, 7_500, 10_000, 15_000)
FEWEST = 4
"""A place with fewer parcels needs no enlargement."""


class Spot(NamedTuple):
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

    def meets(self, other: Window) -> bool:
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2
            and abs(self.y - other.y) < (self.height + other.height) / 2
        )


def choose(spots: Sequence[Spot], frames: Sequence[tuple[float, float]], most: int) -> list[Window]:
    """At most one window for each frame (width, height in mm of the map inside), disjoint, none above ``most`` parcels.

    The larger enlargement wins as long as it gathers at least 85 % of what the next smaller one would.
    """
    left = _Crowd(spots)
    chosen: list[Window] = []
    for width, height in frames:
        window = _best(left, width, height, chosen, most)
        if window is None:
            break
        chosen.append(_drawn_larger(window, spots, width, height))
        left = left.without(window.numbers)
    return chosen


class _Crowd:
    """Parcels as columns, sorted from west to east, so that those in a window are counted at once."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = sorted(spots, key=lambda spot: spot.west)
        table = np.array([spot[1:] for spot in self.spots], float).reshape(-1, 4)
        self.west, self.south, self.east, self.north = table.T

    def without(self, numbers: frozenset[int]) -> _Crowd:
        return _Crowd([spot for spot in self.spots if spot.number not in numbers])

    def inside(self, x: float, y: float, width: float, height: float) -> np.ndarray:
        """The places of the parcels that lie whole in a window."""
        first, last = np.searchsorted(self.west, (x - width / 2, x + width / 2))
        near = slice(int(first), int(last))
        held = (self.east[near] <= x + width / 2) & (self.south[near] >= y - height / 2)
        return np.flatnonzero(held & (self.north[near] <= y + height / 2)) + int(first)

    def around(self, spot: Spot, width: float, height: float) -> tuple[float, float, np.ndarray]:
        """The middle of the window about a parcel, moved to the middle of what it holds, and what it holds then."""
        x, y = spot.centre
        held = self.inside(x, y, width, height)
        if len(held):
            x = float(self.west[held].min() + self.east[held].max()) / 2
            y = float(self.south[held].min() + self.north[held].max()) / 2
            held = self.inside(x, y, width, height)
        return x, y, held


def _best(left: _Crowd, width: float, height: float, chosen: Sequence[Window], most: int) -> Window | None:
    best: Window | None = None
    for scale in ENLARGEMENTS:
        ground_width, ground_height = width * scale / 1000, height * scale / 1000
        for spot in _candidates(left.spots, ground_width / 4, ground_height / 4):
            x, y, held = left.around(spot, ground_width, ground_height)
            if not FEWEST <= len(held) <= most or not _better(len(held), scale, best):
                continue
            numbers = frozenset(left.spots[int(place)].number for place in held)
            window = Window(x, y, scale, ground_width, ground_height, numbers)
            if not any(window.meets(other) for other in chosen):
                best = window
    return best


def _better(count: int, scale: int, best: Window | None) -> bool:
    if best is None:
        return True
    return count > len(best.numbers) if scale == best.scale else 0.85 * count > len(best.numbers)


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

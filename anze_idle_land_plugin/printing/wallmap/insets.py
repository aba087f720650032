"""Which places get an enlargement: those a person wants, then the crowded ones. Windows never overlap. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import Mapping, NamedTuple, Optional, Sequence, Tuple

import numpy as np

from ...model.messages import CampaignError

ENLARGEMENTS = (5_000, 10_000, 20_000)
"""What a window is looked for at; then it is drawn as large as what it holds allows."""
ROOMY = (25_000, 30_000, 40_000, 50_000, 75_000, 100_000, 150_000, 200_000)
"""What a wide place that a person wants may need."""
LARGER = (1_000, 2_000, 2_500, 4_000, 5_000, 7_500, 10_000, 15_000)
FEWEST = 4
"""A place with fewer parcels needs no enlargement."""


class InsetsOverlap(CampaignError):
    sentence = "The enlargements {one} and {other} overlap; give one place that holds both, or smaller places"


class InsetTooWide(CampaignError):
    sentence = "The place {place} is too wide: at 1:{scale} it would be no enlargement; give a smaller place"


class NothingToEnlarge(CampaignError):
    sentence = "There is no parcel of {place} left to enlarge; name another place, or give its extent"


class TooManyInsets(CampaignError):
    sentence = "{count} enlargements are wanted, but a wall map takes at most {most}; leave some out"


Extent = Tuple[float, float, float, float]
"""West, south, east, north in metres."""


class Wanted(NamedTuple):
    """A place a person wants enlarged: the ground to show, or (None) the most crowded place of the parcels ``among``.

    ``name`` is what the person wrote, ``title`` what stands over the enlargement (empty: the town it lies in).
    """

    name: str
    title: str
    extent: Optional[Extent]
    among: frozenset[int] = frozenset()


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
    """An enlargement: centre in metres, scale denominator, size on the ground in metres, the numbers inside.

    ``title`` is that of a place a person wanted; empty for one chosen by its crowd.
    """

    x: float
    y: float
    scale: int
    width: float
    height: float
    numbers: frozenset[int]
    title: str = ""

    def meets(self, other: Window) -> bool:
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2
            and abs(self.y - other.y) < (self.height + other.height) / 2
        )


def choose(
    spots: Sequence[Spot],
    frames: Sequence[tuple[float, float]],
    most: int,
    wanted: Sequence[Wanted] = (),
    main_scale: int = 10_000_000,
) -> list[Window]:
    """At most one window for each frame (width, height in mm of the map inside), disjoint: first those ``wanted``.

    Those chosen by their crowd hold at most ``most`` parcels; among them the larger enlargement wins as long as it
    gathers at least 85 % of what the next smaller one would. Raises InsetsOverlap, InsetTooWide, NothingToEnlarge or
    TooManyInsets for places that cannot be had as wanted; ``main_scale`` is that of the map they enlarge.
    """
    if len(wanted) > len(frames):
        raise TooManyInsets(count=len(wanted), most=len(frames))
    chosen = _wanted_windows(spots, list(zip(wanted, frames)), most, main_scale)
    left = _Crowd(spots).without(frozenset(number for window in chosen for number in window.numbers))
    for width, height in frames[len(chosen) :]:
        window = _best(left, width, height, chosen, most)
        if window is None:
            break
        chosen.append(_drawn_larger(window, spots, width, height, chosen))
        left = left.without(chosen[-1].numbers)
    return chosen


Frame = Tuple[float, float]


def _wanted_windows(
    spots: Sequence[Spot], places: Sequence[tuple[Wanted, Frame]], most: int, main_scale: int
) -> list[Window]:
    """The windows of the places in their order; those without an extent keep clear of the others."""
    fixed = _apart(
        {
            index: (wanted, _window_of(wanted, frame, main_scale))
            for index, (wanted, frame) in enumerate(places)
            if wanted.extent is not None
        }
    )
    windows: list[Window] = []
    left = _Crowd(spots)
    for index, (wanted, frame) in enumerate(places):
        if index in fixed:
            window = fixed[index]
            held = left.inside(window.x, window.y, window.width, window.height)
            window = replace(window, numbers=frozenset(left.spots[int(each)].number for each in held))
        else:
            window = _crowd_of(wanted, left, frame, [*fixed.values(), *windows], most, spots)
        windows.append(window)
        left = left.without(window.numbers)
    return windows


def _window_of(wanted: Wanted, frame: Frame, main_scale: int) -> Window:
    """The window that fills its frame about the extent, at the largest round scale that shows all of it."""
    west, south, east, north = wanted.extent or (0.0, 0.0, 0.0, 0.0)
    width, height = frame
    needed = max((east - west) * 1000 / width, (north - south) * 1000 / height)
    scales = sorted({*LARGER, *ENLARGEMENTS, *ROOMY})
    scale = next((each for each in scales if each >= needed), int(needed))
    if scale >= main_scale:
        raise InsetTooWide(place=wanted.name, scale=scale)
    ground = width * scale / 1000, height * scale / 1000
    return Window((west + east) / 2, (south + north) / 2, scale, *ground, frozenset(), wanted.title)


def _apart(windows: Mapping[int, tuple[Wanted, Window]]) -> dict[int, Window]:
    """Windows that would meet show only the extents wanted; extents that meet themselves are refused."""
    fixed = {
        index: _only(wanted, window)
        if any(window.meets(other) for each, (_, other) in windows.items() if each != index)
        else window
        for index, (wanted, window) in windows.items()
    }
    for one, other in combinations(fixed, 2):
        if fixed[one].meets(fixed[other]):
            raise InsetsOverlap(one=windows[one][0].name, other=windows[other][0].name)
    return fixed


def _only(wanted: Wanted, window: Window) -> Window:
    """The window cut down to what was wanted."""
    west, south, east, north = wanted.extent or (0.0, 0.0, 0.0, 0.0)
    return replace(window, width=east - west, height=north - south)


def _crowd_of(
    wanted: Wanted,
    left: _Crowd,
    frame: Frame,
    others: Sequence[Window],
    most: int,
    spots: Sequence[Spot],
) -> Window:
    """The window that gathers most of some parcels."""
    own = left.only(wanted.among)
    window = _best(own, *frame, others, most, 1, (*(each for each in LARGER if each < ENLARGEMENTS[0]), *ENLARGEMENTS))
    if window is None:
        raise NothingToEnlarge(place=wanted.name)
    return replace(_drawn_larger(window, spots, *frame, others), title=wanted.title)


class _Crowd:
    """Parcels as columns, sorted from west to east, so that those in a window are counted at once."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        self.spots = sorted(spots, key=lambda spot: spot.west)
        table = np.array([spot[1:] for spot in self.spots], float).reshape(-1, 4)
        self.west, self.south, self.east, self.north = table.T

    def without(self, numbers: frozenset[int]) -> _Crowd:
        return _Crowd([spot for spot in self.spots if spot.number not in numbers])

    def only(self, numbers: frozenset[int]) -> _Crowd:
        return _Crowd([spot for spot in self.spots if spot.number in numbers])

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


def _best(
    left: _Crowd,
    width: float,
    height: float,
    chosen: Sequence[Window],
    most: int,
    fewest: int = FEWEST,
    scales: Sequence[int] = ENLARGEMENTS,
) -> Window | None:
    best: Window | None = None
    for scale in scales:
        ground_width, ground_height = width * scale / 1000, height * scale / 1000
        for spot in _candidates(left.spots, ground_width / 4, ground_height / 4):
            x, y, held = left.around(spot, ground_width, ground_height)
            if not fewest <= len(held) <= most or not _better(len(held), scale, best):
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


def _drawn_larger(
    window: Window, spots: Sequence[Spot], width: float, height: float, others: Sequence[Window]
) -> Window:
    """The window at the largest round scale at which all it holds still fits, about the middle of that."""
    inside = [spot for spot in spots if spot.number in window.numbers]
    west, east = min(spot.west for spot in inside), max(spot.east for spot in inside)
    south, north = min(spot.south for spot in inside), max(spot.north for spot in inside)
    for scale in (each for each in LARGER if each < window.scale):
        ground = (width * scale / 1000, height * scale / 1000)
        larger = Window((west + east) / 2, (south + north) / 2, scale, *ground, window.numbers)
        fits = east - west <= ground[0] and north - south <= ground[1]
        if fits and not any(larger.meets(other) for other in others):
            return larger
    return window


def _candidates(spots: Sequence[Spot], cell_width: float, cell_height: float) -> list[Spot]:
    """One parcel of every grid cell: windows about its neighbours would hold nearly the same."""
    cells: dict[tuple[int, int], Spot] = {}
    for spot in spots:
        cells.setdefault((int(spot.west // cell_width), int(spot.south // cell_height)), spot)
    return list(cells.values())

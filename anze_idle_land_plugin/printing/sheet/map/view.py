"""How a parcel lies on paper: the standard scale, and panels of their own for parts that lie far apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Sequence

from .... import catalogue
from ....geodesy.area import part_area
from ....model.parcel import Parcel, Part
from ...paper.canvas import Box

FILL_SHARE = 0.7
"""The parcel fills about this share of the frame (整饰要求)."""
SMALL, SMALL_SHARE = 65.0, 0.5
"""In a frame smaller than this (mm) scale bar, arrow and numbers take a larger share of the room."""
FAR_APART = 2.5
"""Parts get panels of their own when together they need a scale this many times smaller than alone (proposal)."""
MOST_PANELS, PANELS_A_PAGE = 5, 6
"""Groups of parts that have panels on the front, and on a further page of maps."""
GAP = 1.0
"""mm between panels."""

Extent = tuple[float, float, float, float]


@dataclass(frozen=True)
class View:
    """How the plane lies on paper: 1:scale, the middle of the frame at (e, n)."""

    frame: Box
    scale: int
    e: float
    n: float

    def at(self, e: float, n: float) -> tuple[float, float]:
        millimetre = 1000 / self.scale
        x = self.frame.x + self.frame.width / 2 + (e - self.e) * millimetre
        y = self.frame.y + self.frame.height / 2 - (n - self.n) * millimetre
        return x, y

    def extent(self) -> Extent:
        """(e_min, n_min, e_max, n_max) of the frame in metres."""
        wide, high = self.frame.width * self.scale / 2000, self.frame.height * self.scale / 2000
        return self.e - wide, self.n - high, self.e + wide, self.n + high


class Panel(NamedTuple):
    """A view with the numbers (from 0) of the parts it is made for; an overview is made for none."""

    view: View
    parts: tuple[int, ...]

    @property
    def title(self) -> str:
        return "第" + "、".join(str(number + 1) for number in self.parts) + "部分" if self.parts else "各部分位置"


@catalogue.kept
def scales() -> tuple[int, ...]:
    """The standard scales of a sheet's map, the largest first."""
    return tuple(int(row["scale"]) for row in catalogue.table("sheet_scales"))


def view_of(parcel: Parcel, frame: Box) -> View:
    """The first standard scale at which the parcel fills no more than its share of the frame."""
    return _view(_together([extent_of(part) for part in parcel.parts]), frame)


def extent_of(part: Part) -> Extent:
    return min(part.outer.e), min(part.outer.n), max(part.outer.e), max(part.outer.n)


def _view(extent: Extent, frame: Box) -> View:
    e_min, n_min, e_max, n_max = extent
    share = FILL_SHARE if min(frame.width, frame.height) >= SMALL else SMALL_SHARE
    needed = max((e_max - e_min) / frame.width, (n_max - n_min) / frame.height) * 1000 / share
    scale = next((each for each in scales() if each >= needed), int(-(-needed // 10_000) * 10_000))
    return View(frame, scale, (e_min + e_max) / 2, (n_min + n_max) / 2)


def _together(extents: Sequence[Extent]) -> Extent:
    west, south, east, north = zip(*extents)
    return min(west), min(south), max(east), max(north)


def panels_of(parcel: Parcel, frame: Box) -> list[Panel]:
    """One panel for the whole parcel; for parts far apart one for each group of parts, and an overview last."""
    whole = view_of(parcel, frame)
    groups = _groups(parcel) if len(parcel.parts) > 1 else []
    alone = [_view(_of_group(parcel, group), frame).scale for group in groups]
    if len(groups) < 2 or whole.scale < FAR_APART * max(alone):
        return [Panel(whole, tuple(range(len(parcel.parts))))]
    shown = _by_area(parcel, groups)[:MOST_PANELS]
    frames = _grid(frame, len(shown) + 1)
    panels = [Panel(_view(_of_group(parcel, group), cell), group) for group, cell in zip(sorted(shown), frames)]
    return [*panels, Panel(view_of(parcel, frames[-1]), ())]


def further_panels(parcel: Parcel, frame: Box) -> list[list[Panel]]:
    """Pages of panels for the groups of parts that had no room in ``panels_of``."""
    groups = _groups(parcel) if len(parcel.parts) > MOST_PANELS else []
    if len(panels_of(parcel, frame)) == 1:
        return []
    rest = sorted(_by_area(parcel, groups)[MOST_PANELS:])
    pages = [rest[start : start + PANELS_A_PAGE] for start in range(0, len(rest), PANELS_A_PAGE)]
    return [
        [Panel(_view(_of_group(parcel, group), cell), group) for group, cell in zip(page, _grid(frame, len(page)))]
        for page in pages
    ]


def _by_area(parcel: Parcel, groups: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    return sorted(groups, key=lambda group: -sum(part_area(parcel.parts[i]) for i in group))


def _of_group(parcel: Parcel, group: Sequence[int]) -> Extent:
    return _together([extent_of(parcel.parts[i]) for i in group])


def _groups(parcel: Parcel) -> list[tuple[int, ...]]:
    """Parts that lie nearer to each other than they are long, put together."""
    extents = [extent_of(part) for part in parcel.parts]
    group = list(range(len(extents)))
    for i, one in enumerate(extents):
        for j, other in enumerate(extents[:i]):
            reach = max(one[2] - one[0], one[3] - one[1], other[2] - other[0], other[3] - other[1])
            across = max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3])
            if across < reach and group[i] != group[j]:
                old = group[i]
                group = [group[j] if each == old else each for each in group]
    return [tuple(i for i, mine in enumerate(group) if mine == number) for number in sorted(set(group))]


def _grid(frame: Box, count: int) -> list[Box]:
    """Cells in two columns; with an odd number the first, of the largest room, takes the whole top row."""
    columns = 2
    rows = -(-count // columns)
    wide, high = (frame.width - GAP) / columns, (frame.height - GAP * (rows - 1)) / rows
    cells = [
        Box(frame.x + column * (wide + GAP), frame.y + row * (high + GAP), wide, high)
        for row in range(rows)
        for column in range(columns)
    ]
    if count % columns:
        cells = [Box(frame.x, frame.y, frame.width, high), *cells[columns:]]
    return cells

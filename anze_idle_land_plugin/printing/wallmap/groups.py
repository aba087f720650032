"""Numbers that share a place: where parcels stand too close, a cell of the map has one label for all. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import Iterable, Iterator, NamedTuple

from .placing import Anchor, Area, Measure, Paper, lines_of

CELL = 52.0
"""About the side of a cell in mm."""
CROWD = 9
"""A cell with more parcels than this gets one label for all of them."""
STEP = 3.0
LINE = 0.367
"""Height of a line in mm, for every point of the type."""
SIZES = ((24.5, 1), (18.0, 2))
"""Points, and how many ranges a line has: as large as a number of its own, smaller where that finds no room."""


class Group(NamedTuple):
    """The numbers of one cell, the lines of its label and their size in points, where they stand, the cell itself."""

    numbers: tuple[int, ...]
    lines: tuple[str, ...]
    area: Area
    cell: Area
    points: float


class Grouping(NamedTuple):
    """``unplaced`` are the parcels of cells in which even a common label found no room."""

    groups: tuple[Group, ...]
    unplaced: tuple[Anchor, ...]


class Cells:
    """A frame in equal cells of about CELL."""

    def __init__(self, frame: Area) -> None:
        self.frame = frame
        self.columns = max(round((frame.right - frame.left) / CELL), 1)
        self.rows = max(round((frame.bottom - frame.top) / CELL), 1)
        self.width = (frame.right - frame.left) / self.columns
        self.height = (frame.bottom - frame.top) / self.rows

    def of(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of the cell a point lies in; of the nearest one for a point beyond the frame."""
        row, column = int((y - self.frame.top) // self.height), int((x - self.frame.left) // self.width)
        return min(max(row, 0), self.rows - 1), min(max(column, 0), self.columns - 1)

    def area(self, row: int, column: int) -> Area:
        left, top = self.frame.left + column * self.width, self.frame.top + row * self.height
        return Area(left, top, left + self.width, top + self.height)


def crowded(anchors: Iterable[Anchor], cells: Cells) -> frozenset[tuple[int, int]]:
    """The cells that hold too many parcels for a number each."""
    return frozenset(place for place, members in _by_cell(anchors, cells).items() if len(members) > CROWD)


def group(anchors: Iterable[Anchor], paper: Paper, measure: Measure) -> Grouping:
    """One label a cell, on free paper where the cell has some, else over parcels but never over another label."""
    groups: list[Group] = []
    unplaced: list[Anchor] = []
    cells = Cells(paper.frame)
    for place, members in sorted(_by_cell(anchors, cells).items()):
        cell = cells.area(*place)
        numbers = tuple(sorted(number for anchor in members for number in anchor.numbers))
        label = next(_labels(numbers, cell, paper, measure), None)
        if label is None:
            unplaced.extend(members)
            continue
        paper.cover(label.area)
        groups.append(label)
    return Grouping(tuple(groups), tuple(unplaced))


def _by_cell(anchors: Iterable[Anchor], cells: Cells) -> dict[tuple[int, int], list[Anchor]]:
    members: dict[tuple[int, int], list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        members[cells.of(anchor.x, anchor.y)].append(anchor)
    return members


def _labels(numbers: tuple[int, ...], cell: Area, paper: Paper, measure: Measure) -> Iterator[Group]:
    """The label at each size at which it finds room, the largest first."""
    for points, per_line in SIZES:
        lines = lines_of(numbers, per_line)
        width = max(measure(line, points) for line in lines) + 2
        area = _place(width, len(lines) * points * LINE + 1, cell, paper)
        if area is not None:
            yield Group(numbers, lines, area, cell, points)


def _place(width: float, height: float, cell: Area, paper: Paper) -> Area | None:
    places = list(_places(cell, width, height))
    free = (area for area in places if paper.free(area))
    over = (area for area in places if paper.free(area, over_parcels=True))
    last = (area for area in places if paper.free(area, over_parcels=True, over_frames=True))
    return next(free, None) or next(over, None) or next(last, None)


def _places(cell: Area, width: float, height: float) -> Iterator[Area]:
    """Where the label's corner may stand in the cell, from the middle outwards."""
    across = _steps(cell.left, cell.right - width)
    down = _steps(cell.top, cell.bottom - height)
    middle_x, middle_y = (cell.left + cell.right - width) / 2, (cell.top + cell.bottom - height) / 2
    corners = [(x, y) for x in across for y in down]
    for x, y in sorted(corners, key=lambda corner: abs(corner[0] - middle_x) + abs(corner[1] - middle_y)):
        yield Area(x, y, x + width, y + height)


def _steps(first: float, last: float) -> list[float]:
    count = max(int((last - first) / STEP), 0) + 1
    return [first + step * STEP for step in range(count)]

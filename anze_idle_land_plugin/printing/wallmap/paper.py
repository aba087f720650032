"""Where everything stands on the wall map's pages: measures in design mm, which are real mm on an A0.

Smaller papers are read from nearer: their type is smaller, but far less so than the paper. What then no longer fits
goes to page 2 in the order of importance: map, progress and ranking stay, enlargements and table move. The map is no
higher than the county needs at its scale; what that leaves beneath it takes enlargements.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..paper.canvas import Box
from .view import Bounds, round_scale

MARGIN = 15.0
PAPERS = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420)}
TYPE = {"A0": 1.0, "A1": 0.85, "A2": 0.57, "A3": 0.42}
"""Real mm of a design mm: on A3 the smallest type of the tables is still 6.7 points."""
TITLE_HEIGHT = {"portrait": 97.0, "landscape": 58.0}
FIGURES_WIDTH = 234.0
FIGURES_HEIGHT = 714.0
FOOT = 15.0
GAP = 11.0
INSET_WIDTH, INSET_HEIGHT, INSET_GAP = 190.0, 105.0, 6.0
SIDE_INSET_WIDTH, SIDE_INSET_HEIGHT = 155.0, 120.0
"""Of enlargements beside the figures of a landscape sheet."""
MOST_INSETS = 8
LEAST_TABLE = 50.0
MAP_EDGE = 12.0
"""What a map leaves free about the county, both sides together."""
ROOM_FOR_SCALE = 24.0
"""What a map that is fitted to the county has more of: ticks and scale bar."""
PAGE_HEAD = 24.0


@dataclass(frozen=True)
class Sheet:
    """The arrangement of page 1 in design mm; ``shrink`` is real mm for a design mm, ``insets`` its enlargements."""

    width: float
    height: float
    shrink: float
    map: Box
    figures: Box
    insets: tuple[Box, ...]
    table: Box

    @property
    def whole(self) -> Box:
        return Box(MARGIN, MARGIN, self.width - 2 * MARGIN, self.height - 2 * MARGIN)

    @property
    def portrait(self) -> bool:
        return self.height > self.width


def sheet(paper: str, orientation: str, bounds: Bounds | None = None) -> Sheet:
    """Page 1 of a paper; portrait has the enlargements under the map, landscape to the right of the figures.

    ``bounds`` are those of the county in metres; without them the map takes all the room there is.
    """
    short, long = (side / TYPE[paper] for side in PAPERS[paper])
    if orientation == "landscape":
        return _landscape(long, short, TYPE[paper])
    return _portrait(short, long, TYPE[paper], bounds)


def scale_in(box: Box, shrink: float, bounds: Bounds) -> int:
    """The scale denominator of a map of the county in a box."""
    return round_scale(bounds, (box.width - MAP_EDGE) * shrink, (box.height - MAP_EDGE) * shrink)


def _portrait(width: float, height: float, shrink: float, bounds: Bounds | None) -> Sheet:
    top = MARGIN + TITLE_HEIGHT["portrait"]
    lowest = height - MARGIN - FOOT
    bottom = min(top + FIGURES_HEIGHT, lowest)
    figures = Box(width - MARGIN - FIGURES_WIDTH, top, FIGURES_WIDTH, bottom - top)
    main = Box(MARGIN, top + 6, figures.x - GAP - MARGIN, bottom - top - 6)
    fitted = _fitted(main, shrink, bounds) if bounds else main
    beneath = Box(main.x, fitted.bottom + INSET_GAP, main.width, bottom - fitted.bottom - INSET_GAP)
    insets = inset_grid(beneath, 1) if beneath.height >= INSET_HEIGHT else ()
    main = fitted if insets else main
    below = Box(MARGIN, bottom + INSET_GAP, width - 2 * MARGIN, lowest - bottom - INSET_GAP)
    row = INSET_HEIGHT + INSET_GAP
    rows = 2 if below.height >= 2 * row + LEAST_TABLE else int(below.height >= row + LEAST_TABLE)
    if not insets and not rows and below.height >= INSET_HEIGHT:
        rows = 1
    insets += inset_grid(Box(below.x, below.y, below.width, rows * row - INSET_GAP), rows)
    table_top = below.y + rows * row
    return Sheet(width, height, shrink, main, figures, insets[:MOST_INSETS], _table_below(table_top, lowest, width))


def _fitted(box: Box, shrink: float, bounds: Bounds) -> Box:
    """The map no higher than the county is at its scale."""
    drawn = (bounds[3] - bounds[1]) * 1000 / scale_in(box, shrink, bounds) / shrink
    return Box(box.x, box.y, box.width, min(box.height, drawn + MAP_EDGE + ROOM_FOR_SCALE))


def _landscape(width: float, height: float, shrink: float) -> Sheet:
    top, lowest = MARGIN + TITLE_HEIGHT["landscape"], height - MARGIN - FOOT
    main_width = min((lowest - top) * 0.78, width - 2 * MARGIN - FIGURES_WIDTH - GAP)
    right = width - 2 * MARGIN - FIGURES_WIDTH - 2 * GAP - main_width
    columns = int((right + INSET_GAP) / (SIDE_INSET_WIDTH + INSET_GAP))
    if not columns:
        main_width = width - 2 * MARGIN - FIGURES_WIDTH - GAP
    main = Box(MARGIN, top + 3, main_width, lowest - top - 3)
    figures = Box(main.right + GAP, top, FIGURES_WIDTH, lowest - top)
    side = Box(figures.right + GAP, top + 3, right, lowest - top - 3)
    rows = min(int((side.height + INSET_GAP) / (INSET_HEIGHT + INSET_GAP)), -(-MOST_INSETS // max(columns, 1)))
    low = rows * (SIDE_INSET_HEIGHT + INSET_GAP)
    roomy = side.height - low >= LEAST_TABLE
    insets = inset_grid(Box(side.x, side.y, right, low - INSET_GAP if roomy else side.height), rows, columns)
    table = Box(side.x, side.y + low, right, side.height - low) if roomy else Box(side.x, lowest, right, 0)
    return Sheet(width, height, shrink, main, figures, insets, table)


def inset_grid(room: Box, rows: int, columns: int | None = None) -> tuple[Box, ...]:
    """Boxes of enlargements in rows that fill a room, at most MOST_INSETS; the columns as many as are wide enough."""
    if columns is None:
        columns = max(int((room.width + INSET_GAP) / (INSET_WIDTH + INSET_GAP)), 1)
    if not rows or not columns:
        return ()
    width = (room.width - INSET_GAP * (columns - 1)) / columns
    height = (room.height - INSET_GAP * (rows - 1)) / rows
    boxes = [
        Box(room.x + column * (width + INSET_GAP), room.y + row * (height + INSET_GAP), width, height)
        for row in range(rows)
        for column in range(columns)
    ]
    return tuple(boxes[:MOST_INSETS])


def next_page(page: Sheet) -> Box:
    """The room of a further page between its heading and its foot."""
    return Box(MARGIN, MARGIN + PAGE_HEAD, page.width - 2 * MARGIN, page.height - 2 * MARGIN - PAGE_HEAD - FOOT)


def _table_below(top: float, lowest: float, width: float) -> Box:
    height = lowest - top
    return Box(MARGIN, top, width - 2 * MARGIN, height if height >= LEAST_TABLE else 0.0)

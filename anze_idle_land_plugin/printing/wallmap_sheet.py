"""Where everything stands on the wall map's pages: measures in design mm, which are real mm on an A0.

Smaller papers are read from nearer: their type is smaller, but far less so than the paper. What then no longer fits
goes to page 2 in the order of importance: map, progress and ranking stay, enlargements and table move.
"""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import Box

MARGIN = 15.0
PAPERS = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420)}
TYPE = {"A0": 1.0, "A1": 0.85, "A2": 0.6, "A3": 0.42}
"""Real mm of a design mm: on A3 the smallest type of the tables is still 6.7 points."""
TITLE_HEIGHT = {"portrait": 97.0, "landscape": 58.0}
FIGURES_WIDTH = 234.0
FIGURES_HEIGHT = 714.0
FOOT = 12.0
GAP = 11.0
INSET_WIDTH, INSET_HEIGHT, INSET_GAP = 190.0, 85.0, 6.0
MOST_INSETS = 8
LEAST_TABLE = 50.0
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


def sheet(paper: str, orientation: str) -> Sheet:
    """Page 1 of a paper; portrait has the enlargements under the map, landscape to the right of the figures."""
    short, long = (side / TYPE[paper] for side in PAPERS[paper])
    if orientation == "landscape":
        return _landscape(long, short, TYPE[paper])
    return _portrait(short, long, TYPE[paper])


def _portrait(width: float, height: float, shrink: float) -> Sheet:
    top = MARGIN + TITLE_HEIGHT["portrait"]
    lowest = height - MARGIN - FOOT
    bottom = min(top + FIGURES_HEIGHT, lowest)
    figures = Box(width - MARGIN - FIGURES_WIDTH, top, FIGURES_WIDTH, bottom - top)
    main = Box(MARGIN, top + 6, figures.x - GAP - MARGIN, bottom - top - 6)
    below = lowest - bottom - INSET_GAP
    rows = 2 if below >= 2 * (INSET_HEIGHT + INSET_GAP) + LEAST_TABLE else int(below >= INSET_HEIGHT)
    insets = inset_grid(Box(MARGIN, bottom + INSET_GAP, width - 2 * MARGIN, below), rows)
    table_top = max((box.bottom + INSET_GAP for box in insets), default=bottom + INSET_GAP)
    return Sheet(width, height, shrink, main, figures, insets, _table_below(table_top, lowest, width))


def _landscape(width: float, height: float, shrink: float) -> Sheet:
    top, lowest = MARGIN + TITLE_HEIGHT["landscape"], height - MARGIN - FOOT
    main_width = min((lowest - top) * 0.78, width - 2 * MARGIN - FIGURES_WIDTH - GAP)
    right = width - 2 * MARGIN - FIGURES_WIDTH - 2 * GAP - main_width
    columns = int((right + INSET_GAP) / (INSET_WIDTH - 26 + INSET_GAP))
    if not columns:
        main_width = width - 2 * MARGIN - FIGURES_WIDTH - GAP
    main = Box(MARGIN, top + 3, main_width, lowest - top - 3)
    figures = Box(main.right + GAP, top, FIGURES_WIDTH, lowest - top)
    side = Box(figures.right + GAP, top + 3, right, lowest - top - 3)
    rows = min(int((side.height + INSET_GAP) / (INSET_HEIGHT + INSET_GAP)), -(-MOST_INSETS // max(columns, 1)))
    insets = inset_grid(side, rows, columns) if columns else ()
    table_top = max((box.bottom + INSET_GAP for box in insets), default=lowest)
    roomy = columns > 1 and lowest - table_top >= LEAST_TABLE
    table = Box(side.x, table_top, side.width, lowest - table_top) if roomy else Box(side.x, lowest, side.width, 0)
    return Sheet(width, height, shrink, main, figures, insets, table)


def inset_grid(room: Box, rows: int, columns: int = 0) -> tuple[Box, ...]:
    """Boxes of enlargements in rows that fill the width of a room, at most MOST_INSETS."""
    columns = columns or max(int((room.width + INSET_GAP) / (INSET_WIDTH + INSET_GAP)), 1)
    width = (room.width - INSET_GAP * (columns - 1)) / columns
    boxes = [
        Box(room.x + column * (width + INSET_GAP), room.y + row * (INSET_HEIGHT + INSET_GAP), width, INSET_HEIGHT)
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

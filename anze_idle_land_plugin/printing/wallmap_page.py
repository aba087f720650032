"""Where everything stands on the wall map: measures in mm of an A0; smaller papers shrink the page as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Sequence

from .. import catalogue
from ..geodesy.zones import central_meridian, grid_of
from ..model.progress import unit_of
from ..model.snapshot import Snapshot
from .canvas import BOLD, Box, Canvas
from .wallmap_figures import (
    countdown,
    draw_categories,
    draw_departments,
    draw_figures,
    draw_legend,
    draw_ranking,
    heading,
)
from .wallmap_insets import Window, choose
from .wallmap_map import (
    NUMBER_PITCH,
    NUMBER_WIDTH,
    Item,
    View,
    county_bounds,
    draw_map,
    draw_north,
    draw_scale_bar,
    draw_window,
    letter,
    margins_of,
    round_scale,
)
from .wallmap_table import capacity, draw_table

TITLE_POINTS = 120.0
TITLE_LINE = 46.0
MARGIN = 15.0
INSET_HEAD = 12.0
PAPERS = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420)}
BREAKS = ("土地清理", "专项行动", "挂图作战图")


@dataclass(frozen=True)
class Sheet:
    """One arrangement in design mm; ``shrink`` is real mm for a design mm."""

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


def sheet(paper: str, orientation: str) -> Sheet:
    """The arrangement for a paper; portrait has the enlargements under the map, landscape to its right."""
    shrink = PAPERS[paper][0] / PAPERS["A0"][0]
    if orientation == "landscape":
        insets = tuple(Box(840 + 170 * column, 76 + 92 * row, 164, 88) for row in range(4) for column in range(2))
        return Sheet(1189, 841, shrink, Box(15, 76, 566, 734), Box(592, 76, 236, 734), insets, Box(840, 448, 334, 362))
    insets = tuple(Box(15 + 204.5 * column, 830 + 88 * row, 197.5, 85) for row in range(2) for column in range(4))
    return Sheet(841, 1189, shrink, Box(15, 118, 566, 708), Box(592, 112, 234, 714), insets, Box(15, 1008, 811, 155))


@dataclass(frozen=True)
class WallMap:
    """Everything decided before the first line is drawn."""

    snapshot: Snapshot
    items: Sequence[Item]
    sheet: Sheet
    theme: str
    printed_on: date
    scale: int
    view: View
    windows: Sequence[Window]
    tables: tuple[tuple[Item, ...], ...] = field(default=())

    @property
    def pages(self) -> int:
        return max(len(self.tables), 1)


def plan(snapshot: Snapshot, items: Sequence[Item], page: Sheet, theme: str, printed_on: date) -> WallMap:
    """Choose scale and enlargements and share the table out over pages."""
    bounds = county_bounds(snapshot, items)
    inner_width = page.map.width - 2 * NUMBER_WIDTH
    scale = round_scale(bounds, inner_width * page.shrink, (page.map.height - 10) * page.shrink)
    view = View(page.map, (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2, scale * page.shrink)
    frames = [_inset_room(box, page.shrink) for box in page.insets]
    most = 2 * int((page.insets[0].height - INSET_HEAD - 4) / NUMBER_PITCH)
    windows = choose([item.spot for item in items], frames, most)
    page = replace(page, table=_grown(page, len(windows)))
    first = capacity(page.table)
    rest = capacity(_table_page(page))
    tables = [tuple(items[:first])]
    tables += [tuple(items[start : start + rest]) for start in range(first, len(items), rest)]
    return WallMap(snapshot, items, page, theme, printed_on, scale, view, windows, tuple(tables))


def _grown(page: Sheet, used: int) -> Box:
    """The box of the table with the room that unused enlargements leave above it."""
    top = max((box.bottom + 6 for box in page.insets[:used]), default=page.insets[0].y)
    return Box(page.table.x, min(top, page.table.y), page.table.width, page.table.bottom - min(top, page.table.y))


def draw_page(canvas: Canvas, wall: WallMap, number: int) -> None:
    """Page ``number`` from 1: the map with everything, then pages of the table."""
    if number == 1:
        _draw_first(canvas, wall)
    else:
        head = Box(MARGIN, MARGIN, wall.sheet.width - 2 * MARGIN, 20)
        heading(canvas, head, head.y, f"{wall.snapshot.campaign.name}挂图作战图　地块一览表（续）")
        draw_table(canvas, _table_page(wall.sheet), wall.tables[number - 1])
    _draw_foot(canvas, wall, number)


def _draw_first(canvas: Canvas, wall: WallMap) -> None:
    page, snapshot = wall.sheet, wall.snapshot
    _draw_title(canvas, wall)
    result = draw_map(canvas, snapshot, wall.items, wall.view, wall.windows, wall.theme)
    if result.unplaced:
        note = f"另有{len(result.unplaced)}宗图上未标序号，见一览表"
        canvas.text(
            Box(page.map.x, page.map.bottom - 18, page.map.width - NUMBER_WIDTH - 4, 9), note, 24, BOLD, "right"
        )
    draw_north(canvas, page.map.right - NUMBER_WIDTH - 20, page.map.y + 42)
    draw_scale_bar(canvas, page.map.x + NUMBER_WIDTH + 16, page.map.bottom - 20, wall.view, wall.scale)
    y = draw_figures(canvas, page.figures, snapshot)
    y = draw_ranking(canvas, page.figures, y + 4, snapshot)
    y = draw_categories(canvas, page.figures, y + 8, snapshot)
    y = draw_legend(canvas, page.figures, y + 8, snapshot)
    draw_departments(canvas, page.figures, y + 8, snapshot)
    for index, (box, window) in enumerate(zip(page.insets, wall.windows)):
        _draw_inset(canvas, wall, box, window, index)
    draw_table(canvas, page.table, wall.tables[0])


def title_lines(canvas: Canvas, title: str, width: float) -> list[str]:
    """The title in one line, else in two, broken before one of the phrases of the trade."""
    if canvas.width(title, TITLE_POINTS, BOLD) <= width:
        return [title]
    for phrase in reversed(BREAKS):
        at = title.rfind(phrase)
        if at > 0 and canvas.width(title[:at], TITLE_POINTS, BOLD) <= width:
            return [title[:at], title[at:]]
    middle = (len(title) + 1) // 2
    return [title[:middle], title[middle:]]


def _draw_title(canvas: Canvas, wall: WallMap) -> None:
    room = wall.sheet.whole
    portrait = wall.sheet.height > wall.sheet.width
    title = f"{wall.snapshot.campaign.name}挂图作战图"
    lines = title_lines(canvas, title, room.width) if portrait else [title]
    width = max(canvas.width(line, TITLE_POINTS, BOLD) for line in lines)
    limit = room.width if portrait else room.width - 215
    points = TITLE_POINTS * min(1.0, limit / width)
    for index, line in enumerate(lines):
        top = room.y - 2 + index * TITLE_LINE
        canvas.text(Box(room.x, top, room.width, TITLE_LINE), line, points, BOLD)
    last = room.y - 2 + (len(lines) - 1) * TITLE_LINE
    right = Box(room.right - 215, last + 4, 215, 22)
    canvas.text(right, countdown(wall.snapshot, wall.snapshot.as_of), 60, BOLD, "right", "#C00000")
    canvas.text(Box(right.x, last + 27, 215, 14), "内部用图　严禁上网", 30, BOLD, "right")


def _draw_inset(canvas: Canvas, wall: WallMap, box: Box, window: Window, index: int) -> None:
    inner = Box(box.x, box.y + INSET_HEAD, box.width, box.height - INSET_HEAD)
    view = View(inner, window.x, window.y, window.scale * wall.sheet.shrink)
    draw_window(canvas, wall.snapshot, wall.items, view, window, wall.theme)
    name = f"{letter(index)}　{_place_of(wall, window)} 1:{window.scale:,}".replace(",", " ")
    canvas.text(Box(box.x, box.y, box.width, INSET_HEAD), f"{name} {len(window.numbers)}宗", 28, BOLD, colour="#C00000")


def _place_of(wall: WallMap, window: Window) -> str:
    """The town or zone most of the window's parcels lie in."""
    units = [
        unit_of(item.dossier.counted(), catalogue.zone_name()) for item in wall.items if item.number in window.numbers
    ]
    return max(sorted(set(units)), key=units.count, default="")


def _inset_room(box: Box, shrink: float) -> tuple[float, float]:
    """What an enlargement shows between its columns of numbers, in real mm."""
    margins = margins_of(Box(box.x, box.y + INSET_HEAD, box.width, box.height - INSET_HEAD))
    return (margins.right - margins.left - 12) * shrink, (margins.bottom - margins.top - 8) * shrink


def _table_page(page: Sheet) -> Box:
    return Box(MARGIN, MARGIN + 24, page.width - 2 * MARGIN, page.height - 2 * MARGIN - 40)


def _draw_foot(canvas: Canvas, wall: WallMap, number: int) -> None:
    campaign = wall.snapshot.campaign
    grid = grid_of(campaign.crs)
    scale = f"{wall.scale:,}".replace(",", " ")
    parts = (
        f"2000国家大地坐标系　3°带第{grid.zone}带　中央子午线{central_meridian(grid.zone or 37)}°",
        f"主图 1:{scale}",
        f"数据日期 {wall.snapshot.as_of.isoformat()}",
        f"打印 {wall.printed_on.isoformat()}",
        f"制图 {campaign.county_name}自然资源局",
        f"第{number}页 共{wall.pages}页",
    )
    room = Box(MARGIN, wall.sheet.height - MARGIN - 9, wall.sheet.width - 2 * MARGIN, 9)
    canvas.line(((room.x, room.y - 1), (room.right, room.y - 1)), width=0.4)
    canvas.text(room, "　·　".join(parts), 20)

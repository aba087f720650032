"""What is drawn on each page of the wall map, decided before the first line: scale, enlargements, numbers, tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Sequence

from ...geodesy.zones import central_meridian, zone_of
from ...model.counting.progress import unit_of
from ...model.standing.snapshot import Snapshot
from ...wording.days import in_table
from ..paper.canvas import BOLD, Box, Canvas
from .figures import countdown, draw_categories, draw_departments, draw_figures, draw_legend, draw_ranking, heading
from .insets import Wanted, Window, choose
from .map import draw_map, draw_north, draw_scale_bar, draw_window, letter
from .names import Lettering, lettering
from .numbers import Numbers, county_line, frames_on, number_map, number_window, renumbered
from .paper import INSET_GAP, INSET_HEIGHT, INSET_WIDTH, MARGIN, MOST_INSETS, Sheet, inset_grid, next_page, scale_in
from .table import capacity, draw_table
from .view import MANY, Item, View, county_bounds

TITLE_POINTS = 120.0
TITLE_LINE = 46.0
COUNTDOWN_WIDTH = 218.0
INSET_HEAD = 12.0
INSET_EDGE_X, INSET_EDGE_Y = 24.0, 18.0
"""What an enlargement shows beyond its window, both sides together: room for numbers."""
INSET_NUMBERS = 40
"""Numbers that an enlargement takes at most."""
EDGE = 11.0
"""Of the main map, for ticks and degrees, in mm."""
BREAKS = ("土地清理", "专项行动", "挂图作战图")


@dataclass(frozen=True)
class Inset:
    """An enlargement where it stands, with the numbers in it."""

    box: Box
    window: Window
    view: View
    numbers: Numbers
    letter: str


@dataclass(frozen=True)
class Page:
    """The enlargements of a page, and the rows of the table with the room they have."""

    insets: tuple[Inset, ...]
    table: Box
    rows: tuple[Item, ...]


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
    numbers: Numbers
    words: Lettering
    contents: tuple[Page, ...]

    @property
    def pages(self) -> int:
        return len(self.contents)

    @property
    def insets(self) -> list[Inset]:
        return [inset for page in self.contents for inset in page.insets]


def plan(
    snapshot: Snapshot,
    items: Sequence[Item],
    page: Sheet,
    theme: str,
    printed_on: date,
    wanted: Sequence[Wanted] = (),
) -> WallMap:
    """Choose scale and enlargements (first those ``wanted``), place the numbers, and share the table out over pages."""
    bounds = county_bounds(snapshot, items)
    scale = scale_in(page.map, page.shrink, bounds)
    view = View(page.map, (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2, scale * page.shrink)
    boxes = list(page.insets) + list(_later_boxes(page))[: MOST_INSETS - len(page.insets)]
    frames = [_inset_room(box, page.shrink) for box in boxes]
    windows = choose([item.spot for item in items], frames, INSET_NUMBERS, wanted, scale)
    many = len(items) > MANY
    if many:
        items, windows = renumbered(items, windows, view)
    insets = [_inset(snapshot, items, page, place, index) for index, place in enumerate(zip(boxes, windows))]
    enlarged = frozenset(number for inset in insets for number in inset.window.numbers)
    shown = [inset.window for inset in insets]
    words = lettering(snapshot, items, view, shown, _furniture(page.map))
    reserved = [*words.boxes(), *_furniture(page.map)]
    crossable = [*frames_on(view, shown), *county_line(snapshot, view)]
    numbers = number_map(items, view, enlarged, reserved, many, crossable)
    contents = _contents(items, insets, page)
    return WallMap(snapshot, items, page, theme, printed_on, scale, view, numbers, words, contents)


def _inset(snapshot: Snapshot, items: Sequence[Item], page: Sheet, place: tuple[Box, Window], index: int) -> Inset:
    """An enlargement; a number that finds no room in it stays on the main map."""
    box, window = place
    paper = 1000 / window.scale / page.shrink
    width, height = window.width * paper + INSET_EDGE_X, window.height * paper + INSET_EDGE_Y
    inner = Box(box.x, box.y + INSET_HEAD, width, height)
    view = View(inner, window.x, window.y, window.scale * page.shrink)
    numbers = number_window(items, view, window, len(items) > MANY, county_line(snapshot, view))
    return Inset(box, replace(window, numbers=numbers.placed()), view, numbers, letter(index))


def _later_boxes(page: Sheet) -> tuple[Box, ...]:
    room = next_page(page)
    columns = max(int((room.width + INSET_GAP) / (INSET_WIDTH + INSET_GAP)), 1)
    rows = -(-MOST_INSETS // columns)
    return inset_grid(Box(room.x, room.y, room.width, rows * (INSET_HEIGHT + INSET_GAP) - INSET_GAP), rows, columns)


def _contents(items: Sequence[Item], insets: Sequence[Inset], page: Sheet) -> tuple[Page, ...]:
    """Page 1 with what fits of enlargements and table, then pages for the rest."""
    first, later = tuple(insets[: len(page.insets)]), tuple(insets[len(page.insets) :])
    table = _grown(page, len(first))
    start = capacity(table)
    pages = [Page(first, table, tuple(items[:start]))]
    room = next_page(page)
    while later or start < len(items):
        used = max((inset.box.bottom + INSET_GAP for inset in later), default=room.y)
        table = Box(room.x, used, room.width, room.bottom - used)
        rows = tuple(items[start : start + capacity(table)])
        pages.append(Page(later, table, rows))
        start += len(rows)
        later = ()
    return tuple(pages)


def _grown(page: Sheet, used: int) -> Box:
    """The box of the table with the room that unused enlargements leave above it."""
    bottom = page.table.bottom
    top = max(
        (box.bottom + INSET_GAP for box in page.insets[:used]), default=page.insets[0].y if page.insets else bottom
    )
    top = min(top, page.table.y)
    return Box(page.table.x, top, page.table.width, bottom - top) if page.table.height or not used else page.table


def _furniture(box: Box) -> list[Box]:
    """What north arrow, scale bar, the count of missing numbers and the degrees along the frame need of the map."""
    return [
        Box(box.x, box.y, box.width, EDGE),
        Box(box.x, box.bottom - EDGE, box.width, EDGE),
        Box(box.x, box.y, EDGE, box.height),
        Box(box.right - EDGE, box.y, EDGE, box.height),
        Box(box.right - 34, box.y + 4, 30, 46),
        Box(box.x + 4, box.bottom - 36, 128, 32),
        Box(box.right - 190, box.bottom - 20, 186, 16),
    ]


def draw_page(canvas: Canvas, wall: WallMap, number: int) -> None:
    """Page ``number`` from 1: the map with everything, then pages of enlargements and table."""
    content = wall.contents[number - 1]
    if number == 1:
        _draw_first(canvas, wall)
    else:
        head = Box(MARGIN, MARGIN, wall.sheet.width - 2 * MARGIN, 20)
        what = "放大图、地块一览表" if content.insets else "地块一览表"
        heading(canvas, head, head.y, f"{wall.snapshot.campaign.name}挂图作战图　{what}（续）")
    for inset in content.insets:
        _draw_inset(canvas, wall, inset)
    if content.rows:
        draw_table(canvas, content.table, content.rows, wall.snapshot.campaign.units)
    _draw_foot(canvas, wall, number)


def _draw_first(canvas: Canvas, wall: WallMap) -> None:
    page, snapshot = wall.sheet, wall.snapshot
    _draw_title(canvas, wall)
    windows = [each.window for each in wall.insets]
    draw_map(canvas, snapshot, wall.items, wall.view, windows, wall.numbers, wall.words, wall.theme)
    if wall.numbers.unplaced:
        note = f"另有{len(wall.numbers.unplaced)}宗图上未标序号，见一览表"
        canvas.text(Box(page.map.right - 190, page.map.bottom - 18, 184, 12), note, 24, BOLD, "right")
    draw_north(canvas, page.map.right - 20, page.map.y + 42)
    draw_scale_bar(canvas, page.map.x + 16, page.map.bottom - 20, wall.view, wall.scale)
    y = draw_figures(canvas, page.figures, snapshot)
    y = draw_ranking(canvas, page.figures, y + 4, snapshot)
    y = draw_categories(canvas, page.figures, y + 8, snapshot, wall.theme)
    y = draw_legend(canvas, page.figures, y + 8, snapshot, wall.theme)
    draw_departments(canvas, page.figures, y + 8, snapshot)


def title_lines(canvas: Canvas, title: str, width: float, last: float) -> tuple[list[str], float]:
    """The title in one line, or in two broken before one of the phrases of the trade: what can be set largest.

    ``width`` is the room of a first line, ``last`` that of the last; the size comes with the lines.
    """
    breaks = [title.rfind(phrase) for phrase in BREAKS]
    tried = [[title], *([title[:at], title[at:]] for at in breaks if at > 0)]

    def size(lines: list[str]) -> float:
        rooms = [*[width] * (len(lines) - 1), last]
        return TITLE_POINTS * min(
            1.0, *(room / canvas.width(each, TITLE_POINTS, BOLD) for room, each in zip(rooms, lines))
        )

    best = max(tried, key=size)
    return best, size(best)


def _draw_title(canvas: Canvas, wall: WallMap) -> None:
    room = wall.sheet.whole
    title = f"{wall.snapshot.campaign.name}挂图作战图"
    last_room = room.width - COUNTDOWN_WIDTH - 14
    if wall.sheet.portrait:
        lines, points = title_lines(canvas, title, room.width, last_room)
    else:
        lines, points = [title], TITLE_POINTS * min(1.0, last_room / canvas.width(title, TITLE_POINTS, BOLD))
    for index, line in enumerate(lines):
        top = room.y - 2 + index * TITLE_LINE
        canvas.text(Box(room.x, top, room.width, TITLE_LINE), line, points, BOLD)
    last = room.y - 2 + (len(lines) - 1) * TITLE_LINE
    right = Box(room.right - COUNTDOWN_WIDTH, last + 4, COUNTDOWN_WIDTH, 22)
    canvas.text(right, countdown(wall.snapshot, wall.snapshot.as_of), 60, BOLD, "right", "#C00000")
    canvas.text(Box(right.x, last + 27, right.width, 14), "内部用图　严禁上网", 30, BOLD, "right")


def _draw_inset(canvas: Canvas, wall: WallMap, inset: Inset) -> None:
    box, window = inset.box, inset.window
    draw_window(canvas, wall.snapshot, wall.items, inset.view, window, inset.numbers, wall.theme)
    name = f"{inset.letter}　{window.title or _place_of(wall, window)} 1:{window.scale:,}".replace(",", " ")
    text = f"{name} {len(window.numbers)}宗"
    points = canvas.fitting(text, 28, box.width, BOLD)
    canvas.text(Box(box.x, box.y, box.width, INSET_HEAD), text, points, BOLD, colour="#C00000")


def _place_of(wall: WallMap, window: Window) -> str:
    """The town or zone most of the window's parcels lie in."""
    zone = wall.snapshot.campaign.units.zone_name
    units = [unit_of(item.dossier.counted(), zone) for item in wall.items if item.number in window.numbers]
    return max(sorted(set(units)), key=units.count, default="")


def _inset_room(box: Box, shrink: float) -> tuple[float, float]:
    """What an enlargement shows inside its frame, with room for numbers at its edge, in real mm."""
    return (box.width - INSET_EDGE_X) * shrink, (box.height - INSET_HEAD - INSET_EDGE_Y) * shrink


def _draw_foot(canvas: Canvas, wall: WallMap, number: int) -> None:
    campaign = wall.snapshot.campaign
    zone = zone_of(campaign.crs)
    scale = f"{wall.scale:,}".replace(",", " ")
    parts = (
        f"2000国家大地坐标系　3°带第{zone}带　中央子午线{central_meridian(zone)}°",
        f"主图 1:{scale}",
        f"数据日期 {in_table(wall.snapshot.as_of)}",
        f"打印 {in_table(wall.printed_on)}",
        f"制图 {campaign.bureau}",
        f"第{number}页 共{wall.pages}页",
    )
    room = Box(MARGIN, wall.sheet.height - MARGIN - 9, wall.sheet.width - 2 * MARGIN, 9)
    canvas.line(((room.x, room.y - 1), (room.right, room.y - 1)), width=0.4)
    canvas.text(room, "　·　".join(parts), 20)

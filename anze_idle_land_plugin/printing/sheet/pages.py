"""The pages of one parcel's sheet (一地一策表), drawn in millimetres into the boxes of a template.

The front is laid out first: what has no room there goes on an annex, the boundary points on the front where they fit
and else on pages of their own. Then all pages are drawn, each with the number of pages in its foot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Callable, Mapping, Sequence

from ...geodesy.zones import central_meridian, epsg, grid_of, transform, width
from ...model.kinds import Category
from ...model.parcel import Parcel, Part, Ring
from ...model.standing.snapshot import Dossier
from ...model.units import NO_UNITS, Units
from ..paper import fonts
from ..paper.canvas import BOLD, Box, Canvas
from ..paper.text_flow import draw_fit, sizes
from .annex import Section, annex_pages, draw_annex_page
from .facts import duties_of, facts_of, map_sheet
from .layout import SheetLayout
from .map.location_map import Surroundings, draw_location_map
from .map.map import draw_panels, draw_parcel_map
from .map.sides import Near, Neighbour, Side, nearby, sides_in_words, sides_of
from .map.view import further_panels
from .points import draw_on_front, draw_points_page, front_height, pages_of_points
from .strip import draw_strip
from .table import Table, draw_table, lay_table, paired
from .timeline import Laid, as_facts, draw_timeline, height_of, lay_steps, shown_within, steps_of

LEAST_MAP = 70.0
"""mm: the maps give way to the facts down to this height."""
FLOWING = ("map", "location", "timeline", "points")
"""Boxes that give room to the facts above them and take what the opinion below them leaves."""
TITLE_SIZES, WORD_SIZES = (*sizes(18.0, 12.0), 11.0, 10.0, 9.0), sizes(9.0)

Draw = Callable[[], None]


@dataclass(frozen=True)
class SheetStyle:
    """What is the same on all sheets of a run."""

    layout: SheetLayout
    title: str
    as_of: date
    printed_on: date
    crs: int
    around: Surroundings
    fills: Mapping[Category, str]
    status_colours: Mapping[str, str]
    states: Mapping[str, str]
    units: Units = NO_UNITS
    secrecy: str = ""
    logo: str = ""
    seal: bool = True

    @property
    def logo_file(self) -> str:
        """The picture of the setting, else that of the template."""
        return self.logo or self.layout.logo

    def state_name(self, code: str) -> str:
        return self.states.get(code, code)


@dataclass(frozen=True)
class _Front:
    """The front laid out: its boxes after the facts took their room, and what each holds."""

    boxes: Mapping[str, Box]
    facts: Table
    duties: Sequence[Table]
    steps: Sequence[Laid]
    points: bool


def draw_sheet(
    canvas: Canvas, dossier: Dossier, neighbours: Sequence[Neighbour], style: SheetStyle, turn_page: Callable[[], None]
) -> int:
    """Draw all pages; ``turn_page`` begins a new one. Returns the number of pages."""
    dossier = replace(dossier, survey=in_metres(dossier.survey, style.crs))
    near = nearby(dossier.survey, neighbours, style.crs)
    sides = sides_of(dossier.survey, near)
    front = _lay_front(dossier, sides, style)
    pages: list[Draw] = [partial(_draw_front, canvas, dossier, front, near, sides, style)]
    pages += _annexes(canvas, dossier, front, style)
    pages += _map_pages(canvas, dossier, near, style)
    pages += [] if front.points else _point_pages(canvas, dossier, style)
    for number, draw in enumerate(pages, 1):
        if number > 1:
            turn_page()
        draw()
        boxes = style.layout.front if number == 1 else style.layout.later
        _foot(canvas, dossier, style, boxes["foot"], number, len(pages))
    return len(pages)


def in_metres(survey: Parcel, crs: int) -> Parcel:
    """A parcel surveyed in degrees is drawn and tabulated in the campaign's zone; all others as they are."""
    if survey.grid.zone is not None:
        return survey
    source, grid = epsg(survey.grid), grid_of(f"EPSG:{crs}")

    def moved(ring: Ring) -> Ring:
        points = transform(ring.easting_northing(), source, crs)
        return replace(ring, e=type(ring.e)("d", [e for e, _ in points]), n=type(ring.n)("d", [n for _, n in points]))

    parts = tuple(Part(moved(part.outer), tuple(moved(hole) for hole in part.holes)) for part in survey.parts)
    return replace(survey, grid=grid, parts=parts)


def _lay_front(dossier: Dossier, sides: Mapping[str, Side], style: SheetStyle) -> _Front:
    boxes = dict(style.layout.front)
    duties = _lay_duties(dossier, style, boxes)
    place = boxes["facts"]
    below = [name for name in FLOWING if name in boxes and _follows(boxes[name], place)]
    most = boxes["map"].bottom - LEAST_MAP - place.y if "map" in below else place.height
    facts = lay_table(paired(facts_of(dossier, style.as_of, sides_in_words(sides))), place.width, most)
    _shift(boxes, below, facts.height - place.height)
    steps = lay_steps(steps_of(dossier, style.state_name), boxes["timeline"].width) if "timeline" in boxes else []
    points = _share_column(boxes, height_of(steps), front_height(dossier))
    return _Front(boxes, facts, duties, steps, points)


def _follows(box: Box, place: Box) -> bool:
    return box.y >= place.bottom - 0.5 and box.x < place.right and place.x < box.right


def _shift(boxes: dict[str, Box], names: Sequence[str], by: float) -> None:
    """What stands below the facts begins where they end. The map keeps its lower edge; the boxes of the column beside
    it move, and the lowest of them keeps its own."""
    for name in names:
        box = boxes[name]
        lowest = not any(_follows(boxes[other], box) for other in names if other != name)
        boxes[name] = Box(box.x, box.y + by, box.width, box.height - (by if lowest else 0.0))


def _share_column(boxes: dict[str, Box], steps: float, points: float) -> bool:
    """Timeline and points share a column: the points go there when both fit, else the timeline has it all."""
    if "points" not in boxes or "timeline" not in boxes:
        return False
    timeline, table = boxes["timeline"], boxes["points"]
    if abs(timeline.x - table.x) > 0.5 or table.y < timeline.y:
        boxes["points"] = table
        return points <= table.height
    gap = max(table.y - timeline.bottom, 0.0)
    room = table.bottom - timeline.y
    if steps + gap + points > room:
        boxes["timeline"] = Box(timeline.x, timeline.y, timeline.width, room)
        return False
    boxes["timeline"] = Box(timeline.x, timeline.y, timeline.width, room - gap - points)
    boxes["points"] = Box(table.x, table.bottom - points, table.width, points)
    return True


def _lay_duties(dossier: Dossier, style: SheetStyle, boxes: dict[str, Box]) -> list[Table]:
    """The opinion block: the plan takes what the two rows below it leave. What it does not need the maps get."""
    if "opinion" not in boxes:
        return []
    box = boxes["opinion"]
    opinion, step, duty = duties_of(dossier, style.as_of, style.units)
    last = lay_table([duty], box.width, box.height * 0.5, 17.0)
    middle = lay_table([step], box.width, box.height * 0.4)
    tables = [lay_table([opinion], box.width, box.height - last.height - middle.height), middle, last]
    spare = box.height - sum(table.height for table in tables)
    boxes["opinion"] = Box(box.x, box.y + spare, box.width, box.height - spare)
    for name in FLOWING:
        if name in boxes and 0 <= box.y - boxes[name].bottom < 5 and _follows(box, boxes[name]):
            above = boxes[name]
            boxes[name] = Box(above.x, above.y, above.width, above.height + spare)
    return tables


def _draw_front(
    canvas: Canvas, dossier: Dossier, front: _Front, near: Sequence[Near], sides: Mapping[str, Side], style: SheetStyle
) -> None:
    boxes = front.boxes
    _draw_heading(canvas, style, boxes)
    if "strip" in boxes:
        draw_strip(canvas, dossier, style.fills, style.status_colours, style.as_of, boxes["strip"])
    draw_table(canvas, front.facts, boxes["facts"].x, boxes["facts"].y)
    draw_parcel_map(canvas, dossier, near, sides, boxes["map"])
    if "location" in boxes:
        draw_location_map(canvas, dossier, style.around, boxes["location"])
    if "timeline" in boxes:
        draw_timeline(canvas, front.steps, dossier, style.as_of, boxes["timeline"])
    if front.points:
        draw_on_front(canvas, dossier, boxes["points"])
    if "opinion" in boxes:
        y = boxes["opinion"].y
        for table in front.duties:
            y = draw_table(canvas, table, boxes["opinion"].x, y)
    _draw_signatures(canvas, style, boxes)
    for box, words in style.layout.words:
        draw_fit(canvas, box, words, WORD_SIZES)


def _draw_heading(canvas: Canvas, style: SheetStyle, boxes: Mapping[str, Box]) -> None:
    draw_fit(canvas, boxes["title"], style.title, TITLE_SIZES, fonts.TITLE, "centre")
    if "secrecy" in boxes and style.secrecy:
        draw_fit(canvas, boxes["secrecy"], style.secrecy, sizes(10.5), BOLD)
    if "logo" in boxes and style.logo_file:
        canvas.picture(boxes["logo"], style.logo_file)


def _draw_signatures(canvas: Canvas, style: SheetStyle, boxes: Mapping[str, Box]) -> None:
    if "signature" in boxes:
        box = boxes["signature"]
        for index, word in enumerate(("填表：", "审核：", "审批：")):
            place = Box(box.x + index * box.width / 3, box.y, box.width / 3, box.height)
            canvas.text(place, word, 10.0)
    if "seal" in boxes and style.seal:
        box = boxes["seal"]
        canvas.rectangle(box, colour="#B0B0B0", width=0.15, dash="dash")
        canvas.text(Box(box.x, box.y + 1, box.width, 5), "（盖章）", 8.0, align="centre", colour="#808080")
        canvas.text(Box(box.x, box.bottom - 6, box.width, 5), "年　　月　　日", 9.0, align="centre")


def _annexes(canvas: Canvas, dossier: Dossier, front: _Front, style: SheetStyle) -> list[Draw]:
    """The pages for what the front left over: facts in full, then all steps."""
    rest = [fact for table in (front.facts, *front.duties) for fact in table.rest]
    sections = [Section("接正面", tuple(rest))] if rest else []
    timeline = front.boxes.get("timeline")
    if timeline and len(shown_within(front.steps, timeline.height)) < len(front.steps):
        sections.append(Section("全部进展", tuple(as_facts(steps_of(dossier, style.state_name)))))
    box = style.layout.later["points"]
    return [
        partial(_later_page, canvas, dossier, style, "附　页", partial(draw_annex_page, canvas, blocks, box))
        for blocks in annex_pages(sections, box)
    ]


def _map_pages(canvas: Canvas, dossier: Dossier, near: Sequence[Near], style: SheetStyle) -> list[Draw]:
    """Maps of the parts that had no panel on the front."""
    return [
        partial(_later_page, canvas, dossier, style, "分 部 图", partial(draw_panels, canvas, dossier, near, panels))
        for panels in further_panels(dossier.survey, style.layout.later["points"])
    ]


def _point_pages(canvas: Canvas, dossier: Dossier, style: SheetStyle) -> list[Draw]:
    box = style.layout.later["points"]
    pages = pages_of_points(dossier, box)
    return [
        partial(
            _later_page,
            canvas,
            dossier,
            style,
            "界 址 点 成 果 表",
            partial(draw_points_page, canvas, dossier, page, box, number, len(pages)),
        )
        for number, page in enumerate(pages, 1)
    ]


def _later_page(canvas: Canvas, dossier: Dossier, style: SheetStyle, heading: str, draw: Draw) -> None:
    """A page after the front: its heading, which parcel it belongs to, and what it holds."""
    boxes = style.layout.later
    draw_fit(canvas, boxes["heading"], heading, sizes(16.0), fonts.TITLE, "centre")
    place = Box(boxes["points"].x, boxes["points"].y - 6.5, boxes["points"].width - 44, 5.5)
    draw_fit(canvas, place, f"编号 {dossier.code}　　{dossier.case.title}", sizes(9.0, 4.0))
    draw()


def _foot(canvas: Canvas, dossier: Dossier, style: SheetStyle, box: Box, number: int, count: int) -> None:
    zone = dossier.survey.grid.zone
    grid = f"{width(zone)}°带第{zone}带 中央子午线{central_meridian(zone)}°" if zone else "经纬度"
    words = (
        f"2000国家大地坐标系 · {grid} · 图幅号 {map_sheet(dossier)} · 数据日期 {style.as_of} · 打印 {style.printed_on}"
    )
    canvas.line([(box.x, box.y), (box.right, box.y)], width=0.15)
    draw_fit(canvas, Box(box.x, box.y + 0.4, box.width - 24, box.height - 0.4), words, sizes(7.0))
    page = Box(box.right - 24, box.y + 0.4, 24, box.height - 0.4)
    canvas.text(page, f"第{number}页 共{count}页", 7.0, align="right")

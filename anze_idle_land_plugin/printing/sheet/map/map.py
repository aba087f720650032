"""The parcel map of a sheet: boundary, numbered points, edge lengths, neighbours, at a standard scale."""

from __future__ import annotations

from typing import Mapping, Sequence

from shapely.geometry import Polygon
from shapely.geometry import box as rectangle
from shapely.prepared import prep

from ....catalogue import land_use
from ....geodesy.area import edge_lengths
from ....model.cases import UnsuppliedCase
from ....model.parcel import Part
from ....model.standing.snapshot import Dossier
from ...paper.canvas import BOLD, Box, Canvas, corners
from .labels import LENGTH_HEIGHT, PaperRing, Room, length_labels, paper_ring, point_labels, step_of
from .sides import DIRECTIONS, Near, Side
from .view import Panel, View, panels_of

RED, GREY, NAMED, PALE = "#D00000", "#8A8A8A", "#505050", "#FFF3F0"
NUMBER_POINTS, CODE_POINTS, LENGTH_POINTS, SIDE_POINTS = 6.0, 6.0, 5.5, 6.5
FRACTION_SIZES = (8.0, 7.0, 6.0)
SIDE_REACHES = (7.0, 11.0, 15.0, 20.0, 4.5)
"""How far outside its side a neighbour's name may stand, in mm."""
THINNED = "界址点密集，图上每 {step} 点注一号，全部点见界址点成果表"
LEAST_SEEN = 60.0
"""mm² of a neighbour that must be seen for its code to stand in it."""
_OUT_OF_SIGHT = 3.0
"""A part smaller than this on paper (mm) bears no numbers: its own panel or the table shows them."""


def draw_parcel_map(
    canvas: Canvas, dossier: Dossier, near: Sequence[Near], sides: Mapping[str, Side], frame: Box
) -> list[View]:
    """Draw into ``frame`` and return the views: one, or one a panel where parts lie far apart."""
    panels = panels_of(dossier.survey, frame)
    for panel in panels:
        _draw_panel(canvas, dossier, near, sides if len(panels) == 1 else {}, panel, tagged=len(panels) > 1)
    return [panel.view for panel in panels]


def draw_panels(canvas: Canvas, dossier: Dossier, near: Sequence[Near], panels: Sequence[Panel]) -> None:
    """A page of panels for parts that had no room on the front."""
    for panel in panels:
        _draw_panel(canvas, dossier, near, {}, panel, tagged=True)


def _draw_panel(
    canvas: Canvas, dossier: Dossier, near: Sequence[Near], sides: Mapping[str, Side], panel: Panel, tagged: bool
) -> None:
    view, frame = panel.view, panel.view.frame
    rings = [(part - 1, number > 1, ring) for part, number, ring in dossier.survey.rings()]
    outlines = [[view.at(e, n) for e, n in ring.easting_northing()] for _, _, ring in rings]
    papers = [
        paper_ring(points, ring.names, edge_lengths(ring), hole)
        for points, (part, hole, ring) in zip(outlines, rings)
        if part in panel.parts and _is_seen(points)
    ]
    step = max((step_of(ring) for ring in papers), default=1)
    furniture = [*_furniture(view, tagged), *([_thinned_note(canvas, frame, step)] if step > 1 else [])]
    seen = _in_sight(near, view)
    lines = [ring for other in seen for ring in _outlines(other, view)]
    with canvas.clipped([corners(frame)]):
        canvas.polygon(lines, colour=GREY, width=0.15)
        canvas.rectangles(furniture, fill="#FFFFFF")  # lines of neighbours end before arrow, scale and note
        canvas.polygon(outlines, fill=PALE, colour=RED, width=0.3)
    room = Room(frame.inset(0.8))
    room.occupy(*furniture)
    for outline in outlines:
        room.rule(outline)
    if panel.parts:
        _fraction(canvas, dossier, [dossier.survey.parts[index] for index in panel.parts], view, room)
    else:
        _number_parts(canvas, dossier, view, room)
    _label_points(canvas, papers, room)
    for line in lines:
        room.rule(line)
    named = _name_sides(canvas, sides, view, room)
    for code, other in ((each.neighbour.code, each) for each in seen):
        box = None if code in named else _place_code(canvas, other, view)
        if box and room.take([box]):
            canvas.text(box, code, CODE_POINTS, BOLD, "centre", NAMED)
    _draw_furniture(canvas, frame, view.scale, panel.title if tagged else "")
    if step > 1:
        canvas.text(_thinned_note(canvas, frame, step), THINNED.format(step=step), 5.5, colour=NAMED)
    canvas.rectangle(frame, colour="#000000", width=0.25)


def _is_seen(points: Sequence[tuple[float, float]]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys)) >= _OUT_OF_SIGHT


def _in_sight(near: Sequence[Near], view: View) -> list[Near]:
    """The other parcels of the campaign that the frame may show."""
    extent = view.extent()
    return [other for other in near if other.outline.meets(extent)]


def _outlines(other: Near, view: View) -> list[list[tuple[float, float]]]:
    return [[view.at(e, n) for e, n in zip(*ring)] for ring in other.outline.rings]


def _place_code(canvas: Canvas, other: Near, view: View) -> Box | None:
    """Where the code of a neighbour would stand; None when too little of it is in sight."""
    extent = view.extent()
    least = LEAST_SEEN * view.scale**2 / 1e6
    west, south, east, north = other.outline.bounds
    if (min(east, extent[2]) - max(west, extent[0])) * (min(north, extent[3]) - max(south, extent[1])) <= least:
        return None
    visible = other.outline.shape.intersection(rectangle(*extent))
    if visible.area <= least:
        return None
    x, y = view.at(*visible.representative_point().coords[0])
    width = canvas.width(other.neighbour.code, CODE_POINTS, BOLD) + 1
    return Box(x - width / 2, y - 1.5, width, 3)


def _fraction(canvas: Canvas, dossier: Dossier, parts: Sequence[Part], view: View, room: Room) -> None:
    """Code over land class inside the largest part; beside it with a leader where it would cover a narrow strip."""
    shapes = [Polygon(_on_paper(part.outer, view), [_on_paper(hole, view) for hole in part.holes]) for part in parts]
    shape = max(shapes, key=lambda each: each.area)
    upper, lower = dossier.code, land_class(dossier)
    for points in FRACTION_SIZES:
        width = max(canvas.width(upper, points, BOLD), canvas.width(lower, points, BOLD)) + 2
        high = points * 1.02
        box = _place_inside(shape, width, high, room)
        if box:
            _draw_fraction(canvas, box, upper, lower, points)
            return
    box = _place_beside(shape, width, high, room)
    if box:
        x, y = shape.representative_point().coords[0]
        leader = ((x, y), _nearest(box, x, y))
        canvas.line(leader, RED, 0.15)
        room.rule(leader)
        _draw_fraction(canvas, box, upper, lower, FRACTION_SIZES[-1])


def _number_parts(canvas: Canvas, dossier: Dossier, view: View, room: Room) -> None:
    """The number of each part beside it on the overview, where there is room."""
    for number, part in enumerate(dossier.survey.parts, 1):
        points = _on_paper(part.outer, view)
        x, y = max(x for x, _ in points), min(y for _, y in points)
        width = canvas.width(str(number), SIDE_POINTS, BOLD)
        for dx, dy in ((0.5, -0.5), (0.5, 2.5), (-width - 1.5, -0.5), (1.5, 1.0)):
            box = Box(x + dx, y + dy - 2.4, width, 2.4)
            if room.take([box]):
                canvas.text(box, str(number), SIDE_POINTS, BOLD, "centre")
                break


def _on_paper(ring, view: View) -> list[tuple[float, float]]:  # type: ignore[no-untyped-def]
    return [view.at(e, n) for e, n in ring.easting_northing()]


def _place_inside(shape: Polygon, width: float, height: float, room: Room) -> Box | None:
    """A place whose box, with a little air, lies wholly inside the part: the middle first, then where there is room."""
    west, north, east, south = shape.bounds
    if east - west < width or south - north < height:
        return None
    middle, inner = shape.centroid, shape.representative_point()
    places = [(middle.x, middle.y), (inner.x, inner.y)]
    places += [
        (west + (east - west) * i / 10, north + (south - north) * j / 10) for j in range(1, 10) for i in range(1, 10)
    ]
    holds = prep(shape)
    for x, y in places:
        box = Box(x - width / 2, y - height / 2, width, height)
        air = box.inset(-0.6)
        if holds.contains(rectangle(air.x, air.y, air.right, air.bottom)) and room.take([box]):
            return box
    return None


def _place_beside(shape: Polygon, width: float, height: float, room: Room) -> Box | None:
    """A place outside the part, the nearest to its inner point first."""
    x, y = shape.representative_point().coords[0]
    for reach in (5.0, 9.0, 14.0, 20.0, 27.0, 35.0):
        for ux, uy in ((0, -1), (1, 0), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1)):
            cx, cy = x + ux * (reach + width / 2), y + uy * (reach + height / 2)
            box = Box(cx - width / 2, cy - height / 2, width, height)
            if room.take([box]):
                return box
    return None


def _nearest(box: Box, x: float, y: float) -> tuple[float, float]:
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)


def _draw_fraction(canvas: Canvas, box: Box, upper: str, lower: str, points: float) -> None:
    half = box.height / 2
    canvas.text(Box(box.x, box.y, box.width, half), upper, points, BOLD, "centre")
    canvas.line([(box.x, box.y + half), (box.right, box.y + half)], width=0.15)
    canvas.text(Box(box.x, box.y + half, box.width, half), lower, points, BOLD, "centre")


def land_class(dossier: Dossier) -> str:
    """What stands below the line: the land class code, or the category's character where the ledger gives none."""
    case = dossier.case
    known = case.present_land_class if isinstance(case, UnsuppliedCase) else getattr(case, "use", "")
    return land_use.code_of(known) or dossier.category.character


def _label_points(canvas: Canvas, rings: Sequence[PaperRing], room: Room) -> None:
    """Circles on the points, their numbers, and the lengths along the edges."""
    half = 0.4 if sum(len(ring.points) for ring in rings) <= 80 else 0.2
    if all(step_of(ring) < 100 for ring in rings):
        for ring in rings:
            for x, y in ring.points:
                canvas.polygon([_circle(x, y, half)], fill="#FFFFFF", colour=RED, width=0.12)
    widths = {name: canvas.width(name, NUMBER_POINTS, BOLD) for ring in rings for name in ring.names[:: step_of(ring)]}
    for label in point_labels(rings, room, widths):
        if label.leader:
            box = Box(label.x - widths[label.text] / 2, label.y - 0.9, widths[label.text], 1.8)
            canvas.line([label.leader, _nearest(box, *label.leader)], GREY, 0.1)
        canvas.turned(label.x, label.y, 0.0, label.text, NUMBER_POINTS, BOLD)
    for label in length_labels(rings, room, canvas.width("0", LENGTH_POINTS, BOLD)):
        canvas.turned(label.x, label.y, label.angle, label.text, LENGTH_POINTS, BOLD)


def _circle(x: float, y: float, half: float) -> list[tuple[float, float]]:
    diagonal = half * 0.7071
    return [
        (x + half, y),
        (x + diagonal, y + diagonal),
        (x, y + half),
        (x - diagonal, y + diagonal),
        (x - half, y),
        (x - diagonal, y - diagonal),
        (x, y - half),
        (x + diagonal, y - diagonal),
    ]


def _name_sides(canvas: Canvas, sides: Mapping[str, Side], view: View, room: Room) -> set[str]:
    """Who lies to the east, south, west and north, outside the longest edge that faces there; returns their codes."""
    named: set[str] = set()
    for direction in DIRECTIONS:
        side = sides.get(direction)
        if side is None or not side.neighbours:
            continue
        words = f"{direction}：" + "、".join(each.code for each in side.neighbours)
        width, height = canvas.width(words, SIDE_POINTS, BOLD) + 1, SIDE_POINTS * 0.42
        x, y = view.at(side.e, side.n)
        for reach in SIDE_REACHES:
            cx = x + side.de * (reach + width / 2 * abs(side.de))
            cy = y - side.dn * reach
            box = Box(cx - width / 2, cy - height / 2, width, height)
            if room.take([box]):
                canvas.text(box, words, SIDE_POINTS, BOLD, "centre", NAMED)
                named.update(each.code for each in side.neighbours)
                break
    return named


def _furniture(view: View, tagged: bool) -> list[Box]:
    """Where the north arrow, the scale bar and a panel's title stand."""
    frame = view.frame
    bar = max(_bar_metres(view.scale) * 1000 / view.scale + 8, 18.0)
    taken = [Box(frame.right - 9, frame.y, 9, 15), Box(frame.x, frame.bottom - 11, bar, 11)]
    return [*taken, Box(frame.x, frame.y, 24, 6)] if tagged else taken


def _draw_furniture(canvas: Canvas, frame: Box, scale: int, title: str) -> None:
    _north(canvas, frame)
    _scale_bar(canvas, frame, scale)
    if title:
        canvas.text(Box(frame.x + 1.2, frame.y + 1, 24, 4), title, 7.0, BOLD)


def _north(canvas: Canvas, frame: Box) -> None:
    x, y = frame.right - 5, frame.y + 5
    canvas.polygon([[(x, y), (x + 2, y + 8), (x, y + 6.4)]], fill="#000000", colour="#000000", width=0.1)
    canvas.polygon([[(x, y), (x - 2, y + 8), (x, y + 6.4)]], fill="#FFFFFF", colour="#000000", width=0.1)
    canvas.text(Box(x - 3, y - 4, 6, 3.6), "北", 7.0, BOLD, "centre")


def _bar_metres(scale: int) -> int:
    """A round length that takes 10 to 25 mm."""
    least = scale / 100
    power: int = 10 ** max(len(str(int(least))) - 1, 0)
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least)


def _scale_bar(canvas: Canvas, frame: Box, scale: int) -> None:
    """A bar of round length between 10 and 25 mm, the ratio over it."""
    metres = _bar_metres(scale)
    length = metres * 1000 / scale
    x, y = frame.x + 3, frame.bottom - 2.5
    canvas.rectangle(Box(x, y - 1.0, length / 2, 1.0), fill="#000000", colour="#000000", width=0.1)
    canvas.rectangle(Box(x + length / 2, y - 1.0, length / 2, 1.0), fill="#FFFFFF", colour="#000000", width=0.1)
    canvas.text(Box(x - 1, y - 4.0, 3, 2.6), "0", 6.0)
    canvas.text(Box(x + length - 6, y - 4.0, 12, 2.6), f"{metres} m", 6.0, align="centre")
    canvas.text(Box(x - 1, y - 7.6, 24, 3.2), f"1:{scale}", 7.5, BOLD)


def _thinned_note(canvas: Canvas, frame: Box, step: int) -> Box:
    """Where the note on thinned numbers stands: the lower right corner."""
    width = canvas.width(THINNED.format(step=step), 5.5)
    return Box(frame.right - width - 1.5, frame.bottom - 3.4, width, LENGTH_HEIGHT)

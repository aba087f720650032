"""Which number stands where on the main map and in its enlargements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Sequence

from shapely import wkb
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from ...model.standing.snapshot import Snapshot
from ..paper import fonts
from ..paper.canvas import BOLD, MM_PER_POINT, Box
from .groups import Cells, Group, Grouping, crowded, group
from .insets import Window
from .placing import (
    CROSSABLE,
    SIDE,
    Anchor,
    Area,
    Label,
    Paper,
    Placement,
    Point,
    cover_parcels,
    piles,
    place,
    stacked,
    symbol_diameter,
)
from .view import Item, View, anchor_xy, area_of, line_boxes, mark_box, seen, true_size

NUMBER_POINTS = 24.5
"""Digits of 6 mm, to be read from two metres."""
NUMBER_HEIGHT = 7.2
"""Height in mm of a line of numbers."""
PIECE = 3.0
ROOT_DEPTH = 0.9
"""How far inside a parcel a leader starts, in mm: its dot is seen to lie on it."""
FRAME = 0.9
"""What is kept clear on each side of the frame about the place of an enlargement, in mm, half its line included."""
STRIPS = 4
ROUNDS = 4
"""How often piles are made of what found no room, before the rest goes into cells."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of a map: one each beside its parcel, and those that share a label; ``unplaced`` has the rest."""

    labels: tuple[Label, ...]
    groups: tuple[Group, ...] = ()
    unplaced: tuple[int, ...] = ()

    def placed(self) -> frozenset[int]:
        everywhere = [*(each.numbers for each in self.labels), *(each.numbers for each in self.groups)]
        return frozenset(number for numbers in everywhere for number in numbers)


def renumbered(items: Sequence[Item], windows: Sequence[Window], view: View) -> tuple[list[Item], list[Window]]:
    """Very many parcels numbered by place, so that neighbours follow each other and a common label stays short.

    First window by window and strip by strip, then the rest of the map cell by cell from the north-west.
    """
    cells = Cells(_frame(view))
    owner = {number: place for place, window in enumerate(windows) for number in window.numbers}

    def order(item: Item) -> tuple[int, int, int, int]:
        place = owner.get(item.number, len(windows))
        if place < len(windows):
            window = windows[place]
            column = int((item.inner[0] - window.x + window.width / 2) / window.width * STRIPS)
            return place, column, -int(item.inner[1]), item.number
        return (place, *cells.of(*anchor_xy(item, view)), item.number)

    ordered = sorted(items, key=order)
    number_of = {item.number: number for number, item in enumerate(ordered, start=1)}
    return (
        [replace(item, number=number_of[item.number]) for item in ordered],
        [replace(each, numbers=frozenset(number_of[number] for number in each.numbers)) for each in windows],
    )


def number_map(
    items: Sequence[Item],
    view: View,
    enlarged: frozenset[int],
    reserved: Sequence[Box],
    many: bool,
    crossable: Sequence[Box] = (),
) -> Numbers:
    """Where the numbers of a map stand; parcels that are ``enlarged`` elsewhere only keep theirs off.

    Nothing stands on what is ``reserved`` or crosses it; only leaders cross what is ``crossable``: the frames of
    enlargements and the line of the county.

    Discs that hide each other's middle, or cannot have a number each, get one label for the pile; of very many parcels,
    every crowded cell of the map gets one.
    """
    own = [_anchor(item, view, symbol=True) for item in items if item.number not in enlarged]
    others = [_anchor(item, view, symbol=False) for item in items if item.number in enlarged]
    if many:
        return _number_cells(own, others, view, reserved, crossable)
    anchors = stacked(own)
    for _ in range(ROUNDS):
        paper = _paper(view, own + others, reserved, crossable)
        single = place(anchors, paper, _measure, NUMBER_POINTS, NUMBER_HEIGHT)
        if not single.unplaced:
            break
        anchors = piles(anchors, [number for each in single.unplaced for number in each.numbers])
    return _with_the_rest(single, Grouping((), ()), paper)


def number_window(
    items: Sequence[Item], view: View, window: Window, many: bool, crossable: Sequence[Box] = ()
) -> Numbers:
    """Where the numbers of an enlargement stand; it numbers the parcels it owns and no others."""
    shown = [item for item in items if seen(item, view)]
    own = [_anchor(item, view, symbol=True) for item in shown if item.number in window.numbers]
    others = [_anchor(item, view, symbol=False) for item in shown if item.number not in window.numbers]
    if many:
        return _number_cells(own, others, view, (), crossable)
    return Numbers(place(own, _paper(view, own + others, (), crossable), _measure, NUMBER_POINTS, NUMBER_HEIGHT).labels)


def _number_cells(
    own: Sequence[Anchor],
    others: Sequence[Anchor],
    view: View,
    reserved: Sequence[Box] = (),
    crossable: Sequence[Box] = (),
) -> Numbers:
    """One label for every crowded cell, then numbers of their own for the parcels of the others.

    A cell where one then is missing gets a common label too.
    """
    cells = Cells(_frame(view))
    common = crowded(own, cells)
    for _ in range(ROUNDS):
        paper = _paper(view, [*own, *others], reserved, crossable)
        together = group([each for each in own if cells.of(each.x, each.y) in common], paper, _measure)
        alone = [each for each in own if cells.of(each.x, each.y) not in common]
        numbers = _with_the_rest(place(alone, paper, _measure, NUMBER_POINTS, NUMBER_HEIGHT), together, paper)
        if not numbers.unplaced:
            break
        missing = [each for each in own if each.numbers[0] in numbers.unplaced]
        common = common | {cells.of(each.x, each.y) for each in missing}
    return numbers


def _with_the_rest(single: Placement, together: Grouping, paper: Paper) -> Numbers:
    """All numbers of a map: what found no place of its own goes into the cells."""
    rest = group(single.unplaced, paper, _measure)
    left = (*together.unplaced, *rest.unplaced)
    return Numbers(
        single.labels, together.groups + rest.groups, tuple(number for each in left for number in each.numbers)
    )


def _frame(view: View) -> Area:
    """Where numbers may stand: a millimetre inside the frame."""
    return area_of(view.box.inset(1.0))


def _paper(view: View, anchors: Sequence[Anchor], reserved: Sequence[Box] = (), crossable: Sequence[Box] = ()) -> Paper:
    paper = Paper(_frame(view))
    for box in crossable:
        paper.cover(area_of(box), CROSSABLE)
    for box in reserved:
        paper.cover(area_of(box))
    cover_parcels(paper, anchors)
    return paper


def frames_on(view: View, windows: Sequence[Window]) -> list[Box]:
    """The four lines about the place of every enlargement, with a blank on each side."""
    lines = []
    for box in (mark_box(view, window) for window in windows):
        lines += [Box(box.x, box.y, box.width, 0), Box(box.x, box.bottom, box.width, 0)]
        lines += [Box(box.x, box.y, 0, box.height), Box(box.right, box.y, 0, box.height)]
    return [line.inset(-FRAME) for line in lines]


def county_line(snapshot: Snapshot, view: View) -> list[Box]:
    """The outline of the county in a view, in short pieces."""
    return line_boxes([wkb.loads(each.wkb).boundary for each in snapshot.context.get("county", ())], view)


def _measure(text: str, points: float) -> float:
    return fonts.advance(BOLD, text) * points * MM_PER_POINT


def _anchor(item: Item, view: View, symbol: bool) -> Anchor:
    """A parcel as it is drawn: a disc, or its own shape and the room inside it."""
    x, y = anchor_xy(item, view)
    half = symbol_diameter(item.dossier.area_m2) / 2
    if symbol and true_size(item, view) < 2 * half:
        return Anchor((item.number,), x, y, Area(x - half, y - half, x + half, y + half))
    west, south, east, north = item.bounds
    left, top = view.point(west, north)
    right, bottom = view.point(east, south)
    area = Area(left, top, max(right, left + 0.5), max(bottom, top + 0.5))
    width = _measure(str(item.number), NUMBER_POINTS) + 2 * SIDE
    room = Area(x - width / 2, y + 3.6, x + width / 2, y + 3.6 + NUMBER_HEIGHT)
    inside = room if symbol and view.shows_within(room, item.shape) else None
    pieces = _pieces(item.shape, area, view)
    return Anchor((item.number,), x, y, area, pieces, inside, _roots(item.shape, pieces or (area,), view, (x, y)))


def _pieces(shape: BaseGeometry, area: Area, view: View) -> tuple[Area, ...]:
    """The squares of a few millimetres that a parcel covers; small ones are their bounds."""
    columns, rows = int((area.right - area.left) / PIECE) + 1, int((area.bottom - area.top) / PIECE) + 1
    if columns * rows <= 4 or columns * rows > 4000:
        return ()
    covered = prep(shape).intersects
    squares = (
        Area(left, top, left + PIECE, top + PIECE)
        for left in (area.left + column * PIECE for column in range(columns))
        for top in (area.top + row * PIECE for row in range(rows))
    )
    return tuple(square for square in squares if covered(view.ground(square)))


def _roots(shape: BaseGeometry, pieces: Sequence[Area], view: View, inner: Point) -> tuple[Point, ...]:
    """Points well within a parcel: the middles of its pieces, and the point inside it."""
    within = prep(shape.buffer(-ROOT_DEPTH * view.scale / 1000)).contains
    middles = [((each.left + each.right) / 2, (each.top + each.bottom) / 2) for each in pieces]
    return (inner, *(middle for middle in middles if within(view.ground(Area(*middle, *middle)).centroid)))

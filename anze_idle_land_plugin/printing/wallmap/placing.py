"""Where numbers stand: beside their parcels where there is room, else a little way off with a leader. Pure, in mm.

Each number tries the places round its parcel in the order of cartographic habit (right of it first; Imhof), then rings
of places farther out with a leader, and takes the first where it covers no parcel and no other number, and its leader
crosses none (greedy point-feature labelling; Christensen, Marks and Shieber 1995). The most hemmed-in go first. What is
near is found in a grid of cells, so the time grows with the number of parcels and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from typing import Callable, Iterable, Iterator, NamedTuple, Optional, Sequence, Tuple

CELL = 16.0
GAP = 1.0
"""The blank in mm between a parcel and its number; the text keeps SIDE more from the edges of its room."""
SIDE = 0.5
APART = 2.0
"""The blank in mm between numbers side by side: half a digit, so that 77 and 18 are not read as 7718."""
RADII = (5.0, 9.0, 14.0, 20.0, 27.0, 35.0, 44.0)
DIRECTIONS = 20
NEAR = 25.0
CROSSABLE = -1
"""The owner of what no label covers but leaders may cross: the frames of enlargements, the line of the county."""
PER_LINE = 2
"""Numbers or ranges a line of a common label has."""

Point = Tuple[float, float]
Leader = Tuple[Point, Point]
Measure = Callable[[str, float], float]
"""The width in mm of a text at a size in points."""


class Area(NamedTuple):
    """A rectangle with its edges, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: Area) -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Area:
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def nearest(self, point: Point) -> Point:
        """The point of the rectangle nearest to another point."""
        return min(max(point[0], self.left), self.right), min(max(point[1], self.top), self.bottom)


@dataclass(frozen=True)
class Anchor:
    """A parcel as drawn, or a pile of parcels that overlap: its numbers, a point inside it, and the paper it covers.

    ``area`` is its bounds, ``pieces`` the parts of them that it really covers (none: all). ``inside`` is room for the
    number within the parcel itself, None where it is too small. ``roots`` are points well within it, for leaders.
    """

    numbers: tuple[int, ...]
    x: float
    y: float
    area: Area
    pieces: tuple[Area, ...] = ()
    inside: Optional[Area] = None
    roots: tuple[Point, ...] = ()

    def covered(self) -> tuple[Area, ...]:
        return self.pieces or (self.area,)


@dataclass(frozen=True)
class Label:
    """The numbers of a parcel or a pile in lines, where they stand, and the leader to them where they stand off."""

    numbers: tuple[int, ...]
    lines: tuple[str, ...]
    area: Area
    leader: Optional[Leader]


@dataclass(frozen=True)
class Placement:
    """``unplaced`` are the numbers for which there was no room, in the order given."""

    labels: tuple[Label, ...]
    unplaced: tuple[Anchor, ...]


class Paper:
    """What stands on the paper already, found by place."""

    def __init__(self, frame: Area) -> None:
        self.frame = frame
        self._areas: dict[tuple[int, int], list[tuple[Area, int]]] = defaultdict(list)
        self._leaders: dict[tuple[int, int], list[Leader]] = defaultdict(list)

    def cover(self, area: Area, owner: int = 0) -> None:
        """Nothing may stand here or cross here any more, but the leader of the parcel ``owner`` (a label has none).

        Any leader may cross what is CROSSABLE.
        """
        for cell in _cells(area):
            self._areas[cell].append((area, owner))

    def draw(self, leader: Leader) -> None:
        for cell in _cells(_around(leader)):
            self._leaders[cell].append(leader)

    def near(self, x: float, y: float) -> int:
        """How much stands in the neighbourhood of a point."""
        return sum(len(self._areas.get(cell, ())) for cell in _cells(Area(x - NEAR, y - NEAR, x + NEAR, y + NEAR)))

    def free(self, area: Area, over_parcels: bool = False, over_frames: bool = False) -> bool:
        """Whether a label may stand here: never on a label, on parcels and frames only where that is said."""
        if not area.within(self.frame):
            return False
        for cell in _cells(area):
            there = self._areas.get(cell, ())
            barred = (other for other, own in there if not (over_parcels if own > 0 else over_frames and own < 0))
            if any(area.meets(other) for other in barred):
                return False
            if any(_touches(leader, area) for leader in self._leaders.get(cell, ())):
                return False
        return True

    def passable(self, leader: Leader, owners: Sequence[int]) -> bool:
        """Whether a leader may run here: through its own parcels only, and across no other leader."""
        for cell in _cells(_around(leader)):
            strange = (other for other, own in self._areas.get(cell, ()) if own not in owners and own != CROSSABLE)
            if any(_touches(leader, other) for other in strange):
                return False
            if any(_cross(leader, other) for other in self._leaders.get(cell, ())):
                return False
        return True


def place(anchors: Sequence[Anchor], paper: Paper, measure: Measure, points: float, height: float) -> Placement:
    """A place for the numbers of every anchor, on paper that already knows all parcels (see ``cover_parcels``).

    ``points`` is the size of the type, ``height`` that of a line in mm.
    """
    labels: list[Label] = []
    unplaced: set[tuple[int, ...]] = set()
    for anchor in sorted(anchors, key=lambda each: (-len(each.numbers), -paper.near(each.x, each.y), each.numbers)):
        lines = lines_of(anchor.numbers)
        size = (max(measure(line, points) for line in lines) + 2 * SIDE, len(lines) * height)
        label = _within(anchor, lines, paper) or next(
            (each for each in _places(anchor, lines, size) if _fits(each, paper)), None
        )
        if label is None:
            unplaced.add(anchor.numbers)
            continue
        labels.append(label)
        left, top, right, bottom = label.area
        paper.cover(Area(left - APART, top, right + APART, bottom))
        if label.leader:
            paper.draw(label.leader)
    return Placement(tuple(labels), tuple(anchor for anchor in anchors if anchor.numbers in unplaced))


def cover_parcels(paper: Paper, anchors: Iterable[Anchor]) -> None:
    for anchor in anchors:
        for piece in anchor.covered():
            paper.cover(piece, anchor.numbers[0])


def stacked(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors with discs that hide each other's middle joined: a number each would not say which is which."""
    return _joined(anchors, {number for each in anchors for number in each.numbers}, _hides)


def piles(anchors: Sequence[Anchor], numbers: Iterable[int]) -> list[Anchor]:
    """The anchors with those that ``numbers`` names joined to one, together with all that they overlap."""
    return _joined(anchors, set(numbers), lambda one, other: one.area.meets(other.area))


def _hides(one: Anchor, other: Anchor) -> bool:
    reach = max(one.area.right - one.area.left, other.area.right - other.area.left) / 2
    return not one.pieces and not other.pieces and _distance((one.x, one.y), (other.x, other.y)) < reach


def _joined(anchors: Sequence[Anchor], wanted: set[int], close: Callable[[Anchor, Anchor], bool]) -> list[Anchor]:
    rest = list(anchors)
    joined: list[Anchor] = []
    while True:
        seed = next((each for each in rest if wanted.intersection(each.numbers)), None)
        if seed is None:
            return [*joined, *rest]
        rest.remove(seed)
        pile = [seed]
        for member in pile:
            touching = [each for each in rest if close(each, member)]
            pile.extend(touching)
            rest = [each for each in rest if each not in touching]
        joined.append(_pile(pile))
        wanted.difference_update(joined[-1].numbers)


def _pile(members: Sequence[Anchor]) -> Anchor:
    if len(members) == 1:
        return members[0]
    pieces = tuple(piece for member in members for piece in member.covered())
    roots = tuple(root for member in members for root in member.roots or ((member.x, member.y),))
    area = Area(
        min(each.area.left for each in members),
        min(each.area.top for each in members),
        max(each.area.right for each in members),
        max(each.area.bottom for each in members),
    )
    numbers = tuple(sorted(number for member in members for number in member.numbers))
    return Anchor(numbers, (area.left + area.right) / 2, (area.top + area.bottom) / 2, area, pieces, None, roots)


def lines_of(numbers: Sequence[int], per_line: int = PER_LINE) -> tuple[str, ...]:
    """101–118、120 … broken into short lines; a range stands for two numbers or more that follow each other."""
    runs = [str(first) if first == last else f"{first}–{last}" for first, last in _runs(sorted(numbers))]
    return tuple("、".join(runs[start : start + per_line]) for start in range(0, len(runs), per_line))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def symbol_diameter(area_m2: float) -> float:
    """Diameter in mm of a disc: 12 mm² and 4 mm² more for every hectare, so small parcels are seen at all."""
    return 2 * sqrt((12 + 4 * max(area_m2, 0.0) / 10000) / pi)


def _within(anchor: Anchor, lines: tuple[str, ...], paper: Paper) -> Label | None:
    """The number inside its own parcel, where the parcel is large enough on paper."""
    if anchor.inside is None or not paper.free(anchor.inside, over_parcels=True):
        return None
    return Label(anchor.numbers, lines, anchor.inside, None)


def _fits(label: Label, paper: Paper) -> bool:
    return paper.free(label.area) and (label.leader is None or paper.passable(label.leader, label.numbers))


def _places(anchor: Anchor, lines: tuple[str, ...], size: tuple[float, float]) -> Iterator[Label]:
    width, height = size
    own, x, y = anchor.area.grown(GAP), anchor.x, anchor.y
    beside = (
        (own.right, y - height / 2),
        (own.left - width, y - height / 2),
        (x - width / 2, own.top - height),
        (x - width / 2, own.bottom),
        (own.right, own.top - height),
        (own.left - width, own.top - height),
        (own.right, own.bottom),
        (own.left - width, own.bottom),
    )
    for left, top in beside:
        area = Area(left, top, left + width, top + height)
        yield Label(anchor.numbers, lines, area, None if _touching(anchor, area) else _leader(anchor, area))
    reach = max(own.right - own.left, own.bottom - own.top) / 2
    for radius in RADII:
        for step in range(DIRECTIONS):
            angle = 2 * pi * step / DIRECTIONS
            away = reach + radius
            middle_x, middle_y = x + cos(angle) * (away + width / 2), y + sin(angle) * (away + height / 2)
            area = Area(middle_x - width / 2, middle_y - height / 2, middle_x + width / 2, middle_y + height / 2)
            yield Label(anchor.numbers, lines, area, _leader(anchor, area))


def _touching(anchor: Anchor, area: Area) -> bool:
    """Whether a label stands so near to what its parcel really covers that no leader is needed."""
    return any(area.grown(2 * GAP).meets(piece) for piece in anchor.covered())


def _leader(anchor: Anchor, area: Area) -> Leader:
    """From the rim of a disc, or the nearest root of a shape, to the label."""
    start = (anchor.x, anchor.y)
    end = area.nearest(start)
    if anchor.roots:
        root = min(anchor.roots, key=lambda each: _distance(each, area.nearest(each)))
        return root, area.nearest(root)
    half = (anchor.area.right - anchor.area.left) / 2
    length = _distance(start, end) or 1.0
    return (start[0] + (end[0] - start[0]) / length * half, start[1] + (end[1] - start[1]) / length * half), end


def _distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    for column in range(int(area.left // CELL), int(area.right // CELL) + 1):
        for row in range(int(area.top // CELL), int(area.bottom // CELL) + 1):
            yield column, row


def _around(leader: Leader) -> Area:
    (x1, y1), (x2, y2) = leader
    return Area(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _touches(leader: Leader, area: Area) -> bool:
    """Whether a leader enters the inside of a rectangle (Liang and Barsky's clipping)."""
    (x1, y1), (x2, y2) = leader
    enter, leave = 0.0, 1.0
    for start, run, low, high in ((x1, x2 - x1, area.left, area.right), (y1, y2 - y1, area.top, area.bottom)):
        if run == 0:
            if not low < start < high:
                return False
            continue
        first, last = sorted(((low - start) / run, (high - start) / run))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def _cross(one: Leader, other: Leader) -> bool:
    (a, b), (c, d) = one, other
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

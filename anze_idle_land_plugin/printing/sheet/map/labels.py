"""Where point numbers and edge lengths stand on a parcel map: no label on another or on a line. Pure geometry."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, pi, sin
from statistics import median
from typing import Iterable, Iterator, Mapping, Sequence

from ....model.rounding import written
from ...paper.canvas import Box

Paper = tuple[float, float]
POINT_HEIGHT = 2.3
LENGTH_HEIGHT = 2.1
DENSE = 4.2
"""Numbers nearer to each other on paper (mm) are thinned; the point table stays complete."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Every how many points a number stands on a dense boundary."""
REACHES = (1.0, 2.4, 4.2)
"""How far from its corner a number may stand (mm); beyond the first a thin leader joins them."""
_CELL = 5.0
"""Size of the cells in which taken room is looked up (mm)."""


@dataclass(frozen=True)
class Label:
    """A text centred on ``x, y`` (mm on paper, y down), turned by ``angle`` degrees; ``leader`` is where it belongs."""

    text: str
    x: float
    y: float
    angle: float
    leader: Paper | None = None


@dataclass
class Room:
    """The paper inside a frame: boxes that are taken and lines that no label may cross."""

    frame: Box
    _boxes: dict[tuple[int, int], list[Box]] = field(default_factory=lambda: defaultdict(list))
    _lines: dict[tuple[int, int], list[tuple[Paper, Paper]]] = field(default_factory=lambda: defaultdict(list))

    def occupy(self, *boxes: Box) -> None:
        """Take boxes whatever stands there."""
        for box in boxes:
            for cell in _cells(box.x, box.y, box.right, box.bottom):
                self._boxes[cell].append(box)

    def rule(self, points: Sequence[Paper]) -> None:
        """A closed line that labels keep off; what lies outside the frame is in nobody's way."""
        frame = self.frame
        for index, end in enumerate(points):
            start = points[index - 1]
            if max(start[0], end[0]) < frame.x or min(start[0], end[0]) > frame.right:
                continue
            if max(start[1], end[1]) < frame.y or min(start[1], end[1]) > frame.bottom:
                continue
            for cell in _cells_along(start, end):
                self._lines[cell].append((start, end))

    def take(self, boxes: Sequence[Box], cores: Sequence[Box] | None = None) -> bool:
        """Take the boxes together when they lie inside the frame, meet none that is taken, and no line crosses them.

        ``cores`` are what lines are kept off where the boxes are larger than the text, as for turned text.
        """
        if not all(self.holds(box) and not self._is_met(box) for box in boxes):
            return False
        if any(self._is_crossed(box) for box in (boxes if cores is None else cores)):
            return False
        self.occupy(*boxes)
        return True

    def is_clear(self, start: Paper, end: Paper) -> bool:
        """Whether a leader from a point of a line to its label crosses no line on its way."""
        count = max(int(hypot(end[0] - start[0], end[1] - start[1]) / 0.25), 1)
        steps = (_between(start, end, step / count) for step in range(1, count + 1))
        return not any(self._is_crossed(Box(x - 0.13, y - 0.13, 0.26, 0.26)) for x, y in list(steps)[2:])

    def _is_met(self, box: Box) -> bool:
        cells = _cells(box.x, box.y, box.right, box.bottom)
        return any(box.meets(other) for cell in cells for other in self._boxes.get(cell, ()))

    def _is_crossed(self, box: Box) -> bool:
        cells = _cells(box.x, box.y, box.right, box.bottom)
        return any(_crosses(start, end, box) for cell in cells for start, end in self._lines.get(cell, ()))

    def holds(self, box: Box) -> bool:
        """Whether a box lies inside the frame."""
        inside = box.x >= self.frame.x and box.right <= self.frame.right
        return inside and box.y >= self.frame.y and box.bottom <= self.frame.bottom


def _cells(west: float, north: float, east: float, south: float) -> Iterator[tuple[int, int]]:
    for column in range(int(west // _CELL), int(east // _CELL) + 1):
        for row in range(int(north // _CELL), int(south // _CELL) + 1):
            yield column, row


def _cells_along(start: Paper, end: Paper) -> Iterator[tuple[int, int]]:
    """The cells a line may pass: those of short pieces of it, each once."""
    pieces = max(int(hypot(end[0] - start[0], end[1] - start[1]) / _CELL) + 1, 1)
    seen = set()
    for piece in range(pieces):
        x0, y0 = _between(start, end, piece / pieces)
        x1, y1 = _between(start, end, (piece + 1) / pieces)
        for cell in _cells(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)):
            if cell not in seen:
                seen.add(cell)
                yield cell


def _between(start: Paper, end: Paper, share: float) -> Paper:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _crosses(start: Paper, end: Paper, box: Box) -> bool:
    """Whether a line passes through a box (Liang-Barsky)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    enters, leaves = 0.0, 1.0
    for step, room in (
        (-dx, start[0] - box.x),
        (dx, box.right - start[0]),
        (-dy, start[1] - box.y),
        (dy, box.bottom - start[1]),
    ):
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    return enters < leaves


@dataclass(frozen=True)
class PaperRing:
    """A ring on paper; ``inward`` is +1 when the parcel lies to the left of its edges seen on paper, else -1."""

    points: Sequence[Paper]
    names: Sequence[str]
    lengths: Sequence[float]
    inward: int
    hole: bool = False


def paper_ring(points: Sequence[Paper], names: Sequence[str], lengths: Sequence[float], hole: bool) -> PaperRing:
    """A ring with the side its parcel lies on, from its direction on paper (y down) and whether it is a hole."""
    twice = sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(len(points)))
    left = 1 if twice < 0 else -1
    return PaperRing(points, names, lengths, -left if hole else left, hole)


def _outward(ring: PaperRing, index: int) -> Paper:
    """The direction away from the parcel at a vertex: the sum of the outward normals of its two edges."""
    before, here = ring.points[index - 1], ring.points[index]
    after = ring.points[(index + 1) % len(ring.points)]
    total = [0.0, 0.0]
    for (x1, y1), (x2, y2) in ((before, here), (here, after)):
        size = hypot(x2 - x1, y2 - y1) or 1.0
        total[0] += -(y2 - y1) / size * ring.inward
        total[1] += (x2 - x1) / size * ring.inward
    size = hypot(*total) or 1.0
    return total[0] / size, total[1] / size


def _open_angle(ring: PaperRing, index: int) -> float:
    """The angle at a vertex on the side away from the parcel, in radians."""
    x, y = ring.points[index]
    (x0, y0), (x1, y1) = ring.points[index - 1], ring.points[(index + 1) % len(ring.points)]
    turn = (atan2(y0 - y, x0 - x) - atan2(y1 - y, x1 - x)) % (2 * pi)
    return turn if ring.inward > 0 else 2 * pi - turn


def step_of(ring: PaperRing) -> int:
    """Every how many points a ring is numbered: as many as stand apart on paper; the first one always is."""
    count = len(ring.points)
    gaps = [
        hypot(ring.points[i][0] - ring.points[i - 1][0], ring.points[i][1] - ring.points[i - 1][1])
        for i in range(count)
    ]
    if count <= 12 or median(gaps) >= DENSE:
        return 1
    apart = sum(gaps) / count
    return next((step for step in STEPS if apart * step >= DENSE), STEPS[-1])


def point_labels(rings: Iterable[PaperRing], room: Room, width_of: Mapping[str, float]) -> list[Label]:
    """A number outside each corner, on the bisector or near it; dense boundaries are thinned by rule.

    ``width_of`` gives the width of each name in mm.
    """
    labels: list[Label] = []
    for ring in rings:
        step = step_of(ring)
        for index in range(0, len(ring.points), step):
            label = _beside(ring, index, room, width_of[ring.names[index]])
            if label:
                labels.append(label)
    return labels


def _beside(ring: PaperRing, index: int, room: Room, width: float) -> Label | None:
    dx, dy = _outward(ring, index)
    away, free = atan2(dy, dx), _open_angle(ring, index)
    found = _towards(ring, index, room, width, away, free)
    if found is None and ring.hole:  # a hole too small for its numbers has them on the parcel
        found = _towards(ring, index, room, width, away + pi, 2 * pi - free)
    return found


def _towards(ring: PaperRing, index: int, room: Room, width: float, away: float, free: float) -> Label | None:
    """The first free place about a direction (radians) that stays within ``free`` radians on one side of the line."""
    x, y = ring.points[index]
    for reach in REACHES:
        for turn in (0.0, pi / 6, -pi / 6, pi / 3, -pi / 3, pi / 2, -pi / 2):
            if abs(turn) > max(free / 2 - 0.15, 0.0):
                continue
            ux, uy = cos(away + turn), sin(away + turn)
            cx = x + ux * (width / 2 + reach)
            cy = y + uy * (POINT_HEIGHT / 2 + reach)
            box = Box(cx - width / 2, cy - POINT_HEIGHT / 2, width, POINT_HEIGHT)
            led = reach > REACHES[0]
            if led and not room.is_clear((x, y), (cx, cy)):
                continue
            if room.take([box]):
                return Label(ring.names[index], cx, cy, 0.0, (x, y) if led else None)
    return None


def length_labels(rings: Iterable[PaperRing], room: Room, digit_width: float) -> list[Label]:
    """Edge lengths (m, 2 decimals) along the edges that are long enough on paper: outside the parcel, else inside."""
    labels = []
    for ring in rings:
        for index, length in enumerate(ring.lengths):
            start, end = ring.points[index], ring.points[(index + 1) % len(ring.points)]
            for side in (ring.inward, -ring.inward):
                label = _along(written(length, 2), start, end, side, room, digit_width)
                if label:
                    labels.append(label)
                    break
    return labels


def _along(text: str, start: Paper, end: Paper, side: int, room: Room, digit_width: float) -> Label | None:
    size = hypot(end[0] - start[0], end[1] - start[1])
    width = len(text) * digit_width
    if size < width + 2.0:
        return None
    ux, uy = (end[0] - start[0]) / size, (end[1] - start[1]) / size
    off = LENGTH_HEIGHT / 2 + 0.6
    angle = degrees(atan2(uy, ux))
    angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
    for share in (0.5, 0.35, 0.65):
        if abs(share - 0.5) * size > (size - width) / 2 - 0.5:
            continue
        x = start[0] + ux * size * share - uy * side * off
        y = start[1] + uy * size * share + ux * side * off
        if room.take(_pieces(x, y, ux, uy, width, abs(ux) + abs(uy)), _pieces(x, y, ux, uy, width, 0.7)):
            return Label(text, x, y, angle)
    return None


def _pieces(x: float, y: float, ux: float, uy: float, width: float, swell: float) -> list[Box]:
    """A turned text as small squares along its line, closer than its bounding box; ``swell`` makes them larger."""
    half = LENGTH_HEIGHT / 2 * swell
    count = max(int(width / LENGTH_HEIGHT) + 1, 2)
    steps = ((width - LENGTH_HEIGHT) * (i / (count - 1) - 0.5) for i in range(count))
    return [Box(x + ux * s - half, y + uy * s - half, 2 * half, 2 * half) for s in steps]

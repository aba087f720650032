"""Where point numbers and edge lengths stand on a parcel map: pure geometry on paper, no label on another."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, pi, sin
from typing import Iterable, Sequence

from .canvas import Box

Paper = tuple[float, float]
POINT_HEIGHT = 2.4
LENGTH_HEIGHT = 2.1
DENSE = 3.2
"""Numbers closer than this on paper (mm) are thinned; the point table stays complete."""


@dataclass(frozen=True)
class Label:
    """A text centred on ``x, y`` (mm on paper, y down), turned by ``angle`` degrees."""

    text: str
    x: float
    y: float
    angle: float
    box: Box


@dataclass
class Room:
    """The paper inside a frame, and what is taken of it."""

    frame: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> bool:
        """Take a place when it lies inside the frame and meets nothing."""
        inside = box.x >= self.frame.x and box.right <= self.frame.right
        inside = inside and box.y >= self.frame.y and box.bottom <= self.frame.bottom
        if not inside or any(box.meets(other) for other in self.taken):
            return False
        self.taken.append(box)
        return True


@dataclass(frozen=True)
class PaperRing:
    """A ring on paper; ``inward`` is +1 when the parcel lies to the left of its edges seen on paper, else -1."""

    points: Sequence[Paper]
    names: Sequence[str]
    lengths: Sequence[float]
    inward: int


def paper_ring(points: Sequence[Paper], names: Sequence[str], lengths: Sequence[float], hole: bool) -> PaperRing:
    """A ring with the side its parcel lies on, from its direction on paper (y down) and whether it is a hole."""
    twice = sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(len(points)))
    left = 1 if twice < 0 else -1
    return PaperRing(points, names, lengths, -left if hole else left)


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


def point_labels(rings: Iterable[PaperRing], room: Room, width_of: dict[str, float]) -> list[Label]:
    """A number outside each corner, on the bisector or near it; dense boundaries are thinned by distance.

    ``width_of`` gives the width of each name in mm.
    """
    labels: list[Label] = []
    for ring in rings:
        last: Paper | None = None
        for index, (x, y) in enumerate(ring.points):
            if last is not None and hypot(x - last[0], y - last[1]) < DENSE:
                continue
            label = _beside(ring, index, room, width_of[ring.names[index]])
            if label:
                labels.append(label)
                last = (x, y)
    return labels


def _beside(ring: PaperRing, index: int, room: Room, width: float) -> Label | None:
    x, y = ring.points[index]
    dx, dy = _outward(ring, index)
    away = atan2(dy, dx)
    for turn in (0.0, pi / 5, -pi / 5, pi / 2.5, -pi / 2.5):
        ux, uy = cos(away + turn), sin(away + turn)
        cx = x + ux * (width / 2 + 1.0)
        cy = y + uy * (POINT_HEIGHT / 2 + 1.0)
        box = Box(cx - width / 2, cy - POINT_HEIGHT / 2, width, POINT_HEIGHT)
        if room.take(box):
            return Label(ring.names[index], cx, cy, 0.0, box)
    return None


def length_labels(rings: Iterable[PaperRing], room: Room, digit_width: float) -> list[Label]:
    """Edge lengths (m, 2 decimals) along the edges that are long enough on paper, outside the parcel."""
    labels = []
    for ring in rings:
        for index, length in enumerate(ring.lengths):
            start, end = ring.points[index], ring.points[(index + 1) % len(ring.points)]
            label = _along(f"{length:.2f}", start, end, ring.inward, room, digit_width)
            if label:
                labels.append(label)
    return labels


def _along(text: str, start: Paper, end: Paper, inward: int, room: Room, digit_width: float) -> Label | None:
    size = hypot(end[0] - start[0], end[1] - start[1])
    width = len(text) * digit_width
    if size < width + 3.0:
        return None
    ux, uy = (end[0] - start[0]) / size, (end[1] - start[1]) / size
    off = LENGTH_HEIGHT / 2 + 0.7
    x = (start[0] + end[0]) / 2 - uy * inward * off
    y = (start[1] + end[1]) / 2 + ux * inward * off
    angle = degrees(atan2(uy, ux))
    angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
    wide = abs(ux) * width + abs(uy) * LENGTH_HEIGHT
    high = abs(uy) * width + abs(ux) * LENGTH_HEIGHT
    boxes = _pieces(x, y, ux, uy, width)
    if any(box.meets(other) for box in boxes for other in room.taken):
        return None
    inside = room.frame.inset(0.5)
    if not (
        inside.x + wide / 2 <= x <= inside.right - wide / 2 and inside.y + high / 2 <= y <= inside.bottom - high / 2
    ):
        return None
    room.taken.extend(boxes)
    return Label(text, x, y, angle, Box(x - wide / 2, y - high / 2, wide, high))


def _pieces(x: float, y: float, ux: float, uy: float, width: float) -> list[Box]:
    """A turned text as small squares along its line: closer than its bounding box."""
    count = max(int(width / LENGTH_HEIGHT) + 1, 2)
    steps = (width * (i / (count - 1) - 0.5) for i in range(count))
    half = LENGTH_HEIGHT / 2
    return [Box(x + ux * s - half, y + uy * s - half, LENGTH_HEIGHT, LENGTH_HEIGHT) for s in steps]

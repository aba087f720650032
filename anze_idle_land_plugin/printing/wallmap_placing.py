"""Where numbers stand: boundary labelling with straight leaders that never cross. Pure geometry, any unit.

Points go to the left or the right margin by their median, so leaders of different sides cannot meet. On a side, the
ports are spread as near as possible to the points' own heights, at least ``pitch`` apart; from the first port on, each
takes the point whose leader leaves all other points and ports on one side of it (Bekos et al., boundary labelling,
type-s leaders), so no later leader can cross it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, pi, sqrt
from typing import Sequence


@dataclass(frozen=True)
class Anchor:
    """A point on the map that wants its number in the margin."""

    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Placed:
    """A number with its leader: from the anchor to the port (the inner end of the number's slot)."""

    number: int
    side: str  # left or right
    x: float
    y: float
    port_x: float
    port_y: float


@dataclass(frozen=True)
class Margins:
    """Two columns for numbers: their inner edges ``left`` and ``right``, from ``top`` to ``bottom``."""

    left: float
    right: float
    top: float
    bottom: float
    pitch: float

    @property
    def slots(self) -> int:
        """How many numbers one column takes."""
        return max(int((self.bottom - self.top) / self.pitch), 0)


@dataclass(frozen=True)
class Placement:
    """``unplaced`` are the anchors for which the margins had no slot, in the order given."""

    placed: tuple[Placed, ...]
    unplaced: tuple[Anchor, ...]


def place(anchors: Sequence[Anchor], margins: Margins) -> Placement:
    """Give every anchor a slot; anchors beyond the capacity of both columns are returned as unplaced."""
    room = 2 * margins.slots
    kept, unplaced = list(anchors[:room]), tuple(anchors[room:])
    kept.sort(key=lambda anchor: (anchor.x, anchor.y, anchor.number))
    half = (len(kept) + 1) // 2
    left = _one_side(kept[:half], margins, "left")
    right = _one_side(kept[half:], margins, "right")
    return Placement((*left, *right), unplaced)


def spread(heights: Sequence[float], top: float, bottom: float, pitch: float) -> list[float]:
    """Sorted heights moved as little as possible (least squares) to lie ``pitch`` apart within top and bottom."""
    first, last = top + pitch / 2, bottom - pitch / 2
    blocks: list[tuple[float, int]] = []  # mean of (height - index * pitch), members
    for index, height in enumerate(sorted(heights)):
        mean, members = height - index * pitch, 1
        while blocks and blocks[-1][0] >= mean:
            before, count = blocks.pop()
            mean = (before * count + mean * members) / (count + members)
            members += count
        blocks.append((mean, members))
    starts = [mean for mean, members in blocks for _ in range(members)]
    limit = last - (len(starts) - 1) * pitch
    return [min(max(start, first), max(limit, first)) + index * pitch for index, start in enumerate(starts)]


def _one_side(anchors: Sequence[Anchor], margins: Margins, side: str) -> list[Placed]:
    port_x = margins.left if side == "left" else margins.right
    remaining = list(anchors)
    placed = []
    for port_y in spread([anchor.y for anchor in anchors], margins.top, margins.bottom, margins.pitch):
        chosen = min(remaining, key=lambda anchor: _turn(anchor, port_x, port_y))
        remaining.remove(chosen)
        placed.append(Placed(chosen.number, side, chosen.x, chosen.y, port_x, port_y))
    return placed


def _turn(anchor: Anchor, port_x: float, port_y: float) -> tuple[float, float]:
    """The angle of the leader from the direction of the ports already served; then the distance."""
    across = max(abs(anchor.x - port_x), 1e-9)
    return atan2(anchor.y - port_y, across), across


def symbol_diameter(area_m2: float) -> float:
    """Diameter in mm of a disc: 12 mm² and 4 mm² more for every hectare, so small parcels are seen at all."""
    return 2 * sqrt((12 + 4 * max(area_m2, 0.0) / 10000) / pi)

"""What a rule finds: which parcels, where, how much, in one sentence, and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from ..model.kinds import ListKind
from ..model.messages import Message


class Severity(Enum):
    """E stops a package, W has to be looked at, I is for information (what a reader already mended stands here)."""

    ERROR = "E"
    WARNING = "W"
    NOTICE = "I"

    @property
    def zh(self) -> str:
        return {"E": "错误", "W": "警告", "I": "提示"}[self.value]


class Fix(Enum):
    """The repairs that are safe: the result is valid and the area stays. Everything else is only proposed."""

    DUPLICATE_POINTS = "duplicate_points"
    SPIKES = "spikes"
    RING_ORDER = "ring_order"
    CLOSING = "closing"

    @property
    def zh(self) -> str:
        return {
            "duplicate_points": "删除重复点",
            "spikes": "删除尖刺",
            "ring_order": "调整环方向",
            "closing": "补写闭合点",
        }[self.value]


class ParcelKey(NamedTuple):
    """A parcel by list and code."""

    which: ListKind
    code: str


@dataclass(frozen=True)
class Place:
    """Where: bounds (x_min, y_min, x_max, y_max) in the plane system ``epsg``, east before north, in metres.

    ``wkb`` is the piece itself where the place is more than a point: an area (an overlap, a gap), a stretch of line.
    The bounds may then be those of the one point that the sentence names.
    """

    epsg: int
    bounds: tuple[float, float, float, float]
    wkb: bytes = b""

    @classmethod
    def point(cls, epsg: int, x: float, y: float) -> Place:
        return cls(epsg, (x, y, x, y))

    @property
    def centre(self) -> tuple[float, float]:
        x_min, y_min, x_max, y_max = self.bounds
        return (x_min + x_max) / 2, (y_min + y_max) / 2


class Figure(NamedTuple):
    """The number that was measured, with its unit (m, m², 公顷, °, %, 天; empty for a count)."""

    value: float
    unit: str
    decimals: int = 2

    def __str__(self) -> str:
        return f"{self.value:.{self.decimals}f} {self.unit}".rstrip()


@dataclass(frozen=True)
class Finding:
    """One problem. Rules leave ``rule`` and ``severity`` empty; the run fills them in from the standard.

    ``mended`` marks what a reader already put right: a notice, whatever the rule's severity is.
    """

    parcels: tuple[ParcelKey, ...]
    sentence: Message
    remedy: Message
    place: Place | None = None
    figure: Figure | None = None
    fix: Fix | None = None
    mended: bool = False
    rule: str = ""
    severity: Severity = Severity.NOTICE

"""A QPainter that measures in millimetres of paper: text in points, lines, polygons with hatches."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin, sqrt
from typing import Iterator, Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

Ring = Sequence[tuple[float, float]]
MM_PER_POINT = 25.4 / 72
HEADING_FACES = ("SimHei", "WenQuanYi Zen Hei", "Noto Sans CJK SC")
BODY_FACES = ("SimSun", "AR PL UMing CN", "WenQuanYi Zen Hei", "Noto Serif CJK SC")
BOLD = "heading"
BODY = "body"

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True)
class Box:
    """A rectangle on paper in mm, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, by: float) -> Box:
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def meets(self, other: Box) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@cache
def face(kind: str) -> str:
    """The first installed face for headings or body."""
    wanted = HEADING_FACES if kind == BOLD else BODY_FACES
    installed = set(QFontDatabase().families())
    return next((name for name in wanted if name in installed), QFont().defaultFamily())


@dataclass(frozen=True)
class Canvas:
    """``dots`` are device units a millimetre of the A0 design; a smaller paper has fewer, so all shrinks alike."""

    painter: QPainter
    dots: float

    def font(self, points: float, kind: str = BODY) -> QFont:
        font = QFont(face(kind))
        font.setPixelSize(max(round(points * MM_PER_POINT * self.dots), 1))
        return font

    def width(self, text: str, points: float, kind: str = BODY) -> float:
        """The width of a text in mm."""
        return QFontMetricsF(self.font(points, kind)).horizontalAdvance(text) / self.dots

    def fitted(self, text: str, points: float, width: float, kind: str = BODY) -> str:
        """The text, or its beginning and an ellipsis where it is wider than ``width`` mm."""
        if self.width(text, points, kind) <= width:
            return text
        while text and self.width(text + "…", points, kind) > width:
            text = text[:-1]
        return text + "…"

    def text(
        self, box: Box, text: str, points: float, kind: str = BODY, align: str = "left", colour: str = "#000000"
    ) -> None:
        """One line of text, centred vertically in the box."""
        self.painter.setFont(self.font(points, kind))
        self.painter.setPen(QColor(colour))
        flags = _ALIGN[align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
        self.painter.drawText(self._rect(box), int(flags), text)

    def line(self, points: Ring, colour: str = "#000000", width: float = 0.2, dash: str = "solid") -> None:
        self.painter.setPen(self._pen(colour, width, dash))
        self.painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        self.painter.drawPolyline(QPolygonF([self._point(x, y) for x, y in points]))

    def polygon(
        self, rings: Sequence[Ring], fill: str = "", colour: str = "", width: float = 0.2, dash: str = "solid"
    ) -> None:
        """Rings (the first or any outer, others holes by even-odd) filled and outlined; empty colour: none."""
        self.painter.setPen(self._pen(colour, width, dash) if colour else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(QBrush(QColor(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush))
        self.painter.drawPath(self._path(rings))

    def rectangle(self, box: Box, fill: str = "", colour: str = "", width: float = 0.2, dash: str = "solid") -> None:
        self.polygon([corners(box)], fill, colour, width, dash)

    def hatch(self, rings: Sequence[Ring], pattern: str, colour: str, gap: float = 1.2, width: float = 0.25) -> None:
        """Diagonal lines inside the rings: forward (/), backward (\\\\) or cross."""
        if pattern == "none":
            return
        with self.clipped(rings):
            for start, end in _strokes(rings, pattern, gap):
                self.line((start, end), colour, width)

    @contextmanager
    def clipped(self, rings: Sequence[Ring]) -> Iterator[None]:
        self.painter.save()
        self.painter.setClipPath(self._path(rings), Qt.ClipOperation.IntersectClip)
        try:
            yield
        finally:
            self.painter.restore()

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.dots, y * self.dots)

    def _rect(self, box: Box) -> QRectF:
        return QRectF(box.x * self.dots, box.y * self.dots, box.width * self.dots, box.height * self.dots)

    def _path(self, rings: Sequence[Ring]) -> QPainterPath:
        path = QPainterPath()
        for ring in rings:
            path.addPolygon(QPolygonF([self._point(x, y) for x, y in ring]))
            path.closeSubpath()
        return path

    def _pen(self, colour: str, width: float, dash: str) -> QPen:
        pen = QPen(QColor(colour), width * self.dots)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash == "dash":
            pen.setDashPattern([4, 2])
        return pen


def corners(box: Box) -> Ring:
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def circle(x: float, y: float, radius: float, steps: int = 32) -> Ring:
    """A ring of short chords about (x, y)."""
    turns = (2 * pi * index / steps for index in range(steps))
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def symbol_diameter(area_m2: float) -> float:
    """Diameter in mm of a disc: 12 mm² and 4 mm² more for every hectare, so small parcels are seen at all."""
    return 2 * sqrt((12 + 4 * max(area_m2, 0.0) / 10000) / pi)


def _strokes(
    rings: Sequence[Ring], pattern: str, gap: float
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    west, east, north, south = min(xs), max(xs), min(ys), max(ys)
    height = south - north
    at = west - height
    while at < east + gap:
        if pattern in ("forward", "cross"):
            yield (at, south), (at + height, north)
        if pattern in ("backward", "cross"):
            yield (at, north), (at + height, south)
        at += gap

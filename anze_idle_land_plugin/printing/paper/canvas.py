"""A QPainter that measures in millimetres of paper: text in points, lines, polygons with hatches.

A canvas may keep marks: where each text came to stand and what room it was given, so that a test finds overlaps.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, radians, sin
from typing import Iterator, NamedTuple, Optional, Sequence

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF

from . import fonts
from .drawn import DrawnText

Ring = Sequence[tuple[float, float]]
MM_PER_POINT = 25.4 / 72
BOLD = fonts.HEADING
BODY = fonts.BODY

_SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""How much of the spare width lies before the text."""


class Box(NamedTuple):
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


class Mark(NamedTuple):
    """A text as it was drawn: its four corners on paper (mm) and the box it was to stay in."""

    text: str
    corners: Ring
    room: Box


@lru_cache(maxsize=512)
def _font(face: fonts.Face, pixels: int) -> QFont:
    return fonts.font(face, pixels)


@lru_cache(maxsize=256)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=256)
def _brush(fill: str) -> QBrush:
    return QBrush(_colour(fill)) if fill else QBrush(Qt.BrushStyle.NoBrush)


@lru_cache(maxsize=256)
def _pen(colour: str, width: float, dash: str) -> QPen:
    """A pen of a width in device units; no colour draws no line."""
    if not colour:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(_colour(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash == "dash":
        pen.setDashPattern([4, 2])
    return pen


@dataclass(frozen=True)
class Canvas:
    """``dots`` are device units a millimetre of the A0 design; a smaller paper has fewer, so all shrinks alike.

    ``marks`` collects every text drawn with its place, ``drawn`` every run with its face; None: nobody asks.
    """

    painter: QPainter
    dots: float
    marks: Optional[list[Mark]] = None
    drawn: Optional[DrawnText] = None

    def width(self, text: str, points: float, kind: str = BODY) -> float:
        """The width of a text in mm."""
        return fonts.advance(kind, text) * self._pixels(points) / self.dots

    def fitting(self, text: str, points: float, width: float, kind: str = BODY) -> float:
        """The size at which a text fits into ``width`` mm: smaller type before a word is cut, but not below 60 %."""
        needed, least = self.width(text, points, kind), points * 0.6
        size = max(points * max(width, 0.0) / needed, least) if needed > width > 0 else points
        while size > least and self.width(text, size, kind) > width:  # type comes in whole pixels
            size -= points * 0.01
        return size

    def fitted(self, text: str, points: float, width: float, kind: str = BODY) -> str:
        """The text, or its beginning and an ellipsis where it is wider than ``width`` mm."""
        if not text or self.width(text, points, kind) <= width:
            return text
        while text and self.width(text + "…", points, kind) > width:
            text = text[:-1]
        return text + "…"

    def text(
        self, box: Box, text: str, points: float, kind: str = BODY, align: str = "left", colour: str = "#000000"
    ) -> None:
        """One line of text, centred vertically in the box; nothing for no text."""
        if not text:
            return
        runs, pixels = fonts.runs(kind, text), self._pixels(points)
        width = sum([run.advance for run in runs]) * pixels / self.dots
        left = box.x + (box.width - width) * _SHARE[align]
        if self.marks is not None:
            em = pixels / self.dots
            self.marks.append(Mark(text, corners(Box(left, box.y + (box.height - em) / 2, width, em)), box))
        self._draw(runs, left, box.y + box.height / 2, pixels, kind, colour)

    def turned(self, x: float, y: float, angle: float, text: str, points: float, kind: str = BODY) -> None:
        """One line of text centred on (x, y), turned clockwise by ``angle`` degrees."""
        runs, pixels = fonts.runs(kind, text), self._pixels(points)
        width, em = sum([run.advance for run in runs]) * pixels / self.dots, pixels / self.dots
        if self.marks is not None:
            c, s = cos(radians(angle)), sin(radians(angle))
            ring = corners(Box(-width / 2, -em / 2, width, em))
            around = [(x + dx * c - dy * s, y + dx * s + dy * c) for dx, dy in ring]
            self.marks.append(Mark(text, around, _bounds(around)))
        self.painter.save()
        self.painter.translate(x * self.dots, y * self.dots)
        self.painter.rotate(angle)
        self._draw(runs, -width / 2, 0.0, pixels, kind, "#000000")
        self.painter.restore()

    def _draw(self, runs: Sequence[fonts.Run], left: float, middle: float, pixels: int, kind: str, colour: str) -> None:
        ascent, descent = fonts.heights(kind)
        x, baseline = left * self.dots, middle * self.dots + (ascent - descent) / 2 * pixels
        self.painter.setPen(_colour(colour))
        for run in runs:
            self.painter.setFont(_font(run.face, pixels))
            self.painter.drawText(QPointF(x, baseline), run.text)
            if self.drawn is not None:
                self.drawn.add(run.face, run.text)
            x += run.advance * pixels

    def _pixels(self, points: float) -> int:
        """Type comes in whole pixels: never more than its size, so that a text laid out exactly stays in its room."""
        return max(int(points * MM_PER_POINT * self.dots + 1e-6), 1)

    def line(self, points: Ring, colour: str = "#000000", width: float = 0.2, dash: str = "solid") -> None:
        self._set(colour, width, dash)
        self.painter.drawPolyline(QPolygonF([self._point(x, y) for x, y in points]))

    def polygon(
        self, rings: Sequence[Ring], fill: str = "", colour: str = "", width: float = 0.2, dash: str = "solid"
    ) -> None:
        """Rings (the first or any outer, others holes by even-odd) filled and outlined; empty colour: none."""
        self._set(colour, width, dash, fill)
        self.painter.drawPath(self._path(rings))

    def rectangle(self, box: Box, fill: str = "", colour: str = "", width: float = 0.2, dash: str = "solid") -> None:
        self.rectangles([box], fill, colour, width, dash)

    def rectangles(
        self, boxes: Sequence[Box], fill: str = "", colour: str = "", width: float = 0.2, dash: str = "solid"
    ) -> None:
        """Boxes filled, then outlined; much faster together than one by one."""
        if not boxes:
            return
        self._set(colour, width, dash, fill)
        dots = self.dots
        self.painter.drawRects([QRectF(x * dots, y * dots, w * dots, h * dots) for x, y, w, h in boxes])

    def picture(self, box: Box, file: str) -> None:
        """A picture file as large as the box lets it be; nothing when the file is gone or is no picture."""
        image = QImage(file)
        if image.isNull():
            return
        scale = min(box.width / image.width(), box.height / image.height())
        width, height = image.width() * scale, image.height() * scale
        place = self._point(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2)
        self.painter.drawImage(QRectF(place.x(), place.y(), width * self.dots, height * self.dots), image)

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

    def _path(self, rings: Sequence[Ring]) -> QPainterPath:
        return self.path(rings, self.dots)

    @staticmethod
    def path(rings: Sequence[Ring], dots: float, closed: bool = True) -> QPainterPath:
        """Rings in mm as a path that can be kept and drawn again and again."""
        path = QPainterPath()
        for ring in rings:
            path.addPolygon(QPolygonF([QPointF(x * dots, y * dots) for x, y in ring]))
            if closed:
                path.closeSubpath()
        return path

    def draw(self, path: QPainterPath, at: Box, fill: str, colour: str, width: float) -> None:
        """A kept path with its origin in the upper left corner of a box."""
        self.painter.save()
        self.painter.translate(self._point(at.x, at.y))
        self._set(colour, width, fill=fill)
        self.painter.drawPath(path)
        self.painter.restore()

    def _set(self, colour: str, width: float, dash: str = "solid", fill: str = "") -> None:
        """Take up the pen and the brush."""
        self.painter.setPen(_pen(colour, width * self.dots, dash))
        self.painter.setBrush(_brush(fill))


def corners(box: Box) -> Ring:
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def _bounds(ring: Ring) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def circle(x: float, y: float, radius: float, steps: int = 32) -> Ring:
    """A ring of short chords about (x, y)."""
    turns = (2 * pi * index / steps for index in range(steps))
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


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

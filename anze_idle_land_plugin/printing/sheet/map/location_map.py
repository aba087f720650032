"""The small map of a sheet: the parcel's place in its town and county."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Sequence, Tuple

from qgis.PyQt.QtGui import QPainterPath
from shapely import wkb
from shapely.geometry.base import BaseGeometry

from ....cartography.palette import SMALL, places
from ....model.standing.snapshot import Dossier, Snapshot
from ...paper.canvas import BOLD, Box, Canvas

Ring = Tuple[Tuple[float, float], ...]
SIMPLIFY_M = 150.0
MARGIN = 3.4
"""mm between the county and the frame: the mark of a parcel at its northern edge has room."""


@dataclass(frozen=True)
class Shape:
    """An outline or a line of the county: its rings in the campaign's CRS, and a point inside."""

    name: str
    rings: tuple[Ring, ...]
    inside: tuple[float, float]


@dataclass(frozen=True, eq=False)
class Surroundings:
    """County and town outlines, simplified once for all sheets. Known by identity: paths are kept for each."""

    towns: Sequence[Shape]
    county: Sequence[Shape]
    rivers: Sequence[Shape]

    @classmethod
    def of(cls, snapshot: Snapshot) -> Surroundings:
        def shapes(layer: str) -> tuple[Shape, ...]:
            found = snapshot.context.get(layer, ())
            return tuple(_shape(each.name, wkb.loads(each.wkb).simplify(SIMPLIFY_M)) for each in found if each.wkb)

        return cls(shapes("town"), shapes("county"), shapes("river"))

    def bounds(self) -> tuple[float, float, float, float] | None:
        points = [point for shape in (*self.county, *self.towns) for ring in shape.rings for point in ring]
        if not points:
            return None
        xs, ys = zip(*points)
        return min(xs), min(ys), max(xs), max(ys)


def _shape(name: str, shape: BaseGeometry) -> Shape:
    point = shape.representative_point()
    rings: list[Ring] = []
    for part in getattr(shape, "geoms", [shape]):
        lines = [part.exterior, *part.interiors] if hasattr(part, "exterior") else [part]
        rings.extend(tuple((x, y) for x, y, *_ in line.coords) for line in lines)
    return Shape(name, tuple(rings), (point.x, point.y))


@dataclass(frozen=True)
class _Drawn:
    """The county as paths for a frame of one size whose corner is the origin."""

    scale: float
    middle: tuple[float, float]
    towns: tuple[QPainterPath, ...]
    county: tuple[QPainterPath, ...]
    rivers: tuple[QPainterPath, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place in the campaign's CRS as mm from the frame's corner."""
        return _paper(x, y, self.scale, self.middle, self.width, self.height)


def _paper(
    x: float, y: float, scale: float, middle: tuple[float, float], width: float, height: float
) -> tuple[float, float]:
    return width / 2 + (x - middle[0]) / scale, height / 2 - (y - middle[1]) / scale


@lru_cache(maxsize=8)
def _drawn(around: Surroundings, width: float, height: float, dots: float) -> _Drawn | None:
    extent = around.bounds()
    if extent is None:
        return None
    scale = max((extent[2] - extent[0]) / (width - 2 * MARGIN), (extent[3] - extent[1]) / (height - 2 * MARGIN))
    middle = ((extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2)

    def paths(shapes: Sequence[Shape], closed: bool) -> tuple[QPainterPath, ...]:
        rings = [
            [[_paper(x, y, scale, middle, width, height) for x, y in ring] for ring in each.rings] for each in shapes
        ]
        return tuple(Canvas.path(each, dots, closed) for each in rings)

    return _Drawn(
        scale,
        middle,
        paths(around.towns, True),
        paths(around.county, True),
        paths(around.rivers, False),
        width,
        height,
    )


def draw_location_map(canvas: Canvas, dossier: Dossier, around: Surroundings, frame: Box) -> None:
    """Towns with the parcel's own tinted and named, the county outline, and a red mark where the parcel lies."""
    drawn = _drawn(around, round(frame.width, 1), round(frame.height, 1), canvas.dots)
    middle = wkb.loads(dossier.wkb).representative_point()
    if drawn is None:
        canvas.text(frame, "（无镇界数据）", 7.0, align="centre", colour="#808080")
    else:
        _draw(canvas, dossier, around, drawn, (middle.x, middle.y), frame)
    canvas.rectangle(frame, colour="#000000", width=0.25)
    canvas.text(Box(frame.x + 1, frame.y + 0.6, 20, 4), "位置图", 7.5, BOLD)


def _draw(
    canvas: Canvas, dossier: Dossier, around: Surroundings, drawn: _Drawn, place: tuple[float, float], frame: Box
) -> None:
    for town, path in zip(around.towns, drawn.towns):
        own_town = town.name == dossier.case.town_name
        canvas.draw(path, frame, places()["town"].fill if own_town else "", *_line("town"))
    for path in drawn.rivers:
        canvas.draw(path, frame, "", *_line("river"))
    for path in drawn.county:
        canvas.draw(path, frame, "", *_line("county"))
    x, y = drawn.at(*place)
    x, y = frame.x + x, frame.y + y
    own = next((town for town in around.towns if town.name == dossier.case.town_name), None)
    if own is not None:
        _name_town(canvas, own.name, drawn.at(*own.inside), (x, y), frame)
    if not (frame.x <= x <= frame.right and frame.y + 3.2 <= y <= frame.bottom):
        canvas.text(Box(frame.x, frame.bottom - 4.5, frame.width, 4), "（地块在本图以外）", 7.0, align="centre")
        return
    canvas.polygon([[(x, y), (x - 1.3, y - 3.2), (x + 1.3, y - 3.2)]], fill="#E00000", colour="#FFFFFF", width=0.15)


def _line(role: str) -> tuple[str, float]:
    """The colour and width of a line of the ground; so small, it is drawn solid."""
    style = places()[role]
    return style.colour, SMALL * style.width_mm


def _name_town(canvas: Canvas, name: str, inside: tuple[float, float], mark: tuple[float, float], frame: Box) -> None:
    """The town's name in its middle, or below the mark where the mark stands in its way; always inside the frame."""
    width = canvas.width(name, 7.0) + 1
    x, y = frame.x + inside[0], frame.y + inside[1]
    box = Box(x - width / 2, y - 2, width, 4)
    if box.meets(Box(mark[0] - 2, mark[1] - 4, 4, 5)):
        box = Box(box.x, mark[1] + 0.5, width, 4)
    left = min(max(box.x, frame.x + 0.5), frame.right - width - 0.5)
    top = min(max(box.y, frame.y + 5), frame.bottom - 4.5)
    canvas.rectangle(Box(left, top + 0.6, width, 2.8), fill=places()["town"].fill)  # rivers stop at the name
    canvas.text(Box(left, top, width, 4), name, 7.0, align="centre", colour="#604020")

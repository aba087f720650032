"""The parcel map of a sheet: boundary, numbered points, edge lengths, neighbours, at a standard scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from shapely import wkb
from shapely.geometry import Polygon
from shapely.geometry import box as rectangle
from shapely.ops import transform as move

from ..geodesy.area import bounds, edge_lengths
from ..geodesy.zones import epsg, transform
from ..model.cases import UnsuppliedCase
from ..model.parcel import Parcel
from ..model.snapshot import Dossier
from .canvas import BOLD, Box, Canvas
from .parcel_labels import Room, length_labels, paper_ring, point_labels

SCALES = (100, 200, 300, 500, 700, 1000, 1500, 2000, 2500, 3000, 5000, 7000, 10_000, 15_000, 20_000, 30_000, 50_000)
FILL_SHARE = 0.7
"""The parcel fills about this share of the frame (整饰要求)."""
RED, GREY, NAMED, PALE = "#D00000", "#8A8A8A", "#505050", "#FFF3F0"
NUMBER_POINTS, CODE_POINTS, LENGTH_POINTS = 6.0, 6.0, 5.5


@dataclass(frozen=True)
class View:
    """How the plane lies on paper: 1:scale, the middle of the frame at (e, n)."""

    frame: Box
    scale: int
    e: float
    n: float

    def at(self, e: float, n: float) -> tuple[float, float]:
        millimetre = 1000 / self.scale
        x = self.frame.x + self.frame.width / 2 + (e - self.e) * millimetre
        y = self.frame.y + self.frame.height / 2 - (n - self.n) * millimetre
        return x, y

    def extent(self) -> tuple[float, float, float, float]:
        """(e_min, n_min, e_max, n_max) of the frame in metres."""
        wide, high = self.frame.width * self.scale / 2000, self.frame.height * self.scale / 2000
        return self.e - wide, self.n - high, self.e + wide, self.n + high


def view_of(parcel: Parcel, frame: Box) -> View:
    """The first standard scale at which the parcel fills no more than its share of the frame."""
    e_min, n_min, e_max, n_max = bounds(parcel)
    needed = max((e_max - e_min) / frame.width, (n_max - n_min) / frame.height) * 1000 / FILL_SHARE
    scale = next((each for each in SCALES if each >= needed), int(-(-needed // 10_000) * 10_000))
    return View(frame, scale, (e_min + e_max) / 2, (n_min + n_max) / 2)


def draw_parcel_map(canvas: Canvas, dossier: Dossier, neighbours: Sequence[Dossier], frame: Box, crs: int) -> View:
    """Draw into ``frame`` and return the view. ``crs`` is the EPSG code of the dossiers' WKB."""
    view = view_of(dossier.survey, frame)
    rings = [(number > 1, ring) for _, number, ring in dossier.survey.rings()]
    outlines = [[view.at(e, n) for e, n in ring.easting_northing()] for _, ring in rings]
    corner = _corner_rings(frame)
    with canvas.clipped([corner]):
        codes = _neighbours(canvas, dossier, neighbours, view, crs)
        canvas.polygon(outlines, fill=PALE, colour=RED, width=0.3)
    room = Room(frame.inset(0.8))
    room.taken.extend(_furniture(frame))
    _fraction(canvas, dossier, view, room)
    papers = [paper_ring(points, ring.names, edge_lengths(ring), hole) for points, (hole, ring) in zip(outlines, rings)]
    widths = {name: canvas.width(name, NUMBER_POINTS, BOLD) for ring in papers for name in ring.names}
    _points(canvas, outlines)
    for label in point_labels(papers, room, widths):
        canvas.text(label.box, label.text, NUMBER_POINTS, BOLD, "centre")
    for label in length_labels(papers, room, canvas.width("0", LENGTH_POINTS, BOLD)):
        canvas.turned(label.x, label.y, label.angle, label.text, LENGTH_POINTS, BOLD)
    for code, box in codes:
        if room.take(box):
            canvas.text(box, code, CODE_POINTS, BOLD, "centre", NAMED)
    _north(canvas, frame)
    _scale_bar(canvas, frame, view.scale)
    canvas.rectangle(frame, colour="#000000", width=0.25)
    return view


def _corner_rings(frame: Box) -> list[tuple[float, float]]:
    return [(frame.x, frame.y), (frame.right, frame.y), (frame.right, frame.bottom), (frame.x, frame.bottom)]


def _neighbours(
    canvas: Canvas, dossier: Dossier, neighbours: Sequence[Dossier], view: View, crs: int
) -> list[tuple[str, Box]]:
    """Other parcels of the campaign in grey; returns their codes with the places where they would stand."""
    codes = []
    own = epsg(dossier.survey.grid)
    window = rectangle(*view.extent())
    for other in neighbours:
        shape = move(lambda x, y, z=None: _moved(x, y, crs, own), wkb.loads(other.wkb))
        visible = shape.intersection(window)
        if visible.is_empty:
            continue
        for part in getattr(shape, "geoms", [shape]):
            canvas.polygon(_paper(part, view), colour=GREY, width=0.15)
        if visible.area / view.scale**2 * 1e6 > 60:
            x, y = view.at(*visible.representative_point().coords[0])
            width = canvas.width(other.code, CODE_POINTS, BOLD) + 1
            codes.append((other.code, Box(x - width / 2, y - 1.5, width, 3)))
    return codes


def _moved(x, y, source: int, target: int):  # type: ignore[no-untyped-def]
    points = transform(list(zip(x, y)), source, target)
    return [each[0] for each in points], [each[1] for each in points]


def _paper(polygon: Polygon, view: View) -> list[list[tuple[float, float]]]:
    rings = [polygon.exterior, *polygon.interiors]
    return [[view.at(*point[:2]) for point in ring.coords] for ring in rings]


def _fraction(canvas: Canvas, dossier: Dossier, view: View, room: Room) -> None:
    """Code over land class in the middle of the largest part, where there is room for it."""
    parts = [
        Polygon(part.outer.easting_northing(), [hole.easting_northing() for hole in part.holes])
        for part in dossier.survey.parts
    ]
    x, y = view.at(*max(parts, key=lambda part: part.area).representative_point().coords[0])
    upper, lower = dossier.code, _land_class(dossier)
    width = canvas.width(upper, 8.0, BOLD) + 2
    box = Box(x - width / 2, y - 4.2, width, 8.4)
    if not room.take(box):
        return
    canvas.text(Box(box.x, box.y, width, 4.0), upper, 8.0, BOLD, "centre")
    canvas.line([(box.x, y), (box.right, y)], width=0.15)
    canvas.text(Box(box.x, y + 0.2, width, 4.0), lower, 8.0, BOLD, "centre")


def _land_class(dossier: Dossier) -> str:
    """What stands below the line: the land class code, or the category's character where the ledger gives none."""
    case = dossier.case
    known = case.present_land_class if isinstance(case, UnsuppliedCase) else getattr(case, "use", "")
    return known or dossier.category.character


def _points(canvas: Canvas, outlines: Sequence[Sequence[tuple[float, float]]]) -> None:
    """Small circles on the boundary points; smaller ones where they stand close."""
    count = sum(len(points) for points in outlines)
    half = 0.4 if count <= 80 else 0.2
    for points in outlines:
        for x, y in points:
            canvas.polygon([_circle(x, y, half)], fill="#FFFFFF", colour=RED, width=0.12)


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


def _furniture(frame: Box) -> list[Box]:
    """Where the north arrow and the scale bar stand."""
    return [Box(frame.right - 12, frame.y, 12, 16), Box(frame.x, frame.bottom - 10, 44, 10)]


def _north(canvas: Canvas, frame: Box) -> None:
    x, y = frame.right - 6, frame.y + 5
    canvas.polygon([[(x, y), (x + 2, y + 8), (x, y + 6.4)]], fill="#000000", colour="#000000", width=0.1)
    canvas.polygon([[(x, y), (x - 2, y + 8), (x, y + 6.4)]], fill="#FFFFFF", colour="#000000", width=0.1)
    canvas.text(Box(x - 3, y - 4, 6, 3.6), "北", 7.0, BOLD, "centre")


def _scale_bar(canvas: Canvas, frame: Box, scale: int) -> None:
    """A bar of round length between 10 and 30 mm, and the ratio."""
    metres = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if step * 1000 / scale >= 10)
    length = metres * 1000 / scale
    x, y = frame.x + 3, frame.bottom - 3
    canvas.line([(x, y - 1.2), (x, y), (x + length, y), (x + length, y - 1.2)], width=0.25)
    canvas.text(Box(x - 1, y - 5, 5, 3.4), "0", 6.0)
    canvas.text(Box(x + length - 4, y - 5, 12, 3.4), f"{metres} m", 6.0)
    canvas.text(Box(x + length + 8, y - 3.4, 20, 3.6), f"1:{scale}", 7.5, BOLD)

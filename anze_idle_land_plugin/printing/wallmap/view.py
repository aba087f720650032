"""Ground and paper of the wall map: parcels with their numbers, views at a scale, and what stands where."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot, sqrt
from typing import Iterable, Iterator, Sequence, Tuple

from shapely import wkb
from shapely.geometry import box as box_of
from shapely.geometry.base import BaseGeometry

from ...geodesy.zones import GEOGRAPHIC_EPSG, central_meridian, transform, zone_of
from ...model.standing.snapshot import ContextShape, Dossier, Snapshot
from ..paper.canvas import MM_PER_POINT, Box, Ring
from .insets import Spot, Window
from .placing import Area, Point

Bounds = Tuple[float, float, float, float]
"""West, south, east, north in metres."""
ROUND_SCALES = (
    *(50_000, 75_000, 100_000, 125_000, 150_000, 175_000, 200_000, 250_000, 300_000, 350_000, 400_000, 500_000),
    *(750_000, 1_000_000, 2_000_000),
)
MANY = 300
"""With more parcels than this, crowded cells of the map have one label for all their numbers."""
TOWN_POINTS = 32
LINE_STEP, LINE_HALF = 2.0, 0.8
"""A line is kept clear piece by piece: how long one is in mm, and how far to each side it reaches."""


@dataclass(frozen=True)
class Item:
    """A parcel with its running number, its shape in metres, its bounds and a point inside it."""

    number: int
    dossier: Dossier
    shape: BaseGeometry
    bounds: Bounds
    inner: tuple[float, float]

    @property
    def spot(self) -> Spot:
        return Spot(self.number, *self.bounds)


@dataclass(frozen=True)
class View:
    """Ground to paper: ``box`` in design mm shows the ground about (x, y); ``scale`` is design mm to metres."""

    box: Box
    x: float
    y: float
    scale: float

    def point(self, east: float, north: float) -> tuple[float, float]:
        mm = 1000 / self.scale
        middle_x, middle_y = self.box.x + self.box.width / 2, self.box.y + self.box.height / 2
        return middle_x + (east - self.x) * mm, middle_y - (north - self.y) * mm

    def ground(self, area: Area) -> BaseGeometry:
        """The ground that a rectangle of paper shows."""
        metres = self.scale / 1000
        west = self.x + (area.left - self.box.x - self.box.width / 2) * metres
        north = self.y - (area.top - self.box.y - self.box.height / 2) * metres
        return box_of(west, north - (area.bottom - area.top) * metres, west + (area.right - area.left) * metres, north)

    def shows_within(self, area: Area, shape: BaseGeometry) -> bool:
        """Whether a rectangle of paper lies inside a shape on the ground."""
        return bool(shape.contains(self.ground(area)))

    def ring(self, coordinates: Iterable[Sequence[float]]) -> Ring:
        return [self.point(each[0], each[1]) for each in coordinates]

    def rings(self, shape: BaseGeometry) -> list[Ring]:
        """All rings of a polygon or multipolygon."""
        parts = getattr(shape, "geoms", [shape])
        return [self.ring(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]


def items_of(snapshot: Snapshot) -> list[Item]:
    """All parcels, numbered from 1 in the order of the lists."""
    return [_item(number, dossier) for number, dossier in enumerate(snapshot.all_dossiers(), start=1)]


def _item(number: int, dossier: Dossier) -> Item:
    shape = wkb.loads(dossier.wkb)
    inner = shape.representative_point()
    return Item(number, dossier, shape, shape.bounds, (inner.x, inner.y))


def county_bounds(snapshot: Snapshot, items: Sequence[Item]) -> Bounds:
    """West, south, east, north of the county outline (without one: of towns, then of the parcels)."""
    for layer in ("county", "town"):
        shapes = [wkb.loads(each.wkb).bounds for each in snapshot.context.get(layer, ()) if each.wkb]
        if shapes:
            return _around(shapes)
    west, south, east, north = _around([item.bounds for item in items] or [_nowhere(snapshot.campaign.crs)])
    return west - 500, south - 500, east + 500, north + 500


def _nowhere(crs: str) -> Bounds:
    """A point on the central meridian: where a campaign without outline and parcels is drawn."""
    meridian = central_meridian(zone_of(crs))
    x, y = transform([(float(meridian), 36.0)], GEOGRAPHIC_EPSG, int(crs.split(":")[1]))[0]
    return x, y, x, y


def round_scale(bounds: Bounds, width_mm: float, height_mm: float) -> int:
    """The largest round scale (smallest denominator) at which the bounds fit on real millimetres of paper."""
    west, south, east, north = bounds
    needed = max((east - west) * 1000 / width_mm, (north - south) * 1000 / height_mm)
    return next((scale for scale in ROUND_SCALES if scale >= needed), int(needed // 100_000 + 1) * 100_000)


def area_of(box: Box) -> Area:
    return Area(box.x, box.y, box.right, box.bottom)


def mark_box(view: View, window: Window) -> Box:
    west, north = view.point(window.x - window.width / 2, window.y + window.height / 2)
    east, south = view.point(window.x + window.width / 2, window.y - window.height / 2)
    return Box(west, north, east - west, south - north)


def line_boxes(lines: Iterable[BaseGeometry], view: View) -> list[Box]:
    """Lines on the ground, as far as a view shows them, in short pieces: the boxes that nothing else shall stand on."""
    shown = view.ground(area_of(view.box))
    seen_lines = [line.intersection(shown) for line in lines]
    runs = [view.ring(run.coords) for line in seen_lines for run in getattr(line, "geoms", [line]) if run.length]
    return [piece for run in runs for start, end in zip(run, run[1:]) for piece in _along(start, end)]


def _along(start: Point, end: Point) -> Iterator[Box]:
    """The boxes about the pieces of a straight line."""
    (x1, y1), (x2, y2) = start, end
    count = ceil(hypot(x2 - x1, y2 - y1) / LINE_STEP)
    width, height = abs(x2 - x1) / count if count else 0.0, abs(y2 - y1) / count if count else 0.0
    for each in range(count):
        middle_x, middle_y = x1 + (x2 - x1) * (each + 0.5) / count, y1 + (y2 - y1) * (each + 0.5) / count
        yield Box(middle_x - width / 2, middle_y - height / 2, width, height).inset(-LINE_HALF)


def named(snapshot: Snapshot) -> Iterator[ContextShape]:
    yield from snapshot.context.get("town", ()) or snapshot.context.get("place", ())


def name_box(named: ContextShape, view: View) -> Box:
    x, y = view.point(*wkb.loads(named.wkb).representative_point().coords[0][:2])
    width = len(named.name) * TOWN_POINTS * MM_PER_POINT
    return Box(x - width / 2, y - 20, width, 14)


def seen(item: Item, view: View) -> bool:
    """Whether a parcel lies on the ground that a view shows, in whole or in part."""
    (west, south, east, north), (left, low, right, high) = item.bounds, view.ground(area_of(view.box)).bounds
    return bool(west < right and east > left and south < high and north > low)


def true_size(item: Item, view: View) -> float:
    """The side in mm of a square as large as the parcel at the scale of the view."""
    return sqrt(max(item.dossier.area_m2, 0.0)) * 1000 / view.scale


def anchor_xy(item: Item, view: View) -> tuple[float, float]:
    """The point inside a parcel on paper."""
    return view.point(*item.inner)


def _around(boxes: Sequence[Bounds]) -> Bounds:
    wests, souths, easts, norths = zip(*boxes)
    return min(wests), min(souths), max(easts), max(norths)

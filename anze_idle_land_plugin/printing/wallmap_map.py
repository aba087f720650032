"""The main map of the wall map and its enlargements: county, towns, rivers, parcels, numbers with leaders."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Iterable, Iterator, Sequence

from shapely import wkb
from shapely.geometry.base import BaseGeometry

from ..cartography.palette import fills, lines
from ..geodesy.zones import GEOGRAPHIC_EPSG, central_meridian, grid_of, transform
from ..model.snapshot import ContextShape, Dossier, Snapshot
from .canvas import BOLD, Box, Canvas, Ring, circle
from .wallmap_insets import Spot, Window
from .wallmap_placing import Anchor, Margins, Placed, place, symbol_diameter

ROUND_SCALES = (50_000, 100_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 1_000_000, 2_000_000)
NUMBER_POINTS = 24.0
NUMBER_PITCH = 8.6
"""Height of a number's slot in mm: 24 points are 8.5 mm."""
NUMBER_WIDTH = 17.0
CHARACTER_ROOM = 7.0
TOWN_TINTS = ("#F7F3E8", "#EDF4EC", "#F3EFF6", "#EAF2F7", "#FAF0EC", "#F2F5E6", "#F0F0F0")


@dataclass(frozen=True)
class Item:
    """A parcel with its running number and its shape in metres."""

    number: int
    dossier: Dossier
    shape: BaseGeometry

    @property
    def spot(self) -> Spot:
        return Spot(self.number, *self.shape.bounds)


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

    def ring(self, coordinates: Iterable[Sequence[float]]) -> Ring:
        return [self.point(each[0], each[1]) for each in coordinates]

    def rings(self, shape: BaseGeometry) -> list[Ring]:
        """All rings of a polygon or multipolygon."""
        parts = getattr(shape, "geoms", [shape])
        return [self.ring(ring.coords) for part in parts for ring in (part.exterior, *part.interiors)]


@dataclass(frozen=True)
class MapResult:
    """What became of the numbers: those for which the margins had no slot."""

    unplaced: tuple[int, ...]


def items_of(snapshot: Snapshot) -> list[Item]:
    """All parcels, numbered from 1 in the order of the lists."""
    return [
        Item(number, dossier, wkb.loads(dossier.wkb)) for number, dossier in enumerate(snapshot.all_dossiers(), start=1)
    ]


def county_bounds(snapshot: Snapshot, items: Sequence[Item]) -> tuple[float, float, float, float]:
    """West, south, east, north of the county outline (without one: of towns, then of the parcels)."""
    for layer in ("county", "town"):
        shapes = [wkb.loads(each.wkb).bounds for each in snapshot.context.get(layer, ()) if each.wkb]
        if shapes:
            return _around(shapes)
    west, south, east, north = _around([item.shape.bounds for item in items] or [_nowhere(snapshot.campaign.crs)])
    return west - 500, south - 500, east + 500, north + 500


def _nowhere(crs: str) -> tuple[float, float, float, float]:
    """A point on the central meridian: where a campaign without outline and parcels is drawn."""
    meridian = central_meridian(grid_of(crs).zone or 37)
    x, y = transform([(float(meridian), 36.0)], GEOGRAPHIC_EPSG, int(crs.split(":")[1]))[0]
    return x, y, x, y


def round_scale(bounds: tuple[float, float, float, float], width_mm: float, height_mm: float) -> int:
    """The largest round scale (smallest denominator) at which the bounds fit on real millimetres of paper."""
    west, south, east, north = bounds
    needed = max((east - west) * 1000 / width_mm, (north - south) * 1000 / height_mm)
    return next((scale for scale in ROUND_SCALES if scale >= needed), int(needed // 100_000 + 1) * 100_000)


def draw_map(
    canvas: Canvas, snapshot: Snapshot, items: Sequence[Item], view: View, windows: Sequence[Window], theme: str
) -> MapResult:
    """The main map. Parcels inside a window get their number there; here only the window's frame is marked."""
    enlarged = frozenset(number for window in windows for number in window.numbers)
    numbered = [item for item in items if item.number not in enlarged]
    with canvas.clipped([_frame(view.box)]):
        draw_context(canvas, snapshot, view)
    _draw_ticks(canvas, snapshot, view)
    placement = place([_anchor(item, view) for item in numbered], margins_of(view.box))
    for item in sorted(items, key=lambda each: -each.dossier.area_m2):
        draw_parcel(canvas, item, view, theme, symbol=item.number not in enlarged)
    draw_leaders(canvas, placement.placed)
    draw_characters(canvas, items, view)
    for index, window in enumerate(windows):
        _mark(canvas, view, window, letter(index))
    draw_numbers(canvas, placement.placed)
    canvas.rectangle(view.box, colour="#000000", width=0.8)
    return MapResult(tuple(anchor.number for anchor in placement.unplaced))


def draw_window(
    canvas: Canvas, snapshot: Snapshot, items: Sequence[Item], view: View, window: Window, theme: str
) -> MapResult:
    """One enlargement; it numbers the parcels it owns and no others."""
    with canvas.clipped([_frame(view.box)]):
        draw_context(canvas, snapshot, view, names=False)
        owned = [item for item in items if item.number in window.numbers]
        placement = place([_anchor(item, view) for item in owned], margins_of(view.box))
        shown = [item for item in items if _seen(item, window)]
        for item in sorted(shown, key=lambda each: -each.dossier.area_m2):
            draw_parcel(canvas, item, view, theme, symbol=item.number in window.numbers)
        draw_leaders(canvas, placement.placed)
        draw_characters(canvas, shown, view)
        draw_numbers(canvas, placement.placed)
    canvas.rectangle(view.box, colour="#000000", width=0.6)
    return MapResult(tuple(anchor.number for anchor in placement.unplaced))


def margins_of(box: Box, head: float = 2.0) -> Margins:
    """The two columns of numbers along the sides of a map frame."""
    return Margins(box.x + NUMBER_WIDTH, box.right - NUMBER_WIDTH, box.y + head, box.bottom - 2, NUMBER_PITCH)


def letter(index: int) -> str:
    return chr(ord("A") + index)


def draw_context(canvas: Canvas, snapshot: Snapshot, view: View, names: bool = True) -> None:
    """Towns tinted, zone, rivers, county outline, names."""
    for index, town in enumerate(snapshot.context.get("town", ())):
        tint = TOWN_TINTS[index % len(TOWN_TINTS)]
        canvas.polygon(view.rings(wkb.loads(town.wkb)), tint, "#9A9A9A", 0.35, "dash")
    for zone in snapshot.context.get("zone_area", ()):
        canvas.polygon(view.rings(wkb.loads(zone.wkb)), "#F5E3C8", "#B0702A", 0.6, "dash")
    for river in snapshot.context.get("river", ()):
        for run in _runs(wkb.loads(river.wkb)):
            canvas.line(view.ring(run.coords), "#8DB9E0", 1.0)
    for county in snapshot.context.get("county", ()):
        canvas.polygon(view.rings(wkb.loads(county.wkb)), colour="#444444", width=1.2)
    for place_shape in snapshot.context.get("place", ()):
        x, y = view.point(*wkb.loads(place_shape.wkb).coords[0][:2])
        canvas.polygon([circle(x, y, 1.0)], "#FFFFFF", "#333333", 0.4)
    if names:
        for named in _named(snapshot):
            _draw_name(canvas, named, view)


def draw_parcel(canvas: Canvas, item: Item, view: View, theme: str, symbol: bool) -> None:
    """A parcel at true size, or where that is too small to see a disc whose area grows with the parcel's."""
    dossier = item.dossier
    true_size = sqrt(max(dossier.area_m2, 0.0)) * 1000 / view.scale
    diameter = symbol_diameter(dossier.area_m2)
    rings = view.rings(item.shape)
    if symbol and true_size < diameter:
        x, y = _anchor_xy(item, view)
        rings = [circle(x, y, diameter / 2)]
    paint_sample(canvas, rings, dossier, theme, thin=not symbol)


def draw_characters(canvas: Canvas, items: Iterable[Item], view: View) -> None:
    """The character of the category on every parcel with room for it, above the end of its leader."""
    for item in items:
        if sqrt(max(item.dossier.area_m2, 0.0)) * 1000 / view.scale > CHARACTER_ROOM:
            x, y = _anchor_xy(item, view)
            _haloed(canvas, Box(x - 5, y - 3.5, 10, 7), item.dossier.category.character, 16)


def paint_sample(canvas: Canvas, rings: Sequence[Ring], dossier: Dossier, theme: str, thin: bool = False) -> None:
    line = lines()[dossier.status]
    fill = fills()[dossier.category] if theme != "status" else "#FFFFFF"
    if theme == "category":
        canvas.polygon(rings, fill, "#333333", 0.15 if thin else 0.3)
        return
    canvas.polygon(rings, fill)
    canvas.hatch(rings, line.hatch, line.colour)
    canvas.polygon(rings, "", line.colour, line.width_mm * (0.4 if thin else 1.0), line.dash)


def draw_leaders(canvas: Canvas, placed: Iterable[Placed]) -> None:
    """Leaders run above the parcels, cased in white, to a dot on their own."""
    for each in placed:
        canvas.line(((each.x, each.y), (each.port_x, each.port_y)), "#FFFFFF", 0.7)
        canvas.line(((each.x, each.y), (each.port_x, each.port_y)), "#222222", 0.25)
        canvas.polygon([circle(each.x, each.y, 0.7, 12)], "#222222", "#FFFFFF", 0.2)


def draw_numbers(canvas: Canvas, placed: Iterable[Placed]) -> None:
    for each in placed:
        left = each.side == "left"
        x = each.port_x - NUMBER_WIDTH + 1 if left else each.port_x + 1
        box = Box(x, each.port_y - NUMBER_PITCH / 2, NUMBER_WIDTH - 2, NUMBER_PITCH)
        canvas.text(box, str(each.number), NUMBER_POINTS, BOLD, "right" if left else "left")


def draw_north(canvas: Canvas, x: float, y: float) -> None:
    """A north arrow 26 mm high with its foot at (x, y)."""
    canvas.polygon([((x, y - 18), (x - 5, y), (x, y - 4))], "#000000", "#000000", 0.3)
    canvas.polygon([((x, y - 18), (x + 5, y), (x, y - 4))], "#FFFFFF", "#000000", 0.3)
    canvas.text(Box(x - 8, y - 28, 16, 9), "北", 24, BOLD, "centre")


def draw_scale_bar(canvas: Canvas, x: float, y: float, view: View, real_scale: int) -> None:
    """Scale bar of 10 km (shorter in enlargements) with the ratio above it."""
    step = next(metres for metres in (5000, 2000, 1000, 500, 200, 100, 50) if metres * 1000 / view.scale <= 52)
    length = step * 1000 / view.scale
    for index, fill in enumerate(("#000000", "#FFFFFF")):
        canvas.rectangle(Box(x + index * length, y, length, 2.5), fill, "#000000", 0.3)
    unit, factor = ("km", 1000) if step >= 1000 else ("m", 1)
    for index in range(3):
        label = f"{index * step / factor:g}" + (f" {unit}" if index == 2 else "")
        canvas.text(Box(x + index * length - 15, y + 3, 30, 6), label, 16, align="centre")
    canvas.text(Box(x, y - 10, 2 * length, 9), f"1:{real_scale:,}".replace(",", " "), 24, BOLD, "centre")


def _draw_ticks(canvas: Canvas, snapshot: Snapshot, view: View) -> None:
    """Ticks of the graticule every 10 minutes along the frame, with degrees and minutes."""
    crs = int(snapshot.campaign.crs.split(":")[1])
    mm = 1000 / view.scale
    west, east = view.x - view.box.width / 2 / mm, view.x + view.box.width / 2 / mm
    south, north = view.y - view.box.height / 2 / mm, view.y + view.box.height / 2 / mm
    (low, high) = transform([(west, south), (east, north)], crs, GEOGRAPHIC_EPSG)
    for minutes in range(int(low[0] * 6) * 10, int(high[0] * 6 + 2) * 10, 10):
        for latitude, y, inward in ((high[1], view.box.y, 4.0), (low[1], view.box.bottom, -4.0)):
            x, _ = view.point(*transform([(minutes / 60, latitude)], GEOGRAPHIC_EPSG, crs)[0])
            if view.box.x + 25 < x < view.box.right - 25:
                canvas.line(((x, y), (x, y + inward)), width=0.3)
                canvas.text(Box(x - 20, y + inward * 1.9 - 3, 40, 6), _degrees(minutes, "E"), 16, align="centre")
    for minutes in range(int(low[1] * 6) * 10, int(high[1] * 6 + 2) * 10, 10):
        for longitude, x, inward in ((low[0], view.box.x, -4.0), (high[0], view.box.right, 4.0)):
            _, y = view.point(*transform([(longitude, minutes / 60)], GEOGRAPHIC_EPSG, crs)[0])
            if view.box.y + 8 < y < view.box.bottom - 8:
                canvas.line(((x, y), (x - inward, y)), width=0.5)


def _degrees(minutes: int, hemisphere: str) -> str:
    return f"{minutes // 60}°{minutes % 60:02d}′{hemisphere}"


def _mark(canvas: Canvas, view: View, window: Window, name: str) -> None:
    west, north = view.point(window.x - window.width / 2, window.y + window.height / 2)
    east, south = view.point(window.x + window.width / 2, window.y - window.height / 2)
    box = Box(west, north, east - west, south - north)
    canvas.rectangle(box, colour="#C00000", width=0.8)
    _haloed(canvas, Box(box.right + 1, box.y - 3, 12, 12), name, 36, "#C00000")


def _haloed(canvas: Canvas, box: Box, text: str, points: float, colour: str = "#000000") -> None:
    """Text with a white ground of its own width, so that it reads on fills and hatches."""
    width = canvas.width(text, points, BOLD) + 0.6
    height = points * 0.36
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    canvas.rectangle(Box(middle_x - width / 2, middle_y - height / 2, width, height), "#FFFFFF")
    canvas.text(box, text, points, BOLD, "centre", colour)


def _named(snapshot: Snapshot) -> Iterator[ContextShape]:
    yield from snapshot.context.get("town", ()) or snapshot.context.get("place", ())


def _draw_name(canvas: Canvas, named: ContextShape, view: View) -> None:
    x, y = view.point(*wkb.loads(named.wkb).representative_point().coords[0][:2])
    canvas.text(Box(x - 60, y - 20, 120, 14), named.name, 32, BOLD, "centre", "#6E6E6E")


def _seen(item: Item, window: Window) -> bool:
    west, south, east, north = item.shape.bounds
    return (
        west < window.x + window.width / 2
        and east > window.x - window.width / 2
        and south < window.y + window.height / 2
        and north > window.y - window.height / 2
    )


def _anchor_xy(item: Item, view: View) -> tuple[float, float]:
    x, y = item.shape.representative_point().coords[0][:2]
    return view.point(x, y)


def _anchor(item: Item, view: View) -> Anchor:
    return Anchor(item.number, *_anchor_xy(item, view))


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    wests, souths, easts, norths = zip(*boxes)
    return min(wests), min(souths), max(easts), max(norths)


def _frame(box: Box) -> Ring:
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def _runs(shape: BaseGeometry) -> Sequence[BaseGeometry]:
    return list(getattr(shape, "geoms", [shape]))

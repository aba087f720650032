"""The main map of the wall map and its enlargements: county, towns, rivers, parcels, numbers with leaders."""

from __future__ import annotations

from math import sqrt
from typing import Iterable, Sequence

from shapely import wkb
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...cartography.palette import WALL, PlaceStyle, fills, lines, places
from ...geodesy.zones import GEOGRAPHIC_EPSG, transform
from ...model.standing.snapshot import Dossier, Snapshot
from ..paper.canvas import BOLD, Box, Canvas, Ring, circle
from .groups import Group
from .insets import Window
from .names import Lettering
from .numbers import NUMBER_POINTS, Numbers, county_line
from .placing import Label, symbol_diameter
from .view import TOWN_POINTS, Item, View, anchor_xy, mark_box, seen, true_size

CHARACTER_ROOM, PART_ROOM = 7.0, 18.0
"""The side in mm of a parcel that has room for its character, and of a part with room for the number beside it."""


def draw_map(
    canvas: Canvas,
    snapshot: Snapshot,
    items: Sequence[Item],
    view: View,
    windows: Sequence[Window],
    numbers: Numbers,
    words: Lettering,
    theme: str,
) -> None:
    """The main map. Parcels inside a window get their number there; here only the window's frame is marked."""
    enlarged = frozenset(number for window in windows for number in window.numbers)
    with canvas.clipped([_frame(view.box)]):
        draw_context(canvas, snapshot, view)
        for name, box in words.names:
            canvas.text(box, name, TOWN_POINTS, BOLD, "centre", "#6E6E6E")
    _draw_ticks(canvas, snapshot, view)
    with canvas.clipped([_frame(view.box)]):
        for item in sorted(items, key=lambda each: -each.dossier.area_m2):
            draw_parcel(canvas, item, view, theme, symbol=item.number not in enlarged)
    draw_labels(canvas, numbers.labels)
    draw_characters(canvas, items, view)
    for each in numbers.groups:
        _draw_group(canvas, each)
    for index, window in enumerate(windows):
        canvas.rectangle(mark_box(view, window), colour="#C00000", width=0.8)
        _haloed(canvas, words.letters[index], letter(index), 36, "#C00000")
    canvas.rectangle(view.box, colour="#000000", width=0.8)


def draw_window(
    canvas: Canvas,
    snapshot: Snapshot,
    items: Sequence[Item],
    view: View,
    window: Window,
    numbers: Numbers,
    theme: str,
) -> None:
    """One enlargement with the numbers that stand in it."""
    with canvas.clipped([_frame(view.box)]):
        draw_context(canvas, snapshot, view)
        shown = [item for item in items if seen(item, view)]
        for item in sorted(shown, key=lambda each: -each.dossier.area_m2):
            draw_parcel(canvas, item, view, theme, symbol=item.number in window.numbers)
        draw_characters(canvas, shown, view)
        draw_labels(canvas, numbers.labels, on_white=True)
        for each in numbers.groups:
            _draw_group(canvas, each)
    canvas.rectangle(view.box, colour="#000000", width=0.6)


def letter(index: int) -> str:
    return chr(ord("A") + index)


def draw_context(canvas: Canvas, snapshot: Snapshot, view: View) -> None:
    """Towns, zone, rivers, county outline and places, as the palette has them."""
    for role in ("town", "zone_area", "river", "county", "place"):
        style = places()[role]
        for shape in snapshot.context.get(role, ()):
            _draw_place(canvas, wkb.loads(shape.wkb), view, role, style)


def _draw_place(canvas: Canvas, shape: BaseGeometry, view: View, role: str, style: PlaceStyle) -> None:
    width = WALL * style.width_mm
    if role == "river":
        for run in _runs(shape):
            canvas.line(view.ring(run.coords), style.colour, width, style.dash)
    elif role == "place":
        canvas.polygon([circle(*view.point(*shape.coords[0][:2]), 1.0)], style.fill, style.colour, width)
    else:
        canvas.polygon(view.rings(shape), style.fill, style.colour, width, style.dash)


def draw_parcel(canvas: Canvas, item: Item, view: View, theme: str, symbol: bool) -> None:
    """A parcel at true size, or where that is too small to see a disc whose area grows with the parcel's."""
    dossier = item.dossier
    diameter = symbol_diameter(dossier.area_m2)
    rings = view.rings(item.shape)
    if symbol and true_size(item, view) < diameter:
        x, y = anchor_xy(item, view)
        rings = [circle(x, y, diameter / 2)]
    paint_sample(canvas, rings, dossier, theme, thin=not symbol)


def draw_characters(canvas: Canvas, items: Iterable[Item], view: View) -> None:
    """The character of the category on every parcel with room for it, above the end of its leader.

    The further parts of a parcel have it too, with the number in small type where there is room.
    """
    for item in items:
        if true_size(item, view) <= CHARACTER_ROOM:
            continue
        character = item.dossier.category.character
        x, y = anchor_xy(item, view)
        _haloed(canvas, Box(x - 5, y - 3.5, 10, 7), character, 16)
        for part in further_parts(item):
            side = sqrt(part.area) * 1000 / view.scale
            if side > CHARACTER_ROOM:
                x, y = view.point(*part.representative_point().coords[0][:2])
                words = f"{character}{item.number}" if side > PART_ROOM else character
                _haloed(canvas, Box(x - 5, y - 3.5, 10, 7), words, 16)


def further_parts(item: Item) -> list[BaseGeometry]:
    """The parts of a parcel beside the one that holds its number."""
    parts = list(getattr(item.shape, "geoms", [item.shape]))
    return [part for part in parts if len(parts) > 1 and not part.intersects(Point(item.inner))]


def paint_sample(canvas: Canvas, rings: Sequence[Ring], dossier: Dossier, theme: str, thin: bool = False) -> None:
    line = lines()[dossier.status]
    fill = fills()[dossier.category] if theme != "status" else "#FFFFFF"
    if theme == "category":
        canvas.polygon(rings, fill, "#333333", 0.15 if thin else 0.3)
        return
    canvas.polygon(rings, fill)
    canvas.hatch(rings, line.hatch, line.colour)
    canvas.polygon(rings, "", line.colour, line.width_mm * (0.4 if thin else 1.0), line.dash)


def draw_labels(canvas: Canvas, labels: Iterable[Label], on_white: bool = False) -> None:
    """Numbers, and their leaders cased in white from a dot on the parcel; ``on_white`` where they may lie on one."""
    for label in labels:
        if label.leader:
            canvas.line(label.leader, "#FFFFFF", 0.8)
            canvas.line(label.leader, "#222222", 0.3)
            canvas.polygon([circle(*label.leader[0], 0.7, 12)], "#222222", "#FFFFFF", 0.2)
        left, top, right, bottom = label.area
        height = (bottom - top) / len(label.lines)
        for index, line in enumerate(label.lines):
            room = Box(left, top + index * height, right - left, height)
            if on_white:
                _haloed(canvas, room, line, NUMBER_POINTS)
            else:
                canvas.text(room, line, NUMBER_POINTS, BOLD, "centre")


def _draw_group(canvas: Canvas, each: Group) -> None:
    """The numbers of a cell on white in the cell they belong to."""
    left, top, right, bottom = each.cell
    canvas.rectangle(Box(left, top, right - left, bottom - top), colour="#777777", width=0.2, dash="dash")
    left, top, right, bottom = each.area
    canvas.rectangle(Box(left, top, right - left, bottom - top), "#FFFFFF", "#777777", 0.2)
    height = (bottom - top) / len(each.lines)
    for index, line in enumerate(each.lines):
        canvas.text(Box(left, top + index * height, right - left, height), line, each.points, BOLD, "centre")


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
    """Ticks of the graticule every 10 minutes along the frame, with degrees and minutes off the county line."""
    county = county_line(snapshot, view)

    def clear(x: float, y: float, width: float, height: float) -> bool:
        return not any(Box(x - width / 2, y - height / 2, width, height).meets(piece) for piece in county)

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
                if clear(x, y + inward * 1.9, 30, 7):
                    canvas.text(Box(x - 20, y + inward * 1.9 - 3, 40, 6), _degrees(minutes, "E"), 16, BOLD, "centre")
    for minutes in range(int(low[1] * 6) * 10, int(high[1] * 6 + 2) * 10, 10):
        for longitude, x, inward in ((low[0], view.box.x, -4.0), (high[0], view.box.right, 4.0)):
            _, y = view.point(*transform([(longitude, minutes / 60)], GEOGRAPHIC_EPSG, crs)[0])
            if view.box.y + 8 < y < view.box.bottom - 8:
                canvas.line(((x, y), (x - inward, y)), width=0.3)
                roomy = view.box.y + 70 < y < view.box.bottom - 60
                if roomy and clear(x - inward * 1.9, y, 7, 30):
                    canvas.turned(x - inward * 1.9, y, 90.0 if inward > 0 else -90.0, _degrees(minutes, "N"), 16, BOLD)


def _degrees(minutes: int, hemisphere: str) -> str:
    return f"{minutes // 60}°{minutes % 60:02d}′{hemisphere}"


def _haloed(canvas: Canvas, box: Box, text: str, points: float, colour: str = "#000000") -> None:
    """Text with a white ground of its own width, so that it reads on fills and hatches."""
    width = canvas.width(text, points, BOLD) + 0.6
    height = points * 0.36
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    canvas.rectangle(Box(middle_x - width / 2, middle_y - height / 2, width, height), "#FFFFFF")
    canvas.text(box, text, points, BOLD, "centre", colour)


def _frame(box: Box) -> Ring:
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def _runs(shape: BaseGeometry) -> Sequence[BaseGeometry]:
    return list(getattr(shape, "geoms", [shape]))

"""Where the names of towns and the letters of enlargements stand: clear of lines, parcels and of each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Iterator, Sequence

from shapely import wkb
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from ...model.standing.snapshot import ContextShape, Snapshot
from ..paper.canvas import Box
from .insets import Window
from .placing import APART, Paper, symbol_diameter
from .view import Item, View, anchor_xy, area_of, line_boxes, mark_box, name_box, named

LETTER = 12.0
"""The side of the room of a letter in mm."""
STEP = 5.0
"""How far the places tried for a name lie apart, in mm."""
LINES = ("county", "zone_area", "river")


@dataclass(frozen=True)
class Lettering:
    """The names of towns with their rooms, and the room of the letter of every enlargement."""

    names: tuple[tuple[str, Box], ...]
    letters: tuple[Box, ...]

    def boxes(self) -> list[Box]:
        """What numbers keep clear of: with a blank beside the names."""
        names = [Box(box.x - APART, box.y, box.width + 2 * APART, box.height) for _, box in self.names]
        return [*names, *self.letters]


def lettering(
    snapshot: Snapshot, items: Sequence[Item], view: View, windows: Sequence[Window], furniture: Sequence[Box]
) -> Lettering:
    """The letters beside the frames of the enlargements, then the names where there is room for them."""
    marks = [mark_box(view, window) for window in windows]
    letters = _letters(marks, view)
    paper = Paper(area_of(view.box.inset(1.0)))
    for box in (*marks, *letters, *furniture, *line_boxes(_lines(snapshot), view)):
        paper.cover(area_of(box))
    for item in items:
        x, y = anchor_xy(item, view)
        size = symbol_diameter(item.dossier.area_m2)
        paper.cover(area_of(Box(x - size / 2, y - size / 2, size, size)), item.number)
    names = []
    for each in named(snapshot):
        names.append((each.name, _room(each, view, paper)))
        paper.cover(area_of(names[-1][1]))
    return Lettering(tuple(names), letters)


def _letters(marks: Sequence[Box], view: View) -> tuple[Box, ...]:
    letters: list[Box] = []
    for mark in marks:
        places = [place for place in _about(mark) if area_of(place).within(area_of(view.box))] or [*_about(mark)]
        clear = (place for place in places if not any(place.meets(other) for other in (*marks, *letters)))
        letters.append(next(clear, places[0]))
    return tuple(letters)


def _about(mark: Box) -> Iterator[Box]:
    """Where the letter of a frame may stand, at its upper right corner first."""
    right, left = mark.right + 1, mark.x - 1 - LETTER
    top, bottom = mark.y - 3, mark.bottom + 3 - LETTER
    above, below = mark.y - 1 - LETTER, mark.bottom + 1
    for x, y in ((right, top), (left, top), (right, bottom), (left, bottom)):
        yield Box(x, y, LETTER, LETTER)
    for x in (mark.x + (mark.width - LETTER) / 2, mark.right - LETTER, mark.x):
        for y in (above, below):
            yield Box(x, y, LETTER, LETTER)


def _lines(snapshot: Snapshot) -> Iterator[BaseGeometry]:
    for name in LINES:
        for each in snapshot.context.get(name, ()):
            shape = wkb.loads(each.wkb)
            yield shape.boundary if shape.area else shape


def _room(each: ContextShape, view: View, paper: Paper) -> Box:
    """The room nearest to the middle of the town that is clear of all, else of all but parcels, else that middle."""
    usual, shape = name_box(each, view), wkb.loads(each.wkb)
    if not shape.area:
        return usual
    inside = prep(shape).contains
    west, south, east, north = shape.bounds
    left, top = view.point(west, north)
    right, bottom = view.point(east, south)
    places = [
        Box(left + column * STEP, top + row * STEP, usual.width, usual.height)
        for column in range(int((right - left) / STEP) + 1)
        for row in range(int((bottom - top) / STEP) + 1)
    ]
    places.sort(key=lambda place: hypot(place.x - usual.x, place.y - usual.y))
    within = [place for place in (usual, *places) if inside(view.ground(area_of(place)))]
    for over_parcels in (False, True):
        for place in within:
            if paper.free(area_of(place), over_parcels):
                return place
    return usual

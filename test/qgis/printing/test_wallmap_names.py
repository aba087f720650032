"""Names of towns and letters of enlargements on the wall map: on no line, on no parcel, on no other."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest
from qgis.PyQt.QtGui import QImage, QPainter
from shapely import wkb
from shapely.geometry import MultiLineString, Polygon, box

from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.printing.paper.canvas import Box, Canvas, Mark
from anze_idle_land_plugin.printing.wallmap.insets import Window
from anze_idle_land_plugin.printing.wallmap.names import lettering
from anze_idle_land_plugin.printing.wallmap.page import WallMap, draw_page, plan
from anze_idle_land_plugin.printing.wallmap.paper import PAPERS, sheet
from anze_idle_land_plugin.printing.wallmap.view import View, area_of, county_bounds, items_of, mark_box

DAY = date(2023, 9, 30)
SHEETS = [(paper, orientation) for paper in PAPERS for orientation in ("portrait", "landscape")]


def planned(sample: Snapshot, paper: str, orientation: str) -> WallMap:
    items = items_of(sample)
    return plan(sample, items, sheet(paper, orientation, county_bounds(sample, items)), "both", DAY)


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_the_name_of_a_town_stands_in_it_and_on_no_river(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    towns = {each.name: wkb.loads(each.wkb) for each in sample.context["town"]}
    assert [name for name, _ in wall.words.names] == list(towns)
    rivers = [wkb.loads(each.wkb) for each in sample.context["river"]]
    for name, room in wall.words.names:
        ground = wall.view.ground(area_of(room))
        assert towns[name].contains(ground), name
        assert not any(river.intersects(ground) for river in rivers), name


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_names_letters_and_numbers_stand_apart(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    rooms = [area_of(each) for each in wall.words.boxes()]
    assert not any(one.meets(other) for one, other in combinations(rooms, 2))
    assert not any(label.area.meets(room) for label in wall.numbers.labels for room in rooms)


def test_letters_of_enlargements_close_to_each_other_keep_off_each_other_and_their_frames(sample: Snapshot) -> None:
    view = View(Box(0, 0, 500, 500), 0.0, 0.0, 100_000)
    windows = [Window(0.0, 900.0 * k, 10_000, 2000.0, 800.0, frozenset()) for k in range(5)]
    letters = lettering(sample, [], view, windows, ()).letters
    marks = [mark_box(view, window) for window in windows]
    assert not any(one.meets(other) for one, other in combinations(letters, 2))
    assert not any(letter.meets(mark) for letter in letters for mark in marks)


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_no_number_stands_on_the_frame_of_an_enlargement(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    marks = [mark_box(wall.view, inset.window) for inset in wall.insets]
    rings = [Polygon(box(mark.x, mark.y, mark.right, mark.bottom)).exterior.buffer(0.8) for mark in marks]
    frames = MultiLineString([ring.exterior for ring in rings])
    assert not any(frames.intersects(box(*label.area)) for label in wall.numbers.labels)


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_degrees_stand_on_all_four_sides_where_the_county_leaves_room(
    qgis_app: object, sample: Snapshot, paper: str, orientation: str
) -> None:
    wall = planned(sample, paper, orientation)
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    marks: list[Mark] = []
    draw_page(Canvas(painter, 0.1, marks), wall, 1)
    painter.end()
    degrees = [mark for mark in marks if re.fullmatch(r"\d+°\d\d′[EN]", mark.text)]
    county = MultiLineString(wall.view.rings(wkb.loads(sample.context["county"][0].wkb)))
    assert {mark.text[-1] for mark in degrees} == {"E", "N"}
    assert not any(county.intersects(Polygon(mark.corners)) for mark in degrees)

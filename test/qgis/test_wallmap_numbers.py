"""The numbers of whole wall maps, as planned, before any ink: one each, in the frame, on nothing, crossing nothing."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from qgis.core import QgsProcessingFeedback
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from anze_idle_land_plugin.algorithms.samplecampaign import _build, sample_folder
from anze_idle_land_plugin.model.snapshot import Snapshot
from anze_idle_land_plugin.printing.canvas import circle
from anze_idle_land_plugin.printing.wallmap_page import WallMap, plan
from anze_idle_land_plugin.printing.wallmap_placing import Label, symbol_diameter
from anze_idle_land_plugin.printing.wallmap_sheet import PAPERS, sheet
from anze_idle_land_plugin.printing.wallmap_view import Item, View, anchor_xy, area_of, items_of, true_size
from anze_idle_land_plugin.store.snapshot import read_snapshot

DAY = date(2023, 9, 30)
SHEETS = [(paper, orientation) for paper in PAPERS for orientation in ("portrait", "landscape")]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    path = tmp_path_factory.mktemp("wall") / "sample.gpkg"
    _build(path, sample_folder(), QgsProcessingFeedback())
    return read_snapshot(str(path), DAY)


def crowd(count: int) -> Snapshot:
    """Parcels in the villages of a county, some on top of each other at the scale of a wall map."""
    made = []
    for index in range(count):
        village, place = index % 60, index // 60
        x, y = village * 7919 % 40000 - 20000, village * 104729 % 60000 - 30000
        x, y = x + place % 6 * 180, y + place // 6 * 180
        survey = parcel(shifted([(x + a, y + b) for a, b in SQUARE]), code=f"2023-G-{index:05}")
        made.append(dossier(survey=survey))
    return snapshot(made)


def planned(whole: Snapshot, paper: str = "A0", orientation: str = "portrait") -> WallMap:
    return plan(whole, items_of(whole), sheet(paper, orientation), "both", DAY)


def drawn(item: Item, view: View) -> BaseGeometry:
    """What a parcel covers on paper: its disc, or its own shape."""
    diameter = symbol_diameter(item.dossier.area_m2)
    if true_size(item, view) < diameter:
        return Polygon(circle(*anchor_xy(item, view), diameter / 2))
    return Polygon(view.rings(item.shape)[0])


def numbers_of(wall: WallMap) -> Counter[int]:
    maps = [wall.numbers, *(inset.numbers for inset in wall.insets)]
    return Counter(n for numbers in maps for each in (*numbers.labels, *numbers.groups) for n in each.numbers)


def assert_each_number_once(wall: WallMap) -> None:
    assert not wall.numbers.unplaced
    assert numbers_of(wall) == Counter(item.number for item in wall.items)
    rows = [item.number for page in wall.contents for item in page.rows]
    assert rows == [item.number for item in wall.items]


def assert_apart(wall: WallMap) -> None:
    """No number on another, none beyond the frame of its map or enlargement."""
    for view, numbers in [(wall.view, wall.numbers), *((inset.view, inset.numbers) for inset in wall.insets)]:
        areas = [each.area for each in (*numbers.labels, *numbers.groups)]
        assert not any(one.meets(other) for one, other in combinations(areas, 2))
        assert all(area.within(area_of(view.box)) for area in areas)


def assert_leaders_cross_nothing(labels: tuple[Label, ...], items: list[Item], view: View) -> None:
    leaders = [(label, LineString(label.leader)) for label in labels if label.leader]
    assert not any(one.intersects(other) for (_, one), (_, other) in combinations(leaders, 2))
    texts = [box(*label.area).buffer(-0.01) for label in labels]
    for label, leader in leaders:
        own = [drawn(item, view).buffer(0.01) for item in items if item.number in label.numbers]
        strangers = [drawn(item, view).buffer(-0.2) for item in items if item.number not in label.numbers]
        for shape in own:
            strangers = [stranger.difference(shape) for stranger in strangers]
        assert not any(leader.intersects(shape) for shape in (*strangers, *texts))


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_every_parcel_of_the_sample_has_one_number_and_one_row(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    assert_each_number_once(wall)
    assert_apart(wall)


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_the_leaders_of_the_sample_cross_nothing(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    enlarged = {number for inset in wall.insets for number in inset.window.numbers}
    assert_leaders_cross_nothing(
        wall.numbers.labels, [each for each in wall.items if each.number not in enlarged], wall.view
    )
    for inset in wall.insets:
        owned = [item for item in wall.items if item.number in inset.window.numbers]
        assert_leaders_cross_nothing(inset.numbers.labels, owned, inset.view)


@pytest.mark.parametrize("count", [300, 700, 2000])
def test_of_very_many_parcels_each_still_has_one_number_and_one_row(count: int) -> None:
    wall = planned(crowd(count))
    assert_each_number_once(wall)
    assert_apart(wall)


def test_nothing_of_a_page_lies_on_another_part_of_it() -> None:
    for paper, orientation in SHEETS:
        page = sheet(paper, orientation)
        parts = [page.map, page.figures, *page.insets, *([page.table] if page.table.height else [])]
        assert not any(one.meets(other) for one, other in combinations(parts, 2)), (paper, orientation)
        assert all(part.right <= page.width - 14 and part.bottom <= page.height - 14 for part in parts)

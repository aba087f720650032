"""The numbers of whole wall maps, as planned, before any ink: one each, in the frame, on nothing, crossing nothing."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot
from shapely import wkb
from shapely.geometry import LineString, MultiLineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.printing.paper import fonts
from anze_idle_land_plugin.printing.paper.canvas import BOLD, MM_PER_POINT, circle
from anze_idle_land_plugin.printing.wallmap.numbers import NUMBER_POINTS
from anze_idle_land_plugin.printing.wallmap.page import WallMap, plan
from anze_idle_land_plugin.printing.wallmap.paper import PAPERS, scale_in, sheet
from anze_idle_land_plugin.printing.wallmap.places import EmptyExtent, UnknownPlace, wanted_of
from anze_idle_land_plugin.printing.wallmap.placing import Area, Label, symbol_diameter
from anze_idle_land_plugin.printing.wallmap.view import (
    Item,
    View,
    anchor_xy,
    area_of,
    county_bounds,
    items_of,
    true_size,
)

DAY = date(2023, 9, 30)
SHEETS = [(paper, orientation) for paper in PAPERS for orientation in ("portrait", "landscape")]


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


def texts_of(label: Label) -> list[BaseGeometry]:
    """The lines of a label where they are drawn: centred in its area, as wide as the face makes them."""
    left, top, right, bottom = label.area
    height, found = (bottom - top) / len(label.lines), []
    for index, line in enumerate(label.lines):
        half = fonts.advance(BOLD, line) * NUMBER_POINTS * MM_PER_POINT / 2
        middle = (left + right) / 2
        found.append(box(middle - half, top + index * height + 0.6, middle + half, top + (index + 1) * height - 0.6))
    return found


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_between_a_number_and_its_symbol_is_a_blank(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    shown = {item.number: drawn(item, wall.view) for item in wall.items}
    for label in wall.numbers.labels:
        symbols = [shown[number] for number in label.numbers]
        assert all(text.distance(symbol) >= 1.0 for text in texts_of(label) for symbol in symbols), label.lines


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_no_number_stands_on_the_line_of_the_county(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    county = wkb.loads(sample.context["county"][0].wkb)
    for view, numbers in [(wall.view, wall.numbers), *((inset.view, inset.numbers) for inset in wall.insets)]:
        line = MultiLineString(view.rings(county)).buffer(0.6)
        for label in numbers.labels:
            assert not any(line.intersects(text) for text in texts_of(label)), label.lines


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_a_leader_starts_on_its_parcel(sample: Snapshot, paper: str, orientation: str) -> None:
    wall = planned(sample, paper, orientation)
    shapes = {item.number: item.shape for item in wall.items}
    for inset in wall.insets:
        for label in inset.numbers.labels:
            if label.leader:
                (x, y) = label.leader[0]
                on = inset.view.ground(Area(x, y, x, y)).centroid
                assert any(shapes[number].contains(on) for number in label.numbers), label.numbers


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


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_places_named_by_hand_are_enlarged_first_and_each_parcel_still_has_one_number(
    sample: Snapshot, paper: str, orientation: str
) -> None:
    items = items_of(sample)
    some, zone = (
        next(item for item in items if item.dossier.case.town_name == "马壁镇"),
        sample.campaign.units.zone_name,
    )
    west, south = some.bounds[:2]
    names = [
        "唐城镇",
        some.dossier.code,
        f"{west - 9000},{west - 8000},{south},{south + 500}",
        zone,
    ]
    wanted = [wanted_of(name, sample, items) for name in names]
    page = sheet(paper, orientation, county_bounds(sample, items))
    wall = plan(sample, items, page, "both", DAY, wanted)
    assert [inset.window.title for inset in wall.insets[:4]] == [
        "唐城镇",
        some.dossier.code,
        "",
        zone,
    ]
    assert some.number in wall.insets[1].window.numbers
    assert len(wall.insets) > 4, "crowded places fill up"
    assert not any(one.window.meets(other.window) for one, other in combinations(wall.insets, 2))
    assert_each_number_once(wall)
    assert_apart(wall)


def test_a_village_is_a_place_and_what_is_none_is_refused_with_the_ways_out(sample: Snapshot) -> None:
    items = items_of(sample)
    village = sample.context["place"][0].name
    wanted = wanted_of(village, sample, items)
    assert wanted.extent is not None or wanted.among
    with pytest.raises(UnknownPlace, match="桃花源.*west,east,south,north"):
        wanted_of("桃花源", sample, items)
    with pytest.raises(EmptyExtent):
        wanted_of("1000,1000,2000,3000", sample, items)


@pytest.mark.parametrize(("paper", "orientation"), SHEETS)
def test_a_map_fitted_to_the_county_leaves_no_part_on_another_and_shows_all_at_the_same_scale(
    sample: Snapshot, paper: str, orientation: str
) -> None:
    bounds = county_bounds(sample, items_of(sample))
    page, full = sheet(paper, orientation, bounds), sheet(paper, orientation)
    parts = [page.map, page.figures, *page.insets, *([page.table] if page.table.height else [])]
    assert not any(one.meets(other) for one, other in combinations(parts, 2))
    assert all(part.right <= page.width - 14 and part.bottom <= page.height - 14 for part in parts)
    assert scale_in(page.map, page.shrink, bounds) == scale_in(full.map, full.shrink, bounds)
    assert all(inset.height >= 85 and inset.width >= 150 for inset in page.insets)

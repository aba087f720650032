"""Numbers of the wall map: none covers a parcel or a number, no leader crosses anything; enlargements by clusters."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, box

from anze_idle_land_plugin.printing.wallmap.insets import (
    InsetsOverlap,
    InsetTooWide,
    NothingToEnlarge,
    Spot,
    TooManyInsets,
    Wanted,
    choose,
)
from anze_idle_land_plugin.printing.wallmap.placing import (
    Anchor,
    Area,
    Paper,
    Placement,
    cover_parcels,
    lines_of,
    piles,
    place,
    stacked,
)

FRAME = Area(0, 0, 540, 700)
points = st.tuples(st.integers(10, 530), st.integers(10, 690))
clouds = st.lists(points, min_size=0, max_size=80, unique=True)


def anchors(cloud: list[tuple[int, int]], half: float = 2.5) -> list[Anchor]:
    return [Anchor((k,), x, y, Area(x - half, y - half, x + half, y + half)) for k, (x, y) in enumerate(cloud, start=1)]


def measure(text: str, points: float) -> float:
    return 0.2 * points * len(text)


def placed(parcels: list[Anchor]) -> Placement:
    paper = Paper(FRAME)
    cover_parcels(paper, parcels)
    return place(parcels, paper, measure, 24.5, 7.0)


@settings(max_examples=60)
@given(clouds)
def test_every_parcel_gets_its_number_or_is_told(cloud: Any) -> None:
    parcels = anchors(cloud)
    placement = placed(parcels)
    told = [label.numbers for label in placement.labels] + [anchor.numbers for anchor in placement.unplaced]
    assert sorted(told) == [anchor.numbers for anchor in parcels]


@settings(max_examples=60)
@given(clouds)
def test_no_number_covers_a_parcel_or_another_number_or_leaves_the_frame(cloud: Any) -> None:
    parcels = anchors(cloud)
    labels = [label.area for label in placed(parcels).labels]
    assert not any(one.meets(other) for one, other in combinations(labels, 2))
    assert not any(label.meets(parcel.area) for label in labels for parcel in parcels)
    assert all(label.within(FRAME) for label in labels)


@settings(max_examples=60)
@given(clouds)
def test_leaders_cross_no_parcel_no_number_and_no_other_leader(cloud: Any) -> None:
    parcels = anchors(cloud)
    labels = placed(parcels).labels
    leaders = {label.numbers: LineString(label.leader) for label in labels if label.leader}
    assert not any(one.intersects(other) for one, other in combinations(leaders.values(), 2))
    for numbers, leader in leaders.items():
        others = [box(*parcel.area).buffer(-1e-6) for parcel in parcels if parcel.numbers != numbers]
        others += [box(*label.area).buffer(-1e-6) for label in labels]
        assert not any(leader.intersects(other) for other in others)


def test_a_parcel_alone_has_its_number_at_its_right_without_a_leader() -> None:
    (label,) = placed(anchors([(100, 100)])).labels
    assert label.leader is None
    assert label.area.left > 102.5
    assert label.area.top < 100 < label.area.bottom


def test_a_hundred_scattered_parcels_all_get_their_numbers() -> None:
    cloud = [((index * 7919) % 520 + 10, (index * 104729) % 680 + 10) for index in range(100)]
    assert not placed(anchors(cloud)).unplaced


def test_what_finds_no_room_is_told_and_not_drawn_over_others() -> None:
    crowd = [(100 + k % 20 * 5, 100 + k // 20 * 5) for k in range(400)]
    placement = placed(anchors(crowd))
    assert placement.unplaced
    assert len(placement.labels) + len(placement.unplaced) == 400


def test_a_pile_of_discs_has_one_label_with_all_its_numbers() -> None:
    stacked = anchors([(100, 100), (103, 101), (105, 103), (400, 400)])
    joined = piles(stacked, [2])
    assert [each.numbers for each in joined] == [(1, 2, 3), (4,)]
    paper = Paper(FRAME)
    cover_parcels(paper, stacked)
    labels = place(joined, paper, measure, 24.5, 7.0).labels
    assert [label.lines for label in labels] == [("1–3",), ("4",)]


def test_discs_that_hide_each_others_middle_share_a_label_and_discs_that_only_touch_do_not() -> None:
    near = anchors([(100, 100), (102, 101), (106, 101), (400, 400)])
    assert [each.numbers for each in stacked(near)] == [(1, 2), (3,), (4,)]


def test_numbers_side_by_side_are_not_read_as_one() -> None:
    row = anchors([(100 + 14 * k, 100) for k in range(12)])
    areas = [label.area for label in placed(row).labels]
    for one, other in combinations(areas, 2):
        level = one.top < other.bottom and other.top < one.bottom
        assert not level or max(other.left - one.right, one.left - other.right) >= 1.99


def test_numbers_that_follow_each_other_are_a_range() -> None:
    assert lines_of([101, 102, 103, 105, 107, 108]) == ("101–103、105", "107–108")


def cluster(first: Any, x: Any, y: Any, count: Any) -> Any:
    return [Spot(first + i, x + 60 * i, y, x + 60 * i + 50, y + 50) for i in range(count)]


def test_the_most_crowded_place_is_enlarged_first_and_windows_share_no_parcel() -> None:
    spots = cluster(1, 0, 0, 6) + cluster(100, 20000, 20000, 10) + [Spot(200, 40000, 0, 40100, 100)]
    windows = choose(spots, [(200, 150)] * 3, most=30)
    assert [len(window.numbers) for window in windows] == [10, 6]
    assert windows[0].numbers == frozenset(range(100, 110))
    assert not windows[0].meets(windows[1])
    assert all(window.scale < 5000 for window in windows)


def test_no_window_holds_more_numbers_than_it_has_room_for() -> None:
    assert all(len(window.numbers) <= 8 for window in choose(cluster(1, 0, 0, 40), [(200, 150)] * 3, most=8))


def test_scattered_parcels_need_no_enlargement() -> None:
    assert choose([Spot(i, i * 9000, 0, i * 9000 + 100, 100) for i in range(5)], [(200, 150)], most=30) == []


EIGHT = [(166.0, 75.0)] * 8
towns = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=0, max_size=8, unique=True)


@settings(max_examples=60)
@given(towns, st.integers(100, 3000), st.integers(100, 3000))
def test_places_a_person_wants_come_first_and_no_enlargement_overlaps_another(
    squares: Any, width: Any, height: Any
) -> None:
    """Squares of a 3.2 km grid, so that places do not overlap although the windows that fill their frames would."""
    spots = [*cluster(1, 0, 0, 25), *cluster(101, 9600, 6400, 25), *cluster(201, 20000, 20000, 9)]
    extents = [(3200.0 * x, 3200.0 * y, 3200.0 * x + width, 3200.0 * y + height) for x, y in squares]
    wanted = [Wanted(f"place {number}", "", extent) for number, extent in enumerate(extents)]
    windows = choose(spots, EIGHT, 40, wanted)
    for window, (west, south, east, north) in zip(windows, extents):
        assert window.x - window.width / 2 <= west + 1e-6 and window.x + window.width / 2 >= east - 1e-6
        assert window.y - window.height / 2 <= south + 1e-6 and window.y + window.height / 2 >= north - 1e-6
        assert window.width * 1000 / window.scale <= 166.0 + 1e-6 and window.height * 1000 / window.scale <= 75.0 + 1e-6
    assert not any(one.meets(other) for one, other in combinations(windows, 2))
    held = [number for window in windows for number in window.numbers]
    assert len(held) == len(set(held))
    assert len(windows) >= len(wanted)


def test_a_wanted_place_holds_the_parcels_that_lie_whole_in_it() -> None:
    spots = cluster(1, 0, 0, 9)
    (window, *_) = choose(spots, EIGHT, 40, [Wanted("here", "此处", (-50.0, -50.0, 2000.0, 900.0))])
    assert window.numbers == {spot.number for spot in spots} and window.title == "此处"


def test_a_town_is_enlarged_where_most_of_its_parcels_stand_and_clear_of_the_other_places() -> None:
    town, crowd = cluster(1, 0, 0, 6), cluster(101, 500, 0, 30)
    fixed = Wanted("here", "", (450.0, -50.0, 2400.0, 350.0))
    windows = choose([*town, *crowd], EIGHT, 40, [Wanted("镇", "镇", None, frozenset(range(1, 7))), fixed])
    assert windows[0].title == "镇" and windows[0].numbers <= frozenset(range(1, 7))
    assert not any(one.meets(other) for one, other in combinations(windows, 2))


def test_places_that_cannot_be_had_are_refused_by_name() -> None:
    one, other = Wanted("one", "", (0.0, 0.0, 900.0, 900.0)), Wanted("other", "", (800.0, 800.0, 1600.0, 1600.0))
    with pytest.raises(InsetsOverlap, match="one and other"):
        choose([], EIGHT, 40, [one, other])
    with pytest.raises(InsetsOverlap):
        choose([], EIGHT, 40, [one, one])
    with pytest.raises(InsetTooWide, match="one"):
        choose([], EIGHT, 40, [one._replace(extent=(0.0, 0.0, 60000.0, 60000.0))], 100_000)
    with pytest.raises(NothingToEnlarge, match="空镇"):
        choose(cluster(1, 0, 0, 9), EIGHT, 40, [Wanted("空镇", "空镇", None)])
    with pytest.raises(TooManyInsets, match="9 enlargements"):
        choose([], EIGHT, 40, [one] * 9)

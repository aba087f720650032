"""Numbers of the wall map: none covers a parcel or a number, no leader crosses anything; enlargements by clusters."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, box

from anze_idle_land_plugin.printing.wallmap_insets import Spot, choose
from anze_idle_land_plugin.printing.wallmap_placing import (
    Anchor,
    Area,
    Paper,
    Placement,
    cover_parcels,
    lines_of,
    piles,
    place,
)

FRAME = Area(0, 0, 540, 700)
points = st.tuples(st.integers(10, 530), st.integers(10, 690))
clouds = st.lists(points, min_size=0, max_size=80, unique=True)


def anchors(cloud: list[tuple[int, int]], half: float = 2.5) -> list[Anchor]:
    return [Anchor((k,), x, y, Area(x - half, y - half, x + half, y + half)) for k, (x, y) in enumerate(cloud, start=1)]


def placed(parcels: list[Anchor]) -> Placement:
    paper = Paper(FRAME)
    cover_parcels(paper, parcels)
    return place(parcels, paper, 4.9, 7.0)


@settings(max_examples=60)
@given(clouds)
def test_every_parcel_gets_its_number_or_is_told(cloud):
    parcels = anchors(cloud)
    placement = placed(parcels)
    told = [label.numbers for label in placement.labels] + [anchor.numbers for anchor in placement.unplaced]
    assert sorted(told) == [anchor.numbers for anchor in parcels]


@settings(max_examples=60)
@given(clouds)
def test_no_number_covers_a_parcel_or_another_number_or_leaves_the_frame(cloud):
    parcels = anchors(cloud)
    labels = [label.area for label in placed(parcels).labels]
    assert not any(one.meets(other) for one, other in combinations(labels, 2))
    assert not any(label.meets(parcel.area) for label in labels for parcel in parcels)
    assert all(label.within(FRAME) for label in labels)


@settings(max_examples=60)
@given(clouds)
def test_leaders_cross_no_parcel_no_number_and_no_other_leader(cloud):
    parcels = anchors(cloud)
    labels = placed(parcels).labels
    leaders = {label.numbers: LineString(label.leader) for label in labels if label.leader}
    assert not any(one.intersects(other) for one, other in combinations(leaders.values(), 2))
    for numbers, leader in leaders.items():
        others = [box(*parcel.area).buffer(-1e-6) for parcel in parcels if parcel.numbers != numbers]
        others += [box(*label.area).buffer(-1e-6) for label in labels]
        assert not any(leader.intersects(other) for other in others)


def test_a_parcel_alone_has_its_number_at_its_right_without_a_leader():
    (label,) = placed(anchors([(100, 100)])).labels
    assert label.leader is None
    assert label.area.left > 102.5
    assert label.area.top < 100 < label.area.bottom


def test_a_hundred_scattered_parcels_all_get_their_numbers():
    cloud = [((index * 7919) % 520 + 10, (index * 104729) % 680 + 10) for index in range(100)]
    assert not placed(anchors(cloud)).unplaced


def test_what_finds_no_room_is_told_and_not_drawn_over_others():
    crowd = [(100 + k % 20 * 5, 100 + k // 20 * 5) for k in range(400)]
    placement = placed(anchors(crowd))
    assert placement.unplaced
    assert len(placement.labels) + len(placement.unplaced) == 400


def test_a_pile_of_discs_has_one_label_with_all_its_numbers():
    stacked = anchors([(100, 100), (103, 101), (105, 103), (400, 400)])
    joined = piles(stacked, [2])
    assert [each.numbers for each in joined] == [(1, 2, 3), (4,)]
    paper = Paper(FRAME)
    cover_parcels(paper, stacked)
    labels = place(joined, paper, 4.9, 7.0).labels
    assert [label.lines for label in labels] == [("1–3",), ("4",)]


def test_numbers_that_follow_each_other_are_a_range():
    assert lines_of([101, 102, 103, 105, 107, 108]) == ("101–103、105", "107–108")


def cluster(first, x, y, count):
    return [Spot(first + i, x + 60 * i, y, x + 60 * i + 50, y + 50) for i in range(count)]


def test_the_most_crowded_place_is_enlarged_first_and_windows_share_no_parcel():
    spots = cluster(1, 0, 0, 6) + cluster(100, 20000, 20000, 10) + [Spot(200, 40000, 0, 40100, 100)]
    windows = choose(spots, [(200, 150)] * 3, most=30)
    assert [len(window.numbers) for window in windows] == [10, 6]
    assert windows[0].numbers == frozenset(range(100, 110))
    assert not windows[0].meets(windows[1])
    assert all(window.scale < 5000 for window in windows)


def test_no_window_holds_more_numbers_than_it_has_room_for():
    assert all(len(window.numbers) <= 8 for window in choose(cluster(1, 0, 0, 40), [(200, 150)] * 3, most=8))


def test_scattered_parcels_need_no_enlargement():
    assert choose([Spot(i, i * 9000, 0, i * 9000 + 100, 100) for i in range(5)], [(200, 150)], most=30) == []

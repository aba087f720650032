"""Numbers of the wall map: one slot each, none overlapping, leaders that never cross; enlargements by clusters."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString

from anze_idle_land_plugin.printing.wallmap_insets import Spot, choose
from anze_idle_land_plugin.printing.wallmap_placing import Anchor, Margins, place, spread

MARGINS = Margins(left=20, right=520, top=0, bottom=700, pitch=8.6)
points = st.tuples(st.integers(2500, 51500), st.integers(0, 70000))
clouds = st.lists(points, min_size=0, max_size=100, unique_by=(lambda p: p[0], lambda p: p[1]))


def anchors(cloud):
    return [Anchor(number, x / 100, y / 100) for number, (x, y) in enumerate(cloud, start=1)]


@given(clouds)
def test_every_parcel_gets_exactly_one_number(cloud):
    placement = place(anchors(cloud), MARGINS)
    assert sorted(each.number for each in placement.placed) == list(range(1, len(cloud) + 1))
    assert not placement.unplaced


@given(clouds)
def test_numbers_keep_their_pitch_and_stay_in_the_frame(cloud):
    placement = place(anchors(cloud), MARGINS)
    for side in ("left", "right"):
        heights = sorted(each.port_y for each in placement.placed if each.side == side)
        assert all(after - before >= MARGINS.pitch - 1e-6 for before, after in zip(heights, heights[1:]))
        assert all(MARGINS.top <= y - MARGINS.pitch / 2 + 1e-6 for y in heights)
        assert all(y + MARGINS.pitch / 2 <= MARGINS.bottom + 1e-6 for y in heights)


@settings(max_examples=60, deadline=None)
@given(clouds)
def test_leaders_never_cross(cloud):
    leaders = [LineString([(p.x, p.y), (p.port_x, p.port_y)]) for p in place(anchors(cloud), MARGINS).placed]
    assert not any(one.crosses(other) for one, other in combinations(leaders, 2))


def test_what_the_margins_cannot_take_is_reported_and_not_drawn_over_others():
    crowd = [Anchor(number, 30 + number, number % 700) for number in range(1, 401)]
    placement = place(crowd, MARGINS)
    assert len(placement.placed) == 2 * MARGINS.slots
    assert len(placement.placed) + len(placement.unplaced) == 400


def test_heights_with_room_stay_where_they_are():
    assert spread([100.0, 300.0], 0, 700, 8.6) == [100.0, 300.0]


def test_crowded_heights_are_spread_about_their_middle():
    assert [round(y, 6) for y in spread([100.0, 100.0, 100.0], 0, 700, 10)] == [90.0, 100.0, 110.0]


def cluster(first, x, y, count):
    return [Spot(first + i, x + 60 * i, y, x + 60 * i + 50, y + 50) for i in range(count)]


def test_the_most_crowded_place_is_enlarged_first_and_windows_share_no_parcel():
    spots = cluster(1, 0, 0, 6) + cluster(100, 20000, 20000, 10) + [Spot(200, 40000, 0, 40100, 100)]
    windows = choose(spots, [(200, 150)] * 3, most=30)
    assert [len(window.numbers) for window in windows] == [10, 6]
    assert windows[0].numbers == frozenset(range(100, 110))
    assert not windows[0].meets(windows[1])
    assert all(window.scale == 5000 for window in windows)


def test_no_window_holds_more_numbers_than_its_margins_take():
    assert all(len(window.numbers) <= 8 for window in choose(cluster(1, 0, 0, 40), [(200, 150)] * 3, most=8))


def test_scattered_parcels_need_no_enlargement():
    assert choose([Spot(i, i * 9000, 0, i * 9000 + 100, 100) for i in range(5)], [(200, 150)], most=30) == []

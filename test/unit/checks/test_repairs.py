"""Repairs: valid afterwards, the area kept, and nothing done where that cannot be had."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from factories import SQUARE, parcel, shifted, snapshot
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import judge, surveys_alone

from anze_idle_land_plugin.checks.finding import Fix
from anze_idle_land_plugin.checks.repairs import RepairChangesArea, RepairNotSafe, repaired
from anze_idle_land_plugin.checks.run import chosen_rules, run
from anze_idle_land_plugin.checks.standard import Standard
from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part

STANDARD = Standard.shipped()
ALL = tuple(Fix)


def mended(survey: Parcel, *fixes: Fix) -> Parcel:
    return repaired(survey, fixes or ALL, STANDARD)


def rings_of(survey: Parcel) -> list[list[list[tuple[float, float]]]]:
    return [[[*ring.easting_northing(), (ring.e[0], ring.n[0])] for ring in part.rings()] for part in survey.parts]


def test_repeated_points_go_and_the_others_keep_their_names() -> None:
    survey = parcel(shifted([(0, 100), (100, 100), (100, 100), (100, 0), (0, 0), (0, 100)]))
    after = mended(survey, Fix.DUPLICATE_POINTS)
    assert after.parts[0].outer.names == ("J1", "J2", "J4", "J5")
    assert after.parts[0].outer.e_text == tuple(f"{37612000 + x:.3f}" for x in (0, 100, 100, 0))
    assert plane_area(after) == plane_area(survey) == 10000.0


def test_a_spike_goes_with_the_repeat_it_leaves_behind() -> None:
    survey = parcel(shifted([(0, 100), (50, 100), (50, 150), (50, 100), (100, 100), (100, 0), (0, 0)]))
    after = mended(survey, Fix.SPIKES)
    assert len(after.parts[0].outer) == 5
    assert not judge(rings_of(after))


def test_a_spike_of_several_points_goes_point_by_point() -> None:
    tip = [(50, 100), (50, 120), (50, 150), (50, 130), (50, 100)]
    after = mended(parcel(shifted([(0, 100), *tip, (100, 100), (100, 0), (0, 0)])), Fix.SPIKES)
    assert not judge(rings_of(after))


def test_a_spike_at_the_first_point_leaves_the_next_one_first() -> None:
    after = mended(parcel(shifted([(-30, 0), (0, 0), (0, 100), (100, 100), (100, 0)])), Fix.SPIKES)
    ring = after.parts[0].outer
    assert (ring.names[0], ring.closing_name) == ("J2", "J2")
    assert plane_area(after) == 10000.0


def test_a_spike_with_area_is_left_alone() -> None:
    survey = parcel(shifted([(0, 100), (50, 100), (51, 150), (52, 100), (100, 100), (100, 0), (0, 0)]))
    assert mended(survey) is survey


def test_rings_are_turned_and_begin_where_they_began() -> None:
    outer = shifted([(0, 0), (100, 0), (100, 100), (0, 100)])
    hole = shifted([(40, 40), (40, 60), (60, 60), (60, 40)])
    after = mended(parcel(outer, holes=[hole]), Fix.RING_ORDER)
    assert after.parts[0].outer.names == ("J1", "J4", "J3", "J2")
    assert not judge(rings_of(after))
    assert plane_area(after) == 9600.0


def test_an_open_ring_gets_its_closing_row() -> None:
    whole = parcel()
    left_open = replace(whole, parts=(Part(replace(whole.parts[0].outer, closing_name=None)),))
    assert mended(left_open, Fix.CLOSING) == whole


def test_a_whole_parcel_stays_the_same_object() -> None:
    survey = parcel()
    assert mended(survey) is survey


def test_a_bow_tie_with_a_repeated_point_is_refused() -> None:
    with pytest.raises(RepairNotSafe):
        mended(parcel(shifted([(0, 0), (100, 100), (100, 100), (100, 0), (0, 100)])))


def test_points_half_a_millimetre_apart_at_long_edges_are_refused_for_their_area() -> None:
    survey = parcel(shifted([(0, 100), (100, 100), (100, 0), (0, 0)]))
    ring = survey.parts[0].outer
    ring.e.insert(1, ring.e[1] - 0.0004)
    ring.n.insert(1, ring.n[1] + 0.0009)
    names = ("J1", "J2", "J2", "J3", "J4")
    texts = {"n_text": (*ring.n_text, ""), "e_text": (*ring.e_text, "")}
    near = replace(survey, parts=(Part(replace(ring, names=names, **texts)),))
    with pytest.raises(RepairChangesArea):
        mended(near, Fix.DUPLICATE_POINTS)


def test_degrees_are_not_measured_in_metres() -> None:
    degrees = parcel([(112.2, 36.1), (112.2, 36.1001), (112.2001, 36.1001), (112.2001, 36.1)], grid=Grid(None, False))
    assert len(mended(degrees).parts[0].outer) == 4


def test_a_fix_is_offered_only_where_it_is_safe() -> None:
    def offered(survey: Parcel) -> set[Fix | None]:
        subject = surveys_alone([survey], snapshot().campaign)
        return {each.fix for each in run(subject, chosen_rules(["G05"])).findings}

    repeat = [(0, 100), (100, 100), (100, 100), (100, 0), (0, 0)]
    assert offered(parcel(shifted(repeat))) == {Fix.DUPLICATE_POINTS}
    assert offered(parcel(shifted([(0, 0), (100, 100), (100, 100), (100, 0), (0, 100)]))) == {None}


PLACES = st.lists(st.integers(0, 3), max_size=6)


@given(repeats=PLACES, spiked=st.lists(st.integers(0, 3), max_size=3, unique=True), turned=st.booleans())
@settings(max_examples=100)
def test_whatever_is_spoilt_safely_comes_back_with_the_same_area(repeats: Any, spiked: Any, turned: Any) -> None:
    points = []
    corners = SQUARE[::-1] if turned else SQUARE
    for number, (x, y) in enumerate(corners):
        points += [(x, y)] * (1 + repeats.count(number))
        if number in spiked:
            points += [(x + (60 if x else -60), y), (x, y)]
    survey = parcel(shifted(points))
    after = mended(survey)
    assert not [each for each in judge(rings_of(after)) if each.rule != "G02"]
    assert plane_area(after) == pytest.approx(10000.0, abs=0.005)

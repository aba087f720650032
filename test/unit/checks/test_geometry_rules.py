"""Rules G01-G13: what is wrong with the outline of one parcel."""

from __future__ import annotations

from array import array
from dataclasses import replace
from math import nan
from typing import Any, Callable

from factories import ORIGIN_37, SQUARE, dossier, parcel, ring, shifted
from shapely.geometry import LineString

from anze_idle_land_plugin.checks.finding import Finding, Fix, Severity
from anze_idle_land_plugin.model.parcel import Parcel, Part


def outline(*points: tuple[float, float]) -> Parcel:
    return parcel(shifted(points))


def relative(place: Any) -> tuple[float, float]:
    x, y = place.centre
    return round(x - ORIGIN_37[0], 3), round(y - ORIGIN_37[1], 3)


def test_g01_finds_a_parcel_without_points(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G01", replace(parcel(), parts=()))
    assert finding.severity is Severity.ERROR
    assert "no boundary points" in finding.sentence.text()


def test_g01_finds_a_coordinate_that_is_no_number(found: Callable[..., list[Finding]]) -> None:
    square = ring(shifted(SQUARE))
    broken = replace(square, e=array("d", [square.e[0], nan, *square.e[2:]]))
    (finding,) = found("G01", replace(parcel(), parts=(Part(broken),)))
    assert "point 2 of ring 1" in finding.sentence.text()


def test_g01_finds_an_empty_hole(found: Callable[..., list[Finding]]) -> None:
    whole = parcel()
    hole = replace(ring(()), number="2")
    (finding,) = found("G01", replace(whole, parts=(Part(whole.parts[0].outer, (hole,)),)))
    assert "ring 2 is empty" in finding.sentence.text()


def test_g01_finds_a_line_in_the_table(found: Callable[..., list[Finding]]) -> None:
    line = replace(dossier(), wkb=bytes(LineString([(0, 0), (1, 1)]).wkb))
    (finding,) = found("G01", line)
    assert "type 2" in finding.sentence.text()
    assert not found("G01", dossier())


def test_g01_passes_a_square(found: Callable[..., list[Finding]]) -> None:
    assert not found("G01", parcel())


def test_g02_notes_a_ring_that_the_reader_closed(found: Callable[..., list[Finding]]) -> None:
    whole = parcel()
    (finding,) = found("G02", replace(whole, parts=(Part(replace(whole.parts[0].outer, closing_name=None)),)))
    assert finding.severity is Severity.NOTICE
    assert finding.fix is Fix.CLOSING


def test_g02_passes_a_closed_ring(found: Callable[..., list[Finding]]) -> None:
    assert not found("G02", parcel())


def test_g03_finds_a_ring_of_two_points(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G03", outline((0, 0), (100, 0), (0, 0), (100, 0)))
    assert finding.figure is not None and finding.figure.value == 2


def test_g03_passes_a_triangle(found: Callable[..., list[Finding]]) -> None:
    assert not found("G03", outline((0, 0), (0, 100), (100, 0)))


def test_g04_finds_the_crossing_of_a_bow_tie(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G04", outline((0, 0), (100, 100), (100, 0), (0, 100)))
    assert finding.severity is Severity.ERROR
    assert "crosses itself" in finding.sentence.text()
    assert finding.place is not None and relative(finding.place) == (50.0, 50.0)


def test_g04_finds_both_crossings_of_two_bow_ties(found: Callable[..., list[Finding]]) -> None:
    findings = found("G04", outline((0, 0), (100, 100), (200, 0), (200, 100), (100, 0), (0, 100)))
    assert sorted(relative(each.place) for each in findings) == [(50.0, 50.0), (150.0, 50.0)]


def test_g04_finds_a_ring_that_touches_itself(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G04", outline((0, 0), (0, 100), (50, 50), (100, 100), (100, 0), (50, 50)))
    assert "touches itself" in finding.sentence.text()


def test_g04_finds_a_ring_that_runs_back_over_itself(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G04", outline((0, 0), (0, 100), (100, 100), (100, 0), (50, 0), (50, 50), (50, 0)))
    assert "runs back" in finding.sentence.text()
    assert relative(finding.place) == (50.0, 0.0)


def test_g04_finds_a_hole_that_cuts_a_parcel_apart(found: Callable[..., list[Finding]]) -> None:
    hole = shifted([(0, 50), (50, 100), (100, 50), (50, 0)])
    (finding,) = found("G04", parcel(holes=[hole]))
    assert "into pieces" in finding.sentence.text()


def test_g04_passes_a_hole_that_touches_at_one_point(found: Callable[..., list[Finding]]) -> None:
    assert not found("G04", parcel(holes=[shifted([(0, 50), (50, 60), (50, 40)])]))


def test_g05_finds_a_point_that_stands_twice(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G05", outline((0, 100), (100, 100), (100, 100), (100, 0), (0, 0)))
    assert finding.fix is Fix.DUPLICATE_POINTS
    assert "point 3 of ring 1" in finding.sentence.text()
    assert relative(finding.place) == (100.0, 100.0)


def test_g05_finds_a_last_point_that_repeats_the_first(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G05", outline((0, 100), (100, 100), (100, 0), (0, 0), (0, 100)))
    assert "point 5 of ring 1" in finding.sentence.text()


def test_g05_passes_points_a_millimetre_apart(found: Callable[..., list[Finding]]) -> None:
    assert not found("G05", outline((0, 100), (100, 100), (100.001, 100), (100, 0), (0, 0)))


def test_g06_finds_parts_that_no_single_decision_covers(found: Callable[..., list[Finding]]) -> None:
    away = shifted([(200, 100), (300, 100), (300, 0), (200, 0)])
    two = parcel(more_parts=[away])
    assert len(found("G06", dossier(survey=two, NZYPZWH=""))) == 1
    assert len(found("G06", dossier(survey=two, NZYPZWH="晋政地字〔2015〕1号、晋政地字〔2016〕2号"))) == 1


def test_g06_passes_parts_of_one_decision(found: Callable[..., list[Finding]]) -> None:
    two = parcel(more_parts=[shifted([(200, 100), (300, 100), (300, 0), (200, 0)])])
    assert not found("G06", dossier(survey=two, NZYPZWH="晋政地字〔2015〕1号"))


def test_g07_notes_a_hole_that_is_numbered_like_an_outer_ring(found: Callable[..., list[Finding]]) -> None:
    whole = parcel()
    hole = ring(shifted([(40, 40), (60, 40), (60, 60), (40, 60)]), number="1")
    (finding,) = found("G07", replace(whole, parts=(Part(whole.parts[0].outer, (hole,)),)))
    assert finding.severity is Severity.NOTICE


def test_g07_notes_a_file_that_nests_its_rings_otherwise_than_they_lie(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G07", replace(parcel(), attributes={"nesting": "by_containment"}))
    assert finding.severity is Severity.NOTICE and "containment" in finding.sentence.text()


def test_g07_passes_a_hole_with_number_two(found: Callable[..., list[Finding]]) -> None:
    assert not found("G07", parcel(holes=[shifted([(40, 40), (60, 40), (60, 60), (40, 60)])]))


def test_g08_finds_a_spike_and_offers_to_drop_it_where_it_has_no_area(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G08", outline((0, 100), (50, 100), (50, 150), (50, 100.0), (100, 100), (100, 0), (0, 0)))
    assert finding.fix is Fix.SPIKES
    assert relative(finding.place) == (50.0, 150.0)


def test_g08_only_proposes_where_a_sharp_corner_has_area(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G08", outline((0, 100), (50, 100), (51, 150), (52, 100), (100, 100), (100, 0), (0, 0)))
    assert finding.fix is None
    assert finding.figure is not None and 2 < finding.figure.value < 3


def test_g08_passes_a_corner_of_eleven_degrees(found: Callable[..., list[Finding]]) -> None:
    assert not found("G08", outline((0, 0), (100, 19.5), (100, 0)))


def test_g09_finds_an_edge_shorter_than_twenty_centimetres(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G09", outline((0, 100), (100, 100), (100, 99.85), (100, 0), (0, 0)))
    assert finding.figure is not None and abs(finding.figure.value - 0.15) < 1e-6


def test_g09_passes_an_edge_of_twenty_centimetres(found: Callable[..., list[Finding]]) -> None:
    assert not found("G09", outline((0, 100), (100, 100), (100, 99.8), (100, 0), (0, 0)))


def test_g10_finds_a_hole_outside(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G10", parcel(holes=[shifted([(200, 0), (210, 0), (210, 10)])]))
    assert finding.severity is Severity.ERROR
    assert "lies outside" in finding.sentence.text()


def test_g10_finds_a_hole_in_a_hole_and_a_part_in_a_part(found: Callable[..., list[Finding]]) -> None:
    outer = shifted([(20, 20), (80, 20), (80, 80), (20, 80)])
    inner = shifted([(40, 40), (60, 40), (60, 60), (40, 60)])
    assert "inside another hole" in found("G10", parcel(holes=[outer, inner]))[0].sentence.text()
    assert "inside another part" in found("G10", parcel(more_parts=[inner]))[0].sentence.text()


def test_g10_passes_parts_that_touch_at_a_corner(found: Callable[..., list[Finding]]) -> None:
    assert not found("G10", parcel(more_parts=[shifted([(100, 200), (200, 200), (200, 100), (100, 100)])]))


def test_g11_finds_a_strip_of_thirty_centimetres(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G11", outline((0, 100), (0.3, 100), (0.3, 0), (0, 0)))
    assert finding.figure is not None and abs(finding.figure.value - 30.0) < 1e-6


def test_g11_passes_a_road_of_four_metres(found: Callable[..., list[Finding]]) -> None:
    assert not found("G11", outline((0, 1000), (4, 1000), (4, 0), (0, 0)))


def test_g12_notes_an_outer_ring_against_the_clock(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G12", outline((0, 0), (100, 0), (100, 100), (0, 100)))
    assert finding.fix is Fix.RING_ORDER
    assert finding.severity is Severity.NOTICE


def test_g12_passes_a_hole_against_the_clock(found: Callable[..., list[Finding]]) -> None:
    assert not found("G12", parcel(holes=[shifted([(40, 40), (60, 40), (60, 60), (40, 60)])]))


def test_g13_finds_points_on_one_line(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("G13", outline((0, 0), (50, 0), (100, 0)))
    assert "on one line" in finding.sentence.text()


def test_g13_passes_a_bow_tie_whose_halves_cancel_out(found: Callable[..., list[Finding]]) -> None:
    assert not found("G13", outline((0, 0), (100, 100), (100, 0), (0, 100)))

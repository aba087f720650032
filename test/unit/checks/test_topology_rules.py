"""Rules T01-T08: parcels among each other, and in county, town and zone."""

from __future__ import annotations

from typing import Any, Callable

from factories import ORIGIN_37, SQUARE, dossier, parcel, shifted
from shapely.geometry import box

from anze_idle_land_plugin.checks.finding import Finding, Severity
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid
from anze_idle_land_plugin.model.standing.snapshot import ContextShape


def square(code: str, x: float = 0.0, y: float = 0.0, size: float = 100.0) -> Any:
    return parcel(shifted([(x, y + size), (x + size, y + size), (x + size, y), (x, y)]), code=code)


def idle(code: str, x: float = 0.0, size: float = 100.0, **fields: Any) -> Any:
    return dossier(ListKind.IDLE, survey=square(code, x, size=size), **fields)


def area(layer: str, name: str, x: float, y: float, width: float, height: float) -> ContextShape:
    east, north = ORIGIN_37
    return ContextShape(layer, name, "", bytes(box(east + x, north + y, east + x + width, north + y + height).wkb))


def test_t01_finds_two_parcels_that_overlap(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("T01", square("A"), square("B", 95.0))
    assert finding.severity is Severity.ERROR
    assert finding.figure is not None and abs(finding.figure.value - 500.0) < 1e-6
    assert [key.code for key in finding.parcels] == ["A", "B"]


def test_t01_finds_a_parcel_that_is_there_twice(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("T01", square("A"), square("B"))
    assert "the same ground" in finding.sentence.text()


def test_t01_measures_neighbours_of_two_zones(found: Callable[..., list[Finding]]) -> None:
    from anze_idle_land_plugin.geodesy.zones import transform

    east = transform(shifted([(95, 100), (195, 100), (195, 0), (95, 0)]), 4525, 4526)
    (finding,) = found("T01", square("A"), parcel(east, code="B", grid=Grid(38, True)))
    assert finding.figure is not None and abs(finding.figure.value - 500.0) < 0.2


def test_t01_measures_a_parcel_that_crosses_itself(found: Callable[..., list[Finding]]) -> None:
    bow = parcel(shifted([(0, 0), (100, 100), (100, 0), (0, 100)]), code="B")
    (finding,) = found("T01", square("A"), bow)
    assert finding.figure is not None and abs(finding.figure.value - 5000.0) < 1e-6


def test_t01_passes_neighbours_that_share_an_edge(found: Callable[..., list[Finding]]) -> None:
    assert not found("T01", square("A"), square("B", 100.0), square("C", 100.0, 100.0))


def test_t01_passes_an_overlap_within_the_tolerance(found: Callable[..., list[Finding]]) -> None:
    assert not found("T01", square("A"), square("B", 99.991))


def test_t01_passes_an_overlap_of_a_square_metre_exactly(found: Callable[..., list[Finding]]) -> None:
    for height in range(10, 60):
        points = [(0, height), (1000, height), (1000, 0), (0, 0)]
        above = [(x, y + height - 0.001) for x, y in points]
        lower, upper = parcel(shifted(points), code="A"), parcel(shifted(above), code="B")
        assert not found("T01", dossier(survey=lower), dossier(survey=upper))


def test_t02_finds_a_remainder_that_the_shapes_do_not_give(found: Callable[..., list[Finding]]) -> None:
    approved = dossier(survey=square("A"), DKMJGQ=1.0, YGMJ=0.2, CHMJ=0.0, WGMJ=0.8)
    (finding,) = found("T02", approved, idle("X", size=50.0))
    assert finding.figure is not None and abs(finding.figure.value + 500.0) < 1e-6


def test_t02_passes_a_remainder_that_agrees(found: Callable[..., list[Finding]]) -> None:
    approved = dossier(survey=square("A"), DKMJGQ=1.0, YGMJ=0.25, CHMJ=0.0, WGMJ=0.75)
    assert not found("T02", approved, idle("X", size=50.0))


def test_t03_finds_an_idle_parcel_beside_its_supply(found: Callable[..., list[Finding]]) -> None:
    approved = dossier(survey=square("A"), DZJGH="1410262020B00001")
    (finding,) = found("T03", approved, idle("X", 90.0, DZJGH="1410262020B00001"))
    assert finding.figure is not None and abs(finding.figure.value - 10.0) < 0.1


def test_t03_takes_a_split_parcel_for_one_of_its_supply(found: Callable[..., list[Finding]]) -> None:
    approved = dossier(survey=square("A"), DZJGH="1410262020B00001")
    assert found("T03", approved, idle("X", 90.0, DZJGH="1410262020B00001-2"))
    assert not found("T07", approved, idle("X", size=50.0, DZJGH="1410262020B00001-2"))


def test_t03_passes_an_idle_parcel_inside_its_supply(found: Callable[..., list[Finding]]) -> None:
    approved = dossier(survey=square("A"), DZJGH="1410262020B00001")
    assert not found("T03", approved, idle("X", size=50.0, DZJGH="1410262020B00001"))


def test_t04_finds_a_parcel_outside_the_county(found: Callable[..., list[Finding]]) -> None:
    county = area("county", "安泽县", 50, -1000, 2000, 2000)
    (finding,) = found("T04", square("A"), county=[county])
    assert "inside the county" in finding.sentence.text()


def test_t04_finds_a_parcel_outside_its_town(found: Callable[..., list[Finding]]) -> None:
    county = area("county", "安泽县", -1000, -1000, 3000, 3000)
    town = area("town", "府城镇", 50, -1000, 2000, 2000)
    (finding,) = found("T04", dossier(survey=square("A")), county=[county], town=[town])
    assert "府城镇" in finding.sentence.text()


def test_t04_passes_a_parcel_in_county_and_town(found: Callable[..., list[Finding]]) -> None:
    county = area("county", "安泽县", -1000, -1000, 3000, 3000)
    town = area("town", "府城镇", -500, -500, 2000, 2000)
    assert not found("T04", dossier(survey=square("A")), county=[county], town=[town])


def test_t05_notes_a_gap_of_thirty_centimetres(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("T05", square("A"), square("B", 100.3))
    assert finding.severity is Severity.NOTICE
    assert finding.figure is not None and abs(finding.figure.value - 0.3) < 0.01


def test_t05_notes_a_wedge_between_two_surveys_of_one_line(found: Callable[..., list[Finding]]) -> None:
    left = parcel(shifted([(0, 100), (100, 100), (100, 0), (0, 0)]), code="A")
    right = parcel(shifted([(100, 100), (200, 100), (200, 0), (100, 0), (100.4, 50)]), code="B")
    (finding,) = found("T05", left, right)
    assert finding.place is not None
    assert abs(finding.place.centre[0] - ORIGIN_37[0] - 100.2) < 0.05


def test_t05_passes_neighbours_with_a_point_on_the_others_edge(found: Callable[..., list[Finding]]) -> None:
    right = parcel(shifted([(100, 100), (200, 100), (200, 0), (100, 0), (100, 50)]), code="B")
    assert not found("T05", parcel(shifted(SQUARE), code="A"), right)


def test_t05_passes_a_road_between_two_parcels(found: Callable[..., list[Finding]]) -> None:
    assert not found("T05", square("A"), square("B", 104.0))


def test_t05_passes_a_gap_that_a_third_parcel_fills(found: Callable[..., list[Finding]]) -> None:
    strip = parcel(shifted([(100, 100), (100.3, 100), (100.3, 0), (100, 0)]), code="C")
    assert not found("T05", square("A"), square("B", 100.3), strip)


def test_t06_finds_two_idle_parcels_that_overlap(found: Callable[..., list[Finding]]) -> None:
    assert len(found("T06", idle("X"), idle("Y", 50.0))) == 1


def test_t06_passes_idle_neighbours(found: Callable[..., list[Finding]]) -> None:
    assert not found("T06", idle("X"), idle("Y", 100.0))


def test_t07_finds_ground_in_both_lists(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("T07", dossier(survey=square("A")), idle("X", 50.0))
    assert finding.severity is Severity.WARNING


def test_t07_passes_ground_in_both_lists_by_one_supply(found: Callable[..., list[Finding]]) -> None:
    approved = dossier(survey=square("A"), DZJGH="1410262020B00001")
    assert not found("T07", approved, idle("X", 50.0, DZJGH="1410262020B00001"))


def test_t08_finds_a_flag_that_the_zone_boundary_contradicts(found: Callable[..., list[Finding]]) -> None:
    zone = area("zone_area", "开发区", -1000, -1000, 3000, 3000)
    assert len(found("T08", dossier(survey=square("A"), KFQBZ="N"), zone_area=[zone])) == 1


def test_t08_passes_a_flag_that_agrees(found: Callable[..., list[Finding]]) -> None:
    zone = area("zone_area", "开发区", -1000, -1000, 3000, 3000)
    assert not found("T08", dossier(survey=square("A"), KFQBZ="Y"), zone_area=[zone])

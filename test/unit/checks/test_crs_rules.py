"""Rules C01-C07: datum, zone, window, axes, shifts and decimals."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import Callable

import pytest
from factories import ORIGIN_37, SQUARE, dossier, parcel, shifted
from shapely.geometry import box

from anze_idle_land_plugin.checks.finding import Finding, Severity
from anze_idle_land_plugin.geodesy.zones import transform
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part
from anze_idle_land_plugin.model.standing.snapshot import ContextShape


def with_header(header: str, **attributes: str) -> Parcel:
    return replace(parcel(), attributes={"header": header, **attributes})


def around(layer: str, name: str, west: float, south: float, east: float, north: float) -> ContextShape:
    x, y = ORIGIN_37
    return ContextShape(layer, name, "", bytes(box(x + west, y + south, x + east, y + north).wkb))


def test_c01_finds_a_file_in_an_old_datum(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("C01", with_header("[属性描述]\n坐标系=1980西安坐标系\n几度分带=3"))
    assert finding.severity is Severity.ERROR and "西安" in finding.sentence.text()


@pytest.mark.parametrize("name", ["WGS84", "wgs-84大地坐标系", "1954年北京坐标系", "80国家大地坐标系", "ITRF97"])
def test_c01_finds_every_datum_that_is_not_cgcs2000(found: Callable[..., list[Finding]], name: str) -> None:
    assert len(found("C01", with_header(f"坐标系={name}"))) == 1


def test_c01_passes_cgcs2000(found: Callable[..., list[Finding]]) -> None:
    assert not found("C01", with_header("坐标系=2000国家大地坐标系\n几度分带=3"))


def test_c02_notes_a_header_that_the_reader_did_not_follow(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("C02", with_header("带号=38"))
    assert finding.severity is Severity.NOTICE and "38" in finding.sentence.text()


def test_c02_finds_a_ledger_zone_and_a_prefix_that_contradict(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("C02", dossier(survey=parcel(), ZDH=38))
    assert finding.severity is Severity.ERROR
    (finding,) = found("C02", parcel(shifted(SQUARE, (38612000.0, 4002000.0))))
    assert "38" in finding.sentence.text()


def test_c02_passes_when_all_agree(found: Callable[..., list[Finding]]) -> None:
    assert not found("C02", dossier(survey=with_header("带号=37"), ZDH=37))


def test_c03_finds_by_the_towns_where_the_county_has_no_outline_and_is_silent_without(
    found: Callable[..., list[Finding]],
) -> None:
    far = parcel(shifted(SQUARE, (37500000.0, 3500000.0)))
    town = ContextShape("town", "某镇", "", bytes(box(37600000.0, 3990000.0, 37620000.0, 4010000.0).wkb))
    (finding,) = found("C03", far, town=[town])
    assert finding.severity is Severity.ERROR
    assert not found("C03", parcel(), town=[town]) and not found("C03", far)


def test_c03_takes_the_window_of_the_campaigns_own_county(found: Callable[..., list[Finding]]) -> None:
    far = parcel(shifted(SQUARE, (37500000.0, 3500000.0)))
    own = ContextShape("county", "某县", "", bytes(box(37490000.0, 3490000.0, 37510000.0, 3510000.0).wkb))
    assert not found("C03", far, county=[own])
    assert found("C03", parcel(), county=[own])


def test_c03_passes_a_parcel_in_the_county_in_either_zone(found: Callable[..., list[Finding]]) -> None:
    own = ContextShape("county", "某县", "", bytes(box(37600000.0, 3990000.0, 37620000.0, 4010000.0).wkb))
    assert not found("C03", parcel(), county=[own])
    other = transform(shifted(SQUARE), 4525, 4526)
    assert not found("C03", parcel(other, grid=Grid(38, True)), county=[own])
    assert found("C03", parcel(shifted(SQUARE), grid=Grid(38, True)), county=[own])


def test_c04_finds_northing_and_easting_the_wrong_way_round(found: Callable[..., list[Finding]]) -> None:
    outer = parcel().parts[0].outer
    swapped = replace(outer, n=array("d", outer.e), e=array("d", outer.n))
    (finding,) = found("C04", replace(parcel(), parts=(Part(swapped),)))
    assert finding.severity is Severity.WARNING


def test_c04_notes_what_the_reader_put_right(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("C04", with_header("带号=37", columns="easting_first"))
    assert finding.severity is Severity.NOTICE


def test_c04_names_a_vector_file_with_the_northing_in_x_as_put_right(found: Callable[..., list[Finding]]) -> None:
    (finding,) = found("C04", with_header("带号=37", columns="northing_first"))
    assert finding.mended and finding.sentence.code == "northing_first_in_file"


def test_c04_passes_northing_first(found: Callable[..., list[Finding]]) -> None:
    assert not found("C04", parcel())


def test_c05_finds_a_parcel_on_the_border_of_two_zones(found: Callable[..., list[Finding]]) -> None:
    ((x, y),) = transform([(112.5, 36.1)], 4490, 4525)
    (finding,) = found("C05", parcel(shifted([(-50, 50), (50, 50), (50, -50), (-50, -50)], (x, y))))
    assert "112.5" in finding.sentence.text()


def test_c05_finds_a_file_of_two_zones(found: Callable[..., list[Finding]]) -> None:
    other = transform(shifted(SQUARE), 4525, 4526)
    two = [dossier(survey=parcel(code="A")), dossier(survey=parcel(other, code="B", grid=Grid(38, True)))]
    assert not found("C05", *two)
    (finding,) = found("C05", *(replace(each, file="a.txt") for each in two))
    assert "37, 38" in finding.sentence.text()


def test_c05_passes_a_parcel_in_the_middle_of_a_zone(found: Callable[..., list[Finding]]) -> None:
    assert not found("C05", parcel())


def test_c06_finds_a_parcel_shifted_by_a_web_map(found: Callable[..., list[Finding]]) -> None:
    town = around("town", "府城镇", -200, -200, 300, 300)
    lonlat = transform(shifted(SQUARE), 4525, 4490)
    drawn = transform([(lon + 0.00628, lat + 0.00002) for lon, lat in lonlat], 4490, 4525)
    (finding,) = found("C06", dossier(survey=parcel(drawn)), town=[town])
    assert "GCJ-02" in finding.sentence.text()
    assert finding.figure is not None and 550 < finding.figure.value < 580


def test_c06_passes_a_parcel_in_its_town_and_one_that_is_simply_elsewhere(found: Callable[..., list[Finding]]) -> None:
    town = around("town", "府城镇", -200, -200, 300, 300)
    assert not found("C06", dossier(survey=parcel()), town=[town])
    assert not found("C06", dossier(survey=parcel(shifted(SQUARE, (37620000.0, 4010000.0)))), town=[town])


def test_c07_finds_coordinates_with_one_decimal(found: Callable[..., list[Finding]]) -> None:
    outer = parcel().parts[0].outer
    short = replace(outer, n_text=tuple(text[:-2] for text in outer.n_text), e_text=tuple(t[:-2] for t in outer.e_text))
    (finding,) = found("C07", replace(parcel(), parts=(Part(short),)))
    assert finding.figure is not None and finding.figure.value == 1


def test_c07_passes_a_file_that_strips_zeros_at_the_end(found: Callable[..., list[Finding]]) -> None:
    outer = parcel().parts[0].outer
    mixed = replace(outer, n_text=(*(text[:-2] for text in outer.n_text[:-1]), outer.n_text[-1]))
    assert not found("C07", replace(parcel(), parts=(Part(mixed),)))

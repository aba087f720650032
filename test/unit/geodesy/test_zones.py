"""Zones: the transform vectors to a millimetre, and the whole county against a series of our own."""

from __future__ import annotations

from math import asinh, atan, atanh, cos, cosh, degrees, radians, sin, sinh, sqrt, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.area import signed_area
from anze_idle_land_plugin.geodesy.zones import (
    SIX_DEGREE,
    THREE_DEGREE,
    UnknownGrid,
    central_meridian,
    epsg,
    grid_of,
    moved,
    to_geographic,
    transform,
    zone_at,
)
from anze_idle_land_plugin.model.parcel import Grid

VECTORS = (
    (112.2451, 36.1461, 37612058.081, 4002472.224, 38342056.531, 4003180.962),
    (112.2000, 35.9500, 37608267.164, 3980660.413, 38337594.602, 3981492.703),
    (112.5500, 36.1000, 37639582.318, 3997751.243, 38369423.607, 3997612.293),
)
"""Longitude, latitude, easting and northing in zone 37, easting and northing in zone 38 (docs/geodesy.md 1)."""
A, FLATTENING = 6378137.0, 1 / 298.257222101


def krueger(longitude: float, latitude: float, zone: int) -> tuple[float, float]:
    """Gauss-Krüger by Krüger's series in the third flattening to its fourth power; nothing of PROJ in it."""
    n = FLATTENING / (2 - FLATTENING)
    radius = A / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    alpha = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180,
        13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440,
        61 * n**3 / 240 - 103 * n**4 / 140,
        49561 * n**4 / 161280,
    )
    phi, lam = radians(latitude), radians(longitude - central_meridian(zone))
    e = sqrt(FLATTENING * (2 - FLATTENING))
    t = sinh(atanh(sin(phi)) - e * atanh(e * sin(phi)))
    xi, eta = atan(t / cos(lam)), asinh(sin(lam) / sqrt(t * t + cos(lam) ** 2))
    north = xi + sum(a * sin(2 * j * xi) * cosh(2 * j * eta) for j, a in enumerate(alpha, 1))
    east = eta + sum(a * cos(2 * j * xi) * sinh(2 * j * eta) for j, a in enumerate(alpha, 1))
    return zone * 1e6 + 500_000 + radius * east, radius * north


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector[0]}-{vector[1]}")
def test_the_vectors_hold_to_a_millimetre(vector: tuple[float, ...]) -> None:
    longitude, latitude, e37, n37, e38, n38 = vector
    near = {"abs": 0.0006}
    assert transform([(longitude, latitude)], 4490, 4525)[0] == pytest.approx((e37, n37), **near)
    assert transform([(longitude, latitude)], 4490, 4526)[0] == pytest.approx((e38, n38), **near)
    assert moved([(e37, n37)], Grid(37), Grid(38))[0] == pytest.approx((e38, n38), abs=0.0011)
    assert moved([(e38 - 38e6, n38)], Grid(38, False), Grid(37))[0] == pytest.approx((e37, n37), abs=0.0011)
    assert to_geographic([(e37 - 37e6, n37)], Grid(37, False))[0] == pytest.approx((longitude, latitude), abs=1e-8)
    assert krueger(longitude, latitude, 37) == pytest.approx((e37, n37), **near)


@given(longitude=st.floats(112.0, 112.57), latitude=st.floats(35.89, 36.51), zone=st.sampled_from([19, 37, 38]))
def test_all_over_the_county_a_series_of_our_own_gives_the_same_place(
    longitude: float, latitude: float, zone: int
) -> None:
    (found,) = transform([(longitude, latitude)], 4490, epsg(Grid(zone)))
    assert found == pytest.approx(krueger(longitude, latitude, zone), abs=0.0001)
    assert to_geographic([found], Grid(zone))[0] == pytest.approx((longitude, latitude), abs=1e-9)


@given(longitude=st.floats(112.0, 112.57), latitude=st.floats(35.89, 36.51))
def test_a_point_comes_back_from_the_neighbour_zone(longitude: float, latitude: float) -> None:
    here = transform([(longitude, latitude)], 4490, 4525)
    assert moved(moved(here, Grid(37), Grid(38)), Grid(38), Grid(37))[0] == pytest.approx(here[0], abs=1e-6)


@given(st.integers(37_585_000_000, 37_646_000_000), st.integers(3_970_000_000, 4_047_000_000))
def test_a_prefix_comes_and_goes_without_a_trace(easting: int, northing: int) -> None:
    e, n = easting / 1000, northing / 1000
    ((bare, same),) = moved([(e, n)], Grid(37), Grid(37, False))
    assert (bare, same) == (float(f"{easting - 37_000_000_000}e-3"), n)
    assert moved([(bare, n)], Grid(37, False), Grid(37)) == [(e, n)]


def test_a_zone_ends_where_its_neighbour_begins() -> None:
    assert [zone_at(each) for each in (109.5, 112.4999999, 112.5, 112.5684, 115.4999, 115.5)] == [
        37,
        37,
        38,
        38,
        38,
        39,
    ]


def box_of(longitude: float, metres: float, zone: int) -> list[tuple[float, float]]:
    """A square in one zone around a point on latitude 36.15."""
    ((east, north),) = transform([(longitude, 36.15)], 4490, epsg(Grid(zone)))
    half = metres / 2
    return [(east + x * half, north + y * half) for x, y in ((-1, 1), (1, 1), (1, -1), (-1, -1))]


def area_of(points: list[tuple[float, float]]) -> float:
    return abs(signed_area([x for x, _ in points], [y for _, y in points]))


@pytest.mark.parametrize(
    ("longitude", "ppm37", "ppm38"),
    [(112.00, 199.5, 798.3), (112.25, 311.7, 611.1), (112.50, 448.9, 448.9), (112.57, 491.8, 408.0)],
)
def test_the_zone_makes_the_area(longitude: float, ppm37: float, ppm38: float) -> None:
    corners = box_of(longitude, 316.23, 37)
    there = area_of(moved(corners, Grid(37), Grid(38)))
    assert there / area_of(corners) - 1 == pytest.approx((ppm38 - ppm37) * 1e-6, abs=0.2e-6)


def test_near_the_edge_of_the_zones_a_choice_of_zone_costs_less_than_nine_square_metres_in_ten_hectares() -> None:
    for longitude in (112.45, 112.49, 112.5, 112.51, 112.5684):
        corners = box_of(longitude, 316.23, 37)
        assert abs(area_of(moved(corners, Grid(37), Grid(38))) - area_of(corners)) < 9


def test_neighbours_across_the_edge_meet_whichever_zone_each_was_surveyed_in() -> None:
    """Two fields share the edge on 112.5°, one surveyed in zone 37 and one in 38, both written to a millimetre."""
    edge = [(112.5, 36.15), (112.5, 36.151)]
    west = [(round(e, 3), round(n, 3)) for e, n in transform(edge, 4490, 4525)]
    east = [(round(e, 3), round(n, 3)) for e, n in transform(edge, 4490, 4526)]
    for one, other in zip(moved(east, Grid(38), Grid(37)), west):
        assert one == pytest.approx(other, abs=0.0015)
    for one, other in zip(moved(west, Grid(37), Grid(38)), east):
        assert one == pytest.approx(other, abs=0.0015)


def test_grid_north_leans_as_the_tables_say() -> None:
    (south, north) = transform([(112.25, 36.15), (112.25, 36.1501)], 4490, 4525)
    assert degrees(atan((south[0] - north[0]) / (north[1] - south[1]))) == pytest.approx(0.737, abs=0.001)
    assert tan(radians(0.737)) == pytest.approx(0.01286, abs=0.0001)


def test_every_code_of_cgcs2000_is_a_grid_and_no_other_is() -> None:
    for zone in (*SIX_DEGREE, *THREE_DEGREE):
        for prefix in (True, False):
            assert grid_of(f"EPSG:{epsg(Grid(zone, prefix))}") == Grid(zone, prefix)
    for crs in ("EPSG:2361", "EPSG:4326", "EPSG:4555", "EPSG:x", "", "4525"):
        with pytest.raises(UnknownGrid):
            grid_of(crs)

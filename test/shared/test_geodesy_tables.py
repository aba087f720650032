"""The tables of the domain texts: map sheets, grid codes, windows and bounds of the county."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from anze_idle_land_plugin.geodesy.mapsheet import sheet_number
from anze_idle_land_plugin.geodesy.zones import epsg, transform
from anze_idle_land_plugin.model.parcel import Grid

CODES = Path(__file__).resolve().parents[3] / "shared" / "domain" / "codes"


def rows(name: str) -> list[dict[str, str]]:
    with open(CODES / f"{name}.csv", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize("row", rows("map_sheet_tests"), ids=lambda row: row["name"])
def test_map_sheets(row: dict[str, str]) -> None:
    for scale in (10_000, 5_000, 2_000):
        assert sheet_number(float(row["lon"]), float(row["lat"]), scale) == row[f"s{scale}"]


@pytest.mark.parametrize("row", rows("map_sheet_scales"), ids=lambda row: row["scale"])
def test_examples_of_every_scale(row: dict[str, str]) -> None:
    scale = int(row["scale"].split(":")[1])
    assert sheet_number(112.25, 36.15, scale) == row["example_anze_112.25E_36.15N"]


@pytest.mark.parametrize(
    ("item", "grid"),
    [
        ("epsg_geographic", Grid(None, False)),
        ("epsg_z37_with_prefix", Grid(37)),
        ("epsg_z37_no_prefix", Grid(37, False)),
        ("epsg_z38_with_prefix", Grid(38)),
        ("epsg_z38_no_prefix", Grid(38, False)),
        ("epsg_6deg_z19", Grid(19)),
    ],
)
def test_codes_of_the_grids(item: str, grid: Grid) -> None:
    (row,) = [each for each in rows("crs_anze") if each["item"] == item]
    assert epsg(grid) == int(row["value"])


@pytest.mark.parametrize("code", [4525, 4546, 4526, 4547])
def test_the_extent_in_degrees_lies_within_the_bounds_in_metres(code: int) -> None:
    table = {row["item"]: row["value"] for row in rows("crs_anze")}
    west, south, east, north = (float(table[f"extent_{edge}"]) for edge in ("lon_min", "lat_min", "lon_max", "lat_max"))
    bounds = [float(value) for value in table[f"bounds_{code}"].split(",")]
    corners = transform([(x, y) for x in (west, east) for y in (south, north)], 4490, code)
    margin = 1000  # the corners of the box lie outside the county's own outline
    assert min(x for x, _ in corners) == pytest.approx(bounds[0], abs=margin)
    assert max(x for x, _ in corners) == pytest.approx(bounds[2], abs=margin)
    assert min(y for _, y in corners) == pytest.approx(bounds[1], abs=margin)
    assert max(y for _, y in corners) == pytest.approx(bounds[3], abs=margin)

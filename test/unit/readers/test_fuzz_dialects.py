"""Damaged files of every dialect, with holes and several parts: read honestly, whatever was done to them."""

from __future__ import annotations

from typing import Any

import pytest
from factories import parcel, shifted
from honesty import assert_honest
from mutations import cases

from anze_idle_land_plugin.exports.boundary.txt import composed
from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import UndecodableFile, decode
from anze_idle_land_plugin.readers.boundary_txt.lines import LONGEST
from anze_idle_land_plugin.readers.boundary_txt.profiles import profiles
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

PROFILES = tuple(dict.fromkeys(each.id for each in profiles()))
HOLE = shifted(((40.0, 60.0), (60.0, 60.0), (60.0, 40.0), (40.0, 40.0)))
APART = shifted(((200.0, 100.0), (300.0, 100.0), (300.0, 0.0)))
PARCELS = [parcel(holes=[HOLE]), parcel(code="2023-G-002", name="东街地块", more_parts=[APART])]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_damaged_file_of_any_dialect_is_read_honestly(profile: str) -> None:
    text = composed(PARCELS, profile).text
    for data in cases([text.encode("utf-8"), text.encode("gb18030")], 400, seed=len(profile)):
        try:
            decoded = decode(data, "damaged.txt")
        except UndecodableFile:
            continue
        text = decoded.text
        assert_honest(text, read_boundary_txt("damaged.txt", decoded, ReadOptions()))


def read(text: str) -> Reading:
    return read_boundary_txt("x.txt", decode(text.encode(), "x.txt"), ReadOptions())


ENDLESS = "9" * 10_000_000


@pytest.mark.parametrize("place", ["row", "plot line", "header"])
def test_a_line_of_ten_megabytes_is_told_shortly_and_costs_its_parcel_only(place: str) -> None:
    text = composed(PARCELS, "canonical").text
    if place == "row":
        damaged = text.replace("J2,1,", f"J2,{ENDLESS},", 1)
    elif place == "plot line":
        damaged = text.replace("示例地块", ENDLESS, 1)
    else:
        damaged = text.replace("数据产生单位=", f"数据产生单位={ENDLESS}", 1)
    reading = read(damaged)
    left = ["2023-G-001", "2023-G-002"] if place == "header" else ["2023-G-002"]
    assert [each.code for each in reading.parcels] == left
    assert reading.rejects[0].message.code == "line_too_long"
    assert all(len(reject.text) < 300 for reject in reading.rejects)
    assert all(len(value) < LONGEST for each in reading.parcels for value in each.attributes.values())


def test_a_parcel_of_a_million_points_is_read() -> None:
    rows = "".join(f"J,1,{4_000_000 + k * 0.001:.3f},{37_500_000 + k * k * 1e-7:.3f}\n" for k in range(1_000_000))
    reading = read(f"[地块坐标]\n1000000,,大地块,大地块,面,,,,@\n{rows}")
    assert [each.vertex_count for each in reading.parcels] == [1_000_000]


def test_a_thousand_rings_under_one_number_are_a_thousand_parts() -> None:
    rings: list[Any] = []
    for k in range(1000):
        n, e = 4_000_000 + k % 40 * 10, 37_500_000 + k // 40 * 10
        corners = ((n, e), (n, e + 5), (n - 5, e + 5), (n, e))
        rings.extend(f"J1,1,{north}.000,{east}.000\n" for north, east in corners)
    reading = read("[地块坐标]\n,,一,二,面,,,,@\n" + "".join(rings))
    assert [len(each.parts) for each in reading.parcels] == [1000]

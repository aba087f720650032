"""The hard cases on which existing tools fail, one test a row of the table in docs/formats.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Callable

import pytest

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import decode
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

HEADER = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=37\n[地块坐标]\n"
PLOT = "5,0.5700,2023-001,示例地块,面,,工业用地,,@\n"
CORNERS = ((4001060, 37611000), (4001060, 37611090), (4001000, 37611100), (4001000, 37611000))


def rows(corners: tuple[tuple[float, float], ...] = CORNERS, ring: str = "1", closing: str = "J1") -> str:
    """Four rows and the closing one; without ``closing`` the ring stays open."""
    closed = [*enumerate(corners, 1)]
    text = "".join(f"J{place},{ring},{n:.3f},{e:.3f}\n" for place, (n, e) in closed)
    return text + (f"{closing},{ring},{corners[0][0]:.3f},{corners[0][1]:.3f}\n" if closing else "")


def moved(by: float) -> tuple[tuple[float, float], ...]:
    return tuple((n, e + by) for n, e in CORNERS)


HOLE = ((4001040, 37611040), (4001040, 37611050), (4001030, 37611050), (4001030, 37611040))


def read(text: str, encoding: str = "utf-8", **options: str) -> Reading:
    return read_boundary_txt("x.txt", decode(text.encode(encoding), "x.txt"), ReadOptions(**options))


def codes(reading: Reading) -> set[str]:
    return {note.code for note in reading.notes}


def areas(reading: Reading) -> list[float]:
    return [plane_area(each) for each in reading.parcels]


def closing_under_a_new_name() -> None:
    (parcel,) = read(HEADER + PLOT + rows(closing="J5")).parcels
    outer = parcel.parts[0].outer
    assert (outer.names, outer.closing_name) == (("J1", "J2", "J3", "J4"), "J5")


def ring_left_open() -> None:
    reading = read(HEADER + PLOT + rows(closing=""))
    assert areas(reading) == [5700.0]
    assert reading.parcels[0].parts[0].outer.closing_name is None


def wrong_count() -> None:
    reading = read(HEADER + PLOT.replace("5,", "77,", 1) + rows())
    assert (areas(reading), codes(reading)) == ([5700.0], {"count_disagrees"})


def six_columns() -> None:
    text = "".join(f"{row},90.000,埋桩\n" for row in rows().splitlines())
    (parcel,) = read(HEADER + PLOT + text).parcels
    assert parcel.parts[0].outer.extra == (("90.000", "埋桩"),) * 4


def ring_in_the_fifth_column() -> None:
    points = "".join(f"J{k},{n}.000,{e}.000,60.00,1,\n" for k, (n, e) in enumerate((*CORNERS, CORNERS[0]), 1))
    reading = read("[地块坐标]\n,0.5700,,建新地块1,,,,水浇地,@ \n" + points)
    assert (areas(reading), reading.profile) == ([5700.0], "zengjianguagou")
    assert reading.parcels[0].attributes["land_class"] == "水浇地"


def four_fields() -> None:
    (parcel,) = read(HEADER + "1,地块1,面,建设用地,@\n" + rows()).parcels
    assert (parcel.code, parcel.name, parcel.attributes["use"]) == ("1", "地块1", "建设用地")


def ring_zero() -> None:
    assert areas(read(HEADER + PLOT + rows(ring="0"))) == [5700.0]


def two_parts_under_one_number() -> None:
    (parcel,) = read(HEADER + PLOT + rows() + rows(moved(500))).parcels
    assert [len(part.outer) for part in parcel.parts] == [4, 4]


def parts_one_and_two_apart() -> None:
    (parcel,) = read(HEADER + PLOT + rows() + rows(moved(500), "2")).parcels
    assert [len(part.holes) for part in parcel.parts] == [0, 0]


def hole_drawn_clockwise() -> None:
    reading = read(HEADER + PLOT + rows() + rows(HOLE, "2"))
    assert ([len(part.holes) for part in reading.parcels[0].parts], areas(reading)) == ([1], [5600.0])


def full_width_commas() -> None:
    reading = read(HEADER + PLOT + rows().replace("J2,1,", "J2，1，"))
    assert (areas(reading), codes(reading)) == ([5700.0], {"full_width"})


def full_width_section_marks() -> None:
    text = (HEADER + PLOT + rows()).replace("[", "【").replace("]", "】")
    assert areas(read(text)) == [5700.0]


def utf_16() -> None:
    reading = read(HEADER + PLOT + rows(), "utf-16")
    assert (areas(reading), reading.parcels[0].name) == ([5700.0], "示例地块")


def degrees() -> None:
    reading = read("[地块坐标]\n1,地块1,面,,@\nJ1,1,112.23,36.13\nJ2,1,112.24,36.13\nJ3,1,112.24,36.12\n")
    assert (reading.crs, list(reading.parcels[0].parts[0].outer.n)) == ("EPSG:4490", [36.13, 36.13, 36.12])


def two_parcels_with_one_plot_line() -> None:
    reading = read(HEADER + PLOT + rows() + PLOT + rows(moved(500)))
    assert [each.line for each in reading.parcels] == [6, 12]


def header_zone_against_prefix() -> None:
    reading = read((HEADER + PLOT + rows()).replace("带号=37", "带号=38"))
    assert (reading.crs, codes(reading)) == ("EPSG:4525", {"zone_disagrees"})


def masked_digits() -> None:
    reading = read(HEADER + PLOT + rows().replace("J2,1,4001060.000", "J2,1,4001XXX.XXX") + PLOT + rows(moved(500)))
    assert [each.line for each in reading.parcels] == [12]
    assert [(each.line, each.message.code) for each in reading.rejects] == [(8, "not_a_point"), (6, "rows_unread")]


CASES: dict[str, Callable[[], None]] = {
    "闭合行换了点号": closing_under_a_new_name,
    "环未闭合": ring_left_open,
    "界址点数写错": wrong_count,
    "界址点行六列": six_columns,
    "圈号在第五列（增减挂钩）": ring_in_the_fifth_column,
    "地块行四个字段": four_fields,
    "圈号为 0": ring_zero,
    "两个部分圈号都是 1": two_parts_under_one_number,
    "圈号 1、2 互不相连": parts_one_and_two_apart,
    "洞按顺时针画": hole_drawn_clockwise,
    "行内全角逗号": full_width_commas,
    "【】节标记": full_width_section_marks,
    "UTF-16 编码": utf_16,
    "经纬度": degrees,
    "两宗地的地块行相同": two_parcels_with_one_plot_line,
    "文件头带号与坐标前缀不符": header_zone_against_prefix,
    "坐标被打码": masked_digits,
}


@pytest.mark.parametrize("case", CASES)
def test_a_hard_case_is_read_right(case: str) -> None:
    CASES[case]()


def test_the_table_in_the_docs_has_every_case_and_no_other() -> None:
    root = Path(__file__).resolve().parents[3]
    text = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \| ([^|]+) \|$", text, re.MULTILINE)
    listed = {case.strip(): ours.strip() for case, ours in table if case.strip() in CASES or "对" in ours}
    assert listed == dict.fromkeys(CASES, "对 right")

"""Shapefiles: every cell and vertex comes back, or the row is refused with its reason."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import fiona
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon

from anze_idle_land_plugin.catalogue import Field
from anze_idle_land_plugin.exports.monitoring.shapefile import ENCODINGS, ShapefileRow, lacking, misfit, write_shapefile
from anze_idle_land_plugin.model.parcel import Grid

SQUARE = MultiPolygon([Polygon([(37612000, 4002000), (37612000, 4002100), (37612100, 4002100), (37612100, 4002000)])])


def field(code: str, kind: str, length: int, decimals: int = 0) -> Field:
    return Field(code, "", code, kind, length, decimals, "", "", "O", "ledger")


FIELDS = (
    field("NAME", "C", 60),
    field("AREA", "N", 16, 4),
    field("DAYS", "N", 6),
    field("DAY", "D", 8),
)


def row(**values: Any) -> ShapefileRow:
    return ShapefileRow("2023-G-001", values, SQUARE)


def written(folder: Path, each: ShapefileRow, encoding: str = "utf-8", grid: Grid = Grid(37)) -> dict[str, Any]:
    path = folder / "a.shp"
    write_shapefile(path, [each], FIELDS, grid, encoding)
    with fiona.open(path) as source:  # no encoding named: the .cpg must say it
        (record,) = list(source)
    return dict(record["properties"])


@given(
    name=st.text(max_size=70),
    area=st.floats(-1e9, 1e9),
    days=st.integers(-99999, 999999),
    day=st.dates(date(1, 1, 1)),
    encoding=st.sampled_from(sorted(ENCODINGS)),
)
def test_whatever_is_not_refused_comes_back(name: str, area: float, days: int, day: date, encoding: str) -> None:
    each = row(NAME=name, AREA=area, DAYS=days, DAY=day)
    assume(misfit(each, FIELDS, encoding) is None)
    with TemporaryDirectory() as folder:
        found = written(Path(folder), each, encoding)
    assert found["NAME"] == (name.strip(" ") or None)
    assert Decimal(repr(found["AREA"])) == Decimal(repr(area)).quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)
    assert (found["DAYS"], found["DAY"]) == (days, day.isoformat())


def test_a_number_is_rounded_half_up_on_its_decimal_text(tmp_path: Path) -> None:
    assert written(tmp_path, row(AREA=1.00005))["AREA"] == 1.0001
    assert written(tmp_path, row(AREA=2.67455))["AREA"] == 2.6746


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"NAME": "安" * 21}, "too_long"),
        ({"NAME": "a\x00b"}, "zero_byte"),
        ({"AREA": 1e12}, "too_long"),
        ({"AREA": float("nan")}, "no_number"),
        ({"AREA": float("inf")}, "no_number"),
        ({"DAYS": 1234567}, "too_long"),
    ],
    ids=str,
)
def test_what_would_be_cut_or_spoilt_is_refused(values: dict[str, Any], code: str) -> None:
    refusal = misfit(row(**values), FIELDS, "utf-8")
    assert refusal is not None
    assert (refusal.code, "2023-G-001" in refusal.text()) == (code, True)


def test_a_text_of_just_the_width_is_not_refused(tmp_path: Path) -> None:
    assert misfit(row(NAME="安" * 20), FIELDS, "utf-8") is None
    assert written(tmp_path, row(NAME="安" * 30), "gbk")["NAME"] == "安" * 30


@pytest.mark.parametrize(
    ("text", "encoding", "lost"),
    [
        ("𬭎业", "gbk", "𬭎"),
        ("𬭎业", "gb18030", ""),
        ("冶€", "gbk", "€"),
        ("\ue78d", "gb18030", "\ue78d"),
        ("\ue78d", "utf-8", ""),
    ],
)
def test_a_character_the_encoding_lacks_is_named(text: str, encoding: str, lost: str) -> None:
    assert lacking(text, encoding) == lost


@pytest.mark.parametrize(
    ("values", "encoding", "way_out"),
    [
        ({"NAME": "安" * 21}, "utf-8", "shorten it or use GBK"),
        ({"NAME": "安" * 31}, "gbk", "60 fit; shorten it"),
        ({"AREA": 1e12}, "gbk", "correct the number"),
        ({"NAME": "𠮷"}, "gbk", "𠮷 (U+20BB7) (NAME NAME); export in UTF-8, GB18030"),
        ({"NAME": "\ue78d"}, "gb18030", "U+E78D (NAME NAME); export in UTF-8"),
        ({"NAME": "\u200b"}, "gbk", "U+200B (NAME NAME); export in UTF-8, GB18030"),
    ],
    ids=str,
)
def test_a_refusal_names_the_way_out_there_is(values: dict[str, Any], encoding: str, way_out: str) -> None:
    refusal = misfit(row(**values), FIELDS, encoding)
    assert refusal is not None and refusal.text().endswith(way_out)


def test_programs_that_read_no_cpg_find_gbk_in_the_table_itself(tmp_path: Path) -> None:
    for encoding, mark in (("gbk", 0x4D), ("utf-8", 0)):
        written(tmp_path, row(NAME="安泽"), encoding)
        assert (tmp_path / "a.dbf").read_bytes()[29] == mark
    written(tmp_path, row(NAME="安泽县"), "gbk")
    (tmp_path / "a.cpg").unlink()
    with fiona.open(tmp_path / "a.shp") as source:
        assert next(iter(source))["properties"]["NAME"] == "安泽县"


def test_holes_and_parts_stay_what_they_are(tmp_path: Path) -> None:
    lake = [(10, 10), (90, 10), (90, 90), (10, 90)]
    island = Polygon([(40, 40), (40, 60), (60, 60), (60, 40)])
    shape = MultiPolygon([Polygon([(0, 0), (0, 100), (100, 100), (100, 0)], [lake]), island])
    path = tmp_path / "a.shp"
    write_shapefile(path, [ShapefileRow("a", {}, shape)], FIELDS, Grid(38), "utf-8")
    with fiona.open(path) as source:
        parts = next(iter(source))["geometry"]["coordinates"]
    assert sorted(len(part) for part in parts) == [1, 2]

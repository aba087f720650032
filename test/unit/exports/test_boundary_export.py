"""The boundary TXT writer: every dialect comes back through our own reader as it was meant."""

from __future__ import annotations

from array import array
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from factories import ORIGIN_37, SQUARE, parcel, shifted
from hypothesis import given, settings
from hypothesis import strategies as st

from anze_idle_land_plugin.exports.boundary.layout import ParcelWithoutZone, digits
from anze_idle_land_plugin.exports.boundary.txt import (
    CharacterLost,
    FileNotWritten,
    NoParcels,
    UnknownDialect,
    WrittenDiffers,
    ZonesMixed,
    composed,
    write_boundary_file,
)
from anze_idle_land_plugin.geodesy.area import plane_area, signed_area
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part
from anze_idle_land_plugin.readers.files import read_file
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

DIALECTS = (
    *("canonical", "gongdi", "baopi", "kancedingjie", "yizhangtu", "zengjianguagou"),
    *("jinchu", "bubeian", "buchonggengdi", "shengbu", "fields13"),
)
HOLE = ((40.0, 60.0), (60.0, 60.0), (60.0, 40.0), (40.0, 40.0))
APART = ((200.0, 100.0), (300.0, 100.0), (300.0, 0.0))
TRIANGLE = shifted(APART)


def with_hole() -> Parcel:
    return parcel(holes=[shifted(HOLE)])


def several() -> Parcel:
    return parcel(code="2023-G-002", more_parts=[shifted(APART)])


def lines(text: str) -> list[str]:
    return text.split("\r\n")


def there_and_back(folder: Path, parcels: list[Parcel], profile: str, encoding: str = "utf-8") -> Reading:
    path = folder / "file.txt"
    write_boundary_file(path, parcels, profile, encoding)
    return read_file(path, ReadOptions(profile=profile))


def test_the_canonical_form_is_written_as_the_format_gives_it() -> None:
    head = {"数据产生单位": "安泽县自然资源局", "数据产生日期": "2023-08-15"}
    survey = replace(with_hole(), attributes={"use": "工业用地", "area": "9"})
    assert lines(composed([survey], "canonical", head).text) == [
        "[属性描述]",
        "格式版本号=1.01版本",
        "数据产生单位=安泽县自然资源局",
        "数据产生日期=2023-08-15",
        "坐标系=2000国家大地坐标系",
        "几度分带=3",
        "投影类型=高斯克吕格",
        "计量单位=米",
        "带号=37",
        "精度=0.001",
        "转换参数=,,,,,,",
        "[地块坐标]",
        "10,0.9600,2023-G-001,示例地块,面,,工业用地,,@",
        "J1,1,4002100.000,37612000.000",
        "J2,1,4002100.000,37612100.000",
        "J3,1,4002000.000,37612100.000",
        "J4,1,4002000.000,37612000.000",
        "J1,1,4002100.000,37612000.000",
        "J5,2,4002060.000,37612040.000",
        "J6,2,4002060.000,37612060.000",
        "J7,2,4002040.000,37612060.000",
        "J8,2,4002040.000,37612040.000",
        "J5,2,4002060.000,37612040.000",
        "",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
@pytest.mark.parametrize("profile", DIALECTS)
def test_every_dialect_comes_back(profile: str, encoding: str, tmp_path: Path) -> None:
    reading = there_and_back(tmp_path, [with_hole(), several()], profile, encoding)
    assert (reading.profile, reading.crs, reading.rejects) == (profile, "EPSG:4525", ())
    assert [[len(part.holes) for part in each.parts] for each in reading.parcels] == [[1], [0, 0]]
    assert [plane_area(each) for each in reading.parcels] == [9600.0, 15000.0]
    assert {each.name for each in reading.parcels} == {"示例地块"}


@pytest.mark.parametrize(
    ("profile", "plot"),
    [
        ("gongdi", "9,0.9600,2023-G-001,示例地块,面,,,,@"),
        ("kancedingjie", "8,0.9600,2023-G-001,示例地块,面,,,,@"),
        ("yizhangtu", "2023-G-001,示例地块,面,,@"),
        ("shengbu", "0,0.9600,,,2023-G-001,示例地块,面,,,,@"),
        ("buchonggengdi", "10,0.9600,2023-G-001,示例地块,,,面,,,,,,@"),
        ("fields13", "10,0.9600,2023-G-001,示例地块,面,,,,,,,,,@"),
        ("zengjianguagou", ",0.9600,2023-G-001,示例地块,,,,,@"),
    ],
)
def test_each_dialect_has_its_own_plot_line_and_count(profile: str, plot: str) -> None:
    assert plot in lines(composed([with_hole()], profile).text)


def test_distances_stand_where_the_dialect_wants_them() -> None:
    to_next = [line.split(",")[4] for line in lines(composed([parcel(TRIANGLE)], "bubeian").text) if line[:1] == "J"]
    assert to_next == ["100.000", "100.000", "141.421", "0.000"]
    to_last = [
        line.split(",")[3] for line in lines(composed([parcel(TRIANGLE)], "zengjianguagou").text) if line[:1] == "J"
    ]
    assert to_last == ["", "100.00", "100.00", "141.42"]


def test_the_kind_of_a_marker_is_kept_and_never_invented() -> None:
    survey = parcel()
    outer = replace(survey.parts[0].outer, extra=(("90.000", "埋桩"),) * 4)
    marked = composed([replace(survey, parts=(Part(outer),))], "bubeian").text
    assert marked.count("埋桩") == 5
    assert "桩" not in composed([survey], "bubeian").text


def test_longitude_and_latitude_for_the_dialect_that_wants_them(tmp_path: Path) -> None:
    reading = there_and_back(tmp_path, [with_hole()], "weipian")
    assert (reading.crs, len(reading.parcels[0].parts[0].holes)) == ("EPSG:4490", 1)
    assert reading.parcels[0].parts[0].outer.e[0] == pytest.approx(112.24, abs=0.02)


def test_an_easting_without_prefix_gets_its_zone(tmp_path: Path) -> None:
    bare = parcel(shifted(SQUARE, (612000.0, 4002000.0)), grid=Grid(37, False))
    reading = there_and_back(tmp_path, [bare], "canonical")
    assert reading.parcels[0].grid == Grid(37, True)
    assert reading.parcels[0].parts[0].outer.e_text[0] == "37612000.000"


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("35521983.54", 35521983.54, "35521983.540"),
        ("35521983.12345678", 35521983.12345678, "35521983.12345678"),
        ("4001060", 4001060.0, "4001060.000"),
        ("", 4001060.1234, "4001060.123"),
        ("nonsense", 1.0005, "1.001"),
        ("5", 7.0, "7.000"),
    ],
)
def test_surveyed_digits_are_kept_and_filled_up_to_three_decimals(text: str, value: float, written: str) -> None:
    assert digits(text, value) == written


def test_parts_under_one_number_get_numbers_of_their_own() -> None:
    survey = several()
    same = replace(survey, parts=tuple(Part(replace(part.outer, number="1")) for part in survey.parts))
    assert {line.split(",")[1] for line in lines(composed([same], "canonical").text) if line[:1] == "J"} == {"1", "2"}


def test_a_closing_row_keeps_its_own_name_and_an_open_ring_is_closed() -> None:
    def closed(name: str | None) -> str:
        survey = parcel()
        outer = replace(survey.parts[0].outer, closing_name=name)
        return lines(composed([replace(survey, parts=(Part(outer),))], "canonical").text)[-2].split(",")[0]

    assert (closed("J5"), closed(None)) == ("J5", "J1")


def test_renumbering_starts_in_the_north_west_and_runs_clockwise(tmp_path: Path) -> None:
    turned = parcel(shifted([SQUARE[2], SQUARE[1], SQUARE[0], SQUARE[3]]), holes=[shifted(HOLE)])
    path = tmp_path / "file.txt"
    write_boundary_file(path, [turned], "canonical", renumber=True)
    (read,) = read_file(path, ReadOptions()).parcels
    outer, hole = read.parts[0].outer, read.parts[0].holes[0]
    assert (outer.e[0], outer.n[0]) == (ORIGIN_37[0], ORIGIN_37[1] + 100)
    assert (signed_area(outer.e, outer.n), signed_area(hole.e, hole.n)) == (-10000.0, 400.0)
    assert (outer.names, hole.names) == (("J1", "J2", "J3", "J4"), ("J5", "J6", "J7", "J8"))


def test_no_value_can_break_its_line(tmp_path: Path) -> None:
    nasty = replace(parcel(name="甲,乙，丙@\r\n丁\t"), attributes={"use": "a,b\n@"})
    (read,) = there_and_back(tmp_path, [nasty], "canonical").parcels
    assert (read.name, read.attributes["use"]) == ("甲、乙、丙＠ 丁", "a、b ＠")


def test_a_character_the_encoding_lacks_stops_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("older", encoding="utf-8")
    with pytest.raises(CharacterLost, match="𠮷") as caught:
        write_boundary_file(path, [parcel(), parcel(code="B-2", name="𠮷地块")], "gongdi", "gbk")
    assert "B-2" in caught.value.text()
    assert [each.name for each in tmp_path.iterdir()] == ["file.txt"]
    assert path.read_text(encoding="utf-8") == "older"
    write_boundary_file(path, [parcel(name="𠮷地块")], "gongdi", "gb18030")
    assert read_file(path, ReadOptions()).parcels[0].name == "𠮷地块"


def test_what_cannot_be_written_says_why(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    with pytest.raises(UnknownDialect, match="gongdi"):
        composed([parcel()], "nosuch")
    with pytest.raises(NoParcels):
        composed([], "canonical")
    with pytest.raises(ZonesMixed, match="2023-G-001"):
        composed([parcel(), parcel(grid=Grid(38, False))], "canonical")
    with pytest.raises(ParcelWithoutZone, match="canonical"):
        composed([parcel(grid=Grid(None, False))], "canonical")
    with pytest.raises(FileNotWritten):
        write_boundary_file(tmp_path / "missing" / "file.txt", [parcel()], "canonical")
    bow_tie = parcel(shifted([SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]]))
    with pytest.raises(WrittenDiffers, match="crosses or touches itself at east"):
        write_boundary_file(path, [bow_tie], "canonical")
    assert list(tmp_path.iterdir()) == []


def _as_surveyed(e: list[str], n: list[str]) -> Parcel:
    survey = parcel()
    outer = replace(
        survey.parts[0].outer,
        e=array("d", map(float, e)),
        n=array("d", map(float, n)),
        e_text=tuple(e),
        n_text=tuple(n),
    )
    return replace(survey, parts=(Part(outer),))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.decimals("-9", "9", places=4), min_size=8, max_size=8),
    st.text(max_size=12),
    st.sampled_from(DIALECTS),
)
def test_any_parcel_with_any_name_comes_back_to_the_last_digit(jitter, name: str, profile: str) -> None:  # type: ignore[no-untyped-def]
    e = [str(37612000 + place + shift) for place, shift in zip((0, 100, 100, 0), jitter)]
    n = [str(4002000 + place + shift) for place, shift in zip((100, 100, 0, 0), jitter[4:])]
    survey = replace(_as_surveyed(e, n), name=name)
    with TemporaryDirectory() as folder:
        (read,) = there_and_back(Path(folder), [survey], profile).parcels
    assert (list(read.parts[0].outer.e), list(read.parts[0].outer.n)) == (list(map(float, e)), list(map(float, n)))
    assert plane_area(read) == plane_area(survey)

"""Folders of survey files, plain point tables, and files that are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.readers.files import (
    InputMissing,
    NothingToRead,
    read_file,
    read_path,
    read_sources,
    sources_of,
)
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

CORNERS = ((4001060.0, 37611000.0), (4001060.0, 37611090.0), (4001000.0, 37611100.0), (4001000.0, 37611000.0))
LIST = "id,x,y\n" + "".join(f"{i},{n:.3f},{e:.3f}\n" for i, (n, e) in enumerate(CORNERS, 1))
TXT = "[地块坐标]\n4,0.5700,A-1,示例地块,面,,,,@\n" + "".join(
    f"J{i},1,{n:.3f},{e:.3f}\n" for i, (n, e) in enumerate(CORNERS, 1)
)


def read(folder: Path, name: str, text: str, crs: str = "") -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path, ReadOptions(crs=crs))


def codes(reading: Reading) -> list[tuple[int | None, str]]:
    return [(reject.line, reject.message.code) for reject in reading.rejects]


def test_a_folder_is_read_in_order_with_all_below_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.csv", "sub/c.txt", ".hidden.txt"):
        (tmp_path / name).write_text(LIST if name.endswith("csv") else TXT, encoding="utf-8")
    readings = list(read_path(tmp_path, ReadOptions()))
    assert [each.file for each in readings] == ["a.csv", "b.txt", "sub/c.txt"]
    assert [each.profile for each in readings] == ["points", "canonical", "canonical"]
    assert [plane_area(each.parcels[0]) for each in readings] == [5700.0] * 3
    assert [len(each.sha256) for each in readings] == [64] * 3


def test_an_override_is_for_its_file_only(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TXT, encoding="utf-8")
    readings = list(read_path(tmp_path, ReadOptions(), {"b.txt": ReadOptions(profile="baopi")}))
    assert [each.profile for each in readings] == ["canonical", "baopi"]


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    for folder in ("东", "西"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TXT, encoding="utf-8")
    forced = ReadOptions(profile="baopi")
    readings = list(read_path(tmp_path, ReadOptions(), {"西/a.txt": forced}))
    assert [(each.file, each.profile) for each in readings] == [("东/a.txt", "canonical"), ("西/a.txt", "baopi")]
    assert [each.profile for each in read_path(tmp_path, ReadOptions(), {"a.txt": forced})] == ["canonical"] * 2
    assert [each.profile for each in read_path(tmp_path / "东", ReadOptions(), {"a.txt": forced})] == ["baopi"]


def test_an_override_by_bare_name_reaches_the_only_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "深").mkdir()
    (tmp_path / "深" / "a.txt").write_text(TXT, encoding="utf-8")
    assert [each.profile for each in read_path(tmp_path, ReadOptions(), {"a.txt": ReadOptions(profile="baopi")})] == [
        "baopi"
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [("a.jmtxt", "encrypted"), ("a.pdf", "unknown_type"), ("a.dwg", "unknown_type"), ("a.txt", "empty_file")],
)
def test_what_is_no_survey_file_is_refused_politely(name: str, code: str, tmp_path: Path) -> None:
    reading = read(tmp_path, name, " \n" if name.endswith(".txt") else "x")
    assert codes(reading) == [(None, code)]
    assert name in reading.rejects[0].message.text()


def test_a_wrong_encoding_is_a_reject_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TXT, encoding="utf-8")
    reading = read_file(path, ReadOptions(encoding="nosuch"))
    assert codes(reading) == [(None, "UndecodableFile")]
    assert "nosuch" in reading.rejects[0].message.text()


def test_a_missing_or_empty_folder_stops(tmp_path: Path) -> None:
    with pytest.raises(InputMissing):
        list(read_path(tmp_path / "missing", ReadOptions()))
    with pytest.raises(NothingToRead, match=r"\.txt"):
        list(read_path(tmp_path, ReadOptions()))


def test_a_list_is_one_open_ring_named_after_its_file(tmp_path: Path) -> None:
    reading = read(tmp_path, "一号.txt", LIST)
    (parcel,) = reading.parcels
    assert (parcel.name, reading.crs, plane_area(parcel)) == ("一号", "EPSG:4525", 5700.0)
    assert parcel.parts[0].outer.closing_name is None


def test_a_cass_file_has_the_easting_first_and_may_lack_codes(tmp_path: Path) -> None:
    rows = "".join(f"{i},,{e - 37e6:.3f},{n:.3f},0.000\n" for i, (n, e) in enumerate(CORNERS, 1))
    reading = read(tmp_path, "a.dat", rows, crs="EPSG:4546")
    assert (reading.crs, plane_area(reading.parcels[0])) == ("EPSG:4546", 5700.0)
    assert reading.parcels[0].parts[0].outer.n_text[0] == "4001060.000"
    assert codes(read(tmp_path, "a.dat", rows)) == [(1, "zone_unknown")]


def test_blank_lines_part_parcels_and_comments_are_passed_over(tmp_path: Path) -> None:
    rows = LIST.replace("id,x,y\n", "").replace(",", "\t")
    reading = read(tmp_path, "a.txt", f"# two\n{rows}\n{rows}")
    assert [each.name for each in reading.parcels] == ["a-1", "a-2"]


def test_ring_and_parcel_columns_are_told_by_the_heading(tmp_path: Path) -> None:
    hole = ((4001040.0, 37611040.0), (4001030.0, 37611040.0), (4001030.0, 37611050.0))
    rows = "".join(
        f"{parcel},{i},{ring},{n},{e}\n"
        for parcel in ("甲", "乙")
        for ring, corners in ((1, CORNERS), (2, hole))
        for i, (n, e) in enumerate(corners, 1)
    )
    reading = read(tmp_path, "a.csv", "界址点成果表\n宗地号,界址点号,地块圈号,纵坐标,横坐标\n" + rows)
    assert [(each.name, plane_area(each)) for each in reading.parcels] == [("甲", 5650.0), ("乙", 5650.0)]
    assert reading.parcels[0].parts[0].outer.names == ("1", "2", "3", "4")


@pytest.mark.parametrize(
    ("row", "bad"),
    [("3,4001000.000,37611100.000", "3,40010XX,37611100"), ("1,4001060.000,37611000.000", "1,,37611000")],
    ids=["masked", "first-row-is-no-heading"],
)
def test_a_row_that_is_no_point_costs_its_parcel(row: str, bad: str, tmp_path: Path) -> None:
    reading = read(tmp_path, "a.txt", LIST.replace(row, bad))
    assert reading.parcels == ()
    assert codes(reading) == [(2 if bad[0] == "1" else 4, "not_a_point"), (2, "rows_unread")]


def test_a_row_of_another_magnitude_is_no_point(tmp_path: Path) -> None:
    reading = read(tmp_path, "a.txt", LIST.replace("4001000.000,37611000.000", "0.0,0.0"))
    assert codes(reading) == [(5, "not_a_point"), (2, "rows_unread")]


def test_a_text_without_points_says_so(tmp_path: Path) -> None:
    assert codes(read(tmp_path, "a.txt", "hello\nthere\n")) == [(1, "no_points")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=200))
def test_any_text_becomes_parcels_or_rejects(tmp_path: Path, text: str) -> None:
    path = tmp_path / "any.txt"
    path.write_bytes(text.encode("utf-8", "ignore"))
    reading = read_file(path, ReadOptions())
    assert reading.parcels or reading.rejects


def test_several_files_and_folders_are_named_below_the_folder_they_share(tmp_path: Path) -> None:
    for name in ("east/a.txt", "west/a.txt", "west/deep/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TXT, encoding="utf-8")
    chosen = [tmp_path / "west", tmp_path / "east" / "a.txt", tmp_path / "west" / "a.txt"]
    names = [source.name for source in sources_of(chosen)]
    assert names == ["east/a.txt", "west/a.txt", "west/deep/b.txt"]
    forced = {"west/a.txt": ReadOptions(profile="baopi")}
    profiles = [each.profile for each in read_sources(sources_of(chosen), ReadOptions(), forced)]
    assert profiles == ["canonical", "baopi", "canonical"]


def test_a_shapefile_chosen_with_all_its_parts_is_one_input(tmp_path: Path) -> None:
    parts = [tmp_path / f"a.{ending}" for ending in ("dbf", "prj", "shp", "shx")]
    for part in parts:
        part.write_bytes(b"x")
    assert [source.name for source in sources_of(parts)] == ["a.shp"]


def test_a_missing_one_among_several_stops(tmp_path: Path) -> None:
    with pytest.raises(InputMissing):
        sources_of([tmp_path, tmp_path / "gone.txt"])


def test_a_file_name_in_gbk_is_read_as_such(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + "/府城.txt".encode("gbk")
    with open(path, "wb") as handle:
        handle.write(TXT.encode("utf-8"))
    for chosen in (tmp_path, Path(os.fsdecode(path))):
        ((source, name),) = sources_of([chosen])
        assert (name, os.fsencode(source)) == ("府城.txt", path)


def test_a_geodatabase_is_one_input_also_when_it_is_chosen_itself(tmp_path: Path) -> None:
    (tmp_path / "a.gdb").mkdir()
    (tmp_path / "a.gdb" / "a0001.gdbtable").write_bytes(b"x")
    for chosen in ([tmp_path], [tmp_path / "a.gdb"], [tmp_path / "a.gdb", tmp_path]):
        assert [Path(source.name).name for source in sources_of(chosen)] == ["a.gdb"]

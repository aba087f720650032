"""The boundary TXT reader, dialect by dialect and habit by habit. One invented parcel of 5 700 m² in zone 37."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.model.parcel import Grid
from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import UndecodableFile, decode
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

HEADER = """[属性描述]
格式版本号=1.01版本
数据产生单位=安泽县自然资源局
数据产生日期=2023-08-15
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=37
精度=0.001
转换参数=,,,,,,
"""
CORNERS = ((4001060.0, 37611000.0), (4001060.0, 37611090.0), (4001000.0, 37611100.0), (4001000.0, 37611000.0))
ROWS = "".join(f"J{i},1,{n:.3f},{e:.3f}\n" for i, (n, e) in enumerate(CORNERS, 1))
CLOSING = "J1,1,4001060.000,37611000.000\n"
HOLE = (
    "J5,2,4001040.000,37611040.000\nJ6,2,4001030.000,37611040.000\nJ7,2,4001030.000,37611050.000\n"
    "J8,2,4001040.000,37611050.000\nJ5,2,4001040.000,37611040.000\n"
)
PLOT = "5,0.5700,2023-001,示例地块,面,,工业用地,,@\n"


def read(text: str | bytes, **options: str) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    settings = ReadOptions(**options)
    return read_boundary_txt("测试.txt", decode(data, "测试.txt", settings.encoding), settings)


def canonical(rows: str = ROWS + CLOSING, plot: str = PLOT, header: str = HEADER) -> str:
    return f"{header}[地块坐标]\n{plot}{rows}"


def test_the_canonical_form_reads_as_it_stands() -> None:
    reading = read(canonical(ROWS + CLOSING + HOLE, PLOT.replace("5,0.5700", "10,0.5600")))
    (parcel,) = reading.parcels
    assert (parcel.code, parcel.name, parcel.attributes["use"]) == ("2023-001", "示例地块", "工业用地")
    assert (reading.profile, reading.crs, reading.rejects, reading.notes) == ("canonical", "EPSG:4525", (), ())
    (part,) = parcel.parts
    assert (part.outer.names, part.holes[0].names) == (("J1", "J2", "J3", "J4"), ("J5", "J6", "J7", "J8"))
    assert plane_area(parcel) == 5600.0
    assert part.outer.n_text[0] == "4001060.000"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\n\r\n"], ids=["crlf", "lf", "cr", "lfcrlf"])
def test_any_encoding_and_line_end(encoding: str, line_end: str) -> None:
    (parcel,) = read(canonical().replace("\n", line_end).encode(encoding)).parcels
    assert parcel.name == "示例地块"
    assert plane_area(parcel) == 5700.0


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UndecodableFile, match=r"x\.txt"):
        decode(b"\xff\xff\xff\x80\x80", "x.txt")


PROFILES = {
    "yizhangtu": ("1,地块1,面,,@\n", ROWS + CLOSING),
    "bubeian": (PLOT, "".join(f"{row},90.000,埋桩\n" for row in (ROWS + CLOSING).splitlines())),
    "shengbu": ("0,0,141026100,某某村,D8-003,地块4,面,,,,@\n", ROWS + CLOSING),
    "buchonggengdi": ("5,0.5700,001,某村地块,2022,2,面,,占补平衡,,0103,9,@\n", ROWS + CLOSING),
    "fields13": ("5,0.5700,编号,名称,面,图幅号,用途,地类编码,图斑类型,地类,等别前,等别后,备注,@\n", ROWS + CLOSING),
    "zengjianguagou": (
        ",0.5700,,建新地块1,,,,水浇地,@ \n",
        "".join(f"J{i % 4 + 1},{n:.3f},{e:.3f},60.00,1,\n" for i, (n, e) in enumerate([*CORNERS, CORNERS[0]])),
    ),
}


@pytest.mark.parametrize("profile", PROFILES)
def test_each_business_profile_is_recognised_and_read(profile: str) -> None:
    plot, rows = PROFILES[profile]
    reading = read(canonical(rows, plot))
    assert (reading.profile, reading.rejects) == (profile, ())
    (parcel,) = reading.parcels
    assert plane_area(parcel) == 5700.0
    assert len(parcel.parts[0].outer) == 4


def test_a_parcel_whose_rings_have_a_plot_line_each_is_joined() -> None:
    hole = [(4001040.0, 37611040.0), (4001030.0, 37611040.0), (4001030.0, 37611050.0)]

    def ring(corners: list[tuple[float, float]]) -> str:
        closed = [*corners, corners[0]]
        return "".join(f"J{i},1,{e:.3f},{n:.3f}\r" for i, (n, e) in enumerate(closed, 1))

    reading = read(f"[地块坐标]\r5,地块1,面,林地,@ \r{ring(list(CORNERS))}4,地块1,面,林地,@ \r{ring(hole)}")
    (parcel,) = reading.parcels
    assert (reading.profile, parcel.name, len(parcel.parts[0].holes)) == ("jinchu", "地块1", 1)
    assert plane_area(parcel) == 5650.0


def test_degrees_with_the_longitude_first() -> None:
    rows = "J1,1,112.233147,36.133497\nJ2,1,112.234147,36.133497\nJ3,1,112.234147,36.132497\n"
    reading = read(f"[地块坐标]   \n1,地块1,面,公共设施用地,@\n{rows}")
    (parcel,) = reading.parcels
    assert (reading.profile, parcel.grid) == ("weipian", Grid(None, False))
    assert parcel.parts[0].outer.e_text[0] == "112.233147"


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        ROWS + CLOSING.replace("J1", "J5"),
        ROWS + CLOSING + CLOSING,
        ROWS + CLOSING.replace(",1,", ",3,"),
        ROWS + CLOSING.replace("060.000", "060.022"),
        ROWS.replace(",", "，"),
        ROWS.replace("J", "\tJ").replace(",3", ", 3"),
        ROWS.replace(",1,", ",0,"),
        ROWS.replace(",1,", ",4,"),
    ],
    ids=["open", "renamed", "twice", "wrong-ring", "near", "full-width", "tabs", "ring-zero", "ring-four"],
)
def test_every_habit_of_closing_and_numbering_gives_the_same_ring(rows: str) -> None:
    reading = read(canonical(rows))
    (parcel,) = reading.parcels
    assert plane_area(parcel) == 5700.0
    assert (len(parcel.parts[0].outer), reading.rejects) == (4, ())


def test_the_name_of_the_closing_row_is_remembered() -> None:
    names = [
        read(canonical(rows)).parcels[0].parts[0].outer.closing_name
        for rows in (ROWS, ROWS + CLOSING, ROWS + CLOSING.replace("J1", "J5"))
    ]
    assert names == [None, "J1", "J5"]


def test_a_hole_written_before_its_outer_ring_and_under_one_number_is_still_a_hole() -> None:
    (parcel,) = read(canonical(HOLE.replace(",2,", ",1,") + ROWS + CLOSING)).parcels
    assert (len(parcel.parts), len(parcel.parts[0].holes)) == (1, 1)


def test_two_parts_numbered_one_and_two_are_two_outer_rings() -> None:
    second = (ROWS + CLOSING).replace(",1,", ",2,").replace(",376", ",375")
    (parcel,) = read(canonical(ROWS + CLOSING + second)).parcels
    assert [len(part.holes) for part in parcel.parts] == [0, 0]


def test_an_island_in_a_hole_is_a_part_of_its_own() -> None:
    def square(size: float, ring: int) -> str:
        corners = [(-size, -size), (-size, size), (size, size), (size, -size)]
        return "".join(f"J{i},{ring},{4001000 + n:.3f},{37611000 + e:.3f}\n" for i, (n, e) in enumerate(corners))

    (parcel,) = read(canonical(square(30, 1) + square(20, 2) + square(10, 3))).parcels
    assert [len(part.holes) for part in parcel.parts] == [1, 0]
    assert plane_area(parcel) == 3600 - 1600 + 400


@pytest.mark.parametrize("mark", ["【{}】", "［{}］", " [{}]  "], ids=["brackets", "full-width", "blanks"])
def test_section_marks_in_every_spelling(mark: str) -> None:
    text = canonical().replace("[属性描述]", mark.format("属性描述")).replace("[地块坐标]", mark.format("地块坐标"))
    assert len(read(text).parcels) == 1


def test_bare_header_keys_and_braces_and_a_field_name_line_disturb_nothing() -> None:
    text = canonical("{\n" + ROWS + "}\n").replace("精度=0.001", "精度").replace(PLOT, "【坐标点个数,面积,@】\n" + PLOT)
    (parcel,) = read(text).parcels
    assert "精度" in parcel.attributes["header"]


def test_a_row_that_cannot_be_read_costs_its_parcel_and_no_other() -> None:
    good = PLOT.replace("2023-001", "2023-002")
    reading = read(canonical(ROWS.replace("37611090.000", "376XX") + good + ROWS))
    assert [parcel.code for parcel in reading.parcels] == ["2023-002"]
    assert [(reject.line, reject.text[:3]) for reject in reading.rejects] == [(15, "J2,"), (13, "5,0")]
    assert "2023-001" in reading.rejects[0].message.text()


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("", "no_points"),
        ("J1,1,4001060.0,37611000.0\nJ2,1,4001060.0,37611090.0\n", "too_few_points"),
        ("J1,1,4001000.0,37611000.0\nJ2,1,4001010.0,37611010.0\nJ3,1,4001020.0,37611020.0\n", "no_area"),
        (
            "J1,1,4001000,37611000\nJ2,1,4001010,37611010\nJ3,1,4001010,37611000\nJ4,1,4001000,37611010\n",
            "self_crossing",
        ),
        (ROWS + CLOSING + (ROWS + CLOSING).replace("611000", "611050").replace(",1,", ",2,"), "rings_cross"),
    ],
    ids=["nothing", "two-points", "line", "bow-tie", "overlapping"],
)
def test_what_is_no_polygon_is_rejected_and_not_repaired(rows: str, code: str) -> None:
    reading = read(canonical(rows))
    assert reading.parcels == ()
    assert [reject.message.code for reject in reading.rejects] == [code]
    assert reading.rejects[0].line == 13


def test_a_ring_that_crosses_itself_is_rejected_with_the_place_in_the_coordinates_of_the_file() -> None:
    bow = "J1,1,4001000,37611000\nJ2,1,4001010,37611010\nJ3,1,4001010,37611000\nJ4,1,4001000,37611010\n"
    assert "at east 37611005.000, north 4001005.000;" in read(canonical(bow)).rejects[0].message.text()
    rings = ROWS + CLOSING + (ROWS + CLOSING).replace("611000", "611050").replace(",1,", ",2,")
    reason = read(canonical(rings)).rejects[0].message.values["reason"]
    assert 37611050 <= float(reason.values["e"]) <= 37611090 and 4001000 <= float(reason.values["n"]) <= 4001060


def test_the_easting_first_is_recognised_by_magnitude() -> None:
    swapped = "".join(f"J{i},1,{e:.3f},{n:.3f}\n" for i, (n, e) in enumerate(CORNERS, 1))
    reading = read(canonical(swapped))
    assert reading.parcels[0].parts[0].outer.n_text[0] == "4001060.000"
    assert "easting_first" in {note.code for note in reading.notes}


def test_a_wrong_zone_in_the_header_is_settled_by_the_prefix_and_reported() -> None:
    reading = read(canonical(header=HEADER.replace("带号=37", "带号=38")))
    assert reading.crs == "EPSG:4525"
    assert [note.code for note in reading.notes] == ["zone_disagrees"]


def test_the_zone_width_as_zone_number_is_no_zone() -> None:
    assert read(canonical(header=HEADER.replace("带号=37", "带号=3"))).crs == "EPSG:4525"


def test_an_easting_that_overflows_its_zone_stays_in_it() -> None:
    reading = read(canonical(ROWS.replace(",376", ",380"), header=HEADER))
    assert reading.parcels[0].grid == Grid(37, True)


def test_without_prefix_the_header_zone_counts() -> None:
    reading = read(canonical(ROWS.replace(",376", ",6")))
    assert (reading.crs, reading.parcels[0].grid) == ("EPSG:4546", Grid(37, False))


NO_ZONE = HEADER.replace("带号=37", "带号=")


def test_without_any_zone_a_file_waits_for_its_crs_or_the_county() -> None:
    text = canonical(ROWS.replace(",376", ",6"), header=NO_ZONE)
    assert [reject.message.code for reject in read(text).rejects] == ["zone_unknown"]
    assert read(text, crs="EPSG:4546").crs == "EPSG:4546"
    near = read(text, county_extent=(112.0, 35.89, 112.57, 36.51))
    assert near.crs == "EPSG:4546"
    assert "zone_by_county" in {note.code for note in near.notes}
    far = read(text, county_extent=(110.0, 30.0, 110.5, 30.5))
    assert far.parcels == ()


def test_a_given_crs_that_contradicts_the_coordinates_is_refused() -> None:
    assert [reject.message.code for reject in read(canonical(), crs="EPSG:4526").rejects] == ["crs_contradicted"]


@pytest.mark.parametrize("datum", ["1980西安坐标系", "西安80坐标系", "1954北京坐标系"])
def test_an_old_datum_is_refused_and_never_transformed(datum: str) -> None:
    reading = read(canonical(header=HEADER.replace("2000国家大地坐标系", datum)))
    assert reading.parcels == ()
    assert [reject.message.code for reject in reading.rejects] == ["old_datum"]


@pytest.mark.parametrize(
    ("declared", "note"),
    [
        ("0.5700", None),
        ("0.57", None),
        ("5700", "area_unit"),
        ("8.55", "area_unit"),
        ("0.9", "area_disagrees"),
        ("", None),
    ],
)
def test_the_declared_area_is_a_check_only(declared: str, note: str | None) -> None:
    reading = read(canonical(plot=PLOT.replace("0.5700", declared)))
    assert len(reading.parcels) == 1
    assert [each.code for each in reading.notes] == ([note] if note else [])


def test_two_headers_with_zones_of_their_own_are_two_blocks() -> None:
    east = canonical(ROWS.replace(",376", ",383"), header=HEADER.replace("带号=37", "带号=38"))
    reading = read(canonical() + east)
    assert [parcel.grid.zone for parcel in reading.parcels] == [37, 38]


def test_lines_before_the_first_parcel_are_rejected_with_their_number() -> None:
    reading = read("[地块坐标]\nJ9,1,4001060.000,37611000.000\n" + PLOT + ROWS)
    assert [(reject.line, reject.message.code) for reject in reading.rejects] == [(2, "stray_line")]
    assert len(reading.parcels) == 1


def test_each_parcel_is_in_the_zone_of_its_own_prefix() -> None:
    east = PLOT + ROWS.replace(",376", ",383")
    reading = read(canonical(ROWS + east, header=NO_ZONE))
    assert [parcel.grid.zone for parcel in reading.parcels] == [37, 38]


@pytest.mark.parametrize("row", ["37611100.000,4001000.000", "0.000,0.000"], ids=["swapped", "zero"])
def test_a_row_of_another_magnitude_than_the_rest_is_no_point(row: str) -> None:
    reading = read(canonical(ROWS.replace("4001000.000,37611100.000", row)))
    assert reading.parcels == ()
    assert [(reject.line, reject.message.code) for reject in reading.rejects] == [
        (16, "not_a_point"),
        (13, "rows_unread"),
    ]


def test_a_parcel_without_rows_is_told_for_what_it_is_though_no_zone_is_known() -> None:
    reading = read(canonical("", header=NO_ZONE))
    assert [reject.message.code for reject in reading.rejects] == ["no_points"]


def test_a_plot_line_opens_its_section_where_the_mark_is_missing() -> None:
    assert len(read(canonical().replace("[地块坐标]\n", "")).parcels) == 1


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (canonical((ROWS + CLOSING).replace(",", "，")), "full_width"),
        (canonical(ROWS + CLOSING.replace("060.000", "060.022")), "closing_off"),
        (canonical() + PLOT + ROWS + CLOSING, "parcel_repeated"),
    ],
    ids=["full-width", "beside", "twice"],
)
def test_what_was_put_right_or_looks_doubled_is_said(text: str, note: str) -> None:
    assert [each.code for each in read(text).notes] == [note]


@given(st.text(max_size=300))
def test_no_text_whatever_breaks_the_reader(text: str) -> None:
    reading = read(canonical(text))
    assert len(reading.parcels) + len(reading.rejects) >= 1


@given(st.binary(max_size=300))
def test_no_bytes_whatever_break_the_reader(data: bytes) -> None:
    try:
        reading = read(b"[\xb5\xd8\xbf\xe9\xd7\xf8\xb1\xea]\n" + data)
    except UndecodableFile:
        return
    assert reading.parcels or reading.rejects


def test_an_open_ring_of_degrees_without_names_keeps_its_last_vertex() -> None:
    corners = [(112.2331, 36.1334), (112.2341, 36.1334), (112.2341, 36.1344), (112.2331, 36.1344)]
    reading = read("[地块坐标]\n1,地块1,面,公共,@\n" + "".join(f",1,{lon},{lat}\n" for lon, lat in corners))
    assert len(reading.parcels[0].parts[0].outer) == 4


def test_a_closing_row_under_a_new_name_may_be_off_as_well() -> None:
    reading = read(canonical(ROWS + "J5,1,4001060.020,37610999.990\n"))
    assert len(reading.parcels[0].parts[0].outer) == 4
    assert "closing_off" in [note.code for note in reading.notes]


def test_the_ring_number_or_a_distance_may_stand_last() -> None:
    for last in ("1", "90.00"):
        rows = "".join(
            f"{name},{n},{e},{last}\n" for name, _, n, e in (row.split(",") for row in (ROWS + CLOSING).split())
        )
        reading = read(canonical(rows))
        assert (len(reading.parcels), reading.rejects) == (1, ())


def test_rows_whose_plot_line_is_lost_are_no_header() -> None:
    reading = read(HEADER + ROWS + PLOT + ROWS)
    assert [len(parcel.parts) for parcel in reading.parcels] == [1]
    assert [reject.text for reject in reading.rejects] == ROWS.split()


@pytest.mark.parametrize("change", [("=", "："), ("=", "＝"), ("\n", ",,,,\n"), ("[属性描述]\n", "")])
def test_the_old_datum_is_seen_however_the_header_is_written(change: tuple[str, str]) -> None:
    reading = read(canonical().replace("2000国家大地坐标系", "1980西安坐标系").replace(*change))
    assert reading.parcels == ()
    assert [reject.message.code for reject in reading.rejects] == ["old_datum"]


def test_a_crs_given_against_the_header_is_told() -> None:
    text = canonical().replace("2000国家大地坐标系", "1980西安坐标系")
    reading = read(text, crs="EPSG:4525")
    assert (len(reading.parcels), [note.code for note in reading.notes]) == (1, ["datum_overruled"])


@pytest.mark.parametrize("said", ["37带", "第37带", "３７"])
def test_a_zone_may_be_said_with_a_word(said: str) -> None:
    reading = read(canonical().replace("=37", f"={said}").replace(",37611", ",611"))
    assert reading.crs == "EPSG:4546"


def test_the_county_decides_against_a_header_zone_without_prefix() -> None:
    text = canonical().replace("=37", "=38").replace(",37611", ",611")
    anze = read_boundary_txt(
        "a.txt", decode(text.encode(), "a.txt"), ReadOptions(county_extent=(112.0, 35.9, 112.57, 36.5))
    )
    assert (anze.crs, [note.code for note in anze.notes]) == ("EPSG:4546", ["zone_disagrees"])
    assert read(text).crs == "EPSG:4547"  # nothing speaks against it


@pytest.mark.parametrize(
    ("area", "expected"),
    [("0.5700公顷", []), ("5700m²", ["area_unit"]), ("0.5700亩", ["area_disagrees"]), ("０．５７００", [])],
)
def test_a_written_unit_of_the_area_is_taken_at_its_word(area: str, expected: list[str]) -> None:
    reading = read(canonical(plot=PLOT.replace("0.5700", area)))
    assert [note.code for note in reading.notes] == expected


def test_a_full_width_comma_in_a_name_parts_no_fields() -> None:
    for name in ("甲公司，乙公司", "甲，"):
        (parcel,) = read(canonical(plot=PLOT.replace("示例地块", name))).parcels
        assert (parcel.name, parcel.attributes["use"]) == (name, "工业用地")
    (parcel,) = read(canonical(plot=PLOT.replace(",", "，"))).parcels
    assert (parcel.name, parcel.attributes["use"]) == ("示例地块", "工业用地")
    (parcel,) = read(canonical(plot=PLOT.replace(",示例", "，示例"))).parcels
    assert (parcel.name, parcel.attributes["use"]) == ("示例地块", "工业用地")

"""Vector files: every format a firm sends, and every way in which one arrives broken."""

from __future__ import annotations

import shutil
import struct
import zipfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Mapping, Sequence

import fiona
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr
from shapely.geometry import Polygon, box, mapping

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.geodesy.web_map import shifted, shifted_back
from anze_idle_land_plugin.readers.files import read_file, read_path
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions
from anze_idle_land_plugin.store.database import raising

E0, N0 = 37611000.0, 4001000.0
CORNERS = [(E0, N0 + 60.123), (E0 + 90, N0 + 60), (E0 + 100, N0), (E0, N0)]
HOLE = [(E0 + 40, N0 + 40), (E0 + 40, N0 + 30), (E0 + 50, N0 + 30)]
SCHEMA = {"geometry": "Polygon", "properties": {"TBBH": "str:24", "DKMC": "str:60", "DKMJ": "float:16.2"}}
ROWS = [{"TBBH": f"2023-G-00{n}", "DKMC": f"府城镇{n}号地块", "DKMJ": 5700.5} for n in (1, 2, 3)]
SHAPES = [Polygon([(x + 200 * n, y) for x, y in CORNERS], [[(x + 200 * n, y) for x, y in HOLE]]) for n in range(3)]
XIAN_80_PRJ = (
    'PROJCS["Xian_1980_3_Degree_GK_Zone_37",GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",'
    'SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
    'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",37500000.0],PARAMETER["False_Northing",0.0],'
    'PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],'
    'UNIT["Meter",1.0]]'
)


def write(
    path: Path,
    shapes: Sequence[Any] = SHAPES,
    rows: Sequence[Mapping[str, Any]] = ROWS,
    crs: str = "EPSG:4525",
    driver: str = "ESRI Shapefile",
    schema: Mapping[str, Any] = SCHEMA,
    **more: Any,
) -> Path:
    with fiona.open(path, "w", driver=driver, schema=schema, crs=crs, **more) as target:
        target.writerecords({"geometry": mapping(shape), "properties": row} for shape, row in zip(shapes, rows))
    return path


def read(path: Path, **options: Any) -> Reading:
    return read_file(path, ReadOptions(**options))


def codes(reading: Reading) -> list[tuple[int | None, str]]:
    return [(reject.line, reject.message.code) for reject in reading.rejects]


def notes(reading: Reading) -> set[str]:
    return {note.code for note in reading.notes}


def places(reading: Reading) -> list[set[tuple[float, float]]]:
    return [{pair for _, _, ring in parcel.rings() for pair in ring.easting_northing()} for parcel in reading.parcels]


def surveyed(shapes: Sequence[Polygon]) -> list[set[tuple[float, float]]]:
    return [{tuple(pair[:2]) for ring in (each.exterior, *each.interiors) for pair in ring.coords} for each in shapes]


@pytest.mark.parametrize(
    ("name", "driver", "more"),
    [
        ("a.shp", "ESRI Shapefile", {"encoding": "UTF-8"}),
        ("a.shp", "ESRI Shapefile", {"encoding": "GBK"}),
        ("a.gpkg", "GPKG", {}),
    ],
    ids=["shp-utf8", "shp-gbk", "gpkg"],
)
def test_shapes_codes_names_and_values_come_as_they_were_written(
    name: str, driver: str, more: dict[str, str], tmp_path: Path
) -> None:
    reading = read(write(tmp_path / name, driver=driver, **more))
    assert (reading.rejects, reading.crs) == ((), "EPSG:4525")
    assert [(each.code, each.name) for each in reading.parcels] == [(row["TBBH"], row["DKMC"]) for row in ROWS]
    assert places(reading) == surveyed(SHAPES)
    assert [plane_area(each) for each in reading.parcels] == [pytest.approx(shape.area, abs=1e-6) for shape in SHAPES]
    first = reading.parcels[0]
    assert first.attributes["DKMJ"] in ("5700.50", "5700.5")
    assert [ring.number for _, _, ring in first.rings()] == ["1", "2"]
    outer, hole = (ring for _, _, ring in first.rings())
    assert outer.names[:2] == ("J1", "J2") and hole.names[0] == "J5"
    assert "4001060.123" in outer.n_text and str(int(E0)) in outer.e_text
    assert notes(reading) == {"names_made"}


@pytest.mark.parametrize("name", ["a.geojson", "a.kml"])
def test_degrees_come_as_they_were_written(name: str, tmp_path: Path) -> None:
    shape = Polygon([(112.233147, 36.133497), (112.234147, 36.133497), (112.234147, 36.134497)])
    fiona.drvsupport.supported_drivers["KML"] = "rw"
    schema = {"geometry": "Polygon", "properties": {"Name": "str"}}
    driver = "KML" if name.endswith("kml") else "GeoJSON"
    path = write(tmp_path / name, [shape], [{"Name": "一号地块"}], "EPSG:4326", driver, schema)
    reading = read(path)
    assert reading.rejects == ()
    assert (reading.crs, reading.parcels[0].name) == ("EPSG:4490", "一号地块")
    assert places(reading) == surveyed([shape])
    assert "36.134497" in reading.parcels[0].parts[0].outer.n_text


def test_a_gbk_table_without_cpg_is_read_rightly_and_a_wrong_cpg_is_not_believed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", encoding="GBK")
    path.with_suffix(".cpg").unlink()
    reading = read(path)
    assert (reading.parcels[0].name, reading.encoding) == (ROWS[0]["DKMC"], "gb18030")
    path.with_suffix(".cpg").write_text("UTF-8")
    reading = read(path)
    assert reading.parcels[0].name == ROWS[0]["DKMC"] and "cpg_wrong" in notes(reading)
    assert codes(read(path, encoding="ascii")) == [(None, "TextUndecodable")]


def test_chinese_heads_of_a_table_are_read_too(tmp_path: Path) -> None:
    schema = {"geometry": "Polygon", "properties": {"地块编号": "str:24", "地块名称": "str:60"}}
    rows = [{"地块编号": "A-7", "地块名称": "示例"}]
    path = write(tmp_path / "a.shp", SHAPES[:1], rows, schema=schema, encoding="GBK")
    path.with_suffix(".cpg").unlink()
    (parcel,) = read(path).parcels
    assert (parcel.code, parcel.name, parcel.attributes["地块编号"]) == ("A-7", "示例", "A-7")


def test_a_missing_index_is_made_up_for_and_the_folder_stays_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", encoding="UTF-8")
    path.with_suffix(".shx").unlink()
    before = sorted(tmp_path.iterdir())
    reading = read(path)
    assert places(reading) == surveyed(SHAPES) and "shx_rebuilt" in notes(reading)
    assert sorted(tmp_path.iterdir()) == before


def test_a_missing_table_costs_the_attributes_only(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", encoding="UTF-8")
    path.with_suffix(".dbf").unlink()
    reading = read(path)
    assert places(reading) == surveyed(SHAPES) and "dbf_missing" in notes(reading)
    assert [each.code for each in reading.parcels] == [""] * 3


def test_a_missing_prj_is_made_up_for_by_the_prefix_only(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", encoding="UTF-8")
    path.with_suffix(".prj").unlink()
    assert read(path).crs == "EPSG:4525"
    bare = [Polygon([(x - 37e6, y) for x, y in CORNERS])]
    path = write(tmp_path / "b.shp", bare, crs="EPSG:4546", encoding="UTF-8")
    assert read(path).crs == "EPSG:4546"
    path.with_suffix(".prj").unlink()
    assert codes(read(path)) == [(1, "zone_unknown")]
    assert read(path, crs="EPSG:4546").crs == "EPSG:4546"
    assert read(path, county_extent=(111.9, 35.9, 112.7, 36.5)).crs == "EPSG:4546"


def test_a_table_of_another_length_is_not_matched_by_guess(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", encoding="UTF-8")
    other = write(tmp_path / "other.shp", SHAPES[:2], ROWS[:2], encoding="UTF-8")
    shutil.copy(other.with_suffix(".dbf"), path.with_suffix(".dbf"))
    reading = read(path)
    assert len(reading.parcels) == 3 and "dbf_differs" in notes(reading)
    assert all(not each.attributes for each in reading.parcels)


def test_a_table_cut_off_keeps_its_whole_rows(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", encoding="UTF-8")
    table = path.with_suffix(".dbf")
    table.write_bytes(table.read_bytes()[:-60])
    reading = read(path)
    assert "dbf_cut" in notes(reading)
    assert [each.code for each in reading.parcels] == ["2023-G-001", "2023-G-002", ""]


@pytest.mark.parametrize("with_index", [True, False])
def test_a_shapefile_cut_off_keeps_its_whole_shapes(with_index: bool, tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", encoding="UTF-8")
    path.write_bytes(path.read_bytes()[:-40])
    if not with_index:
        path.with_suffix(".shx").unlink()
    reading = read(path)
    assert [each.code for each in reading.parcels] == ["2023-G-001", "2023-G-002"]
    assert places(reading) == surveyed(SHAPES[:2])
    assert "cut_off" in {code for _, code in codes(reading)}


@pytest.mark.parametrize("around", [raising, nullcontext], ids=["raising", "as-it-is"])
def test_what_the_process_set_about_exceptions_of_gdal_changes_nothing(around: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", [*SHAPES, SHAPES[0]], [*ROWS, ROWS[0]], encoding="UTF-8")
    data = bytearray(path.read_bytes())
    data[144:148] = b"\xff" * 4  # the first shape claims rings without number
    path.write_bytes(bytes(data))
    (tmp_path / "junk.gpkg").write_bytes(b"junk")
    with around():
        before = gdal.GetUseExceptions(), ogr.GetUseExceptions()
        reading, junk = read(path), read(tmp_path / "junk.gpkg")
        assert (gdal.GetUseExceptions(), ogr.GetUseExceptions()) == before
    # Where GDAL raises it keeps to itself why it gave a shape up.
    assert codes(reading) in ([(1, "broken_geometry")], [(1, "empty_geometry")]) and len(reading.parcels) == 3
    assert codes(junk) == [(None, "VectorUnreadable")]


@pytest.mark.parametrize("crs", ["EPSG:2361", "EPSG:2413", "EPSG:4610", "EPSG:4214", "EPSG:2337", "EPSG:21419"])
def test_old_datums_are_refused_with_the_reason(crs: str, tmp_path: Path) -> None:
    reading = read(write(tmp_path / "a.gpkg", SHAPES[:1], crs=crs, driver="GPKG"))
    assert codes(reading) == [(1, "old_datum")]
    assert "西安80" in reading.rejects[0].message.text() or "北京54" in reading.rejects[0].message.text()
    assert "CGCS2000" in reading.rejects[0].message.text()


def test_an_old_datum_is_known_by_its_esri_name_and_by_its_ellipsoid(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", SHAPES[:1], encoding="UTF-8")
    for text in (XIAN_80_PRJ, XIAN_80_PRJ.replace("Xian_1980", "Unknown"), XIAN_80_PRJ.replace("1980", "80").lower()):
        path.with_suffix(".prj").write_text(text)
        assert codes(read(path)) == [(1, "old_datum")], text


@pytest.mark.parametrize(
    ("crs", "shift"), [("EPSG:4525", 0.0), ("EPSG:4546", 37e6), ("EPSG:4497", 18e6), ("EPSG:4509", 37e6)]
)
def test_zones_of_three_and_six_degrees_with_and_without_prefix(crs: str, shift: float, tmp_path: Path) -> None:
    shape = Polygon([(x - shift, y) for x, y in CORNERS])
    reading = read(write(tmp_path / "a.gpkg", [shape], crs=crs, driver="GPKG"))
    assert (reading.rejects, reading.crs) == ((), crs)


def test_a_projection_of_our_own_datum_is_known_by_its_parameters(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", SHAPES[:1], encoding="UTF-8")
    ours = XIAN_80_PRJ.replace('DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]]', "DATUM")
    datum = 'DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]'
    ours = ours.replace("DATUM,", datum + ",").replace("Xian_1980", "local")
    for text in (ours, ours.lower()):
        path.with_suffix(".prj").write_text(text)
        assert read(path).crs == "EPSG:4525"
    path.with_suffix(".prj").write_text(ours.replace('"Central_Meridian",111.0', '"Central_Meridian",112.25'))
    assert codes(read(path)) == [(1, "crs_foreign")]


@pytest.mark.parametrize("crs", ["EPSG:32649", "EPSG:3857", "EPSG:4267"])
def test_a_foreign_system_is_refused_and_may_be_overruled(crs: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.gpkg", SHAPES[:1], crs=crs, driver="GPKG")
    assert codes(read(path)) == [(1, "crs_foreign")]
    overruled = read(path, crs="EPSG:4525")
    assert overruled.crs == "EPSG:4525"
    assert "datum_overruled" in notes(overruled)


def test_a_stated_system_that_the_coordinates_contradict_is_refused(tmp_path: Path) -> None:
    assert codes(read(write(tmp_path / "a.gpkg", SHAPES[:1], crs="EPSG:4526", driver="GPKG"))) == [
        (1, "crs_contradicted")
    ]


def test_metres_in_a_geojson_without_system_are_told_by_their_prefix(tmp_path: Path) -> None:
    path = write(tmp_path / "a.geojson", SHAPES[:1], driver="GeoJSON", crs="EPSG:4326")
    assert read(path).crs == "EPSG:4525"


def test_swapped_axes_are_told_by_magnitude_and_said(tmp_path: Path) -> None:
    shape = Polygon([(y, x) for x, y in CORNERS])
    reading = read(write(tmp_path / "a.gpkg", [shape], driver="GPKG"))
    assert "northing_first" in notes(reading)
    assert places(reading) == [set(CORNERS)]
    assert reading.parcels[0].attributes["columns"] == "northing_first"


SQUARE = "(37611000 4001000, 37611000 4001100, 37611100 4001100, 37611100 4001000, 37611000 4001000)"
INNER = "(37611040 4001040, 37611060 4001040, 37611060 4001060, 37611040 4001060, 37611040 4001040)"
OUTSIDE = INNER.replace("376110", "376113")


@pytest.mark.parametrize(
    ("wkt", "said"),
    [
        (f"POLYGON ({SQUARE}, {INNER})", False),
        (f"MULTIPOLYGON (({SQUARE}, {INNER}), ({OUTSIDE}))", False),
        (f"MULTIPOLYGON (({OUTSIDE}), ({SQUARE}, {INNER}))", False),
        (f"POLYGON ({SQUARE}, {OUTSIDE})", True),
        (f"MULTIPOLYGON (({SQUARE}), ({INNER}))", True),
        (f"MULTIPOLYGON (({INNER}), ({SQUARE}))", True),
        (f"MULTIPOLYGON (({OUTSIDE}, {INNER}), ({SQUARE}))", True),
    ],
    ids=["hole", "parts", "parts-turned", "hole-outside", "part-in-part", "part-round-part", "hole-of-another-part"],
)
def test_holes_that_the_file_states_otherwise_are_found_by_containment_and_said(
    wkt: str, said: bool, tmp_path: Path
) -> None:
    from osgeo import ogr, osr

    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4525)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "a.gpkg"))
    layer = source.CreateLayer("parcels", srs, ogr.wkbUnknown)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
    layer.CreateFeature(feature)
    source = layer = feature = None
    reading = read(tmp_path / "a.gpkg")
    assert ("nested_otherwise" in notes(reading)) is said
    assert (reading.parcels[0].attributes.get("nesting") == "by_containment") is said


@pytest.mark.parametrize(
    ("wkt", "code"),
    [
        ("POINT (37611000 4001000)", "not_a_polygon"),
        ("LINESTRING (37611000 4001000, 37611100 4001000)", "not_a_polygon"),
        ("POLYGON EMPTY", "empty_geometry"),
        ("POLYGON ((37611000 4001000, 37611100 4001100, 37611100 4001000, 37611000 4001100, 37611000 4001000))",)
        + ("self_crossing",),
        ("POLYGON ((37611000 4001000, 37611100 4001000, 37611000 4001000))", "too_few_points"),
        ("POLYGON ((37611000 4001000, 0 0, 37611100 4001000, 37611000 4001000))", "not_a_point"),
        ("CURVEPOLYGON (CIRCULARSTRING (37611000 4001000, 37611100 4001100, 37611000 4001000))", "curves"),
        ("TIN (((37611000 4001000, 37611100 4001100, 37611100 4001000, 37611000 4001000)))", "not_a_polygon"),
    ],
    ids=["point", "line", "empty", "bow-tie", "two-points", "zero-vertex", "circle", "tin"],
)
def test_what_is_no_parcel_is_a_reject_and_the_others_are_taken(wkt: str, code: str, tmp_path: Path) -> None:
    from osgeo import ogr, osr

    ogr.DontUseExceptions()
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(4525)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(tmp_path / "a.gpkg"))
    layer = source.CreateLayer("parcels", srs, ogr.wkbUnknown)
    layer.CreateField(ogr.FieldDefn("TBBH"))
    for name, text in (("bad", wkt), ("good", SHAPES[0].wkt)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("TBBH", name)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(text))
        layer.CreateFeature(feature)
    source = None
    reading = read(tmp_path / "a.gpkg")
    assert codes(reading) == [(1, code)]
    assert "bad" in reading.rejects[0].message.text() and "TBBH=bad" in reading.rejects[0].text
    assert reading.rejects[0].sheet == "parcels"
    assert [each.code for each in reading.parcels] == ["good"]


def test_heights_are_dropped_with_a_note(tmp_path: Path) -> None:
    shape = Polygon([(x, y, 800.0) for x, y in CORNERS])
    schema = {**SCHEMA, "geometry": "3D Polygon"}
    reading = read(write(tmp_path / "a.gpkg", [shape], driver="GPKG", schema=schema))
    assert "heights_dropped" in notes(reading) and places(reading) == [set(CORNERS)]


def test_several_layers_and_several_parts_are_all_taken(tmp_path: Path) -> None:
    from shapely.geometry import MultiPolygon

    path = write(
        tmp_path / "a.gpkg",
        [MultiPolygon(SHAPES[:2])],
        driver="GPKG",
        layer="甲",
        schema={**SCHEMA, "geometry": "MultiPolygon"},
    )
    write(path, SHAPES[2:], ROWS[2:], driver="GPKG", layer="乙")
    reading = read(path)
    assert [len(each.parts) for each in reading.parcels] == [2, 1]
    assert [ring.number for _, _, ring in reading.parcels[0].rings()] == ["1", "2", "3", "4"]


def test_point_layers_name_the_points_that_they_meet(tmp_path: Path) -> None:
    from shapely.geometry import Point

    path = write(tmp_path / "a.gpkg", [Polygon(CORNERS)], driver="GPKG", layer="宗地")
    schema = {"geometry": "Point", "properties": {"JZDH": "str"}}
    points = [Point(*corner) for corner in CORNERS]
    write(path, points, [{"JZDH": f"G{n}"} for n in range(4)], driver="GPKG", layer="界址点", schema=schema)
    reading = read(path)
    assert set(reading.parcels[0].parts[0].outer.names) == {"G0", "G1", "G2", "G3"}
    assert "names_made" not in notes(reading) and "points_named" in notes(reading)
    assert reading.rejects == ()


def test_tables_and_lines_beside_the_parcels_are_said_once(tmp_path: Path) -> None:
    from shapely.geometry import LineString

    path = write(tmp_path / "a.gpkg", SHAPES[:1], driver="GPKG", layer="宗地")
    lines = {"geometry": "LineString", "properties": {"TBBH": "str"}}
    write(path, [LineString(CORNERS)] * 3, [{"TBBH": ""}] * 3, driver="GPKG", layer="道路", schema=lines)
    with fiona.open(
        path, "w", driver="GPKG", layer="样式", schema={"geometry": "None", "properties": {"a": "str"}}
    ) as table:
        table.write({"geometry": None, "properties": {"a": "x"}})
    reading = read(path)
    assert codes(reading) == [(None, "not_polygons")] and "no_shapes" in notes(reading)
    assert len(reading.parcels) == 1


@pytest.mark.parametrize("prj", ["", "junk", 'GEOGCS["Undefined",DATUM["unknown",SPHEROID["x",6378137,298.25722]]]'])
def test_a_system_that_says_nothing_is_told_by_the_coordinates(prj: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", SHAPES[:1], encoding="UTF-8")
    path.with_suffix(".prj").write_text(prj)
    assert read(path).crs == "EPSG:4525"


def test_a_campaign_file_is_no_survey_file(tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    for layer in ("campaign", "parcel_version", "boundary_point"):
        write(path, SHAPES[:1], driver="GPKG", layer=layer)
    assert codes(read(path)) == [(None, "CampaignGiven")]


@pytest.mark.parametrize("name", ["a.shp", "a.gpkg", "a.geojson", "a.kml", "a.dxf"])
@pytest.mark.parametrize("content", [b"junk" * 50, b"\x00" * 300, b"\xff\xfe\x00", b"<kml/>", b"{}", b"0\nSECTION\n"])
def test_junk_of_every_type_is_one_polite_reject(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reading = read(path)
    assert reading.parcels == () and reading.rejects
    assert all("Traceback" not in each.message.text() and name in each.message.text() for each in reading.rejects)


def test_a_kml_without_polygons_says_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.kml"
    path.write_text(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>x</name>'
        "<Point><coordinates>112.2,36.1</coordinates></Point></Placemark></Document></kml>",
        encoding="utf-8",
    )
    assert codes(read(path)) == [(1, "not_a_polygon")]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=6), st.integers(0, 2000), st.sampled_from([".shp", ".dbf", ".shx", ".prj", ".cpg"]))
def test_a_shapefile_with_spoilt_bytes_never_breaks_the_reader(
    tmp_path: Path, junk: bytes, place: int, part: str
) -> None:
    folder = tmp_path / "spoilt"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = write(folder / "a.shp", encoding="UTF-8")
    spoilt = path.with_suffix(part)
    data = spoilt.read_bytes()
    spoilt.write_bytes(data[: place % len(data)] + junk + data[place % len(data) + len(junk) :])
    reading = read(path)
    assert reading.parcels or reading.rejects


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, 90_000_000), st.integers(0, 60_000_000), st.integers(1, 99_999_999)),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([("a.shp", "ESRI Shapefile"), ("a.gpkg", "GPKG")]),
)
def test_what_fiona_writes_is_read_back_to_the_last_digit(
    tmp_path: Path, boxes: list[tuple[int, int, int]], kind: tuple[str, str]
) -> None:
    name, driver = kind
    shapes = [
        box(37500000 + x / 1000, 4000000 + y / 1000, 37500000 + (x + size) / 1000, 4000000 + (y + size) / 1000)
        for x, y, size in boxes
    ]
    rows = [{"TBBH": f"G{n}", "DKMC": f"地块{n}", "DKMJ": 1.0} for n in range(len(shapes))]
    folder = tmp_path / "written"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    reading = read(write(folder / name, shapes, rows, driver=driver, encoding="UTF-8"))
    assert reading.rejects == ()
    assert places(reading) == surveyed(shapes)
    assert [each.name for each in reading.parcels] == [row["DKMC"] for row in rows]


def test_the_shift_of_web_maps_is_known_and_can_be_taken_back() -> None:
    east, north = shifted(112.25, 36.15)
    metres = ((east - 112.25) * 90_000, (north - 36.15) * 111_000)
    assert 100 < (metres[0] ** 2 + metres[1] ** 2) ** 0.5 < 800
    back = shifted_back(east, north)
    assert back == pytest.approx((112.25, 36.15), abs=1e-8)


@pytest.mark.parametrize("moved", [True, False])
def test_degrees_that_leave_the_county_as_web_maps_do_are_warned_about(moved: bool, tmp_path: Path) -> None:
    corner = (112.2498, 36.1498)
    edge = shifted(*corner) if moved else corner
    near = [
        (round(edge[0] + dx, 6), round(edge[1] + dy, 6))
        for dx, dy in ((0, 0), (-0.001, 0), (-0.001, -0.001), (0, -0.001))
    ]
    path = write(tmp_path / "a.geojson", [Polygon(near)], driver="GeoJSON", crs="EPSG:4326")
    county = box(112.0, 36.0, 112.25, 36.15).wkb
    reading = read(path, county=county)
    assert ("web_map_shift" in notes(reading)) is moved
    assert places(reading) == surveyed([Polygon(near)])
    assert "web_map_shift" not in notes(read(path))


def test_one_parcel_beyond_the_border_is_no_sign_of_a_web_map(tmp_path: Path) -> None:
    far = [(112.40, 36.14), (112.41, 36.14), (112.41, 36.13)]
    path = write(tmp_path / "a.geojson", [Polygon(far)], driver="GeoJSON", crs="EPSG:4326")
    assert "web_map_shift" not in notes(read(path, county=box(112.0, 36.0, 112.25, 36.15).wkb))


def test_a_file_geodatabase_is_one_polite_reject(tmp_path: Path) -> None:
    (tmp_path / "县.gdb").mkdir()
    for name in ("a00000001.gdbtable", "timestamps"):
        (tmp_path / "县.gdb" / name).write_bytes(b"x")
    (reading,) = read_path(tmp_path, ReadOptions())
    assert (reading.file, codes(reading)) == ("县.gdb", [(None, "unknown_type")])


def test_a_zip_is_read_like_a_folder(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "深" / "更深").mkdir(parents=True)
    write(source / "深" / "更深" / "一号.shp", SHAPES[:1], encoding="GBK")
    write(source / "b.shp", SHAPES[1:], ROWS[1:], encoding="UTF-8")
    target = tmp_path / "送审.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for file in sorted(source.rglob("*.*")):
            archive.write(file, file.relative_to(source))
    readings = list(read_path(target, ReadOptions()))
    assert [each.file for each in readings] == ["送审.zip/b.shp", "送审.zip/深/更深/一号.shp"]
    assert [len(each.parcels) for each in readings] == [2, 1]
    assert all(not each.rejects for each in readings)


def test_a_zip_in_a_zip_is_read_but_not_for_ever(tmp_path: Path) -> None:
    path = write(tmp_path / "x.geojson", SHAPES[:1], driver="GeoJSON", crs="EPSG:4326")
    for number in range(5):
        outer = tmp_path / f"{number}.zip"
        with zipfile.ZipFile(outer, "w") as archive:
            archive.write(path, path.name)
        path = outer
    read_at = {each.name: next(iter(read_path(each, ReadOptions()))) for each in sorted(tmp_path.glob("*.zip"))}
    assert read_at["2.zip"].file == "2.zip/1.zip/0.zip/x.geojson" and read_at["2.zip"].parcels
    assert codes(read_at["4.zip"]) == [(None, "archive_too_deep")]


def test_member_names_in_gbk_are_read(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    path = write(tmp_path / "x.geojson", SHAPES[:1], driver="GeoJSON", crs="EPSG:4326")
    with zipfile.ZipFile(target, "w") as archive:
        archive.write(path, "甲乙.geojson")
    raw = target.read_bytes().replace("甲乙".encode(), "甲乙丙".encode("gbk"))
    raw = raw.replace(struct.pack("<HH", 20, 0x800), struct.pack("<HH", 20, 0))
    target.write_bytes(raw)
    assert [each.file for each in read_path(target, ReadOptions())] == ["a.zip/甲乙丙.geojson"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04junk", b"PK\x05\x06" + b"\x00" * 18])
def test_an_empty_or_broken_zip_is_one_reject(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    (reading,) = read_path(path, ReadOptions())
    assert codes(reading)[0][1] in ("empty_file", "bad_archive", "empty_archive")


def test_a_zip_that_claims_any_size_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.shp", b"0" * 1000)
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 1000), struct.pack("<I", 4_000_000_000)))
    (reading,) = read_path(path, ReadOptions())
    assert codes(reading) == [(None, "archive_too_large")]


def test_companions_of_a_shapefile_are_no_inputs_but_orphans_are_said(tmp_path: Path) -> None:
    path = write(tmp_path / "a.shp", SHAPES[:1], encoding="UTF-8")
    for name in ("a.qix", "a.sbn", "a.shp.xml"):
        (tmp_path / name).write_bytes(b"x")
    write(tmp_path / "b.shp", SHAPES[:1], encoding="UTF-8").unlink()
    readings = list(read_path(tmp_path, ReadOptions()))
    assert [each.file for each in readings if each.parcels] == [path.name]
    assert {code for each in readings for _, code in codes(each)} == {"shp_missing"}


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.shp"
    with open(path, "wb") as handle:
        handle.truncate(2_100_000_000)
    reading = read(path)
    assert codes(reading) == [(None, "too_large")] and "2100" in reading.rejects[0].message.text()

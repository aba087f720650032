"""DXF drawings: closed polylines are parcels, arcs and open ones are refused in words."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.readers.files import read_file
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

E0, N0 = 37611000.0, 4001000.0
SQUARE = [(E0, N0 + 100), (E0 + 100, N0 + 100), (E0 + 100, N0), (E0, N0)]
INNER = [(E0 + 20, N0 + 40), (E0 + 40, N0 + 40), (E0 + 40, N0 + 20), (E0 + 20, N0 + 20)]


def pairs(*values: object) -> str:
    return "".join(f"{code}\n{value}\n" for code, value in zip(values[::2], values[1::2]))


def polyline(
    points: Iterable[tuple[float, float]], layer: str = "JZD", closed: bool = True, bulge: float = 0.0, more: str = ""
) -> str:
    vertices = "".join(pairs(10, f"{x:.4f}", 20, f"{y:.4f}", 42, bulge) for x, y in points)
    return pairs(0, "LWPOLYLINE", 5, "1A", 8, layer, 90, len(list(points)), 70, int(closed)) + vertices + more


def old_polyline(points: Iterable[tuple[float, float]], flags: int = 1) -> str:
    vertices = "".join(pairs(0, "VERTEX", 8, "ZD", 10, x, 20, y, 30, 0.0) for x, y in points)
    return pairs(0, "POLYLINE", 8, "ZD", 66, 1, 70, flags) + vertices + pairs(0, "SEQEND")


def text(said: str, x: float, y: float, layer: str = "ZJ") -> str:
    return pairs(0, "TEXT", 8, layer, 10, x, 20, y, 40, 2.5, 1, said)


def drawing(*entities: str, blocks: str = "") -> str:
    return (
        pairs(0, "SECTION", 2, "HEADER", 9, "$ACADVER", 1, "AC1015", 9, "$DWGCODEPAGE", 3, "ANSI_936", 0, "ENDSEC")
        + pairs(0, "SECTION", 2, "BLOCKS")
        + blocks
        + pairs(0, "ENDSEC", 0, "SECTION", 2, "ENTITIES")
        + "".join(entities)
        + pairs(0, "ENDSEC", 0, "EOF")
    )


def read(folder: Path, content: str, encoding: str = "gbk") -> Reading:
    path = folder / "宗地图.dxf"
    path.write_bytes(content.encode(encoding))
    return read_file(path, ReadOptions())


def codes(reading: Reading) -> list[str]:
    return [reject.message.code for reject in reading.rejects]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
@pytest.mark.parametrize("entity", [polyline(SQUARE), old_polyline(SQUARE)], ids=["light", "old"])
def test_a_closed_polyline_is_a_parcel_named_by_the_text_inside(encoding: str, entity: str, tmp_path: Path) -> None:
    reading = read(tmp_path, drawing(entity, text("安泽某公司", E0 + 50, N0 + 50)), encoding)
    (parcel,) = reading.parcels
    assert (reading.rejects, reading.crs, parcel.name) == ((), "EPSG:4525", "安泽某公司")
    assert plane_area(parcel) == 10000.0
    assert parcel.attributes["layer"] in ("JZD", "ZD") and parcel.attributes["text"] == "安泽某公司"
    assert parcel.parts[0].outer.easting_northing() == SQUARE


def test_a_last_vertex_on_the_first_closes_a_polyline_without_its_flag(tmp_path: Path) -> None:
    reading = read(tmp_path, drawing(polyline([*SQUARE, SQUARE[0]], closed=False)))
    assert len(reading.parcels[0].parts[0].outer) == 4


@pytest.mark.parametrize(
    ("entity", "code", "said"),
    [
        (polyline([*SQUARE, (E0 + 0.05, N0 + 100)], closed=False), "not_closed", "0.050"),
        (polyline(SQUARE, closed=False), "not_closed", "100.000"),
        (polyline(SQUARE, bulge=0.5), "curves", "arcs"),
        (old_polyline(SQUARE, flags=5), "curves", "arcs"),
        (old_polyline(SQUARE, flags=65), "not_a_polygon", "mesh"),
        (pairs(0, "LINE", 8, "JZX", 10, E0, 20, N0, 11, E0 + 1, 21, N0), "single_line", "join"),
        (pairs(0, "ARC", 8, "ZD", 10, E0, 20, N0, 40, "20.0"), "curves", "arcs"),
        (polyline(SQUARE, more=pairs(230, -1.0)), "mirrored", "extrusion"),
        (polyline(SQUARE).replace(f"{E0:.4f}", "37XXX"), "not_a_point", "number"),
    ],
    ids=["nearly-closed", "open", "bulge", "curve-fit", "mesh", "line", "arc", "mirrored", "masked"],
)
def test_what_is_no_ring_of_points_is_refused_and_the_rest_taken(
    entity: str, code: str, said: str, tmp_path: Path
) -> None:
    good = polyline([(x + 500, y) for x, y in SQUARE])
    reading = read(tmp_path, drawing(entity, good))
    assert codes(reading) == [code] and said in reading.rejects[0].message.text()
    assert len(reading.parcels) == 1


def test_cass_layers_go_before_all_others_which_are_counted(tmp_path: Path) -> None:
    reading = read(tmp_path, drawing(polyline(SQUARE, "JMD"), polyline([(x + 500, y) for x, y in SQUARE], "JZD")))
    assert [each.attributes["layer"] for each in reading.parcels] == ["JZD"]
    (note,) = [each for each in reading.notes if each.code == "layers_left"]
    assert note.values["layers"] == "JMD"
    assert len(read(tmp_path, drawing(polyline(SQUARE, "红线"))).parcels) == 1


def test_what_cass_attaches_becomes_attributes(tmp_path: Path) -> None:
    attached = pairs(1001, "SOUTH", 1000, "300000", 1000, "141026-7", 1000, "某某公司", 1000, "0601")
    (parcel,) = read(tmp_path, drawing(polyline(SQUARE, more=attached))).parcels
    assert (parcel.code, parcel.attributes["用地单位"], parcel.attributes["land_class"]) == (
        "141026-7",
        "某某公司",
        "0601",
    )


def test_a_nameless_outline_inside_is_a_hole_and_a_named_one_a_parcel(tmp_path: Path) -> None:
    reading = read(tmp_path, drawing(polyline(SQUARE), polyline(INNER)))
    assert [plane_area(each) for each in reading.parcels] == [9600.0]
    assert "hole_inside" in {note.code for note in reading.notes}
    reading = read(tmp_path, drawing(polyline(SQUARE), polyline(INNER), text("内", E0 + 30, N0 + 30)))
    assert [(each.name, plane_area(each)) for each in reading.parcels] == [("", 10000.0), ("内", 400.0)]
    assert "parcel_inside" in {note.code for note in reading.notes}


def test_a_parcel_drawn_on_two_layers_is_one(tmp_path: Path) -> None:
    reading = read(tmp_path, drawing(polyline(SQUARE, "JZD"), polyline(SQUARE, "ZD")))
    assert len(reading.parcels) == 1 and "drawn_twice" in {note.code for note in reading.notes}


def test_labels_exactly_at_the_vertices_name_the_points(tmp_path: Path) -> None:
    labels = [text(f"J0{n}", x, y) for n, (x, y) in enumerate(SQUARE, 1)]
    (parcel,) = read(tmp_path, drawing(polyline(SQUARE), *labels)).parcels
    assert parcel.parts[0].outer.names == ("J01", "J02", "J03", "J04") and "text" not in parcel.attributes


def test_outlines_in_blocks_are_said_where_there_are_no_others(tmp_path: Path) -> None:
    block = pairs(0, "BLOCK", 2, "宗地") + polyline(SQUARE) + pairs(0, "ENDBLK")
    reading = read(tmp_path, drawing(pairs(0, "INSERT", 2, "宗地", 10, 0, 20, 0), blocks=block))
    assert codes(reading) == ["in_block"]


def test_hatches_alone_are_said_and_heights_left_out_are_too(tmp_path: Path) -> None:
    assert codes(read(tmp_path, drawing(pairs(0, "HATCH", 8, "0", 10, 0, 20, 0)))) == ["hatch"]
    reading = read(tmp_path, drawing(polyline(SQUARE, more=pairs(38, "812.5"))))
    assert "heights_dropped" in {note.code for note in reading.notes} and len(reading.parcels) == 1
    assert "heights_dropped" not in {note.code for note in read(tmp_path, drawing(old_polyline(SQUARE))).notes}


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"AutoCAD Binary DXF\r\n\x1a\x00junk", "NotTextDxf"), (b"AC1032\x00\x00\x00", "NotTextDxf")],
)
def test_binary_drawings_are_refused_in_words(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "a.dxf"
    path.write_bytes(content)
    assert codes(read_file(path, ReadOptions())) == [code]


def test_a_drawing_cut_off_keeps_its_whole_parcels_and_says_where_it_ends(tmp_path: Path) -> None:
    whole = drawing(polyline(SQUARE), polyline([(x + 500, y) for x, y in SQUARE]))
    reading = read(tmp_path, whole[: whole.rindex("LWPOLYLINE") + 60])
    assert codes(reading) == ["broken_off"] and len(reading.parcels) == 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 600), st.text(alphabet="0123456789.-\nEX", max_size=8))
def test_a_spoilt_drawing_never_breaks_the_reader(tmp_path: Path, place: int, junk: str) -> None:
    whole = drawing(polyline(SQUARE), text("名", E0 + 50, N0 + 50), old_polyline(INNER))
    place %= len(whole)
    reading = read(tmp_path, whole[:place] + junk + whole[place + len(junk) :])
    assert reading.parcels or reading.rejects

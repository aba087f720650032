"""Point tables in workbooks and text: heads of every spelling, pages, lengths, several parcels, and cells that lie."""

from __future__ import annotations

from datetime import date, datetime
from math import hypot
from pathlib import Path
from typing import Any, Iterable, Sequence

import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.readers.files import read_file
from anze_idle_land_plugin.readers.point_table.cells import cell_text, number_text
from anze_idle_land_plugin.readers.point_table.heads import role_of
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions

N0, E0 = 4001000.0, 37611000.0
CORNERS = [(N0 + 60.123, E0), (N0 + 60, E0 + 90.5), (N0, E0 + 100), (N0, E0)]
HOLE = [(N0 + 40, E0 + 40), (N0 + 30, E0 + 40), (N0 + 30, E0 + 50)]
HEAD = ("点号", "X坐标(m)", "Y坐标(m)")
Rows = Sequence[Sequence[Any]]


def points(corners: Iterable[tuple[float, float]] = CORNERS, first: int = 1, **_: Any) -> list[list[Any]]:
    return [[f"J{first + place}", n, e] for place, (n, e) in enumerate(corners)]


def closed(corners: Sequence[tuple[float, float]] = CORNERS, first: int = 1) -> list[list[Any]]:
    return [*points(corners, first), [f"J{first}", *corners[0]]]


def moved(east: float) -> list[tuple[float, float]]:
    return [(n, e + east) for n, e in CORNERS]


def book(folder: Path, rows: Rows, merges: Sequence[str] = (), name: str = "成果.xlsx", **more: Rows) -> Path:
    workbook = Workbook()
    sheets = {"Sheet1": rows, **more}
    for title, content in sheets.items():
        sheet = workbook.active if title == "Sheet1" else workbook.create_sheet(title)
        sheet.title = title
        for row in content:
            sheet.append(list(row))
    for area in merges:
        workbook["Sheet1"].merge_cells(area)
    workbook.save(folder / name)
    return folder / name


def old_book(folder: Path, rows: Rows) -> Path:
    workbook = xlwt.Workbook()
    sheet = workbook.add_sheet("Sheet1")
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(line, column, value)
    workbook.save(str(folder / "成果.xls"))
    return folder / "成果.xls"


def csv_file(folder: Path, rows: Rows) -> Path:
    path = folder / "成果.csv"
    lines = (",".join("" if value is None else cell_text(value) for value in row) for row in rows)
    path.write_text("\n".join(lines), encoding="gbk")
    return path


def read(path: Path, **options: Any) -> Reading:
    return read_file(path, ReadOptions(**options))


def codes(reading: Reading) -> list[tuple[int | None, str]]:
    return [(reject.line, reject.message.code) for reject in reading.rejects]


def notes(reading: Reading) -> set[str]:
    return {note.code for note in reading.notes}


def placed(reading: Reading) -> list[list[tuple[float, float]]]:
    return [[pair for _, _, ring in each.rings() for pair in zip(ring.n, ring.e)] for each in reading.parcels]


@pytest.mark.parametrize("write", [book, old_book, csv_file], ids=["xlsx", "xls", "csv"])
def test_the_same_table_reads_the_same_from_every_kind_of_file(write: Any, tmp_path: Path) -> None:
    reading = read(write(tmp_path, [HEAD, *points()]))
    (parcel,) = reading.parcels
    ring = parcel.parts[0].outer
    assert (reading.rejects, reading.crs, parcel.name, parcel.code) == ((), "EPSG:4525", "成果", "")
    assert placed(reading) == [CORNERS]
    assert ring.names == ("J1", "J2", "J3", "J4")
    assert (ring.n_text[0], ring.e_text[1]) == ("4001060.123", "37611090.5")
    assert ring.closing_name is None


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        (("点号", "X", "Y"), "name x y"),
        (("界址点号", "纵坐标", "横坐标"), "name x y"),
        (("界址点编号", "纵坐标(X)", "横坐标(Y)"), "name x y"),
        (("点名", "x(m)", "y(m)"), "name x y"),
        (("点 号", "X坐标（米）", "Y坐标（米）"), "name x y"),
        (("拐点编号", "北坐标", "东坐标"), "name x y"),
        (("id", "x", "y"), "name x y"),
        (("Name", "Northing", "Easting"), "name x y"),
        (("序号", "纬度", "经度"), "serial x y"),
        (("宗地号", "地块圈号", "边长(m)", "地块名称"), "code ring length title"),
        (("地块编号", "圈号", "边长", "高程"), "code ring length height"),
    ],
)
def test_heads_are_known_in_every_spelling(head: Sequence[str], roles: str) -> None:
    assert [role_of(text) for text in head] == roles.split()


@pytest.mark.parametrize("text", ["", "备注", "面积", "权利人", "J1", "安泽县"])
def test_other_heads_are_nobodys(text: str) -> None:
    assert role_of(text) == ""


def test_a_head_of_two_rows_with_merged_cells_below_titles(tmp_path: Path) -> None:
    rows = [
        ("界 址 点 成 果 表", None, None, None),
        (None, None, None, None),
        ("点号", "坐标", None, "备注"),
        (None, "x(m)", "y(m)", None),
        *[[name, n, e, "埋石"] for name, n, e in closed()],
    ]
    reading = read(book(tmp_path, rows, ["A1:D1", "A3:A4", "B3:C3", "D3:D4"]))
    assert (reading.rejects, placed(reading)) == ((), [CORNERS])
    assert reading.parcels[0].parts[0].outer.closing_name == "J1"
    assert reading.parcels[0].parts[0].outer.extra[0] == ("", "", "", "埋石")[3:]


def test_the_letters_do_not_settle_the_axes(tmp_path: Path) -> None:
    rows = [("点号", "X", "Y"), *[[name, e, n] for name, n, e in points()]]
    reading = read(book(tmp_path, rows))
    assert placed(reading) == [CORNERS] and notes(reading) == {"easting_first"}
    assert not read(book(tmp_path, [HEAD, *points()])).notes


def sheet_of_results(
    pages: Sequence[Sequence[Sequence[Any]]], head: Sequence[Sequence[Any]], space: bool
) -> list[list[Any]]:
    """A 成果表: two rows a point, the length between its two points, heads on every page."""
    rows: list[list[Any]] = []
    for number, page in enumerate(pages, 1):
        rows += [["界 址 点 成 果 表", None, None, None, f"第{number}页 共{len(pages)}页"], *map(list, head)]
        rows += [["序号", "点号", "x(m)", "y(m)", "边长(m)"]]
        for place, (name, n, e) in enumerate(page):
            rows.append([place + 1, name, n, e, None])
            following = page[place + 1] if place + 1 < len(page) else None
            length = hypot(following[1] - n, following[2] - e) if following else None
            rows.append([None, None, None, None, round(length, 2) if length else None])
        rows += [["制表：测绘室", None, "校审：", None, "日期：2023-5-1"], *([[None] * 5] if space else [])]
    return rows


LABELS = (("宗地号：141026-7", None, "权利人：", "某某公司", None), ("宗地面积(m²)", "5716.8", None, None, None))


@pytest.mark.parametrize("space", [True, False], ids=["blank-rows", "no-blank-rows"])
@pytest.mark.parametrize("head", [(), LABELS], ids=["bare", "labelled"])
def test_a_result_sheet_of_several_pages_is_one_parcel_with_its_hole(head: Any, space: bool, tmp_path: Path) -> None:
    ring = [*closed(), *closed(HOLE, 5)]
    pages = [ring[:3], ring[2:6], ring[5:]]
    reading = read(book(tmp_path, sheet_of_results(pages, head, space)))
    assert reading.rejects == ()
    (parcel,) = reading.parcels
    outer, hole = (each for _, _, each in parcel.rings())
    assert (outer.names, hole.names) == (("J1", "J2", "J3", "J4"), ("J5", "J6", "J7"))
    assert plane_area(parcel) == pytest.approx(5714.0775 - 50, abs=10)
    assert "page_repeats" in notes(reading) and "length_differs" not in notes(reading)
    if head:
        assert (parcel.code, parcel.name) == ("141026-7", "141026-7")
        assert (parcel.attributes["用地单位"], parcel.attributes["area"]) == ("某某公司", "5716.8平方米")


def test_a_merged_length_between_its_points_is_read_once(tmp_path: Path) -> None:
    rows = sheet_of_results([closed()], (), False)
    merges = [f"{column}{line}:{column}{line + 1}" for line in range(3, 12, 2) for column in "ABCD"]
    merges += [f"E{line}:E{line + 1}" for line in range(4, 11, 2)]
    reading = read(book(tmp_path, rows, merges))
    assert (reading.rejects, placed(reading)) == ((), [CORNERS])
    assert "length_differs" not in notes(reading)


def test_a_lost_row_shows_in_the_lengths(tmp_path: Path) -> None:
    rows = sheet_of_results([closed()], (), False)
    del rows[5]  # the row of J2's coordinates is gone, its length stays
    del rows[4]
    reading = read(book(tmp_path, rows))
    (note,) = [each for each in reading.notes if each.code == "length_differs"]
    assert (note.values["start"], note.values["n"]) == ("J1", 1)


def test_lengths_beside_the_points_lead_onward_or_back(tmp_path: Path) -> None:
    lengths = [round(hypot(a[0] - b[0], a[1] - b[1]), 2) for a, b in zip(CORNERS, [*CORNERS[1:], CORNERS[0]])]
    for order in ([*lengths, 0.0], [0.0, *lengths], [None, *lengths]):
        rows = [(*HEAD, "边长"), *[[*row, length] for row, length in zip(closed(), order)]]
        assert "length_differs" not in notes(read(book(tmp_path, rows)))
    rows = [(*HEAD, "边长"), *[[*row, length] for row, length in zip(closed(), [99.0, *lengths[1:], 0.0])]]
    (note,) = [each for each in read(book(tmp_path, rows)).notes if each.code == "length_differs"]
    assert note.values["written"] == "99.00"


def test_a_repeat_is_dropped_only_across_a_page_break(tmp_path: Path) -> None:
    rows = [HEAD, *points()[:2], points()[1], *points()[2:]]
    reading = read(book(tmp_path, rows))
    assert len(reading.parcels[0].parts[0].outer) == 5 and "page_repeats" not in notes(reading)


@pytest.mark.parametrize("extra", ["parcel-column", "blank-rows", "ring-column", "result-sheets"])
def test_several_parcels_in_one_sheet(extra: str, tmp_path: Path) -> None:
    one, two = closed(), closed(moved(500))
    if extra == "parcel-column":
        rows: Rows = [("地块编号", *HEAD), *[["A-1", *row] for row in one], *[["A-2", *row] for row in two]]
    elif extra == "blank-rows":
        rows = [HEAD, *one, [None] * 3, *two]
    elif extra == "ring-column":
        hole = closed(HOLE, 5)
        rows = [
            ("地块圈号", *HEAD),
            *[[1, *row] for row in one],
            *[[2, *row] for row in hole],
            *[[1, *row] for row in two],
        ]
    else:
        rows = [
            *sheet_of_results([one], (("宗地号", "A-1", None, None, None),), True),
            *sheet_of_results([two], (("宗地号", "A-2", "宗地面积(m²)", 5716.8, None),), True),
        ]
    reading = read(book(tmp_path, rows))
    assert reading.rejects == () and len(reading.parcels) == 2
    assert set(placed(reading)[1]) == set(moved(500))
    if extra in ("parcel-column", "result-sheets"):
        assert [each.code for each in reading.parcels] == ["A-1", "A-2"]
    if extra == "ring-column":
        assert [len(each.parts[0].holes) for each in reading.parcels] == [1, 0]


def test_rings_apart_under_a_ring_column_are_parcels_unless_the_table_names_one(tmp_path: Path) -> None:
    rows = [("地块圈号", *HEAD), *[[1, *row] for row in closed()], *[[2, *row] for row in closed(moved(500), 5)]]
    reading = read(book(tmp_path, rows))
    assert [each.name for each in reading.parcels] == ["成果-1", "成果-2"] and "rings_apart" in notes(reading)
    assert placed(reading) == [CORNERS, moved(500)]
    named = read(book(tmp_path, [("宗地号：A-1", None, None, None), *rows]))
    assert [(each.code, len(each.parts)) for each in named.parcels] == [("A-1", 2)]
    assert "several_parts" in notes(named)


def test_a_ledger_in_the_folder_is_one_reject_not_one_a_row(tmp_path: Path) -> None:
    rows = [("序号", "项目", "面积"), *[[n, f"项目{n}", n * 1.5] for n in range(1, 20)]]
    assert codes(read(book(tmp_path, rows))) == [(1, "no_points")]
    assert codes(read(csv_file(tmp_path, rows))) == [(1, "no_points")]


def test_a_merged_parcel_column_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows = [("宗地号", *HEAD), *[["A-1" if not place else None, *row] for place, row in enumerate(closed())]]
    rows += [["A-2" if not place else None, *row] for place, row in enumerate(closed(moved(500)))]
    reading = read(book(tmp_path, rows, ["A2:A6", "A7:A11"]))
    assert [(each.code, each.vertex_count) for each in reading.parcels] == [("A-1", 4), ("A-2", 4)]


def test_two_groups_of_columns_side_by_side_are_both_read(tmp_path: Path) -> None:
    ring = closed()
    rows = [(*HEAD, *HEAD), *[[*left, *right] for left, right in zip(ring[:3], [*ring[3:], [None] * 3])]]
    assert placed(read(book(tmp_path, rows))) == [CORNERS]


def test_sheets_are_parcels_named_after_them_and_empty_ones_are_said(tmp_path: Path) -> None:
    path = book(tmp_path, [HEAD, *points()], 东区=[HEAD, *points(moved(500))], 说明=[("坐标系：2000国家大地坐标系",)])
    reading = read(path)
    assert [each.name for each in reading.parcels] == ["成果-Sheet1-1", "东区"]
    assert "sheet_without_points" in notes(reading)


def test_rejects_name_the_sheet_and_the_line(tmp_path: Path) -> None:
    bad = [HEAD, *points()[:2], ["J3", "40010XX", "376111XX"], points()[3]]
    reading = read(book(tmp_path, [HEAD, *points()], 坏=bad))
    assert [(each.sheet, each.line) for each in reading.rejects] == [("坏", 4), ("坏", 2)]
    assert "坏" in reading.rejects[0].message.text() and len(reading.parcels) == 1


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (datetime(2023, 1, 1), "date_cell"),
        (date(2023, 1, 1), "date_cell"),
        ("=B2+1", "formula_without_value"),
        ("#REF!", "cell_error"),
        (True, "cell_error"),
        ("40010XX.123", "not_a_point"),
        (None, "not_a_point"),
        ("4001060.12.3", "not_a_point"),
    ],
    ids=str,
)
@pytest.mark.parametrize("column", [1, 2])
def test_a_cell_that_is_no_number_is_a_reject_and_never_a_point(
    cell: Any, code: str, column: int, tmp_path: Path
) -> None:
    rows = [HEAD, *closed()]
    rows[2] = [*rows[2][:column], cell, *rows[2][column + 1 :]]
    reading = read(book(tmp_path, rows))
    assert codes(reading) == [(3, code), (2, "rows_unread")] and reading.parcels == ()


def test_a_name_that_became_a_date_is_a_reject(tmp_path: Path) -> None:
    rows = [HEAD, *points()]
    rows[1] = [datetime(2023, 1, 1), *rows[1][1:]]
    assert codes(read(book(tmp_path, rows)))[0] == (2, "date_cell")


@pytest.mark.parametrize("row", [["界址点甲", "XXXX.XXX", "XXXX.XXX"], ["界5", None, None], ["甲", "...", None]])
def test_masked_rows_are_rejects_whatever_the_point_is_called(row: list[Any], tmp_path: Path) -> None:
    assert codes(read(book(tmp_path, [HEAD, *points(), row]))) == [(6, "not_a_point"), (2, "rows_unread")]


def test_a_name_without_coordinates_is_a_reject_and_words_are_not(tmp_path: Path) -> None:
    reading = read(book(tmp_path, [HEAD, *points(), ["J5", None, None]]))
    assert codes(reading) == [(6, "not_a_point"), (2, "rows_unread")]
    reading = read(book(tmp_path, [HEAD, *points(), ["注：坐标系为CGCS2000，中央子午线111度", None, None]]))
    assert (reading.rejects, len(reading.parcels)) == ((), 1)
    assert "中央子午线" in reading.parcels[0].attributes["header"]


def test_words_round_the_points_tell_the_zone_and_the_datum(tmp_path: Path) -> None:
    bare = [[name, n, e - 37e6] for name, n, e in points()]
    assert codes(read(book(tmp_path, [HEAD, *bare]))) == [(2, "zone_unknown")]
    for words in ("中央子午线：111°", "2000国家大地坐标系，中央子午线111°00′", "带号：37"):
        assert read(book(tmp_path, [(words, None, None), HEAD, *bare])).crs == "EPSG:4546", words
    for words in ("1980西安坐标系", "坐标系：1954北京坐标系", "北京54坐标系 3度带"):
        assert codes(read(book(tmp_path, [(words, None, None), HEAD, *points()]))) == [(3, "old_datum")], words
    firm = [("北京某测绘公司界址点坐标成果", None, None), HEAD, *points()]
    assert read(book(tmp_path, firm)).rejects == ()


def test_thousands_marks_full_width_digits_and_text_cells_are_read(tmp_path: Path) -> None:
    rows = [HEAD, *[[name, f"{n:,.3f}", f" {e:.3f} "] for name, n, e in points()]]
    rows[2] = ["J2", "４００１０６０．０００", rows[2][2]]
    reading = read(book(tmp_path, rows))
    assert placed(reading) == [CORNERS]
    assert reading.parcels[0].parts[0].outer.n_text[:2] == ("4001060.123", "4001060.000")


def test_numbers_keep_no_digits_that_nobody_entered() -> None:
    assert number_text(4001060.1 + 0.2 + 1e-9) == "4001060.3"
    assert [number_text(value) for value in (4001060.0, 37611090.123, 0.00001, 1e20)] == [
        "4001060", "37611090.123", "0.00001", "100000000000000000000",
    ]  # fmt: skip


def test_a_cass_file_has_the_easting_first_whatever_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "点.dat"
    path.write_text("".join(f"{name},302001,{e:.3f},{n:.3f},0.000\n" for name, n, e in points()), encoding="gbk")
    reading = read(path)
    assert placed(reading) == [[(round(n, 3), e) for n, e in CORNERS]]
    assert reading.parcels[0].parts[0].outer.extra[0] == ("302001", "0.000")


@pytest.mark.parametrize("mark", ["\t", ";", ","])
def test_empty_cells_of_a_text_keep_their_place(mark: str, tmp_path: Path) -> None:
    rows = [("点号", "备注", "X", "边长", "Y"), *[(name, "", n, "", e) for name, n, e in closed()]]
    path = tmp_path / "a.txt"
    path.write_text("\n".join(mark.join(map(str, row)) for row in rows), encoding="utf-8")
    assert placed(read(path)) == [[(n, e) for n, e in CORNERS]]


def test_quoted_texts_lose_their_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join(f'"{name}","{n:,.3f}","{e:.3f}"' for name, n, e in points()), encoding="utf-8")
    reading = read(path)
    assert placed(reading) == [CORNERS] and reading.parcels[0].parts[0].outer.names[0] == "J1"


def test_a_line_without_end_is_a_reject(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('点号,X,Y\nJ1,"' + "9" * 10_000_000 + "\n", encoding="utf-8")
    assert [code for _, code in codes(read(path))] == ["not_a_point", "rows_unread"]


def test_a_zone_in_words_is_evidence_and_a_width_is_not(tmp_path: Path) -> None:
    bare = [[name, n, e - 37e6] for name, n, e in points()]
    assert read(book(tmp_path, [("CGCS2000 3度带 37带", None, None), HEAD, *bare])).crs == "EPSG:4546"
    assert codes(read(book(tmp_path, [("CGCS2000 3度带", None, None), HEAD, *bare]))) == [(3, "zone_unknown")]


STRANGE = [("甲", "乙", "丙", "丁"), *[[n + 1, e, name, n] for name, n, e in closed()]]


@pytest.mark.parametrize("columns", ["name=C, x=D, y=B", "点号=丙；x=丁；y=乙", "X坐标=d,Y坐标=b,name=c"])
def test_columns_nobody_knows_are_chosen_by_letter_or_head(columns: str, tmp_path: Path) -> None:
    path = book(tmp_path, STRANGE)
    assert placed(read(path)) != [CORNERS]
    reading = read(path, columns=columns)
    assert (reading.rejects, placed(reading)) == ((), [CORNERS])
    assert reading.parcels[0].parts[0].outer.names == ("J1", "J2", "J3", "J4")


@pytest.mark.parametrize("columns", ["x=B", "x=B,y=B", "x=B,y=没有", "颜色=A,x=B,y=C", "x,y", "x=B,x=C,y=D"])
def test_columns_that_are_not_there_are_refused(columns: str, tmp_path: Path) -> None:
    reading = read(book(tmp_path, STRANGE), columns=columns)
    assert codes(reading) == [(None, "UnknownColumns")] and columns in reading.rejects[0].message.text()


def test_points_without_names_are_numbered_with_a_note(tmp_path: Path) -> None:
    reading = read(csv_file(tmp_path, [row[1:] for row in closed()]))
    assert reading.parcels[0].parts[0].outer.names == ("J1", "J2", "J3", "J4")
    assert "names_made" in notes(reading)


def test_an_area_that_does_not_fit_is_warned_about(tmp_path: Path) -> None:
    def noted(area: str) -> bool:
        return "area_disagrees" in notes(read(book(tmp_path, [(area, None, None), HEAD, *points()])))

    assert not noted("宗地面积(m²)：5716.5") and not noted("面积：0.5716公顷") and not noted("用地面积：5716.5")
    assert noted("宗地面积(m²)：571.6")


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls"])
@pytest.mark.parametrize("content", [b"junk", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_broken_workbook_is_one_reject(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    reading = read(path)
    assert codes(reading) == [(None, "LedgerUnreadable")] and name in reading.rejects[0].message.text()


def test_a_workbook_without_points_says_so(tmp_path: Path) -> None:
    assert codes(read(book(tmp_path, [("甲", "乙"), ("丙", "丁")]))) == [(1, "no_points")]


coordinates = st.tuples(st.integers(0, 90_000_000), st.integers(0, 90_000_000))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers(1, 40_000_000), min_size=3, max_size=12, unique=True),
    st.sampled_from([book, old_book, csv_file]),
    st.booleans(),
    st.booleans(),
)
def test_what_a_spreadsheet_holds_is_read_back_to_the_millimetre(
    tmp_path: Path, sides: list[int], write: Any, as_text: bool, is_closed: bool
) -> None:
    # A staircase: whatever the sides, it crosses itself nowhere.
    corners = [(N0, E0)]
    for place, side in enumerate(sorted(sides)):
        corners.append((round(N0 + (place + 1) * 7.001, 3), round(E0 + 100 + side / 1000, 3)))
    corners.append((round(N0 + (len(sides) + 1) * 7.001, 3), E0))
    rows = closed(corners) if is_closed else points(corners)
    if as_text:
        rows = [[name, f"{n:.3f}", f"{e:.3f}"] for name, n, e in rows]
    reading = read(write(tmp_path, [HEAD, *rows]))
    assert reading.rejects == ()
    assert placed(reading) == [corners]
    assert reading.parcels[0].parts[0].outer.names == tuple(f"J{n}" for n in range(1, len(corners) + 1))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(
            st.one_of(st.none(), st.floats(allow_nan=False), st.integers(), st.text(max_size=6), st.booleans()),
            max_size=5,
        ),
        max_size=8,
    )
)
def test_any_sheet_becomes_parcels_or_rejects(tmp_path: Path, rows: list[list[Any]]) -> None:
    clean = [
        [value if not isinstance(value, str) else "".join(c for c in value if c.isprintable()) for value in row]
        for row in rows
    ]
    reading = read(book(tmp_path, [HEAD, *points()[:2], *clean]))
    assert reading.parcels or reading.rejects


def test_a_second_row_of_heads_that_says_the_axes_again_costs_no_point_names(tmp_path: Path) -> None:
    reading = read(book(tmp_path, [("点号", "X", "Y"), (None, "北坐标", "东坐标"), *points()]))
    assert reading.parcels[0].parts[0].outer.names == ("J1", "J2", "J3", "J4")

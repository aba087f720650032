"""A dialect that nobody wrote code for: one more field in the plot line, one more column in the point rows."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Callable

import pytest
from honesty import assert_honest
from mutations import cases

import anze_idle_land_plugin
from anze_idle_land_plugin.exports.boundary.folder import write_boundary_folder
from anze_idle_land_plugin.exports.boundary.txt import composed, write_boundary_file
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.boundary_txt import read_boundary_txt
from anze_idle_land_plugin.readers.boundary_txt.decoding import UndecodableFile, decode
from anze_idle_land_plugin.readers.boundary_txt.profiles import DialectRefused, default_profile, profiles
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

SHIPPED = profiles()
HEADER = "坐标系=2000国家大地坐标系;几度分带={width};投影类型=高斯克吕格;计量单位=米;带号={zone}"
ROW = {
    "profile": "xinfang",
    "fields": "9",
    "marker": "5",
    "roles": "count;area;code;name;shape;map_sheet;use;land_class;owner",
    "points": "name;ring;n;e;height",
    "counting": "rows",
    "header": HEADER,
    "title": "新方言",
    "kept": "owner;height",
}
FILE = """[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=37
[地块坐标]
10,0.9600,2023-G-001,示例,面,J49G001,工业用地,0601,某村集体,@
J1,1,4002000.000,37612000.000,950.12
J2,1,4002000.000,37612100.000,951.12
J3,1,4001900.000,37612100.000,952
J4,1,4001900.000,37612000.000,953.1
J1,1,4002000.000,37612000.000,950.12
J5,2,4001960.000,37612040.000,949.00
J6,2,4001960.000,37612060.000,949.10
J7,2,4001940.000,37612060.000,949.20
J8,2,4001940.000,37612040.000,949.30
J5,2,4001960.000,37612040.000,949.00
""".replace("\n", "\r\n")

Adding = Callable[..., Path]


@pytest.fixture
def add(add_dialect: Adding) -> Adding:
    """Add the row, with other cells where a test wants them."""
    return lambda **cells: add_dialect(**{**ROW, **cells})


def read(text: str, profile: str = "auto", file: str = "a.txt") -> Reading:
    return read_boundary_txt(file, decode(text.encode(), file), ReadOptions(profile=profile))


def of_eight_fields(text: str = FILE) -> str:
    """The file with as many fields as most dialects have: the owner stands where 地类编码 stands in the others."""
    return text.replace(",0601,", ",")


EIGHT = {"fields": "8", "roles": "count;area;code;name;shape;map_sheet;use;owner"}


@pytest.mark.parametrize("wanted", ["auto", "xinfang"])
@pytest.mark.parametrize(("cells", "text"), [({}, FILE), (EIGHT, of_eight_fields())], ids=["nine", "eight"])
def test_a_row_is_enough_to_read_and_to_write_back(add: Adding, cells: dict[str, str], text: str, wanted: str) -> None:
    add(**cells)
    reading = read(text, wanted)
    (survey,) = reading.parcels
    assert (reading.profile, reading.rejects, reading.notes) == ("xinfang", (), ())
    assert (survey.attributes["owner"], survey.attributes["map_sheet"]) == ("某村集体", "J49G001")
    assert survey.parts[0].outer.extra == (("950.12",), ("951.12",), ("952",), ("953.1",))
    assert composed([survey], "xinfang").text == text


ORDERS = (
    "name;ring;height;n;e",
    "height;ring;name;n;e",
    "ring;height;n;e",
    "name;height;e;n;ring",
    "name;n;e;height;mark;ring",
    "name;n;e;height;mark",
    "n;e;height;mark;blank",
)
"""Where no ring number stands, a file holds rings that close; where no name stands, it has none."""


def in_order(order: str, with_hole: bool) -> str:
    """The file with its point columns in another order."""
    head, rows = FILE.replace("10,0.9600" if not with_hole else "", "5,1.0000" if not with_hole else "").split("@\r\n")
    written = []
    for row in rows.splitlines()[: 10 if with_hole else 5]:
        cells = dict(zip(("name", "ring", "n", "e", "height"), row.split(",")), mark="桩", blank="")
        written.append(",".join(cells[column] for column in order.split(";")))
    return "\r\n".join([head + "@", *written, ""])


@pytest.mark.parametrize("wanted", ["auto", "xinfang"])
@pytest.mark.parametrize("with_hole", [False, True])
@pytest.mark.parametrize("order", ORDERS)
def test_the_columns_may_stand_in_any_order(add: Adding, order: str, with_hole: bool, wanted: str) -> None:
    add(points=order, kept="owner;height;mark")
    text = in_order(order, with_hole)
    reading = read(text, wanted)
    (survey,) = reading.parcels
    easting_first = ";e;n;" in order
    assert (reading.profile, reading.rejects) == ("xinfang", ())
    assert [note.code for note in reading.notes] == ["easting_first"] * easting_first
    outer = survey.parts[0].outer
    assert (outer.n[0], outer.e[1], len(survey.parts[0].holes)) == (4002000.0, 37612100.0, int(with_hole))
    if "name" in order:
        assert composed([survey], "xinfang").text == text


@pytest.mark.parametrize("order", ["name;ring;n;e;height", "name;ring;height;n;e", "name;n;e;height;mark;ring"])
def test_a_damaged_file_of_a_new_dialect_is_read_honestly(add: Adding, order: str) -> None:
    add(points=order, kept="owner;height;mark")
    text = in_order(order, with_hole=True)
    for data in cases([text.encode("utf-8"), text.encode("gb18030")], 400, seed=len(order)):
        try:
            decoded = decode(data, "damaged.txt")
        except UndecodableFile:
            continue
        damaged = decoded.text
        assert_honest(damaged, read_boundary_txt("damaged.txt", decoded, ReadOptions()))


def test_a_row_out_of_order_is_quoted_as_it_stands(add: Adding) -> None:
    add(points="name;ring;height;n;e")
    text = in_order("name;ring;height;n;e", with_hole=True).replace("J3,1,952,4001900.000", "J3,1,952,40019XX.000")
    reading = read(text)
    assert reading.rejects[0].text == "J3,1,952,40019XX.000,37612100.000"
    assert reading.rejects[0].line == text.splitlines().index("J3,1,952,40019XX.000,37612100.000") + 1


def test_the_same_file_is_the_general_form_where_no_row_tells_of_it() -> None:
    assert read(of_eight_fields()).profile == "canonical"


@pytest.mark.parametrize(
    ("signs", "text", "tells"),
    [
        ("owner~集体", of_eight_fields(), True),
        ("owner~公司", of_eight_fields(), False),
        ("height>=900", of_eight_fields(), True),
        ("height>=960", of_eight_fields(), False),
        ("keys~测绘单位", of_eight_fields().replace("带号", "测绘单位=某院\r\n带号"), True),
        ("测绘单位=某院", of_eight_fields().replace("带号", "测绘单位=某院\r\n带号"), True),
        ("测绘单位=某院", of_eight_fields(), False),
        ("first=easting", of_eight_fields(), False),
        ("file~^甲", of_eight_fields(), False),
        ("ring=2;columns>=5;coordinates=metres;file~^a$", of_eight_fields(), True),
    ],
)
def test_a_sign_of_the_row_tells_the_dialect(add: Adding, signs: str, text: str, tells: bool) -> None:
    add(**EIGHT, signs=signs)
    assert read(text).profile == ("xinfang" if tells else "canonical")


def test_parcels_of_one_file_may_be_told_apart_by_what_they_say(add: Adding) -> None:
    add(**EIGHT, signs="owner~集体")
    second = of_eight_fields().split("[地块坐标]\r\n")[1].replace("某村集体", "0601").replace("G-001", "G-002")
    reading = read(of_eight_fields() + second)
    assert [each.attributes["profile"] for each in reading.parcels] == ["xinfang", "canonical"]


def test_no_file_of_another_dialect_is_taken_for_the_new_one(add: Adding, tmp_path: Path) -> None:
    (survey,) = read(FILE.replace("\r\n", "\n")).parcels  # read before the row is there
    ids = dict.fromkeys(each.id for each in SHIPPED)
    texts = {each: composed([survey], each).text for each in ids}
    before = {each: read(text).profile for each, text in texts.items()}
    add()
    add(profile="xinfang8", **EIGHT, signs="owner~集体|公司")
    assert {each: read(text).profile for each, text in texts.items()} == before


def test_it_comes_through_the_campaign_and_the_export(add: Adding, campaign: Path, tmp_path: Path) -> None:
    add()
    with CampaignFile.open(campaign, update=True) as file:
        import_readings(file, ListKind.UNSUPPLIED, [read(FILE)])
    snapshot = read_snapshot(campaign, date.today())
    assert write_boundary_folder(snapshot, tmp_path / "out", (ListKind.UNSUPPLIED,), "xinfang") == 1
    (written,) = (tmp_path / "out").rglob("*.txt")
    assert written.read_bytes() == FILE.encode()


def test_another_dialect_leaves_out_what_it_has_no_place_for(add: Adding, tmp_path: Path) -> None:
    add(points="name;ring;n;e;next;height;marker")
    further = FILE.replace(",950.12\r", ",90.000,950.12,石桩\r")
    further = re.sub(r"(37612\d{3}\.000),(9\d\d[.\d]*)\r", r"\1,90.000,\2,埋桩\r", further)
    (survey,) = read(further).parcels
    write_boundary_file(tmp_path / "b.txt", [survey], "bubeian")
    rows = [line for line in (tmp_path / "b.txt").read_text(encoding="utf-8").splitlines() if line[:1] == "J"]
    assert rows[0] == "J1,1,4002000.000,37612000.000,100.000,石桩"
    assert rows[1] == "J2,1,4002000.000,37612100.000,100.000,埋桩"
    assert "950" not in "".join(rows)


@pytest.mark.parametrize(
    ("cells", "column", "value"),
    [
        ({"kept": "height"}, "roles", "owner"),
        ({"kept": "owner"}, "points", "height"),
        ({"kept": "owner;height;profile", "roles": ROW["roles"].replace("land_class", "profile")}, "roles", "profile"),
        ({"roles": ROW["roles"].replace("land_class", "use")}, "roles", "use"),
        ({"fields": "8"}, "fields", "8"),
        ({"fields": ""}, "fields", ""),
        ({"marker": "fifth"}, "marker", "fifth"),
        ({"points": "name;ring;n;e;lat;height"}, "points", "name;ring;n;e;lat;height"),
        ({"points": "name;ring;feature;n;e;height"}, "points", "name;ring;feature;n;e;height"),
        ({"points": "name;ring;n;height"}, "points", "name;ring;n;height"),
        ({"header": "带号={zone};权利人={owner}"}, "header", "权利人={owner}"),
        ({"counting": "points"}, "counting", "points"),
        ({"signs": "colums>=5"}, "signs", "colums>=5"),
        ({"signs": "columns>=five"}, "signs", "columns>=five"),
        ({"signs": "file~("}, "signs", "file~("),
        ({"signs": "ring"}, "signs", "ring"),
        ({"file_name": "case_number"}, "file_name", "case_number"),
        ({"profile": "auto"}, "profile", "auto"),
    ],
)
def test_what_has_no_meaning_is_refused_by_table_row_and_column(
    add: Adding, cells: dict[str, str], column: str, value: str
) -> None:
    table = add(**cells)
    with pytest.raises(DialectRefused) as caught:
        read(FILE)
    assert caught.value.text().startswith(f"{table}, row 2: {value} in column {column} ")


def test_an_office_may_say_what_its_exports_write_and_change_a_shipped_header(add: Adding) -> None:
    assert (default_profile("boundary"), default_profile("monitoring")) == ("canonical", "gongdi")
    add(default_for="monitoring")
    assert (default_profile("boundary"), default_profile("monitoring")) == ("canonical", "xinfang")
    add(**{**dict.fromkeys(ROW, ""), "profile": "gongdi", "fields": "8", "header": "数据产生单位=某局;带号={zone}"})
    (survey,) = read(FILE).parcels
    assert composed([survey], "gongdi").text.splitlines()[:3] == ["[属性描述]", "数据产生单位=某局", "带号=37"]


def test_no_code_knows_a_dialect() -> None:
    ids = {each.id for each in SHIPPED}
    package = Path(anze_idle_land_plugin.__file__).parent
    files = [path for path in package.rglob("*.py") if "shipped" not in path.relative_to(package).parts]
    assert len(files) > 300
    known = re.compile("|".join(rf"[\"']{each}[\"']" for each in sorted(ids)))
    found = {str(path.relative_to(package)): known.findall(path.read_text(encoding="utf-8")) for path in files}
    assert {path: hits for path, hits in found.items() if hits} == {}

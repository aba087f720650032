"""The shipped sample: its parcels lie where they should, its story obeys the machines, its books follow their csv."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any, Callable, Dict

import pytest
from openpyxl import load_workbook
from pyproj import Proj
from shapely.geometry import Point, Polygon, shape
from shapely.ops import unary_union

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.model.kinds import Category, ListKind, Status
from anze_idle_land_plugin.model.parcel import Parcel, Ring
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions

AsOf = Callable[[str], Dict[str, Dossier]]
ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "sample"
sys.path.append(str(ROOT))

from tools.sample.many import lay_many, write_many  # noqa: E402
from tools.sample.workbooks import write_workbooks  # noqa: E402

OVERLAP = ("2023-G-040", "2023-G-041")
PARTIAL = "2023-G-003"
WITHOUT_ROW = "2023-G-025"
EXPECTED = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def surveys() -> dict[str, Parcel]:
    """Every parcel of the boundary files by its code."""
    readings = [reading for which in ListKind for reading in read_path(SAMPLE / which.value, ReadOptions())]
    return {parcel.code: parcel for reading in readings for parcel in reading.parcels}


def told(code: str) -> dict[str, Any]:
    """What expected.json says of a parcel; it was written down apart from the reader."""
    return dict(EXPECTED["lists"]["idle" if "-X-" in code else "unsupplied"][code])


def events() -> list[dict[str, str]]:
    with open(SAMPLE / "events.csv", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def layer(name: str) -> dict[Any, Any]:
    features = json.loads((SAMPLE / "context" / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["name"]: shape(feature["geometry"]) for feature in features}


def cells(path: Path) -> list[Any]:
    return list(load_workbook(path).active.iter_rows(values_only=True))


def surface(parcel: Parcel) -> Polygon:
    def outline(ring: Ring) -> list[tuple[float, float]]:
        return list(zip(ring.e, ring.n))

    return unary_union([Polygon(outline(part.outer), list(map(outline, part.holes))) for part in parcel.parts])


def lonlat(parcel: Parcel) -> list[Point]:
    """The boundary points in degrees, by PROJ's formula alone."""
    zone = parcel.grid.zone or 0
    plane = Proj(f"+proj=tmerc +lat_0=0 +lon_0={zone * 3} +x_0={zone * 1_000_000 + 500_000} +ellps=GRS80")
    return [
        Point(plane(east, north, inverse=True)) for _, _, ring in parcel.rings() for east, north in zip(ring.e, ring.n)
    ]


def test_the_workbooks_are_what_their_csv_files_say(tmp_path: Path) -> None:
    made = {path.relative_to(tmp_path): cells(path) for path in write_workbooks(tmp_path)}
    assert made == {path.relative_to(SAMPLE): cells(path) for path in SAMPLE.rglob("*.xlsx")}


def test_seventy_unsupplied_and_thirty_idle_parcels_some_in_zone_38_and_some_south_of_36(
    surveys: dict[str, Parcel],
) -> None:
    assert Counter(code[5] for code in surveys) == {"G": 70, "X": 30}
    plots = list(surveys.values())
    assert sum(all(point.x > 112.5 for point in lonlat(plot)) for plot in plots if plot.grid.zone == 38) == 6
    assert sum(all(point.y < 36 for point in lonlat(plot)) for plot in plots) >= 5
    assert {told(code)["town"] for code in surveys} == set(layer("towns"))


def test_every_parcel_lies_in_its_town_and_zone_parcels_in_the_zone(surveys: dict[str, Parcel]) -> None:
    towns, (zone,) = layer("towns"), layer("zone").values()
    for code, parcel in surveys.items():
        points = lonlat(parcel)
        assert all(towns[told(code)["town"]].contains(point) for point in points), code
        assert {zone.contains(point) for point in points} == {told(code)["in_zone"]}, code


def test_only_the_two_planned_parcels_overlap(surveys: dict[str, Parcel]) -> None:
    surfaces = {code: surface(parcel) for code, parcel in surveys.items()}
    assert all(each.is_valid for each in surfaces.values())
    overlapping = {
        (one, other)
        for one, other in combinations(surfaces, 2)
        if surfaces[one].intersects(surfaces[other]) and surfaces[one].intersection(surfaces[other]).area > 0.01
    }
    assert overlapping == {OVERLAP}


def test_neighbours_share_their_edges_to_the_millimetre(surveys: dict[str, Parcel]) -> None:
    rings = [set(zip(each.parts[0].outer.n_text, each.parts[0].outer.e_text)) for each in surveys.values()]
    assert sum(len(one & other) >= 2 for one, other in combinations(rings, 2)) > 30


def test_shapes_include_holes_multiparts_a_long_road_and_four_hundred_points(surveys: dict[str, Parcel]) -> None:
    plots = list(surveys.values())
    assert sum(any(part.holes for part in plot.parts) for plot in plots) == 3
    assert sum(len(plot.parts) == 2 for plot in plots) == 2
    assert sum(len(plot.parts[0].outer) == 400 for plot in plots) == 1
    roads = [code for code in surveys if told(code)["file"] == "道路工程.txt"]
    assert sum(surface(surveys[code]).length / 2 > 1000 for code in roads) == 3


@pytest.mark.parametrize("which", ListKind)
def test_the_reader_finds_every_parcel_with_its_rings_vertices_and_area(which: Any) -> None:
    expected = EXPECTED["lists"][which.value]
    found = {}
    for reading in read_path(SAMPLE / which.value, ReadOptions()):
        assert not reading.rejects, reading.file
        for parcel in reading.parcels:
            found[parcel.code] = (reading.file, parcel)
    assert set(found) == set(expected)
    for code, (file, parcel) in found.items():
        wanted = expected[code]
        assert Path(file).name == wanted["file"]
        assert parcel.grid.zone == wanted["zone"], code
        rings = [ring for _, _, ring in parcel.rings()]
        shape_found = (len(parcel.parts), len(rings), sum(len(ring.n) for ring in rings))
        assert shape_found == (wanted["parts"], wanted["rings"], wanted["vertices"]), code
        assert plane_area(parcel) == pytest.approx(wanted["area_m2"], abs=0.006), code


def test_the_readme_tells_of_every_boundary_file_of_unsupplied_land() -> None:
    text = (SAMPLE / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\S+?\.txt)` \| \w+ \| ([\w -]+) \| (\d\d) \| (\d+) \|$", text, re.MULTILINE)
    encodings = {"gb18030": "GBK", "utf-8": "UTF-8", "utf-8-sig": "UTF-8 BOM"}
    found = set()
    for reading in read_path(SAMPLE / "unsupplied", ReadOptions()):
        zone = re.search(r"带号=(\d\d)", reading.parcels[0].attributes["header"])
        found.add((reading.file, encodings[reading.encoding], zone and zone[1], str(len(reading.parcels))))
    assert set(rows) == found


def test_the_ledgers_miss_one_surveyed_parcel_and_name_one_that_is_not_there() -> None:
    expected = EXPECTED["lists"]
    unsupplied = {row[1] for row in cells(SAMPLE / "ledger_unsupplied.xlsx")[4:-1]}
    idle = {row[1] for row in cells(SAMPLE / "ledger_idle.xlsx")[4:-1]}
    assert set(expected["unsupplied"]) - unsupplied == {"2023-G-025"}
    assert unsupplied - set(expected["unsupplied"]) == {"2023-G-071"}
    assert idle == set(expected["idle"])


def test_no_step_of_the_story_is_irregular_and_every_event_has_a_parcel(as_of: AsOf) -> None:
    assert [each.standing.irregular for each in as_of("2023-12-31").values() if each.standing.irregular] == []
    told_of = {row["code"] for row in events()}
    assert told_of <= {code for which in ListKind for code in EXPECTED["lists"][which.value]} - {WITHOUT_ROW}
    assert len(events()) == EXPECTED["events"]


def test_facts_a_step_requires_are_recorded_before_it_on_the_same_day() -> None:
    seen: set[Any] = set()
    for row in events():
        which = ListKind(row["list"])
        key = (row["code"], row["effective_on"])
        if row["kind"] == "fact":
            seen.add((*key, row["field"]))
        if row["kind"] == "transition":
            step = catalogue.workflow(which).transitions[row["transition"]]
            kept = [code for code in step.required_fields if code not in ("YGMJ", "CHMJ")]
            by_ledger = [code for code in kept if catalogue.field_by_code(which)[code].kept_by == "ledger"]
            assert all((*key, code) in seen for code in by_ledger), row


def test_the_story_runs_from_may_to_november_in_order() -> None:
    days = [row["effective_on"] for row in events()]
    assert days == sorted(days)
    assert (days[0], days[-1] <= "2023-11-30") == ("2023-05-11", True)
    assert {day[:7] for day in days} == {f"2023-{month:02d}" for month in range(5, 12)}


def test_the_campaign_runs_at_the_rates_that_are_told_a_little_behind_its_milestones(as_of: AsOf) -> None:
    said = re.findall(r"\| (2023-\d\d-\d\d) \| ([\d.]+) % \|", (SAMPLE / "README.md").read_text(encoding="utf-8"))
    assert {day: f"{rate * 100:.1f}" for day, rate in EXPECTED["done_rates"].items()} == dict(said)
    for day, rate in EXPECTED["done_rates"].items():
        counted = [each.standing for code, each in as_of(day).items() if each.standing.in_base and code != WITHOUT_ROW]
        base = sum(each.base_area_ha or 0.0 for each in counted)
        assert round(sum(each.done_area_ha for each in counted) / base, 4) == rate, day
    assert list(EXPECTED["done_rates"].values()) == pytest.approx([0.18, 0.46, 0.80, 0.97], abs=0.03)


def test_all_six_measures_two_suspensions_a_partial_supply_and_late_parcels_occur(as_of: AsOf) -> None:
    last, summer = as_of("2023-11-30"), as_of("2023-07-20")
    assert {each.category for each in last.values()} >= set(Category) - {Category.UNDECIDED}
    assert sum(each.standing.suspended for each in last.values()) == 2
    assert 0 < last[PARTIAL].standing.done_area_ha < (last[PARTIAL].standing.base_area_ha or 0)
    found = {each.status for each in summer.values()}
    assert found >= {Status.DONE, Status.CLOSED, Status.OVERDUE, Status.ON_TIME, Status.SUSPENDED}
    assert 0 < sum(each.standing.confirmed for each in last.values()) < len(last)


def test_a_benchmark_of_any_size_has_that_many_distinct_parcels_without_overlaps() -> None:
    plots = list(lay_many(300, seed=1))
    assert len({plot.code for plot in plots}) == 300
    surfaces = [Polygon([(east, north) for north, east in plot.ring]) for plot in plots]
    assert all(each.is_valid for each in surfaces)
    assert sum(each.area for each in surfaces) == pytest.approx(unary_union(surfaces).area, abs=0.5)


def test_a_benchmark_is_read_whole_and_made_again_it_is_the_same(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_many(tmp_path / name, 200)
    files = list((tmp_path / "one").rglob("*.txt"))
    assert all(
        path.read_bytes() == (tmp_path / "other" / path.relative_to(tmp_path / "one")).read_bytes() for path in files
    )
    readings = list(read_path(tmp_path / "one", ReadOptions()))
    assert [(each.rejects, each.notes) for each in readings] == [((), ())] * 2
    assert {each.file: len(each.parcels) for each in readings} == {"idle/001.txt": 60, "unsupplied/001.txt": 140}

"""The shipped sample: made again it is the same, its parcels lie where they should, its story obeys the machines."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from shapely.geometry import Point, Polygon, shape
from shapely.ops import unary_union

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.model.kinds import Category, ListKind, Status
from anze_idle_land_plugin.model.standing.standing import status
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "sample"
sys.path.append(str(ROOT))

from tools.sample.campaign import compose, make_sample  # noqa: E402
from tools.sample.laying import OVERLAP, lay_many  # noqa: E402
from tools.sample.plots import plane  # noqa: E402
from tools.sample.schedule import PERIODS  # noqa: E402
from tools.sample.story import stand_of  # noqa: E402


@pytest.fixture(scope="module")
def sample() -> Any:
    return compose()


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder, SAMPLE / "context" / "county.geojson", SAMPLE / "context" / "rivers.geojson")
    return folder


def events() -> list[dict[str, str]]:
    with open(SAMPLE / "events.csv", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def layer(name: str) -> dict[Any, Any]:
    features = json.loads((SAMPLE / "context" / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["name"]: shape(feature["geometry"]) for feature in features}


def cells(path: Path) -> list[Any]:
    return list(load_workbook(path).active.iter_rows(values_only=True))


def surface(plot: Any) -> Polygon:
    return unary_union([Polygon(part.outer, part.holes) for part in plot.parts])


def lonlat(plot: Any) -> list[Point]:
    project = plane(plot.zone)
    return [Point(project(east, north, inverse=True)) for ring in plot.rings for north, east in ring]


def standings(sample: Any, day: date) -> dict[Any, Any]:
    by_code: dict[Any, Any] = {}
    for event in sample.story.events:
        by_code.setdefault(event.code, []).append(event)
    return {
        record.plot.code: stand_of(record, by_code[record.plot.code], day)
        for record in sample.records
        if record.plot.code in by_code
    }


def test_the_shipped_sample_is_what_the_generator_makes(again: Any) -> None:
    shipped = sorted(path.relative_to(SAMPLE) for path in SAMPLE.rglob("*") if path.is_file())
    made = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert made == shipped
    for name in shipped:
        if name.suffix == ".xlsx":
            assert cells(again / name) == cells(SAMPLE / name)
        else:
            assert (again / name).read_bytes() == (SAMPLE / name).read_bytes(), name


def test_seventy_unsupplied_and_thirty_idle_parcels_some_in_zone_38_and_some_south_of_36(sample: Any) -> None:
    plots = [record.plot for record in sample.records]
    assert Counter(plot.which for plot in plots) == {ListKind.UNSUPPLIED: 70, ListKind.IDLE: 30}
    assert sum(all(point.x > 112.5 for point in lonlat(plot)) for plot in plots if plot.zone == 38) == 6
    assert sum(all(point.y < 36 for point in lonlat(plot)) for plot in plots) >= 5
    assert {plot.town for plot in plots} == {town.name for town in catalogue.towns()}


def test_every_parcel_lies_in_its_town_and_zone_parcels_in_the_zone(sample: Any) -> None:
    towns, zone = layer("towns"), layer("zone")[catalogue.zone_name()]
    for record in sample.records:
        points = lonlat(record.plot)
        assert all(towns[record.plot.town].contains(point) for point in points), record.plot.code
        assert {zone.contains(point) for point in points} == {record.plot.in_zone}, record.plot.code


def test_only_the_two_planned_parcels_overlap(sample: Any) -> None:
    surfaces = {record.plot.code: surface(record.plot) for record in sample.records}
    assert all(each.is_valid for each in surfaces.values())
    overlapping = {
        (one, other)
        for one, other in combinations(surfaces, 2)
        if surfaces[one].intersects(surfaces[other]) and surfaces[one].intersection(surfaces[other]).area > 0.01
    }
    assert overlapping == {OVERLAP}


def test_neighbours_share_their_edges_to_the_millimetre(sample: Any) -> None:
    rings = [set(record.plot.parts[0].outer) for record in sample.records]
    assert sum(len(one & other) >= 2 for one, other in combinations(rings, 2)) > 30


def test_shapes_include_holes_multiparts_a_long_road_and_four_hundred_points(sample: Any) -> None:
    plots = [record.plot for record in sample.records]
    assert sum(any(part.holes for part in plot.parts) for plot in plots) == 3
    assert sum(len(plot.parts) == 2 for plot in plots) == 2
    assert sum(len(plot.rings[0]) == 400 for plot in plots) == 1
    assert sum(surface(plot).length / 2 > 1000 for plot in plots if plot.road) == 3


@pytest.mark.parametrize("which", ListKind)
def test_the_reader_finds_every_parcel_with_its_rings_vertices_and_area(which: Any) -> None:
    expected = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))["lists"][which.value]
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


def test_the_ledgers_miss_one_surveyed_parcel_and_name_one_that_is_not_there() -> None:
    expected = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))["lists"]
    unsupplied = {row[1] for row in cells(SAMPLE / "ledger_unsupplied.xlsx")[4:-1]}
    idle = {row[1] for row in cells(SAMPLE / "ledger_idle.xlsx")[4:-1]}
    assert set(expected["unsupplied"]) - unsupplied == {"2023-G-025"}
    assert unsupplied - set(expected["unsupplied"]) == {"2023-G-071"}
    assert idle == set(expected["idle"])


def test_no_step_of_the_story_is_irregular_and_every_event_has_a_parcel(sample: Any) -> None:
    stands = standings(sample, date(2023, 12, 31))
    assert [each.irregular for each in stands.values() if each.irregular] == []
    assert {row["code"] for row in events()} <= {record.plot.code for record in sample.records} - {"2023-G-025"}


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


def test_done_rates_look_like_a_campaign_a_little_behind_its_milestones(sample: Any) -> None:
    rates = [sample.rates[day.isoformat()] for day, _ in PERIODS]
    assert rates == pytest.approx([0.18, 0.46, 0.80, 0.97], abs=0.03)


def test_all_six_measures_two_suspensions_a_partial_supply_and_late_parcels_occur(sample: Any) -> None:
    stands = standings(sample, date(2023, 11, 30))
    used = {catalogue.category_of(record.plot.which, record.plan.measure) for record in sample.records}
    assert set(Category) - {Category.UNDECIDED} <= used
    assert sum(each.suspended for each in stands.values()) == 2
    assert 0 < stands[sample.story.partial].done_area_ha < stands[sample.story.partial].base_area_ha
    deadlines = {record.plot.code: record.plan.deadline for record in sample.records}
    summer = standings(sample, date(2023, 7, 20))
    found = Counter(
        status(each, deadlines[code], None, date(2023, 7, 20), catalogue.warn_days()) for code, each in summer.items()
    )
    assert set(found) >= {Status.DONE, Status.CLOSED, Status.OVERDUE, Status.ON_TIME, Status.SUSPENDED}
    assert 0 < sum(each.confirmed for each in stands.values()) < len(stands)


def test_a_benchmark_of_any_size_has_that_many_distinct_parcels_without_overlaps() -> None:
    plots = lay_many(300, seed=1)
    assert len({plot.code for plot in plots}) == 300
    surfaces = [surface(plot) for plot in plots]
    assert sum(each.area for each in surfaces) == pytest.approx(unary_union(surfaces).area, abs=0.5)

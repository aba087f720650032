"""A package for the monitoring system, imported into an empty campaign: every attribute and vertex is there again."""

from __future__ import annotations

import csv
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from factories import SQUARE, dossier, parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.boundary.layout import in_grid
from anze_idle_land_plugin.exports.monitoring.export import MonitoringOptions, export_monitoring
from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.geodesy.rounding import hectares
from anze_idle_land_plugin.geodesy.zones import transform
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid, Parcel
from anze_idle_land_plugin.model.standing.events import EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.readers.boundary_txt.profiles import profiles
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.reading import Reading, ReadOptions
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import broken_links
from anze_idle_land_plugin.store.ledgers.attaching import attach_ledger
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.own_files import brought, same_land

NOW = datetime(2023, 9, 30, 3, 4, 5, tzinfo=timezone.utc)
DAY = date(2023, 9, 30)
EAST = (38369423.607, 3997612.293)
SURVEYS = {
    ListKind.UNSUPPLIED: (
        parcel(holes=[shifted([(20.123, 80), (20, 20.456), (80, 20)])], code="2023-G-001", name="带洞地块"),
        parcel(shifted(SQUARE, EAST), grid=Grid(38), code="2023-G-002", name="东部〇号地块"),
        parcel(shifted(SQUARE, (613500.123, 4002000.0)), grid=Grid(37, False), code="2023-G-003", name="无带号"),
        parcel(
            shifted(SQUARE, (37615000.0, 4003000.0)),
            code="2023-G-004",
            name="两部分地块",
            more_parts=[shifted([(200, 0), (200, 50), (250, 0)], (37615000.0, 4003000.0))],
        ),
    ),
    ListKind.IDLE: (
        parcel(shifted(SQUARE, (37618000.5, 4005000.25)), code="2023-X-001", name="闲置项目一"),
        parcel(shifted(SQUARE, (38369923.607, 3998612.293)), grid=Grid(38), code="2023-X-002", name="闲置项目二"),
    ),
}
BATCH = {"PCMC": "安泽县二〇一五年第二批次", "NZYPZJG": "山西省人民政府", "NZYPZWH": "晋政地字〔2015〕123号"}
LEDGERS: dict[ListKind, list[dict[str, str]]] = {
    ListKind.UNSUPPLIED: [
        {
            **BATCH,
            **{"TBBH": "2023-G-001", "NZYPZRQ": "2015-6-1", "NZYPZZMJ": "12.3456", "DKMJGQ": "0.8214"},
            **{
                "YGMJ": "0.1000",
                "GHYT": "工矿仓储用地",
                "LYXZ": "ydyh-2023:0601",
                "ZSZT": "12",
                "JDBZ": "是",
                "PEWGYY": "01",
            },
            **{"PEWGYYXQ": "拆迁未完成；补偿不到位", "XHLYFS": "03", "CZCS": "一地一策：挂牌出让", "ZT": "P30"},
            **{"JHWCSJ": "2023-11-30", "ZRDW": "自然资源局", "ZRR": "办公室", "BZ": "含（全角）、标点—…"},
        },
        {**BATCH, "TBBH": "2023-G-002", "NZYPZRQ": "2016-1-2", "DKMJGQ": "1.0000", "XHLYFS": "01", "ZT": "P10"},
        {**BATCH, "TBBH": "2023-G-004", "DKMJGQ": "1.1250", "ZT": "P99"},
    ],
    ListKind.IDLE: [
        {
            **{"XZBH": "2023-X-001", "XMMC": "安泽洁净煤项目", "TDSYZ": "安泰洁净煤公司", "HTBH": "HT-2019-1"},
            **{"DZJGH": "1410262019B00002", "HTQDRQ": "2019-3-1", "GYFS": "挂牌出让", "TDYT": "商业用地"},
            **{"GYMJ": "1.0000", "XZMJ": "0.9500", "CRJK": "456.789", "YDDGSJ": "2020-3-1", "SFDY": "是"},
            **{"XZQSRQ": "2021-3-1", "CZFS": "11", "JHWCSJ": "2023-11-30", "ZRDW": "工信局", "ZT": "X20"},
        },
        {"XZBH": "2023-X-002", "XMMC": "冷链项目", "DZJGH": "1410262019B00003", "YDDGSJ": "2020-4-1", "SFDY": "否"},
    ],
}


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    with open(path, "w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(dict.fromkeys(name for row in rows for name in row)))
        writer.writeheader()
        writer.writerows(rows)
    return path


def empty(path: Path) -> Path:
    create_campaign(path, snapshot().campaign, {})
    return path


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """A campaign of both lists and both zones, with ledgers and a confirmation."""
    folder = tmp_path_factory.mktemp("first")
    path = empty(folder / "一.gpkg")
    with CampaignFile.open(path, update=True) as file:
        for which, surveys in SURVEYS.items():
            reading = Reading(f"{which.value}.txt", "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", surveys, ())
            import_readings(file, which, [reading], started_at=NOW)
            ledger = written(folder / f"{which.zh}.csv", LEDGERS[which])
            attach_ledger(file, which, read_ledger(ledger, which), recorded_at=NOW)
        record(file, [Draft(ListKind.UNSUPPLIED, "2023-G-004", EventKind.CONFIRM, date(2023, 8, 1))], NOW)
    return read_snapshot(path, DAY)


def imported(path: Path, folder: Path, ending: str) -> Snapshot:
    """An empty campaign after importing every file of one kind of a package."""
    with CampaignFile.open(empty(path), update=True) as file:
        for which in ListKind:
            for survey in sorted((folder / which.value).rglob(f"*.{ending}")):
                summary = import_readings(file, which, read_path(survey, ReadOptions()), started_at=NOW)
                assert (summary.rejected, summary.updated) == (0, 0)
        assert broken_links(file) == []
    return read_snapshot(path, DAY)


def from_folders(path: Path, package: Path) -> Snapshot:
    """An empty campaign after importing the whole folder of each list of a package."""
    with CampaignFile.open(empty(path), update=True) as file:
        for which in ListKind:
            import_readings(file, which, read_path(package / which.value, ReadOptions()), started_at=NOW)
    return read_snapshot(path, DAY)


def rings(survey: Parcel) -> list[list[list[tuple[float, float]]]]:
    """Vertices with zone prefix by part and ring, each ring from its least vertex on and in one direction."""
    shift = 0.0 if survey.grid.has_prefix else (survey.grid.zone or 0) * 1e6
    parts = []
    for part in survey.parts:
        parts.append([turned([(round(e + shift, 6), n) for e, n in ring.easting_northing()]) for ring in part.rings()])
    return sorted(parts)


def turned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    start = points.index(min(points))
    forward = points[start:] + points[:start]
    return min(forward, [forward[0], *reversed(forward[1:])])


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
def test_shapefiles_bring_back_every_attribute_and_vertex(first: Snapshot, tmp_path: Path, encoding: str) -> None:
    summary = export_monitoring(first, tmp_path / "包", MonitoringOptions(encoding=encoding))
    assert (summary.exported, summary.refused) == (6, 0)
    again = imported(tmp_path / "二.gpkg", tmp_path / "包", "shp")
    for which in ListKind:
        assert [each.code for each in again.dossiers[which]] == [each.code for each in first.dossiers[which]]
        for one, other in zip(first.dossiers[which], again.dossiers[which]):
            assert catalogue.row_of(other.case) == catalogue.row_of(one.case)
            assert other.survey.grid.zone == one.survey.grid.zone
            assert rings(other.survey) == rings(one.survey)
            assert (other.standing.state, other.standing.confirmed_on) == (
                one.standing.state,
                one.standing.confirmed_on,
            )


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030"])
def test_boundary_files_bring_back_codes_names_and_vertices(first: Snapshot, tmp_path: Path, encoding: str) -> None:
    export_monitoring(first, tmp_path / "包", MonitoringOptions(encoding=encoding))
    again = imported(tmp_path / "二.gpkg", tmp_path / "包", "txt")
    for which in ListKind:
        for one, other in zip(first.dossiers[which], again.dossiers[which]):
            assert (other.code, other.survey.name, other.survey.grid.zone) == (
                one.code,
                one.survey.name,
                one.survey.grid.zone,
            )
            assert rings(other.survey) == rings(one.survey)


def test_the_same_package_again_changes_nothing(first: Snapshot, tmp_path: Path) -> None:
    export_monitoring(first, tmp_path / "包", MonitoringOptions())
    path = tmp_path / "二.gpkg"
    imported(path, tmp_path / "包", "shp")
    with CampaignFile.open(path, update=True) as file:
        events = file.query("SELECT COUNT(*) FROM event")
        for survey in sorted((tmp_path / "包").rglob("*.shp")):
            summary = import_readings(file, ListKind(survey.parent.name), read_path(survey, ReadOptions()))
            assert (summary.imported, summary.updated) == (0, 0)
        assert file.query("SELECT COUNT(*) FROM event") == events


def test_a_whole_folder_brings_points_from_the_boundary_files_and_facts_from_the_shapefiles(
    first: Snapshot, tmp_path: Path
) -> None:
    export_monitoring(first, tmp_path / "包", MonitoringOptions())
    again = from_folders(tmp_path / "二.gpkg", tmp_path / "包")
    for which in ListKind:
        assert len(again.dossiers[which]) == len(first.dossiers[which])
        for one, other in zip(first.dossiers[which], again.dossiers[which]):
            assert catalogue.row_of(other.case) == catalogue.row_of(one.case)
            assert rings(other.survey) == rings(one.survey)
            assert other.survey.parts[0].outer.names == one.survey.parts[0].outer.names


@pytest.mark.parametrize("crs", ["source", "campaign", "EPSG:4526", "EPSG:4547", "EPSG:4490"])
def test_the_folder_of_a_package_in_any_zone_brings_every_parcel_once(
    first: Snapshot, tmp_path: Path, crs: str
) -> None:
    summary = export_monitoring(first, tmp_path / "包", MonitoringOptions(crs=crs))
    assert (summary.exported, summary.refused) == (6, 0)
    path = empty(tmp_path / "二.gpkg")
    readings = list(read_path(tmp_path / "包", ReadOptions()))
    with CampaignFile.open(path, update=True) as file:
        for which in ListKind:
            others = [reading.file for reading in readings if reading.of_list != which.value]
            rejects = import_readings(file, which, readings, started_at=NOW).rejects
            assert [each.file for each in rejects] == others, [each.message for each in rejects]
            assert {each.message.code for each in rejects} == {"other_list"}
    again = read_snapshot(path, DAY)
    for which in ListKind:
        assert [each.code for each in again.dossiers[which]] == [each.code for each in first.dossiers[which]]
        for one, other in zip(first.dossiers[which], again.dossiers[which]):
            facts, known = catalogue.row_of(other.case), catalogue.row_of(one.case)
            assert {code for code in known if facts[code] != known[code]} <= {"DKMJ", "ZDH"}
            assert same_land(one.survey, other.survey)
            assert other.survey.parts[0].outer.names == one.survey.parts[0].outer.names


@pytest.mark.parametrize("profile", list(dict.fromkeys(each.id for each in profiles())))
def test_the_folder_of_a_package_in_any_dialect_brings_every_parcel_once_in_its_own_zone(
    first: Snapshot, tmp_path: Path, profile: str
) -> None:
    """Also where the boundary files name no plot numbers, or hold degrees that were computed."""
    export_monitoring(first, tmp_path / "包", MonitoringOptions(profile=profile))
    again = from_folders(tmp_path / "二.gpkg", tmp_path / "包")
    for which in ListKind:
        assert [each.code for each in again.dossiers[which]] == [each.code for each in first.dossiers[which]]
        for one, other in zip(first.dossiers[which], again.dossiers[which]):
            assert catalogue.row_of(other.case) == catalogue.row_of(one.case)
            assert rings(other.survey) == rings(one.survey)


def test_the_boundary_files_follow_into_the_zone_of_the_shapefile(first: Snapshot, tmp_path: Path) -> None:
    export_monitoring(first, tmp_path, MonitoringOptions(crs="campaign"))
    text = (tmp_path / "unsupplied" / "txt" / "2023-G-002.txt").read_text("utf-8")
    (east,) = (each for each in first.dossiers[ListKind.UNSUPPLIED] if each.code == "2023-G-002")
    assert "带号=37" in text and "38369423.607" not in text
    assert f",{hectares(plane_area(east.survey))}," in text, "the area stays that of the survey's zone"
    for point, (x, y) in zip(
        [line.split(",")[2:4] for line in text.splitlines() if line.startswith("J")],
        transform(east.survey.parts[0].outer.easting_northing(), 4526, 4525),
    ):
        assert point == [f"{y:.3f}", f"{x:.3f}"]
    with open(tmp_path / "manifest.csv", encoding="utf-8-sig", newline="") as handle:
        assert {row["crs"] for row in csv.DictReader(handle)} == {"EPSG:4525", ""}


def test_degrees_are_exported_in_the_zone_of_the_campaign(tmp_path: Path) -> None:
    survey = in_grid(parcel(code="2023-G-009"), Grid(None, False))
    whole = snapshot([dossier(survey=survey)])
    assert export_monitoring(whole, tmp_path / "原", MonitoringOptions()).refused == 1
    assert export_monitoring(whole, tmp_path / "带", MonitoringOptions(crs="campaign")).exported == 1
    (reading,) = read_path(tmp_path / "带" / "unsupplied" / "txt", ReadOptions())
    assert same_land(reading.parcels[0], survey)


def test_a_package_taken_back_into_the_campaign_it_came_from_changes_nothing(first: Snapshot, tmp_path: Path) -> None:
    export_monitoring(first, tmp_path / "包", MonitoringOptions())
    path = tmp_path / "二.gpkg"
    imported(path, tmp_path / "包", "shp")
    with CampaignFile.open(path, update=True) as file:
        for survey in sorted((tmp_path / "包").rglob("*.shp")):
            again = import_readings(file, ListKind(survey.parent.name), read_path(survey, ReadOptions()))
            assert (again.imported, again.updated) == (0, 0)


def test_an_area_settled_on_no_day_is_named_and_counts_in_no_year() -> None:
    attributes = {"TBBH": "2023-G-001", "DKMJ": "1", "ZT": "P50", "WCMJ": "0.5", "XTQR": "N", "XHBZ": "N", "SFYJ": "N"}
    found = brought(ListKind.UNSUPPLIED, "2023-G-001", attributes, "a.shp", DAY)
    assert found is not None
    assert [each.code for each in found.notes] == ["settled_there"]
    assert [each.transition for each in found.events] == [""]
    day_given = brought(ListKind.UNSUPPLIED, "2023-G-001", {**attributes, "WCSJ": "2023-06-20"}, "a.shp", DAY)
    assert day_given is not None and not day_given.notes
    (settled,) = [each for each in day_given.events if each.transition]
    assert (settled.effective_on, settled.area_ha) == (date(2023, 6, 20), 0.5)

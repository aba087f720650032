"""A campaign of another county runs from creation to board without a word of the county the shipped tables describe."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Callable

import fiona
import pytest
from every_output import make_every_output
from openpyxl import load_workbook
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingFeedback, QgsProject, QgsVectorLayer
from words_of import words_below, words_of

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.model.units import Town
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

Run = Callable[..., dict[str, Any]]
DATA = Path(__file__).resolve().parents[1] / "data" / "other_county"
DAY = date(2024, 9, 30)
HOME = re.compile("安泽|安政办|安自然|府城|和川|唐城|冀氏|良马|马壁|马必|杜村|临汾|山西|141026|Anze")
"""What only the county of the sample is called. The plugin's own name is anze_idle_land_plugin, its ids anze:."""


@pytest.fixture(scope="module")
def made(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole campaign of the other county and everything it gives out."""
    folder = tmp_path_factory.mktemp("青禾")
    campaign = str(folder / "campaign.gpkg")
    layers = {name: str(DATA / f"{name.lower()}.geojson") for name in ("COUNTY", "TOWNS", "ZONE", "RIVERS", "PLACES")}
    name = "青禾市2024年清理行动"
    settings = str(DATA / "设置.xlsx")
    run("createcampaign", NAME=name, YEAR=2024, CRS="EPSG:4527", **layers, SETTINGS=settings, OUTPUT=campaign)
    for which, ledger, count in (("unsupplied", "批而未供台账.xlsx", 5), ("idle", "闲置土地台账.xlsx", 3)):
        given = {"CAMPAIGN": campaign, "LIST": which}
        rejects = str(folder / f"{which}_rejects.csv")
        assert run("importparcels", **given, INPUT=str(DATA / which), REJECTS=rejects)["IMPORTED"] == count
        report = str(folder / f"{which}_ledger.xlsx")
        attached = run("attachledger", **given, INPUT=str(DATA / ledger), REPORT=report)
        assert (attached["MATCHED"], attached["UNMATCHED_PARCELS"]) == (count, 0)
    step = {"CAMPAIGN": campaign, "LIST": "unsupplied", "PARCELS": "2024-G-105"}
    assert run("changestate", **step, TRANSITION="TP06", DATE="2024-05-08", DEPARTMENT="小河镇")["CHANGED"] == 1
    make_every_output(run, Path(campaign), folder / "out", DAY.isoformat())
    run("rollover", CAMPAIGN=campaign, YEAR=2025, OUTPUT=str(folder / "next.gpkg"))
    return folder


@pytest.fixture(scope="module")
def told(made: Path) -> Snapshot:
    return read_snapshot(made / "campaign.gpkg", DAY)


def test_nothing_that_is_given_out_says_a_word_of_the_other_county(made: Path) -> None:
    words = words_below(made)
    assert len(words) > 40, "sheets, lists, reports, notices, maps and exchange files"
    found = {name: sorted(set(HOME.findall(text))) for name, text in words.items() if HOME.search(text)}
    assert found == {}


def test_the_look_into_files_finds_a_word_of_each_format(made: Path) -> None:
    """That nothing is found above is no blindness: each format gives up a word that stands in it."""
    out = made / "out"
    formats = ("清单.xlsx", "总结.docx", "看板.html", "挂图.pdf", "检查.xlsx", "进度.xlsx")
    assert all("青禾市" in words_of(out / name) for name in formats)
    assert "青禾市" in words_of(made / "campaign.gpkg")
    assert any("339981" in words_of(each) for each in out.rglob("*.dbf"))
    assert any("青禾市" in words_of(each) for each in (out / "canonical").rglob("*.txt"))


def test_county_towns_zone_and_departments_are_those_it_was_given(told: Snapshot) -> None:
    campaign = told.campaign
    assert (campaign.county_code, campaign.county_name) == ("339981", "青禾市")
    assert (campaign.plan_document, campaign.starts_on) == ("青政办发〔2024〕7号", date(2024, 3, 1))
    assert [(town.code9, town.name) for town in campaign.units.towns] == [
        ("339981101", "云岭镇"), ("339981102", "石桥镇"), ("339981103", "小河镇"), ("339981104", "高塘镇")
    ]  # fmt: skip
    assert campaign.units.zone_name == "青禾高新技术产业开发区"
    assert len(campaign.units.departments) == 7
    assert (told.milestones[0].by_date, told.milestones[0].rate) == (date(2024, 6, 30), 0.4)


def test_parcels_carry_the_code_the_towns_and_the_zone_of_their_own_county(told: Snapshot) -> None:
    cases = {each.code: each.case for each in told.all_dossiers()}
    assert {case.county_code for case in cases.values()} == {"339981"}
    assert cases["2024-G-101"].town_name == "云岭镇", "the ledger says 云山乡"
    assert cases["2024-G-105"].town_name == "小河镇", "the ledger says 小河"
    assert {code for code, case in cases.items() if case.in_zone == "Y"} == {"2024-G-104", "2024-X-201"}


def test_one_office_under_several_names_is_one_in_lists_and_counts(made: Path) -> None:
    rows = load_workbook(made / "out" / "清单.xlsx")["责任清单"].iter_rows(values_only=True)
    lines = [row for row in rows if str(row[1]).startswith("2024-")]
    duties = {str(row[1]): (row[3], row[7]) for row in lines}
    assert duties["2024-G-104"] == ("青禾高新区管委会", "牵头高新区内清理")
    assert duties["2024-X-201"] == ("经济和信息化局", "督促企业动工")
    assert duties["2024-G-103"][0] == duties["2024-X-202"][0] == "自然资源和规划局"
    assert {row[2] for row in lines} == {"市政府副市长"}


def test_papers_are_of_the_bureau_and_the_plan_of_the_county(made: Path) -> None:
    out = made / "out"
    assert "制图 青禾市自然资源和规划局" in words_of(out / "挂图.pdf")
    assert "青政办发〔2024〕7号" in words_of(out / "检查.xlsx") and "青政办发〔2024〕7号" in words_of(out / "总结.docx")
    assert "由自然资源和规划局督促" in words_of(out / "期限.csv"), "the ledger says ZR"


def test_the_checks_know_the_towns_and_codes_of_the_county(made: Path, run: Run) -> None:
    rules = "C03,L02,L05,L06,T04,T08"
    found = run("checkcampaign", CAMPAIGN=str(made / "campaign.gpkg"), RULES=rules, AS_OF=DAY.isoformat())
    assert (found["ERRORS"], found["WARNINGS"]) == (0, 0)


def test_the_shapefiles_are_in_the_zone_and_say_the_code_of_the_county(made: Path) -> None:
    files = sorted((made / "out" / "报送").rglob("*.shp"))
    assert files
    for file in files:
        with fiona.open(file) as layer:
            assert {row["properties"]["XZQDM"] for row in layer} == {"339981"}
            assert 39_500_000 < layer.bounds[0] < layer.bounds[2] < 39_540_000


def test_the_next_year_keeps_the_county(made: Path, told: Snapshot) -> None:
    later = read_snapshot(made / "next.gpkg", date(2025, 1, 1))
    assert later.campaign.units == told.campaign.units
    assert later.milestones == (), "no plan of the next year has been entered"


def test_a_county_in_another_zone_than_the_campaigns_is_said(run: Run, tmp_path: Path) -> None:
    county, feedback = str(DATA / "county.geojson"), QgsProcessingFeedback()
    heard: list[str] = []
    feedback.pushWarning = heard.append
    for crs in ("EPSG:4525", "EPSG:4527"):
        path = str(tmp_path / f"{crs[5:]}.gpkg")
        run("createcampaign", feedback, NAME="行动", YEAR=2024, CRS=crs, COUNTY=county, OUTPUT=path)
    (said,) = (each for each in heard if "EPSG:4527" in each)
    assert "39" in said and "37" in said and "EPSG:4527" in said


def test_codes_kept_as_numbers_and_heads_in_any_case_are_read(run: Run, tmp_path: Path) -> None:
    towns = QgsVectorLayer(
        "Polygon?crs=EPSG:4527&field=Xzqmc:string&field=XZQDM:double&field=别名:string", "towns", "memory"
    )
    outline = "POLYGON((39510000 3490000,39520000 3490000,39520000 3500000,39510000 3490000))"
    for name, code in (("云岭镇", 339981101000.0), ("石桥镇", 339981102000.0)):
        feature = QgsFeature(towns.fields())
        feature.setAttributes([name, code, None])
        feature.setGeometry(QgsGeometry.fromWkt(outline))
        towns.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(towns, False)
    path = str(tmp_path / "a.gpkg")
    run("createcampaign", NAME="行动", YEAR=2024, CRS="EPSG:4527", TOWNS=towns, OUTPUT=path)
    campaign = read_snapshot(path, DAY).campaign
    assert campaign.county_code == "339981"
    assert campaign.units.towns == (Town("339981101", "云岭镇"), Town("339981102", "石桥镇"))
    QgsProject.instance().removeMapLayer(towns.id())


def test_without_layers_or_settings_a_campaign_is_of_no_county(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "a.gpkg")
    run("createcampaign", NAME="某地2024年清理行动", YEAR=2024, CRS="EPSG:4527", OUTPUT=path)
    campaign = read_snapshot(path, DAY).campaign
    assert (campaign.county_code, campaign.county_name) == ("", "") and campaign.units.towns == ()
    assert not HOME.search(words_of(Path(path)))


def test_the_county_of_the_shipped_tables_is_known_by_its_code_alone(run: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "a.gpkg")
    county = str(catalogue.RESOURCES / "sample" / "context" / "county.geojson")
    run("createcampaign", NAME="行动", YEAR=2023, COUNTY=county, OUTPUT=path)
    assert read_snapshot(path, DAY).campaign.units == catalogue.shipped_units()

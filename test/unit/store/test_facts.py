"""What a survey file declares of a parcel's area reaches the ledger in its unit, apart from the surveyed area."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import fiona
import pytest
from factories import parcel, shifted, snapshot
from openpyxl import Workbook
from shapely.geometry import Polygon, mapping

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Grid, Parcel
from anze_idle_land_plugin.readers.files import read_file
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.facts import facts_of
from anze_idle_land_plugin.store.surveying.importing import import_readings

FIELD = {ListKind.UNSUPPLIED: "DKMJGQ", ListKind.IDLE: "GYMJ"}
CORNERS = shifted([(0.0, 100.0), (57.0, 100.0), (57.0, 0.0), (0.0, 0.0)])
"""5700 m²: 0.57 公顷, 8.55 亩."""
MEANT = [
    ("0.5717", 0.5717),
    ("0.5717公顷", 0.5717),
    ("5716.5", 0.5717),  # 0.57165, half up: the float 0.5716499... would fall
    ("5716.5㎡", 0.5717),
    ("5716.5 m²", 0.5717),
    ("8.57475", 0.5717),
    ("8.57475亩", 0.5717),
    ("0.9", 0.9),  # another area than the geometry's, and 公顷 beyond doubt
]
"""What is written, and the hectares it means."""


def declaring(text: str, head: str = "area", grid: Grid = Grid(37, True)) -> Parcel:
    return replace(parcel(CORNERS, grid=grid), attributes={head: text})


@pytest.mark.parametrize(("written", "hectares"), MEANT)
@pytest.mark.parametrize("which", ListKind, ids=lambda which: which.value)
def test_a_declared_area_is_read_in_the_unit_it_is_meant_in(which: ListKind, written: str, hectares: float) -> None:
    facts = facts_of(which, declaring(written))
    assert (facts.values, facts.problems) == ({FIELD[which]: hectares}, ())


@pytest.mark.parametrize("head", ["area", "面积", "总面积"])
def test_a_number_that_fits_no_unit_is_not_taken_and_said(head: str) -> None:
    facts = facts_of(ListKind.UNSUPPLIED, declaring("4000", head))
    assert facts.values == {}
    assert "fits none" in facts.problems[0].text() and "5700.00" in facts.problems[0].text()


@pytest.mark.parametrize("written", ["0", "0.0000", "", "/"])
def test_no_area_declared_is_no_area(written: str) -> None:
    facts = facts_of(ListKind.UNSUPPLIED, declaring(written))
    assert (facts.values, facts.problems) == ({}, ())


@pytest.mark.parametrize("written", ["一号地块", "0.0057km2", "5716.5万元"])
def test_what_is_no_area_is_said(written: str) -> None:
    facts = facts_of(ListKind.UNSUPPLIED, declaring(written))
    assert facts.values == {} and len(facts.problems) == 1


def test_a_head_that_names_its_unit_is_believed_against_the_geometry() -> None:
    for head, written in (("区块面积(平方米)", "9000"), ("面积（亩）", "13.5"), ("DKMJGQ", "0.9")):
        assert facts_of(ListKind.UNSUPPLIED, declaring(written, head)).values == {"DKMJGQ": 0.9}, head
    unclear = facts_of(ListKind.UNSUPPLIED, declaring("5716.5", "地块面积（平方米）（公顷）"))
    assert unclear.values == {} and len(unclear.problems) == 1


def test_without_a_plane_survey_the_rule_of_the_format_holds() -> None:
    facts = facts_of(ListKind.UNSUPPLIED, declaring("0.5717", grid=Grid(None, False)))
    assert facts.values == {"DKMJGQ": 0.5717}


def boundary_txt(folder: Path, written: str) -> Path:
    rows = "".join(f"J{n},1,{north:.3f},{east:.3f}\n" for n, (east, north) in enumerate([*CORNERS, CORNERS[0]], 1))
    header = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=37\n"
    path = folder / "地块.txt"
    path.write_text(f"{header}[地块坐标]\n5,{written},2023-001,示例,面,,,,@\n{rows}", encoding="utf-8")
    return path


def shapefile(folder: Path, written: str) -> Path:
    schema = {"geometry": "Polygon", "properties": {"DKBH": "str:24", "area": "str:20"}}
    path = folder / "地块.shp"
    with fiona.open(path, "w", driver="ESRI Shapefile", schema=schema, crs="EPSG:4525", encoding="utf-8") as target:
        properties = {"DKBH": "2023-001", "area": written}
        target.write({"geometry": mapping(Polygon(CORNERS)), "properties": properties})
    return path


def point_table(folder: Path, written: str) -> Path:
    book = Workbook()
    for row in (["宗地号：2023-001"], [f"宗地面积：{written}"], ["点号", "X坐标(m)", "Y坐标(m)"]):
        book.active.append(row)
    for n, (east, north) in enumerate(CORNERS, 1):
        book.active.append([f"J{n}", north, east])
    book.save(folder / "地块.xlsx")
    return folder / "地块.xlsx"


@pytest.mark.parametrize(("written", "hectares"), MEANT[:-1])
@pytest.mark.parametrize("written_to", [boundary_txt, shapefile, point_table])
def test_declared_and_surveyed_area_are_kept_apart_in_the_campaign(
    written_to: object, written: str, hectares: float, tmp_path: Path
) -> None:
    campaign = tmp_path / "campaign.gpkg"
    create_campaign(campaign, snapshot().campaign, {})
    file = written_to(tmp_path, written)  # type: ignore[operator]
    with CampaignFile.open(campaign, update=True) as opened:
        import_readings(opened, ListKind.UNSUPPLIED, [read_file(file, ReadOptions())])
        assert opened.query("SELECT DKMJGQ, DKMJ, GYMJ FROM unsupplied_parcel") == [(hectares, 5700.0, None)]
        assert opened.query("SELECT ROUND(area_m2, 4) FROM parcel_version") == [(5700.0,)]

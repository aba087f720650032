"""anze:unsuppliedremainder on real layers, alone and beside a campaign."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest
from boundary_texts import SQUARE_TXT
from openpyxl import load_workbook
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)

from anze_idle_land_plugin.geodesy.zones import transform

E0, N0 = 37612000, 4002000


def square(west: float, south: float, east: float, north: float) -> str:
    points = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return f"POLYGON(({', '.join(f'{E0 + x} {N0 + y}' for x, y in points)}))"


def layer(*rows: tuple[str, dict[str, Any]], crs: str = "EPSG:4525", fields: str = "") -> QgsVectorLayer:
    made = QgsVectorLayer(f"Polygon?crs={crs}{fields}", "layer", "memory")
    for wkt, values in rows:
        feature = QgsFeature(made.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        for name, value in values.items():
            feature[name] = value
        made.dataProvider().addFeature(feature)
    return made


CODE = "&field=TBBH:string(24)&field=NZYPZWH:string(60)&field=ZDH:integer"
SOLD = "&field=DZJGH:string(20)"


def pieces(path: object) -> list[QgsFeature]:
    written = QgsVectorLayer(str(path), "pieces", "ogr")
    assert written.isValid()
    return list(written.getFeatures())


def test_each_piece_tells_its_approval_and_what_was_cut(run: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    approved = layer((square(0, 0, 100, 100), {"TBBH": "2023-G-001", "NZYPZWH": "晋政地字〔2015〕1号"}), fields=CODE)
    supplied = layer((square(40, 0, 60, 100), {"DZJGH": "1410262023B00001"}), fields=SOLD)
    results = run("unsuppliedremainder", APPROVED=approved, SUPPLIED=supplied, OUTPUT=str(tmp_path / "rest.gpkg"))
    assert (results["PIECES"], results["AREA_M2"], results["DISAGREEING"]) == (2, 8000.0, 0)
    rows = pieces(results["OUTPUT"])
    assert [(row["TBBH"], row["piece"], row["area_m2"], row["zone"]) for row in rows] == [
        ("2023-G-001", 1, 4000.0, 37),
        ("2023-G-001", 2, 4000.0, 37),
    ]
    assert rows[0]["history"] == "供应 1410262023B00001 2000.00㎡"


def test_slivers_are_counted_and_the_limits_are_parameters(run: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    approved, supplied = layer((square(0, 0, 100, 100), {})), layer((square(0.3, 0, 100, 100), {}))
    given = {"APPROVED": approved, "SUPPLIED": supplied, "OUTPUT": str(tmp_path / "rest.gpkg")}
    results = run("unsuppliedremainder", **given)
    assert (results["PIECES"], results["SLIVERS"], results["SLIVER_M2"]) == (0, 1, 30.0)
    assert run("unsuppliedremainder", **given, MIN_WIDTH=0.2)["PIECES"] == 1
    assert run("unsuppliedremainder", **given, MIN_WIDTH=0.2, MIN_AREA=31)["PIECES"] == 0


ZONE_38 = [(38369400, 3997600), (38369500, 3997600), (38369500, 3997700), (38369400, 3997700), (38369400, 3997600)]


@pytest.mark.parametrize(("crs", "zone"), [(4526, None), (4525, 38), (4490, None), (4525, None)])
def test_land_is_measured_in_the_zone_it_was_surveyed_in(
    run: Callable[..., dict[str, Any]], tmp_path: Path, crs: int, zone: int | None
) -> None:
    points = ", ".join(f"{x:.12f} {y:.12f}" for x, y in transform(ZONE_38, 4526, crs))
    approved = layer((f"POLYGON(({points}))", {"ZDH": zone}), crs=f"EPSG:{crs}", fields=CODE)
    results = run("unsuppliedremainder", APPROVED=approved, SUPPLIED=layer(), OUTPUT=str(tmp_path / "rest.gpkg"))
    in_its_own = (crs, zone) != (4525, None)
    assert (abs(results["AREA_M2"] - 10000) < 0.002) == in_its_own


def test_another_datum_is_refused_and_not_guessed(run: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="2361"):
        run(
            "unsuppliedremainder",
            APPROVED=layer((square(0, 0, 1, 1), {}), crs="EPSG:2361"),
            SUPPLIED=layer(),
            OUTPUT=str(tmp_path / "rest.gpkg"),
        )


def test_a_shape_that_crosses_itself_is_left_out_and_counted(
    run: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    bow = f"POLYGON(({E0} {N0}, {E0 + 50} {N0 + 50}, {E0 + 50} {N0}, {E0} {N0 + 30}, {E0} {N0}))"
    approved = layer((bow, {}), (square(200, 0, 300, 100), {}))
    results = run("unsuppliedremainder", APPROVED=approved, SUPPLIED=layer(), OUTPUT=str(tmp_path / "rest.gpkg"))
    assert (results["PIECES"], results["FAULTY"]) == (1, 1)


@pytest.fixture
def campaign(run: Callable[..., dict[str, Any]], tmp_path: Path) -> str:
    path, survey = str(tmp_path / "campaign.gpkg"), tmp_path / "界址点.txt"
    survey.write_text(SQUARE_TXT, encoding="gbk")
    run("createcampaign", NAME="测试", YEAR=2023, OUTPUT=path)
    run("importparcels", CAMPAIGN=path, INPUT=str(survey), LIST="unsupplied")
    ledger = tmp_path / "台账.csv"
    ledger.write_text(
        "地块编号,批准文号,地块面积（公顷）,已供面积（公顷）\n2023-G-001,晋政地字〔2015〕1号,1.0000,0.4000\n",
        encoding="utf-8",
    )
    run("attachledger", CAMPAIGN=path, INPUT=str(ledger), LIST="unsupplied")
    return path


@pytest.mark.parametrize(("sold_to", "disagreeing"), [(40, 0), (50, 1)])
@pytest.mark.parametrize("known_by", ["TBBH", "NZYPZWH"])
def test_the_remainder_agrees_with_the_ledger_or_says_by_how_much_not(
    run: Callable[..., dict[str, Any]], tmp_path: Path, campaign: str, known_by: str, sold_to: int, disagreeing: int
) -> None:
    name = {"TBBH": "2023-G-001", "NZYPZWH": "晋政地字〔2015〕1号"}[known_by]
    results = run(
        "unsuppliedremainder",
        APPROVED=layer((square(0, 0, 100, 100), {known_by: name}), fields=CODE),
        SUPPLIED=layer((square(0, 0, sold_to, 100), {"DZJGH": "1410262023B00001"}), fields=SOLD),
        CAMPAIGN=campaign,
        OUTPUT=str(tmp_path / "rest.gpkg"),
        REPORT=str(tmp_path / "rest.xlsx"),
    )
    assert results["DISAGREEING"] == disagreeing
    (row,) = load_workbook(tmp_path / "rest.xlsx")["批而未供剩余"].iter_rows(min_row=4, max_row=4, values_only=True)
    assert (row[1], row[8], row[9]) == ("2023-G-001", 6000.0, -1000.0 * disagreeing)
    assert ("不一致" in row[11]) == bool(disagreeing)


def test_land_of_the_ledger_that_no_approval_covers_is_listed(
    run: Callable[..., dict[str, Any]], tmp_path: Path, campaign: str
) -> None:
    run(
        "unsuppliedremainder",
        APPROVED=layer((square(500, 0, 600, 100), {"TBBH": "elsewhere"}), fields=CODE),
        SUPPLIED=layer(),
        CAMPAIGN=campaign,
        OUTPUT=str(tmp_path / "rest.gpkg"),
        REPORT=str(tmp_path / "rest.xlsx"),
    )
    (row,) = load_workbook(tmp_path / "rest.xlsx")["图层中没有"].iter_rows(min_row=4, max_row=4, values_only=True)
    assert (row[0], row[3]) == ("2023-G-001", 6000.0)

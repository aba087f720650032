"""Finding 22: the outline of a withdrawn part comes with the step, as WKT, points, file or layer, and is checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shapely.wkb
from factories import parcel, shifted, snapshot
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from trial.playing import Refused, running

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

WEST, SOUTH = 37612000.0, 4002000.0
CODE, NUMBER = "PW02", "晋政地撤〔2023〕5号"


def box(width: float, height: float) -> str:
    """A rectangle at the south-west corner of the parcel, as WKT."""
    corners = [(0, 0), (0, height), (width, height), (width, 0), (0, 0)]
    return f"POLYGON(({', '.join(f'{WEST + x} {SOUTH + y}' for x, y in corners)}))"


FITS = box(50.0, 100.0)
"""5000 m²: half a hectare."""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """3.2 ha, about to be withdrawn in part."""
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    square = shifted([(0.0, 200.0), (160.0, 200.0), (160.0, 0.0), (0.0, 0.0)], (WEST, SOUTH))
    reading = Reading("x.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (parcel(square, code=CODE),), ())
    with CampaignFile.open(path, update=True) as file:
        import_readings(file, ListKind.UNSUPPLIED, [reading])
    step(path, "P60", "2023-05-10", OVERRIDE="补录", DOCUMENT="1号")
    return path


def step(path: Path, transition: str, day: str, **more: Any) -> None:
    common = {"CAMPAIGN": str(path), "LIST": "unsupplied", "PARCELS": CODE, "DOCUMENT": NUMBER}
    running()("changestate", **{**common, "TRANSITION": transition, "DATE": day, **more})


def withdraw(path: Path, outline: str, area: float = 0.5) -> None:
    step(path, "TP17", "2023-08-15", AREA=area, OUTLINE=outline)


def drawn(path: Path) -> list[Any]:
    with CampaignFile.open(path) as file:
        return [shapely.wkb.loads(row.wkb) for row in file.rows("SELECT * FROM withdrawal_parcel") if row.wkb]


def as_points() -> str:
    return "\n".join(
        f"J{n},{SOUTH + y},{WEST + x}" for n, (x, y) in enumerate([(0, 0), (0, 100), (50, 100), (50, 0)], 1)
    )


@pytest.mark.parametrize("given", ["wkt", "points", "file", "layer"])
def test_finding_22_the_outline_is_kept_with_the_withdrawal(campaign: Path, tmp_path: Path, given: str) -> None:
    outline = FITS
    if given in ("file", "layer"):
        layer = QgsVectorLayer("Polygon?crs=EPSG:4525", "撤回范围", "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(FITS))
        layer.dataProvider().addFeatures([feature])
        QgsProject.instance().addMapLayer(layer)
        outline = layer.id()
    if given == "points":
        outline = as_points()
    if given == "file":
        outline = str(tmp_path / "part.txt")
        Path(outline).write_text(as_points(), encoding="utf-8")
    withdraw(campaign, outline)
    (shape,) = drawn(campaign)
    assert shape.area == pytest.approx(5000.0, abs=0.01)
    assert shape.bounds == pytest.approx((WEST, SOUTH, WEST + 50, SOUTH + 100), abs=0.001)
    step(campaign, "TP18", "2023-08-25")
    assert [each.area for each in drawn(campaign)] == [pytest.approx(5000.0, abs=0.01)]  # later steps leave it


@pytest.mark.parametrize(
    ("outline", "words"),
    [(box(50.0, 250.0), "beyond it"), (box(60.0, 100.0), "0.6000 ha"), ("POLYGON EMPTY", "give 0 parcels")],
    ids=["reaches outside", "another area", "no polygon"],
)
def test_finding_22_an_outline_that_does_not_fit_is_refused_and_nothing_changes(
    campaign: Path, outline: str, words: str
) -> None:
    area = 1.25 if "beyond" in words else 0.5
    with pytest.raises(Refused, match=words):
        withdraw(campaign, outline, area)
    assert drawn(campaign) == []
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM event WHERE \"transition\" = 'TP17'") == [(0,)]


def test_finding_22_an_outline_of_a_step_that_withdraws_nothing_is_refused(campaign: Path) -> None:
    with pytest.raises(Refused, match="withdraws nothing"):
        step(campaign, "TP26", "2023-08-15", OUTLINE=FITS)

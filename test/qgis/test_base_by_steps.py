"""The county's case by the public steps alone: 1.0 of 1.5 ha supplied is two thirds done; a wrong base is corrected."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Callable

import pytest
from qgis.core import QgsProcessingFeedback

BOUNDARY = """[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=37
精度=0.001
[地块坐标]
5,1.0,G-1,示例,面,,,,@
J1,1,4002100.000,37612000.000
J2,1,4002100.000,37612100.000
J3,1,4002000.000,37612100.000
J4,1,4002000.000,37612000.000
J1,1,4002100.000,37612000.000
"""
FACTS = {"DKMJGQ": "1.5", "NZYPZRQ": "2022-03-01", "JHWCSJ": "2023-10-31", "JDBZ": "Y", "LYXZ": "乔木林地"}
CONTRACT = {"HTBH": "C1", "HTQDRQ": "2023-07-01", "GYFS": "21", "GYMJ": "1.0"}
STEPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("TP03", "2023-05-20", {}),
    ("TP09", "2023-06-01", {}),
    ("TP10", "2023-07-01", CONTRACT),
    ("TP11", "2023-07-02", {"DZJGH": "1410262023B00001"}),
)
Run = Callable[..., dict[str, Any]]


class Listening(QgsProcessingFeedback):
    """Keeps the warnings."""

    def __init__(self) -> None:
        super().__init__()
        self.warnings: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


@pytest.fixture
def campaign(run: Run, tmp_path: Path) -> str:
    survey, path = tmp_path / "a.txt", str(tmp_path / "c.gpkg")
    survey.write_text(BOUNDARY, encoding="utf-8")
    run("createcampaign", NAME="试验", YEAR=2023, OUTPUT=path)
    run("importparcels", CAMPAIGN=path, INPUT=str(survey), LIST="unsupplied")
    parcel = {"CAMPAIGN": path, "LIST": "unsupplied", "PARCELS": "G-1"}
    for field, value in FACTS.items():
        run("recordfact", **parcel, DATE="2023-05-10", FIELD=field, VALUE=value)
    for step, day, facts in STEPS:
        run("changestate", **parcel, TRANSITION=step, DATE=day, DOCUMENT="1号", FACTS=json.dumps(facts))
    return path


def total(run: Run, campaign: str, day: str) -> dict[str, Any]:
    file = Path(campaign).with_name("progress.json")
    run("progress", CAMPAIGN=campaign, LIST="unsupplied", AS_OF=day, JSON=str(file))
    figures: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["total"]
    return figures


def baseline(campaign: str) -> tuple[int, str, float]:
    """Number, day and area of the only one there is, read without the plugin."""
    with closing(sqlite3.connect(campaign)) as file:
        ((number, day, area),) = file.execute(
            "SELECT id, effective_on, area_ha FROM event WHERE kind = 'baseline' AND field = 'ZT'"
        )
    return number, day, area


def test_the_parcel_is_two_thirds_done_and_open(run: Run, campaign: str) -> None:
    assert baseline(campaign)[1:] == ("2023-05-10", 1.5)
    shown = total(run, campaign, "2023-09-30")
    assert (shown["base_area_ha"], shown["done"]["numerator"]) == (1.5, 1.0)
    assert shown["done"]["value"] == pytest.approx(2 / 3)
    assert (shown["parcels"]["numerator"], shown["parcels"]["denominator"]) == (0, 1)
    assert total(run, campaign, "2023-06-15")["base_area_ha"] == 1.5


def test_a_document_that_comes_later_is_answered_and_a_correction_moves_the_base(run: Run, campaign: str) -> None:
    heard = Listening()
    later = {"CAMPAIGN": campaign, "LIST": "unsupplied", "PARCELS": "G-1", "DATE": "2023-08-01"}
    run("recordfact", heard, **later, FIELD="DKMJGQ", VALUE="1.6")
    number = baseline(campaign)[0]
    assert any(f"correct event {number}" in each and "1.6000" in each for each in heard.warnings)
    assert total(run, campaign, "2023-09-30")["base_area_ha"] == 1.5
    run("correctevent", CAMPAIGN=campaign, EVENT=str(number), AREA=1.6, NOTE="勘测定界成果更正")
    shown = total(run, campaign, "2023-09-30")
    assert (shown["base_area_ha"], shown["done"]["value"]) == (1.6, pytest.approx(0.625))

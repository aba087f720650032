"""Tasks of the city in the campaign: read at creation, refused as a whole when a row cannot be taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest
from openpyxl import Workbook
from qgis.core import QgsProcessingException
from trial import playing
from trial.playing import INPUTS

from anze_idle_land_plugin.algorithms.samplecampaign import sample_folder
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_tasks

Run = Callable[..., dict[str, Any]]
U, I = ListKind.UNSUPPLIED, ListKind.IDLE  # noqa: E741


LAYERS = {name: str(sample_folder() / "context" / f"{layer}.geojson") for name, layer in playing.LAYERS.items()}


def tasks_in(path: Path) -> dict[tuple[ListKind, str], float]:
    with CampaignFile.open(path) as file:
        return {(each.which, each.unit_code): each.task_area_ha for each in read_tasks(file)}


@pytest.mark.parametrize("table", ["tasks.xlsx", "tasks_typo.xlsx", "任务.xlsx"])
def test_17_18_each_table_of_the_trial_gives_the_county_8_and_10_hectares(table: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    run("createcampaign", NAME="测试", YEAR=2023, TASKS=str(INPUTS / table), OUTPUT=str(path), **LAYERS)
    tasks = tasks_in(path)
    assert tasks[U, "安泽县"] == 8.0 and tasks[I, "安泽县"] == 10.0
    assert tasks[U, "府城镇"] == 2.6667  # 40 亩 / 15
    assert tasks[U, "安泽经济技术开发区"] == 2.0


def test_17_a_row_that_is_refused_stops_the_creation_and_every_one_is_named(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    for row in (("单位", "批而未供任务（亩）"), ("安泽县", 120), ("张村", 40), ("府城镇", "若干")):
        book.active.append(list(row))
    book.save(tmp_path / "任务.xlsx")
    path = tmp_path / "a.gpkg"
    with pytest.raises(QgsProcessingException, match="(?s)张村.*若干"):
        run("createcampaign", NAME="测试", YEAR=2023, TASKS=str(tmp_path / "任务.xlsx"), OUTPUT=str(path), **LAYERS)
    assert not path.exists()

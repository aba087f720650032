"""Every place that shows a figure shows the same one, on twelve days, and an independent SQL query agrees."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from anze_idle_land_plugin.algorithms.samplecampaign import _build, sample_folder
from anze_idle_land_plugin.exports.lists import write_three_lists
from anze_idle_land_plugin.exports.progress import figures_json, progress_figures, write_progress
from anze_idle_land_plugin.model.figures import Figures, counted, rate_on
from anze_idle_land_plugin.model.snapshot import Snapshot
from anze_idle_land_plugin.model.words import ListKind
from anze_idle_land_plugin.printing.wallmap_figures import whole_figures
from anze_idle_land_plugin.store.course import done_course, snapshot_on
from anze_idle_land_plugin.store.snapshot import read_snapshot

DAYS = [
    *(date(2023, 5, day) for day in (9, 10, 31)),
    *(date(2023, month, day) for month, day in ((6, 15), (6, 30), (7, 20), (8, 31), (9, 30))),
    *(date(2023, month, day) for month, day in ((10, 10), (11, 1), (11, 30), (12, 31))),
]
LAST = DAYS[-1]

INDEPENDENT = """
WITH valid AS (
    SELECT e.* FROM event e LEFT JOIN event c ON c.corrects_id = e.id
    WHERE c.id IS NULL AND e.list = :list AND e.effective_on <= :day
), state AS (
    SELECT code, value AS state, MAX(effective_on || printf('%09d', id)) FROM valid WHERE field = 'ZT' GROUP BY code
), base AS (
    SELECT code, area_ha, MAX(effective_on || printf('%09d', id)) FROM valid
    WHERE field = 'ZT' AND kind = 'baseline' GROUP BY code
), done AS (
    SELECT code, SUM(area_ha) AS area FROM valid
    WHERE transition IN ('TP11', 'TP18', 'TX30', 'TX31', 'TX32', 'TX40', 'TX51') AND effective_on LIKE '2023%'
    GROUP BY code
), area AS (
    SELECT code, ROUND(area_m2 / 10000, 4) AS ha FROM parcel_version WHERE list = :list AND version = 1
), confirmed AS (
    SELECT DISTINCT code FROM valid WHERE kind = 'confirm'
)
SELECT CASE WHEN p.KFQBZ = 'Y' THEN '安泽经济技术开发区' ELSE p.XZMC END AS unit,
    COUNT(*), SUM(COALESCE(base.area_ha, area.ha)), SUM(COALESCE(done.area, 0)),
    SUM(CASE WHEN confirmed.code IS NULL THEN 0 ELSE COALESCE(done.area, 0) END),
    SUM(CASE WHEN done.area > 0 AND done.area > COALESCE(base.area_ha, area.ha) - 0.00005 THEN 1 ELSE 0 END)
FROM {table} p
JOIN area ON area.code = p.{key} LEFT JOIN state ON state.code = p.{key} LEFT JOIN base ON base.code = p.{key}
LEFT JOIN done ON done.code = p.{key} LEFT JOIN confirmed ON confirmed.code = p.{key}
WHERE COALESCE(state.state, '-') NOT IN ('XS0', 'X30')
GROUP BY unit
"""
"""Written for this test alone, in other words than the plugin's: base areas are those of baselines, else of surveys."""


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    from qgis.core import QgsProcessingFeedback

    path = tmp_path_factory.mktemp("figures") / "campaign.gpkg"
    _build(path, sample_folder(), QgsProcessingFeedback())
    return path


@pytest.fixture(scope="module")
def latest(campaign: Path) -> Snapshot:
    return read_snapshot(campaign, LAST)


@pytest.fixture(scope="module")
def snapshots(campaign: Path) -> dict[date, Snapshot]:
    return {day: read_snapshot(campaign, day) for day in DAYS}


def by_sql(campaign: Path, day: date) -> dict[str, dict[str, tuple[float, ...]]]:
    """Parcels, base, done and confirmed hectares and settled parcels, by list and unit."""
    tables = {ListKind.UNSUPPLIED: "TBBH", ListKind.IDLE: "XZBH"}
    with closing(sqlite3.connect(f"file:{campaign}?mode=ro", uri=True)) as database:
        return {
            which.zh: {
                unit: tuple(numbers)
                for unit, *numbers in database.execute(
                    INDEPENDENT.format(table=which.table, key=key), {"list": which.value, "day": day.isoformat()}
                )
            }
            for which, key in tables.items()
        }


def by_us(figures: Figures) -> dict[str, dict[str, tuple[float, ...]]]:
    return {
        which.zh: {
            unit: (
                each.parcels,
                each.area_ha,
                each.done_area_ha,
                each.confirmed_area_ha,
                each.done_parcels,
            )
            for unit, each in figures.of_list[which].by_unit.items()
            if each.parcels
        }
        for which in ListKind
    }


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_independent_query_finds_the_same_figures(
    campaign: Path, snapshots: dict[date, Snapshot], day: date
) -> None:
    theirs, ours = by_sql(campaign, day), by_us(progress_figures(snapshots[day]))
    if day < date(
        2023, 5, 10
    ):  # before the baselines a parcel counts with its ledger's area, which the query leaves out
        assert {unit: row[0] for unit, row in theirs["闲置土地"].items()} == {
            unit: row[0] for unit, row in ours["闲置土地"].items()
        }
        return
    for name in theirs:
        assert ours[name].keys() == theirs[name].keys()
        for unit, numbers in theirs[name].items():
            assert ours[name][unit] == pytest.approx(numbers, abs=1e-4), (name, unit)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_lists_progress_json_wall_map_and_course_show_the_same(
    snapshots: dict[date, Snapshot], latest: Snapshot, day: date, tmp_path: Path
) -> None:
    shot = snapshots[day]
    total = progress_figures(shot).total
    assert whole_figures(shot).total == total
    assert figures_json(shot)["total"]["done"]["value"] == total.done_rate  # type: ignore[index]
    assert write_progress(shot, tmp_path / "progress.xlsx").total == total
    row = last_row(tmp_path / "progress.xlsx", "按清单")
    assert row[:6] == ("合计", total.parcels, total.area_ha, total.task_area_ha, total.done_parcels, total.done_area_ha)
    write_three_lists(shot, tmp_path / "lists.xlsx")
    rows = list(load_workbook(tmp_path / "lists.xlsx")["任务清单"].iter_rows(min_row=5, values_only=True))[:-1]
    assert sum(each[3] for each in rows) == total.parcels
    assert sum(each[4] for each in rows) == pytest.approx(total.area_ha, abs=1e-4)
    if day >= latest.campaign.starts_on:
        assert rate_on(done_course(latest), day) == pytest.approx(total.done_rate, abs=1e-9)


def last_row(path: Path, sheet: str) -> tuple[object, ...]:
    return list(load_workbook(path)[sheet].iter_rows(values_only=True))[-1]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_earlier_day_taken_from_a_snapshot_is_that_of_the_file(
    snapshots: dict[date, Snapshot], latest: Snapshot, day: date
) -> None:
    assert counted(snapshot_on(latest, day)) == counted(snapshots[day])

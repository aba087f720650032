"""The sample as it stood on the plan's four days: the model says what an SQL query of its own says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timezone
from pathlib import Path
from typing import NamedTuple

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from anze_idle_land_plugin.algorithms.samplecampaign import SampleCampaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

DAYS = [date(2023, 5, 31), date(2023, 6, 30), date(2023, 9, 30), date(2023, 11, 30)]
COMPLETING = ("TP11", "TP18", "TX30", "TX31", "TX32", "TX40", "TX51")
FIGURES = """
WITH live AS (
    SELECT * FROM event
    WHERE effective_on <= :day AND id NOT IN (SELECT corrects_id FROM event WHERE kind = 'correct')
), last AS (
    SELECT list, code, value AS state,
           RANK() OVER (PARTITION BY list, code ORDER BY effective_on DESC, COALESCE(corrects_id, id) DESC) AS place
    FROM live WHERE field = 'ZT'
), base AS (
    SELECT list, code, area_ha FROM live WHERE kind = 'baseline' AND field = 'ZT'
), done AS (
    SELECT list, code, ROUND(SUM(area_ha), 4) AS area_ha FROM live
    WHERE transition IN ({completing}) AND effective_on BETWEEN '2023-01-01' AND '2023-12-31' GROUP BY list, code
), confirmed AS (
    SELECT DISTINCT list, code FROM live WHERE kind = 'confirm'
)
SELECT last.list, last.code, last.state, base.area_ha, COALESCE(done.area_ha, 0.0), confirmed.code IS NOT NULL
FROM last LEFT JOIN base USING (list, code) LEFT JOIN done USING (list, code) LEFT JOIN confirmed USING (list, code)
WHERE place = 1
""".format(completing=", ".join(f"'{code}'" for code in COMPLETING))


class Figures(NamedTuple):
    state: str
    base_ha: float | None
    done_ha: float
    confirmed: bool


@pytest.fixture(scope="module")
def sample(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped sample, and two corrections after it: an area, and a step that never happened."""
    path = tmp_path_factory.mktemp("sample") / "campaign.gpkg"
    algorithm = SampleCampaign().create()
    algorithm.run({"OUTPUT": str(path)}, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    with CampaignFile.open(path, update=True) as file:
        ((supply,),) = file.query("SELECT MIN(id) FROM event WHERE transition = 'TP11'")
        ((start,),) = file.query("SELECT MAX(id) FROM event WHERE transition = 'TX32'")
        now = datetime(2023, 12, 1, tzinfo=timezone.utc)
        correct(file, [int(str(supply))], Correction(area_ha=0.1), now)
        correct(file, [int(str(start))], Correction(), now)
    return path


def by_query(path: Path, day: date) -> dict[tuple[str, str], Figures]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(FIGURES, {"day": day.isoformat()}).fetchall()
    return {
        (which, code): Figures(state, base, done, bool(confirmed)) for which, code, state, base, done, confirmed in rows
    }


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_parcel_stands_as_the_query_says(sample: Path, day: date) -> None:
    expected = by_query(sample, day)
    found = {
        (dossier.which.value, dossier.code): Figures(
            dossier.standing.state.code,
            dossier.standing.base_area_ha,
            dossier.standing.done_area_ha,
            dossier.standing.confirmed,
        )
        for dossier in read_snapshot(sample, day).all_dossiers()
    }
    assert len(expected) == 99
    surveyed_only = Figures("P00", None, 0.0, False)
    assert found == {**expected, ("unsupplied", "2023-G-025"): surveyed_only}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_sums_of_both_lists_are_the_querys(sample: Path, day: date) -> None:
    expected = by_query(sample, day)
    dossiers = read_snapshot(sample, day).dossiers
    for which in ListKind:
        figures = [each for (name, _), each in expected.items() if name == which.value]
        stands = [dossier.standing for dossier in dossiers[which]]
        assert sum(each.done_area_ha for each in stands) == pytest.approx(sum(each.done_ha for each in figures))
        assert sum(each.confirmed for each in stands) == sum(each.confirmed for each in figures)
        left_base = sum(each.state in ("XS0", "X30") for each in figures)
        assert sum(not each.in_base for each in stands) == left_base


def test_something_happens_between_the_four_days(sample: Path) -> None:
    done = [sum(each.done_ha for each in by_query(sample, day).values()) for day in DAYS]
    assert done == sorted(set(done)) and done[0] > 0

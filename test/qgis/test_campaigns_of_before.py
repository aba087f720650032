"""Campaign files of earlier versions go on showing, figure by figure, what the version that made them showed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Iterator, Mapping

import pytest
from campaigns_of_before import FOLDER, KEPT, unpacked
from qgis.core import QgsProcessingFeedback
from trial.figures import DAYS, figures
from trial.playing import play_partly_supplied, running

from anze_idle_land_plugin.store.migrating import bring_up_to_date

WITH_FIGURES = [kept for kept in KEPT if kept.with_suffix(".figures.json").exists()]
PW03_IS_DONE = "2.0335 ha by its survey, 2.0333 by its contract of 30.5 mu: the two square metres left are nothing"
GROUPS_OF_PW03 = (
    "total",
    *("by_list/批而未供", "by_unit/和川镇", "by_department/未定", "by_category/未定"),
    "by_age/2009–2018年",
)


def _pw03_is_done() -> Mapping[tuple[str, str, str], tuple[object, str]]:
    """From the day it was registered on, one parcel more is done wherever PW03 is counted; no area changes."""
    shown = json.loads((FOLDER / "d7eca1f" / "trial.figures.json").read_text(encoding="utf-8"))
    right: dict[tuple[str, str, str], tuple[object, str]] = {}
    for day in (day for day in DAYS if day >= "2023-07-02"):
        right["trial", day, "/parcels/unsupplied PW03/1"] = ("done", PW03_IS_DONE)
        for place in (
            f"/progress/{which}/{group}/parcels" for which in ("unsupplied", "both") for group in GROUPS_OF_PW03
        ):
            then = shown[day]
            for key in place[1:].split("/"):
                then = then[key]
            more = {key: then[key] + 1 for key in ("numerator", "counted")}
            more["value"] = more["numerator"] / then["denominator"]
            right.update({("trial", day, f"{place}/{key}"): (each, PW03_IS_DONE) for key, each in more.items()})
    return right


WRONG_THEN: Mapping[tuple[str, str, str], tuple[object, str]] = _pw03_is_done()
"""By file, day and place: the right figure where the one of then was wrong, and why."""


@pytest.fixture(params=WITH_FIGURES, ids=lambda kept: f"{kept.parent.name}-{kept.stem}")
def kept(request: pytest.FixtureRequest) -> Path:
    found = request.param
    assert isinstance(found, Path)
    return found


def differing(then: Any, now: Any, place: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Every figure of then that is another now, with its place; what is shown in addition now is no difference."""
    if isinstance(then, dict) and isinstance(now, dict):
        for key, each in then.items():
            yield from differing(each, now.get(key, "is gone"), f"{place}/{key}")
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for number, pair in enumerate(zip(then, now)):
            yield from differing(*pair, f"{place}/{number}")
    elif isinstance(then, float) and isinstance(now, (int, float)):
        if abs(then - now) > 1e-9:
            yield place, then, now
    elif then != now:
        yield place, then, now


@pytest.mark.parametrize("migrated", [False, True], ids=["read as it is", "brought up to date"])
def test_every_figure_is_the_one_of_then(kept: Path, migrated: bool, tmp_path: Path, qgis_app: object) -> None:
    path = unpacked(kept, tmp_path)
    if migrated:
        assert bring_up_to_date(path) is not None
    shown = json.loads(kept.with_suffix(".figures.json").read_text(encoding="utf-8"))
    assert tuple(shown) == DAYS

    run = running()
    for day, then in shown.items():
        now = figures(run, path, day)
        assert set(now["parcels"]) == set(then["parcels"])
        for place, before, after in differing(then, now):
            right, _ = WRONG_THEN.get((kept.stem, day, place), (before, ""))
            assert after == pytest.approx(right), f"{day} {place}: {before} then, {after} now"


PARTLY_SUPPLIED: Mapping[str, list[Any]] = {
    # 1.5 ha by its documents; cleared by 10-31, which is yellow for thirty days before
    "2023-05-10": ["P00", "not_started", 1.5, 0, False],
    "2023-06-12": ["P30", "on_time", 1.5, 0, False],
    "2023-06-30": ["P30", "on_time", 1.5, 0, False],
    # the contract of 07-02 covers 1.0 ha of it: two thirds, and the parcel stays open
    "2023-08-25": ["P50", "on_time", 1.5, 1.0, False],
    "2023-09-30": ["P50", "on_time", 1.5, 1.0, False],
    "2023-10-31": ["P50", "warning", 1.5, 1.0, False],
    "2023-11-30": ["P50", "overdue", 1.5, 1.0, False],
    "2023-12-31": ["P50", "overdue", 1.5, 1.0, False],
}
"""By hand, by day: state, status, base, done and whether confirmed. Schema 1 showed a base of 0.5 ha and 200 %."""


@pytest.mark.parametrize("of", ["read as it is", "brought up to date", "recorded today"])
def test_a_parcel_supplied_in_part_without_a_ledger_is_two_thirds_done(
    of: str, tmp_path: Path, qgis_app: object
) -> None:
    run = running()
    if of == "recorded today":
        path = tmp_path / "partly_supplied.gpkg"
        assert play_partly_supplied(run, path) == []
    else:
        path = unpacked(FOLDER / "d7eca1f" / "partly_supplied.zip", tmp_path)
    if of == "brought up to date":
        assert bring_up_to_date(path) is not None

    for day, stands in PARTLY_SUPPLIED.items():
        shown = figures(run, path, day)
        assert shown["parcels"] == {"unsupplied G-1": stands}, day
        total, done = shown["progress"]["unsupplied"]["total"], stands[3]
        assert (total["base_area_ha"], total["done"]["numerator"], total["done"]["denominator"]) == (1.5, done, 1.5)
        assert total["done"]["value"] == pytest.approx(done / 1.5, abs=1e-12)
        assert total["parcels"]["numerator"] == 0, "a parcel with half a hectare left is not done"


def test_an_algorithm_that_changes_an_old_file_says_where_the_file_of_before_lies(
    tmp_path: Path, qgis_app: object
) -> None:
    path = unpacked(FOLDER / "d7eca1f" / "trial.zip", tmp_path)
    feedback, fact = QgsProcessingFeedback(), {"FIELD": "ZRDW", "VALUE": "自然资源局", "DATE": "2023-12-31"}
    given = {"CAMPAIGN": str(path), "LIST": "unsupplied", "PARCELS": "PW08", **fact}
    running(feedback)("recordfact", **given)
    (copy,) = path.parent.glob("trial-升级前-*.gpkg")
    assert str(copy) in feedback.textLog()

    again = QgsProcessingFeedback()
    running(again)("recordfact", **given)
    assert "升级" not in again.textLog() and "brought up to date" not in again.textLog()


def test_a_figure_that_changed_is_found() -> None:
    then = {"done": {"value": 0.5, "of": [1, 2]}, "state": "P50"}
    assert list(differing(then, {"done": {"value": 0.5, "of": [1, 2], "new": 1}, "state": "P50"})) == []
    assert [place for place, *_ in differing(then, {"done": {"value": 0.4, "of": [1, 3]}})] == [
        "/done/value",
        "/done/of/1",
        "/state",
    ]

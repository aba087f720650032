"""Campaign files of earlier versions go on showing, figure by figure, what the version that made them showed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Iterator, Mapping

import pytest
from campaigns_of_before import KEPT, unpacked
from trial.figures import DAYS, figures
from trial.playing import running

from anze_idle_land_plugin.store.migrating import bring_up_to_date

WRONG_THEN: Mapping[tuple[str, str, str], tuple[object, str]] = {}
"""By file, day and place: the right figure where the one of then was wrong, and why."""


@pytest.fixture(params=KEPT, ids=lambda kept: f"{kept.parent.name}-{kept.stem}")
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
            assert after == right, f"{day} {place}: {before} then, {after} now"


def test_a_figure_that_changed_is_found() -> None:
    then = {"done": {"value": 0.5, "of": [1, 2]}, "state": "P50"}
    assert list(differing(then, {"done": {"value": 0.5, "of": [1, 2], "new": 1}, "state": "P50"})) == []
    assert [place for place, *_ in differing(then, {"done": {"value": 0.4, "of": [1, 3]}})] == [
        "/done/value",
        "/done/of/1",
        "/state",
    ]

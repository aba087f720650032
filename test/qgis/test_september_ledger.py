"""Finding 13: a September ledger changes nothing of June, and what it says of the present is shown before it counts."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from trial.playing import INPUTS, play, running

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.layer_sql import standing_select

JUNE, SEPTEMBER = "2023-06-30", "2023-09-30"
LEDGER = {"INPUT": str(INPUTS / "re_ledger_sept.xlsx"), "LIST": "unsupplied", "DATE": "2023-09-15"}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    path = tmp_path_factory.mktemp("september") / "trial.gpkg"
    play(running(), path)
    return path


@pytest.fixture
def campaign(played: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(played, tmp_path / "trial.gpkg"))


def told(campaign: Path, day: str, folder: Path) -> dict[str, Any]:
    """Lists, ledger, sheets, board data and layer rows of a day, as plain texts."""
    run, given = running(), {"CAMPAIGN": str(campaign), "AS_OF": day}
    folder.mkdir()
    for algorithm in ("threelists", "ledger"):
        run(algorithm, **given, OUTPUT=str(folder / f"{algorithm}.xlsx"))
    run("parcelsheets", **given, LIST="unsupplied", FORMAT="xlsx", WORKERS=0, OUTPUT=str(folder / "sheets"))
    run("board", **given, OUTPUT=str(folder / "board.html"))
    texts: dict[str, Any] = {
        path.relative_to(folder).as_posix(): cells(path) for path in sorted(folder.rglob("*.xlsx"))
    }
    board = (folder / "board.html").read_text(encoding="utf-8")
    texts["board"] = re.sub(r'"made":"[^"]*"', "", board)
    with CampaignFile.open(campaign) as file:
        for which in ListKind:
            rows = file.rows(standing_select(which, date.fromisoformat(day), 2023))
            texts[which.value] = [dict(row.values) for row in rows]
    return texts


def cells(path: Path) -> list[Any]:
    return [(sheet.title, row) for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True)]


def test_a_september_ledger_changes_nothing_of_june(campaign: Path, tmp_path: Path) -> None:
    before = told(campaign, JUNE, tmp_path / "before")
    assert set(before) >= {"threelists.xlsx", "ledger.xlsx", "board", "unsupplied", "idle"}
    assert all("PW06" in json.dumps(before[name], default=str) for name in before if name != "idle")
    assert running()("attachledger", CAMPAIGN=str(campaign), **LEDGER)["CHANGED"] == 2, (
        "department and deadline of PW06"
    )
    after = told(campaign, JUNE, tmp_path / "after")
    assert set(after) == set(before)
    for name, text in before.items():
        assert after[name] == text, name


def test_from_its_day_on_the_ledgers_values_are_shown(campaign: Path) -> None:
    running()("attachledger", CAMPAIGN=str(campaign), **LEDGER)
    with CampaignFile.open(campaign) as file:
        facts = file.query(
            "SELECT code, field, value, effective_on, document FROM event WHERE author = '台账导入' AND kind = 'fact'"
            " ORDER BY code, field"
        )
        for day, department in (("2023-09-14", False), ("2023-09-15", True)):
            rows = file.rows(standing_select(ListKind.UNSUPPLIED, date.fromisoformat(day), 2023))
            (pw06,) = [row.values for row in rows if row.values["TBBH"] == "PW06"]
            assert (pw06["ZRDW"] == "财政局", str(pw06["JHWCSJ"])[:10] == "2023-12-15") == (department, department)
    assert ("PW06", "ZRDW", "财政局", "2023-09-15", "re_ledger_sept.xlsx") in facts
    assert ("PW06", "JHWCSJ", "2023-12-15", "2023-09-15", "re_ledger_sept.xlsx") in facts
    assert not [fact for fact in facts if fact[1] in ("ZT", "YGMJ")]


def test_state_words_and_a_supplied_area_without_a_supply_are_listed_with_the_way_out(
    campaign: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.xlsx"
    outputs = running()("attachledger", CAMPAIGN=str(campaign), **LEDGER, DRY_RUN=True, REPORT=str(report))
    book = load_workbook(report)
    differing = list(book["不一致"].iter_rows(values_only=True))
    supplied = [row for row in differing if row[0] == "PW05" and row[2] == "已供面积"]
    assert supplied[0][3] == "1.5600" and "TP11" in str(supplied[0][5])
    states = [row for row in differing if row[2] == "状态"]
    assert [row[0] for row in states] == ["PW05", "PW06"], "系统已备案 and 净地待供 moved no case"
    changes = [row for row in book["变更"].iter_rows(values_only=True) if row[0] in ("PW05", "PW06")]
    assert outputs["CHANGED"] == len(changes)
    assert ("PW06", "责任单位", "财政局", "2023-09-15") in [(row[0], row[2], row[4], row[5]) for row in changes]


def test_what_the_preview_shows_is_what_is_recorded(campaign: Path, tmp_path: Path) -> None:
    run, report = running(), tmp_path / "report.xlsx"
    with CampaignFile.open(campaign) as file:
        ((before,),) = file.query("SELECT COUNT(*) FROM event")
    shown = run("attachledger", CAMPAIGN=str(campaign), **LEDGER, DRY_RUN=True, REPORT=str(report))["CHANGED"]
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM event") == [(before,)]
    assert run("attachledger", CAMPAIGN=str(campaign), **LEDGER)["CHANGED"] == shown
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM event WHERE kind = 'fact' AND author = '台账导入'") == [(shown,)]
    assert run("attachledger", CAMPAIGN=str(campaign), **LEDGER)["CHANGED"] == 0, "the same again changes nothing"

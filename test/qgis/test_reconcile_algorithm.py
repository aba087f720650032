"""anze:reconcile as QGIS runs it: the sample's list on a campaign of idle land, dry and for good."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import pytest
from openpyxl import load_workbook
from qgis.core import QgsProcessingException

from anze_idle_land_plugin.algorithms.samplecampaign import sample_folder


@pytest.fixture
def campaign(run: Callable[..., dict[str, Any]], tmp_path: Path) -> str:
    """The idle land of the sample with its ledger, before anything happened."""
    path, sample = str(tmp_path / "campaign.gpkg"), sample_folder()
    run("createcampaign", NAME="测试", YEAR=2023, OUTPUT=path)
    run("importparcels", CAMPAIGN=path, INPUT=str(sample / "idle"), LIST="idle")
    run("attachledger", CAMPAIGN=path, INPUT=str(sample / "ledger_idle.xlsx"), LIST="idle")
    return path


def test_a_list_is_reconciled_once_and_the_next_says_what_changed(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    lists = sample_folder() / "system"
    given = {"CAMPAIGN": campaign, "LIST": "idle", "INPUT": str(lists / "idle_2023-09-30.xlsx"), "AS_OF": "2023-09-30"}
    dry = run("reconcile", **given, DRY_RUN=True, REPORT=str(tmp_path / "试算.xlsx"))
    assert load_workbook(tmp_path / "试算.xlsx")["概况"]["B5"].value == "试算，未写入"
    first = run("reconcile", **given, REPORT=str(tmp_path / "对账.xlsx"))
    assert {name: dry[name] for name in ("CONFIRMED", "DIFFERENT", "MISSING_HERE", "MISSING_THERE")} == {
        name: first[name] for name in ("CONFIRMED", "DIFFERENT", "MISSING_HERE", "MISSING_THERE")
    }
    assert (first["MISSING_HERE"], first["MISSING_THERE"], first["CHANGED"]) == (1, 1, 0)
    assert first["CONFIRMED"] > 0
    assert run("reconcile", **given)["CONFIRMED"] == 0
    later = {**given, "INPUT": str(lists / "idle_2023-10-31.xlsx"), "AS_OF": "2023-10-31"}
    second = run("reconcile", **later)
    assert (second["MISSING_THERE"], second["CHANGED"] > 0) == (0, True)


def test_a_file_that_is_no_list_is_refused_in_one_sentence(
    run: Callable[..., dict[str, Any]], campaign: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"a\.csv"):
        run("reconcile", CAMPAIGN=campaign, LIST="idle", INPUT=str(tmp_path / "a.csv"))

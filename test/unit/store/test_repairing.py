"""Repairs in a campaign: a new version, shown before it is made, undone by the journal."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from factories import parcel, shifted, snapshot

from anze_idle_land_plugin.checks.finding import Fix
from anze_idle_land_plugin.checks.repairs import RepairNotSafe
from anze_idle_land_plugin.checks.run import chosen_rules, run
from anze_idle_land_plugin.checks.standard import Standard
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Parcel
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.recording import UnknownParcel
from anze_idle_land_plugin.store.checking import open_subject
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_surveys
from anze_idle_land_plugin.store.surveying.importing import import_readings
from anze_idle_land_plugin.store.surveying.repairing import apply_fixes
from anze_idle_land_plugin.store.surveying.undoing import undo_imports

LIST = ListKind.UNSUPPLIED
DAY = date(2023, 9, 30)
NOW = datetime(2023, 10, 8, 8, 0, tzinfo=timezone.utc)
REPEATED = [(0, 100), (100, 100), (100, 100), (100, 0), (0, 0)]
STANDARD = Standard.shipped()


def reading(*parcels: Parcel) -> Reading:
    return Reading("a.txt", "0" * 64, 1, "utf-8", "canonical", "EPSG:4525", parcels, ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "campaign.gpkg"
    create_campaign(made, snapshot().campaign, {})
    with CampaignFile.open(made, update=True) as file:
        surveys = (
            parcel(shifted(REPEATED), code="2023-G-001"),
            parcel(shifted([(200, 0), (200, 9), (209, 0)]), code="B"),
        )
        import_readings(file, LIST, [reading(*surveys)])
    return made


def findings(path: Path) -> int:
    return len(run(open_subject(path, DAY), chosen_rules(["G05"])).findings)


def fix(path: Path, *codes: str, dry_run: bool = False) -> Any:
    with CampaignFile.open(path, update=not dry_run) as file:
        return apply_fixes(file, LIST, codes, tuple(Fix), STANDARD, NOW, dry_run)


def test_a_repair_is_a_version_that_the_checks_accept(path: Path) -> None:
    assert findings(path) == 1
    summary = fix(path, "2023-G-001")
    assert [(each.code, each.points_removed) for each in summary.repairs] == [("2023-G-001", 1)]
    assert findings(path) == 0
    with CampaignFile.open(path) as file:
        assert read_surveys(file, LIST, DAY)["2023-G-001"].version == 2
        ((reason, before),) = file.query(
            "SELECT reason, (SELECT COUNT(*) FROM boundary_point WHERE version = 1 AND code = '2023-G-001')"
            " FROM parcel_version WHERE code = '2023-G-001' AND version = 2"
        )
        assert (reason, before) == ("repair", 5)


def test_the_journal_takes_a_repair_back(path: Path) -> None:
    summary = fix(path, "2023-G-001")
    assert summary.journal is not None
    with CampaignFile.open(path, update=True) as file:
        undone = undo_imports(file, [summary.journal])
        assert (undone.removed, undone.restored) == (1, 1)
    assert findings(path) == 1


def test_a_dry_run_shows_the_repair_and_writes_nothing(path: Path) -> None:
    summary = fix(path, "2023-G-001", dry_run=True)
    assert len(summary.repairs) == 1 and summary.journal is None
    assert findings(path) == 1


def test_a_parcel_that_is_whole_leaves_no_trace(path: Path) -> None:
    summary = fix(path, "B")
    assert summary.repairs == () and summary.journal is None
    with CampaignFile.open(path) as file:
        assert file.query("SELECT COUNT(*) FROM import_journal") == [(1,)]


def test_an_unknown_code_stops_all_repairs(path: Path) -> None:
    with pytest.raises(UnknownParcel):
        fix(path, "2023-G-001", "nowhere")
    assert findings(path) == 1


def test_a_repair_that_is_not_safe_stops_all_repairs(path: Path) -> None:
    bow = parcel(shifted([(300, 0), (400, 100), (400, 100), (400, 0), (300, 100)]), code="C")
    with CampaignFile.open(path, update=True) as file:
        import_readings(file, LIST, [reading(bow)])
    with pytest.raises(RepairNotSafe):
        fix(path, "2023-G-001", "C")
    assert findings(path) == 2

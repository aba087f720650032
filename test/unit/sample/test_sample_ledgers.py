"""The shipped sample ledgers attach with exactly the misses and disagreements that the sample's README lists."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest
from factories import snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.ledger.reader import Ledger, read_ledger
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.ledgers.attaching import AttachSummary, attach_ledger
from anze_idle_land_plugin.store.surveying.importing import import_readings

SAMPLE = catalogue.RESOURCES / "sample"
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
ANZE = (112.0, 35.89, 112.57, 36.51)


def sample_ledger(which: ListKind) -> Ledger:
    return read_ledger(SAMPLE / f"ledger_{which.value}.xlsx", which)


def attached(folder: Path, which: ListKind) -> AttachSummary:
    path = folder / "sample.gpkg"
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        import_readings(file, which, read_path(SAMPLE / which.value, ReadOptions(county_extent=ANZE)), started_at=NOW)
        return attach_ledger(file, which, sample_ledger(which), recorded_at=NOW)


@pytest.mark.parametrize(("which", "rows"), [(ListKind.UNSUPPLIED, 70), (ListKind.IDLE, 30)])
def test_every_head_but_the_serial_number_is_known_and_only_the_total_is_no_row(which: ListKind, rows: int) -> None:
    ledger = sample_ledger(which)
    assert len(ledger.rows) == rows
    assert ledger.unknown_headers == ()
    assert {reject.message.code for reject in ledger.rejects} <= {"total_row", "day_missing"}
    assert [reject.message.code for reject in ledger.rejects].count("total_row") == 1


def test_the_unsupplied_ledger_attaches_with_the_planned_blemishes(tmp_path: Path) -> None:
    summary = attached(tmp_path, ListKind.UNSUPPLIED)
    assert (summary.matched, summary.baselines) == (69, 69)
    assert [each.row.values["TBBH"] for each in summary.rows_left] == ["2023-G-071"]
    assert [each.code for each in summary.parcels_left] == ["2023-G-025"]
    assert [(each.code, each.field) for each in summary.disagreements] == [("2023-G-010", "DKMJGQ")]


def test_the_idle_ledger_attaches_with_the_planned_blemishes(tmp_path: Path) -> None:
    summary = attached(tmp_path, ListKind.IDLE)
    assert (summary.matched, summary.rows_left, summary.parcels_left) == (30, (), ())
    assert [(each.code, each.field) for each in summary.disagreements] == [("2023-X-009", "GYMJ")]

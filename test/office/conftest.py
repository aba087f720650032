"""The sample's workbooks and documents, written once and printed by LibreOffice as an office would."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from anze_idle_land_plugin.exports.reports.ledger import write_ledger
from anze_idle_land_plugin.exports.reports.lists import write_three_lists
from anze_idle_land_plugin.exports.reports.period import write_period_report
from anze_idle_land_plugin.exports.reports.progress import write_progress
from anze_idle_land_plugin.exports.reports.summary import write_summary
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory, sample_campaign: Path) -> Path:
    """A folder with every file as written and as PDF."""
    folder = tmp_path_factory.mktemp("office")
    snapshot = read_snapshot(sample_campaign, date(2023, 9, 30))
    write_three_lists(snapshot, folder / "lists.xlsx")
    write_ledger(snapshot, folder / "ledger.xlsx", since=date(2023, 8, 31))
    write_progress(snapshot, folder / "progress.xlsx")
    write_period_report(snapshot, folder / "month.xlsx", date(2023, 8, 31))
    write_summary(snapshot, folder / "summary.docx")
    files = [str(path) for path in sorted(folder.iterdir()) if path.suffix in (".xlsx", ".docx")]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, timeout=300, capture_output=True)
    return folder

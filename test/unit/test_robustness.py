"""A thousand files at once, and a process that dies in the middle: the whole import or none of it."""

from __future__ import annotations

import math
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from factories import snapshot

from anze_idle_land_plugin.model.words import ListKind
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.importing import import_readings

KILLS = 20
SECONDS_FOR_A_THOUSAND = 30.0
"""Of the processor, six times what it takes: this is about work that grows with the square, not about slow machines."""
IMPORT = """
import sys
sys.path[:0] = sys.argv[3].split("|")
from pathlib import Path
from anze_idle_land_plugin.model.words import ListKind
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.importing import import_readings

print("ready", flush=True)
sys.stdin.readline()
with CampaignFile.open(sys.argv[1], update=True) as file:
    file.execute("PRAGMA cache_size = 10")  # so small that pages reach the disk long before the end
    import_readings(file, ListKind.UNSUPPLIED, read_path(Path(sys.argv[2]), ReadOptions()))
print("done", flush=True)
"""


def write_surveys(folder: Path, count: int, points: int) -> Path:
    """So many files of one round parcel each, side by side."""
    folder.mkdir()
    for number in range(count):
        north, east = 4000000 + number // 40 * 300, 37600000 + number % 40 * 300
        turn = [-2 * math.pi * point / points for point in range(points)]
        rows = "".join(
            f"J{place},1,{north + 100 * math.sin(angle):.3f},{east + 100 * math.cos(angle):.3f}\n"
            for place, angle in enumerate(turn, 1)
        )
        text = f"[地块坐标]\n{points},3.1,DK-{number:04d},示例地块,面,,,,@\n{rows}"
        (folder / f"{number:04d}.txt").write_text(text, encoding="gbk")
    return folder


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    return path


def counts(campaign: Path) -> tuple[object, ...]:
    with CampaignFile.open(campaign) as file:
        tables = ("unsupplied_parcel", "parcel_version", "boundary_point", "import_journal")
        return tuple(file.query(f"SELECT COUNT(*) FROM {table}")[0][0] for table in tables)


def test_a_thousand_files_import_in_one_go_and_a_broken_one_costs_only_itself(tmp_path: Path, campaign: Path) -> None:
    folder = write_surveys(tmp_path / "surveys", 1000, 30)
    (folder / "0500.txt").write_bytes(bytes(range(256)))
    began = time.process_time()
    with CampaignFile.open(campaign, update=True) as file:
        summary = import_readings(file, ListKind.UNSUPPLIED, read_path(folder, ReadOptions()))
    assert time.process_time() - began < SECONDS_FOR_A_THOUSAND
    assert (summary.imported, summary.updated, summary.unchanged) == (999, 0, 0)
    assert {reject.file for reject in summary.rejects} == {"0500.txt"}
    assert counts(campaign) == (999, 999, 999 * 30, 1000)
    with CampaignFile.open(campaign, update=True) as file:
        again = import_readings(file, ListKind.UNSUPPLIED, read_path(folder, ReadOptions()))
    assert (again.imported, again.unchanged, again.rejected, again.entries) == (0, 999, summary.rejected, ())


def start(campaign: Path, folder: Path) -> subprocess.Popen[str]:
    """A process that waits, ready to import, for a line."""
    paths = "|".join(sys.path)
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(campaign), str(folder), paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def test_a_process_killed_at_any_moment_leaves_the_whole_import_or_none(tmp_path: Path, campaign: Path) -> None:
    folder = write_surveys(tmp_path / "surveys", 60, 40)
    empty = campaign.read_bytes()
    process = start(campaign, folder)
    began = time.monotonic()
    go(process)
    assert process.wait(timeout=60) == 0
    lasts = time.monotonic() - began
    nothing, whole = (0, 0, 0, 0), counts(campaign)
    assert whole == (60, 60, 60 * 40, 60)
    moments, left_journal = random.Random(20231130), 0
    for _ in range(KILLS):
        campaign.write_bytes(empty)
        process = start(campaign, folder)
        go(process)
        time.sleep(moments.uniform(0.0, lasts))
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=60)
        left_journal += campaign.with_name(f"{campaign.name}-journal").exists()
        assert counts(campaign) in (nothing, whole)
        database = sqlite3.connect(campaign)
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        database.close()
    assert left_journal, "no kill fell into the writing: the test shows nothing"

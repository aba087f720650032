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
from contextlib import suppress
from pathlib import Path
from typing import Iterator

import pytest
from factories import snapshot

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

KILLS = 20
SECONDS_FOR_A_THOUSAND = 30.0
"""Of the processor, six times what it takes: this is about work that grows with the square, not about slow machines."""
NURSERY = """
import os, sys
sys.path[:0] = sys.argv[3].split("|")
from pathlib import Path
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

def import_all():
    with CampaignFile.open(sys.argv[1], update=True) as file:
        file.execute("PRAGMA cache_size = 10")  # so small that pages reach the disk long before the end
        import_readings(file, ListKind.UNSUPPLIED, read_path(Path(sys.argv[2]), ReadOptions()))

while sys.stdin.readline():
    child = os.fork()
    if child == 0:
        import_all()
        os._exit(0)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""A process that has everything loaded and imports in a child of its own, once a line: starting Python is slow."""


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
    folder = write_surveys(tmp_path / "surveys", 1000, 12)
    (folder / "0500.txt").write_bytes(bytes(range(256)))
    began = time.process_time()
    with CampaignFile.open(campaign, update=True) as file:
        summary = import_readings(file, ListKind.UNSUPPLIED, read_path(folder, ReadOptions()))
    assert time.process_time() - began < SECONDS_FOR_A_THOUSAND
    assert (summary.imported, summary.updated, summary.unchanged) == (999, 0, 0)
    assert {reject.file for reject in summary.rejects} == {"0500.txt"}
    assert counts(campaign) == (999, 999, 999 * 12, 1000)
    with CampaignFile.open(campaign, update=True) as file:
        again = import_readings(file, ListKind.UNSUPPLIED, read_path(folder, ReadOptions()))
    assert (again.imported, again.unchanged, again.rejected, again.entries) == (0, 999, summary.rejected, ())


class Nursery:
    """Starts imports that can be killed."""

    def __init__(self, campaign: Path, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, str(campaign), str(folder), "|".join(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def begin(self) -> int:
        """Begin an import; returns the id of its process."""
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return self._number()

    def ended(self) -> int:
        """Wait for the end of the import; returns its exit code."""
        return self._number()

    def _number(self) -> int:
        assert self.process.stdout is not None
        return int(self.process.stdout.readline())

    def close(self) -> None:
        self.process.communicate(timeout=60)


@pytest.fixture
def nursery(tmp_path: Path, campaign: Path) -> Iterator[Nursery]:
    made = Nursery(campaign, write_surveys(tmp_path / "surveys", 60, 40))
    yield made
    made.close()


def test_a_process_killed_at_any_moment_leaves_the_whole_import_or_none(campaign: Path, nursery: Nursery) -> None:
    empty = campaign.read_bytes()
    nursery.begin()
    began = time.monotonic()
    assert nursery.ended() == 0
    lasts = time.monotonic() - began
    nothing, whole = (0, 0, 0, 0), counts(campaign)
    assert whole == (60, 60, 60 * 40, 60)
    moments, left_journal = random.Random(20231130), 0
    for _ in range(KILLS):
        campaign.write_bytes(empty)
        process = nursery.begin()
        time.sleep(moments.uniform(0.0, lasts))
        with suppress(ProcessLookupError):  # it had ended already
            os.kill(process, signal.SIGKILL)
        assert nursery.ended() in (0, -signal.SIGKILL)
        left_journal += campaign.with_name(f"{campaign.name}-journal").exists()
        assert counts(campaign) in (nothing, whole)
        database = sqlite3.connect(campaign)
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        database.close()
    assert left_journal, "no kill fell into the writing: the test shows nothing"

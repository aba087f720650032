"""Campaign files of earlier versions: copied, compared, migrated in one piece, and never written to by readers."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from campaigns_of_before import KEPT, rows, sql, unpacked

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Message, Notes
from anze_idle_land_plugin.store import copying, migrating
from anze_idle_land_plugin.store.copying import CannotCopy, CopyDiffers, FileDamaged, copy_verified
from anze_idle_land_plugin.store.database import CampaignFile, CampaignRefused
from anze_idle_land_plugin.store.events import broken_links
from anze_idle_land_plugin.store.journal import read_journal
from anze_idle_land_plugin.store.migrating import CampaignBusy, CampaignNewer, bring_up_to_date, telling
from anze_idle_land_plugin.store.migration_steps import STEPS, OpenPoint, Step
from anze_idle_land_plugin.store.rollover import roll_over
from anze_idle_land_plugin.store.schema import SCHEMA_VERSION
from anze_idle_land_plugin.store.standing.overview import read_overview
from anze_idle_land_plugin.store.surveying.undoing import NothingButEvents, undo_imports

NOW = datetime(2026, 11, 29, 8, 0, tzinfo=timezone.utc)
TRIAL, PARTLY_SUPPLIED = (next(kept for kept in KEPT if kept.stem == name) for name in ("trial", "partly_supplied"))


@pytest.fixture(params=KEPT, ids=lambda kept: f"{kept.parent.name}-{kept.stem}")
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Every campaign file that is kept, one after the other."""
    return unpacked(request.param, tmp_path)


@pytest.fixture
def trial(tmp_path: Path) -> Path:
    return unpacked(TRIAL, tmp_path)


def version(path: Path) -> int:
    return int(sql(path, "SELECT schema_version FROM campaign")[0][0])


def migrated(path: Path) -> Path:
    """The copy that was made when a file of an earlier version was brought up to date."""
    copy = bring_up_to_date(path, NOW)
    assert copy is not None
    return copy


def files(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir() if each.is_file()}


def test_the_file_as_it_was_lies_beside_the_migrated_one_row_for_row(old: Path) -> None:
    before = rows(old)
    copy = migrated(old)

    assert copy == old.with_name(f"{old.stem}-升级前-2026-11-29.gpkg")
    assert rows(copy) == before
    assert version(old) == SCHEMA_VERSION
    assert files(old) == {old.name, copy.name}


def test_no_event_of_before_is_changed_and_the_chain_holds(old: Path) -> None:
    before = sql(old, "SELECT * FROM event ORDER BY id")
    columns = ", ".join(name for _, name, *_ in sql(migrated(old), "PRAGMA table_info(event)"))

    assert sql(old, f"SELECT {columns} FROM event ORDER BY id LIMIT {len(before)}") == before
    chain = sql(old, "SELECT previous_hash, hash FROM event ORDER BY id")
    assert [previous or "" for previous, _ in chain] == ["", *(own for _, own in chain[:-1])]
    with CampaignFile.open(old) as file:
        assert broken_links(file) == []


def test_a_parcel_without_a_frozen_base_gets_one_by_an_event_of_its_own(tmp_path: Path) -> None:
    path = unpacked(PARTLY_SUPPLIED, tmp_path)
    before = sql(path, "SELECT MAX(id) FROM event")[0][0]
    bring_up_to_date(path, NOW)

    (added,) = sql(
        path, f"SELECT code, kind, transition, area_ha, effective_on, recorded_at FROM event WHERE id > {before}"
    )
    # 1.5 ha by the documents on 2023-05-10, the day of the parcel's first event
    assert added == ("G-1", "baseline", "", 1.5, "2023-05-10", "2026-11-29T08:00:00Z")


def test_readers_write_nothing_to_an_old_file_and_see_what_they_see_of_the_migrated_one(old: Path) -> None:
    before = old.read_bytes()
    days = (date(2023, 6, 12), date(2023, 9, 30), date(2023, 12, 31))
    read = [read_overview(old, day) for day in days]

    assert old.read_bytes() == before
    assert files(old) == {old.name}
    bring_up_to_date(old, NOW)
    assert [read_overview(old, day) for day in days] == read


def test_a_reader_sees_what_changed_in_an_old_file_since_it_last_looked(trial: Path) -> None:
    with CampaignFile.open(trial) as file:
        assert file.query("SELECT name FROM campaign") == [("试算专项行动",)]
    sql(trial, "UPDATE campaign SET name = '另一个名称'")
    with CampaignFile.open(trial) as file:
        assert file.query("SELECT name FROM campaign") == [("另一个名称",)]


def test_readers_share_one_copy_for_each_state_of_a_file_and_it_is_taken_away_when_a_day_old(
    trial: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "temporary"
    private.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    told: list[Message] = []
    with telling(told.append):
        for _ in range(2):
            CampaignFile.open(trial).close()
    (copy,) = private.glob("*/*/trial.gpkg")
    assert [message.code for message in told] == ["read_as_if_up_to_date"]
    assert (version(copy), version(trial)) == (SCHEMA_VERSION, 1)

    sql(trial, "UPDATE campaign SET name = '另一个名称'")
    os.utime(copy.parent, (0, 0))
    CampaignFile.open(trial).close()
    assert not copy.exists()
    assert len(list(private.glob("*/*"))) == 1


def test_opening_for_a_change_migrates_once_and_tells_where_the_copy_lies(trial: Path) -> None:
    told: list[Message] = []
    with telling(told.append):
        for _ in range(2):
            CampaignFile.open(trial, update=True).close()

    (only,) = told
    copies = files(trial) - {trial.name}
    assert len(copies) == 1
    assert str(trial) in only.text() and copies.pop() in only.text()


@pytest.mark.parametrize("update", [False, True])
def test_a_file_of_a_later_version_is_refused_and_not_touched(trial: Path, update: bool) -> None:
    sql(trial, f"UPDATE campaign SET schema_version = {SCHEMA_VERSION + 1}")
    before = trial.read_bytes()

    with pytest.raises(CampaignNewer, match="later version"):
        CampaignFile.open(trial, update=update)
    with pytest.raises(CampaignNewer):
        bring_up_to_date(trial, NOW)
    assert trial.read_bytes() == before
    assert files(trial) == {trial.name}


def test_tables_columns_and_indexes_that_came_later_are_added(trial: Path) -> None:
    """As the first campaign files were: before lists of the system, insets of the wall map, and undone imports."""
    sql(
        trial,
        "DROP TABLE system_row",
        "DROP TABLE wallmap_inset",
        "DELETE FROM gpkg_contents WHERE table_name IN ('system_row', 'wallmap_inset')",
        "ALTER TABLE import_journal DROP COLUMN undone_at",
        "DROP INDEX event_confirm",
    )
    bring_up_to_date(trial, NOW)

    assert sql(trial, "SELECT COUNT(*) FROM system_row") == [(0,)]
    assert sql(trial, "SELECT COUNT(*) FROM wallmap_inset") == [(0,)]
    assert sql(trial, "SELECT COUNT(*) FROM gpkg_contents WHERE table_name IN ('system_row', 'wallmap_inset')") == [
        (2,)
    ]
    assert sql(trial, "SELECT COUNT(undone_at) FROM import_journal") == [(0,)]
    assert sql(trial, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'event_confirm'") == [(1,)]


def test_what_stays_open_for_a_person_is_told_and_kept_with_the_question(
    trial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = Message("asked", "Parcel {parcel}: which one is meant", {"parcel": "PW06"})

    def leaves_open(_file: CampaignFile, _at: datetime) -> list[OpenPoint]:
        return [OpenPoint(ListKind.UNSUPPLIED, "建设用地", question)]

    monkeypatch.setattr(migrating, "STEPS", (*STEPS, Step(SCHEMA_VERSION, leaves_open)))
    told: list[Message] = []
    with telling(told.append, lambda sentence: sentence.replace("which one is meant", "指哪一种")):
        bring_up_to_date(trial, NOW)

    assert [message.code for message in told] == ["brought_up_to_date", "open_points"]
    assert "Parcel PW06: which one is meant" in told[1].text()
    (kept,) = sql(
        trial, "SELECT list, file, profile, started_at, rejected FROM import_journal ORDER BY id DESC LIMIT 1"
    )
    assert kept == ("unsupplied", "trial.gpkg", "migration", "2026-11-29T08:00:00Z", 1)
    assert sql(trial, "SELECT text, reason_code, reason FROM reject ORDER BY fid DESC LIMIT 1") == [
        ("建设用地", "asked", "Parcel PW06: 指哪一种")
    ]
    (number,) = sql(trial, "SELECT MAX(id) FROM import_journal")[0]
    with CampaignFile.open(trial, update=True) as file, pytest.raises(NothingButEvents):
        undo_imports(file, [number])
    assert not read_journal(trial)[0].can_be_undone


def fail(_file: CampaignFile, _at: datetime) -> None:
    raise CampaignRefused(file="x", reason="the disk is full")


def test_a_step_that_fails_leaves_the_file_as_it_was_and_its_copy_serves_the_next_time(
    trial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(trial)
    with monkeypatch.context() as broken:
        broken.setattr(migrating, "STEPS", (*STEPS, Step(SCHEMA_VERSION, fail)))
        with pytest.raises(CampaignRefused):
            bring_up_to_date(trial, NOW)
    assert rows(trial) == before

    copy = migrated(trial)
    assert files(trial) == {trial.name, copy.name}
    assert rows(copy) == before


def test_what_another_program_writes_after_the_copy_is_in_a_second_copy(
    trial: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = iter(["后来写入"])

    def and_another_writes(source: Path, target: Path) -> None:
        copy_verified(source, target)
        for name in other:
            sql(trial, f"UPDATE campaign SET name = '{name}'")

    monkeypatch.setattr(migrating, "copy_verified", and_another_writes)
    copy = migrated(trial)

    assert copy.name == "trial-升级前-2026-11-29-2.gpkg"
    assert sql(copy, "SELECT name FROM campaign") == [("后来写入",)]
    assert sql(trial, "SELECT name, schema_version FROM campaign") == [("后来写入", SCHEMA_VERSION)]


def test_a_file_that_is_always_being_written_to_is_left_alone(trial: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def and_another_writes(source: Path, target: Path) -> None:
        copy_verified(source, target)
        sql(trial, "UPDATE campaign SET name = name || '改'")

    monkeypatch.setattr(migrating, "copy_verified", and_another_writes)
    with pytest.raises(CampaignBusy):
        bring_up_to_date(trial, NOW)
    assert version(trial) == 1


def test_a_copy_takes_along_what_still_lies_in_a_journal_beside_the_file(trial: Path) -> None:
    """An edit session of QGIS leaves such files: the last changes are in the write-ahead log alone."""
    writer = sqlite3.connect(trial)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("UPDATE campaign SET name = '日志中的名称'")
    writer.commit()
    copy_verified(trial, trial.with_name("copy.gpkg"))
    writer.close()

    assert sql(trial.with_name("copy.gpkg"), "SELECT name FROM campaign") == [("日志中的名称",)]


def test_a_copy_that_lost_a_row_is_taken_away(trial: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def loses_a_point(source: Path, target: Path) -> None:
        shutil.copy(source, target)
        sql(target, "DELETE FROM supply WHERE fid = 1")

    monkeypatch.setattr(copying, "_back_up", loses_a_point)
    with pytest.raises(CopyDiffers):
        bring_up_to_date(trial, NOW)
    assert version(trial) == 1
    assert files(trial) == {trial.name}


def test_without_room_for_the_copy_nothing_is_migrated(trial: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot_write(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise sqlite3.OperationalError("database or disk is full")

    before = trial.read_bytes()
    monkeypatch.setattr(copying, "_back_up", cannot_write)
    with pytest.raises(CannotCopy, match="full"):
        bring_up_to_date(trial, NOW)
    assert trial.read_bytes() == before
    assert files(trial) == {trial.name}


def test_a_damaged_file_is_neither_copied_nor_migrated(trial: Path) -> None:
    (root,) = sql(trial, "SELECT rootpage FROM sqlite_master WHERE name = 'event_parcel'")[0]
    ((size,),) = sql(trial, "PRAGMA page_size")
    with open(trial, "r+b") as handle:
        handle.seek((root - 1) * size)
        handle.write(bytes(size))
    before = trial.read_bytes()

    with pytest.raises(FileDamaged):
        bring_up_to_date(trial, NOW)
    assert trial.read_bytes() == before
    assert files(trial) == {trial.name}


def test_the_next_year_of_an_old_file_is_of_today_and_the_old_file_stays(old: Path, tmp_path: Path) -> None:
    before, new = old.read_bytes(), tmp_path / "2024.gpkg"
    rolled = roll_over(old, 2024, new, NOW, Notes())

    assert old.read_bytes() == before
    assert version(new) == SCHEMA_VERSION
    assert len(sql(new, "SELECT 1 FROM unsupplied_parcel UNION ALL SELECT 1 FROM idle_parcel")) == len(rolled.carried)


def test_land_uses_of_the_next_year_know_their_standard(trial: Path, tmp_path: Path) -> None:
    roll_over(trial, 2024, tmp_path / "2024.gpkg", NOW, Notes())
    carried = sql(tmp_path / "2024.gpkg", "SELECT LYXZ FROM unsupplied_parcel WHERE TBBH IN ('PW05', 'PW06')")
    assert carried == [("gbt21010-2017:0404",), ("gbt21010-2017:0601",)]


def test_a_new_campaign_is_of_todays_version(campaign: Path) -> None:
    assert version(campaign) == SCHEMA_VERSION
    assert bring_up_to_date(campaign, NOW) is None


KILLED = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from anze_idle_land_plugin.store.migrating import bring_up_to_date
print("begins", flush=True)
bring_up_to_date(Path(sys.argv[1]), datetime(2026, 11, 29, 8, 0, tzinfo=timezone.utc))
print("ended", flush=True)
"""
KILLS = 25


def started(path: Path) -> subprocess.Popen[str]:
    """A process that is about to migrate a file."""
    plugin = Path(migrating.__file__).resolve().parents[1]
    python_path = os.pathsep.join([str(plugin.parent), str(plugin / "shipped")])
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": python_path},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    return process


def test_two_programs_that_open_an_old_file_at_once_migrate_it_once(tmp_path: Path) -> None:
    once, twice = (unpacked(PARTLY_SUPPLIED, tmp_path / name) for name in ("once", "twice"))
    bring_up_to_date(once, NOW)
    together = [started(twice) for _ in range(2)]
    assert [process.communicate()[0] for process in together] == ["ended\n", "ended\n"]

    assert rows(twice) == rows(once)
    assert rows(twice.with_name("partly_supplied-升级前-2026-11-29.gpkg")) == rows(
        unpacked(PARTLY_SUPPLIED, tmp_path / "before")
    )


def test_killed_at_any_moment_the_file_is_the_old_or_the_new_one_and_the_copy_whole_or_absent(tmp_path: Path) -> None:
    whole = unpacked(PARTLY_SUPPLIED, tmp_path / "whole")
    before = rows(whole)
    process, began = started(whole), time.monotonic()
    assert process.communicate()[0] == "ended\n"
    lasts, after = time.monotonic() - began, rows(whole)

    moments, ends = random.Random(13), set()
    for number in range(KILLS):
        path = unpacked(PARTLY_SUPPLIED, tmp_path / str(number))
        process = started(path)
        time.sleep(moments.uniform(0, lasts))
        process.kill()
        process.communicate()
        found = rows(path)  # opening rolls an unfinished transaction back
        ends.add(version(path))
        assert found == (before if version(path) == 1 else after)
        for copy in path.parent.glob("partly_supplied-升级前-*"):
            assert rows(copy) == before
        bring_up_to_date(path, NOW)
        assert rows(path) == after
        assert files(path) == {path.name, "partly_supplied-升级前-2026-11-29.gpkg"}
    assert ends == {1, SCHEMA_VERSION}, "the moments were not spread over the migration"

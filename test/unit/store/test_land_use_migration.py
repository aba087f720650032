"""Campaigns of before: bare codes of land use get the standard their reader used, and nothing else moves."""

from __future__ import annotations

import csv
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from campaigns_of_before import KEPT, sql, unpacked
from factories import parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.standing.events import Event, EventKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.casework.land_use_migration import Resolved, give_codes_a_system
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import append_event, broken_links, events_of, last_hash
from anze_idle_land_plugin.store.migrating import bring_up_to_date
from anze_idle_land_plugin.store.rollover import roll_over
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
NOW = datetime(2023, 6, 1, 8, tzinfo=timezone.utc)
_CODES = Path(catalogue.RESOURCES) / "codes"
TABLES = dict.fromkeys(("TDYT", "LYXZ"), _CODES / "landuse_gbt21010_2017.csv")
TABLES["GHYT"] = _CODES / "landuse_ydyh_2023.csv"
MAY, DAY = date(2023, 5, 20), date(2023, 9, 30)
BARE = {
    ("unsupplied_parcel", "TBBH", "G-1"): {"GHYT": "0601", "LYXZ": "0601"},
    ("unsupplied_parcel", "TBBH", "G-2"): {"GHYT": "", "LYXZ": "9999"},
    ("idle_parcel", "XZBH", "X-1"): {"TDYT": "0601"},
    ("idle_parcel", "XZBH", "X-2"): {"TDYT": "100101"},
}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A campaign whose columns and log hold land uses as they were written before codes knew their standard."""
    path = tmp_path / "old.gpkg"
    create_campaign(path, snapshot().campaign, {})
    with CampaignFile.open(path, update=True) as file:
        for which, codes in ((UNSUPPLIED, ("G-1", "G-2")), (IDLE, ("X-1", "X-2"))):
            places = [(37612000.0 + 300 * number, 4002000.0 + 900 * (which is IDLE)) for number in range(2)]
            square = ((0.0, 100.0), (100.0, 100.0), (100.0, 0.0), (0.0, 0.0))
            surveys = tuple(parcel(shifted(square, place), code=code) for code, place in zip(codes, places))
            reading = Reading(f"{which.value}.txt", "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", surveys, ())
            import_readings(file, which, [reading], started_at=NOW)
        for (table, key, code), columns in BARE.items():
            for field, value in columns.items():
                file.execute(f"UPDATE {table} SET {field} = ? WHERE {key} = ?", value or None, code)
        facts = [(UNSUPPLIED, "G-1", "LYXZ", "0601"), (IDLE, "X-1", "TDYT", "0601"), (IDLE, "X-2", "TDYT", "旧")]
        for number, (which, code, field, value) in enumerate(facts, 1):
            stamp = "2023-05-20T08:00:00Z"
            event = Event(which, code, EventKind.FACT, MAY, field=field, value=value, recorded_at=stamp, id=number)
            append_event(file, event, last_hash(file))
    return path


def test_columns_get_the_standard_their_reader_used_and_what_no_table_has_stays_open(old: Path) -> None:
    with CampaignFile.open(old, update=True) as file, file.transaction():
        report = give_codes_a_system(file)
    assert set(report) == {
        Resolved(UNSUPPLIED, "G-1", "GHYT", "0601", "ydyh-2023:0601"),
        Resolved(UNSUPPLIED, "G-1", "LYXZ", "0601", "gbt21010-2017:0601"),
        Resolved(UNSUPPLIED, "G-2", "LYXZ", "9999", ""),
        Resolved(IDLE, "X-1", "TDYT", "0601", "gbt21010-2017:0601"),
        Resolved(IDLE, "X-2", "TDYT", "100101", "ydyh-2023:100101"),
        Resolved(IDLE, "X-2", "TDYT", "旧", ""),
    }
    with CampaignFile.open(old) as file:
        columns = file.query("SELECT TBBH, GHYT, LYXZ FROM unsupplied_parcel ORDER BY TBBH")
        assert columns == [("G-1", "ydyh-2023:0601", "gbt21010-2017:0601"), ("G-2", None, "9999")]
        idle = file.query("SELECT XZBH, TDYT FROM idle_parcel ORDER BY XZBH")
        assert idle == [("X-1", "gbt21010-2017:0601"), ("X-2", "ydyh-2023:100101")]


def test_a_second_time_only_what_is_open_is_left(old: Path) -> None:
    with CampaignFile.open(old, update=True) as file, file.transaction():
        give_codes_a_system(file)
        assert all(each.is_open for each in give_codes_a_system(file))


def test_the_log_stays_as_it_was_written_and_its_readers_get_the_standard(old: Path) -> None:
    with CampaignFile.open(old, update=True) as file, file.transaction():
        before = file.query("SELECT * FROM event ORDER BY id")
        give_codes_a_system(file)
        assert file.query("SELECT * FROM event ORDER BY id") == before
        assert broken_links(file) == []
        values = {key: [event.value for event in events] for key, events in events_of(file).items()}
    assert values == {
        (UNSUPPLIED, "G-1"): ["gbt21010-2017:0601"],
        (IDLE, "X-1"): ["gbt21010-2017:0601"],
        (IDLE, "X-2"): ["旧"],
    }


def test_the_case_says_it_on_every_day_and_as_it_was_known_at_any_time(old: Path) -> None:
    with CampaignFile.open(old, update=True) as file, file.transaction():
        give_codes_a_system(file)
    for known in (None, "2023-05-31T00:00:00Z"):
        idle = read_snapshot(old, DAY, known).dossiers[IDLE]
        assert [each.case.use for each in idle] == ["gbt21010-2017:0601", "旧"]


def test_correcting_the_day_of_an_old_fact_keeps_its_meaning(old: Path) -> None:
    with CampaignFile.open(old, update=True) as file:
        with file.transaction():
            give_codes_a_system(file)
        correct(file, [2], Correction(effective_on=date(2023, 5, 25)), NOW)
        record(file, [Draft(UNSUPPLIED, "G-1", EventKind.FACT, DAY, field="LYXZ", value="水浇地")], NOW)
        uses = {
            key: [event.value for event in events if event.field in ("TDYT", "LYXZ")]
            for key, events in events_of(file).items()
        }
        assert uses[IDLE, "X-1"] == ["gbt21010-2017:0601", "gbt21010-2017:0601"]
        assert uses[UNSUPPLIED, "G-1"] == ["gbt21010-2017:0601", "gbt21010-2017:0102"]
        assert broken_links(file) == []


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept.parent.name}-{kept.stem}")
def test_a_campaign_of_before_says_what_its_ledgers_said(kept: Path, tmp_path: Path) -> None:
    """The reader of before took names of GB/T 21010 for LYXZ and TDYT, and planning names for GHYT."""
    path = unpacked(kept, tmp_path)
    columns = (("idle_parcel", "TDYT"), ("unsupplied_parcel", "LYXZ"), ("unsupplied_parcel", "GHYT"))
    before = {column: sql(path, f"SELECT fid, {column[1]} FROM {column[0]} ORDER BY fid") for column in columns}
    bring_up_to_date(path, NOW)
    for (table, field), old_rows in before.items():
        with open(TABLES[field], encoding="utf-8", newline="") as handle:
            system = "ydyh-2023" if field == "GHYT" else "gbt21010-2017"
            known = {row["code"]: f"{system}:{row['code']}" for row in csv.DictReader(handle)}
        assert {old for _, old in old_rows if old} <= set(known)
        now = sql(path, f"SELECT fid, {field} FROM {table} ORDER BY fid")
        assert now == [(fid, known.get(old)) for fid, old in old_rows]


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept.parent.name}-{kept.stem}")
def test_the_next_year_of_a_campaign_of_before_begins_with_standards_in_tables_and_log(
    kept: Path, tmp_path: Path
) -> None:
    path, new = unpacked(kept, tmp_path), tmp_path / "2024.gpkg"
    roll_over(path, 2024, new, NOW, Notes())
    stored = sql(
        new,
        "SELECT TDYT FROM idle_parcel UNION ALL SELECT LYXZ FROM unsupplied_parcel UNION ALL"
        " SELECT GHYT FROM unsupplied_parcel UNION ALL SELECT value FROM event WHERE field IN ('TDYT', 'LYXZ', 'GHYT')",
    )
    assert stored
    assert all(":" in str(text) for (text,) in stored if text)
    with CampaignFile.open(new) as file:
        assert broken_links(file) == []

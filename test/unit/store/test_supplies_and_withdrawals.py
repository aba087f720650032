"""The registers of supplies and withdrawals follow the steps: in parts, together, corrected."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from factories import SQUARE, parcel, shifted, snapshot

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

UNSUPPLIED = ListKind.UNSUPPLIED
NOW, MAY = datetime(2023, 12, 1, tzinfo=timezone.utc), date(2023, 5, 10)
FIRST, SECOND = "1410262023B00001", "1410262023B00002"


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Two parcels of 1.5 ha, about to be supplied and to be withdrawn."""
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    surveys = tuple(parcel(shifted(SQUARE, (37612000.0 + 300 * n, 4002000.0)), code=f"G-A{n}") for n in (1, 2))
    with CampaignFile.open(path, update=True) as file:
        import_readings(file, UNSUPPLIED, [Reading("a.txt", "", 1, "utf-8", "x", "EPSG:4525", surveys, ())])
        states = {"G-A1": "P40", "G-A2": "P60"}
        record(file, [entered(code, state) for code, state in states.items()], NOW)
    return path


def entered(code: str, state: str) -> Draft:
    return Draft(UNSUPPLIED, code, EventKind.BASELINE, MAY, field=STATE_FIELD, value=state, area_ha=1.5)


def supplied(code: str, number: str, area: float, day: date) -> list[Draft]:
    facts = {"HTBH": f"合同{number[-1]}号", "HTQDRQ": day.isoformat(), "GYFS": "23", "GYMJ": str(area), "DZJGH": number}
    drafts = [Draft(UNSUPPLIED, code, EventKind.FACT, day, field=name, value=value) for name, value in facts.items()]
    return [*drafts, Draft(UNSUPPLIED, code, EventKind.TRANSITION, day, transition="TP11")]


def step(code: str, transition: str, day: date, **more: Any) -> Draft:
    return Draft(UNSUPPLIED, code, EventKind.TRANSITION, day, transition=transition, **more)


def take(path: Path, *drafts: Draft) -> None:
    with CampaignFile.open(path, update=True) as file:
        record(file, list(drafts), NOW)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with CampaignFile.open(path) as file:
        return file.query(sql)  # type: ignore[return-value]


LINKS = "SELECT supervision_number, code, area_ha FROM supply_parcel ORDER BY fid"


def test_a_parcel_supplied_in_parts_stands_under_both_contracts(campaign: Path) -> None:
    take(campaign, *supplied("G-A1", FIRST, 0.6, date(2023, 6, 1)))
    back = Draft(
        UNSUPPLIED, "G-A1", EventKind.TRANSITION, date(2023, 7, 1), transition="P40", document="1号", override="x"
    )
    take(campaign, step("G-A1", "TP13", date(2023, 7, 1)), back, *supplied("G-A1", SECOND, 0.9, date(2023, 8, 1)))
    assert rows(campaign, LINKS) == [(FIRST, "G-A1", 0.6), (SECOND, "G-A1", 0.9)]
    assert rows(campaign, "SELECT contract_number, signed_on, mode FROM supply ORDER BY fid") == [
        ("合同1号", "2023-06-01", "23"),
        ("合同2号", "2023-08-01", "23"),
    ]


def test_one_contract_may_cover_two_parcels(campaign: Path) -> None:
    both = [draft for code in ("G-A1", "G-A2") for draft in supplied(code, FIRST, 1.5, date(2023, 6, 1))]
    take(campaign, step("G-A2", "P40", MAY, document="1号", override="x"), *both)
    assert sorted(rows(campaign, LINKS)) == [(FIRST, "G-A1", 1.5), (FIRST, "G-A2", 1.5)]
    assert rows(campaign, "SELECT COUNT(*) FROM supply") == [(1,)]


def test_a_withdrawal_stands_under_its_document_with_its_own_area(campaign: Path) -> None:
    number = "晋政地撤〔2023〕1号"
    take(campaign, step("G-A2", "TP17", date(2023, 6, 1), area_ha=0.5, document=number))
    assert rows(campaign, "SELECT number, code, area_ha FROM withdrawal_parcel") == [(number, "G-A2", 0.5)]
    assert rows(campaign, "SELECT number, withdrawn_on FROM withdrawal") == [(number, "2023-06-01")]
    assert rows(campaign, "SELECT geom IS NULL FROM withdrawal_parcel") == [(1,)]


def test_a_parcel_withdrawn_as_a_whole_gives_the_withdrawal_its_outline(campaign: Path) -> None:
    take(campaign, step("G-A2", "TP17", date(2023, 6, 1)))
    with CampaignFile.open(campaign) as file:
        (row,) = file.rows("SELECT * FROM withdrawal_parcel")
        (own,) = file.rows("SELECT * FROM unsupplied_parcel WHERE TBBH = 'G-A2'")
    assert row.wkb == own.wkb and row.values["number"].startswith("G-A2#")


def test_a_corrected_step_takes_its_share_back(campaign: Path) -> None:
    take(campaign, *supplied("G-A1", FIRST, 0.6, date(2023, 6, 1)))
    ((number,),) = rows(campaign, "SELECT id + 0 AS number FROM event WHERE transition = 'TP11'")
    with CampaignFile.open(campaign, update=True) as file:
        correct(file, [int(str(number))], Correction(area_ha=0.7), NOW)
    assert rows(campaign, LINKS) == [(FIRST, "G-A1", 0.7)]
    ((last,),) = rows(campaign, "SELECT MAX(id) FROM event")
    with CampaignFile.open(campaign, update=True) as file:
        correct(file, [int(str(last))], Correction(void=True), NOW)
    assert rows(campaign, LINKS) == []


def test_what_a_ledger_put_into_the_register_is_left_alone(campaign: Path) -> None:
    with CampaignFile.open(campaign, update=True) as file, file.transaction():
        file.execute("INSERT INTO supply (supervision_number) VALUES ('老合同')")
        columns = "supervision_number, list, code, area_ha"
        file.execute(f"INSERT INTO supply_parcel ({columns}) VALUES ('老合同', 'unsupplied', 'G-A1', 0.2)")
    take(campaign, *supplied("G-A1", FIRST, 0.6, date(2023, 6, 1)))
    assert rows(campaign, LINKS) == [("老合同", "G-A1", 0.2), (FIRST, "G-A1", 0.6)]

"""The sample as a campaign with the story of its whole year, as the product keeps it."""

from __future__ import annotations

import csv
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Callable

import pytest
from factories import snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.readers.files import read_path
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.reading import ReadOptions
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.ledgers.attaching import attach_ledger
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

SAMPLE = catalogue.RESOURCES / "sample"
ANZE = (112.0, 35.89, 112.57, 36.51)
BEGUN = datetime(2023, 5, 10, 8, tzinfo=timezone.utc)


def story(until: date) -> list[Draft]:
    """What happened until a day."""
    with open(SAMPLE / "events.csv", encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return [
        Draft(
            which=ListKind(row["list"]),
            code=row["code"],
            kind=EventKind(row["kind"]),
            effective_on=date.fromisoformat(row["effective_on"]),
            transition=row["transition"],
            field=row["field"],
            value=row["value"],
            area_ha=float(row["area_ha"]) if row["area_ha"] else None,
            document=row["document"],
            department=row["department"],
            attachments=tuple(str(SAMPLE / path) for path in row["attachments"].split(";") if path),
        )
        for row in rows
        if date.fromisoformat(row["effective_on"]) <= until
    ]


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Path]:
    """Makes a campaign of the sample that has lived until a day."""

    def make(until: date) -> Path:
        path = tmp_path_factory.mktemp("sample") / "sample.gpkg"
        create_campaign(path, snapshot().campaign, {})
        with CampaignFile.open(path, update=True) as file:
            for which in ListKind:
                read = read_path(SAMPLE / which.value, ReadOptions(county_extent=ANZE))
                import_readings(file, which, read, started_at=BEGUN)
                attach_ledger(file, which, read_ledger(SAMPLE / f"ledger_{which.value}.xlsx", which), recorded_at=BEGUN)
            record(file, story(until), BEGUN)
        return path

    return make


@pytest.fixture(scope="session")
def as_of(lived: Callable[[date], Path]) -> Callable[[str], dict[str, Dossier]]:
    """The parcels as of a day of the year, by code."""
    whole = lived(date(2023, 12, 31))

    def on(day: str) -> dict[str, Dossier]:
        return {each.code: each for each in read_snapshot(whole, date.fromisoformat(day)).all_dossiers()}

    return on

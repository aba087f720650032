"""The state as of a day: 100,000 parcels with 300,000 events, against the bare SQL query over the same file."""

from __future__ import annotations

import sqlite3
from datetime import date
from functools import partial
from pathlib import Path
from typing import Iterator

from factories import snapshot
from measure import Figure, in_pairs, pair_figure, peak_bytes

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.states import StateOn, states_as_of

PARCELS = 100_000
DAYS = (date(2023, 3, 1), date(2023, 5, 31), date(2023, 9, 30), date(2023, 11, 30), date(2024, 6, 30))
STEPS = (
    ("baseline", "", "P20", "'2023-05-10'"),
    ("transition", "TP08", "P21", "printf('2023-06-%02d', 1 + i % 30)"),
    ("transition", "TP09", "P30", "printf('2023-%02d-%02d', 7 + i % 6, 1 + i % 28)"),
)
"""Kind, step, state and day of the events every parcel has."""
BARE = (
    "SELECT code, value FROM (SELECT code, value, ROW_NUMBER() OVER (PARTITION BY code ORDER BY effective_on DESC,"
    " id DESC) AS place FROM event WHERE list = 'unsupplied' AND field = 'ZT' AND effective_on <= ? AND id NOT IN"
    " (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)) WHERE place = 1"
)


def campaign_of(folder: Path, parcels: int = PARCELS) -> Path:
    """A campaign with three events a parcel, written by SQL."""
    path = folder / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {parcels})"
    event = "INSERT INTO event (list, code, kind, transition, field, value, area_ha, effective_on, recorded_at)"
    code = "printf('2023-G-%06d', i)"
    with CampaignFile.open(path, update=True) as file, file.transaction():
        file.execute(f"INSERT INTO unsupplied_parcel (TBBH, DKMJGQ) {numbers} SELECT {code}, 1.5 FROM n")
        for kind, step, state, day in STEPS:
            values = f"'unsupplied', {code}, '{kind}', '{step}', 'ZT', '{state}', 1.5, {day}, '2023-12-31T00:00:00Z'"
            file.execute(f"{event} {numbers} SELECT {values} FROM n")
    return path


def ours(path: Path, day: date) -> dict[str, StateOn]:
    with CampaignFile.open(path) as file:
        return states_as_of(file, ListKind.UNSUPPLIED, day, 2023)


def bare(path: Path, day: date) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(BARE, (day.isoformat(),)).fetchall()


def figures(folder: Path) -> Iterator[Figure]:
    path = campaign_of(folder)
    states, rows = ours(path, DAYS[-1]), bare(path, DAYS[-1])
    if {code: state.state for code, state in states.items()} != dict(rows):
        raise ValueError("the two do not say the same")
    for day in DAYS:
        pair = in_pairs(partial(ours, path, day), partial(bare, path, day))
        yield pair_figure(f"state as of {day}", pair, "bare SQL", 3.0)
    mine, theirs = (peak_bytes(partial(each, path, DAYS[-1])) for each in (ours, bare))
    yield Figure("its memory", f"{mine / 1e6:.0f} MB", f"{theirs / 1e6:.0f} MB bare SQL", mine / max(theirs, 1), 3.0)

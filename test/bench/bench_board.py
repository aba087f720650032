"""The board in QGIS with 100,000 parcels: figures of a day from the file, against the bare SQL that counts the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Iterator

from measure import Figure, in_pairs, pair_figure

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.counting import figures as model
from anze_idle_land_plugin.model.counting.progress import due
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.standing.overview import read_overview

PARCELS = 100_000
AS_OF = date(2023, 9, 30)
TOWNS = ("府城镇", "和川镇", "唐城镇", "冀氏镇", "良马镇", "马壁镇")

BARE = """
CREATE TEMP TABLE standing AS
SELECT code,
    MAX(CASE WHEN field = 'ZT' THEN effective_on || printf('%013d', id) || value END) AS state,
    SUM(CASE WHEN transition IN ('TP11', 'TP18', 'TX30', 'TX31', 'TX32', 'TX40', 'TX51')
        AND effective_on LIKE '2023%' THEN area_ha ELSE 0 END) AS done,
    MAX(CASE WHEN kind = 'baseline' AND field = 'ZT' THEN area_ha END) AS base,
    MAX(kind = 'confirm') AS confirmed,
    MAX(CASE WHEN field = 'JHWCSJ' THEN effective_on || printf('%013d', id) || value END) AS deadline,
    MAX(CASE WHEN field = 'ZRDW' THEN effective_on || printf('%013d', id) || value END) AS department,
    MAX(CASE WHEN field IN ('XHLYFS', 'CZFS') THEN effective_on || printf('%013d', id) || value END) AS measure
FROM event
WHERE list = '{list}' AND effective_on <= '{day}'
    AND id NOT IN (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)
GROUP BY code;
CREATE TEMP TABLE counted AS
SELECT p.{key} AS code, CASE WHEN p.KFQBZ = 'Y' THEN 'zone' ELSE p.XZMC END AS unit,
    COALESCE(substr(s.department, 24), p.ZRDW) AS department, COALESCE(substr(s.measure, 24), p.{measure}) AS measure,
    substr(p.{year}, 1, 4) AS year, substr(s.state, 24) AS state, s.base AS area, s.done AS done, s.confirmed,
    COALESCE(substr(s.deadline, 24), p.JHWCSJ) AS deadline
FROM {table} p LEFT JOIN standing s ON s.code = p.{key}
WHERE COALESCE(substr(s.state, 24), '-') NOT IN ('XS0', 'X30');
"""
FIGURES = (
    "COUNT(*), SUM(area), SUM(done), SUM(CASE WHEN confirmed THEN done ELSE 0 END),"
    " SUM(done > 0 AND done >= area - 0.00045), SUM(deadline < '{day}' AND done < area - 0.00045),"
    " SUM(deadline BETWEEN '{day}' AND date('{day}', '+7 days') AND done < area - 0.00045),"
    " SUM(deadline BETWEEN '{day}' AND date('{day}', '+30 days') AND done < area - 0.00045)"
)
GROUPS = ("unit", "department", "measure", "year")


def campaign(folder: Path) -> Path:
    """A campaign of 100,000 parcels, half of each list, with three to six events each."""
    path = folder / "campaign.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(path, Campaign("十万宗", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    with closing(sqlite3.connect(path)) as database:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree%'"
        ).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')  # they call functions that a bare SQLite does not have
        number = 0
        for which in ListKind:
            number = _fill(database, which, number)
        database.commit()
    return path


def _fill(database: sqlite3.Connection, which: ListKind, number: int) -> int:
    unsupplied = which is ListKind.UNSUPPLIED
    key, measure = catalogue.code_field(which), catalogue.field_of(which, "measure").code
    year, area = ("NZYPZRQ", "DKMJGQ") if unsupplied else ("HTQDRQ", "XZMJ")
    codes = [f"2023-{which.letter}-{n:06d}" for n in range(PARCELS // 2)]
    measures = catalogue.measure_codes(which)
    database.executemany(
        f"INSERT INTO {which.table} ({key}, XZMC, KFQBZ, ZRDW, {measure}, {year}, {area}, JHWCSJ)"
        " VALUES (?, ?, ?, 'ZRZY', ?, ?, 1.5, ?)",
        (
            (
                code,
                TOWNS[n % 6],
                "Y" if n % 9 == 0 else "N",
                measures[n % len(measures)],
                f"{2009 + n % 14}-03-01",
                "2023-10-15",
            )
            for n, code in enumerate(codes)
        ),
    )
    events: list[tuple[object, ...]] = []
    steps = (
        ("TP09", "P30", "TP10", "P40", "TP11", "P50") if unsupplied else ("TX11", "X50", "TX13", "X52", "TX32", "X95")
    )
    start = "P21" if unsupplied else "X42"
    for n, code in enumerate(codes):
        rows: list[tuple[object, ...]] = [("baseline", "", "ZT", start, 1.5, "2023-05-10")]
        for step in range(n % 4):
            day = f"2023-{6 + step + n % 3:02d}-15"
            rows.append(("transition", steps[2 * step], "ZT", steps[2 * step + 1], 1.5 if step == 2 else None, day))
        rows.append(("fact", "", "JHWCSJ", f"2023-{8 + n % 4:02d}-30", None, "2023-05-20"))
        if n % 8 == 7:
            rows.append(("confirm", "", "", "", None, "2023-09-20"))
        for row in rows:
            number += 1
            events.append((number, which.value, code, *row))
    database.executemany(
        "INSERT INTO event (id, list, code, kind, transition, field, value, area_ha, effective_on)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        events,
    )
    database.executemany(
        "INSERT INTO parcel_version (list, code, version, effective_on, area_m2) VALUES (?, ?, 1, '2023-05-10', 15000)",
        ((which.value, code) for code in codes),
    )
    return number


def bare(path: Path) -> list[tuple[object, ...]]:
    """What a person would type into a database: standings into a table, and one GROUP BY a group."""
    day = AS_OF.isoformat()
    found: list[tuple[object, ...]] = []
    for which in ListKind:
        names = {
            "list": which.value,
            "day": day,
            "key": catalogue.code_field(which),
            "table": which.table,
            "measure": catalogue.field_of(which, "measure").code,
            "year": "NZYPZRQ" if which is ListKind.UNSUPPLIED else "HTQDRQ",
        }
        with closing(sqlite3.connect(path)) as database:
            database.executescript(BARE.format(**names))
            shown = FIGURES.format(day=day)
            found += database.execute(f"SELECT {shown} FROM counted").fetchall()
            for group in GROUPS:
                found += database.execute(f"SELECT {group}, {shown} FROM counted GROUP BY {group}").fetchall()
    return found


def ours(path: Path) -> object:
    """What the dock does for a day: read and count; every group with its parcels, and what is due."""
    counting = read_overview(path, AS_OF).counting
    return model.figures(counting, catalogue.counting_rules(counting.units)), due(counting.parcels, AS_OF)


def figures(folder: Path) -> Iterator[Figure]:
    path = campaign(folder)
    pair = in_pairs(lambda: ours(path), lambda: bare(path), 5)
    yield pair_figure("figures of a day, 100,000 parcels", pair, "bare SQL, one GROUP BY a group", 3.0)

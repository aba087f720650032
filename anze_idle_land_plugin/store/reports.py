"""What printed reports said: date, unit, figures, standard, and the hash of the events they were made from.

A figure that was once read out must be found again when late events or corrections have changed it since; the hash
says whether they have (docs/data-model.md 2).
"""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Iterator, Mapping, NamedTuple, Sequence

from ..model.campaign import Campaign
from ..model.counting.figures import Figures
from ..model.counting.progress import Tally
from ..model.kinds import ListKind
from ..model.standing.events import EventKind
from .database import CampaignFile, SpatialRow

COLUMNS = "made_on, unit, figures, standard_version, events_hash"


class Said(NamedTuple):
    """One row: what a report said of a unit (the county, a town or the zone) as of a day.

    ``figures`` holds the kind of report, its lists, the counts, areas in hectares and rates as fractions.
    """

    made_on: date
    unit: str
    figures: Mapping[str, Any]
    standard_version: str
    events_hash: str


def keep_report(
    path: str | Path,
    kind: str,
    campaign: Campaign,
    figures: Figures,
    lists: Sequence[ListKind],
    recorded_by: str | None = None,
) -> int:
    """Keep what a report (by the id of its algorithm) on some lists says of county and units; returns the new rows.

    A report made again from the same events says nothing new. Raises CampaignRefused when the file cannot be changed.
    """
    with CampaignFile.open(path, update=True) as file:
        digest = events_hash(file, figures.as_of, recorded_by)
        known = {each[:2] + each[3:] + (_text(each.figures),) for each in reports(file)}
        rows = [
            (figures.as_of, unit, campaign.standard_version, digest, _text({"report": kind, **said}))
            for unit, said in _said(campaign, figures, lists)
        ]
        new = [row for row in rows if row not in known]
        with file.transaction():
            file.append("progress_report", [SpatialRow(_row(*row), b"") for row in new])
        return len(new)


def reports(file: CampaignFile) -> list[Said]:
    """All that was kept, in order."""
    rows = file.query(f"SELECT {COLUMNS} FROM progress_report ORDER BY fid")
    return [
        Said(date.fromisoformat(str(day)), str(unit), json.loads(str(text)), str(standard or ""), str(digest))
        for day, unit, text, standard, digest in rows
    ]


def last_report(path: str | Path, kind: str, before: date, lists: Sequence[ListKind]) -> date | None:
    """The day of the latest report of a kind on the same lists before a day; None without one."""
    named = [which.value for which in lists]
    with CampaignFile.open(path) as file:
        days = [
            each.made_on
            for each in reports(file)
            if each.made_on < before and each.figures["report"] == kind and each.figures["lists"] == named
        ]
    return max(days, default=None)


def events_hash(file: CampaignFile, as_of: date, recorded_by: str | None = None) -> str:
    """The hash of all events that figures as of a day are made from: a later entry about that time changes it."""
    known = "" if recorded_by is None else " AND recorded_at <= ?"
    sql = f"SELECT hash FROM event WHERE (effective_on <= ? OR kind = ?){known} ORDER BY id"
    values = (as_of, EventKind.CORRECT.value, *(() if recorded_by is None else (recorded_by,)))
    digest = sha256()
    for (each,) in file.bulk("hash", sql, *values):
        digest.update(str(each).encode("ascii"))
    return digest.hexdigest()


def _said(campaign: Campaign, figures: Figures, lists: Sequence[ListKind]) -> Iterator[tuple[str, dict[str, object]]]:
    planned = figures.planned_rate
    common = {"lists": [which.value for which in lists], "planned_rate": planned}
    county = campaign.county_name or campaign.county_code
    by_list = {name: _figures(each, planned) for name, each in figures.by_list.items()}
    yield county, {**common, **_figures(figures.total, planned), "by_list": by_list}
    for unit, each in figures.by_unit.items():
        yield unit, {**common, **_figures(each, planned)}


def _figures(each: Tally, planned: float) -> dict[str, float | None]:
    return {
        "parcels": each.parcels,
        "area_ha": each.area_ha,
        "task_area_ha": each.task_area_ha,
        "done_parcels": each.done_parcels,
        "done_area_ha": each.done_area_ha,
        "confirmed_area_ha": each.confirmed_area_ha,
        "done_rate": each.done_rate,
        "confirmed_rate": each.confirmed_rate,
        "lag_points": each.lag_points(planned),
    }


def _text(figures: Mapping[str, object]) -> str:
    return json.dumps(figures, ensure_ascii=False, sort_keys=True)


def _row(made_on: date, unit: str, standard: str, digest: str, figures: str) -> dict[str, object]:
    return {
        "made_on": made_on,
        "unit": unit,
        "figures": figures,
        "standard_version": standard,
        "events_hash": digest,
    }

"""What a campaign shows on a day, as plain data: the figures of progress, and every parcel as the dock reads it.

Kept beside a campaign file of an older schema, it is what the file must go on showing. Also a command, to be run with
the version that made the file, before the schema changes::

    PYTHONPATH=test sh tools/headless.sh .venv/bin/python -m trial.figures campaign.gpkg figures.json
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from .playing import Run, plugin

MONTHS_AND_DAYS = "05-10 05-30 05-31 06-11 06-12 06-30 08-25 09-30 10-31 11-30 12-31"
DAYS = tuple(f"2023-{each}" for each in MONTHS_AND_DAYS.split())
"""Deadlines of the plan, and days around what happened."""
LISTS = ("unsupplied", "idle", "both")


def figures(run: Run, path: Path, day: str) -> dict[str, Any]:
    """Progress by list and of both, and state, status, base, done (hectares) and confirmation of every parcel."""
    return {"progress": {which: _progress(run, path, which, day) for which in LISTS}, "parcels": parcels(path, day)}


def _progress(run: Run, path: Path, which: str, day: str) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "progress.json"
        run("progress", CAMPAIGN=str(path), LIST=which, AS_OF=day, JSON=str(told))
        return _counts(json.loads(told.read_text(encoding="utf-8")))


def _counts(told: Any) -> Any:
    """The same with the number of parcels in place of their codes: those stand under ``parcels``."""
    if isinstance(told, dict):
        return {key: len(each) if key in ("counted", "of") else _counts(each) for key, each in told.items()}
    return [_counts(each) for each in told] if isinstance(told, list) else told


def parcels(path: Path, day: str) -> dict[str, list[Any]]:
    """State, status, base, done and whether confirmed, by list and code, as the dock shows them on a day."""
    from anze_idle_land_plugin.store.standing.overview import read_overview

    read = read_overview(path, date.fromisoformat(day))
    return {
        f"{each.which.value} {each.code}": [state, each.status.value, each.area_ha, each.done_area_ha, each.confirmed]
        for each, state in zip(read.counting.parcels, read.states)
    }


def main() -> None:
    campaign, told = map(Path, sys.argv[1:])
    with plugin() as run:
        days = {day: figures(run, campaign, day) for day in DAYS}
    lines = (f'"{day}": {json.dumps(each, ensure_ascii=False)}' for day, each in days.items())
    told.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

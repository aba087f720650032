"""The whole sample campaign: plots, plans and records in, files out."""

from __future__ import annotations

import json
import random
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Sequence

from anze_idle_land_plugin.model.kinds import ListKind

from .boundary import BoundaryFile, Title, idle_files, plain_files, unsupplied_files, write_boundary
from .context import write_context
from .download import write_downloads
from .laying import lay_many, lay_sample
from .ledgers import write_ledger
from .plots import parcel_code
from .readme import write_readme
from .records import Record, make_records
from .scans import write_scans
from .schedule import PERIODS, schedule
from .story import Story, rates, tell, write_events

SEED = 20230609
WITHOUT_ROW = "2023-G-025"
"""Planned blemish: surveyed, but not in the ledger, so it has no story either."""
ROW_WITHOUT_PARCEL = "2023-G-071"
"""Planned blemish: in the ledger, never surveyed. Its row repeats the facts of the parcel named next."""
COPIED_FROM = "2023-G-012"


@dataclass(frozen=True)
class Sample:
    """Everything that is written, in memory."""

    records: tuple[Record, ...]
    files: dict[ListKind, list[BoundaryFile]]
    story: Story
    rates: dict[str, float]

    def of(self, which: ListKind) -> list[Record]:
        return [record for record in self.records if record.plot.which is which]


def make_sample(output: Path, county: Path, rivers: Path, parcels: int = 0) -> str:
    """Write the sample below ``output``; returns one line that says what was made."""
    sample = compose(parcels)
    write_context(output / "context", county, rivers)
    for which in ListKind:
        shutil.rmtree(output / which.value, ignore_errors=True)
        titles = {record.plot.code: Title(record.name, record.use) for record in sample.of(which)}
        for file in sample.files[which]:
            write_boundary(output / which.value, file, titles)
        write_ledger(output / f"ledger_{which.value}.xlsx", which, ledger_rows(sample, which, bool(parcels)))
    write_events(output / "events.csv", sample.story)
    write_scans(output, sample.story.events)
    expected = json.dumps(_expected(sample), ensure_ascii=False, indent=1)
    (output / "expected.json").write_text(expected + "\n", encoding="utf-8", newline="\n")
    if not parcels:
        write_downloads(output / "system", sample.records, sample.story)
        write_readme(output / "README.md", sample.files, sample.rates, sample.story)
    return f"{len(sample.records)} parcels, {len(sample.story.events)} events, rates {sample.rates}"


def compose(parcels: int = 0, seed: int = SEED) -> Sample:
    plots = lay_many(parcels, seed) if parcels else lay_sample(seed)
    rng = random.Random(seed + 1)
    plans = schedule(plots, rng)
    records = make_records(plots, plans, rng)
    in_ledger = [record for record in records if parcels or record.plot.code != WITHOUT_ROW]
    story = tell(in_ledger, rng)
    numbers = {record.plot.code: record.known.supervision_number for record in records}
    idle = [plot for plot in plots if plot.which is ListKind.IDLE]
    unsupplied = [plot for plot in plots if plot.which is ListKind.UNSUPPLIED]
    files = {
        ListKind.UNSUPPLIED: plain_files(unsupplied) if parcels else unsupplied_files(unsupplied),
        ListKind.IDLE: plain_files(idle) if parcels else idle_files(idle, numbers),
    }
    found = rates(in_ledger, story, [day for day, _ in PERIODS])
    return Sample(tuple(records), files, story, dict(found))


def ledger_rows(sample: Sample, which: ListKind, plain: bool) -> Sequence[Record]:
    """The records that get a row, and the row that has no parcel."""
    rows = [record for record in sample.of(which) if plain or record.plot.code != WITHOUT_ROW]
    if plain or which is ListKind.IDLE:
        return rows
    twin = next(record for record in rows if record.plot.code == COPIED_FROM)
    number = int(ROW_WITHOUT_PARCEL.rsplit("-", 1)[1])
    known = replace(twin.known, number=number)
    plot = replace(twin.plot, code=parcel_code(which, number))
    return [*rows, replace(twin, plot=plot, known=known, name=f"{plot.village}{number}号地块")]


def _expected(sample: Sample) -> dict[str, object]:
    """What a reader must find: lists, rings, vertices, areas, by code; and the done rates of the story."""
    lists: dict[str, object] = {}
    for which in ListKind:
        files = {plot.code: file.path for file in sample.files[which] for plot in file.plots}
        lists[which.value] = {
            record.plot.code: {
                "file": files[record.plot.code],
                "zone": record.plot.zone,
                "town": record.plot.town,
                "in_zone": record.plot.in_zone,
                "parts": len(record.plot.parts),
                "rings": len(record.plot.rings),
                "vertices": sum(map(len, record.plot.rings)),
                "area_m2": round(record.plot.area_m2, 2),
            }
            for record in sample.of(which)
        }
    return {"lists": lists, "events": len(sample.story.events), "done_rates": sample.rates}

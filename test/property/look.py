"""One campaign looked at on one day, and what there is to say of each parcel, in the words of its readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping

from browser import Browser
from property.tables import state_zh
from property.totals import Truth
from property.truth import STATUSES, Stand

from anze_idle_land_plugin.exports.board.data import board_data
from anze_idle_land_plugin.exports.board.page import as_script_text
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

Key = tuple[str, str]
Told = Mapping[Key, Mapping[str, object]]
Figured = dict[str, tuple[object, ...]]
EPOCH = date(1970, 1, 1)


def ha(value: object) -> str:
    """Hectares as people read them; a sum of binary fractions loses its noise."""
    return f"{round(float(str(value or 0)), 4) + 0:.4f}"


def iso(value: object) -> str:
    return str(value)[:10] if value else ""


@dataclass
class Look:
    """One campaign, looked at on one day. ``latest`` is the campaign as of the last day anything is asked for.

    ``browser`` has the page of rules open.
    """

    path: Path
    day: date
    truth: Truth
    folder: Path
    latest: Snapshot
    browser: Browser

    @cached_property
    def board(self) -> str:
        """The data of the html board, as they stand in its page."""
        return as_script_text(board_data(self.latest, list(ListKind)))

    @cached_property
    def snapshot(self) -> Snapshot:
        return read_snapshot(self.path, self.day)

    @cached_property
    def stands(self) -> dict[Key, Stand]:
        return self.truth.on(self.day)

    def rows(self, sql: Callable[[ListKind], str]) -> Iterator[tuple[ListKind, Mapping[str, Any]]]:
        """Rows of a SELECT of each list, as GDAL reads them."""
        with CampaignFile.open(self.path) as file:
            for which in ListKind:
                for row in file.rows(sql(which)):
                    yield which, row.values


def expected(stand: Stand, which: str) -> dict[str, object]:
    """What there is to say of a parcel, as readers say it."""
    return {
        "state": stand.state,
        "state name": state_zh(which, stand.state),
        "status": stand.status,
        "status name": STATUSES[stand.status],
        "category": stand.category,
        "unit": stand.unit,
        "department": stand.department,
        "deadline": iso(stand.deadline),
        "in base": stand.in_base,
        "base": ha(stand.base),
        "done": ha(stand.done),
        "done on": iso(stand.done_on),
        "settled": stand.settled,
        "confirmed": stand.confirmed,
        "closed": stand.closed,
        "closed on": iso(stand.since) if stand.closed else "",
        "survey": f"{stand.survey_m2:.2f}",
    }

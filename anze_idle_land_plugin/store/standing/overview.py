"""What counting needs of every parcel, selected from the one query of standing.

For the board in QGIS, which must not read surveys and cases of 100,000 parcels to show rates. Approvals (supply rate)
are read apart, of the years that need them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Optional

from ... import catalogue
from ...model.counting.assessment import supply_span
from ...model.counting.figures import Counting
from ...model.counting.progress import Counted
from ...model.gc_pause import many_objects
from ...model.kinds import Category, ListKind, Status
from ..database import CampaignFile, literal
from .event_sql import Moment
from .snapshot import read_campaign, read_dossiers, read_plans
from .standing_cte import counted_base, decided, measured_cte

FACTS = ("town_name", "in_zone", "department", "deadline")
TITLE = {
    ListKind.UNSUPPLIED: ("parcel_name", "project_name"),
    ListKind.IDLE: ("project_name",),
}
"""What a parcel is called: the first that has a value, as ``Case.title`` says."""
YEAR_OF = {ListKind.UNSUPPLIED: "approved_on", ListKind.IDLE: "contract_signed_on"}


class Overview(NamedTuple):
    """A campaign as dock and board in QGIS see it: its name, and what all figures of the day are made from.

    ``states`` and ``titles`` have the state code and the name of every parcel of ``counting``, in the same order;
    ``approved`` says whether the parcels carry their approvals (see ``with_approvals``).
    """

    name: str
    year: int
    ends_on: date
    counting: Counting
    states: tuple[str, ...]
    titles: tuple[str, ...]
    approved: bool = False


def read_overview(path: str | Path, as_of: date) -> Overview:
    """The parcels of both lists as progress counts them on a day, without approvals."""
    with CampaignFile.open(path) as file, many_objects():
        campaign = read_campaign(file)
        plan = [each for each in read_plans(file) if each.since <= as_of][-1]
        read = [each for which in ListKind for each in _counted(file, which, campaign.year, as_of)]
        counting = Counting(
            as_of=as_of,
            starts_on=campaign.starts_on,
            milestones=plan.milestones,
            tasks=plan.tasks,
            county=(campaign.county_code, campaign.county_name),
            parcels=tuple(each.parcel for each in read),
            units=campaign.units,
        )
        states, titles = tuple(each.state for each in read), tuple(each.title for each in read)
        return Overview(campaign.name, campaign.year, campaign.ends_on, counting, states, titles)


def with_approvals(path: str | Path, overview: Overview) -> Overview:
    """The same day with the approvals behind the parcels of the years that the supply rate sums over."""
    first, last = supply_span(catalogue.policy(), overview.year)
    counting = overview.counting
    codes = [
        each.code
        for each in counting.parcels
        if each.which is ListKind.UNSUPPLIED and each.year is not None and first <= each.year <= last
    ]
    read = read_dossiers(path, ListKind.UNSUPPLIED, codes, counting.as_of)
    approved = {(dossier.which, dossier.code): dossier.approval for dossier in read}
    parcels = tuple(
        replace(each, approval=approved[each.key]) if each.key in approved else each for each in counting.parcels
    )
    return overview._replace(counting=counting._replace(parcels=parcels), approved=True)


def counting_select(which: ListKind, year: int, as_of: date) -> str:
    """One row a parcel: the facts of ``FACTS``, its year, and how it stands; the columns are ``COLUMNS``."""
    dated = YEAR_OF[which]
    measured = measured_cte(which, Moment.on(as_of), year, (*FACTS, dated, *TITLE[which], *_approval_year(which)))
    year_column = "approval_year" if _approval_year(which) else "NULL AS approval_year"
    called = ", ".join(f"NULLIF({name}, '')" for name in TITLE[which])
    title = f"COALESCE({called}, code) AS title"
    own = ("code", title, *FACTS, f"{dated} AS dated_on", year_column)
    return (
        f"WITH {measured}, counted AS (SELECT *, {decided(which, literal(as_of))} FROM measured)"
        f" SELECT {', '.join(own)}, state, category, status, in_base, {counted_base('counted')} AS base_ha, done_ha,"
        " confirmed_on IS NOT NULL AS confirmed, settled, closed FROM counted ORDER BY code"
    )


COLUMNS = (
    *(
        "code",
        "title",
        *FACTS,
        "dated_on",
        "approval_year",
        "state",
        "category",
        "status",
        "in_base",
        "base_ha",
        "done_ha",
    ),
    *("confirmed", "settled", "closed"),
)


def _approval_year(which: ListKind) -> tuple[str, ...]:
    """The year that stands in where no day of approval is known; idle land has none."""
    return ("approval_year",) if which is ListKind.UNSUPPLIED else ()


def _counted(file: CampaignFile, which: ListKind, year: int, as_of: date) -> list[_Row]:
    """Every parcel; the rows come as one text of JSON: a hundred times fewer calls than cell by cell."""
    rows = f"SELECT json_group_array(json_array({', '.join(COLUMNS)})) FROM ({counting_select(which, year, as_of)})"
    ((text,),) = file.query(rows)
    reading = _Reading(which)
    return [reading.counted(*row) for row in json.loads(str(text or "[]"))]


class _Row(NamedTuple):
    parcel: Counted
    state: str
    title: str


class _Reading:
    """Turns rows into what progress counts; looks each word up once."""

    def __init__(self, which: ListKind) -> None:
        self.which = which
        self.categories = {each.value: each for each in Category}
        self.statuses = {each.value: each for each in Status}
        self.days: dict[str, Optional[date]] = {"": None}

    def counted(
        self,
        code: str,
        title: str,
        town: str | None,
        in_zone: str | None,
        department: str | None,
        deadline: str | None,
        dated_on: str | None,
        year: int | None,
        state: str,
        category: str,
        status: str,
        in_base: int,
        base_ha: float,
        done_ha: float,
        confirmed: int,
        settled: int,
        closed: int,
    ) -> _Row:
        parcel = Counted(
            self.which,
            code,
            town or "",
            in_zone == "Y",
            department or "",
            self.categories[category],
            self.statuses[status],
            bool(in_base),
            base_ha,
            done_ha,
            bool(confirmed),
            bool(settled),
            bool(closed),
            self._day(deadline),
            int(dated_on[:4]) if dated_on else year,
        )
        return _Row(parcel, state, title)

    def _day(self, text: Any) -> date | None:
        text = text or ""
        if text not in self.days:
            self.days[text] = date.fromisoformat(text[:10])
        return self.days[text]

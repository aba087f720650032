"""The plan's deadlines and stages."""

from __future__ import annotations

from datetime import date

from ..model.campaign import Milestone, Stage
from .tables import kept, table


def plan_year() -> int:
    """The year of the shipped plan; it says nothing about any other."""
    return stages()[0].from_date.year


@kept
def milestones() -> tuple[Milestone, ...]:
    """The plan's four deadlines with cumulative rates as fractions."""
    return tuple(
        Milestone(date.fromisoformat(row["deadline"]), float(row["cumulative_rate_pct"]) / 100)
        for row in table("milestones_2023")
    )


@kept
def stages() -> tuple[Stage, ...]:
    return tuple(
        Stage(row["name"], date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
        for row in table("stages_2023")
    )

"""County, towns, development zone and departments, and how parcels are grouped by them."""

from __future__ import annotations

from ..model.campaign import Department, Town
from ..model.counting.figures import AgeGroup, CountingRules, Unit
from .tables import kept, table


@kept
def towns() -> tuple[Town, ...]:
    """The present towns with the names old approvals carry."""
    return tuple(
        Town(
            row["code9"],
            row["name"],
            tuple(alias for alias in row["aliases"].split(";") if alias) + _old_names(row["name"]),
        )
        for row in table("admin_anze")
        if row["level"] == "town"
    )


def _old_names(present: str) -> tuple[str, ...]:
    return tuple(
        row["name"] for row in table("admin_anze") if row["level"] == "township_old" and row["aliases"] == present
    )


@kept
def county() -> tuple[str, str]:
    """County code and name of the shipped tables."""
    row = next(row for row in table("admin_anze") if row["level"] == "county")
    return row["code6"], row["name"]


@kept
def zone_name() -> str:
    """The name of the development zone (开发区)."""
    return next(row["name"] for row in table("admin_anze") if row["level"] == "zone")


@kept
def departments() -> tuple[Department, ...]:
    return tuple(Department(row["code"], row["unit"], row["duty"]) for row in table("departments_duties"))


@kept
def counting_rules() -> CountingRules:
    """How parcels are grouped when they are counted: units of the plan, ages (age_groups.csv), departments."""
    zone = next(row for row in table("admin_anze") if row["level"] == "zone")
    also = tuple(alias for alias in zone["aliases"].split(";") if alias)
    return CountingRules(
        units=(
            *(Unit(town.name, (town.name, town.code9, *town.aliases)) for town in towns()),
            Unit(zone["name"], (zone["name"], *also)),
        ),
        zone_name=zone["name"],
        age_groups=tuple(
            AgeGroup(row["name"], int(row["first_year"]), int(row["last_year"])) for row in table("age_groups")
        ),
        department_names={each.code: each.name for each in departments()},
    )

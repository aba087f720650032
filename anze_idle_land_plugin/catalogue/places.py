"""The county of the shipped tables with its units, and how parcels are grouped by the units of a campaign.

The shipped tables describe one county, that of the sample. They say nothing about any other: a campaign carries its
own units (model/units.py).
"""

from __future__ import annotations

from ..model.counting.figures import AgeGroup, CountingRules
from ..model.counting.tasks import Unit
from ..model.units import NO_UNITS, Department, Town, Units, Zone
from .tables import kept, table


@kept
def shipped_county() -> tuple[str, str]:
    """County code and name of the shipped tables."""
    row = next(row for row in table("admin_anze") if row["level"] == "county")
    return row["code6"], row["name"]


@kept
def shipped_units() -> Units:
    """The present towns with the names old approvals carry, the development zone, and the plan's departments."""
    rows = table("admin_anze")
    zone = next(row for row in rows if row["level"] == "zone")
    return Units(
        towns=tuple(
            Town(row["code9"], row["name"], (*aliases(row["aliases"]), *_old_names(row["name"])))
            for row in rows
            if row["level"] == "town"
        ),
        zone=Zone(zone["name"], aliases(zone["aliases"])),
        departments=tuple(
            Department(row["code"], row["unit"], row["duty"], aliases(row["aliases"]))
            for row in table("departments_duties")
        ),
    )


def units_known_of(county_code: str) -> Units:
    """What the shipped tables say about a county: nothing, but for the one they describe."""
    return shipped_units() if county_code == shipped_county()[0] else NO_UNITS


def aliases(text: str) -> tuple[str, ...]:
    """Other names as tables write them, parted by semicolons."""
    return tuple(part.strip() for part in text.replace("；", ";").split(";") if part.strip())


def _old_names(present: str) -> tuple[str, ...]:
    return tuple(
        row["name"] for row in table("admin_anze") if row["level"] == "township_old" and row["aliases"] == present
    )


@kept
def counting_rules(units: Units) -> CountingRules:
    """How parcels are grouped when they are counted: by the campaign's units, and by age (age_groups.csv)."""
    towns = (Unit(town.name, (town.name, town.code9, *town.aliases)) for town in units.towns)
    zone = [Unit(each.name, (each.name, *each.aliases)) for each in (units.zone,) if each]
    return CountingRules(
        units=(*towns, *zone),
        age_groups=tuple(
            AgeGroup(row["name"], int(row["first_year"]), int(row["last_year"])) for row in table("age_groups")
        ),
        known=units,
    )

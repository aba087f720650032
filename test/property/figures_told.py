"""The figures of a campaign as the truth has them and as their readers tell them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Mapping

from property.look import Figured, Look, ha
from property.tables import LISTS
from property.totals import Sum, Truth
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.algorithms.progress import Progress
from anze_idle_land_plugin.model.counting.figures import Figures, figures
from anze_idle_land_plugin.model.counting.milestones import rate_on
from anze_idle_land_plugin.model.counting.progress import Tally
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.standing.listing import read_listing
from anze_idle_land_plugin.store.standing.over_time import done_course


def sums(each: Sum) -> tuple[object, ...]:
    """A sum as readers tell it."""
    return (
        each.parcels,
        ha(each.base),
        each.done_parcels,
        ha(each.done),
        each.confirmed_parcels,
        ha(each.confirmed),
        ha(each.task),
        round(each.done_rate, 9),
        round(each.confirmed_rate, 9),
    )


def tallied(each: Tally) -> tuple[object, ...]:
    return (
        each.parcels,
        ha(each.area_ha),
        each.done_parcels,
        ha(each.done_area_ha),
        each.confirmed_parcels,
        ha(each.confirmed_area_ha),
        ha(each.against_ha),
        round(each.done_rate, 9),
        round(each.confirmed_rate, 9),
    )


def expected_figures(truth: Truth, day: date) -> Figured:
    """Every figure of a day by what it is of."""
    told = {"total": sums(truth.total(day))}
    told.update({f"list {which}": sums(truth.of_list(day, which)) for which in LISTS})
    for attribute in ("unit", "department", "category"):
        told.update({f"{attribute} {name}": sums(each) for name, each in truth.by(day, attribute).items()})
    return told


def _figures(whole: Figures) -> Figured:
    told = {"total": tallied(whole.total)}
    told.update({f"list {which.value}": tallied(whole.by_list[which.zh]) for which in ListKind})
    for attribute, groups in (
        ("unit", whole.by_unit),
        ("department", whole.by_department),
        ("category", whole.by_category),
    ):
        told.update({f"{attribute} {name}": tallied(each) for name, each in groups.items()})
    return told


def dock_figures(look: Look) -> Figured:
    overview = read_listing(look.path, look.day).overview
    return _figures(figures(overview.counting, catalogue.counting_rules(overview.counting.units)))


def progress(look: Look) -> Figured:
    """anze:progress, run as QGIS runs it, by the JSON it writes."""
    path = look.folder / "progress.json"
    given = {"CAMPAIGN": str(look.path), "AS_OF": look.day.isoformat(), "JSON": str(path)}
    outputs, done = Progress().create().run(given, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    assert done
    told = json.loads(path.read_text(encoding="utf-8"))
    assert outputs["DONE_RATE"] == told["total"]["done"]["value"]
    found = {"total": _of_json(told["total"])}
    found.update({f"list {which.value}": _of_json(told["by_list"][which.zh]) for which in ListKind})
    for attribute in ("unit", "department", "category"):
        found.update({f"{attribute} {name}": _of_json(each) for name, each in told[f"by_{attribute}"].items()})
    return found


def _of_json(each: Mapping[str, Any]) -> tuple[object, ...]:
    """The parcels confirmed are not in the JSON as a number: they are those done and confirmed, by code."""
    both = len([code for code in each["parcels"]["counted"] if code in each["confirmed"]["counted"]])
    return (
        each["parcels"]["denominator"],
        ha(each["base_area_ha"]),
        each["parcels"]["numerator"],
        ha(each["done"]["numerator"]),
        both,
        ha(each["confirmed"]["numerator"]),
        ha(each["done"]["denominator"]),
        round(each["done"]["value"], 9),
        round(each["confirmed"]["value"], 9),
    )


def course_rate(look: Look) -> float:
    """The curve of the completion rate, read off on the day."""
    return rate_on(done_course(look.latest), look.day)

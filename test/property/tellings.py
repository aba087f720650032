"""What every reader in the program tells of each parcel on a day: only what it says, in the words of ``look``."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Optional

from property.look import Key, Look, Told, ha, iso
from property.tables import principle_of

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.counting.progress import Counted
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.layer_sql import standing_select
from anze_idle_land_plugin.store.standing.listing import read_listing
from anze_idle_land_plugin.store.standing.over_time import snapshot_on
from anze_idle_land_plugin.store.standing.spans_sql import course_select
from anze_idle_land_plugin.store.standing.states import states_as_of


def _counted(each: Counted, look: Look) -> dict[str, object]:
    rules = catalogue.counting_rules(look.latest.campaign.units)
    return {
        "status": each.status.value,
        "category": each.category.principle,
        "unit": rules.unit_of(each),
        "department": rules.department_of(each),
        "deadline": iso(each.deadline),
        "in base": each.in_base,
        "base": ha(each.area_ha),
        "done": ha(each.done_area_ha),
        "settled": each.settled,
        "confirmed": each.confirmed,
        "closed": each.closed,
    }


def _of_snapshot(snapshot: Snapshot, look: Look, with_survey: bool = True) -> Told:
    return {
        (each.which.value, each.code): {
            **_counted(each.counted(), look),
            "state": each.standing.state.code,
            "done on": iso(each.standing.done_on),
            **({"survey": f"{each.area_m2:.2f}"} if with_survey else {}),
        }
        for each in snapshot.all_dossiers()
    }


def dossiers(look: Look) -> Told:
    """What sheets, lists and packages are made from."""
    return _of_snapshot(look.snapshot, look)


def earlier_day(look: Look) -> Told:
    """The same day taken out of a later snapshot, as reports take it; its surveys stay the later ones."""
    return _of_snapshot(snapshot_on(look.latest, look.day), look, with_survey=False)


def dock(look: Look) -> Told:
    """The list in the dock."""
    return {
        (each.which.value, each.code): {**_counted(each.parcel, look), "state name": each.state}
        for each in read_listing(look.path, look.day).rows
    }


def layer(look: Look) -> Told:
    """The SELECT behind the map layers."""
    return _of_layer(look, look.day)


def _of_layer(look: Look, as_of: Optional[date]) -> Told:
    told = {}
    for which, row in look.rows(lambda which: standing_select(which, as_of, look.truth.year)):
        told[which.value, str(row[catalogue.code_field(which)])] = {
            "state": row["state"],
            "state name": row["state_name"],
            "status": row["status"],
            "category": _category_zh(str(row["category"])),
            "done": ha(row["done_ha"]),
            "base": ha(row["base_ha"]),
            "deadline": iso(row["JHWCSJ"]),
            "survey": f"{float(row['DKMJ']):.2f}",
        }
    return told


def _category_zh(value: str) -> str:
    names = {"expropriate": "01", "withdraw": "02", "supply": "03", "adjust": "04"}
    build = {"build": "31", "reclaim": "22"}
    if value in names:
        return principle_of("unsupplied", names[value])
    return principle_of("idle", build[value]) if value in build else "未定"


def replay(look: Look) -> Told:
    """The spans the temporal controller plays: each parcel has one on every day."""
    told: dict[Key, dict[str, object]] = {}
    spans: Counter[Key] = Counter()
    for which, row in look.rows(lambda which: course_select(which, look.truth.year)):
        if iso(row["begins"]) <= look.day.isoformat() <= iso(row["ends"]):
            key = which.value, str(row["code"])
            spans[key] += 1
            told[key] = {"state": row["state"], "state name": row["state_name"], "status": row["status"]}
    assert set(spans.values()) <= {1}, f"more than one span on {look.day}: {spans}"
    return told


def one_pass(look: Look) -> Told:
    """The states that reconciling and roll-over read."""
    with CampaignFile.open(look.path) as file:
        return {
            (which.value, code): {
                "state": each.state,
                "done": ha(each.done_ha),
                "confirmed": bool(each.confirmed_on),
            }
            for which in ListKind
            for code, each in states_as_of(file, which, look.day, look.truth.year).items()
        }

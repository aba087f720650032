"""What can be set of a campaign, as the JSON its events carry, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any, Iterable, Mapping, Sequence

from .campaign import Milestone, Stage, Task
from .kinds import ListKind
from .units import Department, Town, Units, Zone


def said(value: object) -> str:
    """One text for one value, so that equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def tasks_said(tasks: Iterable[Task]) -> str:
    rows = [
        {
            "list": each.which.value,
            "unit": each.unit_code,
            "base_parcels": each.base_parcels,
            "base_area_ha": each.base_area_ha,
            "task_area_ha": each.task_area_ha,
            "frozen_on": each.frozen_on.isoformat() if each.frozen_on else None,
        }
        for each in tasks
    ]
    return said(sorted(rows, key=lambda row: (str(row["list"]), str(row["unit"]))))


def tasks_of(text: str) -> tuple[Task, ...]:
    return tuple(
        Task(
            ListKind(row["list"]),
            row["unit"],
            row["base_parcels"],
            row["base_area_ha"],
            row["task_area_ha"],
            date.fromisoformat(row["frozen_on"]) if row["frozen_on"] else None,
        )
        for row in json.loads(text)
    )


def milestones_said(milestones: Iterable[Milestone]) -> str:
    return said(sorted([each.by_date.isoformat(), each.rate] for each in milestones))


def milestones_of(text: str) -> tuple[Milestone, ...]:
    return tuple(Milestone(date.fromisoformat(day), float(rate)) for day, rate in json.loads(text))


def stages_said(stages: Iterable[Stage]) -> str:
    return said(sorted([each.from_date.isoformat(), each.to_date.isoformat(), each.name] for each in stages))


def stages_of(text: str) -> tuple[Stage, ...]:
    days = date.fromisoformat
    return tuple(Stage(name, days(first), days(last)) for first, last, name in json.loads(text))


def departments_said(departments: Sequence[Department]) -> str:
    return said([asdict(each) for each in departments])


def departments_of(text: str) -> tuple[Department, ...]:
    return tuple(Department(**{**row, "aliases": tuple(row["aliases"])}) for row in json.loads(text))


def places_said(units: Units) -> str:
    zone = asdict(units.zone) if units.zone else None
    return said({"towns": [asdict(each) for each in units.towns], "zone": zone})


def places_of(text: str) -> Units:
    """Towns and zone; no departments."""
    told: Mapping[str, Any] = json.loads(text)
    towns = tuple(Town(**{**row, "aliases": tuple(row["aliases"])}) for row in told["towns"])
    zone = told["zone"]
    return Units(towns, Zone(zone["name"], tuple(zone["aliases"])) if zone else None)


def numbers_said(numbers: Mapping[str, str]) -> str:
    return said({paper: number for paper, number in numbers.items() if number})


def numbers_of(text: str) -> dict[str, str]:
    return dict(json.loads(text))

"""The CSV tables of ``resources/codes`` as the truth reads them, for itself."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Mapping, Sequence

CODES = Path(__file__).resolve().parents[2] / "resources" / "codes"
LISTS = ("unsupplied", "idle")
SUFFIX = {"unsupplied": "pewg", "idle": "xztd"}
SUSPENDED = "XS0"


@cache
def table(name: str) -> Sequence[Mapping[str, str]]:
    with (CODES / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


@cache
def states(which: str) -> Mapping[str, Mapping[str, str]]:
    return {row["state"]: row for row in table(f"states_{SUFFIX[which]}")}


@cache
def steps(which: str) -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in table(f"transitions_{SUFFIX[which]}")}


def initial(which: str) -> str:
    """A parcel nothing is known of stands in the first state of the table."""
    return next(iter(states(which)))


def admits(which: str, state: str, step: Mapping[str, str]) -> bool:
    """A step starts from its own state; ``*`` from any that is neither terminal nor the suspension."""
    if step["from"] == "*":
        return states(which)[state]["terminal"] != "1" and state != SUSPENDED
    return step["from"] == state


def state_zh(which: str, state: str) -> str:
    """The name of a state; a number of the policy in it is written out in Chinese."""
    name = states(which)[state]["name"]
    return re.sub(r"\{(\w+):zh\}", lambda found: "零一两三四五六七八九"[policy_number(found[1])], name)


@cache
def policy_number(name: str) -> int:
    return next(int(row["value"]) for row in table("policy_numbers") if row["name"] == name)


def warn_days() -> int:
    return policy_number("plan_warning_days")


@cache
def principle_of(which: str, measure: str) -> str:
    """The plan's four characters of a measure; 未定 where the table gives none."""
    found = (row["principle"] for row in table(f"disposal_{SUFFIX[which]}") if row["code"] == measure)
    return next(found, "") or "未定"


@cache
def department_zh(text: str) -> str:
    named = {row["code"]: row["unit"] for row in table("departments_duties")}
    return named.get(text, text) or "未定"


@cache
def zone_zh() -> str:
    return next(row["name"] for row in table("admin_anze") if row["level"] == "zone")

"""The trial campaign counted by hand: from its survey areas and the days of its deeds, nothing of the plugin.

Written from the story of the year, not from its files; areas in ten-thousandths of a hectare, so that sums are exact.
"""

from __future__ import annotations

from typing import NamedTuple

TASKS = {"unsupplied": 80_000, "idle": 100_000}
"""What the city set for the county: 8 and 10 hectares."""

SURVEYED = {
    "unsupplied": {
        "PW01": 30_125,  # 150.250 m × 200.500 m
        "PW02": 32_000,  # 200 m × 160 m
        "PW03": 20_335,  # 800.600 m × 25.400 m
        "PW04": 29_400,
        "PW05": 15_600,
        "PW06": 9_900,
        "PW07": 25_000,
        "PW08": 10_000,
        "PW09": 25_800,  # 180 m × 150 m without a hole of 40 m × 30 m
    },
    "idle": {
        "XZ01": 21_600,
        "XZ02": 15_000,
        "XZ03": 30_000,
        "XZ04": 13_000,
        "XZ05": 12_100,
        "XZ06": 19_475,
        "XZ07": 12_600,
        "XZ08": 23_541,
        "XZ09": 4_800,
        "XZ10": 9_856,
    },
}


UNITS = {
    "府城镇": ("PW01", "PW02", "XZ01", "XZ02", "XZ09"),
    "和川镇": ("PW03", "XZ03", "XZ10"),
    "唐城镇": ("PW06", "XZ04"),
    "冀氏镇": ("PW08", "XZ05"),
    "良马镇": ("PW07", "XZ06"),
    "马壁镇": ("PW09", "XZ07"),
    "安泽经济技术开发区": ("PW04", "PW05", "XZ08"),
}
UNIT_TASKS = {
    "unsupplied": {"府城镇": 26_667, "和川镇": 13_333, "安泽经济技术开发区": 20_000},
    "idle": {"府城镇": 20_000, "和川镇": 26_667},
}
"""The city set tasks for some units; another has none, and its base stands in when its rate is counted."""


class Deed(NamedTuple):
    """A supply, withdrawal or disposal: when it was registered, how much, and when the system confirmed it."""

    code: str
    day: str
    area: int
    confirmed: str = "never"


DEEDS = {
    "unsupplied": (
        Deed("PW04", "2023-05-30", 29_400, "2023-09-30"),
        Deed("PW02", "2023-06-28", 11_500, "2023-09-30"),
        Deed("PW03", "2023-07-02", 20_333, "2023-09-30"),
        Deed("PW01", "2023-08-20", 30_125),
        Deed("PW02", "2023-08-25", 5_000),
        Deed("PW09", "2023-09-14", 25_800),
        Deed("PW07", "2023-10-25", 25_000),
    ),
    "idle": (
        Deed("XZ10", "2023-06-22", 9_856, "2023-07-15"),
        Deed("XZ01", "2023-09-10", 21_600, "2023-10-20"),
        Deed("XZ03", "2023-10-08", 30_000, "2023-10-28"),
        Deed("XZ07", "2023-10-12", 12_600),
        Deed("XZ08", "2023-10-14", 23_541, "2023-10-30"),
        Deed("XZ02", "2023-11-25", 15_000),
    ),
}

NOTHING = 4
"""Half of the last digit of 30.50 mu is 3.33 m²: up to 0.0004 ha left is nothing (PW03 has 0.0002)."""

SEIZED = {"XZ05": "2023-06-12"}
"""Land under a court's seal is out of the base from that day on."""


class Count(NamedTuple):
    """Parcels and area of the base, area done and confirmed, parcels done in full."""

    parcels: int
    base: int
    done: int
    confirmed: int
    full: int

    def __add__(self, other: Count) -> Count:  # type: ignore[override]
        return Count(*(a + b for a, b in zip(self, other)))


def count(which: str, day: str, unit: str = "") -> Count:
    """How a list, or a unit's part of it, stands at the end of a day (ISO)."""
    mine = SURVEYED[which] if not unit else {code: SURVEYED[which].get(code, 0) for code in UNITS[unit]}
    base = {code: area for code, area in mine.items() if area and SEIZED.get(code, "9999") > day}
    happened = [deed for deed in DEEDS[which] if deed.code in base and deed.day <= day]
    left = dict(base)
    for deed in happened:
        left[deed.code] -= deed.area
    return Count(
        parcels=len(base),
        base=sum(base.values()),
        done=sum(deed.area for deed in happened),
        confirmed=sum(deed.area for deed in happened if deed.confirmed <= day),
        full=sum(area <= NOTHING for area in left.values()),
    )

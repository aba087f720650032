"""The facts a step leaves behind: values for the fields a transition requires."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Mapping

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.procedure.workflow import Transition

ADDED_BY_STEP = {"YGMJ", "CHMJ"}
"""Area fields that grow by the step itself."""
DAY_FIELDS = {
    "HTQDRQ",
    "DCTZRQ",
    "CLTJRQ",
    "RDRQ",
    "GSRQ",
    "JDBARQ",
    "FAPFRQ",
    "SJDGSJ",
    "XZFSDRQ",
    "XZFJNRQ",
    "SHSDRQ",
    "ZXDJRQ",
    "CFRQ",
}
"""Fields that hold the day of the step."""
PAID = {"03": "23", "01": "23", "04": "23", "05": "24", "06": "10", "07": "10"}
"""Way of supply (supply_mode_gyfs.csv) by measure."""


@dataclass(frozen=True)
class Known:
    """What the facts of a parcel are made from."""

    which: ListKind
    number: int
    measure: str
    area_ha: float
    supervision_number: str
    reason: str
    present_use: str
    idle_type: str
    idle_since: date | None
    price_wan: float


PROVING = {"clean_parcel": ("JDBZ", "Y")}
"""The fact that makes a guard of a step hold."""
LEAVING = {"TP06": ("ZSZT", "12")}
"""The fact a step leaves behind though it does not require it."""


def guard_facts(step: Transition) -> Mapping[str, str]:
    """Field and value for the guards of a step, and for what it changes on the ground."""
    facts = dict(PROVING[guard] for group in step.guards for guard in group if guard in PROVING)
    facts.update([LEAVING[step.code]] if step.code in LEAVING else [])
    return facts


def facts_of(step: Transition, day: date, known: Known) -> Mapping[str, str]:
    """Stored texts by field code, for the fields the ledger keeps."""
    fields = catalogue.field_by_code(known.which)
    wanted = [code for code in step.required_fields if code not in ADDED_BY_STEP]
    return {code: _value(code, day, known) for code in wanted if fields[code].kept_by == "ledger"}


def _value(code: str, day: date, known: Known) -> str:
    if code in DAY_FIELDS:
        return day.isoformat()
    number = known.number
    made = {
        "HTBH": f"141026-2023-{number:04d}",
        "GYFS": PAID.get(known.measure, "23"),
        "GYMJ": f"{known.area_ha:.4f}",
        "DZJGH": known.supervision_number,
        "LYXZ": known.present_use,
        "PEWGYY": known.reason,
        "RDSWH": f"安自然资闲认〔{day.year}〕{number}号",
        "XZLX": known.idle_type,
        "XZQSRQ": known.idle_since.isoformat() if known.idle_since else "",
        "XZYY": known.reason,
        "FAPFWH": f"安政函〔{day.year}〕{40 + number}号",
        "XYDGRQ": (day + timedelta(days=30)).isoformat(),
        "XZFJE": f"{known.price_wan * 0.2:.4f}",
        "SHJDWH": f"安政收〔{day.year}〕{number}号",
        "SFCF": "Y",
        "CFWH": f"（2023）晋1026执保{number}号",
    }
    return made[code]

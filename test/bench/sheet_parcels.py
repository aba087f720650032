"""The parcels of the benchmark of sheets: a grid of neighbours with all their facts and a history."""

from __future__ import annotations

from datetime import date

from factories import dossier, parcel
from sheet_cases import FACTS

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier

AS_OF = date(2023, 9, 30)
_STEPS = (
    ("P11", date(2023, 6, 12), "安泽县人民政府征收土地公告〔2023〕8号"),
    ("P12", date(2023, 7, 20), "补偿款支付凭证"),
    ("P21", date(2023, 9, 4), "净地验收单"),
)
_REASONS = (
    "征地补偿安置未到位，涉及农户尚未签订协议，地上附着物未清点",
    "规划调整后容积率与原批准用途不符，控制性详细规划正在修编",
    "项目投资主体资金链断裂，多次催告后仍未缴纳剩余出让价款",
    "场地内高压线路未迁改，不具备动工开发的净地条件",
)
_VILLAGES = ("高壁村", "文上村", "飞岭村", "府城村", "孔村", "上县村", "高必村")


def parcels(count: int) -> list[Dossier]:
    """Parcels of six points, each with neighbours, all its facts and three steps.

    They lie in blocks of a hundred, so that a parcel of a large set has as many neighbours as one of a small set.
    """
    return [_parcel(number) for number in range(count)]


def _parcel(number: int) -> Dossier:
    code, village = f"2023-G-{number:05d}", _VILLAGES[number % len(_VILLAGES)]
    e, n = _corner(number)
    ring = [(e, n + 100), (e + 60, n + 104), (e + 120, n + 100), (e + 120, n), (e + 55, n - 1), (e, n)]
    own = {
        "NZYPZWH": f"晋政地字〔2015〕{number}号",
        "NZYPZRQ": date(2015, 1 + number % 12, 1 + number % 28),
        "DKMJGQ": 1.2 + number % 7 / 100,
        "TDZL": f"安泽县府城镇{village}",
        "PEWGYYXQ": _REASONS[number % len(_REASONS)],
        "GHYT": "ydyh-2023:1001",
        "ZSZT": "12",
        "JDBZ": "Y",
    }
    facts = {**FACTS, **own}
    survey = parcel(ring, code=code, name=f"{village}{number}号地块")
    return dossier(ListKind.UNSUPPLIED, survey, AS_OF, events=_events(code), **facts)


def _corner(number: int) -> tuple[float, float]:
    """The south-western corner of a parcel: ten by ten in a block, the blocks two kilometres apart."""
    block, place = divmod(number, 100)
    e, n = 37608000.0 + 2000 * (block % 5), 4000000.0 + 2000 * (block // 5)
    return e + 121 * (place % 10), n + 105 * (place // 10)


def _events(code: str) -> list[Event]:
    into = {step.target: step.code for step in catalogue.workflow(ListKind.UNSUPPLIED).transitions.values()}
    return [
        Event(
            ListKind.UNSUPPLIED,
            code,
            EventKind.TRANSITION,
            on,
            into[state],
            STATE_FIELD,
            state,
            1.2,
            document=document,
            id=number,
        )
        for number, (state, on, document) in enumerate(_STEPS, 2)
    ]

"""The parcels that are hard to print, with a line on each: for the tests and for docs/gallery (tools/gallery.py)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from math import cos, pi, sin
from typing import Any, Callable, NamedTuple, Sequence

from factories import dossier, parcel, ring, shifted, snapshot
from shapely.geometry import shape
from shapely.ops import transform as moved

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.geodesy.zones import transform
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Part
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import ContextShape, Dossier, Snapshot

AS_OF = date(2023, 9, 30)
LONG = (
    "安泽县府城镇沁河东岸综合物流园区一期标准化厂房及附属配套基础设施建设项目"
    "（含园区道路、给排水、供电、供热及通信管网工程）"
)
Points = list[tuple[float, float]]


class SheetCase(NamedTuple):
    """One hard sheet: its file name, what it shows (for the gallery), how it is made, its paper."""

    name: str
    shows: str
    make: Callable[[], Dossier]
    paper: str = "A4"


def around(*dossiers: Dossier) -> Snapshot:
    """A snapshot with the county, towns and rivers of the shipped sample."""

    def shapes(file: str, layer: str) -> list[ContextShape]:
        text = (catalogue.RESOURCES / "sample" / "context" / f"{file}.geojson").read_text(encoding="utf-8")
        found = []
        for feature in json.loads(text)["features"]:
            plane = moved(
                lambda x, y, z=None: tuple(zip(*transform(list(zip(x, y)), 4490, 4525))), shape(feature["geometry"])
            )
            found.append(ContextShape(layer, feature["properties"]["name"], "", bytes(plane.wkb)))
        return found

    return snapshot(
        dossiers, town=shapes("towns", "town"), county=shapes("county", "county"), river=shapes("rivers", "river")
    )


def circle(count: int, radius: float, wave: float = 0.0, middle: tuple[float, float] = (0.0, 0.0)) -> Points:
    """Points clockwise from the north about a middle; ``wave`` lets the radius swing."""
    turns = [2 * pi * index / count for index in range(count)]
    return [
        (
            middle[0] + radius * (1 + wave * sin(9 * turn)) * sin(turn),
            middle[1] + radius * (1 + wave * sin(9 * turn)) * cos(turn),
        )
        for turn in turns
    ]


FACTS = {
    "PCMC": "安泽县2015年第二批次城镇建设用地",
    "NZYPZWH": "晋政地字〔2015〕169号",
    "NZYPZJG": "山西省人民政府",
    "NZYPZRQ": date(2015, 8, 8),
    "NZYPZZMJ": 9.1834,
    "DKMJGQ": 0.7005,
    "TDZL": "安泽县府城镇高壁村",
    "XHLYFS": "03",
    "CZCS": "完善供应前期手续，编制出让方案，挂牌出让",
    "JHWCSJ": date(2023, 11, 30),
    "ZRDW": "自然资源局",
    "ZRR": "自然资源局分管副局长",
    "LYXZ": "gbt21010-2017:0103",
}


def _known(which: ListKind, facts: dict[str, Any]) -> dict[str, Any]:
    return {code: value for code, value in facts.items() if code in catalogue.field_by_code(which)}


def unsupplied(survey, **facts: Any) -> Dossier:  # type: ignore[no-untyped-def]
    return dossier(ListKind.UNSUPPLIED, survey, AS_OF, **_known(ListKind.UNSUPPLIED, {**FACTS, **facts}))


def triangle() -> Dossier:
    return unsupplied(parcel(shifted([(0, 60), (80, 0), (0, 0)]), code="2023-G-101"))


def four_hundred_points() -> Dossier:
    return unsupplied(parcel(shifted(circle(400, 200, 0.12)), code="2023-G-102"))


def thirty_five_holes() -> Dossier:
    """8,000 points: an outer ring of 4,500 and 35 holes of 100."""
    holes = tuple(
        ring(
            shifted(circle(100, 22, 0.1, (-300.0 + 100 * (number % 7), -200.0 + 100 * (number // 7)))[::-1]),
            str(number + 2),
            4501 + 100 * number,
        )
        for number in range(35)
    )
    survey = parcel(shifted(circle(4500, 480, 0.03)), code="2023-G-103")
    return unsupplied(replace(survey, parts=(Part(survey.parts[0].outer, holes),)))


def strip() -> Dossier:
    return unsupplied(parcel(shifted([(0, 20), (3000, 520), (3000, 500), (0, 0)]), code="2023-G-104"))


def two_parts() -> Dossier:
    return unsupplied(parcel(more_parts=[shifted([(1900, 950), (1960, 960), (1950, 900)])], code="2023-G-105"))


def fourteen_parts() -> Dossier:
    """Small parts a kilometre apart: five panels on the front, the others on pages of maps."""
    corners = ((0.0, 0.0), (45.0, 30.0), (20.0, -35.0))
    parts = [shifted([(x + 1000.0 * (n % 4), y + 1000.0 * (n // 4)) for x, y in corners]) for n in range(1, 14)]
    return unsupplied(parcel(more_parts=parts, code="2023-G-110"))


def sliver() -> Dossier:
    return unsupplied(parcel(shifted([(0, 62), (180, 2), (180, 0), (0, 60)]), code="2023-G-106"))


def longest_names() -> Dossier:
    return unsupplied(
        parcel(code="2023-G-107安泽府城-00001"),
        DKMC=LONG,
        PCMC=LONG,
        NZYPZWH="晋政地字〔2015〕第169号、晋政地字〔2016〕第1234号",
        TDZL=LONG,
        PEWGYYXQ=LONG * 3,
        SDZK=LONG * 2,
        CZCS=LONG * 4,
        ZRDW="安泽县自然资源局会同安泽经济技术开发区管理委员会、府城镇人民政府、县行政审批服务管理局",
        ZRR="自然资源局分管副局长、开发区管委会分管副主任",
    )


def nothing_known() -> Dossier:
    return dossier(ListKind.UNSUPPLIED, parcel(code="2023-G-108"), AS_OF, XZMC="")


def many_steps() -> Dossier:
    """An idle parcel with a long history: the front shows the newest steps, the annex all."""
    steps = ["X10", "X20", "X21", "X40", "X41", "X42", "X60", "X61", "X80", "X61", "X81", "X61", "X62", "X70", "X71"]
    documents = (
        "《闲置土地调查通知书》",
        "开发利用情况、闲置原因及说明材料",
        "《征缴土地闲置费决定书》（价款20%）安政闲费决〔2023〕12号",
    )
    transitions = {step.target: step.code for step in catalogue.workflow(ListKind.IDLE).transitions.values()}
    events = [
        Event(
            ListKind.IDLE,
            "2023-X-109",
            EventKind.TRANSITION,
            date(2023, 5, 12) + timedelta(days=9 * number),
            transition=transitions[state],
            field=STATE_FIELD,
            value=state,
            document=documents[number % 3],
            id=2 + number,
        )
        for number, state in enumerate(steps)
    ]
    facts = {
        "XMMC": "安沁新材料配套设施项目",
        "YDDGSJ": date(2020, 5, 20),
        "XZQSRQ": date(2021, 5, 20),
        "XZTS": 863,
        "CRJK": 1200.0,
        "JHWCSJ": date(2023, 9, 1),
        "ZRDW": "工信局",
        "CZFS": "21",
        "DZJGH": "1410262020B00003",
        "HTBH": "1410262020-003",
    }
    return dossier(ListKind.IDLE, parcel(code="2023-X-109"), AS_OF, events=events, **_known(ListKind.IDLE, facts))


def _of_status(number: int, state: str, deadline: date, started: bool = False, area: float | None = None) -> Dossier:
    which = ListKind.IDLE
    code = f"2023-X-{number}"
    events: Sequence[Event] = ()
    steps = {step.target: step for step in catalogue.workflow(which).transitions.values()}
    if started:
        events = [
            Event(
                which, code, EventKind.TRANSITION, date(2023, 7, 1), steps[state].code, STATE_FIELD, state, area, id=2
            )
        ]
    return dossier(
        which, parcel(code=code), AS_OF, state="" if started else state, events=events, JHWCSJ=deadline, ZRDW="工信局"
    )


STATUSES = (
    SheetCase("status-not-started", "未启动", lambda: _of_status(111, "X00", date(2023, 11, 30))),
    SheetCase("status-on-time", "正常推进", lambda: _of_status(112, "X20", date(2023, 11, 30), True)),
    SheetCase("status-warning", "临期预警", lambda: _of_status(113, "X20", date(2023, 10, 20), True)),
    SheetCase("status-overdue", "逾期", lambda: _of_status(114, "X20", date(2023, 9, 1), True)),
    SheetCase("status-done", "已处置待确认", lambda: _of_status(115, "X95", date(2023, 11, 30), True, 1.0)),
    SheetCase("status-closed", "已销号", lambda: _of_status(116, "X99", date(2023, 11, 30))),
    SheetCase("status-suspended", "查封涉诉挂起", lambda: _of_status(117, "XS0", date(2023, 11, 30))),
)
CASES = (
    SheetCase("triangle", "三个界址点：一页纸，成果表在正面", triangle),
    SheetCase("points-400", "400 个界址点：图上隔点注号，成果表完整", four_hundred_points),
    SheetCase("holes-35", "35 个内环、8 000 个界址点", thirty_five_holes),
    SheetCase("strip-3km", "3 公里长条：编号用引线注在地块外", strip),
    SheetCase("two-parts", "两部分相距两公里：各自放大成图，另附位置总览", two_parts),
    SheetCase("parts-14", "十四部分：正面五幅，其余在分部图", fourteen_parts),
    SheetCase("sliver-2m", "两米宽的窄条：注记不压盖", sliver),
    SheetCase("longest-names", "最长的名称：换行、缩小，再长则转附页，不截断", longest_names),
    SheetCase("nothing-known", "可选信息全空", nothing_known),
    SheetCase("many-steps", "经过很多步骤：正面显示最近的，全部在附页", many_steps),
    *STATUSES,
    SheetCase("a3-triangle", "A3 横向", triangle, "A3"),
    SheetCase("a3-longest-names", "A3 横向，最长的名称", longest_names, "A3"),
    SheetCase("a3-many-steps", "A3 横向，步骤很多", many_steps, "A3"),
)


def _wound() -> Points:
    """A band of three metres wound three times about a middle."""
    turns = [3 * 2 * pi * step / 240 for step in range(241)]
    outer = [((20 + 6 * turn) * sin(turn) * 3, (20 + 6 * turn) * cos(turn) * 3) for turn in turns]
    inner = [((17 + 6 * turn) * sin(turn) * 3, (17 + 6 * turn) * cos(turn) * 3) for turn in turns]
    return outer + inner[::-1]


def _star(spikes: int) -> Points:
    return [
        ((100, 30)[i % 2] * sin(pi * i / spikes), (100, 30)[i % 2] * cos(pi * i / spikes)) for i in range(2 * spikes)
    ]


def _square_ring() -> Dossier:
    hole = shifted([(3, 3), (197, 3), (197, 147), (3, 147)])
    return unsupplied(parcel(shifted([(0, 150), (200, 150), (200, 0), (0, 0)]), [hole], code="2023-G-120"))


def _many_holes() -> Dossier:
    corners = ((0, 0), (1, 1), (1, 0))
    holes = [shifted([(x + dx, y + dy) for dx, dy in corners]) for x in range(5, 95, 10) for y in range(5, 95, 10)]
    return unsupplied(parcel(holes=holes, code="2023-G-121"))


def _named(name: str) -> Dossier:
    survey = parcel(shifted(circle(20, 80)), code="2023-G-122")
    outer = survey.parts[0].outer
    names = tuple(f"{name}{number:02d}" if name else "" for number in range(len(outer)))
    return unsupplied(replace(survey, parts=(Part(replace(outer, names=names, closing_name=names[0])),)))


def _titled(name: str) -> Dossier:
    return unsupplied(parcel(shifted(circle(20, 80)), code="2023-G-123", name=name), DKMC=name)


ODD = (
    SheetCase("square-ring", "环形地块，内环几乎与外环同大", _square_ring),
    SheetCase("wound", "螺旋形", lambda: unsupplied(parcel(shifted(_wound()), code="2023-G-124"))),
    SheetCase("star", "六十个尖角", lambda: unsupplied(parcel(shifted(_star(60)), code="2023-G-125"))),
    SheetCase("holes-81", "八十一个小内环", _many_holes),
    SheetCase("point-names-long", "很长的点号", lambda: _named("安泽县府城镇高壁村界址点")),
    SheetCase("point-names-none", "没有点号", lambda: _named("")),
    SheetCase("title-200", "二百字的名称", lambda: _titled("安泽县府城镇沁河东岸综合物流园区" * 12)),
    SheetCase("title-lines", "分行的名称", lambda: _titled("第一行\n第二行\r\n第三行")),
    SheetCase("code-200", "二百字的编号", lambda: unsupplied(parcel(code="2023-G-" + "X" * 193))),
    SheetCase(
        "outside",
        "县界以外的地块",
        lambda: unsupplied(parcel(shifted([(0, 60), (80, 0), (0, 0)], (37700000.0, 4200000.0)), code="2023-G-126")),
    ),
)
"""Parcels nobody expects: they need no picture, but no fault either."""

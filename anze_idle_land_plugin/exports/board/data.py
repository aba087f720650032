"""What the html board carries: parcels with their way through the campaign, tasks, rules and shapes, as plain JSON.

The browser decides nothing about a parcel: it picks the row of the day and adds up (``resources/board/rules.js``).
"""

from __future__ import annotations

from datetime import date
from typing import Sequence

from ... import catalogue
from ...cartography.palette import PlaceStyle, done, fills, late, lines, places
from ...model.campaign import Campaign, Plan
from ...model.counting.figures import CountingRules
from ...model.file_names import legal_names
from ...model.kinds import Category, ListKind, Status
from ...model.standing.events import STATE_FIELD, is_earlier_value
from ...model.standing.snapshot import ContextShape, Dossier, Snapshot
from ...store.standing.over_time import Change, changes
from ...wording.events import event_zh
from ...wording.parcels import opinion
from ...wording.tasks import NO_PLAN
from .shapes import PER_METRE, bounds_of, outline

EPOCH = date(1970, 1, 1).toordinal()
ALWAYS = -1_000_000
"""The day of a way's first row: before everything."""
PARCEL_TOLERANCE, CONTEXT_TOLERANCE = 0.5, 40.0
"""Metres a shape may be simplified by."""
DUE_DAYS = (7, 30)
IN_BASE, CONFIRMED, SETTLED, OPEN = (1 << bit for bit in range(4))
NOTE = (
    "本页由专项行动数据文件生成，可离线打开，不发出任何网络请求。面积单位为公顷。完成率＝本年处置面积/任务面积，可大于100%；"
    "任务面积为“—”的未下达任务，以底数代替任务计算完成率，带＊的另有这样的部分；"
    "司法查封、涉诉并已在系统标注的和不构成闲置的地块不计入底数；开发区地块单列，不重复计入所在镇；"
    "最终数据以土地市场动态监测与监管系统为准。"
)


class Words:
    """Texts as numbers, in order of first appearance; JSON carries each text once."""

    def __init__(self, known: Sequence[str] = ()) -> None:
        self.texts: list[str] = list(known)
        self._numbers: dict[str, int] = {text: number for number, text in enumerate(known)}

    def number(self, text: str) -> int:
        if text not in self._numbers:
            self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return self._numbers[text]


class Vocabulary:
    """The words of one board, and how its parcels are grouped."""

    def __init__(self, rules: CountingRules) -> None:
        self.rules = rules
        self.units = Words([unit.name for unit in rules.units])
        self.departments, self.states = Words(), Words()
        self.ages = Words([group.name for group in rules.age_groups])


def board_data(snapshot: Snapshot, lists: Sequence[ListKind], since: date | None = None) -> dict[str, object]:
    """Everything the board shows. ``since`` is offered as a stop of the date slider."""
    campaign, rules = snapshot.campaign, catalogue.counting_rules(snapshot.campaign.units)
    dossiers = [each for which in lists for each in snapshot.dossiers.get(which, ())]
    frame = _frame(snapshot, dossiers)
    words = Vocabulary(rules)
    parcels = _parcels(snapshot, lists, words, (frame[0], frame[1]))
    return {
        "name": campaign.name,
        "year": campaign.year,
        "asOf": day_number(snapshot.as_of),
        "start": day_number(campaign.starts_on),
        "end": day_number(campaign.ends_on),
        "since": day_number(since) if since else None,
        "dueDays": DUE_DAYS,
        "note": NOTE,
        "lists": [{"id": which.value, "zh": which.zh} for which in lists],
        "categories": [{"zh": each.principle, "mark": each.character, "colour": fills()[each]} for each in Category],
        "statuses": [_status(each) for each in Status],
        "places": {role: _place(style) for role, style in places().items()},
        "charts": {"late": late(), "done": done()},
        "milestones": [[day_number(each.by_date), each.rate] for each in snapshot.milestones],
        "plans": _plans(snapshot, lists, rules, words),
        "noPlan": NO_PLAN,
        "policy": _policy(),
        "units": words.units.texts,
        "departments": words.departments.texts,
        "states": words.states.texts,
        "ages": words.ages.texts,
        "parcels": parcels,
        "context": _context(snapshot, (frame[0], frame[1])),
        "extent": _extent(frame),
    }


def day_number(day: date) -> int:
    """Days since 1970, as a browser counts them."""
    return day.toordinal() - EPOCH


def _frame(snapshot: Snapshot, dossiers: Sequence[Dossier]) -> tuple[float, float, float, float]:
    county = [shape.wkb for layer in ("county", "town") for shape in snapshot.context.get(layer, ())]
    found = bounds_of(county) or bounds_of(each.wkb for each in dossiers)
    return found or (0.0, 0.0, 1000.0, 1000.0)


def _extent(frame: tuple[float, float, float, float]) -> list[int]:
    """The view of the whole county: x, y (downwards), width and height with a margin, in decimetres."""
    west, south, east, north = frame
    width, height = (east - west) * PER_METRE, (north - south) * PER_METRE
    margin = 0.03 * max(width, height)
    return [round(-margin), round(-height - margin), round(width + 2 * margin), round(height + 2 * margin)]


def _place(style: PlaceStyle) -> dict[str, object]:
    return {"fill": style.fill, "colour": style.colour, "width": style.width_mm, "dash": style.dash}


def _status(status: Status) -> dict[str, object]:
    line = lines()[status]
    return {
        "zh": status.zh,
        "colour": line.colour,
        "width": line.width_mm,
        "dash": line.dash,
        "hatch": line.hatch,
    }


def _plans(
    snapshot: Snapshot, lists: Sequence[ListKind], rules: CountingRules, words: Vocabulary
) -> list[list[object]]:
    """What the city's plan said over time: since when, tasks, deadlines with their rates."""
    plans = [each for each in snapshot.plans if each.since <= snapshot.as_of] or [snapshot.plan_on(snapshot.as_of)]
    return [
        [
            ALWAYS if number == 0 else day_number(plan.since),
            _tasks(plan, snapshot.campaign, lists, rules, words),
            [[day_number(each.by_date), each.rate] for each in plan.milestones],
        ]
        for number, plan in enumerate(plans)
    ]


def _tasks(
    plan: Plan, campaign: Campaign, lists: Sequence[ListKind], rules: CountingRules, words: Vocabulary
) -> list[list[float]]:
    """List, unit (-1: the county) and hectares of every task that belongs to a known unit."""
    called: dict[str, int] = {name: words.units.number(unit.name) for unit in rules.units for name in unit.called}
    called.update(dict.fromkeys((campaign.county_code, campaign.county_name), -1))
    return [
        [lists.index(task.which), called[task.unit_code], task.task_area_ha]
        for task in plan.tasks
        if task.which in lists and task.unit_code in called
    ]


def _policy() -> dict[str, float]:
    policy = catalogue.policy()
    return {
        "years": policy.supply_years,
        "floor": policy.floor_rate,
        "stop": policy.stop_rate,
        "least": policy.least_disposal,
        "oldUntil": policy.old_until,
        "creditOld": policy.credit_old,
        "creditNew": policy.credit_new,
        "creditIdle": policy.credit_idle,
        "reward": policy.reward,
        "cut": policy.cut,
    }


def _parcels(
    snapshot: Snapshot, lists: Sequence[ListKind], words: Vocabulary, origin: tuple[float, float]
) -> list[dict[str, object]]:
    return [
        _parcel(dossier, snapshot, lists.index(which), names[dossier.code], words, origin)
        for which in lists
        for names in [legal_names(each.code for each in snapshot.dossiers.get(which, ()))]
        for dossier in snapshot.dossiers.get(which, ())
    ]


def _parcel(
    dossier: Dossier, snapshot: Snapshot, number: int, name: str, words: Vocabulary, origin: tuple[float, float]
) -> dict[str, object]:
    """One parcel: texts, shape, sheet, its way (``w``, see ``_row``) and the story people read (``e``)."""
    shape, case = outline(dossier.wkb, origin, PARCEL_TOLERANCE), dossier.case
    return {
        "l": number,
        "c": dossier.code,
        "n": case.title,
        "p": case.location or case.town_name,
        "m": opinion(case),
        "s": f"sheets/{dossier.which.value}/{_quoted(name)}.pdf",
        "g": shape.rings if shape else [],
        "x": shape.x if shape else 0,
        "y": shape.y if shape else 0,
        "d": shape.across if shape else 1,
        "ha": shape.area_ha if shape else 0,
        "w": _way(dossier, snapshot, words),
        "e": _story(dossier),
    }


def _quoted(name: str) -> str:
    """A file name inside a relative address."""
    from urllib.parse import quote

    return quote(name)


def _way(dossier: Dossier, snapshot: Snapshot, words: Vocabulary) -> list[list[object]]:
    """How the parcel counts, from each day on which that changes."""
    way: list[list[object]] = []
    for change in changes(dossier, snapshot.as_of, snapshot.campaign.year):
        row = _row(change, words)
        if not way or row[1:] != way[-1][1:]:
            way.append(row)
    return way


def _row(change: Change, words: Vocabulary) -> list[object]:
    """Day, state, measure, department, unit, age, year, deadline, flags, base, done, approval, status."""
    each, rules = change.counted, words.rules
    flags = (
        (IN_BASE if each.in_base else 0)
        | (CONFIRMED if each.confirmed else 0)
        | (SETTLED if each.settled else 0)
        | (OPEN if each.is_open else 0)
    )
    return [
        ALWAYS if change.since is None else day_number(change.since),
        words.states.number(change.state_name),
        list(Category).index(each.category),
        words.departments.number(rules.department_of(each)),
        words.units.number(rules.unit_of(each)),
        words.ages.number(rules.age_of(each.year)),
        each.year,
        day_number(each.deadline) if each.deadline else None,
        flags,
        each.area_ha,
        each.done_area_ha,
        list(each.approval) if each.approval else None,
        list(Status).index(each.status),
    ]


def _story(dossier: Dossier) -> list[list[object]]:
    """Day, what happened, what it led to, hectares settled and document of each event, in order."""
    steps = catalogue.workflow(dossier.which).transitions
    story: list[list[object]] = []
    for event in (each for each in dossier.standing.events if not is_earlier_value(each)):
        what, result = event_zh(dossier.which, event)
        settles = event.field == STATE_FIELD and (event.transition not in steps or steps[event.transition].completes)
        area = event.area_ha if settles else None
        story.append([day_number(event.effective_on), what, result, area, event.document])
    return story


def _context(snapshot: Snapshot, origin: tuple[float, float]) -> dict[str, list[dict[str, object]]]:
    return {
        layer: [shape for each in snapshot.context.get(layer, ()) for shape in _ground(each, origin)]
        for layer in ("county", "town", "zone_area", "river")
    }


def _ground(each: ContextShape, origin: tuple[float, float]) -> list[dict[str, object]]:
    shape = outline(each.wkb, origin, CONTEXT_TOLERANCE)
    return [{"n": each.name, "g": shape.rings, "x": shape.x, "y": shape.y}] if shape else []

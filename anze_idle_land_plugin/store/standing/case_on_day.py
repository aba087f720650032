"""The columns of a parcel that follow from its events, and a case as it stood on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Iterable, Mapping

from ... import catalogue
from ...catalogue import Value
from ...model.cases import Case, IdleCase, UnsuppliedCase
from ...model.kinds import ListKind
from ...model.procedure.idle_clock import idle_verdict
from ...model.procedure.idle_time import idle_time
from ...model.standing.base import base_ha, documented_ha
from ...model.standing.events import STATE_FIELD, Event
from ...model.standing.standing import Standing, recorded_facts


def fields_with_events(which: ListKind, events: Iterable[Event]) -> set[str]:
    """The fields whose present value is kept by events, those among them that steps add areas to."""
    steps = catalogue.workflow(which).transitions
    kept: set[str] = set()
    for event in events:
        if event.field and event.field != STATE_FIELD:
            kept.add(event.field)
        if event.transition in steps and steps[event.transition].adds_to and event.area_ha is not None:
            kept.add(steps[event.transition].adds_to)
    return kept


def row_as_of(
    which: ListKind, columns: Mapping[str, Value], facts: Mapping[str, str], with_events: set[str]
) -> dict[str, Value]:
    """The columns with the facts in force put in; a field whose first event lies later is not given yet."""
    row = dict(columns)
    known = catalogue.field_by_code(which)
    for code in with_events & set(known):
        row[code] = known[code].parse(facts.get(code, ""))
    return row


def base_as_of(
    which: ListKind, columns: Mapping[str, Value], stands: Standing, with_events: set[str], surveyed_m2: float | None
) -> float:
    """The area of the base on the day, in hectares; ``surveyed_m2`` is that of the survey in force."""
    if stands.frozen_ha is not None:
        return stands.frozen_ha
    row = row_as_of(which, columns, recorded_facts(stands.events), with_events)
    return base_ha(None, documented_ha(catalogue.case_of(which, row)), surveyed_m2)


def case_as_of(
    which: ListKind, columns: Mapping[str, Value], stands: Standing, with_events: set[str], as_of: date
) -> Case:
    """The typed case as it stood, with every derived field filled in."""
    case = catalogue.case_of(which, row_as_of(which, columns, stands.facts, with_events))
    common = {
        "state": stands.state.code,
        "done_area_ha": stands.done_area_ha,
        "done_on": stands.done_on,
        "confirmed": "Y" if stands.confirmed else "N",
        "confirmed_on": stands.confirmed_on,
        "closed": "Y" if stands.closed else "N",
        "closed_on": stands.since if stands.closed else None,
    }
    return replace(case, **common, **_of_its_own(case, stands, as_of))  # type: ignore[arg-type]


def _of_its_own(case: Case, stands: Standing, as_of: date) -> dict[str, Value]:
    if isinstance(case, UnsuppliedCase):
        return {
            "remaining_area_ha": documented_ha(case),
            "approval_year": case.approved_on.year if case.approved_on else case.approval_year,
            "milestone_month": f"{case.deadline:%Y%m}" if case.deadline else "",
        }
    if not isinstance(case, IdleCase):
        return {}
    rules = catalogue.clock_rules()
    clock, time = idle_verdict(case, as_of, rules), idle_time(case, stands, as_of, rules)
    return {
        "idle_since": case.idle_since or clock.since or (time.full_on if time else None),
        "idle_type": case.idle_type or (str(clock.idle_type) if clock.idle_type else ""),
        "idle_days": time.days if time else None,
    }


def stored_columns(which: ListKind, case: Case) -> dict[str, Value]:
    """What the parcel table shows of the present. Days idle and the warning colour are never stored."""
    never = {"idle_days", "warning_colour"}
    kept = [each for each in catalogue.case_fields(which) if each.kept_by == "events" and each.attribute not in never]
    return {each.code: getattr(case, each.attribute) for each in kept}

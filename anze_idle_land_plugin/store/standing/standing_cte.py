"""The one query of how parcels stand: state, base, done, confirmed, started, deadline, category and status.

Map layers, replay, board, list and counts all select from it. The rules are those of ``model.standing``: the rank of
the statuses and the areas of documents are made into SQL from the same tables.
"""

from __future__ import annotations

from typing import Sequence

from ... import catalogue
from ...catalogue import Field
from ...model.kinds import Category, ListKind
from ...model.procedure.workflow import SUSPENDED_STATE
from ...model.standing.base import DOCUMENT_AREAS, OUTSIDE_BASE
from ...model.standing.rank import Limits, settled_sql, status_sql
from ..database import literal
from .event_sql import BEHIND, ISO_DAY, Moment, confirmed, moved, opened, recorded, said, survey


def measured_cte(which: ListKind, moment: Moment, year: int, attributes: Sequence[str]) -> str:
    """CTEs that end in ``measured``: one row a parcel (and day) with what is recorded of it by then.

    Columns: ``fid, code, state, since, started, frozen_ha, done_ha, base_ha, confirmed_on, deadline, measure,
    measure_plan, area_m2, version`` and each of ``attributes`` of the case under its own name; ``day`` where the
    moment has days of its own, which a CTE ``moment`` before must give.
    """
    key, table = f"p.{catalogue.code_field(which)}", which.table
    wanted = {
        name: catalogue.field_of(which, name)
        for name in dict.fromkeys((*attributes, "measure", "measure_plan", "deadline"))
    }
    facts = tuple(field.code for field in wanted.values() if _by_facts(field))
    own = ", ".join(f"{_as_of(field)} AS {name}" for name, field in wanted.items())
    parcels = f"moment m JOIN {table} p ON {key} = m.code" if moment.of_parcels else f"{table} p"
    parts = {
        "moved": moved(which, moment, year),
        "said": said(which, moment, facts),
        "confirmed": confirmed(which, moment),
        "survey": survey(which, moment),
    }
    ctes = ", ".join(f"{name} AS ({select})" for name, select in parts.items())
    joins = "".join(moment.joined(name, key) for name in parts)
    return (
        f"{ctes}, measured AS (SELECT p.fid AS fid, {key} AS code,{' m.day AS day,' if moment.of_parcels else ''}"
        f" COALESCE(substr(moved.last, {BEHIND}), {literal(catalogue.workflow(which).initial.code)}) AS state,"
        f" substr(moved.last, 1, {ISO_DAY}) AS since, COALESCE(moved.moves, 0) > 0 AS started,"
        f" moved.frozen_ha AS frozen_ha, COALESCE(moved.done_ha, 0.0) AS done_ha, {_base(which, moment)} AS base_ha,"
        f" confirmed.confirmed_on AS confirmed_on, ABS(survey.chosen) AS version, {own}"
        f" FROM {parcels}{joins}{'' if moment.of_parcels else _existed(which, moment)})"
    )


def _by_facts(field: Field) -> bool:
    return field.kept_by != "survey" and field.attribute != "code"


def _as_of(field: Field) -> str:
    """A column as of the day: the last fact in force, nothing before the first one, else the column itself."""
    if field.kept_by == "survey":  # empty where a survey cannot say (no zone)
        return f"CASE WHEN p.{field.code} IS NULL THEN NULL ELSE ROUND(survey.area_m2, 2) END"
    if not _by_facts(field):
        return f"p.{field.code}"
    value = f"NULLIF(substr(said.{field.code}, {BEHIND}), '')"
    if field.type == "N":
        value = f"CAST({value} AS REAL)"
    return f"CASE WHEN said.{field.code} IS NOT NULL THEN {value} ELSE p.{field.code} END"


def _base(which: ListKind, moment: Moment) -> str:
    """The base as it was frozen by the day, else first frozen later, else as documents and survey of the day say."""
    areas = DOCUMENT_AREAS[which]

    def of(attribute: str) -> str:
        return recorded(which, moment, catalogue.field_of(which, attribute).code)

    given = ", ".join(map(of, areas.given))
    documented = f"COALESCE({given})" if len(areas.given) > 1 else given
    if areas.less:
        documented = f"ROUND({documented} - {' - '.join(f'COALESCE({of(each)}, 0)' for each in areas.less)}, 4)"
    frozen, surveyed = f"moved.frozen_ha, {opened(which, moment)}", "ROUND(survey.area_m2 / 10000.0, 4)"
    return f"COALESCE({frozen}, {documented}, {surveyed}, 0.0)"


def _existed(which: ListKind, moment: Moment) -> str:
    """Without the parcels that were split off another one only after the day."""
    later = f"SELECT code FROM parcel_version WHERE list = {literal(which.value)} AND parent_code <> ''"
    return f" WHERE p.{catalogue.code_field(which)} NOT IN ({later} AND effective_on > {moment.until})"


def counted_base(row: str = "measured") -> str:
    """The base of a row (SQL), never less than nothing.

    Here and not in ``measured``: SQLite's parser has a depth, and the expressions there come near it.
    """
    return f"MAX({row}.base_ha, 0.0)"


def decided(which: ListKind, day: str, row: str = "measured") -> str:
    """What follows from a row of ``measured`` on a day (SQL), as columns.

    ``state_name, category, status, in_base, closed, settled``; the truths are 0 or 1.
    """
    machine = catalogue.workflow(which)
    names = " ".join(f"WHEN {literal(each.code)} THEN {literal(each.name)}" for each in machine.states.values())
    terminal = ", ".join(literal(each.code) for each in machine.states.values() if each.terminal)
    outside = ", ".join(map(literal, OUTSIDE_BASE))
    columns = {
        "suspended": f"({row}.state = {literal(SUSPENDED_STATE)})",
        "closed": f"({row}.state IN ({terminal}))",
        "done_ha": f"{row}.done_ha",
        "left_ha": f"({counted_base(row)} - {row}.done_ha)",
        "days_left": f"(julianday(substr({row}.deadline, 1, 10)) - julianday({day}))",
        "started": f"{row}.started",
    }
    limits = Limits(catalogue.warn_days(), catalogue.nothing_below_ha())
    return (
        f"CASE {row}.state {names} END AS state_name, {_category(which, row)} AS category,"
        f" {status_sql(columns, limits)} AS status, {row}.state NOT IN ({outside}) AS in_base,"
        f" {columns['closed']} AS closed, {settled_sql(columns, limits)} AS settled"
    )


def _category(which: ListKind, row: str) -> str:
    """The category of the measure; while none is chosen, that of the plan's word with which the opinion begins."""
    codes = catalogue.measure_codes(which)
    whens = " ".join(f"WHEN {literal(code)} THEN {literal(catalogue.category_of(which, code).value)}" for code in codes)
    told = " ".join(
        f"WHEN {row}.measure_plan LIKE {literal(each.principle + '%')} THEN {literal(each.value)}"
        for each in Category.of_list(which)
    )
    undecided = literal(Category.UNDECIDED.value)
    opinion = f"CASE WHEN COALESCE({row}.measure, '') <> '' THEN {undecided} {told} ELSE {undecided} END"
    return f"CASE {row}.measure {whens} ELSE {opinion} END"

"""The standing of every parcel as one SELECT: what map layers show, computed by the database as of a day.

The same rules as ``model.standing.standing`` in SQL; a test holds the two against each other. Columns beside the
parcel's own: ``state``, ``state_name``, ``category``, ``status``, ``done_ha``, ``deadline``.
"""

from __future__ import annotations

from datetime import date

from ... import catalogue
from ...model.kinds import ListKind, Status
from ...model.procedure.workflow import SETTLED, SUSPENDED_STATE
from ...model.standing.settling import AREA_STEP_HA
from ..database import literal

END_OF_TIME = date(9999, 12, 31)


def standing_select(which: ListKind, as_of: date | None, year: int) -> str:
    """A SELECT over a parcel table with each parcel's standing; without ``as_of`` it shows the present, always."""
    key = catalogue.code_field(which)
    until = literal(as_of or END_OF_TIME)
    today = literal(as_of) if as_of else "date('now')"
    own = ", ".join(
        f"{_surveyed(field.code) if field.kept_by == 'survey' and as_of else _as_of(which, field.code, key, until)}"
        f" AS {field.code}"
        for field in catalogue.case_fields(which)
        if field.attribute in _SHOWN
    )
    outline, surveyed = ("p.geom", "") if as_of is None else ("v.geom", survey_join(which, f"p.{key}", until))
    inner = (
        f"SELECT p.fid AS fid, {outline} AS geom, {own}, {_state(which, key, until)} AS state,"
        f" {_done(which, key, until, year)} AS done_ha, {base_ha(which, key, until)} AS base_ha,"
        f" {_started(which, key, until)} AS started FROM {which.table} p{surveyed}"
        f" WHERE {existed(which, until)}"
    )
    measure, deadline = catalogue.field_of(which, "measure").code, catalogue.field_of(which, "deadline").code
    return (
        f"SELECT s.*, {_name_case(which)} AS state_name, {_category_case(which, measure)} AS category,"
        f" {_status_case(which, deadline, today)} AS status FROM ({inner}) s"
    )


_SHOWN = frozenset(
    [
        "code",
        "town_name",
        "in_zone",
        "project_name",
        "parcel_name",
        "location",
        "area_m2",
        "area_ha",
        "contract_area_ha",
        "idle_area_ha",
        "measure",
        "deadline",
        "department",
        "land_user",
        "reason",
        "supervision_number",
        "approval_number",
    ]
)


def _in_force(which: ListKind, key: str, until: str) -> str:
    return (
        f"FROM event e WHERE e.list = '{which.value}' AND e.code = p.{key} AND e.effective_on <= {until}"
        " AND e.id NOT IN (SELECT corrects_id FROM event WHERE corrects_id IS NOT NULL)"
    )


PLACE = (
    "CASE WHEN e.corrects_id IS NULL THEN e.id ELSE (WITH RECURSIVE first(id, corrects) AS (SELECT e.id, e.corrects_id"
    " UNION ALL SELECT c.id, c.corrects_id FROM first JOIN event c ON c.id = first.corrects)"
    " SELECT MIN(id) FROM first) END"
)
"""A correction stands where the event it replaces stood: its number is the first one's."""
_LATEST = f"ORDER BY e.effective_on DESC, {PLACE} DESC LIMIT 1"


def completing_steps(which: ListKind) -> str:
    """The steps that settle area, and the baseline that says how much was settled before; as what follows IN."""
    steps = [step.code for step in catalogue.workflow(which).transitions.values() if step.completes]
    return ", ".join(literal(code) for code in (*steps, SETTLED))


def existed(which: ListKind, until: str) -> str:
    """The condition that a parcel ``p`` was not split off another one only after a day."""
    return (
        f"NOT EXISTS (SELECT 1 FROM parcel_version v WHERE v.list = '{which.value}' AND"
        f" v.code = p.{catalogue.code_field(which)} AND v.parent_code <> '' AND v.effective_on > {until})"
    )


def survey_join(which: ListKind, code: str, until: str) -> str:
    """Join the survey ``v`` in force on a day: the latest one effective by then, else the first one."""
    versions = f"FROM parcel_version w WHERE w.list = '{which.value}' AND w.code = {code}"
    return (
        f" JOIN parcel_version v ON v.list = '{which.value}' AND v.code = {code} AND v.version = COALESCE("
        f"(SELECT MAX(w.version) {versions} AND w.effective_on <= {until}), (SELECT MIN(w.version) {versions}))"
    )


def _surveyed(field: str) -> str:
    """The area column as of a day, from the survey ``v`` in force; empty where a survey cannot say (no zone)."""
    return f"CASE WHEN p.{field} IS NULL THEN NULL ELSE ROUND(v.area_m2, 2) END"


def _as_of(which: ListKind, field: str, key: str, until: str) -> str:
    """A column's value as of the day: the last fact in force, nothing before the first one, else the column itself."""
    if field == key:
        return f"p.{key}"
    fact = f"(SELECT e.value {_in_force(which, key, until)} AND e.field = '{field}' {_LATEST})"
    any_fact = (
        f"EXISTS (SELECT 1 FROM event e WHERE e.list = '{which.value}' AND e.code = p.{key} AND e.field = '{field}')"
    )
    return f"CASE WHEN {any_fact} THEN {fact} ELSE p.{field} END"


def _state(which: ListKind, key: str, until: str) -> str:
    initial = catalogue.workflow(which).initial.code
    last = f"(SELECT e.value {_in_force(which, key, until)} AND e.field = 'ZT' AND e.value <> '' {_LATEST})"
    return f"COALESCE({last}, '{initial}')"


def _done(which: ListKind, key: str, until: str, year: int) -> str:
    return (
        f"COALESCE((SELECT SUM(e.area_ha) {_in_force(which, key, until)} AND e.field = 'ZT'"
        f" AND e.transition IN ({completing_steps(which)})"
        f" AND substr(e.effective_on, 1, 4) = '{year}'), 0.0)"
    )


def base_ha(which: ListKind, key: str, until: str) -> str:
    """The area the baseline gave, else what the ledger says, in hectares."""
    entered = "AND e.field = 'ZT' AND COALESCE(e.transition, '') = '' AND e.area_ha IS NOT NULL"
    baseline = f"(SELECT e.area_ha {_in_force(which, key, until)} {entered} {_LATEST})"
    if which is ListKind.UNSUPPLIED:
        own = "ROUND(p.DKMJGQ - COALESCE(p.YGMJ, 0) - COALESCE(p.CHMJ, 0), 4)"
    else:
        own = "COALESCE(p.XZMJ, p.GYMJ)"
    return f"COALESCE({baseline}, {own})"


def _started(which: ListKind, key: str, until: str) -> str:
    return f"EXISTS (SELECT 1 {_in_force(which, key, until)} AND e.field = 'ZT' AND e.transition <> '')"


def _name_case(which: ListKind) -> str:
    states = catalogue.workflow(which).states.values()
    whens = " ".join(f"WHEN {literal(state.code)} THEN {literal(state.name)}" for state in states)
    return f"CASE s.state {whens} END"


def _category_case(which: ListKind, measure: str) -> str:
    codes = catalogue.measure_codes(which)
    whens = " ".join(f"WHEN {literal(code)} THEN {literal(catalogue.category_of(which, code).value)}" for code in codes)
    return f"CASE s.{measure} {whens} ELSE 'undecided' END"


def _status_case(which: ListKind, deadline: str, today: str) -> str:
    terminal = ", ".join(literal(state.code) for state in catalogue.workflow(which).states.values() if state.terminal)
    half_step = repr(AREA_STEP_HA / 2)
    return (
        f"CASE WHEN s.state = '{SUSPENDED_STATE}' THEN '{Status.SUSPENDED.value}'"
        f" WHEN s.state IN ({terminal}) THEN '{Status.CLOSED.value}'"
        f" WHEN s.done_ha > 0 AND s.done_ha >= COALESCE(s.base_ha, 0) - {half_step} THEN '{Status.DONE.value}'"
        f" WHEN s.{deadline} < {today} THEN '{Status.OVERDUE.value}'"
        f" WHEN s.{deadline} <= date({today}, '+{catalogue.warn_days()} days') THEN '{Status.WARNING.value}'"
        f" WHEN s.started THEN '{Status.ON_TIME.value}' ELSE '{Status.NOT_STARTED.value}' END"
    )

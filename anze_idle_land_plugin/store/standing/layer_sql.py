"""The standing of every parcel as one SELECT: what map layers show, computed by the database as of a day.

Columns beside the parcel's own: ``state``, ``state_name``, ``category``, ``status``, ``done_ha``, ``base_ha``,
``started``.
"""

from __future__ import annotations

from datetime import date

from ... import catalogue
from ...model.kinds import ListKind
from ..database import literal
from .event_sql import Moment
from .standing_cte import counted_base, decided, measured_cte

SHOWN = (
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
)
"""The attributes of a case that a layer shows under their field codes, where its list has them."""


def standing_select(which: ListKind, as_of: date | None, year: int) -> str:
    """A SELECT over a parcel table with each parcel's standing; without ``as_of`` it shows the present, always."""
    fields = [field for field in catalogue.case_fields(which) if field.attribute in SHOWN]
    today = literal(as_of) if as_of else "date('now')"
    measured = measured_cte(which, Moment.on(as_of), year, [field.attribute for field in fields])
    own = ", ".join(f"measured.{field.attribute} AS {field.code}" for field in fields)
    return (
        f"SELECT s.* FROM (WITH {measured} SELECT measured.fid AS fid, v.geom AS geom, {own}, measured.state AS state,"
        f" measured.done_ha AS done_ha, {counted_base()} AS base_ha, measured.started AS started,"
        f" {decided(which, today)} FROM measured{survey_of(which)}) s"
    )


def survey_of(which: ListKind, row: str = "measured") -> str:
    """Join the version ``v`` of the survey in force to a row with ``code`` and ``version``."""
    return (
        f" JOIN parcel_version v ON v.list = {literal(which.value)} AND v.code = {row}.code"
        f" AND v.version = {row}.version"
    )

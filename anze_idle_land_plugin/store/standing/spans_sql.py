"""The course of every parcel as one SELECT: one row for each span of days it stands the same, for the replay."""

from __future__ import annotations

from datetime import date, timedelta

from ... import catalogue
from ...model.kinds import ListKind
from ...model.standing.base import DOCUMENT_AREAS
from ...model.standing.events import STATE_FIELD
from ...model.standing.rank import turning_offsets
from ..database import literal
from .event_sql import END_OF_TIME, Moment
from .layer_sql import survey_of
from .standing_cte import decided, measured_cte

_BEFORE_ALL = date(1900, 1, 1)
_LAST = literal(END_OF_TIME - timedelta(days=1))


def course_select(which: ListKind, year: int) -> str:
    """Rows with ``geom, code, state, state_name, status`` and the first and last day of each span.

    A parcel begins before all days, or on the day it was split off another one. A span ends where an event or a
    survey takes effect, and where its planned day turns the status yellow or red (``rank``).
    """
    measured = measured_cte(which, Moment("m.day", of_parcels=True), year, ())
    return (
        "SELECT s.fid AS fid, s.geom AS geom, s.code AS code, s.state AS state, s.state_name AS state_name,"
        " s.status AS status, s.begins AS begins, s.ends AS ends FROM ("
        f"WITH {_moments(which)}, {measured}, {_parts()}"
        " SELECT ROW_NUMBER() OVER (ORDER BY part.begins, part.code) AS fid, v.geom AS geom, part.code AS code,"
        f" part.state AS state, {decided(which, 'part.begins', 'part')}, part.begins AS begins,"
        f" COALESCE(date(LEAD(part.begins) OVER (PARTITION BY part.code ORDER BY part.begins), '-1 day'), {_LAST})"
        f" AS ends FROM part{survey_of(which, 'part')}) s ORDER BY s.begins, s.fid"
    )


def _moments(which: ListKind) -> str:
    """The days on which something that counts is recorded of a parcel, from its first day on."""
    key, own = catalogue.code_field(which), f"list = {literal(which.value)}"
    areas = DOCUMENT_AREAS[which]
    attributes = ("deadline", *areas.given, *areas.less)
    fields = ", ".join(literal(catalogue.field_of(which, name).code) for name in attributes)
    split = f"SELECT MIN(effective_on) FROM parcel_version WHERE {own} AND code = p.{key} AND parent_code <> ''"
    return (
        f"born AS (SELECT p.{key} AS code, COALESCE(({split}), {literal(_BEFORE_ALL)}) AS day FROM {which.table} p),"
        " moment AS (SELECT code, day FROM born UNION SELECT born.code, d.day FROM born JOIN ("
        f"SELECT code, effective_on AS day FROM event WHERE {own} AND field = '{STATE_FIELD}' UNION ALL"
        f" SELECT code, effective_on FROM event WHERE {own} AND field <> '{STATE_FIELD}' AND field IN ({fields})"
        " AND kind <> 'baseline'"
        f" UNION ALL SELECT code, effective_on FROM parcel_version WHERE {own} AND version > 1"
        ") d ON d.code = born.code AND d.day > born.day)"
    )


def _parts() -> str:
    """The spans between such days, each cut where the calendar alone turns the status."""
    until = f"COALESCE(date(LEAD(day) OVER (PARTITION BY code ORDER BY day), '-1 day'), {_LAST})"
    turns = "".join(
        f" UNION ALL SELECT span.*, date(due, '{days:+d} days') FROM span"
        f" WHERE date(due, '{days:+d} days') > day AND date(due, '{days:+d} days') <= until"
        for days in turning_offsets(catalogue.warn_days())
    )
    return (
        f"span AS (SELECT measured.*, substr(deadline, 1, 10) AS due, {until} AS until FROM measured),"
        f" part AS (SELECT span.*, day AS begins FROM span{turns})"
    )

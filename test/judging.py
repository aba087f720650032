"""What is wrong with a polygon alone: the geometry rules on plain rings, without campaign, ledger or neighbours."""

from __future__ import annotations

from array import array
from datetime import date
from math import dist, isfinite
from typing import Iterable, Sequence

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.checks.finding import Finding, Severity
from anze_idle_land_plugin.checks.rule import all_rules
from anze_idle_land_plugin.checks.rules.g05_duplicate_points import ROUNDING
from anze_idle_land_plugin.checks.run import run
from anze_idle_land_plugin.checks.standard import Standard
from anze_idle_land_plugin.checks.subject import Subject
from anze_idle_land_plugin.geodesy.area import plane_area
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import Category, ListKind, Status
from anze_idle_land_plugin.model.parcel import Grid, Parcel, Part, Ring
from anze_idle_land_plugin.model.standing.base import base_ha
from anze_idle_land_plugin.model.standing.snapshot import Dossier, Snapshot
from anze_idle_land_plugin.model.standing.standing import standing

Points = Sequence[Sequence[float]]
_PLANE = Grid(37, True)
"""Any plane system: the geometry rules take coordinates as metres and do not ask where they lie."""
_ASKS_THE_LEDGER = ("G06",)


def judge(parts: Sequence[Sequence[Points]], standard: Standard | None = None) -> tuple[Finding, ...]:
    """The findings of the geometry rules in a polygon.

    ``parts`` are polygons, each its outer ring and its holes; a ring is a sequence of (x east, y north) in metres, with
    or without its first point again at the end, to a millimetre (G02). Nothing is repaired.
    """
    step = (standard or Standard.shipped()).number("duplicate_step")
    rings = ([_ring(points, number, step) for number, points in enumerate(part, 1)] for part in parts if part)
    survey = Parcel("", "", _PLANE, tuple(Part(outer, tuple(holes)) for outer, *holes in rings))
    rules = [rule for rule in all_rules() if rule.row.scope == "geometry" and rule.code not in _ASKS_THE_LEDGER]
    return run(surveys_alone([survey], _nowhere(), standard), rules).findings


def surveys_alone(surveys: Iterable[Parcel], campaign: Campaign, standard: Standard | None = None) -> Subject:
    """Surveys without ledger or events, as one 批而未供 list (codes in order)."""
    dossiers = tuple(_bare(survey, campaign) for survey in surveys)
    lists = {ListKind.UNSUPPLIED: dossiers, ListKind.IDLE: ()}
    return Subject(Snapshot(campaign, campaign.starts_on, (), (), (), lists, {}), standard)


def _bare(survey: Parcel, campaign: Campaign) -> Dossier:
    which = ListKind.UNSUPPLIED
    case = catalogue.case_of(which, {catalogue.code_field(which): survey.code})
    stands = standing((), catalogue.workflow(which), campaign.starts_on)
    finite = all(isfinite(value) for _, _, ring in survey.rings() for value in (*ring.e, *ring.n))
    area = plane_area(survey) if finite else 0.0
    return Dossier(
        case, survey, b"", "", stands, Category.UNDECIDED, Status.NOT_STARTED, area, base_ha(None, None, area)
    )


def worst(findings: Sequence[Finding]) -> Severity | None:
    """The gravest severity of some findings; None without any."""
    return next((each for each in Severity if any(finding.severity is each for finding in findings)), None)


def _ring(points: Points, number: int, step: float) -> Ring:
    closed = len(points) > 1 and _is_again(points[-1][:2], points[0][:2], step if len(points) > 3 else 0.0)
    vertices = points[:-1] if closed else points
    return Ring(
        names=tuple(f"J{number}" for number in range(1, len(vertices) + 1)),
        n=array("d", (point[1] for point in vertices)),
        e=array("d", (point[0] for point in vertices)),
        n_text=tuple(repr(float(point[1])) for point in vertices),
        e_text=tuple(repr(float(point[0])) for point in vertices),
        number=str(number),
        closing_name="J1" if closed else None,
    )


def _is_again(point: Sequence[float], first: Sequence[float], step: float) -> bool:
    # As text: a point that is no number is still the same point again.
    return repr(tuple(point)) == repr(tuple(first)) or dist(point, first) <= step + ROUNDING


def _nowhere() -> Campaign:
    day = date(2000, 1, 1)
    return Campaign("", day.year, "", "", "EPSG:4525", "", day, day)

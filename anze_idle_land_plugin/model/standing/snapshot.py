"""The whole campaign as of a day, read once: what every print, list, map and package is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Mapping, NamedTuple

from ..approvals import ApprovedBy
from ..campaign import Campaign, Milestone, Plan, Stage, Task
from ..cases import Case, UnsuppliedCase
from ..counting.progress import Approval, Counted
from ..kinds import Category, ListKind, Status
from ..parcel import Parcel
from ..rounding import hectares
from .events import Attachment
from .standing import Standing


class Surveyed(NamedTuple):
    """One version of a survey: since when it holds, its plane area in m², and the parcel it was split off (or "")."""

    since: date
    area_m2: float
    parent: str = ""


@dataclass(frozen=True)
class Dossier:
    """One parcel with its case, survey and standing as of the snapshot's day.

    ``case`` carries the facts in force that day. ``survey`` holds the boundary points in the zone they were surveyed
    in; every parcel row has one. ``wkb`` is the multipolygon in the campaign's CRS, for the screen only. ``file`` is
    the survey file the points came from. ``base_area_ha`` is the area of the base on that day (see ``base``).
    ``attachments`` prove events in force that day; ``surveys`` are all its versions in order. ``approvals`` are those
    of a parcel that stands under several.
    """

    case: Case
    survey: Parcel
    wkb: bytes
    file: str
    standing: Standing
    category: Category
    status: Status
    area_m2: float
    base_area_ha: float
    attachments: tuple[Attachment, ...] = ()
    surveys: tuple[Surveyed, ...] = ()
    approvals: tuple[ApprovedBy, ...] = ()

    @property
    def which(self) -> ListKind:
        return self.case.which

    @property
    def code(self) -> str:
        return self.case.code

    @property
    def split_on(self) -> date | None:
        """The day the parcel was split off another one; before it there was none of it."""
        return next((each.since for each in self.surveys if each.parent), None)

    def area_on(self, day: date) -> float:
        """The plane area in m² of the survey in force on a day: the latest effective by then, else the first one."""
        held = [each for each in self.surveys if each.since <= day] or self.surveys[:1]
        return held[-1].area_m2 if held else self.area_m2

    def counted(self) -> Counted:
        """This parcel as progress counts it."""
        return Counted(
            which=self.which,
            code=self.code,
            town=self.case.town_name,
            in_zone=self.case.in_zone == "Y",
            department=self.case.department,
            category=self.category,
            status=self.status,
            in_base=self.standing.in_base,
            area_ha=self.base_area_ha,
            done_area_ha=self.standing.done_area_ha,
            confirmed=self.standing.confirmed,
            settled=self.standing.settled(self.base_area_ha),
            closed=self.standing.closed,
            deadline=self.case.deadline,
            year=self.year,
            approval=self.approval,
        )

    @property
    def year(self) -> int | None:
        """The year that dates the stock: of the approval, or of the contract by which idle land was supplied."""
        if isinstance(self.case, UnsuppliedCase):
            return self.case.approved_on.year if self.case.approved_on else self.case.approval_year
        return self.case.contract_signed_on.year if self.case.contract_signed_on else None

    @property
    def approval(self) -> Approval | None:
        """The approval behind an unsupplied parcel; None for idle land, whose land was supplied long ago."""
        case = self.case
        if not isinstance(case, UnsuppliedCase):
            return None
        area = case.area_ha if case.area_ha is not None else float(hectares(self.area_m2))
        withdrawn = case.withdrawn_area_ha or 0.0
        remaining = round(area - (case.supplied_area_ha or 0.0) - withdrawn, 4)
        return Approval(case.approval_number, case.batch_area_ha, area, max(remaining, 0.0), withdrawn)


@dataclass(frozen=True)
class ContextShape:
    """A county, town, zone, river or place; ``wkb`` in the campaign's CRS, ``aliases`` its other names."""

    layer: str
    name: str
    code: str
    wkb: bytes
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Snapshot:
    """Everything the campaign file says as of a day. Dossiers are sorted by code.

    ``plans`` are what the city's plan said over time, in order; without any it was always as it is.
    """

    campaign: Campaign
    as_of: date
    milestones: tuple[Milestone, ...]
    stages: tuple[Stage, ...]
    tasks: tuple[Task, ...]
    dossiers: Mapping[ListKind, tuple[Dossier, ...]]
    context: Mapping[str, tuple[ContextShape, ...]]
    plans: tuple[Plan, ...] = ()

    def plan_on(self, day: date) -> Plan:
        """Tasks, deadlines and stages as they were on a day."""
        said = [each for each in self.plans if each.since <= day] or list(self.plans[:1])
        return said[-1] if said else Plan(date.min, self.tasks, self.milestones, self.stages)

    def all_dossiers(self) -> tuple[Dossier, ...]:
        """Both lists, unsupplied first."""
        return tuple(dossier for which in ListKind for dossier in self.dossiers.get(which, ()))

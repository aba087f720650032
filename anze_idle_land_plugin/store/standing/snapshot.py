"""The whole campaign as of a day, read once from the file."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Collection, Mapping, Sequence

from ... import catalogue
from ...geodesy.area import plane_area
from ...model.approvals import ApprovedBy, approval_numbers
from ...model.campaign import Campaign, Milestone, Plan, Stage, Task
from ...model.campaign_event import Subject, value_on
from ...model.campaign_values import numbers_of
from ...model.kinds import ListKind
from ...model.parcel import Grid, Parcel, Part, Ring
from ...model.standing.events import Attachment
from ...model.standing.snapshot import ContextShape, Dossier, Snapshot, Surveyed
from ...model.standing.standing import standing, status
from ..attachments import attachments_of
from ..database import CampaignFile, Cell, SpatialRow, literal
from ..events import campaign_events, events_of
from ..schema import CONTEXT_TABLES
from ..units import read_units
from .case_on_day import base_as_of, case_as_of, fields_with_events
from .plans import plans_of

POINT_COLUMNS = "code, part, ring, name, n_text, e_text, n, e, zone, has_prefix, ring_number, closing_name, extra"


def read_snapshot(path: str | Path, as_of: date, recorded_by: str | None = None) -> Snapshot:
    """Everything the file says as of a day; ``recorded_by`` (ISO, UTC) repeats what was known at a past moment."""
    with CampaignFile.open(path) as file:
        campaign = read_campaign(file)
        plans = read_plans(file, recorded_by)
        plan = [each for each in plans if each.since <= as_of][-1]
        return Snapshot(
            campaign=campaign,
            as_of=as_of,
            milestones=plan.milestones,
            stages=plan.stages,
            tasks=plan.tasks,
            plans=plans,
            dossiers={which: _dossiers(file, which, campaign.year, as_of, recorded_by) for which in ListKind},
            context={layer: read_context(file, layer) for layer in CONTEXT_TABLES},
        )


def read_campaign(file: CampaignFile) -> Campaign:
    """The campaign's own row, and its units."""
    row = file.rows("SELECT * FROM campaign")[0].values
    return Campaign(
        name=str(row["name"]),
        year=int(row["year"]),
        county_code=str(row["county_code"] or ""),
        county_name=str(row["county_name"] or ""),
        crs=str(row["crs"]),
        plan_document=str(row["plan_document"] or ""),
        starts_on=_day(row["starts_on"]),
        ends_on=_day(row["ends_on"]),
        standard_version=str(row["standard_version"] or ""),
        units=read_units(file),
        numbers=_numbers(file),
    )


def _numbers(file: CampaignFile) -> tuple[tuple[str, str], ...]:
    """The numbers of papers as they were set last."""
    text = value_on(campaign_events(file), Subject.NUMBERS, date.max)
    return tuple(numbers_of(text).items()) if text else ()


def read_plans(file: CampaignFile, recorded_by: str | None = None) -> tuple[Plan, ...]:
    """Tasks, deadlines and stages over time; the first plan holds from ever on."""
    present = Plan(date.min, read_tasks(file), read_milestones(file), read_stages(file))
    return plans_of(file, present, recorded_by)


def campaign_of(path: str | Path) -> Campaign:
    """The campaign's own row from the file at a path."""
    with CampaignFile.open(path) as file:
        return read_campaign(file)


def read_milestones(file: CampaignFile) -> tuple[Milestone, ...]:
    """The deadlines of the plan in order."""
    rows = file.query("SELECT by_date, rate FROM milestone ORDER BY by_date")
    return tuple(Milestone(_day(day), float(rate)) for day, rate in rows)  # type: ignore[arg-type]


def read_stages(file: CampaignFile) -> tuple[Stage, ...]:
    """The stages of the plan in order."""
    rows = file.query("SELECT name, from_date, to_date FROM stage ORDER BY from_date")
    return tuple(Stage(str(name), _day(start), _day(end)) for name, start, end in rows)


def read_tasks(file: CampaignFile) -> tuple[Task, ...]:
    """What the city set for county, towns and zone."""
    rows = file.query("SELECT list, unit_code, base_parcels, base_area_ha, task_area_ha, frozen_on FROM task")
    return tuple(
        Task(
            ListKind(which),
            str(unit or ""),
            int(parcels or 0),  # type: ignore[arg-type]
            float(base or 0.0),  # type: ignore[arg-type]
            float(task or 0.0),  # type: ignore[arg-type]
            _day(frozen) if frozen else None,
        )
        for which, unit, parcels, base, task, frozen in rows
    )


def read_context(file: CampaignFile, layer: str) -> tuple[ContextShape, ...]:
    """The shapes of a context layer in the campaign's CRS; units without outline have none."""
    rows = file.rows(f"SELECT * FROM {layer} ORDER BY fid")
    return tuple(
        ContextShape(layer, str(row.values["name"] or ""), str(row.values["code9"] or ""), row.wkb)
        for row in rows
        if row.wkb
    )


def read_dossier(path: str | Path, which: ListKind, code: str, as_of: date) -> Dossier | None:
    """One parcel as of a day, without reading the others; None where there is none of that code."""
    return next(iter(read_dossiers(path, which, (code,), as_of)), None)


def read_dossiers(path: str | Path, which: ListKind, codes: Sequence[str], as_of: date) -> tuple[Dossier, ...]:
    """Some parcels of a list as of a day, without reading the others; none for a code there is not."""
    if not codes:
        return ()
    with CampaignFile.open(path) as file:
        return _dossiers(file, which, read_campaign(file).year, as_of, None, codes)


def _dossiers(
    file: CampaignFile,
    which: ListKind,
    year: int,
    as_of: date,
    recorded_by: str | None,
    codes: Sequence[str] | None = None,
) -> tuple[Dossier, ...]:
    """The dossiers of a list, or of some of its parcels."""
    key = catalogue.code_field(which)
    surveys = read_surveys(file, which, as_of, codes)
    log = events_of(file, which, codes or ())
    named = "" if codes is None else f" WHERE {key} IN ({', '.join(literal(code) for code in codes)})"
    machine = catalogue.workflow(which)
    attached, unborn = _attachments(file), split_later(file, which, as_of)
    approved = _approval_days(file)
    dossiers = []
    for row in file.rows(f"SELECT * FROM {which.table}{named} ORDER BY {key}"):
        code = str(row.values[key])
        if code in unborn:
            continue
        events = log.get((which, code), [])
        stands = standing(events, machine, as_of, recorded_by, year)
        with_events = fields_with_events(which, events)
        case = case_as_of(which, row.values, stands, with_events, as_of)
        survey = surveys[code]
        area = plane_area(survey.parcel)
        base = base_as_of(which, row.values, stands, with_events, area)
        dossier = Dossier(
            case=case,
            survey=survey.parcel,
            wkb=survey.wkb,
            file=survey.file,
            standing=stands,
            category=catalogue.category_of(which, case.measure, case.measure_plan),
            status=status(stands, case.deadline, base, as_of, catalogue.warn_days()),
            area_m2=area,
            surveys=survey.versions,
            base_area_ha=base,
            attachments=tuple(each for event in stands.events for each in attached.get(event.id, ())),
            approvals=_several(case.approval_number, approved),
        )
        dossiers.append(dossier)
    return tuple(dossiers)


def _approval_days(file: CampaignFile) -> dict[str, date]:
    """The day of each approval of the register that says it."""
    rows = file.query("SELECT number, approved_on FROM approval WHERE approved_on IS NOT NULL")
    return {str(number): date.fromisoformat(str(day)[:10]) for number, day in rows}


def _several(numbers: str, days: Mapping[str, date]) -> tuple[ApprovedBy, ...]:
    """The approvals of a parcel that stands under several on the day, each with its own day."""
    found = tuple(ApprovedBy(number, days.get(number)) for number in approval_numbers(numbers))
    return found if len(found) > 1 else ()


def split_later(file: CampaignFile, which: ListKind, as_of: date) -> set[str]:
    """The parcels that were split off another one after a day: on that day there were none of them."""
    sql = "SELECT code FROM parcel_version WHERE list = ? AND parent_code <> '' AND effective_on > ?"
    return {str(code) for (code,) in file.query(sql, which.value, as_of)}


def _attachments(file: CampaignFile) -> Mapping[int, list[Attachment]]:
    by_event: dict[int, list[Attachment]] = defaultdict(list)
    for each in attachments_of(file):
        by_event[each.event_id].append(each)
    return by_event


class Survey:
    """One version of a parcel's survey as stored, and when which version held."""

    def __init__(
        self, parcel: Parcel, wkb: bytes, file: str, version: int, versions: tuple[Surveyed, ...] = ()
    ) -> None:
        self.parcel, self.wkb, self.file, self.version, self.versions = parcel, wkb, file, version, versions


def read_surveys(
    file: CampaignFile, which: ListKind, as_of: date | None = None, codes: Collection[str] | None = None
) -> dict[str, Survey]:
    """The survey of each parcel in force on a day: the latest version effective by then, else the first one.

    ``codes`` narrows it to some parcels.
    """
    values = (which.value, *sorted(codes or ()))
    named = "" if codes is None else f" AND code IN ({', '.join('?' for _ in codes)})"
    versions = file.rows(
        "SELECT v.*, j.file AS journal_file FROM parcel_version v LEFT JOIN import_journal j ON j.id = v.journal_id"
        f" WHERE v.list = ?{named} ORDER BY v.code, v.version",
        *values,
    )
    chosen: dict[str, SpatialRow] = {}
    held: dict[str, list[Surveyed]] = defaultdict(list)
    for row in versions:
        code = str(row.values["code"])
        held[code].append(_surveyed(row))
        effective = str(row.values["effective_on"])
        if code not in chosen or as_of is None or effective <= as_of.isoformat():
            chosen[code] = row
    points = _points(file, {code: int(row.values["version"]) for code, row in chosen.items()}, named, values)
    return {code: _survey(code, row, points[code], tuple(held[code])) for code, row in chosen.items()}


def _points(
    file: CampaignFile, versions: Mapping[str, int], named: str, values: Sequence[str]
) -> dict[str, list[tuple[Cell, ...]]]:
    by_code: dict[str, list[tuple[Cell, ...]]] = defaultdict(list)
    rows = file.query(
        f"SELECT version, {POINT_COLUMNS} FROM boundary_point WHERE list = ?{named}"
        " ORDER BY code, version, part, ring, seq",
        *values,
    )
    for version, *row in rows:
        if versions.get(str(row[0])) == version:
            by_code[str(row[0])].append(tuple(row))
    return by_code


def _surveyed(version: SpatialRow) -> Surveyed:
    said = version.values
    return Surveyed(_day(said["effective_on"]), float(said["area_m2"] or 0.0), str(said["parent_code"] or ""))


def _survey(
    code: str, version: SpatialRow, points: Sequence[tuple[Cell, ...]], versions: tuple[Surveyed, ...]
) -> Survey:
    attributes = json.loads(str(version.values["attributes"] or "{}"))
    rings: dict[int, list[Ring]] = {}
    grouped: dict[tuple[int, int], list[tuple[Cell, ...]]] = defaultdict(list)
    for point in points:
        grouped[(int(point[1]), int(point[2]))].append(point)  # type: ignore[arg-type]
    for (part, _), column in sorted(grouped.items()):
        rings.setdefault(part, []).append(_ring(column))
    zone, has_prefix = points[0][8], points[0][9]
    parcel = Parcel(
        code=code,
        name=str(attributes.get("name", "")),
        grid=Grid(None if zone is None else int(zone), bool(has_prefix)),  # type: ignore[arg-type]
        parts=tuple(Part(each[0], tuple(each[1:])) for each in rings.values()),
        attributes=attributes,
    )
    file, number = str(version.values["journal_file"] or ""), int(version.values["version"])
    return Survey(parcel, version.wkb, file, number, versions)


def _ring(column: Sequence[tuple[Cell, ...]]) -> Ring:
    first = column[0]
    extra = tuple(tuple(json.loads(str(point[12]))) for point in column if point[12])
    return Ring(
        names=tuple(str(point[3] or "") for point in column),
        n_text=tuple(str(point[4]) for point in column),
        e_text=tuple(str(point[5]) for point in column),
        n=array("d", (float(point[6]) for point in column)),  # type: ignore[arg-type]
        e=array("d", (float(point[7]) for point in column)),  # type: ignore[arg-type]
        number=str(first[10] or ""),
        closing_name=None if first[11] is None else str(first[11]),
        extra=extra,
    )


def _day(value: Cell) -> date:
    return date.fromisoformat(str(value)[:10])

"""A new campaign file: the tables, the campaign's own row, and the layers around the parcels."""

from __future__ import annotations

import os
from errno import ENOENT
from pathlib import Path
from typing import Mapping, Sequence

from osgeo import gdal

from .. import catalogue
from ..model.campaign import Campaign, Milestone, Stage, Task
from ..model.file_errors import reason_of
from ..model.messages import CampaignError
from ..model.standing.snapshot import ContextShape
from ..model.units import Units
from .database import CampaignFile, SpatialRow, raising
from .schema import CONTEXT_TABLES, SCHEMA_VERSION, create_tables
from .units import department_rows, unit_rows


class CampaignExists(CampaignError):
    sentence = "{file} is there already; choose another name so that no campaign is overwritten"


class NoCampaignName(CampaignError):
    sentence = "{file}: a campaign file ends in .gpkg; choose such a name"


class CannotWrite(CampaignError):
    sentence = "{file} cannot be written: {reason}. Choose a folder you may write to"


def create_campaign(
    path: Path,
    campaign: Campaign,
    context: Mapping[str, Sequence[ContextShape]],
    tasks: Sequence[Task] = (),
    milestones: Sequence[Milestone] = (),
    stages: Sequence[Stage] = (),
) -> None:
    """Make a campaign file with the campaign's units and deadlines. It appears whole or not at all.

    ``context`` holds county, town, zone_area, river and place shapes, already in the campaign's CRS. Without
    ``milestones`` or ``stages`` those of the shipped plan stand in its own year; another year has none yet.
    """
    if path.suffix.lower() != ".gpkg":
        raise NoCampaignName(file=str(path))
    if path.exists():
        raise CampaignExists(file=str(path))
    if not path.parent.is_dir():
        raise CannotWrite(file=str(path), reason=reason_of(FileNotFoundError(ENOENT, "")))
    unfinished = path.with_name(f".{path.stem}.unfinished.gpkg")
    unfinished.unlink(missing_ok=True)
    try:
        _create_tables(unfinished, campaign.crs)
        with CampaignFile.as_it_is(unfinished, update=True) as file, file.transaction():
            _fill(file, campaign, tasks)
            of_plan = campaign.year == catalogue.plan_year()
            fill_milestones(file, milestones or (catalogue.milestones() if of_plan else ()))
            fill_stages(file, stages or (catalogue.stages() if of_plan else ()))
            for layer in CONTEXT_TABLES:
                file.append(layer, _context_rows(layer, context.get(layer, ()), campaign))
        os.replace(unfinished, path)
    except (RuntimeError, OSError) as error:
        raise CannotWrite(file=str(path), reason=reason_of(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _create_tables(path: Path, crs: str) -> None:
    with raising():
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        create_tables(dataset, crs)
        del dataset


def _fill(file: CampaignFile, campaign: Campaign, tasks: Sequence[Task]) -> None:
    own = {
        "name": campaign.name,
        "year": campaign.year,
        "county_code": campaign.county_code,
        "county_name": campaign.county_name,
        "crs": campaign.crs,
        "plan_document": campaign.plan_document,
        "starts_on": campaign.starts_on,
        "ends_on": campaign.ends_on,
        "schema_version": SCHEMA_VERSION,
        "standard_version": campaign.standard_version,
    }
    file.append("campaign", [SpatialRow(own, b"")])
    file.append("department", department_rows(_units(campaign)))
    fill_tasks(file, tasks)


def fill_tasks(file: CampaignFile, tasks: Sequence[Task]) -> None:
    file.append("task", [_task_row(task) for task in tasks])


def fill_milestones(file: CampaignFile, milestones: Sequence[Milestone]) -> None:
    file.append("milestone", [SpatialRow({"by_date": each.by_date, "rate": each.rate}, b"") for each in milestones])


def fill_stages(file: CampaignFile, stages: Sequence[Stage]) -> None:
    rows = [{"name": each.name, "from_date": each.from_date, "to_date": each.to_date} for each in stages]
    file.append("stage", [SpatialRow(row, b"") for row in rows])


def _units(campaign: Campaign) -> Units:
    """The campaign's units; of the county the shipped tables describe they know the other names and the departments."""
    return campaign.units.filled_from(catalogue.units_known_of(campaign.county_code))


def _task_row(task: Task) -> SpatialRow:
    return SpatialRow(
        {
            "list": task.which.value,
            "unit_code": task.unit_code,
            "base_parcels": task.base_parcels,
            "base_area_ha": task.base_area_ha,
            "task_area_ha": task.task_area_ha,
            "frozen_on": task.frozen_on,
        },
        b"",
    )


def _context_rows(layer: str, shapes: Sequence[ContextShape], campaign: Campaign) -> list[SpatialRow]:
    if layer in ("town", "zone_area"):
        return unit_rows(layer, _units(campaign), shapes)
    return [SpatialRow({"name": shape.name, "code9": shape.code}, shape.wkb) for shape in shapes]

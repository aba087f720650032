"""A new campaign file: the tables, the campaign's own row, and the layers around the parcels."""

from __future__ import annotations

import os
from datetime import date
from errno import ENOENT
from pathlib import Path
from typing import Mapping, Sequence

from osgeo import gdal

from .. import catalogue
from ..model.campaign import Campaign, Task
from ..model.dates import add_years
from ..model.file_errors import reason_of
from ..model.messages import CampaignError
from ..model.standing.snapshot import ContextShape
from .database import CampaignFile, SpatialRow, raising
from .schema import SCHEMA_VERSION, create_tables


class CampaignExists(CampaignError):
    sentence = "{file} is there already; choose another name so that no campaign is overwritten"


class NoCampaignName(CampaignError):
    sentence = "{file}: a campaign file ends in .gpkg; choose such a name"


class CannotWrite(CampaignError):
    sentence = "{file} cannot be written: {reason}. Choose a folder you may write to"


def create_campaign(
    path: Path, campaign: Campaign, context: Mapping[str, Sequence[ContextShape]], tasks: Sequence[Task] = ()
) -> None:
    """Make a campaign file with the plan's milestones, stages and departments. It appears whole or not at all.

    ``context`` holds county, town, zone_area, river and place shapes, already in the campaign's CRS.
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
            for layer, shapes in context.items():
                file.append(layer, [_context_row(shape) for shape in shapes])
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
    for milestone in catalogue.milestones():
        values = {"by_date": _in_year(milestone.by_date, campaign.year), "rate": milestone.rate}
        file.append("milestone", [SpatialRow(values, b"")])
    for stage in catalogue.stages():
        days = (_in_year(stage.from_date, campaign.year), _in_year(stage.to_date, campaign.year))
        file.append("stage", [SpatialRow({"name": stage.name, "from_date": days[0], "to_date": days[1]}, b"")])
    for unit in catalogue.departments():
        file.append("department", [SpatialRow({"code": unit.code, "name": unit.name, "duty": unit.duty}, b"")])
    file.append("task", [_task_row(task) for task in tasks])


def _in_year(day: date, year: int) -> date:
    """A day of the plan of 2023 in the campaign's own year."""
    return add_years(day, year - day.year)


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


def _context_row(shape: ContextShape) -> SpatialRow:
    return SpatialRow({"name": shape.name, "code9": shape.code}, shape.wkb)

"""The package for the monitoring system: shapefiles and boundary TXT per list, with manifest and report."""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Iterable, Sequence

from shapely.geometry import MultiPolygon, Polygon

from .. import catalogue
from ..catalogue import Value
from ..geodesy.rounding import square_metres
from ..geodesy.zones import epsg, grid_of, transform
from ..model.file_names import legal_names
from ..model.messages import CampaignError, Message, Translate, as_written
from ..model.parcel import Grid, Ring
from ..model.snapshot import Dossier, Snapshot
from ..model.words import ListKind, Status
from .boundary_txt import write_boundary_file
from .shapefile import ShapefileRow, misfit, write_shapefile
from .workbook import Column, Sheet, new_book, save

WARNING_LETTERS = {
    Status.SUSPENDED: "Z",
    Status.CLOSED: "L",
    Status.DONE: "B",
    Status.OVERDUE: "R",
    Status.WARNING: "Y",
    Status.NOT_STARTED: "H",
    Status.ON_TIME: "B",
}
"""SFYJ holds two bytes, a Chinese character takes three in UTF-8: the initials of 紫 绿 蓝, and Red, Yellow, 灰."""


class PackageNotWritten(CampaignError):
    sentence = "The package {folder} cannot be written: {reason}. Close its files in other programs and try again"


@dataclass(frozen=True)
class MonitoringOptions:
    """``crs`` is source (one set a zone), campaign or EPSG:n; ``codes`` limits the parcels, None takes all."""

    lists: tuple[ListKind, ...] = tuple(ListKind)
    encoding: str = "utf-8"
    crs: str = "source"
    profile: str = "gongdi"
    codes: tuple[str, ...] | None = None


@dataclass(frozen=True)
class MonitoringSummary:
    """Parcels exported and refused; ``reasons`` says why, ``report`` is the workbook."""

    exported: int
    refused: int
    report: Path
    reasons: tuple[Message, ...] = ()


@dataclass
class _Package:
    """A package being put together in a folder of its own."""

    folder: Path
    options: MonitoringOptions
    manifest: list[tuple[str, str, int, str, str]] = field(default_factory=list)
    exported: list[Dossier] = field(default_factory=list)
    refused: list[Message] = field(default_factory=list)


def export_monitoring(
    snapshot: Snapshot, folder: Path, options: MonitoringOptions, translate: Translate = as_written
) -> MonitoringSummary:
    """Write the package whole or not at all; every file is read again and compared before it counts.

    Coordinates are the surveyed ones to the last digit when ``crs`` is source; eastings get their zone prefix.
    """
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        package = _Package(unfinished, options)
        for which in options.lists:
            _export_list(package, which, _chosen(snapshot, which, options), snapshot.campaign.crs)
        _write_manifest(package)
        _write_report(package, snapshot.as_of, translate)
        _put_in_place(unfinished, folder)
    except OSError as error:
        raise PackageNotWritten(folder=str(folder), reason=str(error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return MonitoringSummary(
        len(package.exported), len(package.refused), folder / "report.xlsx", tuple(package.refused)
    )


def _chosen(snapshot: Snapshot, which: ListKind, options: MonitoringOptions) -> list[Dossier]:
    dossiers = snapshot.dossiers.get(which, ())
    return [each for each in dossiers if options.codes is None or each.code in options.codes]


def _export_list(package: _Package, which: ListKind, dossiers: Sequence[Dossier], campaign_crs: str) -> None:
    below = package.folder / which.value
    (below / "txt").mkdir(parents=True)
    fields = catalogue.case_fields(which)
    fitting: list[tuple[Dossier, ShapefileRow, int]] = []
    names = _txt_names(dossiers, package.options.profile)
    for dossier in dossiers:
        target = _target(dossier, package.options.crs, campaign_crs)
        row = ShapefileRow(dossier.code, values_of(dossier), _polygons(dossier, target))
        refusal = misfit(row, fields, package.options.encoding) or _write_txt(package, below / "txt", dossier, names)
        if refusal:
            package.refused.append(refusal)
        else:
            fitting.append((dossier, row, target))
    for target in sorted({each[2] for each in fitting}):
        rows = [row for _, row, own in fitting if own == target]
        path = below / f"{_name(which, target, package.options.crs)}.shp"
        write_shapefile(path, rows, fields, f"EPSG:{target}", package.options.encoding)
        _note(package, path, len(rows), target)
    package.exported.extend(dossier for dossier, _, _ in fitting)


def _target(dossier: Dossier, crs: str, campaign_crs: str) -> int:
    """The EPSG code a parcel is written in; the source zone always with prefix."""
    if crs == "campaign":
        return int(campaign_crs.split(":")[1])
    if crs != "source":
        return epsg(grid_of(crs))
    zone = dossier.survey.grid.zone
    return epsg(Grid(zone, zone is not None))


def _name(which: ListKind, target: int, crs: str) -> str:
    if crs != "source":
        return which.value
    zone = grid_of(f"EPSG:{target}").zone
    return f"{which.value}_z{zone}" if zone else f"{which.value}_lonlat"


def _polygons(dossier: Dossier, target: int) -> MultiPolygon:
    grid = dossier.survey.grid
    prefixed = Grid(grid.zone, grid.zone is not None)
    shift = 0.0 if grid.has_prefix or grid.zone is None else grid.zone * 1e6

    def placed(ring: Ring) -> list[tuple[float, float]]:
        # The sum is rounded to the digits a survey can have: a prefix must not leave a trace in the last ones.
        points = [(round(e + shift, 6) if shift else e, n) for e, n in ring.easting_northing()]
        return transform(points, epsg(prefixed), target)

    return MultiPolygon(
        [Polygon(placed(part.outer), [placed(hole) for hole in part.holes]) for part in dossier.survey.parts]
    )


def values_of(dossier: Dossier) -> dict[str, Value]:
    """The row of a parcel by field code: the case as of the day, with the areas and flags that follow from it."""
    values = catalogue.row_of(dossier.case)
    derived: dict[str, Value] = {
        "area_m2": float(square_metres(dossier.area_m2)),
        "warning_colour": WARNING_LETTERS[dossier.status],
    }
    for attribute, value in derived.items():
        values[catalogue.field_of(dossier.which, attribute).code] = value
    return values


def _txt_names(dossiers: Sequence[Dossier], profile: str) -> dict[str, str]:
    """A legal file name by parcel code; 供地 files are named by 电子监管号 where there is one of its own."""
    numbers = [dossier.case.supervision_number for dossier in dossiers]
    wanted = {
        dossier.code: number if profile == "gongdi" and number and numbers.count(number) == 1 else dossier.code
        for dossier, number in zip(dossiers, numbers)
    }
    legal = legal_names(wanted.values())
    return {code: legal[name] for code, name in wanted.items()}


def _write_txt(package: _Package, folder: Path, dossier: Dossier, names: dict[str, str]) -> Message | None:
    """The parcel's boundary file, or why it cannot be written."""
    path = folder / f"{names[dossier.code]}.txt"
    try:
        write_boundary_file(path, [dossier.survey], package.options.profile, package.options.encoding)
    except CampaignError as error:
        return error.message
    _note(package, path, 1, epsg(dossier.survey.grid))
    return None


def _note(package: _Package, path: Path, features: int, target: int) -> None:
    parts = sorted(path.parent.glob(f"{path.stem}.*")) if path.suffix == ".shp" else [path]
    for part in parts:
        digest = hashlib.sha256(part.read_bytes()).hexdigest()
        name = part.relative_to(package.folder).as_posix()
        package.manifest.append((name, digest, features, f"EPSG:{target}", package.options.encoding))


def _write_manifest(package: _Package) -> None:
    with open(package.folder / "manifest.csv", "w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(("file", "sha256", "features", "crs", "encoding"))
        writer.writerows(package.manifest)


def _write_report(package: _Package, as_of: date, translate: Translate) -> None:
    exported = (Column("清单", 12), Column("编号", 20), Column("名称", 50), Column("图形面积(m²)", 16, "0.00", True))
    missing = (Column("清单", 12), Column("编号", 20), Column("没有值的必填字段", 80))
    refused = [(message.text(translate),) for message in package.refused]
    sheets = (
        Sheet("已导出", "已导出地块", exported, _exported_rows(package.exported)),
        Sheet("未导出", "未导出地块及原因", (Column("原因", 110),), refused),
        Sheet("必填未填", "必填未填", missing, _missing_rows(package.exported)),
    )
    save(new_book(sheets, f"数据日期：{as_of.isoformat()}"), package.folder / "report.xlsx", sheets)


def _exported_rows(dossiers: Iterable[Dossier]) -> list[tuple[object, ...]]:
    return [(each.which.zh, each.code, each.case.title, float(square_metres(each.area_m2))) for each in dossiers]


def _missing_rows(dossiers: Iterable[Dossier]) -> list[tuple[object, ...]]:
    """Mandatory fields without a value: written all the same, but the system may ask for them."""
    rows: list[tuple[object, ...]] = []
    for dossier in dossiers:
        values = values_of(dossier)
        fields = catalogue.case_fields(dossier.which)
        empty = [f"{each.code} {each.name_zh}" for each in fields if each.required == "M" and _empty(values[each.code])]
        if empty:
            rows.append((dossier.which.zh, dossier.code, "、".join(empty)))
    return rows


def _empty(value: Value) -> bool:
    return value is None or value == ""


def _put_in_place(unfinished: Path, folder: Path) -> None:
    """Put the finished package in place of an older one, whatever lists that held; other files in the folder stay.

    The older package is moved aside first and comes back when a file of it is open elsewhere.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ours = [*(which.value for which in ListKind), "manifest.csv", "report.xlsx"]
    aside = folder / ".older"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    moved: list[str] = []
    try:
        for name in ours:
            if (folder / name).exists():
                os.replace(folder / name, aside / name)
                moved.append(name)
    except OSError:
        for name in moved:
            os.replace(aside / name, folder / name)
        aside.rmdir()
        raise
    for item in sorted(unfinished.iterdir()):
        os.replace(item, folder / item.name)
    shutil.rmtree(aside, ignore_errors=True)

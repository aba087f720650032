"""The package for the monitoring system: shapefiles and boundary TXT per list, with manifest and report."""

from __future__ import annotations

import csv
import os
import shutil
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from shapely.geometry import MultiPolygon, Polygon

from ...checks.finding import Finding
from ...geodesy.zones import epsg, grid_of, moved
from ...model.file_errors import reason_of
from ...model.file_names import legal_names
from ...model.kinds import ListKind
from ...model.messages import CampaignError, Message, Translate, as_written
from ...model.parcel import Grid, Ring
from ...model.standing.snapshot import Dossier, Snapshot
from ...readers.own_packages import MANIFEST, MANIFEST_HEAD, REPORT
from ..boundary.ledger_use import with_ledger_use
from ..boundary.txt import carries_degrees, dialect_of, write_boundary_file
from .land_use_column import other_standard
from .package import MonitoringOptions, Package
from .report import write_report
from .shapefile import ShapefileRow, misfit, write_shapefile
from .template import columns_of, row_of, values_of


class PackageNotWritten(CampaignError):
    sentence = "The package {folder} cannot be written: {reason}. Close its files in other programs and try again"


@dataclass(frozen=True)
class MonitoringSummary:
    """Parcels exported and refused; ``reasons`` says why, ``report`` is the workbook."""

    exported: int
    refused: int
    report: Path
    reasons: tuple[Message, ...] = ()


def export_monitoring(
    snapshot: Snapshot,
    folder: Path,
    options: MonitoringOptions,
    chinese: Translate = as_written,
    findings: Sequence[Finding] = (),
) -> MonitoringSummary:
    """Write the package whole or not at all; every file is read again and compared before it counts.

    Coordinates are the surveyed ones to the last digit when ``crs`` is source; eastings get their zone prefix.
    ``findings`` are those of the checks, for the pre-flight report, whose sentences go through ``chinese``.
    """
    unfinished = folder / ".unfinished"  # inside: an office may write in its own folder of a share, not beside it
    new = not folder.exists()
    shutil.rmtree(unfinished, ignore_errors=True)
    package = Package(
        unfinished,
        options,
        snapshot.campaign.crs,
        {which: columns_of(options.template, which) for which in options.lists},
        findings=findings,
    )
    try:
        unfinished.mkdir(parents=True)
        for which in options.lists:
            _export_list(package, which, _chosen(snapshot, which, options))
        write_report(package, snapshot.as_of, unfinished / REPORT, chinese)
        _write_manifest(package)
        _put_in_place(unfinished, folder)
    except OSError as error:
        raise PackageNotWritten(folder=str(folder), reason=reason_of(error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        if new and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return MonitoringSummary(
        len(package.exported), len(package.refused), folder / REPORT, tuple(reason for _, reason in package.refused)
    )


def _chosen(snapshot: Snapshot, which: ListKind, options: MonitoringOptions) -> list[Dossier]:
    dossiers = snapshot.dossiers.get(which, ())
    return [each for each in dossiers if options.chosen is None or (which, each.code) in options.chosen]


def _export_list(package: Package, which: ListKind, dossiers: Sequence[Dossier]) -> None:
    """The shapefiles and boundary files of a list. A parcel that fits one and not the other is in neither."""
    below = package.folder / which.value
    (below / "txt").mkdir(parents=True)
    columns = package.columns[which]
    fields = [column.field for column in columns]
    sets: dict[Grid, list[ShapefileRow]] = defaultdict(list)
    names = _txt_names(dossiers, package.options.profile)
    for dossier in dossiers:
        target = _target(dossier, package.options.crs, package.campaign_crs)
        row = ShapefileRow(dossier.code, row_of(dossier, columns), _polygons(dossier, target))
        refusal = other_standard(dossier.code, values_of(dossier), columns)
        refusal = refusal or misfit(row, fields, package.options.encoding)
        if refusal is None:
            refusal = _write_txt(package, below / "txt" / f"{names[dossier.code]}.txt", dossier, target)
        if refusal:
            package.refused.append((dossier, refusal))
        else:
            sets[target].append(row)
            package.exported.append(dossier)
    for target in sorted(sets, key=epsg):
        path = below / f"{_name(which, target, package.options.crs)}.shp"
        write_shapefile(path, sets[target], fields, target, package.options.encoding)
        for part in sorted(below.glob(f"{path.stem}.*")):
            package.note(part, len(sets[target]), target)


def _target(dossier: Dossier, crs: str, campaign_crs: str) -> Grid:
    """The grid a parcel is written in; the source zone always with prefix."""
    if crs == "source":
        return _prefixed(dossier.survey.grid)
    return grid_of(campaign_crs if crs == "campaign" else crs)


def _prefixed(grid: Grid) -> Grid:
    return Grid(grid.zone, grid.zone is not None)


def _name(which: ListKind, target: Grid, crs: str) -> str:
    if crs != "source":
        return which.value
    return f"{which.value}_z{target.zone}" if target.zone else f"{which.value}_lonlat"


def _polygons(dossier: Dossier, target: Grid) -> MultiPolygon:
    survey = dossier.survey

    def placed(ring: Ring) -> list[tuple[float, float]]:
        return moved(ring.easting_northing(), survey.grid, target)

    return MultiPolygon([Polygon(placed(part.outer), [placed(hole) for hole in part.holes]) for part in survey.parts])


def _txt_names(dossiers: Sequence[Dossier], profile: str) -> dict[str, str]:
    """A legal file name by parcel code; a dialect may want 电子监管号 instead, where a parcel has one of its own."""
    holders = Counter(dossier.case.supervision_number for dossier in dossiers)
    numbered = dialect_of(profile).file_name == "supervision_number"
    wanted = {}
    for dossier in dossiers:
        number = dossier.case.supervision_number
        wanted[dossier.code] = number if numbered and number and holders[number] == 1 else dossier.code
    legal = legal_names(wanted.values())
    return {code: legal[name] for code, name in wanted.items()}


def _write_txt(package: Package, path: Path, dossier: Dossier, target: Grid) -> Message | None:
    """The parcel's boundary file in the grid of its shapefile, or why it cannot be written.

    A dialect of metres cannot follow into degrees: the file stays in the zone of the survey, and the manifest says so.
    """
    profile, encoding = package.options.profile, package.options.encoding
    if carries_degrees(profile):
        grid = Grid(None, False)
    else:
        grid = _prefixed(dossier.survey.grid if target.zone is None else target)
    try:
        write_boundary_file(path, [with_ledger_use(dossier)], profile, encoding, grid=grid)
    except CampaignError as error:
        return error.message
    package.note(path, 1, grid)
    return None


def _write_manifest(package: Package) -> None:
    """Every file of the package but the manifest itself, with its SHA-256."""
    package.note(package.folder / REPORT, len(package.exported), None)
    with open(package.folder / MANIFEST, "w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(MANIFEST_HEAD)
        writer.writerows(package.manifest)


def _put_in_place(unfinished: Path, folder: Path) -> None:
    """Put the finished package in place of an older one, whatever lists that held; other files in the folder stay.

    The older package is moved aside first and comes back when a file of it is open elsewhere.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ours = [*(which.value for which in ListKind), MANIFEST, REPORT]
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

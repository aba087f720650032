"""The styled QGIS project of a campaign: made again at will, beside the campaign file, with relative paths."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsMapThemeCollection,
    QgsProject,
    QgsProjectTimeSettings,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..model.campaign import Campaign
from ..model.kinds import ListKind
from ..model.messages import CampaignError
from ..store.database import CampaignFile
from ..store.migrating import bring_up_to_date
from ..store.standing.snapshot import read_campaign
from ..wording.days import in_table
from .forms import give_form
from .layers import context_layer, course_layer, parcel_layer
from .renderers import THEMES, style_context, style_course, style_parcels

CONTEXT_ORDER = ("place", "zone_area", "river", "town", "county")
"""From top to bottom; the parcels lie above them all."""
REPLAY = "进展回放"
"""The theme that the temporal controller plays."""


class ProjectNotWritten(CampaignError):
    sentence = "The project {file} cannot be written; choose a folder you may write to, and close the project elsewhere"


def write_project(campaign_path: Path, project_path: Path, theme: str = "category", as_of: date | None = None) -> None:
    """Make the .qgz with both lists, the layers around them and one map theme each by category, by status and by both.

    ``theme`` (category, status or both) is the one shown first; ``as_of`` freezes the map on a day, None shows the
    present. Layers read the campaign file itself, so a file of an earlier version is brought up to date first.
    """
    bring_up_to_date(campaign_path)
    with CampaignFile.open(campaign_path) as file:
        campaign = read_campaign(file)
        tables = file.tables()
    project = QgsProject()
    try:
        _fill(project, campaign, campaign_path, [name for name in CONTEXT_ORDER if name in tables], theme, as_of)
        project.setFileName(str(project_path))
        unfinished = project_path.with_name(f".{project_path.stem}.unfinished.qgz")
        if not project.write(str(unfinished)):
            raise ProjectNotWritten(file=str(project_path))
        os.replace(unfinished, project_path)
    except OSError as error:
        raise ProjectNotWritten(file=str(project_path)) from error
    finally:
        project.clear()


def _fill(
    project: QgsProject, campaign: Campaign, path: Path, context: list[str], theme: str, as_of: date | None
) -> None:
    project.setCrs(QgsCoordinateReferenceSystem(campaign.crs))
    project.setTitle(campaign.name)
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    parcels = [parcel_layer(path, which, campaign.year, as_of) for which in ListKind]
    around = [context_layer(path, name) for name in context]
    for layer in around:
        style_context(layer)
    for which, layer in zip(ListKind, parcels):
        layer.setName(f"{which.zh}（{in_table(as_of)}）" if as_of else which.zh)
        give_form(layer, which)  # before the styles, which each remember the form
        style_parcels(layer, which, theme)
    courses = [course_layer(path, which, campaign.year) for which in ListKind]
    for which, layer in zip(ListKind, courses):
        style_course(layer, which)
    _add(project, [*parcels, *courses, *around])
    for layer in courses:
        project.layerTreeRoot().findLayer(layer.id()).setExpanded(False)
    _themes(project, parcels, courses, theme)
    _play(project.timeSettings(), campaign)
    _view(project, [*parcels, *around])


def _add(project: QgsProject, layers: list[QgsVectorLayer]) -> None:
    """Layers from top to bottom of the tree."""
    root = project.layerTreeRoot()
    for layer in layers:
        project.addMapLayer(layer, False)
        root.addLayer(layer)


def _themes(project: QgsProject, parcels: list[QgsVectorLayer], courses: list[QgsVectorLayer], shown: str) -> None:
    """One map theme a colouring, each with the named style of the parcel layers; and one that replays the course."""
    _show(project, courses, parcels)
    project.mapThemeCollection().insert(REPLAY, _theme(project))
    _show(project, parcels, courses)
    for theme in (*(each for each in THEMES if each != shown), shown):
        for layer in parcels:
            layer.styleManager().setCurrentStyle(theme)
        project.mapThemeCollection().insert(THEMES[theme], _theme(project))


def _show(project: QgsProject, shown: list[QgsVectorLayer], hidden: list[QgsVectorLayer]) -> None:
    root = project.layerTreeRoot()
    for layers, visible in ((shown, True), (hidden, False)):
        for layer in layers:
            root.findLayer(layer.id()).setItemVisibilityChecked(visible)


def _theme(project: QgsProject):  # type: ignore[no-untyped-def]
    return QgsMapThemeCollection.createThemeFromCurrentState(project.layerTreeRoot(), _model(project))


def _play(times: QgsProjectTimeSettings, campaign: Campaign) -> None:
    """What the temporal controller plays when it is opened: the campaign with its last day, a frame a day."""
    start, end = (QDate(day.year, day.month, day.day) for day in (campaign.starts_on, campaign.ends_on))
    times.setTemporalRange(QgsDateTimeRange(QDateTime(start, QTime(0, 0)), QDateTime(end, QTime(23, 59, 59))))
    times.setTimeStep(1)
    times.setTimeStepUnit(QgsUnitTypes.TemporalUnit.TemporalDays)


def _model(project: QgsProject):  # type: ignore[no-untyped-def]
    from qgis.core import QgsLayerTreeModel

    return QgsLayerTreeModel(project.layerTreeRoot())


def _view(project: QgsProject, layers: list[QgsVectorLayer]) -> None:
    """Open on the county, or on the parcels where there is no county outline."""
    extent = QgsRectangle()
    for layer in reversed(layers):
        if layer.featureCount() and not layer.extent().isEmpty():
            extent.combineExtentWith(layer.extent())
    if not extent.isEmpty():
        extent.scale(1.05)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, project.crs()))

"""The temporal controller plays the campaign: every frame shows each parcel as it stood on that day."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Iterator, Mapping

import pytest
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsDateTimeRange,
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsInterval,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRendererCategory,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, QTime
from qgis.PyQt.QtGui import QColor, QImage

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.algorithms.samplecampaign import SampleCampaign
from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.cartography.palette import lines
from anze_idle_land_plugin.cartography.project import REPLAY, write_project
from anze_idle_land_plugin.model.kinds import ListKind, Status
from anze_idle_land_plugin.store.casework.correcting import Correction, correct
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.standing.states import states_as_of

FIRST, LAST = date(2023, 5, 10), date(2023, 12, 31)


@pytest.fixture(scope="module")
def played(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, QgsProject]]:
    """The shipped sample with some steps corrected, opened from the project that is made beside it."""
    path = tmp_path_factory.mktemp("replay") / "campaign.gpkg"
    algorithm = SampleCampaign().create()
    algorithm.run({"OUTPUT": str(path)}, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    with CampaignFile.open(path, update=True) as file:
        now = datetime(2023, 12, 1, tzinfo=timezone.utc)
        for chosen in ("MIN(id) FROM event WHERE transition = 'TP11'", "MAX(id) FROM event WHERE transition = 'TX32'"):
            ((number,),) = file.query(f"SELECT {chosen}")
            correct(file, [int(str(number))], Correction(), now)
    write_project(path, path.with_suffix(".qgz"))
    project = QgsProject()
    assert project.read(str(path.with_suffix(".qgz")))
    yield path, project
    project.clear()


def course(project: QgsProject, which: ListKind) -> QgsVectorLayer:
    return layer_with_role(project, f"{which.value}_course")


def midnight(day: date) -> QDateTime:
    return QDateTime(QDate(day.year, day.month, day.day), QTime(0, 0))


def controller(project: QgsProject, step: QgsInterval) -> QgsTemporalNavigationObject:
    """QGIS's own controller, set as its panel sets it when the project is opened."""
    player = QgsTemporalNavigationObject()
    player.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
    player.setTemporalExtents(project.timeSettings().temporalRange())
    player.setFrameDuration(step)
    return player


def frames(player: QgsTemporalNavigationObject) -> list[QgsDateTimeRange]:
    """The ranges the controller sends to the canvas while it is stepped from the first frame to the last."""
    sent: list[QgsDateTimeRange] = []
    # A copy: what a signal hands over is gone after it, and QGIS 3.40 leaves an empty range in its place.
    player.updateTemporalRange.connect(lambda frame: sent.append(QgsDateTimeRange(frame)))
    player.rewindToStart()
    sent.clear()
    sent.append(player.dateTimeRangeForFrameNumber(0))
    for _ in range(player.totalFrameCount() - 1):
        player.next()
    return sent


def last_day(frame: QgsDateTimeRange) -> date:
    """The last day a frame shows: its end is the beginning of the next one where it is left out."""
    end = frame.end().date()
    day = date(end.year(), end.month(), end.day())
    return day if frame.includeEnd() else day - timedelta(days=1)


def shown(layer: QgsVectorLayer, frame: QgsDateTimeRange) -> dict[str, QgsFeature]:
    """What the layer draws in a frame, the last drawn of each parcel on top."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    request = QgsFeatureRequest().setFilterExpression(layer.temporalProperties().createFilterString(context, frame))
    request.setOrderBy(layer.renderer().orderBy())
    return {feature["code"]: feature for feature in layer.getFeatures(request)}


@pytest.mark.parametrize("which", ListKind, ids=lambda which: which.value)
@pytest.mark.parametrize(
    ("length", "unit"),
    [(1, QgsUnitTypes.TemporalUnit.TemporalMonths), (9, QgsUnitTypes.TemporalUnit.TemporalDays)],
    ids=["months", "nine days"],
)
def test_every_frame_shows_the_states_of_its_last_day(
    played: tuple[Path, QgsProject], which: ListKind, length: int, unit: int
) -> None:
    path, project = played
    ranges = frames(controller(project, QgsInterval(length, unit)))
    assert len(ranges) >= 7
    seen = set()
    for frame in ranges:
        with CampaignFile.open(path) as file:
            expected = {code: on.state for code, on in states_as_of(file, which, last_day(frame), 2023).items()}
        found = {code: feature["state"] for code, feature in shown(course(project, which), frame).items()}
        assert found == expected, frame.begin().toString()
        seen.add(tuple(sorted(found.items())))
    assert len(seen) > 4  # it is a film


@pytest.mark.parametrize("which", ListKind, ids=lambda which: which.value)
def test_a_frame_of_a_day_shows_each_parcel_once_at_any_hour(played: tuple[Path, QgsProject], which: ListKind) -> None:
    _, project = played
    layer = course(project, which)
    for day in (FIRST, date(2023, 6, 30), LAST):
        for hour in (0, 12, 23):
            moment = QDateTime(midnight(day).date(), QTime(hour, 30))
            context = QgsVectorLayerTemporalContext()
            context.setLayer(layer)
            filtered = layer.temporalProperties().createFilterString(context, QgsDateTimeRange(moment, moment))
            codes = [each["code"] for each in layer.getFeatures(QgsFeatureRequest().setFilterExpression(filtered))]
            assert len(codes) == len(set(codes)) == {"unsupplied": 70, "idle": 30}[which.value]


@pytest.mark.parametrize("which", ListKind, ids=lambda which: which.value)
def test_the_status_played_is_that_of_the_model_on_every_day(played: tuple[Path, QgsProject], which: ListKind) -> None:
    path, project = played
    seen: set[Any] = set()
    for day in (FIRST, date(2023, 5, 31), date(2023, 7, 31), date(2023, 9, 30), date(2023, 11, 30), LAST):
        found = shown(course(project, which), QgsDateTimeRange(midnight(day), midnight(day)))
        told = {code: feature["status"] for code, feature in found.items()}
        assert told == {each.code: each.status.value for each in read_snapshot(path, day).dossiers[which]}, day
        seen.update(told.values())
    assert {Status.OVERDUE.value, Status.WARNING.value} <= seen


def test_a_parcel_turns_yellow_and_red_on_the_days_its_deadline_says(played: tuple[Path, QgsProject]) -> None:
    """Drawn by QGIS with the layer's own renderer: the outline is the colour of the status."""
    path, project = played
    layer = course(project, ListKind.UNSUPPLIED)
    last = QgsDateTimeRange(midnight(LAST), midnight(LAST))
    late = next(each for each in shown(layer, last).values() if each["status"] == Status.OVERDUE.value)
    case = next(
        each.case for each in read_snapshot(path, LAST).dossiers[ListKind.UNSUPPLIED] if each.code == late["code"]
    )
    assert case.deadline is not None
    for days, status in ((1, Status.OVERDUE), (0, Status.WARNING), (-catalogue.warn_days(), Status.WARNING)):
        day = case.deadline + timedelta(days=days)
        frame = QgsDateTimeRange(midnight(day), midnight(day))
        colour = QColor(lines()[status].colour).name()
        assert colour in colours_at_corner(layer, late, frame), (status, day)
    before = midnight(case.deadline - timedelta(days=catalogue.warn_days() + 1))
    early = colours_at_corner(layer, late, QgsDateTimeRange(before, before))
    assert not early & {QColor(lines()[each].colour).name() for each in (Status.OVERDUE, Status.WARNING)}


def colours_at_corner(layer: QgsVectorLayer, feature: QgsFeature, frame: QgsDateTimeRange) -> set[str]:
    """The colours QGIS draws about the first corner of a feature, without labels."""
    labelled = layer.labelsEnabled()
    layer.setLabelsEnabled(False)
    corner = next(feature.geometry().vertices())
    picture = painted(layer, QgsGeometry.fromPointXY(QgsPointXY(corner)), frame)
    layer.setLabelsEnabled(labelled)
    return {picture.pixelColor(x, y).name() for x in range(100) for y in range(100)}


def test_the_project_opens_with_the_campaign_to_play_day_by_day(played: tuple[Path, QgsProject]) -> None:
    _, project = played
    times = project.timeSettings()
    days = frames(controller(project, QgsInterval(times.timeStep(), times.timeStepUnit())))
    assert (last_day(days[0]), last_day(days[-1]), len(days)) == (FIRST, LAST, (LAST - FIRST).days + 1)
    assert (times.timeStep(), times.timeStepUnit()) == (1, QgsUnitTypes.TemporalUnit.TemporalDays)
    assert REPLAY in project.mapThemeCollection().mapThemes()
    visible = {layer.id() for layer in project.mapThemeCollection().mapThemeVisibleLayers(REPLAY)}
    assert {course(project, which).id() for which in ListKind} <= visible


def test_the_picture_of_every_month_has_each_parcel_in_the_colour_of_its_state(
    played: tuple[Path, QgsProject],
) -> None:
    path, project = played
    layer = course(project, ListKind.UNSUPPLIED)
    machine = catalogue.workflow(ListKind.UNSUPPLIED)
    colours = {state: QColor.fromHsv(7 * n, 255, 200).name() for n, state in enumerate(machine.states)}
    assert len(set(colours.values())) == len(colours)
    layer.setRenderer(plain(colours, layer.renderer().orderBy()))
    layer.setLabelsEnabled(False)
    pictures = 0
    for frame in frames(controller(project, QgsInterval(1, QgsUnitTypes.TemporalUnit.TemporalMonths))):
        with CampaignFile.open(path) as file:
            states = states_as_of(file, ListKind.UNSUPPLIED, last_day(frame), 2023)
        for code, feature in list(shown(layer, frame).items())[::6]:
            picture = painted(layer, feature.geometry(), frame)
            assert picture.pixelColor(50, 50).name() == colours[states[code].state], (code, last_day(frame))
            pictures += 1
    assert pictures >= 70


def plain(colours: Mapping[str, str], order: QgsFeatureRequest.OrderBy) -> QgsCategorizedSymbolRenderer:
    """A flat colour a state, drawn in the order of the layer's own renderer."""
    renderer = QgsCategorizedSymbolRenderer("state")
    for state, colour in colours.items():
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
        renderer.addCategory(QgsRendererCategory(state, symbol, state))
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    return renderer


def painted(layer: QgsVectorLayer, shape: QgsGeometry, frame: QgsDateTimeRange) -> QImage:
    """The map of two metres round a point inside a shape, drawn by QGIS as a canvas would in the frame."""
    middle = shape.pointOnSurface().boundingBox()
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(100, 100))
    settings.setExtent(middle.buffered(1.0))
    settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, False)
    settings.setIsTemporal(True)
    settings.setTemporalRange(frame)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()

"""The dock shows the case of the selected parcel; the dialog of steps offers what the machine admits and no more."""

from __future__ import annotations

import json
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Iterator

import pytest
from factories import parcel, shifted
from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtWidgets import QDialogButtonBox
from windows import Window

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.algorithms.provider import CampaignProvider
from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.gui.case.step_dialog import StepDialog
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)
DAY = date(2023, 8, 1)
GUARDED = next(
    step for step in catalogue.workflow(ListKind.UNSUPPLIED).transitions.values() if step.guards and step.source != "*"
)
"""A step with a condition that a bare parcel does not meet."""


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Two unsupplied parcels in the same state, one of which has a measure, and one before a step with a condition."""
    path = tmp_path / "campaign.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(path, Campaign("测试清理", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    with CampaignFile.open(path, update=True) as file:
        squares = tuple(_square(number) for number in (1, 2, 3))
        reading = Reading("a.txt", "0" * 64, 1, "utf-8", "canonical", "EPSG:4525", squares, ())
        import_readings(file, ListKind.UNSUPPLIED, [reading])
        for code in ("2023-G-001", "2023-G-002"):
            record(file, [_entered(code, "P40")], NOW)
        record(file, [_entered("2023-G-003", GUARDED.source)], NOW)
        fact = Draft(ListKind.UNSUPPLIED, "2023-G-001", EventKind.FACT, date(2023, 6, 1), field="XHLYFS", value="03")
        record(file, [fact], NOW)
    return path


def _square(number: int) -> Any:
    left = 1000.0 * number
    corners = shifted([(left, 100.0), (left + 100, 100.0), (left + 100, 0.0), (left, 0.0)])
    return parcel(corners, code=f"2023-G-{number:03d}", name=f"地块{number}")


def _entered(code: str, state: str) -> Draft:
    kind, day = EventKind.BASELINE, date(2023, 5, 10)
    return Draft(ListKind.UNSUPPLIED, code, kind, day, field=STATE_FIELD, value=state, area_ha=1.0)


@pytest.fixture
def dock(qgis_iface: Any, qgis_new_project: object, campaign: Path) -> Iterator[CampaignDock]:
    window = Window(qgis_iface)
    write_project(campaign, campaign.with_suffix(".qgz"))
    assert QgsProject.instance().read(str(campaign.with_suffix(".qgz")))
    made = CampaignDock(window)
    made.follow_project()
    made.set_day(DAY)
    yield made
    made.deleteLater()


def texts(tree: Any, column: int) -> list[str]:
    return [tree.topLevelItem(row).text(column) for row in range(tree.topLevelItemCount())]


def test_the_case_of_the_current_parcel_is_shown(dock: CampaignDock) -> None:
    dock._choose("2023-G-001")
    facts = dict(zip(texts(dock.case.facts, 0), texts(dock.case.facts, 1)))
    measure = catalogue.field_of(ListKind.UNSUPPLIED, "measure").name_zh
    assert facts[measure] == catalogue.name_of(ListKind.UNSUPPLIED, "measure", "03")
    steps = catalogue.workflow(ListKind.UNSUPPLIED).steps_from(catalogue.workflow(ListKind.UNSUPPLIED).states["P40"])
    assert set(texts(dock.case.steps, 0)) == {step.name for step in steps}
    assert len(texts(dock.case.history, 0)) == 3  # survey, entry, fact
    assert not dock.case.isTabEnabled(dock.case.indexOf(dock.case.clock))


def test_another_parcel_shows_another_case_and_none_shows_nothing(dock: CampaignDock) -> None:
    dock._choose("2023-G-002")
    assert len(texts(dock.case.history, 0)) == 2
    QgsProject.instance().clear()
    dock.follow_project()
    assert texts(dock.case.facts, 0) == []


def test_the_dialog_offers_the_common_steps_and_gives_what_the_algorithm_wants(
    qgis_iface: Any, provider: CampaignProvider, campaign: Path
) -> None:
    both = ["2023-G-001", "2023-G-002"]
    dialog = StepDialog(qgis_iface.mainWindow(), campaign, ListKind.UNSUPPLIED, both, DAY)
    offered = {dialog.step.itemData(row) for row in range(dialog.step.count())}
    machine = catalogue.workflow(ListKind.UNSUPPLIED)
    assert offered == {step.code for step in machine.steps_from(machine.states["P40"])}
    admitted = next(code for code in offered if not dialog._refusals(machine.transitions[code]))
    dialog.step.setCurrentIndex(dialog.step.findData(admitted))
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.document.setText("安自然资〔2023〕1号")
    given = dialog.parameters()
    assert (given["TRANSITION"], given["PARCELS"], given["DATE"]) == (admitted, "\n".join(both), "2023-08-01")
    given["FACTS"] = json.dumps({edit.code: _some(edit.code) for edit in dialog.edits})
    algorithm = provider.algorithm("changestate")
    assert set(given) <= {each.name() for each in algorithm.parameterDefinitions()}
    outputs, done = algorithm.create().run(given, QgsProcessingContext(), QgsProcessingFeedback())
    assert (done, outputs["CHANGED"]) == (True, 2)


def _some(code: str) -> str:
    field = catalogue.field_by_code(ListKind.UNSUPPLIED)[code]
    coded = catalogue.code_names(field)
    return next(iter(coded)) if coded else ("2023-08-01" if field.type == "D" else "1")


def test_a_refused_step_cannot_be_taken_but_by_an_override_with_a_reason(qgis_iface: Any, campaign: Path) -> None:
    dialog = StepDialog(qgis_iface.mainWindow(), campaign, ListKind.UNSUPPLIED, ["2023-G-003"], DAY)
    assert dialog._refusals(GUARDED)
    dialog.step.setCurrentIndex(dialog.step.findData(GUARDED.code))
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not accept.isEnabled()
    assert "2023-G-003" in dialog.reasons.text()
    dialog.override.setChecked(True)
    dialog.why.setText("县政府会议纪要")
    assert accept.isEnabled()
    assert dialog.parameters()["OVERRIDE"] == "县政府会议纪要"


def test_forms_are_chinese_with_lists_and_units(dock: CampaignDock) -> None:
    layer = layer_with_role(QgsProject.instance(), ListKind.UNSUPPLIED.table)
    measure = catalogue.field_of(ListKind.UNSUPPLIED, "measure")
    index = layer.fields().indexOf(measure.code)
    assert layer.attributeDisplayName(index) == measure.name_zh
    assert layer.editorWidgetSetup(index).type() == "ValueMap"
    area = layer.fields().indexOf(catalogue.field_of(ListKind.UNSUPPLIED, "area_m2").code)
    assert "（" in layer.attributeDisplayName(area)
    for style in layer.styleManager().styles():
        layer.styleManager().setCurrentStyle(style)
        assert [each.name() for each in layer.editFormConfig().tabs()] == ["进展", "地块信息"]


def test_the_course_is_played_by_the_temporal_controller(dock: CampaignDock, campaign: Path) -> None:
    layer = layer_with_role(QgsProject.instance(), "unsupplied_course")
    temporal = layer.temporalProperties()
    assert temporal.isActive()
    assert layer.featureCount() == 6, "a span before and a span from the day each of the three was entered"
    first = min(layer.getFeatures(), key=lambda each: (str(each["code"]), str(each["ends"]) != "9999-12-30"))
    assert (first["code"], first["ends"], first["status"]) == ("2023-G-001", "9999-12-30", "not_started")
    assert _states_on(layer, QDate(2023, 5, 1)) == ["P00", "P00", "P00"]
    assert _states_on(layer, QDate(2023, 5, 20)) == ["P40", "P40", GUARDED.source]
    assert QgsProject.instance().timeSettings().temporalRange().begin().date().toString("yyyy-MM-dd") == "2023-05-10"
    assert "进展回放" in QgsProject.instance().mapThemeCollection().mapThemes()


def _states_on(layer: QgsVectorLayer, day: QDate) -> list[str]:
    """The states that the temporal controller shows on a day, by parcel."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    shown = QgsDateTimeRange(QDateTime(day, QTime(0, 0)), QDateTime(day.addDays(1), QTime(0, 0)), True, False)
    condition = layer.temporalProperties().createFilterString(context, shown)
    assert condition
    found = layer.getFeatures(QgsFeatureRequest().setFilterExpression(condition))
    return [state for _, state in sorted((each["code"], each["state"]) for each in found)]

"""The dock of problems: it checks, lists, filters, zooms and flashes, and repairs what is safe."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Iterator

import pytest
from factories import parcel, shifted
from qgis.core import QgsGeometry, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import Qt
from windows import Window

from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.cartography.problem_layer import PROBLEM_ROLE
from anze_idle_land_plugin.gui.actions import CampaignActions
from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.gui.checking.problems import LEAST_VIEW_M, ProblemDock, around
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

DAY = "2023-09-30"
REPEATED = [(0, 100), (100, 100), (100, 100), (100, 0), (0, 0)]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def window(qgis_iface: Any, qgis_new_project: object) -> Window:
    return Window(qgis_iface)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Two parcels that overlap, one of them with a repeated point."""
    path = tmp_path / "campaign.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(path, Campaign("测试清理", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    with CampaignFile.open(path, update=True) as file:
        second = [(95, 100), (195, 100), (195, 0), (95, 0)]
        parcels = (parcel(shifted(REPEATED), code="2023-G-001"), parcel(shifted(second), code="2023-G-002"))
        import_readings(file, ListKind.UNSUPPLIED, [Reading("a.txt", "0" * 64, 1, "utf-8", "", "", parcels, ())])
    return path


@pytest.fixture
def dock(qtbot: Any, window: Window, campaign: Path) -> Iterator[ProblemDock]:
    made = ProblemDock(window)
    made.check(campaign, DAY)
    qtbot.waitUntil(lambda: made.run is None, timeout=30000)
    yield made
    made.deleteLater()


def row_of(dock: ProblemDock, rule: str) -> Any:
    number = next(n for n, problem in enumerate(dock.table.rows) if problem.rule == rule)
    return dock.shown.mapFromSource(dock.table.index(number, 0))


def test_the_list_shows_what_the_algorithm_found_gravest_first(dock: ProblemDock) -> None:
    rules = [problem.rule for problem in dock.table.rows]
    assert {"T01", "G05", "F05"} <= set(rules)
    letters = [problem.severity for problem in dock.table.rows]
    assert letters == sorted(letters, key="EWI".index)
    assert DAY in dock.title.text()
    assert dock.table.data(dock.table.index(0, 0), Qt.ItemDataRole.ForegroundRole).name().upper() == "#C0392B"


def test_the_layer_lies_on_top_and_a_second_check_replaces_it(qtbot: Any, dock: ProblemDock, campaign: Path) -> None:
    root = QgsProject.instance().layerTreeRoot()
    first = layer_with_role(QgsProject.instance(), PROBLEM_ROLE)
    assert root.layerOrder()[0] == first and first.featureCount() == len(dock.table.rows)
    dock.check(campaign, DAY)
    qtbot.waitUntil(lambda: dock.run is None, timeout=30000)
    layers = [
        each for each in QgsProject.instance().mapLayers().values() if each.customProperty("anze/role") == "problem"
    ]
    assert len(layers) == 1


def test_a_double_click_zooms_to_the_place_and_flashes_it(dock: ProblemDock, monkeypatch: pytest.MonkeyPatch) -> None:
    flashed = []
    canvas = dock.iface.mapCanvas()
    monkeypatch.setattr(type(canvas), "flashGeometries", lambda _canvas, shapes, *_: flashed.extend(shapes))
    dock.view.doubleClicked.emit(row_of(dock, "T01"))
    (shape,) = flashed
    assert shape.area() == pytest.approx(500.0, abs=0.1)
    assert canvas.extent().contains(shape.boundingBox())
    assert canvas.extent().width() < 1000


def test_a_point_is_seen_with_what_lies_around_it() -> None:
    view = around(QgsRectangle(0.0, 0.0, 2.0, 2.0))
    assert view.width() == pytest.approx(LEAST_VIEW_M, abs=1.0)


def test_a_problem_without_a_place_says_so(dock: ProblemDock) -> None:
    layer = layer_with_role(QgsProject.instance(), PROBLEM_ROLE)
    layer.dataProvider().changeGeometryValues({dock.table.rows[0].feature_id: QgsGeometry()})
    dock.view.doubleClicked.emit(dock.shown.index(0, 0))
    assert "no place" in dock.detail.text()


def test_severity_and_words_filter_the_list(dock: ProblemDock) -> None:
    everything = dock.shown.rowCount()
    dock.severity.setCurrentIndex(dock.severity.findData("E"))
    assert 0 < dock.shown.rowCount() < everything
    dock.severity.setCurrentIndex(0)
    dock.shown.setFilterFixedString("G05")
    assert dock.shown.rowCount() == 1


def test_only_a_safe_repair_is_offered(dock: ProblemDock) -> None:
    dock.view.setCurrentIndex(row_of(dock, "T01"))
    assert not dock.repair.isEnabled()
    dock.view.setCurrentIndex(row_of(dock, "G05"))
    assert dock.repair.isEnabled()
    wanted = []
    dock.repair_wanted.connect(lambda *words: wanted.append(words))
    dock.repair.click()
    assert wanted == [("unsupplied", "2023-G-001", "duplicate_points")]


@pytest.fixture
def actions(window: Window, campaign: Path) -> Iterator[CampaignActions]:
    dock = CampaignDock(window)
    dock.campaign = campaign
    dock.set_day(date(2023, 9, 30))
    dock.campaign = campaign
    made = CampaignActions(window, dock)
    yield made
    made.remove()
    dock.deleteLater()


def test_the_menu_checks_repairs_when_agreed_and_checks_again(
    qtbot: Any, actions: CampaignActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.check_campaign()
    assert actions.problems in actions.iface.docks
    qtbot.waitUntil(lambda: actions.problems.run is None, timeout=30000)
    answers = [False, True]
    monkeypatch.setattr("anze_idle_land_plugin.gui.actions.agreed", lambda *_: answers.pop(0))
    for expected in (1, 0):
        actions.problems.view.setCurrentIndex(row_of(actions.problems, "G05"))
        actions.problems.repair.click()
        qtbot.waitUntil(lambda: actions.problems.run is None, timeout=30000)
        assert sum(problem.rule == "G05" for problem in actions.problems.table.rows) == expected


def test_without_a_campaign_a_sentence_says_what_to_do(actions: CampaignActions) -> None:
    actions.dock.campaign = None
    actions.check_campaign()
    assert actions.problems is None and actions.iface.warnings

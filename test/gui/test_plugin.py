"""The plugin in a window: what initGui brings, unload takes away; the dock shows a campaign and finds its parcels."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QPushButton
from windows import Window

from anze_idle_land_plugin import catalogue, classFactory
from anze_idle_land_plugin.algorithms.frame.language import install_translator, is_chinese, tr
from anze_idle_land_plugin.gui.actions import EXPORTS, CampaignActions
from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.database import CampaignFile

ACTIONS = {"new", "open", "import", "ledger", "sheets", "wallmap", "export", "sample"}


@pytest.fixture
def campaign(four_parcels: Path) -> Path:
    return four_parcels


def test_init_gui_brings_provider_menu_toolbar_and_dock_and_unload_takes_them_away(window: Window) -> None:
    plugin = classFactory(window)
    plugin.initGui()
    assert QgsApplication.processingRegistry().providerById("anze") is not None
    (menu,) = (action.menu() for action in window.menu.actions())
    names = {action.objectName() for action in menu.actions()}
    assert {f"anze_{name}" for name in ACTIONS} <= names
    toolbar = plugin.window.toolbar
    assert toolbar.actions()[0].objectName() == "anze_new"
    assert all(not action.icon().isNull() for action in toolbar.actions())
    assert len(window.docks) == 2
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("anze") is None
    assert window.menu.actions() == [] and window.docks == []


def test_unload_may_be_called_twice(window: Window) -> None:
    plugin = classFactory(window)
    plugin.initGui()
    plugin.unload()
    plugin.unload()
    assert plugin.provider is None


def test_without_a_window_only_the_provider_is_registered() -> None:
    plugin = classFactory(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().providerById("anze") is not None
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("anze") is None


def test_the_dock_lists_both_lists_of_the_open_project(dock: CampaignDock, campaign: Path) -> None:
    assert dock.campaign == campaign
    codes = {dock.sorted.index(row, 0).data() for row in range(dock.sorted.rowCount())}
    assert codes == {"2023-G-001", "2023-G-002", "2023-G-003", "2023-X-001"}
    assert "测试清理" in dock.title.text()


def test_a_campaign_of_an_earlier_version_is_brought_up_to_date_when_its_project_opens(
    dock: CampaignDock, window: Window, campaign: Path
) -> None:
    """The layers of a project read the file itself, so it must not stay as it is."""
    with CampaignFile.open(campaign, update=True) as file:
        file.execute("UPDATE campaign SET schema_version = 1")
    assert window.told == []
    dock.follow_project()
    (copy,) = campaign.parent.glob("*-升级前-*.gpkg")
    (told,) = window.told
    assert str(copy) in told
    assert dock.sorted.rowCount() == 4
    dock.follow_project()
    assert len(window.told) == 1 and window.warnings == []


def test_a_campaign_of_a_later_version_is_named_and_shows_nothing(
    dock: CampaignDock, window: Window, campaign: Path
) -> None:
    with CampaignFile.open(campaign, update=True) as file:
        file.execute("UPDATE campaign SET schema_version = 99")
    dock.follow_project()
    (warning,) = window.warnings
    assert str(campaign) in warning
    assert dock.title.text() == warning
    assert dock.sorted.rowCount() == 0


def test_the_filter_finds_text_in_any_column(dock: CampaignDock) -> None:
    dock.filter.setText("闲置")
    assert dock.sorted.rowCount() == 1
    dock.filter.setText("g-002")
    assert dock.sorted.rowCount() == 1


def test_bars_show_nothing_done_and_the_plan_of_the_day(dock: CampaignDock) -> None:
    dock.set_day(date(2023, 12, 1))
    assert dock.progress.done.text() == "0.0%"
    assert dock.progress.planned.value() > 0
    assert "○" in dock.progress.milestones.text()


def test_a_double_click_selects_the_parcel_in_its_layer(dock: CampaignDock) -> None:
    dock.filter.setText("2023-X-001")
    dock.view.doubleClicked.emit(dock.sorted.index(0, 0))
    layer = dock._layer(ListKind.IDLE)
    assert [feature["XZBH"] for feature in layer.selectedFeatures()] == ["2023-X-001"]


def test_change_state_asks_for_the_selected_parcels_of_one_list(dock: CampaignDock) -> None:
    wanted = []
    dock.change_state_wanted.connect(lambda which, codes: wanted.append((which, codes)))
    dock.view.selectAll()
    dock._want(dock.change_state_wanted)
    assert wanted == [("unsupplied", "2023-G-001\n2023-G-002\n2023-G-003")]


def test_without_a_campaign_the_dock_says_what_to_do(window: Window) -> None:
    QgsProject.instance().clear()
    dock = CampaignDock(window)
    dock.follow_project()
    assert dock.title.text() and dock.table.rowCount() == 0
    CampaignActions(window, dock).ask("importparcels")
    assert len(window.warnings) == 1


def test_a_campaign_that_went_away_is_said_in_the_dock(dock: CampaignDock, campaign: Path) -> None:
    dock.campaign = campaign.with_name("gone.gpkg")
    dock.refresh()
    assert "gone.gpkg" in dock.title.text() and dock.table.rowCount() == 0


@pytest.mark.parametrize("locale", ["zh-Hans", "zh_CN", "zh-CN", "zh"])
def test_chinese_is_chosen_under_every_name_qgis_has_for_it(locale: str) -> None:
    assert is_chinese(locale)
    translator = install_translator(locale)
    assert tr("New campaign") == "新建专项行动"
    QgsApplication.removeTranslator(translator)
    assert tr("New campaign") == "New campaign"


@pytest.mark.parametrize("locale", ["en", "en_US", "de", "hz"])
def test_other_languages_stay_english(locale: str) -> None:
    assert install_translator(locale) is None


def test_actions_belong_to_the_menu(window: Window) -> None:
    plugin = classFactory(window)
    plugin.initGui()
    exports = plugin.window.menu.findChild(QAction, "anze_export").menu()
    assert [action.objectName() for action in exports.actions()] == [f"anze_{algorithm}" for algorithm, _ in EXPORTS]
    plugin.unload()


def test_the_dock_takes_the_colours_of_the_office_and_says_which_table_it_cannot_use(
    dock: CampaignDock, campaign: Path
) -> None:
    office = campaign.parent / "office"
    office.mkdir()
    table = office / "status_lines.csv"
    statuses = ["suspended", "closed", "done", "overdue", "warning", "not_started", "on_time"]
    table.write_text("status,colour\n" + "".join(f"{each},#123456\n" for each in statuses), encoding="utf-8")
    dock.refresh()
    shown = {dock.table.data(dock.table.index(row, 0), Qt.ItemDataRole.ForegroundRole).name() for row in range(4)}
    assert shown == {"#123456"}
    table.write_text("status,colour\nlate,#123456\n", encoding="utf-8")
    dock.refresh()
    assert "status_lines.csv" in dock.title.text() and dock.table.rowCount() == 0
    table.unlink()
    dock.refresh()
    assert dock.table.rowCount() == 4
    assert catalogue.office().changes == ()


def test_tasks_settings_and_their_history_stand_in_the_menu(window: Window) -> None:
    plugin = classFactory(window)
    plugin.initGui()
    named = {action.objectName() for action in plugin.window.menu.actions()}
    assert {"anze_settasks", "anze_editcampaign", "anze_history"} <= named
    plugin.unload()


def test_without_a_task_the_dock_says_so_in_words_and_no_button_is_cut(dock: CampaignDock) -> None:
    said = dock.progress.counts.text()
    assert "no task set" in said and "—" not in said
    dock.resize(dock.minimumSizeHint())
    dock.show()
    for button in dock.findChildren(QPushButton):
        if button.text():
            assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width(), button.text()

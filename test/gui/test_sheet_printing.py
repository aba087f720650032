"""Sheets from the dock, from the map by right click and from the layer; the preview in the layout designer."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, Iterator

import pytest
from qgis.core import QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtWidgets import QMenu
from windows import Window

from anze_idle_land_plugin import classFactory
from anze_idle_land_plugin.algorithms.provider import CampaignProvider
from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.gui.actions import CampaignActions
from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.gui.printing.sheet_printing import Chosen, SheetPrinting
from anze_idle_land_plugin.model.kinds import ListKind


@pytest.fixture
def campaign(four_parcels: Path) -> Path:
    return four_parcels


@pytest.fixture
def asked() -> list[tuple[str, dict[str, Any]]]:
    return []


@pytest.fixture
def sheets(window: Window, dock: CampaignDock, asked: list[Any]) -> Iterator[SheetPrinting]:
    actions = CampaignActions(window, dock)
    made = SheetPrinting(window, dock, lambda name, given: asked.append((name, dict(given))), actions.run)
    window.mapCanvas().setDestinationCrs(QgsProject.instance().crs())
    yield made
    made.remove()


def middle_of(which: ListKind) -> QgsPointXY:
    layer = layer_with_role(QgsProject.instance(), which.table)
    feature = next(layer.getFeatures())
    return feature.geometry().centroid().asPoint()


def test_the_filter_takes_the_chosen_parcels_and_no_others() -> None:
    chosen = Chosen(ListKind.UNSUPPLIED, ("2023-G-001", "O'Hara"))
    assert chosen.filter == "\"TBBH\" IN ('2023-G-001', 'O''Hara')"


def test_the_dock_prints_its_selection(sheets: SheetPrinting, dock: CampaignDock, asked: list[Any]) -> None:
    dock.view.selectAll()
    dock._want(dock.sheets_wanted)
    ((name, given),) = asked
    assert name == "parcelsheets"
    assert given["LIST"] == "unsupplied"
    assert all(f"'2023-G-00{number}'" in str(given["FILTER"]) for number in (1, 2, 3))
    assert "2023-X-001" not in str(given["FILTER"])


def test_without_a_selection_the_whole_list_is_printed(
    sheets: SheetPrinting, dock: CampaignDock, asked: list[Any]
) -> None:
    dock._want(dock.sheets_wanted)
    assert "FILTER" not in asked[0][1]


@pytest.mark.parametrize("which", list(ListKind))
def test_a_right_click_on_the_map_offers_the_parcel_below(
    sheets: SheetPrinting,
    window: Window,
    asked: list[Any],
    which: ListKind,
) -> None:
    window.mapCanvas().setExtent(QgsRectangle.fromCenterAndSize(middle_of(which), 500, 500))
    menu = QMenu()
    sheets._offer_on_map(menu, SimpleNamespace(mapPoint=lambda: middle_of(which)))
    texts = [action.text() for action in menu.actions()]
    assert len(texts) == 2
    assert all(f"2023-{which.letter}-001" in text for text in texts)
    menu.actions()[0].trigger()
    assert asked[0][1]["FILTER"] == Chosen(which, (f"2023-{which.letter}-001",)).filter


def test_beside_the_parcels_nothing_is_offered(sheets: SheetPrinting, window: Window) -> None:
    menu = QMenu()
    sheets._offer_on_map(menu, SimpleNamespace(mapPoint=lambda: QgsPointXY(37500000.0, 4100000.0)))
    assert menu.actions() == []


def test_the_layer_prints_what_is_selected_in_it(sheets: SheetPrinting, asked: list[Any]) -> None:
    layer = layer_with_role(QgsProject.instance(), ListKind.UNSUPPLIED.table)
    layer.selectByExpression("\"TBBH\" = '2023-G-002'")
    sheets._print_layer(layer)
    assert asked[0][1]["FILTER"] == Chosen(ListKind.UNSUPPLIED, ("2023-G-002",)).filter


def test_the_preview_becomes_a_layout_of_the_project_once(
    sheets: SheetPrinting,
    qgis_processing: object,
    campaign: Path,
) -> None:
    from qgis.core import QgsApplication

    provider = CampaignProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        for _ in range(2):
            layout = sheets.preview(ListKind.UNSUPPLIED, "2023-G-001")
            assert layout is not None
        names = [each.name() for each in QgsProject.instance().layoutManager().layouts()]
        assert names == ["一地一策表 2023-G-001"]
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)


def test_unload_takes_the_entries_away(window: Window) -> None:
    plugin = classFactory(window)
    plugin.initGui()
    canvas = window.mapCanvas()
    before = canvas.receivers(canvas.contextMenuAboutToShow)
    plugin.unload()
    assert canvas.receivers(canvas.contextMenuAboutToShow) == before - 1

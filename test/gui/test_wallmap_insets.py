"""Marking places for the wall map in the window: the view, the selection, a drawn rectangle; kept in the campaign."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Iterator, Mapping, Optional

import pytest
from factories import parcel, shifted
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsRectangle
from windows import Window

from anze_idle_land_plugin.algorithms.wallmapinset import WallMapInset
from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.gui.printing.wallmap_insets import WallMapInsets
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.insets import kept_insets
from anze_idle_land_plugin.store.surveying.importing import import_readings


class Dock:
    """What the menu needs of the dock."""

    def __init__(self, campaign: Optional[Path]) -> None:
        self.campaign = campaign


def run(algorithm: str, given: Mapping[str, Any]) -> Optional[Mapping[str, Any]]:
    """The algorithm as QGIS runs it."""
    assert algorithm == WallMapInset.ID
    outputs, done = WallMapInset().create().run(dict(given), QgsProcessingContext(), QgsProcessingFeedback())
    return outputs if done else None


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """One parcel of a hectare in each list, a kilometre apart."""
    path = tmp_path / "campaign.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(path, Campaign("测试清理", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    with CampaignFile.open(path, update=True) as file:
        for which, left in ((ListKind.UNSUPPLIED, 0.0), (ListKind.IDLE, 1000.0)):
            corners = shifted([(left, 100.0), (left + 100, 100.0), (left + 100, 0.0), (left, 0.0)])
            surveys = (parcel(corners, code=f"2023-{which.letter}-001"),)
            import_readings(
                file, which, [Reading("a.txt", "0" * 64, 1, "utf-8", "canonical", "EPSG:4525", surveys, ())]
            )
    write_project(path, path.with_suffix(".qgz"))
    return path


@pytest.fixture
def insets(qgis_iface: Any, qgis_new_project: object, campaign: Path) -> Iterator[WallMapInsets]:
    assert QgsProject.instance().read(str(campaign.with_suffix(".qgz")))
    made = WallMapInsets(Window(qgis_iface), Dock(campaign), run)
    made.iface.mapCanvas().setDestinationCrs(QgsProject.instance().crs())
    yield made
    made.remove()


def extents(campaign: Path) -> list[tuple[float, ...]]:
    return [each[1:] for each in kept_insets(campaign)]


def test_the_map_view_is_marked_as_it_is_seen(insets: WallMapInsets, campaign: Path) -> None:
    insets.iface.mapCanvas().setExtent(QgsRectangle(37612000, 4002000, 37613000, 4003000))
    seen = insets.iface.mapCanvas().mapSettings().visibleExtent()
    insets.mark_view()
    corners = seen.xMinimum(), seen.yMinimum(), seen.xMaximum(), seen.yMaximum()
    assert extents(campaign) == [pytest.approx(corners, abs=0.01)]
    assert "1" in insets.iface.told[-1]


def test_the_selected_parcels_of_both_lists_are_marked_together(insets: WallMapInsets, campaign: Path) -> None:
    insets.mark_selection()
    assert extents(campaign) == [] and insets.iface.told
    for which in ListKind:
        layer_with_role(QgsProject.instance(), which.table).selectAll()
    insets.mark_selection()
    ((west, south, east, north),) = extents(campaign)
    assert (east - west, north - south) == (pytest.approx(1210, abs=1), pytest.approx(110, abs=1))


def test_a_drawn_rectangle_is_marked_and_the_tool_of_before_is_back(insets: WallMapInsets, campaign: Path) -> None:
    before = insets.iface.mapCanvas().mapTool()
    insets.draw()
    assert insets.iface.mapCanvas().mapTool() is insets.tool
    insets.tool.extentChanged.emit(QgsRectangle(37612000, 4002000, 37612500, 4002400))
    assert extents(campaign) == [(37612000, 4002000, 37612500, 4002400)]
    assert insets.iface.mapCanvas().mapTool() is before


def test_marked_places_can_be_forgotten(insets: WallMapInsets, campaign: Path) -> None:
    insets.mark_view()
    insets.mark_view()
    assert len(extents(campaign)) == 2
    insets.forget()
    assert extents(campaign) == []


def test_without_a_campaign_nothing_is_marked_and_it_is_said(insets: WallMapInsets) -> None:
    insets.dock.campaign = None
    insets.mark_view()
    assert insets.iface.told

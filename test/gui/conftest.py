"""What the tests of the window share: a window, a campaign of four parcels, and the dock that shows it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Iterator

import pytest
from factories import parcel, shifted
from qgis.core import QgsProject
from windows import Window

from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.parcel import Parcel
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings


@pytest.fixture
def window(qgis_iface: Any, qgis_new_project: object) -> Window:
    return Window(qgis_iface)


@pytest.fixture
def four_parcels(tmp_path: Path) -> Path:
    """A campaign with three unsupplied parcels and one idle one."""
    path = tmp_path / "campaign.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(path, Campaign("测试清理", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    with CampaignFile.open(path, update=True) as file:
        for which, count in ((ListKind.UNSUPPLIED, 3), (ListKind.IDLE, 1)):
            parcels = tuple(_square(which, number) for number in range(count))
            reading = Reading("a.txt", "0" * 64, 1, "utf-8", "canonical", "EPSG:4525", parcels, ())
            import_readings(file, which, [reading])
    return path


def _square(which: ListKind, number: int) -> Parcel:
    left = 1000.0 * number + (5000 if which is ListKind.IDLE else 0)
    corners = shifted([(left, 100.0), (left + 100, 100.0), (left + 100, 0.0), (left, 0.0)])
    return parcel(corners, code=f"2023-{which.letter}-{number + 1:03d}", name=f"地块{number + 1}")


@pytest.fixture
def dock(window: Window, campaign: Path) -> Iterator[CampaignDock]:
    """A dock on the opened project of the campaign."""
    write_project(campaign, campaign.with_suffix(".qgz"))
    assert QgsProject.instance().read(str(campaign.with_suffix(".qgz")))
    made = CampaignDock(window)
    made.follow_project()
    yield made
    made.deleteLater()

"""The generated QGIS project: opens whole, shows every parcel in its colour, and follows its campaign file."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timezone
from pathlib import Path

import pytest
from factories import ORIGIN_37, SQUARE, parcel, shifted, snapshot
from qgis.core import QgsProject
from shapely.geometry import box

from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.snapshot import ContextShape
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    county = box(ORIGIN_37[0] - 5000, ORIGIN_37[1] - 5000, ORIGIN_37[0] + 5000, ORIGIN_37[1] + 5000)
    create_campaign(path, snapshot().campaign, {"county": [ContextShape("county", "安泽县", "", bytes(county.wkb))]})
    surveys = tuple(
        parcel(shifted(SQUARE, (ORIGIN_37[0] + 300 * i, ORIGIN_37[1])), code=f"2023-G-{i:03d}") for i in range(3)
    )
    with CampaignFile.open(path, update=True) as file:
        import_readings(
            file, ListKind.UNSUPPLIED, [Reading("a.txt", "", 1, "utf-8", "canonical", "EPSG:4525", surveys, ())]
        )
        drafts = [
            Draft(
                ListKind.UNSUPPLIED,
                "2023-G-001",
                EventKind.BASELINE,
                date(2023, 5, 10),
                field=STATE_FIELD,
                value="P40",
                area_ha=1.0,
            ),
            Draft(ListKind.UNSUPPLIED, "2023-G-001", EventKind.FACT, date(2023, 6, 1), field="XHLYFS", value="03"),
            Draft(ListKind.UNSUPPLIED, "2023-G-001", EventKind.FACT, date(2023, 8, 1), field="DZJGH", value="1410"),
            Draft(ListKind.UNSUPPLIED, "2023-G-001", EventKind.TRANSITION, date(2023, 8, 1), transition="TP11"),
        ]
        record(file, drafts, datetime(2026, 1, 1, tzinfo=timezone.utc))
    return path


def shown(project_path: Path) -> dict[str, tuple[str, str]]:
    project = QgsProject()
    assert project.read(str(project_path))
    layer = layer_with_role(project, "unsupplied_parcel")
    assert layer is not None
    assert layer.isValid()
    found = {each["TBBH"]: (each["category"], each["status"]) for each in layer.getFeatures()}
    project.clear()
    return found


def test_the_project_shows_every_parcel_as_of_its_day(qgis_app: object, campaign: Path) -> None:
    write_project(campaign, campaign.with_suffix(".qgz"), "category", date(2023, 7, 1))
    assert shown(campaign.with_suffix(".qgz"))["2023-G-001"] == ("supply", "not_started")
    write_project(campaign, campaign.with_suffix(".qgz"), "status", date(2023, 9, 1))
    assert shown(campaign.with_suffix(".qgz")) == {
        "2023-G-000": ("undecided", "not_started"),
        "2023-G-001": ("supply", "done"),
        "2023-G-002": ("undecided", "not_started"),
    }


def test_a_copied_campaign_shows_its_own_data(qgis_app: object, campaign: Path, tmp_path: Path) -> None:
    write_project(campaign, campaign.with_suffix(".qgz"))
    other = tmp_path / "elsewhere"
    other.mkdir()
    for suffix in (".gpkg", ".qgz"):
        shutil.move(str(campaign.with_suffix(suffix)), str(other / f"campaign{suffix}"))
    assert len(shown(other / "campaign.qgz")) == 3


@pytest.mark.parametrize("theme", ["category", "status", "both"])
def test_every_theme_is_there_and_the_asked_one_is_shown(qgis_app: object, campaign: Path, theme: str) -> None:
    write_project(campaign, campaign.with_suffix(".qgz"), theme)
    project = QgsProject()
    assert project.read(str(campaign.with_suffix(".qgz")))
    layer = layer_with_role(project, "unsupplied_parcel")
    assert layer.renderer().classAttribute() == ("status" if theme == "status" else "category")
    assert len(project.mapThemeCollection().mapThemes()) == 4  # three colourings and the replay
    assert project.crs().authid() == "EPSG:4525"
    project.clear()

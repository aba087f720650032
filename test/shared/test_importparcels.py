"""The shared samples through ``anze:importparcels``, as a script runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator

import pytest
from factories import snapshot
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from anze_idle_land_plugin.algorithms.provider import CampaignProvider
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "boundary-files" / "samples"
PARCELS = {
    "edcfoshan_polygon-txt": 7,
    "longjie-sir_txt2shp": 1,
    "htoooth_txt2shp": 0,
    "quoted_snippets": 6,
}
"""Parcels each folder gives without a CRS; files without any zone give rejects instead."""


@pytest.fixture
def provider(qgis_app: object) -> Iterator[CampaignProvider]:
    made = CampaignProvider()
    made.refreshAlgorithms()
    yield made


def imported(provider: CampaignProvider, campaign: Path, source: Path, **more: str) -> dict[str, Any]:
    values = {"CAMPAIGN": str(campaign), "INPUT": str(source), "LIST": "unsupplied", **more}
    algorithm = provider.algorithm("importparcels")
    outputs, succeeded = algorithm.run(values, QgsProcessingContext(), QgsProcessingFeedback())
    assert succeeded
    found: dict[str, Any] = outputs
    return found


@pytest.mark.parametrize("folder", PARCELS)
def test_a_folder_imports_in_one_go_and_a_broken_file_costs_only_itself(
    provider: CampaignProvider, tmp_path: Path, folder: str
) -> None:
    campaign, rejects = tmp_path / "campaign.gpkg", tmp_path / "rejects.csv"
    create_campaign(campaign, snapshot().campaign, {})
    outputs = imported(provider, campaign, SAMPLES / folder, REJECTS=str(rejects))
    assert outputs["IMPORTED"] == PARCELS[folder]
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM unsupplied_parcel") == [(PARCELS[folder],)]
        ((kept,),) = file.query("SELECT COUNT(*) FROM reject")
    assert kept == outputs["REJECTED"] == len(rejects.read_text(encoding="utf-8-sig").splitlines()) - 1


def test_a_file_without_zone_is_right_once_its_crs_is_given(provider: CampaignProvider, tmp_path: Path) -> None:
    campaign = tmp_path / "campaign.gpkg"
    create_campaign(campaign, snapshot().campaign, {})
    points = SAMPLES / "htoooth_txt2shp" / "TEST1.txt"
    assert imported(provider, campaign, points)["IMPORTED"] == 0
    assert imported(provider, campaign, points, CRS="EPSG:4546")["IMPORTED"] == 1
    assert imported(provider, campaign, points, CRS="EPSG:4546")["UNCHANGED"] == 1

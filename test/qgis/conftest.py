"""The shipped sample as a campaign file, built once a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingFeedback

from anze_idle_land_plugin.algorithms.samplecampaign import _build, sample_folder


@pytest.fixture(scope="session")
def sample_campaign(tmp_path_factory: pytest.TempPathFactory, qgis_app: QgsApplication) -> Path:
    """A hundred parcels with the story of their year; for reading only."""
    path = tmp_path_factory.mktemp("sample") / "campaign.gpkg"
    _build(path, sample_folder(), QgsProcessingFeedback())
    return path

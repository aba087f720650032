"""Tests run on the built plugin, where resources lie inside: build it first (``make build``)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = os.environ.get("ANZE_PLUGINS", str(ROOT / "build" / "plugins"))
sys.path.insert(0, PLUGINS)
sys.path.append(str(Path(PLUGINS) / "anze_idle_land_plugin" / "shipped"))  # the libraries that a user gets
sys.path.insert(0, str(ROOT / "test"))

# The same examples every time: a test that is red today was red yesterday. Deadlines are for benchmarks, not for tests.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def sample_campaign(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    """The shipped sample as a campaign file: a hundred parcels with the story of their year; for reading only."""
    from qgis.core import QgsProcessingFeedback

    from anze_idle_land_plugin.algorithms.samplecampaign import _build, sample_folder

    path = tmp_path_factory.mktemp("sample") / "campaign.gpkg"
    _build(path, sample_folder(), QgsProcessingFeedback())
    return path

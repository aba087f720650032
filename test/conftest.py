"""Tests run on the built plugin, where resources lie inside: build it first (``make build``)."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterator

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from anze_idle_land_plugin.algorithms.provider import CampaignProvider

ROOT = Path(__file__).resolve().parent.parent
PLUGINS = os.environ.get("ANZE_PLUGINS", str(ROOT / "build" / "plugins"))
sys.path.insert(0, PLUGINS)
sys.path.append(str(Path(PLUGINS) / "anze_idle_land_plugin" / "shipped"))  # the libraries that a user gets
sys.path.insert(0, str(ROOT / "test"))
pytest_plugins = ["quiet"]

# The same examples every time: a test that is red today was red yesterday. Deadlines are for benchmarks, not for tests.
settings.register_profile("steady", derandomize=True, deadline=None)
# New examples every time, for a long run that looks for what nobody thought of; its seed is printed to play it again.
settings.register_profile("long", deadline=None, print_blob=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def sample_campaign(tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    """The shipped sample as a campaign file: a hundred parcels with the story of their year; for reading only."""
    from qgis.core import QgsProcessingFeedback

    from anze_idle_land_plugin.algorithms.samplecampaign import _build, sample_folder

    path = tmp_path_factory.mktemp("sample") / "campaign.gpkg"
    _build(path, sample_folder(), QgsProcessingFeedback())
    return path


@pytest.fixture(scope="module")
def provider(qgis_app: object) -> Iterator[CampaignProvider]:
    """The algorithms, in QGIS's registry while the tests of a module run."""
    from qgis.core import QgsApplication

    from anze_idle_land_plugin.algorithms.provider import CampaignProvider

    added = CampaignProvider()
    QgsApplication.processingRegistry().addProvider(added)
    yield added
    QgsApplication.processingRegistry().removeProvider(added)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A campaign file without parcels, to be filled."""
    from factories import snapshot

    from anze_idle_land_plugin.store.creating import create_campaign

    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    return path


@pytest.fixture
def add_dialect(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Add a row to the dialects of an office, by column; it is in force from then on. Returns the office's table."""
    from anze_idle_land_plugin import catalogue

    own = tmp_path / "office" / "boundary_profiles.csv"
    columns = list(catalogue.table("boundary_profiles")[0])

    def added(**cells: str) -> Path:
        new = not own.exists()
        own.parent.mkdir(exist_ok=True)
        with open(own, "a", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, [each for each in columns if each != "basis"])
            if new:
                writer.writeheader()
            writer.writerow(cells)
        catalogue.settle([own.parent])
        return own

    yield added
    catalogue.settle([])

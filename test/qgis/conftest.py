"""What the tests that need QGIS share: running as QGIS runs, and the sample on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Callable, Optional

import pytest
from boundary_texts import SQUARE_TXT
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject

from anze_idle_land_plugin.algorithms.provider import CampaignProvider
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot


@pytest.fixture(scope="module")
def run(provider: CampaignProvider) -> Callable[..., dict[str, Any]]:
    """Run an algorithm as QGIS does: check the values, then process. Returns the outputs."""

    def run_it(algorithm: str, feedback: Optional[QgsProcessingFeedback] = None, **parameters: Any) -> dict[str, Any]:
        found, context = provider.algorithm(algorithm), QgsProcessingContext()
        context.setProject(QgsProject.instance())
        context.setDefaultEncoding("UTF-8")
        fits, sentence = found.checkParameterValues(parameters, context)
        if not fits:
            raise QgsProcessingException(sentence)
        results, done = found.create().run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)
        assert done
        return dict(results)

    return run_it


@pytest.fixture(scope="session")
def sample(sample_campaign: Path) -> Snapshot:
    """The shipped sample as it stood at the third deadline."""
    return read_snapshot(sample_campaign, date(2023, 9, 30))


@pytest.fixture
def one_parcel(run: Callable[..., dict[str, Any]], tmp_path: Path) -> str:
    """A campaign with one parcel, 2023-G-001, made by the algorithms."""
    path, survey = str(tmp_path / "campaign.gpkg"), tmp_path / "界址点.txt"
    survey.write_text(SQUARE_TXT, encoding="gbk")
    run("createcampaign", NAME="测试", YEAR=2023, OUTPUT=path)
    assert run("importparcels", CAMPAIGN=path, INPUT=str(survey), LIST="unsupplied")["IMPORTED"] == 1
    return path

"""A line in a log of QGIS, GDAL or Python fails a test inside QGIS."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = {
    "silent": "assert True",
    "GDAL": "from osgeo import gdal; gdal.Error(3, 1, 'a line')",
    "QGIS": "from qgis.core import Qgis, QgsMessageLog; QgsMessageLog.logMessage('a line', 'x', Qgis.Info)",
    "Processing": "from qgis.core import QgsProcessingFeedback; QgsProcessingFeedback().pushWarning('to people')",
    "Python": "import warnings; warnings.warn('a line', DeprecationWarning)",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each of the tests above, run in a folder test/qgis of its own."""
    folder = tmp_path_factory.mktemp("project")
    inside = folder / "test" / "qgis"
    inside.mkdir(parents=True)
    (folder / "pytest.ini").touch()
    (folder / "conftest.py").write_text('pytest_plugins = ["quiet"]\n', encoding="utf-8")
    for name, code in TESTS.items():
        body = "".join(f"    {line}\n" for line in code.split("; "))
        (inside / f"test_{name}.py").write_text(f"def test_{name}():\n{body}", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", str(folder)]
    # The run that this test is part of must not be taken for that one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent)
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=environment)
    lines = [line.split(" ") for line in run.stdout.splitlines() if line.startswith(("PASSED", "FAILED"))]
    return {line[1].rpartition("test_")[2]: line[0] for line in lines}


def test_only_silence_and_words_to_people_pass(outcomes: dict[str, str]) -> None:
    expected = {name: "PASSED" if name in ("silent", "Processing") else "FAILED" for name in TESTS}
    assert outcomes == expected

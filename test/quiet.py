"""A test inside QGIS that leaves a line in a log has failed: in GDAL's or Python's on the standard error, or in QGIS's.

What Processing says is left out: there the program speaks to people.
"""

from __future__ import annotations

import sys
from typing import Generator

import pytest

INSIDE_QGIS = ("test/qgis/", "test/gui/")
TO_PEOPLE = "Processing"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Python's warnings are errors; of what is left open Python 3.13 tells at any later time, in any other test."""
    for item in items:
        if item.nodeid.startswith(INSIDE_QGIS):
            item.add_marker(pytest.mark.filterwarnings("error", "ignore::ResourceWarning"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    logs = {f"Captured {log} {call.when}" for log in ("stderr", "log")}
    lines = "".join(text for title, text in report.sections if title in logs)
    if report.passed and lines and item.nodeid.startswith(INSIDE_QGIS):
        report.outcome, report.longrepr = "failed", f"Lines in a log:\n{lines}"
    return report


@pytest.fixture(scope="session", autouse=True)
def qgis_log(request: pytest.FixtureRequest) -> None:
    """QGIS's log on the standard error, once a test of the run needs QGIS."""
    if not any(item.nodeid.startswith(INSIDE_QGIS) for item in request.session.items):
        return
    request.getfixturevalue("qgis_app")
    from qgis.core import QgsApplication

    QgsApplication.messageLog().messageReceived[str, str, "Qgis::MessageLevel"].connect(_print)


def _print(message: str, tag: str, level: int) -> None:
    if tag != TO_PEOPLE:
        print(f"QGIS {tag} {int(level)}: {message}", file=sys.stderr)

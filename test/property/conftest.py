"""What the tests of standing share: QGIS, and a browser with the rules of the html board."""

from __future__ import annotations

from typing import Iterator

import pytest
from browser import Browser
from property.board_page import rules_page


@pytest.fixture(scope="session")
def rules(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """anze:progress needs QGIS, and the board's figures are those a browser finds."""
    folder = tmp_path_factory.mktemp("rules")
    opened = Browser(folder / "profile")
    opened.open(rules_page(folder))
    yield opened
    opened.close()

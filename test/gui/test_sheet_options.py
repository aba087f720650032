"""The options page of the sheets: shows what is set, writes what stands in it, and only when it is accepted."""

from __future__ import annotations

from typing import Iterator

import pytest

from anze_idle_land_plugin.gui.printing.sheet_options import SheetOptionsPage
from anze_idle_land_plugin.settings import SHEET_LOGO, SHEET_SEAL, SHEET_SECRECY, SHEET_TITLE

DEFAULTS = {SHEET_TITLE: "", SHEET_SECRECY: "", SHEET_LOGO: "", SHEET_SEAL: True}


@pytest.fixture(autouse=True)
def as_before(qgis_app: object) -> Iterator[None]:
    yield
    for setting, default in DEFAULTS.items():
        setting.write(default)


def test_what_is_written_is_shown_again() -> None:
    page = SheetOptionsPage()
    page.title.setText(" 一宗一策表 ")
    page.secrecy.setText("内部资料")
    page.logo.setFilePath("/logo.png")
    page.seal.setChecked(False)
    page.apply()
    again = SheetOptionsPage()
    assert (again.title.text(), again.secrecy.text(), again.logo.filePath()) == ("一宗一策表", "内部资料", "/logo.png")
    assert not again.seal.isChecked()


def test_nothing_is_written_before_it_is_accepted() -> None:
    page = SheetOptionsPage()
    page.title.setText("另一个标题")
    assert SHEET_TITLE.read() == ""

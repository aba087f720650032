"""The options page of an office: what differs, what cannot be used, and the folder that is kept when accepted."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest
from qgis.PyQt.QtGui import QDesktopServices

from anze_idle_land_plugin.gui.office.options import OfficeOptionsPage
from anze_idle_land_plugin.settings import OFFICE_FOLDER, office_folder, office_folders


@pytest.fixture(autouse=True)
def as_before(qgis_app: object) -> Iterator[None]:
    yield
    OFFICE_FOLDER.write("")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses the page opened in other programs."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    return asked


def shown(page: OfficeOptionsPage) -> list[list[str]]:
    columns = range(page.table.columnCount())
    items = ([page.table.item(row, column) for column in columns] for row in range(page.table.rowCount()))
    return [[item.text() if item is not None else "" for item in row] for row in items]


def office(folder: Path, table: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{table}.csv").write_text(text, encoding="utf-8")
    return folder


def test_each_difference_is_a_row_with_default_and_now(tmp_path: Path) -> None:
    folder = office(tmp_path / "own", "policy_numbers", "name,value\nidle_fee_rate,25\nanswer_days,\n")
    office(folder, "status_lines", "status,colour\noverdue,#123456\n")
    OFFICE_FOLDER.write(str(folder))
    fee, line = shown(OfficeOptionsPage(lambda: None))
    assert fee[0] == "政策数值" and "idle_fee_rate" in fee[1] and fee[2:5] == ["取值", "20", "25"]
    assert line[:3] == ["进展状态的线", "逾期", "颜色"] and line[4] == "#123456"
    assert line[5] == str(folder / "status_lines.csv")


def test_the_folder_beside_the_open_campaign_is_shown_too_and_wins(tmp_path: Path) -> None:
    OFFICE_FOLDER.write(str(office(tmp_path / "own", "policy_numbers", "name,value\nidle_fee_rate,25\n")))
    office(tmp_path / "office", "policy_numbers", "name,value\nidle_fee_rate,30\n")
    (row,) = shown(OfficeOptionsPage(lambda: tmp_path / "campaign.gpkg"))
    assert row[4] == "30" and row[5] == str(tmp_path / "office" / "policy_numbers.csv")


def test_a_table_that_cannot_be_used_is_named_on_the_page(tmp_path: Path) -> None:
    OFFICE_FOLDER.write(str(office(tmp_path / "own", "policy_numbers", "name,value\nno_such_number,1\n")))
    page = OfficeOptionsPage(lambda: None)
    assert shown(page) == [] and "no_such_number" in page.refused.text()


def test_a_table_is_begun_in_the_folder_and_opened(tmp_path: Path, opened: list[str]) -> None:
    OFFICE_FOLDER.write(str(tmp_path / "own"))
    page = OfficeOptionsPage(lambda: None)
    page.tables.setCurrentIndex(page.tables.findData("policy_numbers"))
    page.begin()
    page.open_folder()
    assert opened == [str(tmp_path / "own" / "policy_numbers.csv"), str(tmp_path / "own")]
    assert (tmp_path / "own" / "policy_numbers.csv").exists() and shown(page) == []


def test_the_folder_is_kept_when_the_options_are_accepted(tmp_path: Path) -> None:
    page = OfficeOptionsPage(lambda: None)
    page.folder.setFilePath(str(tmp_path))
    assert office_folders() == (office_folder(""),)
    page.apply()
    assert office_folders() == (tmp_path,)
    again = OfficeOptionsPage(lambda: None)
    again.folder.setFilePath(str(office_folder("")))
    again.apply()
    assert OFFICE_FOLDER.read() == ""

"""Documents from the dock: what the state of the selected parcels admits, drafted by the algorithm."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any, Iterator

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from windows import Window

from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.exports.notices.text import Kind
from anze_idle_land_plugin.gui.actions import CampaignActions
from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.gui.case.draft_dialog import DraftDialog
from anze_idle_land_plugin.model.kinds import ListKind

pytestmark = pytest.mark.usefixtures("provider", "qgis_processing")
DAY = date(2023, 9, 30)


@pytest.fixture
def actions(
    qgis_iface: Any, qgis_new_project: object, sample_campaign: Path, tmp_path: Path
) -> Iterator[CampaignActions]:
    campaign = tmp_path / "campaign.gpkg"
    shutil.copy(sample_campaign, campaign)
    window = Window(qgis_iface)
    write_project(campaign, campaign.with_suffix(".qgz"))
    assert QgsProject.instance().read(str(campaign.with_suffix(".qgz")))
    dock = CampaignDock(window)
    dock.follow_project()
    dock.set_day(DAY)
    made = CampaignActions(window, dock)
    yield made
    made.remove()
    dock.deleteLater()


def listed(dialog: DraftDialog) -> dict[str, tuple[str, bool]]:
    items = list(dialog._items())
    return {item.text(0): (item.text(1), item.isDisabled()) for item in items}


def test_unsupplied_land_has_assignment_and_dossier_alone(qgis_iface: Any, sample_campaign: Path) -> None:
    dialog = DraftDialog(qgis_iface.mainWindow(), sample_campaign, ListKind.UNSUPPLIED, ["2023-G-001"], DAY)
    assert set(listed(dialog)) == {Kind.ASSIGNMENT.zh, Kind.DOSSIER.zh}


def test_what_the_state_does_not_admit_cannot_be_ticked_and_says_why(qgis_iface: Any, sample_campaign: Path) -> None:
    codes = [f"2023-X-{number:03d}" for number in range(1, 31)]
    for code in codes:
        dialog = DraftDialog(qgis_iface.mainWindow(), sample_campaign, ListKind.IDLE, [code], DAY)
        for item in dialog._items():
            assert item.isDisabled() == (item.text(1) == "0 / 1")
            assert not item.isDisabled() or item.text(2)
            assert not item.isDisabled() or Kind(item.data(0, 256)) not in dialog.chosen()


def test_the_button_drafts_what_was_ticked_and_opens_the_folder(
    actions: CampaignActions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    def answer(dialog: DraftDialog) -> int:
        for kind in (Kind.ASSIGNMENT, Kind.DOSSIER):
            (item,) = dialog.kinds.findItems(kind.zh, Qt.MatchFlag.MatchExactly)
            item.setCheckState(0, Qt.CheckState.Checked)
        dialog.folder.setFilePath(str(tmp_path / "文书"))
        return 1

    monkeypatch.setattr(DraftDialog, "exec", answer)
    actions.dock.documents_wanted.emit("unsupplied", "2023-G-001\n2023-G-002")
    assert opened == [str(tmp_path / "文书")]
    assert (tmp_path / "文书" / "dossier.csv").is_file() and list((tmp_path / "文书" / "assignment").glob("*.docx"))
    assert actions.iface.told


def test_without_a_selection_or_after_cancelling_nothing_is_drafted(
    actions: CampaignActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.dock.documents_wanted.emit("idle", "")
    assert len(actions.iface.warnings) == 1
    monkeypatch.setattr(DraftDialog, "exec", lambda _self: 0)
    actions.dock.documents_wanted.emit("idle", "2023-X-002")
    assert not actions.iface.told

"""The dialog that shows what was set of the campaign itself."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

from factories import snapshot
from qgis.PyQt.QtWidgets import QWidget

from anze_idle_land_plugin.gui.campaign_history import CampaignHistoryDialog
from anze_idle_land_plugin.model.campaign import Task
from anze_idle_land_plugin.model.campaign_event import Subject
from anze_idle_land_plugin.model.campaign_values import tasks_said
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.casework.campaign_settings import set_campaign
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile


def test_every_setting_has_a_row_with_its_day_what_it_says_and_its_document(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    tasks = tasks_said([Task(ListKind.UNSUPPLIED, "府城镇", 2, 6.2, 2.6667)])
    with CampaignFile.open(path, update=True) as file:
        now = datetime(2023, 6, 2, tzinfo=timezone.utc)
        set_campaign(file, {Subject.TASKS: tasks}, date(2023, 6, 1), now, document="临政办〔2023〕5号")
    parent = QWidget()
    qtbot.addWidget(parent)
    table = CampaignHistoryDialog(parent, path).table
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert len(rows) == 2
    assert rows[1][0] == "2023-06-01" and "批而未供府城镇2.6667公顷" in rows[1][1] and rows[1][2] == "临政办〔2023〕5号"

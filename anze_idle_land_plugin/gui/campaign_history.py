"""The settings of the campaign over time, in a dialog."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..algorithms.frame.language import tr
from ..store.standing.campaign_history import read_campaign_history


class CampaignHistoryDialog(QDialog):
    """One row a setting: from which day, what, document, when it was recorded."""

    def __init__(self, parent: QWidget, campaign: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("History of the campaign"))
        self.resize(900, 420)
        heads = (tr("Holds from"), tr("What was set"), tr("Document number"), tr("Recorded at (UTC)"))
        settings = read_campaign_history(campaign)
        self.table = QTableWidget(len(settings), len(heads))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for row, each in enumerate(settings):
            shown = (each.day.isoformat(), each.what.text(tr), each.document or each.note, each.recorded_at)
            for column, text in enumerate(shown):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeRowsToContents()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)

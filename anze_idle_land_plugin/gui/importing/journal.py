"""The imports so far, and taking some of them back."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.frame.language import tr
from ...model.messages import CampaignError
from ...store.journal import LEDGER, MIGRATION, SYSTEM, Journaled, read_journal
from ...wording.moments import here
from ..background import AlgorithmRun
from .tables import Column, Table, dialect_text, fit_columns


def _kind(profile: str) -> str:
    """The dialect of a boundary file, or what else was read."""
    named = {LEDGER: tr("Ledger"), SYSTEM: tr("List of the system"), MIGRATION: tr("Campaign file brought up to date")}
    return named.get(profile) or dialect_text(profile)


class JournalTable(Table[Journaled]):
    """Entry by entry, the latest first."""

    columns = (
        Column("No.", lambda row: row.number, True),
        Column("Time", lambda row: here(row.at)),
        Column("File", lambda row: row.file),
        Column("List", lambda row: row.which.zh),
        Column("Dialect", lambda row: _kind(row.profile)),
        Column("New", lambda row: row.imported, True),
        Column("Updated", lambda row: row.updated, True),
        Column("Unchanged", lambda row: row.unchanged, True),
        Column("Rejects", lambda row: row.rejected, True),
        Column("Undone", lambda row: here(row.undone_at)),
    )


class JournalDialog(QDialog):
    """Shows the journal; ``anze:undoimport`` undoes. ``changed`` says that the campaign holds something else now."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget, campaign: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Imports so far"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 420)
        self.campaign = campaign
        self.run: Optional[AlgorithmRun] = None
        self.table, self.view, self.says = JournalTable(), QTreeView(), QLabel()
        self.view.setModel(self.table)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.says.setWordWrap(True)
        self.undo_button, close = QPushButton(tr("Undo the selected imports")), QPushButton(tr("Close"))
        self.undo_button.clicked.connect(lambda _checked=False: self.undo())
        close.clicked.connect(lambda _checked=False: self.reject())
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.view, 1)
        row.addWidget(self.says, 1)
        row.addWidget(self.undo_button)
        row.addWidget(close)
        column.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read the journal again."""
        try:
            self.table.fill(read_journal(self.campaign))
        except CampaignError as error:
            self.table.fill(())
            self.says.setText(error.text(tr))
        fit_columns(self.view)
        self._allow()

    def undo(self) -> None:
        """Take the selected imports back, all or none."""
        chosen = self._chosen()
        if self.run is not None or not chosen:
            return
        journals = ",".join(str(entry.number) for entry in chosen)
        self.run = AlgorithmRun("undoimport", {"CAMPAIGN": str(self.campaign), "JOURNAL": journals})
        self.run.finished.connect(self._undone)
        self.says.setText(tr("Undoing..."))
        self._allow()
        self.run.start()

    def done(self, result: int) -> None:
        """What runs goes on to its end, unheard."""
        if self.run is not None:
            self.run.blockSignals(True)
        super().done(result)

    def _undone(self, successful: bool) -> None:
        ended, self.run = self.run, None
        if ended is None:
            return
        if successful:
            sentence = tr("Undone: {removed} surveys were taken away")
            self.says.setText(sentence.format(removed=ended.outputs["REMOVED"]))
            self.changed.emit()
        else:
            self.says.setText(ended.sentence)
        self.refresh()

    def _chosen(self) -> list[Journaled]:
        return [self.table.rows[index.row()] for index in self.view.selectionModel().selectedRows()]

    def _allow(self) -> None:
        chosen = self._chosen()
        possible = bool(chosen) and all(entry.can_be_undone for entry in chosen)
        self.undo_button.setEnabled(possible and self.run is None)

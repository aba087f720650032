"""Last page of the import wizard: the import itself with progress and cancelling, and what came of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWizardPage

from ...algorithms.frame.language import tr
from ..background import AlgorithmRun
from .preview_page import counts_text
from .rejects import RejectList
from .session import ImportSession


class ResultPage(QWizardPage):
    """Runs ``anze:importparcels`` when it is entered. ``changed`` says that the campaign holds something else now."""

    changed = pyqtSignal()

    def __init__(self, session: ImportSession, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self.session = session
        self.run: Optional[AlgorithmRun] = None
        self.journal = ""
        self.folder = TemporaryDirectory(prefix="anze-import-")
        self.setTitle(tr("Import"))
        self.progress, self.says = QProgressBar(), QLabel()
        self.says.setWordWrap(True)
        self.stop_button, self.undo_button = QPushButton(tr("Stop")), QPushButton(tr("Undo this import"))
        self.stop_button.clicked.connect(lambda _checked=False: self.stop())
        self.undo_button.clicked.connect(lambda _checked=False: self.undo())
        self.rejects = RejectList(session, canvas)
        column, row = QVBoxLayout(self), QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop_button)
        row.addWidget(self.says, 1)
        row.addWidget(self.undo_button)
        column.addLayout(row)
        column.addWidget(QLabel(tr("Lines and files that were not taken")))
        column.addWidget(self.rejects, 1)

    def initializePage(self) -> None:
        """Start the import."""
        self.journal = ""
        self.rejects.table.fill(())
        rejects = Path(self.folder.name) / "rejects.csv"
        self.setSubTitle(tr("Importing; stopping it leaves the campaign as it was."))
        self._start("importparcels", self.session.parameters(REJECTS=str(rejects)), self._imported)

    def isComplete(self) -> bool:
        return self.run is None

    def stop(self) -> None:
        """Cancel what runs; nothing of it stays."""
        if self.run is not None:
            self.run.cancel()

    def abandon(self) -> None:
        """Cancel what runs and hear no more of it: the page is left."""
        if self.run is not None:
            self.run.abandon()
            self.run = None

    def leave(self) -> None:
        """Nothing of the import stays in the temporary folder."""
        self.abandon()
        self.folder.cleanup()

    def cleanupPage(self) -> None:
        self.abandon()

    def undo(self) -> None:
        """Take this import back."""
        parameters: dict[str, object] = {"CAMPAIGN": str(self.session.campaign), "JOURNAL": self.journal}
        self._start("undoimport", parameters, self._undone)

    def _start(self, algorithm: str, parameters: dict[str, object], finished: object) -> None:
        self.run = AlgorithmRun(algorithm, parameters)
        self.run.progressed.connect(lambda percent: self.progress.setValue(round(percent)))
        self.run.finished.connect(finished)
        self.progress.setValue(0)
        self._show_running(True)
        self.says.clear()
        self.completeChanged.emit()
        self.run.start()

    def _show_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.stop_button.setVisible(running)
        self.says.setVisible(not running)
        self.undo_button.setVisible(not running and bool(self.journal))

    def _ended(self) -> AlgorithmRun:
        ended, self.run = self.run, None
        if ended is None:
            raise RuntimeError("no run has ended")
        return ended

    def _imported(self, successful: bool) -> None:
        ended = self._ended()
        if successful:
            self.journal = str(ended.outputs.get("JOURNAL", ""))
            self.rejects.fill(Path(str(ended.outputs["REJECTS"])))
            self.setSubTitle(tr("The import is done."))
            self.says.setText(counts_text(ended.outputs))
            self.wizard().page(self.wizard().currentId() - 1).setCommitPage(True)  # no way back behind a done import
            self.changed.emit()
        else:
            self.setSubTitle(tr("Nothing was imported; the campaign is as it was."))
            self.says.setText(ended.sentence)
        self._show_running(False)
        self.completeChanged.emit()

    def _undone(self, successful: bool) -> None:
        ended = self._ended()
        if successful:
            self.journal = ""
            sentence = tr("Undone: {removed} surveys were taken away")
            self.says.setText(sentence.format(removed=ended.outputs["REMOVED"]))
            self.changed.emit()
        else:
            self.says.setText(ended.sentence)
        self._show_running(False)
        self.completeChanged.emit()

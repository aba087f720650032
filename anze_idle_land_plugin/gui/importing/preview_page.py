"""Third page of the import wizard: the parcels on the map, and what the import would do, before anything is stored."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWizard,
    QWizardPage,
)

from ...algorithms.frame.language import tr
from ..background import AlgorithmRun
from .preview import MapPreview
from .session import ImportSession
from .tables import ParcelsTable, ReadParcel, fit_columns


class PreviewPage(QWizardPage):
    """Draws what will be stored; the counts come from a dry run of the algorithm."""

    def __init__(self, session: ImportSession, preview: MapPreview) -> None:
        super().__init__()
        self.session, self.preview = session, preview
        self.dry_run: Optional[AlgorithmRun] = None
        self.setTitle(tr("Preview on the map"))
        self.setSubTitle(tr("These parcels are drawn on the map, in orange. Nothing is stored yet."))
        self.table, self.view, self.says = ParcelsTable(), QTreeView(), QLabel()
        self.says.setWordWrap(True)
        self.view.setModel(self.table)
        self.view.setRootIsDecorated(False)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setUniformRowHeights(True)
        self.view.header().setStretchLastSection(False)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        self.view.doubleClicked.connect(lambda _index: self.preview.zoom())
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.says)
        column.addWidget(self.view, 1)
        for text, does in ((tr("Zoom to selected"), self.preview.zoom), (tr("Zoom to all"), self._zoom_to_all)):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.setButtonText(QWizard.WizardButton.NextButton, tr("Import"))

    def initializePage(self) -> None:
        rows = [ReadParcel(reading.file, parcel) for reading in self.session.readings for parcel in reading.parcels]
        self.table.fill(rows)
        fit_columns(self.view)
        self.preview.show([row.parcel for row in rows], self.session.crs)
        self.preview.zoom()
        self.says.setText(tr("Comparing with the campaign..."))
        self.stop()
        self.dry_run = AlgorithmRun("importparcels", self.session.parameters(DRY_RUN=True))
        self.dry_run.finished.connect(self._compared)
        self.dry_run.start()

    def cleanupPage(self) -> None:
        self.stop()
        self.preview.clear()

    def stop(self) -> None:
        """Give up comparing."""
        if self.dry_run is not None:
            self.dry_run.abandon()
            self.dry_run = None

    def _compared(self, successful: bool) -> None:
        run, self.dry_run = self.dry_run, None
        if run is None:
            return
        self.says.setText(counts_text(run.outputs) if successful else run.sentence)

    def _choose(self) -> None:
        rows = self.view.selectionModel().selectedRows()
        self.preview.choose([self.table.rows[index.row()].parcel for index in rows])

    def _zoom_to_all(self) -> None:
        self.view.clearSelection()
        self.preview.zoom()


def counts_text(outputs: dict[str, object]) -> str:
    """What an import did or would do, in one sentence."""
    sentence = tr("{imported} new parcels, {updated} with a new survey, {unchanged} as before; {rejected} rejects")
    return sentence.format(**{name.lower(): value for name, value in outputs.items()})

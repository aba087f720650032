"""The import wizard: files, what was recognised, preview on the map, import with its result."""

from __future__ import annotations

from pathlib import Path
from typing import Sequence

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QWizard

from ...algorithms.frame.language import tr
from .preview import MapPreview
from .preview_page import PreviewPage
from .recognised_page import RecognisedPage
from .result_page import ResultPage
from .session import ImportSession
from .source_page import SourcePage


class ImportWizard(QWizard):
    """Asks and shows; ``anze:importparcels`` imports. The map stays usable beside it.

    ``changed`` says that the campaign holds something else now.
    """

    changed = pyqtSignal()

    def __init__(self, iface: QgisInterface, campaign: Path, sources: Sequence[Path] = ()) -> None:
        super().__init__(iface.mainWindow())
        self.setWindowTitle(tr("Import parcels"))
        self.setObjectName("AnzeImportWizard")
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        for button, text in (
            (QWizard.WizardButton.BackButton, tr("Back")),
            (QWizard.WizardButton.NextButton, tr("Next")),
            (QWizard.WizardButton.FinishButton, tr("Close")),
            (QWizard.WizardButton.CancelButton, tr("Cancel")),
        ):
            self.setButtonText(button, text)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(960, 640)
        self.session = ImportSession(campaign)
        self.preview = MapPreview(iface.mapCanvas())
        self.source = SourcePage(self.session)
        self.recognised = RecognisedPage(self.session)
        self.shown = PreviewPage(self.session, self.preview)
        self.result = ResultPage(self.session, iface.mapCanvas())
        for page in (self.source, self.recognised, self.shown, self.result):
            self.addPage(page)
        self.source.add(sources)
        self.result.changed.connect(self.changed)
        self.result.changed.connect(self.preview.clear)

    def done(self, result: int) -> None:
        """Stop what runs and clean the map, however the wizard is left."""
        self.recognised.stop()
        self.shown.stop()
        self.result.leave()
        self.preview.remove()
        super().done(result)

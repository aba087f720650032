"""Drafting documents from the dock: asks, runs the algorithm, and opens what was drafted."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Mapping, Optional

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ...algorithms.frame.language import tr
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from .dock import CampaignDock
from .draft_dialog import DraftDialog

Outputs = Callable[[str, Mapping[str, object]], Optional[dict[str, object]]]


class Drafting:
    """``outputs`` runs an algorithm and gives what it made, None after a refusal that it has told."""

    def __init__(self, iface: QgisInterface, dock: CampaignDock, outputs: Outputs, say: Callable[[str], None]) -> None:
        self.iface, self.dock, self._outputs, self._say = iface, dock, outputs, say
        dock.documents_wanted.connect(self.draft)

    def draft(self, which: str, codes: str) -> None:
        """Ask for the documents of these parcels (codes one a line), and draft them."""
        campaign = self.dock.campaign
        if campaign is None or not codes:
            self._say(tr("Select the parcels in the dock first") if campaign else tr("Open a campaign first"))
            return
        try:
            dialog = DraftDialog(
                self.iface.mainWindow(), campaign, ListKind(which), codes.splitlines(), self.dock.as_of
            )
        except CampaignError as error:
            self._say(error.text(tr))
            return
        if dialog.exec():
            self._run(dialog)
        dialog.deleteLater()

    def _run(self, dialog: DraftDialog) -> None:
        ended = [self._outputs("notices", given) for given in dialog.parameters()]
        made = [outputs for outputs in ended if outputs is not None]
        if not made:
            return
        documents, refused, blanks = (
            sum(int(str(each[name])) for each in made) for name in ("DOCUMENTS", "REFUSED", "BLANKS")
        )
        sentence = tr("{documents} documents drafted, {refused} not drafted, {blanks} blanks to fill in: {folder}")
        folder = Path(dialog.folder.filePath().strip())
        self.iface.messageBar().pushInfo(
            "批而未用", sentence.format(documents=documents, refused=refused, blanks=blanks, folder=folder)
        )
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

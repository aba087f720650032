"""Attaching a ledger from the window: choose the file, confirm its columns where need be, see what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog

from ...algorithms.frame.language import tr
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...readers.ledger.columns import LedgerBook
from ...settings import LAST_FOLDER, LEDGER_ALWAYS_ASK
from ..case.dock import CampaignDock
from ..checking.problems import stack_below
from .dialog import LedgerDialog, unasked
from .dock import LedgerDock
from .kept_columns import KeptColumnsDialog

LEDGERS = "(*.xlsx *.xls *.xlsm *.csv *.tsv *.txt)"


class LedgerAttaching:
    """Asks and shows; ``anze:attachledger`` does the work. ``say`` shows a sentence in the message bar."""

    def __init__(
        self, iface: QgisInterface, dock: CampaignDock, say: Callable[[str], None], changed: Callable[[], None]
    ) -> None:
        self.iface, self.dock, self._say, self._changed = iface, dock, say, changed
        self.result: Optional[LedgerDock] = None

    def choose(self) -> None:
        """Ask for the file; its columns only where something is open, or the office wants to see them always."""
        if self.dock.campaign is None:
            self._say(tr("Open a campaign first"))
            return
        title, folder = tr("Attach ledger"), LAST_FOLDER.read()
        chosen, _ = QFileDialog.getOpenFileName(self.iface.mainWindow(), title, folder, f"{tr('Ledger')} {LEDGERS}")
        if chosen:
            self.attach(Path(chosen))

    def attach(self, path: Path) -> None:
        """Attach a ledger file."""
        book, campaign = self._book(path), self.dock.campaign
        if book is None or campaign is None:
            return
        given = None if LEDGER_ALWAYS_ASK.read() else unasked(campaign, book)
        if given is None:
            self._confirm(book, None)
        else:
            self._run(given)

    def _confirm_again(self, path: str, which: str) -> None:
        book = self._book(Path(path))
        if book is not None:
            self._confirm(book, ListKind(which))

    def _confirm(self, book: LedgerBook, which: Optional[ListKind]) -> None:
        campaign = self.dock.campaign
        if campaign is None:
            self._say(tr("Open a campaign first"))
            return
        dialog = LedgerDialog(self.iface.mainWindow(), campaign, book, which)
        agreed = dialog.exec()
        given = dialog.parameters()
        dialog.deleteLater()
        if agreed:
            self._run(given)

    def _book(self, path: Path) -> Optional[LedgerBook]:
        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return LedgerBook(path)
        except (CampaignError, OSError) as error:
            self._say(error.text(tr) if isinstance(error, CampaignError) else str(error))
            return None
        finally:
            QgsApplication.restoreOverrideCursor()

    def _run(self, given: dict[str, object]) -> None:
        if self.result is None:
            self.result = LedgerDock(self.iface)
            self.result.attached.connect(self._changed)
            self.result.columns_wanted.connect(self._confirm_again)
            self.result.parcel_wanted.connect(lambda which, code: self.dock.show_parcel(ListKind(which), code))
            stack_below(self.iface, self.result)
        LAST_FOLDER.write(str(Path(str(given["INPUT"])).parent))
        self.result.show()
        self.result.raise_()
        self.result.attach(given) if given.get("DRY_RUN") else self.result.preview(given)

    def show_kept(self) -> None:
        """What is kept of the heads of ledgers."""
        KeptColumnsDialog(self.iface.mainWindow()).exec()

    def remove(self) -> None:
        """Take away the dock, if there is one."""
        if self.result is not None:
            self.result.stop()
            self.iface.removeDockWidget(self.result)
            self.result.deleteLater()
            self.result = None

"""What the actions do: ask with the algorithm's own dialog, run it, and show the result."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Mapping, Optional, Sequence

from qgis.core import QgsApplication, QgsProcessingException
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog

from ..algorithms.frame.language import tr
from ..model.kinds import ListKind
from ..settings import LAST_CAMPAIGN, LAST_FOLDER
from .answers import agreed
from .campaign_history import CampaignHistoryDialog
from .case.dock import CampaignDock
from .case.drafting import Drafting
from .case.step_dialog import StepDialog
from .checking.problems import ProblemDock, stack_below
from .importing.journal import JournalDialog
from .importing.wizard import ImportWizard
from .ledger.attaching import LedgerAttaching
from .migrating import bring_up_to_date_aloud

EXPORTS = (
    ("exportmonitoring", "Export for the monitoring system"),
    ("exportboundary", "Export boundary files"),
    ("unsuppliedremainder", "Remainder of approvals"),
    ("reconcile", "Reconcile with the monitoring system"),
    ("threelists", "Three lists"),
    ("duesteps", "Due steps"),
    ("ledger", "Ledger"),
    ("advice", "Disposal advice"),
    ("periodreport", "Weekly or monthly report"),
    ("summary", "Final summary"),
    ("notices", "Draft documents"),
    ("board", "Board (html)"),
    ("progress", "Progress"),
)
SAMPLE_DAY = date(2023, 9, 30)
"""The day the sample is shown as of: in the middle of its story."""


class CampaignActions:
    """The actions of menu and toolbar. Each runs the algorithm that a script runs."""

    def __init__(self, iface: QgisInterface, dock: CampaignDock) -> None:
        self.iface, self.dock = iface, dock
        self.wizard: Optional[ImportWizard] = None
        self.journal: Optional[JournalDialog] = None
        self.history: Optional[CampaignHistoryDialog] = None
        self.problems: Optional[ProblemDock] = None
        self.ledgers = LedgerAttaching(iface, dock, self._say, self._show_imported)
        self.drafting = Drafting(iface, dock, self.outputs, self._say)
        dock.change_state_wanted.connect(self._change_state)
        dock.fact_wanted.connect(self._record_fact)
        dock.case.correction_wanted.connect(self._correct)

    def new_campaign(self) -> None:
        created = self._dialog("createcampaign", {"YEAR": date.today().year})
        if created.get("OUTPUT"):
            self.show_campaign(Path(str(created["OUTPUT"])))

    def open_campaign(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self.iface.mainWindow(), tr("Open"), LAST_FOLDER.read(), "GeoPackage (*.gpkg)"
        )
        if chosen:
            self.show_campaign(Path(chosen))

    def open_sample(self) -> None:
        """Make the shipped sample in the user's own folder (once), and open it."""
        campaign = Path(QgsApplication.qgisSettingsDirPath()) / "anze_sample" / "campaign.gpkg"
        campaign.parent.mkdir(parents=True, exist_ok=True)
        if campaign.exists() or self.run("samplecampaign", {"OUTPUT": str(campaign)}):
            self.show_campaign(campaign, SAMPLE_DAY)

    def show_campaign(self, campaign: Path, as_of: date | None = None) -> None:
        """Open the project of a campaign; it is made where there is none yet."""
        project = campaign.with_suffix(".qgz")
        day = as_of.isoformat() if as_of else None
        bring_up_to_date_aloud(self.iface, campaign)
        if not project.exists() and not self.run(
            "stylecampaign", {"CAMPAIGN": str(campaign), "AS_OF": day, "PROJECT": str(project)}
        ):
            return
        LAST_CAMPAIGN.write(str(campaign))
        LAST_FOLDER.write(str(campaign.parent))
        if as_of is not None:
            self.dock.set_day(as_of)
        self.iface.addProject(str(project))

    def import_parcels(self, sources: Sequence[Path] = ()) -> None:
        """Open the import wizard beside the map, with files chosen already when they were dropped."""
        campaign = self.dock.campaign
        if campaign is None:
            self._say(tr("Open a campaign first"))
            return
        self.wizard = ImportWizard(self.iface, campaign, sources)
        self.wizard.changed.connect(self._show_imported)
        self.wizard.show()
        if sources:
            self.wizard.next()

    def show_journal(self) -> None:
        """The imports so far, from which some can be undone."""
        campaign = self.dock.campaign
        if campaign is None:
            self._say(tr("Open a campaign first"))
            return
        self.journal = JournalDialog(self.iface.mainWindow(), campaign)
        self.journal.changed.connect(self._show_imported)
        self.journal.show()

    def show_history(self) -> None:
        """What was set of the campaign itself, and when."""
        campaign = self.dock.campaign
        if campaign is None:
            self._say(tr("Open a campaign first"))
            return
        self.history = CampaignHistoryDialog(self.iface.mainWindow(), campaign)
        self.history.show()

    def attach_ledger(self) -> None:
        self.ledgers.choose()

    def show_kept_columns(self) -> None:
        self.ledgers.show_kept()

    def check_campaign(self) -> None:
        """Check the campaign as of the day the dock shows; the problems stand in a dock below the map."""
        campaign = self.dock.campaign
        if campaign is None:
            self._say(tr("Open a campaign first"))
            return
        if self.problems is None:
            self.problems = ProblemDock(self.iface)
            self.problems.report_wanted.connect(lambda day: self.ask("checkcampaign", {"AS_OF": day}))
            self.problems.repair_wanted.connect(self._repair)
            stack_below(self.iface, self.problems)
        self.problems.show()
        self.problems.raise_()
        self.problems.check(campaign, self.dock.day.date().toString(Qt.DateFormat.ISODate))

    def _repair(self, which: str, codes: str, fix: str) -> None:
        """Show what a safe repair changes, make it when the person agrees, and check again."""
        given = {"CAMPAIGN": str(self.dock.campaign), "LIST": which, "PARCELS": codes, "FIX": fix}
        tried = self.outputs("applyfix", {**given, "DRY_RUN": True})
        if tried is None or self.problems is None:
            return
        sentence = tr(
            "{count} parcel(s) will be repaired, {points} point(s) removed; outline valid, area the same. The earlier "
            "survey stays, and Imports so far can undo the repair. Go on?"
        ).format(count=tried["FIXED"], points=tried["POINTS"])
        if agreed(self.iface.mainWindow(), tr("Repair safely"), sentence) and self.run("applyfix", given):
            self._show_imported()
            self.check_campaign()

    def remove(self) -> None:
        """Take away the docks that were opened."""
        self.ledgers.remove()
        if self.problems is not None:
            self.iface.removeDockWidget(self.problems)
            self.problems.deleteLater()
            self.problems = None

    def _show_imported(self) -> None:
        self.dock.refresh()
        self.iface.mapCanvas().refreshAllLayers()

    def ask(self, algorithm: str, given: Mapping[str, object] | None = None) -> None:
        """Open an algorithm's dialog on the campaign that is open; the dock shows what changed."""
        campaign = self.dock.campaign
        if campaign is None:
            self._say(tr("Open a campaign first"))
            return
        self._dialog(algorithm, {"CAMPAIGN": str(campaign), **(given or {})})
        self.dock.refresh()

    def _change_state(self, which: str, codes: str) -> None:
        """Ask with a dialog that offers only what the machine admits; the algorithm decides and writes."""
        campaign = self.dock.campaign
        if campaign is None or not codes:
            self._say(tr("Select the parcels in the dock first") if campaign else tr("Open a campaign first"))
            return
        dialog = StepDialog(self.iface.mainWindow(), campaign, ListKind(which), codes.splitlines(), self.dock.as_of)
        if dialog.exec() and self.run("changestate", dialog.parameters()):
            self._show_imported()

    def _correct(self, event: int) -> None:
        self.ask("correctevent", {"EVENT": str(event)})

    def _record_fact(self, which: str, codes: str) -> None:
        self.ask("recordfact", {"LIST": which, "PARCELS": codes})

    def _dialog(self, algorithm: str, given: Mapping[str, object]) -> dict[str, object]:
        from processing import execAlgorithmDialog

        return dict(execAlgorithmDialog(f"anze:{algorithm}", dict(given)) or {})

    def run(self, algorithm: str, given: Mapping[str, object]) -> bool:
        """Run without a dialog; a refusal is shown in the message bar."""
        return self.outputs(algorithm, given) is not None

    def outputs(self, algorithm: str, given: Mapping[str, object]) -> Optional[dict[str, object]]:
        """The outputs of a run without a dialog; None after a refusal."""
        import processing

        QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        known = {name: value for name, value in given.items() if value is not None}
        try:
            return dict(processing.run(f"anze:{algorithm}", known))
        except QgsProcessingException as error:
            self._say(str(error))
            return None
        finally:
            QgsApplication.restoreOverrideCursor()

    def _say(self, sentence: str) -> None:
        self.iface.messageBar().pushWarning("批而未用", sentence)

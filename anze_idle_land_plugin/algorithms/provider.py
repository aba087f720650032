"""The Processing provider ``anze``."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..catalogue import RESOURCES
from .addparcel import AddParcel
from .advice import Advice
from .applyfix import ApplyFix
from .attachledger import AttachLedger
from .board import Board
from .changestate import ChangeState
from .checkcampaign import CheckCampaign
from .correctevent import CorrectEvent
from .createcampaign import CreateCampaign
from .duesteps import DueSteps
from .editcampaign import EditCampaign
from .exportboundary import ExportBoundary
from .exportmonitoring import ExportMonitoring
from .frame.language import tr
from .importparcels import ImportParcels
from .ledger import Ledger
from .notices import Notices
from .parcelsheets import ParcelSheets
from .periodreport import PeriodReport
from .progress import Progress
from .reconcile import Reconcile
from .recordfact import RecordFact
from .rollover import RollOver
from .samplecampaign import SampleCampaign
from .settasks import SetTasks
from .sheetlayout import SheetLayoutAlgorithm
from .splitparcel import SplitParcel
from .stylecampaign import StyleCampaign
from .summary import Summary
from .threelists import ThreeLists
from .undoimport import UndoImport
from .unsuppliedremainder import UnsuppliedRemainder
from .wallmap import WallMap
from .wallmapinset import WallMapInset

ALGORITHMS = (
    CreateCampaign,
    ImportParcels,
    UndoImport,
    AttachLedger,
    ChangeState,
    RecordFact,
    SetTasks,
    EditCampaign,
    CorrectEvent,
    AddParcel,
    SplitParcel,
    CheckCampaign,
    ApplyFix,
    StyleCampaign,
    ParcelSheets,
    SheetLayoutAlgorithm,
    WallMap,
    WallMapInset,
    ThreeLists,
    Ledger,
    PeriodReport,
    Summary,
    Board,
    Progress,
    DueSteps,
    Advice,
    Notices,
    ExportMonitoring,
    ExportBoundary,
    UnsuppliedRemainder,
    Reconcile,
    RollOver,
    SampleCampaign,
)
"""In the order of the trip from survey files to paper."""


class CampaignProvider(QgsProcessingProvider):
    """Our algorithms in the Processing toolbox and for qgis_process."""

    def id(self) -> str:
        return "anze"

    def name(self) -> str:
        return tr("Idle land clean-up")

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "anze.svg"))

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())

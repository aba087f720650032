"""anze:applyfix: the safe repairs of outlines, shown first, and undone by the journal."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputNumber

from ..checks.finding import Fix
from ..store.database import CampaignFile
from ..store.surveying.repairing import Repair, apply_fixes
from ..wording.moments import utc_now
from .checkcampaign import own_standard
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given

EVERY = "all"


class ApplyFix(CampaignAlgorithm):
    ID = "applyfix"
    TITLE = "Apply safe repairs"
    ICON = "check"
    HELP = (
        "Repairs outlines where it is safe: repeated points, spikes without area, ring direction, the closing row. The "
        "outline is valid and its area the same afterwards, else nothing is done. DRY_RUN says what would change. The "
        "earlier survey stays; Undo an import takes the repair back by the number in JOURNAL."
    )
    NUMBERS = (("FIXED", "Parcels repaired"), ("POINTS", "Points removed"))

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.one_list(),
            ask.text("PARCELS", "Parcel codes", optional=False, lines=True),
            ask.choice("FIX", "Repair", (EVERY, *(fix.value for fix in Fix)), EVERY, optional=True),
            ask.flag("DRY_RUN", "Only say what would happen"),
        )

    def initAlgorithm(self, configuration: Mapping[str, object] | None = None) -> None:
        super().initAlgorithm(configuration)
        self.addOutput(QgsProcessingOutputNumber("JOURNAL", tr("Number in the journal")))

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        dry_run, wanted = given.flag("DRY_RUN"), given.choice("FIX")
        fixes = tuple(Fix) if wanted == EVERY else (Fix(wanted),)
        with CampaignFile.open(given.campaign(), update=not dry_run) as file:
            summary = apply_fixes(
                file,
                given.which(),
                given.several("PARCELS"),
                fixes,
                own_standard(),
                utc_now(),
                dry_run,
            )
        for repair in summary.repairs:
            feedback.pushInfo(_told(repair))
        outputs: dict[str, object] = {
            "FIXED": len(summary.repairs),
            "POINTS": sum(repair.points_removed for repair in summary.repairs),
        }
        return {**outputs, **({"JOURNAL": summary.journal} if summary.journal is not None else {})}


def _told(repair: Repair) -> str:
    """The change in words: which points go, and how many stay."""
    before = [name for _, _, ring in repair.before.rings() for name in ring.names]
    after = [name for _, _, ring in repair.after.rings() for name in ring.names]
    gone = list(before)
    for name in after:
        gone.remove(name)
    sentence = tr("{code}: {before} points before, {after} after; removed: {gone}")
    return sentence.format(code=repair.code, before=len(before), after=len(after), gone="、".join(gone) or "-")

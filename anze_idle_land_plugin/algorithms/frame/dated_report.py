"""What the outputs of some lists as of a day share: ledger, lists, reports and board."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import ClassVar, Mapping, Optional, Sequence

from qgis.core import QgsProcessingFeedback

from ...exports.reports.progress import progress_figures
from ...model.kinds import ListKind
from ...model.standing.snapshot import Snapshot
from ...store.reports import keep_report
from ...store.standing.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .language import tr
from .values import Given


class Report(CampaignAlgorithm):
    """CAMPAIGN, LIST, AS_OF, SINCE and OUTPUT in, one file and its rows out.

    Subclasses say what SINCE and OUTPUT mean in ``particulars()`` and write the file in ``write()``.
    """

    NUMBERS = (("ROWS", "Rows"),)
    KEPT: ClassVar[bool] = False
    """Whether the campaign file remembers what the report said."""

    def particulars(self) -> ask.Definitions:
        """SINCE and OUTPUT."""
        raise TypeError(f"{type(self).__name__} gives no particulars")

    def write(self, snapshot: Snapshot, output: Path, lists: Sequence[ListKind], since: Optional[date]) -> int:
        """Write the file; returns its rows."""
        raise TypeError(f"{type(self).__name__} writes nothing")

    def usual_since(self, campaign: Path, as_of: date, lists: Sequence[ListKind]) -> Optional[date]:
        """SINCE when none is given."""
        return None

    def definitions(self) -> ask.Definitions:
        return (ask.campaign(), ask.lists(), ask.as_of(), *self.particulars())

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        campaign, output, lists = given.campaign(), given.output(), given.lists()
        snapshot = read_snapshot(campaign, given.day_or_today())
        since = given.day("SINCE") or self.usual_since(campaign, snapshot.as_of, lists)
        rows = self.write(snapshot, output, lists, since)
        if self.KEPT:
            keep(campaign, self.ID, snapshot, lists, feedback)
        return {"OUTPUT": output, "ROWS": rows}


def keep(
    campaign: Path,
    kind: str,
    snapshot: Snapshot,
    lists: Sequence[ListKind],
    feedback: QgsProcessingFeedback,
    recorded_by: Optional[str] = None,
) -> None:
    """Remember in the campaign file what a report said; a file that may only be read stays as it is."""
    if os.access(campaign, os.W_OK):
        keep_report(campaign, kind, snapshot.campaign, progress_figures(snapshot, lists), lists, recorded_by)
    else:
        feedback.pushInfo(tr("The campaign file may only be read: what the report says is not kept in it"))

"""anze:periodreport: what changed between two days, for the weekly or monthly report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional, Sequence

from ..exports.reports.period import write_period_report
from ..model.kinds import ListKind
from ..model.standing.snapshot import Snapshot
from ..store.reports import last_report
from .frame import parameters as ask
from .frame.dated_report import Report


class PeriodReport(Report):
    ID = "periodreport"
    TITLE = "Weekly or monthly report"
    HELP = (
        "Writes what changed after SINCE up to AS_OF, by parcel, with the figures at both ends, the chart and what is "
        "due. Without SINCE it begins after the last such report the campaign file remembers, else seven days before."
    )
    NUMBERS = (("ROWS", "Changes"),)
    KEPT = True

    def particulars(self) -> ask.Definitions:
        return ask.day("SINCE", "Last day of the report before (the last one kept, else a week before)"), ask.file(
            "OUTPUT", "Workbook", ask.XLSX
        )

    def usual_since(self, campaign: Path, as_of: date, lists: Sequence[ListKind]) -> Optional[date]:
        return last_report(campaign, self.ID, as_of, lists)

    def write(self, snapshot: Snapshot, output: Path, lists: Sequence[ListKind], since: Optional[date]) -> int:
        return write_period_report(snapshot, output, since, lists)

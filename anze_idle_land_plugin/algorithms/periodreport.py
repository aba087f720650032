"""anze:periodreport: what changed between two days, for the weekly or monthly report."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.period import write_period_report
from ..store.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given


class PeriodReport(CampaignAlgorithm):
    ID = "periodreport"
    TITLE = "Weekly or monthly report"
    HELP = (
        "Writes what changed after SINCE up to AS_OF, by parcel, with the figures at both ends, the chart and what is "
        "due. Without SINCE it covers the last seven days."
    )
    NUMBERS = (("ROWS", "Changes"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.as_of(),
            ask.day("SINCE", "Last day of the report before (a week before when empty)"),
            ask.file("OUTPUT", "Workbook", ask.XLSX),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        return {"OUTPUT": output, "ROWS": write_period_report(snapshot, output, given.day("SINCE"), given.lists())}

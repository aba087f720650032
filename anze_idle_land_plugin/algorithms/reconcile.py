"""anze:reconcile: the list downloaded from the monitoring system against the campaign."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.reports.reconcile import write_reconcile_report
from ..readers.ledger.reader import read_ledger
from ..store.database import CampaignFile
from ..store.ledgers.reconciling import reconcile
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import chinese, tr
from .frame.values import Given


class Reconcile(CampaignAlgorithm):
    ID = "reconcile"
    TITLE = "Reconcile with the monitoring system"
    ICON = "reconcile"
    HELP = (
        "Reads the list downloaded from the monitoring system (xlsx, csv), finds its parcels by supervision number, "
        "else by contract, code or name, and records what the system confirms, with the date. Differences of area, "
        "date and state, what is missing on either side, and what changed since the last list stand in the report. "
        "AS_OF is the day of the list, for rows that name no day of confirmation."
    )
    NUMBERS = (
        ("CONFIRMED", "Parcels confirmed by this run"),
        ("DIFFERENT", "Parcels that differ"),
        ("MISSING_HERE", "Rows without parcel"),
        ("MISSING_THERE", "Parcels without row"),
        ("CHANGED", "Changes since the last list"),
    )

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.one_list(),
            ask.input_file("INPUT", "List downloaded from the system"),
            ask.text("SHEET", "Sheet, when the workbook has several"),
            ask.text("MAPPING", "Field code by column head (JSON)", lines=True),
            ask.as_of(),
            ask.flag("DRY_RUN", "Only say what would happen"),
            ask.file("REPORT", "Report", ask.XLSX, optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        which, dry_run, day = given.which(), given.flag("DRY_RUN"), given.day_or_today()
        mapping = {head: str(code) for head, code in given.json_object("MAPPING").items()}
        snapshot = read_snapshot(given.campaign(), day)
        ledger = read_ledger(given.existing(), which, given.text("SHEET"), mapping, snapshot.campaign.units)
        with CampaignFile.open(given.campaign(), update=not dry_run) as file:
            result = reconcile(file, snapshot, which, ledger, dry_run, tr)
        report = given.destination("REPORT")
        if report is not None:
            write_reconcile_report(result, report, day, dry_run, chinese)
        return {
            "CONFIRMED": result.confirmed,
            "DIFFERENT": result.different,
            "MISSING_HERE": len(result.unknown_rows),
            "MISSING_THERE": len(result.unseen),
            "CHANGED": len(result.changes or ()),
            **({"REPORT": report} if report else {}),
        }

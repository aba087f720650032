"""anze:attachledger: the rows of a ledger onto the parcels of a list."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.reports.attach import unknown_head, write_attach_list, write_attach_report
from ..readers.ledger.reader import Ledger, read_ledger
from ..store.database import CampaignFile
from ..store.ledgers.attaching import AttachSummary, attach_ledger
from ..store.standing.snapshot import read_campaign
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given


class AttachLedger(CampaignAlgorithm):
    ID = "attachledger"
    TITLE = "Attach ledger"
    ICON = "ledger"
    HELP = (
        "Matches the rows of a ledger (xlsx, xls, csv) with the parcels of a list, by code or supervision number, and "
        "takes their fields and present state. MAPPING says which field a head means, where its name does not: "
        '{"面积": "GDMJ:亩", "序号": ""} reads one column in mu and leaves the other, '
        '{"用途": "TDYT:ydyh-2023"} says the standard of its bare codes. Rows without parcel, parcels without row, '
        "values that disagree and cells that could mean two things stand in the report. What the ledger changes in a "
        "parcel that has a history is recorded as a fact of its day: DATE, or the day told in its title or file name, "
        "or else the day the file was saved; what was shown of earlier days stays as it was. A state in a later ledger "
        "moves no case, and a supplied area supplies nothing: take the step. DRY_RUN with REPORT shows every change, "
        "old and new, before it is recorded."
    )
    NUMBERS = (
        ("MATCHED", "Rows matched"),
        ("UNMATCHED_ROWS", "Rows without parcel"),
        ("UNMATCHED_PARCELS", "Parcels without row"),
        ("DISAGREEING", "Parcels whose values disagree"),
        ("CHANGED", "Values changed in known parcels"),
        ("UNKNOWN_HEADS", "Columns nobody knows"),
        ("REFUSED", "Lines and cells not read"),
    )

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.input_file("INPUT", "Ledger"),
            ask.one_list(),
            ask.text("SHEET", "Sheet, when the workbook has several"),
            ask.text("MAPPING", "Field code by column head (JSON)", lines=True),
            ask.text("KEY", "Field code that identifies a parcel"),
            ask.day("DATE", "Day of the ledger (empty: its own)"),
            ask.flag("DRY_RUN", "Only say what would happen"),
            ask.file("REPORT", "Report", ask.XLSX, optional=True),
            ask.file("RESULT", "List for machines", ask.CSV, optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        which, dry_run = given.which(), given.flag("DRY_RUN")
        mapping = {head: str(code) for head, code in given.json_object("MAPPING").items()}
        with CampaignFile.open(given.campaign(), update=not dry_run) as file:
            ledger = read_ledger(given.existing(), which, given.text("SHEET"), mapping, read_campaign(file).units)
            summary = attach_ledger(file, which, ledger, given.text("KEY"), dry_run, tr, day=given.day("DATE"))
        feedback.pushInfo(_said_of_day(ledger, summary))
        for column in ledger.unknown:
            feedback.pushWarning(unknown_head(column).text(tr))
        for reject in ledger.rejects:
            feedback.pushWarning(reject.message.text(tr))
        wanted = {"REPORT": write_attach_report, "RESULT": write_attach_list}
        files = {name: path for name in wanted if (path := given.destination(name)) is not None}
        for name, path in files.items():
            wanted[name](summary, path, tr)
        return {
            "MATCHED": summary.matched,
            "UNMATCHED_ROWS": summary.unmatched_rows,
            "UNMATCHED_PARCELS": summary.unmatched_parcels,
            "DISAGREEING": summary.disagreeing,
            "CHANGED": len(summary.dated),
            "UNKNOWN_HEADS": len(ledger.unknown),
            "REFUSED": len(ledger.rejects),
            **files,
        }


def _said_of_day(ledger: Ledger, summary: AttachSummary) -> str:
    """The day the ledger's changes carry, and where it comes from."""
    own = ledger.dated is not None and ledger.dated.day == summary.day
    if own and ledger.dated is not None and ledger.dated.told:
        sentence = tr("Day of the ledger: {day}, told in its title or name")
    elif own:
        sentence = tr("Day of the ledger: {day}, the day the file was saved; give DATE if it speaks of another day")
    else:
        sentence = tr("Day of the ledger: {day}")
    return sentence.format(day=summary.day.isoformat())

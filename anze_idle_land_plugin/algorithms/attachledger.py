"""anze:attachledger: the rows of a ledger onto the parcels of a list."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.reports.attach import write_attach_list, write_attach_report
from ..readers.ledger.reader import read_ledger
from ..store.database import CampaignFile
from ..store.ledgers.attaching import attach_ledger
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
        "values that disagree and cells that could mean two things stand in the report."
    )
    NUMBERS = (
        ("MATCHED", "Rows matched"),
        ("UNMATCHED_ROWS", "Rows without parcel"),
        ("UNMATCHED_PARCELS", "Parcels without row"),
        ("DISAGREEING", "Parcels whose values disagree"),
    )

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.input_file("INPUT", "Ledger"),
            ask.one_list(),
            ask.text("SHEET", "Sheet, when the workbook has several"),
            ask.text("MAPPING", "Field code by column head (JSON)", lines=True),
            ask.text("KEY", "Field code that identifies a parcel"),
            ask.flag("DRY_RUN", "Only say what would happen"),
            ask.file("REPORT", "Report", ask.XLSX, optional=True),
            ask.file("RESULT", "List for machines", ask.CSV, optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        which, dry_run = given.which(), given.flag("DRY_RUN")
        mapping = {head: str(code) for head, code in given.json_object("MAPPING").items()}
        with CampaignFile.open(given.campaign(), update=not dry_run) as file:
            ledger = read_ledger(given.existing(), which, given.text("SHEET"), mapping, read_campaign(file).units)
            summary = attach_ledger(file, which, ledger, given.text("KEY"), dry_run, tr)
        wanted = {"REPORT": write_attach_report, "RESULT": write_attach_list}
        files = {name: path for name in wanted if (path := given.destination(name)) is not None}
        for name, path in files.items():
            wanted[name](summary, path, tr)
        return {
            "MATCHED": summary.matched,
            "UNMATCHED_ROWS": summary.unmatched_rows,
            "UNMATCHED_PARCELS": summary.unmatched_parcels,
            "DISAGREEING": summary.disagreeing,
            **files,
        }

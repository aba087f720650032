"""anze:parcelsheets: an A4 sheet a parcel, one PDF each and one for the whole list."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..printing.batch import SheetOptions, print_sheets
from ..store.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given
from .language import tr
from .selecting import selected


class ParcelSheets(CampaignAlgorithm):
    ID = "parcelsheets"
    TITLE = "Print sheets"
    ICON = "sheets"
    HELP = (
        "Draws one A4 sheet a parcel: facts, map with numbered boundary points, point table, location, "
        "measure, deadline, responsible department and signatures, as of a day. COMBINED makes one file a "
        "list besides."
    )
    NUMBERS = (
        ("SHEETS", "Sheets"),
        ("PAGES", "Pages"),
        ("FAILED", "Sheets that failed"),
    )
    ON_MAIN_THREAD = True

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.text("FILTER", "Filter (QGIS expression over field codes)"),
            ask.as_of(),
            ask.choice("FORMAT", "Format", ("pdf",), "pdf", optional=True),
            ask.whole("DPI", "Resolution (dpi)", 300, 72, 600),
            ask.flag("COMBINED", "One file for the whole list besides"),
            ask.folder(),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        folder = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        dossiers = selected(snapshot, given.lists(), given.text("FILTER"))
        options = SheetOptions(given.flag("COMBINED"), given.whole("DPI"))
        summary = print_sheets(snapshot, dossiers, folder, options, feedback)
        for message in summary.failed:
            feedback.reportError(message.text(tr))
        return {"OUTPUT": folder, "SHEETS": summary.sheets, "PAGES": summary.pages, "FAILED": len(summary.failed)}

"""anze:summary: the final summary of the campaign as an official document."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.summary import write_summary
from ..store.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given


class Summary(CampaignAlgorithm):
    ID = "summary"
    TITLE = "Final summary"
    HELP = (
        "Writes the summary of the campaign as an official document (docx) with figures, tables, charts and the list "
        "of problems. What only people can say is left as visible blanks. SINCE adds what was gained since a day."
    )
    NUMBERS = (("ROWS", "Parcels on the list of problems"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.as_of(),
            ask.day("SINCE", "Compare with this day"),
            ask.file("OUTPUT", "Document", ask.DOCX),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        return {"OUTPUT": output, "ROWS": write_summary(snapshot, output, given.lists(), given.day("SINCE"))}

"""anze:ledger: the working ledger of both lists as an office prints it."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.ledger import write_ledger
from ..store.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given


class Ledger(CampaignAlgorithm):
    ID = "ledger"
    TITLE = "Ledger"
    HELP = (
        "Writes the working ledger to a workbook, as of a day: a sheet a list, and all further fields on detail sheets."
    )
    NUMBERS = (("ROWS", "Rows"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.as_of(),
            ask.day("SINCE", "Mark what changed after this day"),
            ask.file("OUTPUT", "Workbook", ask.XLSX),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        return {"OUTPUT": output, "ROWS": write_ledger(snapshot, output, given.lists(), given.day("SINCE"))}

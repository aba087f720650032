"""anze:duesteps: the next steps of every case with their limits and due dates."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.reports.due_steps import write_due_steps
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given


class DueSteps(CampaignAlgorithm):
    ID = "duesteps"
    TITLE = "Due steps"
    HELP = (
        "Lists for each case the admissible next steps, the document each needs, the legal limit, the due date, "
        "the days left and who owes it, as of a day. OUTPUT ends in xlsx or csv."
    )
    NUMBERS = (("ROWS", "Rows"),)

    def definitions(self) -> ask.Definitions:
        return (ask.campaign(), ask.lists(), ask.as_of(), ask.file("OUTPUT", "Workbook or CSV", ask.XLSX_OR_CSV))

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        return {"OUTPUT": output, "ROWS": write_due_steps(snapshot, output, given.lists())}

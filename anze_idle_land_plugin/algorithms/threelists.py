"""anze:threelists: the lists of tasks, projects and duties."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.lists import write_three_lists
from ..store.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given


class ThreeLists(CampaignAlgorithm):
    ID = "threelists"
    TITLE = "Three lists"
    HELP = "Writes the three lists of the plan (tasks, projects, duties) to a workbook, as of a day."
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
        return {"OUTPUT": output, "ROWS": write_three_lists(snapshot, output, given.lists(), given.day("SINCE"))}

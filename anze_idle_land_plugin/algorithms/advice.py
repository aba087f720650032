"""anze:advice: which measure the principle suggests for each parcel, and why."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.reports.advice import write_advice
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given


class Advice(CampaignAlgorithm):
    ID = "advice"
    TITLE = "Disposal advice"
    HELP = (
        "Suggests a measure for each parcel by the plan's principle, with the reason, the article and what is not "
        "known, as of a day. Nothing is applied. OUTPUT ends in xlsx or csv."
    )
    NUMBERS = (("ROWS", "Rows"),)

    def definitions(self) -> ask.Definitions:
        return (ask.campaign(), ask.lists(), ask.as_of(), ask.file("OUTPUT", "Workbook or CSV", ask.XLSX_OR_CSV))

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        return {"OUTPUT": output, "ROWS": write_advice(snapshot, output, given.lists())}

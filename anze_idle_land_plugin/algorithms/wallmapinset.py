"""anze:wallmapinset: mark a place that the wall map shall enlarge, or forget all that were marked."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..store.database import CampaignFile
from ..store.insets import KeptInset, forget_insets, keep_inset, kept_insets
from ..store.standing.snapshot import read_campaign
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given, NothingGiven


class WallMapInset(CampaignAlgorithm):
    ID = "wallmapinset"
    TITLE = "Mark a place to enlarge"
    ICON = "wallmap"
    HELP = (
        "Marks a rectangle that the wall map shall enlarge before the crowded places it finds by itself; the campaign "
        "file keeps it. FORGET lets go of all that were marked before. A wall map takes at most eight."
    )
    NUMBERS = (("INSETS", "Marked places"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.extent("EXTENT", "Rectangle to enlarge"),
            ask.text("NAME", "What stands over it (the town when empty)"),
            ask.flag("FORGET", "Forget the places marked before"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        campaign = given.campaign()
        with CampaignFile.open(campaign) as file:
            crs = read_campaign(file).crs
        box = given.extent("EXTENT", crs)
        if box is None and not given.flag("FORGET"):
            raise NothingGiven(name="EXTENT")
        if given.flag("FORGET"):
            forget_insets(campaign)
        if box is not None:
            extent = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
            keep_inset(campaign, KeptInset(given.text("NAME"), *extent))
        return {"INSETS": len(kept_insets(campaign))}

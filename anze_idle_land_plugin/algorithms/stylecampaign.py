"""anze:stylecampaign: the styled QGIS project of a campaign."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..cartography.project import write_project
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given

THEMES = ("category", "status", "both")


class StyleCampaign(CampaignAlgorithm):
    ID = "stylecampaign"
    TITLE = "Make the project"
    ICON = "open"
    HELP = (
        "Writes a QGIS project (.qgz) that shows the parcels by disposal category, by status or both, with "
        "map themes to change between them. It can be made again at will."
    )
    ON_MAIN_THREAD = True

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.choice("THEME", "Theme", THEMES, "category", optional=True),
            ask.day("AS_OF", "As of (always the present when empty)"),
            ask.file("PROJECT", "Project", "QGIS (*.qgz)"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        project = given.output("PROJECT")
        write_project(given.campaign(), project, given.choice("THEME"), given.day("AS_OF"))
        return {"PROJECT": project}

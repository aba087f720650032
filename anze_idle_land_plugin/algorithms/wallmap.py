"""anze:wallmap: the campaign on one large sheet."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..printing.wallmap import WallMapOptions, print_wallmap
from ..store.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given
from .stylecampaign import THEMES

PAPERS = ("A0", "A1", "A2", "A3")


class WallMap(CampaignAlgorithm):
    ID = "wallmap"
    TITLE = "Wall map"
    ICON = "wallmap"
    HELP = (
        "Draws the wall map as of a day: parcels by category and status, numbered, town outlines, legend, "
        "scale bar, north arrow, milestones against progress and the table by town."
    )
    NUMBERS = (("PAGES", "Pages"),)
    ON_MAIN_THREAD = True

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.choice("PAPER", "Paper", PAPERS, "A0", optional=True),
            ask.choice("ORIENTATION", "Orientation", ("portrait", "landscape"), "portrait", optional=True),
            ask.choice("THEME", "Theme", THEMES, "both", optional=True),
            ask.as_of(),
            ask.choice("FORMAT", "Format", ("pdf", "png"), "pdf", optional=True),
            ask.whole("DPI", "Resolution (dpi)", 300, 72, 600),
            ask.file("OUTPUT", "Wall map", "PDF (*.pdf);;PNG (*.png)"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        options = WallMapOptions(
            paper=given.choice("PAPER"),
            orientation=given.choice("ORIENTATION"),
            theme=given.choice("THEME"),
            format=given.choice("FORMAT"),
            dpi=given.whole("DPI"),
        )
        pages = print_wallmap(read_snapshot(given.campaign(), given.day_or_today()), output, options)
        return {"OUTPUT": output, "PAGES": pages}

"""anze:wallmap: the campaign on one large sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, Mapping, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingFeedback,
)

from ..printing.wallmap.files import WallMapOptions, print_wallmap
from ..printing.wallmap.insets import Wanted
from ..printing.wallmap.places import wanted_extent
from ..store.insets import kept_insets
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given
from .stylecampaign import THEMES

PAPERS = ("A0", "A1", "A2", "A3")


class WallMap(CampaignAlgorithm):
    ID = "wallmap"
    TITLE = "Wall map"
    ICON = "wallmap"
    HELP = (
        "Draws the wall map as of a day: parcels by category and status, numbered, town outlines, legend, "
        "scale bar, north arrow, milestones against progress and the table by town. Crowded places are enlarged; those "
        "named in INSETS, drawn in INSET_LAYER or marked before with anze:wallmapinset come first."
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
            ask.text(
                "INSETS", "Places to enlarge: parcels, town, village or west,east,south,north; one a line", lines=True
            ),
            ask.layer(
                "INSET_LAYER", "Polygons to enlarge", [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            ),
            ask.file("OUTPUT", "Wall map", "PDF (*.pdf);;PNG (*.png)"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        campaign, output = given.campaign(), given.output()
        snapshot = read_snapshot(campaign, given.day_or_today())
        options = WallMapOptions(
            paper=given.choice("PAPER"),
            orientation=given.choice("ORIENTATION"),
            theme=given.choice("THEME"),
            format=given.choice("FORMAT"),
            dpi=given.whole("DPI"),
            places=_places(given, snapshot.campaign.crs) or _marked(campaign),
        )
        return {"OUTPUT": output, "PAGES": print_wallmap(snapshot, output, options)}


def _places(given: Given, crs: str) -> tuple[Union[str, Wanted], ...]:
    """The places named in this run, then those of the layer with the name each has there."""
    return (*given.lines("INSETS"), *_drawn(given, crs))


def _drawn(given: Given, crs: str) -> Iterator[Wanted]:
    source = given.source("INSET_LAYER")
    if source is None:
        return
    moved = QgsCoordinateTransform(source.sourceCrs(), QgsCoordinateReferenceSystem(crs), given.transform_context())
    named = source.fields().lookupField("name")
    for feature in source.getFeatures():
        box = moved.transformBoundingBox(feature.geometry().boundingBox())
        title = str(feature[named] or "") if named >= 0 else ""
        extent = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        yield wanted_extent(title or f"INSET_LAYER {feature.id()}", title, extent)


def _marked(campaign: Path) -> tuple[Wanted, ...]:
    """The places kept in the campaign file."""
    return tuple(
        wanted_extent(each.title or f"anze:wallmapinset {number}", each.title, each[1:])
        for number, each in enumerate(kept_insets(campaign), start=1)
    )

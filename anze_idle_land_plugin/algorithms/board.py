"""anze:board: the board as one html file for leaders who have no QGIS."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.board import write_board
from ..store.snapshot import read_snapshot
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given


class Board(CampaignAlgorithm):
    ID = "board"
    TITLE = "Board (html)"
    HELP = (
        "Writes the board as one html file that opens in any browser without network: map, filters, date slider, "
        "figures and ranking. Put the folder of parcel sheets beside it as sheets, so that its links find them."
    )
    NUMBERS = (("ROWS", "Parcels"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.as_of(),
            ask.day("SINCE", "A further stop of the date slider"),
            ask.file("OUTPUT", "Board", ask.HTML),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        return {"OUTPUT": output, "ROWS": write_board(snapshot, output, given.lists(), given.day("SINCE"))}

"""anze:board: the board as one html file for leaders who have no QGIS."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional, Sequence

from ..exports.board.page import write_board
from ..model.kinds import ListKind
from ..model.standing.snapshot import Snapshot
from .frame import parameters as ask
from .frame.dated_report import Report


class Board(Report):
    ID = "board"
    TITLE = "Board (html)"
    HELP = (
        "Writes the board as one html file that opens in any browser without network: map, filters, date slider, "
        "figures and ranking. Put the folder of parcel sheets beside it as sheets, so that its links find them."
    )
    NUMBERS = (("ROWS", "Parcels"),)

    def particulars(self) -> ask.Definitions:
        return ask.day("SINCE", "A further stop of the date slider"), ask.file("OUTPUT", "Board", ask.HTML)

    def write(self, snapshot: Snapshot, output: Path, lists: Sequence[ListKind], since: Optional[date]) -> int:
        return write_board(snapshot, output, lists, since)

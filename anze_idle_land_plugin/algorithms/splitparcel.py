"""anze:splitparcel: cut pieces off a parcel; they go on under codes of their own."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..model.messages import CampaignError, Notes
from ..readers.reading import ReadOptions
from ..readers.typed import WKT_STARTS, read_typed
from ..store.database import CampaignFile
from ..store.standing.snapshot import read_campaign
from ..store.surveying.entering import NotOneParcel
from ..store.surveying.splitting import Piece, split_parcel
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given, NothingGiven


class CodesDoNotFit(CampaignError):
    sentence = "CODES gives {codes} codes for {pieces} pieces; give one for each, or none"


class SplitParcel(CampaignAlgorithm):
    ID = "splitparcel"
    TITLE = "Split a parcel"
    HELP = (
        "Cuts pieces off a parcel from a day on: polygons as WKT (east north), one a line, or the points of one piece. "
        "Each goes on as a parcel of its own (parent code with a number, or CODES) in the parent's state, with its "
        "share of the area; the rest keeps the code, the history and whatever was supplied or withdrawn. The pieces "
        "must lie inside the parcel; areas are checked in the zone of its survey."
    )
    NUMBERS = (("PIECES_MADE", "Pieces cut off"),)
    TEXTS = (("CODES_MADE", "Codes of the pieces"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.one_list(),
            ask.text("PARCEL", "Parcel code", optional=False),
            ask.text("PIECES", "Pieces: WKT, one a line, or boundary points", optional=False, lines=True),
            ask.text("CODES", "Codes of the pieces"),
            ask.crs("CRS", "Coordinate system of the pieces"),
            ask.day("DATE", "Took effect on", optional=False),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        day, notes = given.day("DATE"), Notes()
        if day is None:
            raise NothingGiven(name="DATE")
        with CampaignFile.open(given.campaign(), update=True) as file:
            options = ReadOptions(crs=given.crs() or read_campaign(file).crs)
            pieces = _pieces(given, options)
            now = utc_now()
            codes = split_parcel(file, given.which(), given.needed("PARCEL"), pieces, day, now, notes)
        for message in notes.messages:
            feedback.pushWarning(message.text(tr))
        return {"PIECES_MADE": len(codes), "CODES_MADE": ",".join(codes)}


def _pieces(given: Given, options: ReadOptions) -> list[Piece]:
    """One piece a line of WKT; anything else is the text of one piece."""
    text = given.needed("PIECES")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    texts = lines if all(line.upper().startswith(WKT_STARTS) for line in lines) else [text]
    codes = given.several("CODES") if given.text("CODES") else ("",) * len(texts)
    if len(codes) != len(texts):
        raise CodesDoNotFit(codes=len(codes), pieces=len(texts))
    pieces = []
    for each, code in zip(texts, codes):
        reading = read_typed(each, given.needed("PARCEL"), options)
        if len(reading.parcels) != 1 or reading.rejects:
            reasons = tuple(reject.message for reject in reading.rejects)
            raise NotOneParcel(count=len(reading.parcels), reasons=reasons)
        pieces.append(Piece(reading.parcels[0], code))
    return pieces

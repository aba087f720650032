"""anze:addparcel: enter one parcel by typed or drawn points."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..model.messages import Notes
from ..readers.reading import ReadOptions
from ..readers.typed import read_typed
from ..store.database import CampaignFile
from ..store.places import county_extent
from ..store.standing.snapshot import read_campaign
from ..store.surveying.entering import Entry, enter_parcel
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given

SOURCE = "录入"
"""What the journal calls a parcel that came from no file."""


class AddParcel(CampaignAlgorithm):
    ID = "addparcel"
    TITLE = "Add a parcel"
    HELP = (
        "Enters one parcel by its boundary points: typed lines (J1, north, east), a boundary file's text, or a polygon "
        "as WKT (east north) in CRS, which is the campaign's when empty. Without a code the next free one is made. "
        'FACTS are field values, such as {"XMMC": "..."}; STATE is the state the case enters with.'
    )
    TEXTS = (("CODE", "Code of the new parcel"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.one_list(),
            ask.text("POINTS", "Boundary points or WKT", optional=False, lines=True),
            ask.text("CODE", "Parcel code (the next free one when empty)"),
            ask.text("NAME", "Parcel name"),
            ask.crs("CRS", "Coordinate system of the points"),
            ask.day("DATE", "Known since (today when empty)"),
            ask.text("FACTS", "Field values (JSON)"),
            ask.text("STATE", "State the case enters with"),
            ask.text("DOCUMENT", "Document number"),
            ask.text("NOTE", "Note"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        which, text, notes = given.which(), given.needed("POINTS"), Notes()
        entry = Entry(
            code=given.text("CODE"),
            name=given.text("NAME"),
            state=given.text("STATE"),
            facts={field.upper(): str(value) for field, value in given.json_object("FACTS").items()},
            document=given.text("DOCUMENT"),
            note=given.text("NOTE"),
        )
        with CampaignFile.open(given.campaign(), update=True) as file:
            options = ReadOptions(crs=given.crs() or read_campaign(file).crs, county_extent=county_extent(file))
            reading = read_typed(text, f"{SOURCE}.txt", options)
            now = utc_now()
            code = enter_parcel(file, which, reading, entry, given.day_or_today("DATE"), now, notes)
        for message in notes.messages:
            feedback.pushWarning(message.text(tr))
        return {"CODE": code}

"""anze:recordfact: set a field of one or more parcels, from a day on."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..model.messages import Notes
from ..model.standing.events import EventKind
from ..store.casework.recording import Draft, record
from ..store.database import CampaignFile
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given, NothingGiven


class RecordFact(CampaignAlgorithm):
    ID = "recordfact"
    TITLE = "Record a fact"
    HELP = (
        "Sets a field by its code (such as ZRDW, JHWCSJ or XHLYFS) to a value, from a day on, for the parcels "
        "with the given codes. The earlier value stays in the history. A land use is given by its name, or by its code "
        "with the standard: gbt21010-2017:0601, ydyh-2023:1001."
    )
    NUMBERS = (("CHANGED", "Parcels changed"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.one_list(),
            ask.text("PARCELS", "Parcel codes", optional=False, lines=True),
            ask.text("FIELD", "Field code", optional=False),
            ask.text("VALUE", "Value"),
            ask.day("DATE", "Took effect on", optional=False),
            ask.text("DOCUMENT", "Document number"),
            ask.text("DEPARTMENT", "Responsible department"),
            ask.text("NOTE", "Note"),
            ask.text("ATTACHMENTS", "Attachments (photo, scan; one a line)", lines=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        day = given.day("DATE")
        if day is None:
            raise NothingGiven(name="DATE")
        drafts = [
            Draft(
                which=given.which(),
                code=code,
                kind=EventKind.FACT,
                effective_on=day,
                field=given.needed("FIELD").upper(),
                value=given.text("VALUE"),
                document=given.text("DOCUMENT"),
                department=given.text("DEPARTMENT"),
                note=given.text("NOTE"),
                attachments=given.paths("ATTACHMENTS"),
            )
            for code in given.several("PARCELS")
        ]
        notes = Notes()
        with CampaignFile.open(given.campaign(), update=True) as file:
            changed = record(file, drafts, utc_now(), notes)
        for message in notes.messages:
            feedback.pushWarning(message.text(tr))
        return {"CHANGED": changed}

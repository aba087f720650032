"""anze:correctevent: void an event, or put what is right in its place."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..model.messages import Notes
from ..store.casework.correcting import Correction, UnknownEvent, correct
from ..store.database import CampaignFile
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given


class CorrectEvent(CampaignAlgorithm):
    ID = "correctevent"
    TITLE = "Correct an event"
    HELP = (
        "Events are never changed or deleted. This records a counter event for the events with the given numbers: with "
        "nothing but the number it voids them, with a new step, value, date, area or document it carries what is right "
        "in their place. Correcting a correction with nothing else brings back what it corrected; with VOID nothing "
        "takes its place. NOTE is the reason."
    )
    NUMBERS = (("CHANGED", "Events corrected"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.text("EVENT", "Event numbers", optional=False, lines=True),
            ask.text("TRANSITION", "The right step"),
            ask.text("VALUE", "The right value"),
            ask.day("DATE", "Took effect on"),
            ask.area_ha("AREA", "The right area (hectares)"),
            ask.text("DOCUMENT", "Document number"),
            ask.text("DEPARTMENT", "Responsible department"),
            ask.text("NOTE", "Reason of the correction"),
            ask.text("ATTACHMENTS", "Attachments (photo, scan; one a line)", lines=True),
            ask.text("OVERRIDE", "Reason for an override"),
            ask.flag("VOID", "Nothing takes the place of the event"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        notes = Notes()
        correction = Correction(
            transition=given.text("TRANSITION") or None,
            value=given.text("VALUE") or None,
            effective_on=given.day("DATE"),
            area_ha=given.area_ha("AREA"),
            document=given.text("DOCUMENT") or None,
            department=given.text("DEPARTMENT") or None,
            reason=given.text("NOTE"),
            attachments=given.paths("ATTACHMENTS"),
            override=given.text("OVERRIDE"),
            void=given.flag("VOID"),
        )
        numbers = [_number(word) for word in given.several("EVENT")]
        with CampaignFile.open(given.campaign(), update=True) as file:
            changed = correct(file, numbers, correction, utc_now(), notes)
        for message in notes.messages:
            feedback.pushWarning(message.text(tr))
        return {"CHANGED": changed}


def _number(word: str) -> int:
    """An event's number; what is no number is no event."""
    if not (word.isascii() and word.isdigit()):
        raise UnknownEvent(event=word)
    return int(word)

"""anze:changestate: take a step of the state machine for one or more parcels."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..model.events import EventKind
from ..store.database import CampaignFile
from ..store.recording import Draft, record
from . import parameters as ask
from .base import CampaignAlgorithm
from .given import Given, NothingGiven


class ChangeState(CampaignAlgorithm):
    ID = "changestate"
    TITLE = "Change state"
    HELP = (
        "Records a step (such as TP09 or TX05) for the parcels with the given codes, on the day it took effect. "
        "All of them change or none: a step the state does not admit is refused with the possible steps."
    )
    NUMBERS = (("CHANGED", "Parcels changed"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.one_list(),
            ask.text("PARCELS", "Parcel codes", optional=False, lines=True),
            ask.text("TRANSITION", "Step", optional=False),
            ask.day("DATE", "Took effect on", optional=False),
            ask.text("DOCUMENT", "Document number"),
            ask.text("DEPARTMENT", "Responsible department"),
            ask.text("NOTE", "Note"),
            ask.area_ha("AREA", "Area settled (hectares; the rest when empty)"),
            ask.text("ATTACHMENTS", "Attachments beside the campaign file", lines=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        day = given.day("DATE")
        if day is None:
            raise NothingGiven(name="DATE")
        attachments = given.several("ATTACHMENTS") if given.text("ATTACHMENTS") else ()
        drafts = [
            Draft(
                which=given.which(),
                code=code,
                kind=EventKind.TRANSITION,
                effective_on=day,
                transition=given.needed("TRANSITION"),
                area_ha=given.area_ha("AREA"),
                document=given.text("DOCUMENT"),
                department=given.text("DEPARTMENT"),
                note=given.text("NOTE"),
                attachments=attachments,
            )
            for code in given.several("PARCELS")
        ]
        with CampaignFile.open(given.campaign(), update=True) as file:
            return {"CHANGED": record(file, drafts, datetime.now(timezone.utc))}

"""anze:changestate: take a step of the state machine for one or more parcels."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Iterator, Mapping, Sequence

from qgis.core import QgsProcessingFeedback

from ..model.messages import Notes
from ..model.standing.events import EventKind
from ..readers.reading import ReadOptions
from ..store.casework.recording import Draft, record_within
from ..store.casework.withdrawn_outlines import draw_withdrawn
from ..store.database import CampaignFile
from ..store.standing.snapshot import read_campaign
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.outline import outline_of
from .frame.values import Given, NothingGiven


class ChangeState(CampaignAlgorithm):
    ID = "changestate"
    TITLE = "Change state"
    HELP = (
        "Records a step (such as TP09 or TX05) for the parcels with the given codes, on the day it took effect. "
        "All of them change or none: a step that the state, a condition, a missing field or its area does not admit is "
        'refused with the reason. FACTS are field values recorded with the step, such as {"DZJGH": "..."}. '
        "OVERRIDE takes the step all the same, for the reason given and with a document; TRANSITION may then be a "
        "state. An override settles no area and closes no case. OUTLINE draws the part a withdrawal (TP17) takes of "
        "one parcel, in the campaign's coordinate system where it names none: it must lie in the parcel "
        "and have the AREA."
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
            ask.text("ATTACHMENTS", "Attachments (photo, scan; one a line)", lines=True),
            ask.text("FACTS", "Field values recorded with the step (JSON)"),
            ask.text("OVERRIDE", "Reason for an override"),
            ask.text("OUTLINE", "Withdrawn part (WKT, points, file or layer)", lines=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        day = given.day("DATE")
        if day is None:
            raise NothingGiven(name="DATE")
        facts = {field.upper(): str(value) for field, value in given.json_object("FACTS").items()}
        notes = Notes()
        codes = given.several("PARCELS")
        drafts = [draft for code in codes for draft in _drafts(given, code, day, facts)]
        with CampaignFile.open(given.campaign(), update=True) as file, file.transaction():
            record_within(file, drafts, utc_now(), notes)
            _draw(file, given, codes)
        for message in notes.messages:
            feedback.pushWarning(message.text(tr))
        return {"CHANGED": len(codes)}


def _draw(file: CampaignFile, given: Given, codes: Sequence[str]) -> None:
    text, options = given.text("OUTLINE"), ReadOptions(crs=read_campaign(file).crs)
    for code in codes if text else ():
        draw_withdrawn(file, code, given.needed("TRANSITION"), outline_of(text, code, options, given.context))


def _drafts(given: Given, code: str, day: date, facts: Mapping[str, str]) -> Iterator[Draft]:
    """The facts that come with the step, then the step."""
    step = Draft(
        which=given.which(),
        code=code,
        kind=EventKind.TRANSITION,
        effective_on=day,
        transition=given.needed("TRANSITION"),
        area_ha=given.area_ha("AREA"),
        document=given.text("DOCUMENT"),
        department=given.text("DEPARTMENT"),
        note=given.text("NOTE"),
        attachments=given.paths("ATTACHMENTS"),
        override=given.text("OVERRIDE"),
    )
    for field, value in facts.items():
        yield replace(
            step,
            kind=EventKind.FACT,
            transition="",
            field=field,
            value=value,
            area_ha=None,
            attachments=(),
            override="",
        )
    yield step

"""anze:rollover: the campaign of a later year, with the unfinished cases and their history."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..model.campaign import NO_PLAN
from ..model.messages import Notes
from ..store.rollover import roll_over
from ..wording.moments import utc_now
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given


class RollOver(CampaignAlgorithm):
    ID = "rollover"
    TITLE = "Roll over into the next year"
    HELP = (
        "Writes the campaign file of a later year: cases that are not closed by the end of the year before go over "
        "with survey, ledger, documents and their whole history, and enter the new base, frozen on 1 January, with the "
        "area that is not settled yet. Closed cases stay in the old file, which is not changed. New parcels are added "
        "by importing them and attaching their ledger."
    )
    NUMBERS = (
        ("CARRIED", "Cases carried over"),
        ("CLOSED", "Closed cases left behind"),
        ("BASE_AREA", "Area of the new base (hectares)"),
    )

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.whole("YEAR", "Year", None, 2000, 2100, optional=False),
            ask.file("OUTPUT", "Campaign file of the year", ask.GPKG),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        notes, now = Notes(), utc_now()
        rolled = roll_over(given.campaign(), given.whole("YEAR"), given.output(), now, notes)
        for message in notes.messages:
            feedback.pushWarning(message.text(tr))
        feedback.pushWarning(NO_PLAN.text(tr))
        counts = {"CARRIED": len(rolled.carried), "CLOSED": rolled.closed, "BASE_AREA": rolled.base_ha}
        return {"OUTPUT": given.output(), **counts}

"""anze:notices: draft documents of the procedure, assignment sheets and close-out dossiers."""

from __future__ import annotations

from typing import Mapping

from qgis.core import QgsProcessingFeedback

from ..exports.notices.drafts import write_documents
from ..exports.notices.text import Kind
from ..store.attachments import damaged
from ..store.database import CampaignFile
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.values import Given


class Notices(CampaignAlgorithm):
    ID = "notices"
    TITLE = "Draft documents"
    HELP = (
        "Drafts documents (docx) from the cases as of a day: investigation notice, recognition, hearing notice, fee "
        "and take-back decisions, the publication list, assignment sheets by department and town, close-out dossiers. "
        "Missing facts are visible blanks, unverified rules are marked for the lawyer. Without parcel codes every "
        "parcel whose next step needs the document gets one; what was not drafted stands in the manifest."
    )
    NUMBERS = (("DOCUMENTS", "Documents"), ("REFUSED", "Not drafted"), ("BLANKS", "Blanks to fill in"))

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.text("PARCELS", "Parcel codes", lines=True),
            ask.choice("KIND", "Document", [kind.value for kind in Kind]),
            ask.as_of(),
            ask.folder(),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        folder = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        codes = given.several("PARCELS") if given.text("PARCELS") else ()
        with CampaignFile.open(given.campaign()) as file:
            broken = frozenset(each.path for each, _ in damaged(file))
        drafted = write_documents(Kind(given.choice("KIND")), snapshot, folder, given.lists(), codes, broken)
        refused = [each for each in drafted if each.refused]
        for each in refused:
            feedback.pushWarning(each.message().text(tr))
        return {
            "OUTPUT": folder,
            "DOCUMENTS": len(drafted) - len(refused),
            "REFUSED": len(refused),
            "BLANKS": sum(len(each.missing) for each in drafted),
        }

"""anze:undoimport: imports taken back by their numbers in the journal."""

from __future__ import annotations

import re
from typing import Mapping, Sequence

from qgis.core import QgsProcessingFeedback

from ..model.messages import CampaignError
from ..store.database import CampaignFile
from ..store.surveying.undoing import undo_imports
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given

ENTRIES = re.compile(r"(\d+)(?:-(\d+))?")
MOST_ENTRIES = 100_000
"""More entries than this in one call is a slip of the pen, not an import."""


class NotAnEntry(CampaignError):
    sentence = "JOURNAL: {value} is no number of the journal; write 3, or 3-12, or 3,5"


class UndoImport(CampaignAlgorithm):
    ID = "undoimport"
    TITLE = "Undo an import"
    ICON = "import"
    HELP = (
        "Takes imports back by their numbers in the journal, as the import returned them in JOURNAL. Parcels that only "
        "these imports brought go away, and of the others the survey before is current again. Refused "
        "where events are recorded on a parcel that would go away."
    )
    NUMBERS = (
        ("REMOVED", "Surveys taken away"),
        ("RESTORED", "Parcels with their earlier survey again"),
    )

    def definitions(self) -> ask.Definitions:
        return (ask.campaign(), ask.text("JOURNAL", "Numbers in the journal (3, 3-12 or 3,5)", optional=False))

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        journals = [number for word in given.several("JOURNAL") for number in _numbers(word)]
        with CampaignFile.open(given.campaign(), update=True) as file:
            summary = undo_imports(file, journals)
        return {"REMOVED": summary.removed, "RESTORED": summary.restored}


def _numbers(word: str) -> Sequence[int]:
    found = ENTRIES.fullmatch(word.replace(" ", ""))
    if found is None:
        raise NotAnEntry(value=word)
    first, last = int(found[1]), int(found[2] or found[1])
    if not first <= last < first + MOST_ENTRIES:
        raise NotAnEntry(value=word)
    return range(first, last + 1)


def entry_numbers(entries: Sequence[int]) -> str:
    """The numbers of one import, which follow each other, as JOURNAL takes them; empty when nothing was kept."""
    if not entries:
        return ""
    return str(entries[0]) if len(entries) == 1 else f"{entries[0]}-{entries[-1]}"

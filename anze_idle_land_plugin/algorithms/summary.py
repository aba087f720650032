"""anze:summary: the final summary of the campaign as an official document."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional, Sequence

from ..exports.reports.summary import write_summary
from ..model.kinds import ListKind
from ..model.standing.snapshot import Snapshot
from .frame import parameters as ask
from .frame.dated_report import Report


class Summary(Report):
    ID = "summary"
    TITLE = "Final summary"
    HELP = (
        "Writes the summary of the campaign as an official document (docx) with figures, tables, charts and the list "
        "of problems. What only people can say is left as visible blanks. SINCE adds what was gained since a day."
    )
    NUMBERS = (("ROWS", "Parcels on the list of problems"),)
    KEPT = True

    def particulars(self) -> ask.Definitions:
        return ask.day("SINCE", "Compare with this day"), ask.file("OUTPUT", "Document", ask.DOCX)

    def write(self, snapshot: Snapshot, output: Path, lists: Sequence[ListKind], since: Optional[date]) -> int:
        return write_summary(snapshot, output, lists, since)

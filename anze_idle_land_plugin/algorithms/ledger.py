"""anze:ledger: the working ledger of both lists as an office prints it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional, Sequence

from ..exports.reports.ledger import write_ledger
from ..model.kinds import ListKind
from ..model.standing.snapshot import Snapshot
from .frame import parameters as ask
from .frame.dated_report import Report


class Ledger(Report):
    ID = "ledger"
    TITLE = "Ledger"
    HELP = (
        "Writes the working ledger to a workbook, as of a day: a sheet a list, and all further fields on detail sheets."
    )

    def particulars(self) -> ask.Definitions:
        return ask.day("SINCE", "Mark what changed after this day"), ask.file("OUTPUT", "Workbook", ask.XLSX)

    def write(self, snapshot: Snapshot, output: Path, lists: Sequence[ListKind], since: Optional[date]) -> int:
        return write_ledger(snapshot, output, lists, since)

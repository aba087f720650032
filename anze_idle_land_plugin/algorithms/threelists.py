"""anze:threelists: the lists of tasks, projects and duties."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional, Sequence

from ..exports.reports.lists import write_three_lists
from ..model.kinds import ListKind
from ..model.standing.snapshot import Snapshot
from .frame import parameters as ask
from .frame.dated_report import Report


class ThreeLists(Report):
    ID = "threelists"
    TITLE = "Three lists"
    HELP = "Writes the three lists of the plan (tasks, projects, duties) to a workbook, as of a day."

    def particulars(self) -> ask.Definitions:
        return ask.day("SINCE", "Mark what changed after this day"), ask.file("OUTPUT", "Workbook", ask.XLSX)

    def write(self, snapshot: Snapshot, output: Path, lists: Sequence[ListKind], since: Optional[date]) -> int:
        return write_three_lists(snapshot, output, lists, since)

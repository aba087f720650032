"""anze:importparcels: survey files into a list of the campaign."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Mapping, Sequence

from qgis.core import QgsProcessingFeedback

from ..model.file_errors import reason_of
from ..model.messages import CampaignError, Reject
from ..store.database import CampaignFile
from ..store.surveying.importing import import_readings
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.language import tr
from .frame.progress_feedback import stage
from .frame.recognising import Wanted
from .frame.values import Given
from .undoimport import entry_numbers

REJECT_COLUMNS = ("file", "line", "text", "reason_code", "reason", "sheet")
READ_SHARE = 20.0
"""Percent of an import that reading takes; writing takes the rest (measured on 1,000 files)."""


class RejectsNotWritten(CampaignError):
    sentence = "The list of rejects {file} cannot be written: {reason}. Choose another folder or name"


class ImportParcels(CampaignAlgorithm):
    ID = "importparcels"
    TITLE = "Import parcels"
    ICON = "import"
    HELP = (
        "Reads survey files into a list of the campaign: boundary TXT of every dialect, point tables (xlsx, xls, csv, "
        "dat), vector files (shp, gpkg, geojson, kml, dxf), alone, in a zip or in a folder. Whatever cannot be "
        "read is rejected with file, line and reason; the good rest is imported. Importing the same file "
        "twice changes nothing."
    )
    NUMBERS = (
        ("IMPORTED", "New parcels"),
        ("UPDATED", "Parcels with a new survey"),
        ("UNCHANGED", "Parcels as before"),
        ("REJECTED", "Rejects"),
    )
    TEXTS = (("JOURNAL", "Numbers in the journal, for undoing"),)

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.text("INPUT", "Survey files or a folder, one a line", optional=False, lines=True),
            ask.one_list(),
            ask.text("PROFILE", "Dialect of the files", "auto"),
            ask.crs("CRS", "Coordinate system, when the files do not say it"),
            ask.text("ENCODING", "Encoding, when it is not recognised"),
            ask.text("OVERRIDES", "Profile, crs and encoding by file (JSON)", lines=True),
            ask.flag("DRY_RUN", "Only say what would happen"),
            ask.file("REJECTS", "List of rejects", ask.CSV, optional=True),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        wanted, rejects_file, dry_run = Wanted.of(given), given.destination("REJECTS"), given.flag("DRY_RUN")
        if rejects_file is not None:
            write_rejects(rejects_file, ())  # a list that cannot be written stops the job before anything is stored
        with CampaignFile.open(given.campaign(), update=not dry_run) as file:
            readings = wanted.readings(file, stage(feedback, 0, READ_SHARE))
            step = stage(feedback, READ_SHARE, 100)
            summary = import_readings(file, given.which(), readings, tr, dry_run, step=step)
        for note in summary.notes:
            feedback.pushInfo(note.text(tr))
        for reject in summary.rejects:
            feedback.pushInfo(f"{reject.file}:{reject.line or ''} {reject.message.text(tr)}")
        if rejects_file is not None:
            write_rejects(rejects_file, summary.rejects)
        counts = {"IMPORTED": summary.imported, "UPDATED": summary.updated, "UNCHANGED": summary.unchanged}
        files = {"REJECTS": rejects_file} if rejects_file else {}
        return {**counts, "REJECTED": summary.rejected, "JOURNAL": entry_numbers(summary.entries), **files}


def write_rejects(path: Path, rejects: Sequence[Reject]) -> None:
    """A csv that Excel opens in Chinese (UTF-8 with mark)."""
    try:
        with open(path, "w", encoding="utf-8-sig", errors="replace", newline="") as handle:
            writer = csv.writer(handle)
            writer.writerow(REJECT_COLUMNS)
            for reject in rejects:
                line = "" if reject.line is None else reject.line
                reason = reject.message.text(tr)
                writer.writerow((reject.file, line, reject.text, reject.message.code, reason, reject.sheet))
    except OSError as error:
        raise RejectsNotWritten(file=str(path), reason=reason_of(error)) from error

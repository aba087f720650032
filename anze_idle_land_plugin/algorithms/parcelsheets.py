"""anze:parcelsheets: a sheet a parcel as PDF, PNG, SVG or workbook, and one PDF for the whole list."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Mapping, Sequence

from qgis.core import QgsProcessingFeedback

from ..exports.reports.parcel_workbook import ParcelPage, write_parcel_workbook
from ..model.kinds import ListKind
from ..model.messages import CampaignError, Message
from ..model.standing.snapshot import Dossier, Snapshot
from ..printing.paper.fonts import missing_faces
from ..printing.sheet.layout import PAPERS
from ..printing.sheet.map.neighbourhood import Neighbourhood
from ..printing.sheet.run.batch import SheetOptions, SheetSummary, print_sheets, style_of
from ..printing.sheet.run.files import FORMATS
from ..printing.sheet.run.job import UNDRAWABLE, CannotDraw
from ..printing.sheet.words import SheetWords, words_of
from ..settings import SHEET_LOGO, SHEET_SEAL, SHEET_SECRECY, SHEET_TITLE
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.filter import selected
from .frame.language import tr
from .frame.values import Given

XLSX = "xlsx"
SHEETS_A_WORKER = 15
"""Sheets for which another process pays: it starts in the time of about so many."""


class NothingToJoin(CampaignError):
    sentence = "COMBINED joins PDF sheets; choose FORMAT pdf, or leave COMBINED out"


class ParcelSheets(CampaignAlgorithm):
    ID = "parcelsheets"
    TITLE = "Print sheets"
    ICON = "sheets"
    HELP = (
        "Draws a sheet a parcel: facts, map with numbered boundary points, point table, location, progress, "
        "measure, next step, deadline, responsible department and signatures, as of a day. Sheets whose facts have "
        "not changed are kept, unless ONLY_CHANGED is false. COMBINED makes one PDF a list besides; FORMAT xlsx makes "
        "one workbook a list, a sheet a parcel. WORKERS are processes that draw; 0 draws in this one."
    )
    NUMBERS = (
        ("SHEETS", "Sheets"),
        ("PAGES", "Pages"),
        ("FAILED", "Sheets that failed"),
        ("KEPT", "Sheets that had not changed"),
    )

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.lists(),
            ask.text("FILTER", "Filter (QGIS expression over field codes)"),
            ask.as_of(),
            ask.choice("PAPER", "Paper", PAPERS, "A4", optional=True),
            ask.input_file("TEMPLATE", "Template (layout with the item ids of the shipped one)", "QPT (*.qpt)", True),
            ask.choice("FORMAT", "Format", (*FORMATS, XLSX), "pdf", optional=True),
            ask.whole("DPI", "Resolution (dpi)", 300, 72, 600),
            ask.flag("COMBINED", "One file for the whole list besides"),
            ask.flag("ONLY_CHANGED", "Only sheets whose facts have changed", True),
            ask.whole("WORKERS", "Processes (as many as pay when empty)", None, 0, 64),
            ask.folder(),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        folder, form = given.folder(), given.choice("FORMAT")
        if given.flag("COMBINED") and form != "pdf":
            raise NothingToJoin()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        dossiers = selected(snapshot, given.lists(), given.text("FILTER"))
        for note in missing_faces():
            feedback.pushInfo(note.text(tr))
        options = _options(given, len(dossiers))
        if form == XLSX:
            summary = write_workbooks(snapshot, dossiers, folder, options, feedback)
        else:
            summary = print_sheets(snapshot, dossiers, folder, options, feedback)
        for note in summary.notes:
            feedback.pushInfo(note.text(tr))
        for message in summary.failed:
            feedback.reportError(message.text(tr))
        counts = {"SHEETS": summary.sheets, "PAGES": summary.pages, "KEPT": summary.kept}
        return {"OUTPUT": folder, **counts, "FAILED": len(summary.failed)}


def sheet_options(given: Given) -> SheetOptions:
    """What template, paper and settings say of a sheet."""
    return SheetOptions(
        paper=given.choice("PAPER"),
        template=given.existing("TEMPLATE") if given.text("TEMPLATE") else None,
        title=SHEET_TITLE.read(),
        secrecy=SHEET_SECRECY.read(),
        logo=SHEET_LOGO.read(),
        seal=SHEET_SEAL.read(),
    )


def _options(given: Given, sheets: int) -> SheetOptions:
    return replace(
        sheet_options(given),
        combined=given.flag("COMBINED"),
        dpi=given.whole("DPI"),
        form=given.choice("FORMAT"),
        workers=given.whole("WORKERS") if given.text("WORKERS") else workers_for(sheets),
        only_changed=given.flag("ONLY_CHANGED"),
    )


def workers_for(sheets: int) -> int:
    """As many processes as pay, one at least: the window lives while they draw."""
    return max(min(os.cpu_count() or 1, -(-sheets // SHEETS_A_WORKER)), 1)


def write_workbooks(
    snapshot: Snapshot,
    dossiers: Sequence[Dossier],
    folder: Path,
    options: SheetOptions,
    feedback: QgsProcessingFeedback,
) -> SheetSummary:
    """The same facts to work on: sheets_<list>.xlsx, a sheet a parcel. A parcel that cannot be told is reported."""
    style, near = style_of(snapshot, options), Neighbourhood(snapshot.all_dossiers())
    sheets = 0
    failed: list[Message] = []
    for which in ListKind:
        pages = []
        for dossier in (each for each in dossiers if each.which is which):
            if feedback.isCanceled():
                return SheetSummary(sheets, 0, tuple(failed))
            try:
                pages.append(_page(words_of(dossier, near, style), style.title))
            except UNDRAWABLE as error:
                failed.append(CannotDraw(code=dossier.code, reason=str(error)).message)
            feedback.setProgress(90 * (sheets + len(pages) + len(failed)) / max(len(dossiers), 1))
        if pages:
            sheets += write_parcel_workbook(pages, folder / f"sheets_{which.value}.xlsx")
    return SheetSummary(sheets, sheets, tuple(failed))


def _page(words: SheetWords, title: str) -> ParcelPage:
    points = [
        [int(row.serial) if row.serial else "", row.name, *_numbers(row.x, row.y, row.length)] for row in words.points
    ]
    steps = [[step.on.isoformat(), step.state, step.document, step.department] for step in words.steps]
    return ParcelPage(words.code, title, words.heading, words.facts, steps, points, words.area)


def _numbers(*texts: str) -> list[object]:
    return [float(text) if text else "" for text in texts]

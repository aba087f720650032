"""anze:sheetlayout: one parcel's sheet as a print layout, to open in the designer or to begin a template with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Mapping

from qgis.core import QgsProcessingFeedback, QgsProject, QgsReadWriteContext

from ..model.kinds import ListKind
from ..model.messages import CampaignError
from ..model.standing.snapshot import Dossier, Snapshot
from ..printing.sheet.layout import PAPERS, shipped_template
from ..printing.sheet.map.neighbourhood import Neighbourhood
from ..printing.sheet.preview import layout_of
from ..printing.sheet.run.batch import style_of
from ..printing.sheet.run.job import CannotPrint
from ..printing.sheet.words import words_of
from ..store.standing.snapshot import read_snapshot
from .frame import parameters as ask
from .frame.base import CampaignAlgorithm
from .frame.values import Given
from .parcelsheets import sheet_options


class NoSuchParcel(CampaignError):
    sentence = "PARCEL: there is no parcel {code} in the list {which}; check the code"


class SheetLayoutAlgorithm(CampaignAlgorithm):
    ID = "sheetlayout"
    TITLE = "Sheet in the layout designer"
    ICON = "sheets"
    HELP = (
        "Fills a sheet template with one parcel, as a layout of QGIS's own items. Open the file in the layout designer "
        "to look at the sheet, to change it by hand, or to begin a template of your own: keep the ids of the items."
    )
    ON_MAIN_THREAD = True

    def definitions(self) -> ask.Definitions:
        return (
            ask.campaign(),
            ask.one_list(),
            ask.text("PARCEL", "Code of the parcel", optional=False),
            ask.as_of(),
            ask.choice("PAPER", "Paper", PAPERS, "A4", optional=True),
            ask.input_file("TEMPLATE", "Template (layout with the item ids of the shipped one)", "QPT (*.qpt)", True),
            ask.file("OUTPUT", "Layout", "QPT (*.qpt)"),
        )

    def work(self, given: Given, feedback: QgsProcessingFeedback) -> Mapping[str, object]:
        output = given.output()
        snapshot = read_snapshot(given.campaign(), given.day_or_today())
        dossier = _parcel(snapshot, given.which(), given.needed("PARCEL"))
        options = sheet_options(given)
        style = style_of(snapshot, options)
        words = words_of(dossier, Neighbourhood(snapshot.all_dossiers()), style)
        template = options.template or shipped_template(options.paper)
        layout = layout_of(QgsProject.instance(), template, dossier, words, style)
        _save(layout, output)
        return {"OUTPUT": output}


def _parcel(snapshot: Snapshot, which: ListKind, code: str) -> Dossier:
    found = next((each for each in snapshot.dossiers.get(which, ()) if each.code == code), None)
    if found is None:
        raise NoSuchParcel(code=code, which=which.value)
    return found


def _save(layout, output: Path) -> None:  # type: ignore[no-untyped-def]
    """Write under another name and put in place when it is whole."""
    unfinished = output.with_name(f".{output.stem}.unfinished.qpt")
    if not layout.saveAsTemplate(str(unfinished), QgsReadWriteContext()):
        raise CannotPrint(file=str(output), reason="the file or its folder is write-protected")
    os.replace(unfinished, output)

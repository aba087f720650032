"""Sheets in numbers: one PDF a parcel and one for the whole list, every file reopened and counted."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Iterator, Protocol, Sequence

from qgis.PyQt.QtCore import QMarginsF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from shapely import wkb
from shapely.errors import ShapelyError

from .. import catalogue
from ..cartography.palette import fills, lines
from ..model.file_names import legal_names
from ..model.messages import CampaignError, Message
from ..model.snapshot import Dossier, Snapshot
from ..model.words import ListKind
from .canvas import Canvas
from .location_map import Surroundings
from .sheet import SheetStyle, draw_sheet

_PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")
_CELL_M = 2000.0
_UNDRAWABLE = (ShapelyError, ValueError, LookupError, ArithmeticError)
"""What a parcel without rings, with a broken outline or without finite coordinates raises while it is drawn."""


class SheetIncomplete(CampaignError):
    sentence = "The sheet {file} has {found} pages where {expected} were drawn; print it again"


class CannotPrint(CampaignError):
    sentence = "{file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class CannotDraw(CampaignError):
    sentence = "Parcel {code} cannot be drawn: {reason}. Check its boundary points and import it again"


class Cancelling(Protocol):
    """What a batch needs of QGIS's feedback."""

    def isCanceled(self) -> bool: ...

    def setProgress(self, progress: float) -> None: ...


@dataclass(frozen=True)
class SheetOptions:
    """``combined`` makes one PDF a list besides; ``printed_on`` stands in the foot."""

    combined: bool = False
    dpi: int = 300
    printed_on: date | None = None


@dataclass(frozen=True)
class SheetSummary:
    """Sheets and pages made; ``failed`` says which parcels could not be printed, and why."""

    sheets: int
    pages: int
    failed: tuple[Message, ...]


def print_sheets(
    snapshot: Snapshot, dossiers: Sequence[Dossier], folder: Path, options: SheetOptions, feedback: Cancelling
) -> SheetSummary:
    """Draw the sheets of the dossiers below ``folder``; a parcel that cannot be printed does not stop the others."""
    style = style_of(snapshot, options)
    near = Neighbourhood(snapshot.all_dossiers())
    sheets = pages = 0
    failed: list[Message] = []
    for which in ListKind:
        mine = [dossier for dossier in dossiers if dossier.which is which]
        if not mine:
            continue
        names = legal_names(dossier.code for dossier in mine)
        combined = _Book(folder / f"sheets_{which.value}.pdf", options.dpi) if options.combined else None
        for dossier in mine:
            if feedback.isCanceled():
                break
            path = folder / which.value / f"{names[dossier.code]}.pdf"
            try:
                pages += _sheet(dossier, path, combined, near, style, options.dpi)
                sheets += 1
            except CampaignError as error:
                failed.append(error.message)
            feedback.setProgress(100 * (sheets + len(failed)) / len(dossiers))
        if combined:
            _close(combined, whole=not feedback.isCanceled())
    return SheetSummary(sheets, pages, tuple(failed))


def style_of(snapshot: Snapshot, options: SheetOptions) -> SheetStyle:
    campaign = snapshot.campaign
    states = {code: state.name for which in ListKind for code, state in catalogue.workflow(which).states.items()}
    return SheetStyle(
        title=f"{campaign.county_name}{campaign.year}年度“批而未用”土地清理处置一地一策表",
        as_of=snapshot.as_of,
        printed_on=options.printed_on or date.today(),
        crs=int(campaign.crs.split(":")[1]),
        around=Surroundings.of(snapshot),
        fills=dict(fills()),
        status_colours={status.value: line.colour for status, line in lines().items()},
        state_name=lambda code: states.get(code, code),
    )


def _sheet(
    dossier: Dossier, path: Path, combined: _Book | None, near: Neighbourhood, style: SheetStyle, dpi: int
) -> int:
    """Draw one parcel into its own file and the combined one; its own first: a bad parcel spoils only itself."""
    book = _Book(path, dpi)
    try:
        neighbours = near.of(dossier)
        book.add(dossier, neighbours, style)
    except _UNDRAWABLE as error:
        book.abandon()
        raise CannotDraw(code=dossier.code, reason=str(error)) from error
    pages = book.finish()
    if combined:
        combined.add(dossier, neighbours, style)
    return pages


def _close(combined: _Book, whole: bool) -> None:
    """A cancelled or empty book leaves the file of an earlier run as it was."""
    if whole and combined.pages:
        combined.finish()
    else:
        combined.abandon()


class _Book:
    """A PDF being written: under another name until it is whole."""

    def __init__(self, path: Path, dpi: int) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotPrint(file=str(path), reason=str(error)) from error
        self.path = path
        self.unfinished = path.with_name(f".{path.name}.unfinished")
        self.pages = 0
        self.writer = QPdfWriter(str(self.unfinished))
        self.writer.setResolution(max(dpi, 300))
        self.writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        self.writer.setCreator("批而未用清理")
        self.painter = QPainter()
        if not self.painter.begin(self.writer):
            raise CannotPrint(file=str(path), reason="the file or its folder is write-protected")

    def add(self, dossier: Dossier, neighbours: Sequence[Dossier], style: SheetStyle) -> None:
        if self.pages:
            self.writer.newPage()
        canvas = Canvas(self.painter, self.writer.resolution() / 25.4)
        self.pages += draw_sheet(canvas, dossier, neighbours, style, self.writer.newPage)

    def finish(self) -> int:
        """Close the file, count its pages, and give it its name."""
        self.painter.end()
        found = len(_PAGE_OBJECT.findall(self.unfinished.read_bytes()))
        if found != self.pages:
            self.abandon()
            raise SheetIncomplete(file=self.path.name, found=found, expected=self.pages)
        try:
            os.replace(self.unfinished, self.path)
        except OSError as error:
            self.abandon()
            raise CannotPrint(file=str(self.path), reason=str(error)) from error
        return self.pages

    def abandon(self) -> None:
        """End the painter (Qt crashes when a writer dies under one) and leave nothing behind."""
        if self.painter.isActive():
            self.painter.end()
        self.unfinished.unlink(missing_ok=True)


class Neighbourhood:
    """Which parcels lie near a parcel: a grid of cells over the campaign's CRS."""

    def __init__(self, dossiers: Sequence[Dossier]) -> None:
        self.cells: dict[tuple[int, int], list[Dossier]] = defaultdict(list)
        self.bounds: dict[tuple[ListKind, str], tuple[float, float, float, float]] = {}
        for dossier in dossiers:
            try:
                self.bounds[(dossier.which, dossier.code)] = wkb.loads(dossier.wkb).bounds
                cells = list(self._cells_of(dossier, 0))
            except (ShapelyError, ValueError):
                continue  # its own sheet will say so; it is nobody's drawn neighbour
            for cell in cells:
                self.cells[cell].append(dossier)

    def of(self, dossier: Dossier) -> list[Dossier]:
        """Parcels within a cell or so of this one, itself left out, each once."""
        found = {}
        for cell in self._cells_of(dossier, 1):
            for other in self.cells.get(cell, ()):
                found[(other.which, other.code)] = other
        found.pop((dossier.which, dossier.code), None)
        return list(found.values())

    def _cells_of(self, dossier: Dossier, margin: int) -> Iterator[tuple[int, int]]:
        known = self.bounds.get((dossier.which, dossier.code))
        x_min, y_min, x_max, y_max = known or wkb.loads(dossier.wkb).bounds
        for column in range(int(x_min // _CELL_M) - margin, int(x_max // _CELL_M) + margin + 1):
            for row in range(int(y_min // _CELL_M) - margin, int(y_max // _CELL_M) + margin + 1):
                yield column, row

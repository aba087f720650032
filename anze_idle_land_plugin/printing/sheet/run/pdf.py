"""Sheets as PDF files: many are drawn into one document in memory, which is then parted into a file a sheet.

Closing a document costs Qt more than drawing a page, for then it embeds the fonts. So a document takes sheets until it
is full. Its fonts come into every file as they are, therefore it is full, too, once they have many characters.
"""

from __future__ import annotations

import os
from typing import Iterable, Iterator, NamedTuple

from qgis.PyQt.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ....model.messages import CampaignError
from ...paper.canvas import Canvas
from ...paper.drawn import DrawnText
from ...pdf.file import Parts, count_page_objects
from ...pdf.parting import Cut, part
from ...pdf.text import put_text_right
from ..pages import SheetStyle, draw_sheet
from .job import DOTS, RESOLUTION, Job, Outcome, SheetIncomplete, page_file, told, unfinished_file

MOST_SHEETS, MOST_PAGES = 25, 100
MOST_GLYPHS = 520
"""A character takes 150 to 300 bytes in a file: with these the fonts stay near 120 KB."""


class _Drawn(NamedTuple):
    """A sheet that is drawn: its first page in the document, from 0, and how many it has."""

    job: Job
    first: int
    pages: int


def make_pdfs(jobs: Iterable[Job], style: SheetStyle) -> Iterator[tuple[Job, Outcome]]:
    """Every sheet as a PDF file, with its pages or with why it was not made; then no file is left behind."""
    document = _Document(style)
    try:
        for job in jobs:
            try:
                document.draw(job)
            except CampaignError as error:
                yield job, error.message
            if document.is_full:
                yield from document.close()
                document = _Document(style)
        yield from document.close()
    finally:
        document.end()


class _Document:
    """A PDF in memory while sheets are drawn into it."""

    def __init__(self, style: SheetStyle) -> None:
        self.style = style
        self.drawn: list[_Drawn] = []
        self.pages = 0
        self.is_spoilt = False
        self.text = DrawnText()
        buffer = QBuffer()
        self.painter = QPainter()  # the painter dies before the writer, and that before what it writes to
        self.writer = QPdfWriter(buffer)
        self.buffer = buffer

    @property
    def is_full(self) -> bool:
        """Whether the next sheet needs a new document. It does, too, after a drawing that broke off half-way."""
        many = len(self.drawn) >= MOST_SHEETS or self.pages >= MOST_PAGES or self.text.glyphs >= MOST_GLYPHS
        return many or self.is_spoilt

    def draw(self, job: Job) -> None:
        """Draw a sheet behind the others. Raises CannotDraw or CharacterMissingOn."""
        first = self.pages
        self.is_spoilt = True
        with told(job):
            self._turn()
            canvas = Canvas(self.painter, DOTS, drawn=self.text)
            pages = draw_sheet(canvas, job.dossier, job.neighbours, self.style, self._turn)
        self.is_spoilt = False
        self.drawn.append(_Drawn(job, first, pages))

    def _turn(self) -> None:
        """Begin the next page."""
        if self.pages:
            self.writer.newPage()
        else:
            self._begin()
        self.pages += 1

    def _begin(self) -> None:
        self.buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.writer.setResolution(RESOLUTION)
        layout = self.style.layout
        size = QPageSize(QSizeF(layout.width, layout.height), QPageSize.Unit.Millimeter)
        self.writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        self.painter.begin(self.writer)

    def end(self) -> None:
        """End the painter: Qt crashes when a device dies under one."""
        if self.painter.isActive():
            self.painter.end()

    def close(self) -> Iterator[tuple[Job, Outcome]]:
        """Part the document into the files of its sheets, and count each."""
        self.end()
        if not self.drawn:
            return
        parts = Parts.of(bytes(self.buffer.data()))
        put_text_right(parts, self.text)
        for sheet in self.drawn:
            try:
                with told(sheet.job):
                    _write(sheet, parts)
            except CampaignError as error:
                yield sheet.job, error.message
            else:
                yield sheet.job, sheet.pages


def _write(sheet: _Drawn, parts: Parts) -> None:
    """Write the file of a sheet under another name, open and count it, and give it its name."""
    job = sheet.job
    path = page_file(job.stem, ".pdf", 1)
    unfinished = unfinished_file(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        unfinished.write_bytes(part(parts, Cut(sheet.first, sheet.pages, job.title, job.mark)))
        found = count_page_objects(unfinished.read_bytes())
        if found != sheet.pages:
            raise SheetIncomplete(file=path.name, found=found, expected=sheet.pages)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)

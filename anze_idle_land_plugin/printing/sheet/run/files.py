"""One sheet as files: a PDF, or a PNG or SVG a page. Written under another name, opened again and counted, then named.

Every file carries the digest of what was drawn, so that a later run knows which sheets are still right.
"""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import Iterable, Iterator
from xml.etree import ElementTree

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QImage, QImageReader, QPainter
from qgis.PyQt.QtSvg import QSvgGenerator

from ....model.messages import CampaignError
from ...paper.canvas import Canvas
from ...pdf.file import count_page_objects
from ..pages import SheetStyle, draw_sheet
from .job import (
    DOTS,
    KEY,
    RESOLUTION,
    CannotPrint,
    Job,
    Outcome,
    SheetIncomplete,
    files_of,
    page_file,
    told,
    unfinished_file,
)
from .pdf import make_pdfs

FORMATS = ("pdf", "png", "svg")


def make_sheets(jobs: Iterable[Job], style: SheetStyle, form: str, dpi: int) -> Iterator[tuple[Job, Outcome]]:
    """Draw sheets and give their files their names: each comes back with its pages, or with why it was not made.

    A sheet that was not made leaves no file behind and does not stop the others.
    """
    if form == "pdf":
        yield from make_pdfs(jobs, style)
        return
    for job in jobs:
        try:
            outcome: Outcome = _make_pictures(job, style, form, dpi)
        except CampaignError as error:
            outcome = error.message
        yield job, outcome


def _make_pictures(job: Job, style: SheetStyle, form: str, dpi: int) -> int:
    with told(job):
        pages = _PAGES[form](job, style, dpi)
        try:
            canvas = Canvas(pages.painter, DOTS)
            drawn = draw_sheet(canvas, job.dossier, job.neighbours, style, pages.turn)
            pages.finish(drawn)
        finally:
            pages.clear()
    return drawn


class _Pages:
    """The pictures of one sheet while they are drawn, one a page."""

    def __init__(self, job: Job, style: SheetStyle, dpi: int) -> None:
        self.job, self.style, self.dpi = job, style, dpi
        self.painter = QPainter()
        self.unfinished: list[tuple[Path, Path]] = []
        job.stem.parent.mkdir(parents=True, exist_ok=True)
        self.begin()

    def begin(self) -> None:
        """Begin the next page."""

    def turn(self) -> None:
        self.painter.end()
        self.begin()

    def finish(self, pages: int) -> None:
        """End the last page, count what was written, and give the files their names; older further pages go."""
        self.painter.end()
        self.keep()
        self.check(pages)
        old = set(files_of(self.job.stem, self.suffix()))
        for unfinished, path in reversed(self.unfinished):  # the first says to a later run that all are there
            os.replace(unfinished, path)
            old.discard(path)
        for path in old:
            path.unlink(missing_ok=True)

    def keep(self) -> None:
        """Write the page that is drawn."""

    def check(self, pages: int) -> None:
        """Raise SheetIncomplete when the files do not hold the pages drawn."""
        for unfinished, path in self.unfinished:
            if not self.is_whole(unfinished):
                raise SheetIncomplete(file=path.name, found=0, expected=1)
        if len(self.unfinished) != pages:
            raise SheetIncomplete(file=self.job.stem.name, found=len(self.unfinished), expected=pages)

    def is_whole(self, path: Path) -> bool:
        raise TypeError(f"{type(self).__name__} checks nothing")

    def suffix(self) -> str:
        raise TypeError(f"{type(self).__name__} has no suffix")

    def clear(self) -> None:
        """End the painter (Qt crashes when a device dies under one) and leave nothing unfinished behind."""
        if self.painter.isActive():
            self.painter.end()
        for unfinished, _ in self.unfinished:
            unfinished.unlink(missing_ok=True)

    def next_file(self) -> Path:
        path = page_file(self.job.stem, self.suffix(), len(self.unfinished) + 1)
        self.unfinished.append((unfinished_file(path), path))
        return self.unfinished[-1][0]

    def refuse(self) -> CannotPrint:
        return CannotPrint(file=str(self.unfinished[-1][1]), reason="the file or its folder is write-protected")


class _PngPages(_Pages):
    def suffix(self) -> str:
        return ".png"

    def begin(self) -> None:
        if self.unfinished:
            self.keep()
        self.next_file()
        layout = self.style.layout
        width, height = (round(side / 25.4 * self.dpi) for side in (layout.width, layout.height))
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self.image.setDotsPerMeterX(round(self.dpi / 0.0254))
        self.image.setDotsPerMeterY(round(self.dpi / 0.0254))
        self.image.setText(KEY, self.job.digest)
        self.image.fill(Qt.GlobalColor.white)
        self.painter.begin(self.image)
        self.painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.painter.scale(self.dpi / RESOLUTION, self.dpi / RESOLUTION)

    def keep(self) -> None:
        if not self.image.save(str(self.unfinished[-1][0]), "PNG"):
            raise self.refuse()

    def is_whole(self, path: Path) -> bool:
        return bool(QImageReader(str(path)).size() == self.image.size())


class _SvgPages(_Pages):
    def suffix(self) -> str:
        return ".svg"

    def begin(self) -> None:
        generator = QSvgGenerator()
        generator.setFileName(str(self.next_file()))
        generator.setResolution(RESOLUTION)
        layout = self.style.layout
        generator.setViewBox(QRectF(0, 0, layout.width * DOTS, layout.height * DOTS))
        generator.setTitle(escape(self.job.title))  # Qt writes it as it stands
        generator.setDescription(self.job.mark)
        self.generator = generator
        if not self.painter.begin(generator):
            raise self.refuse()

    def is_whole(self, path: Path) -> bool:
        try:
            return ElementTree.parse(path).getroot().tag.endswith("svg")
        except ElementTree.ParseError:
            return False


_PAGES = {"png": _PngPages, "svg": _SvgPages}


def count_pages(pdf: Path) -> int:
    return count_page_objects(pdf.read_bytes())


def pages_kept(job: Job, form: str) -> int:
    """How many pages of this very sheet are there already; 0 when it must be drawn."""
    files = files_of(job.stem, f".{form}")
    if not files:
        return 0
    if form == "pdf":
        data = files[0].read_bytes()
        return count_page_objects(data) if job.digest.encode() in data else 0
    if form == "png":
        return len(files) if all(QImageReader(str(file)).text(KEY) == job.digest for file in files) else 0
    return len(files) if all(job.digest in file.read_text(encoding="utf-8")[:2000] for file in files) else 0

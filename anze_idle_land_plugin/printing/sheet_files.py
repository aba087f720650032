"""One sheet as files: a PDF, or a PNG or SVG a page. Written under another name, opened again and counted, then named.

Every file carries the digest of what was drawn, so that a later run knows which sheets are still right.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence
from xml.etree import ElementTree

from qgis.PyQt.QtCore import QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QImage, QImageReader, QPageLayout, QPageSize, QPainter, QPdfWriter
from qgis.PyQt.QtSvg import QSvgGenerator
from shapely.errors import ShapelyError

from ..model.messages import CampaignError
from ..model.snapshot import Dossier
from .canvas import Canvas
from .fonts import CharacterMissing, CharacterMissingOn, Face
from .parcel_sides import Neighbour
from .pdf_text import with_right_text
from .sheet import SheetStyle, draw_sheet

FORMATS = ("pdf", "png", "svg")
RESOLUTION = 1200
"""Units an inch in which a sheet is drawn, whatever it becomes: all formats are laid out alike."""
DOTS = RESOLUTION / 25.4
_PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")
UNDRAWABLE = (ShapelyError, ValueError, LookupError, ArithmeticError)
"""What a parcel without rings, with a broken outline or without finite coordinates raises while it is drawn."""
_KEY = "anze"


class SheetIncomplete(CampaignError):
    sentence = "The sheet {file} has {found} pages where {expected} were drawn; print it again"


class CannotPrint(CampaignError):
    sentence = "{file} cannot be written: {reason}. Close it in other programs, or choose another folder"


class CannotDraw(CampaignError):
    sentence = "Parcel {code} cannot be drawn: {reason}. Check its boundary points and import it again"


@dataclass(frozen=True)
class Job:
    """One sheet to make: the path without ending, and the digest of everything it shows."""

    dossier: Dossier
    neighbours: Sequence[Neighbour]
    stem: Path
    digest: str


def make_sheet(job: Job, style: SheetStyle, form: str, dpi: int) -> int:
    """Draw a sheet and give its files their names; returns the number of pages.

    Raises CannotDraw, CannotPrint, SheetIncomplete or CharacterMissingOn; then no file is left behind.
    """
    pages = _PAGES[form](job, style, dpi)
    try:
        canvas = Canvas(pages.painter, DOTS, drawn=pages.drawn)
        drawn = draw_sheet(canvas, job.dossier, job.neighbours, style, pages.turn)
        pages.finish(drawn)
    except CharacterMissing as error:
        raise CharacterMissingOn(code=job.dossier.code, **error.message.values) from error
    except UNDRAWABLE as error:
        raise CannotDraw(code=job.dossier.code, reason=str(error)) from error
    except OSError as error:
        raise CannotPrint(file=str(job.stem), reason=str(error)) from error
    finally:
        pages.clear()
    return drawn


class _Pages:
    """The pages of one sheet while they are drawn."""

    def __init__(self, job: Job, style: SheetStyle, dpi: int) -> None:
        self.job, self.style, self.dpi = job, style, dpi
        self.painter = QPainter()
        self.drawn: list[tuple[Face, str]] = []
        self.unfinished: list[tuple[Path, Path]] = []
        try:
            job.stem.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotPrint(file=str(job.stem), reason=str(error)) from error
        self.begin()

    def begin(self) -> None:
        """Begin the next page (of a PDF: the file)."""

    def turn(self) -> None:
        self.painter.end()
        self.begin()

    def finish(self, pages: int) -> None:
        """End the last page, count what was written, and give the files their names; older further pages go."""
        self.painter.end()
        self.keep()
        self.check(pages)
        old = set(files_of(self.job.stem, self.suffix()))
        for unfinished, path in self.unfinished:
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
        unfinished = path.with_name(f".{path.stem}.unfinished{path.suffix}")
        self.unfinished.append((unfinished, path))
        return unfinished

    def refuse(self) -> CannotPrint:
        return CannotPrint(file=str(self.unfinished[-1][1]), reason="the file or its folder is write-protected")


class _PdfPages(_Pages):
    def suffix(self) -> str:
        return ".pdf"

    def begin(self) -> None:
        self.writer = QPdfWriter(str(self.next_file()))
        self.writer.setResolution(RESOLUTION)
        layout = self.style.layout
        size = QPageSize(QSizeF(layout.width, layout.height), QPageSize.Unit.Millimeter)
        self.writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
        self.writer.setTitle(f"{self.job.dossier.code} {self.job.dossier.case.title}")
        self.writer.setCreator(f"{_KEY} {self.job.digest}")
        if not self.painter.begin(self.writer):
            raise self.refuse()

    def turn(self) -> None:
        self.writer.newPage()

    def keep(self) -> None:
        """Put right what the glyphs mean: Qt 5 loses characters outside the basic plane."""
        file = self.unfinished[0][0]
        data = file.read_bytes()
        right = with_right_text(data, self.drawn)
        if right is not data:
            file.write_bytes(right)

    def check(self, pages: int) -> None:
        found = count_pages(self.unfinished[0][0])
        if found != pages:
            raise SheetIncomplete(file=self.unfinished[0][1].name, found=found, expected=pages)


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
        self.image.setText(_KEY, self.job.digest)
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
        generator.setTitle(f"{self.job.dossier.code} {self.job.dossier.case.title}")
        generator.setDescription(f"{_KEY} {self.job.digest}")
        self.generator = generator
        if not self.painter.begin(generator):
            raise self.refuse()

    def is_whole(self, path: Path) -> bool:
        try:
            return ElementTree.parse(path).getroot().tag.endswith("svg")
        except ElementTree.ParseError:
            return False


_PAGES = {"pdf": _PdfPages, "png": _PngPages, "svg": _SvgPages}


def page_file(stem: Path, suffix: str, page: int) -> Path:
    """The file of a page: 2023-G-001.png, 2023-G-001_p2.png, ..."""
    return stem.with_name(stem.name + (suffix if page == 1 else f"_p{page}{suffix}"))


def files_of(stem: Path, suffix: str) -> list[Path]:
    """The files of a sheet that are there, in the order of their pages."""
    files: list[Path] = []
    while page_file(stem, suffix, len(files) + 1).exists():
        files.append(page_file(stem, suffix, len(files) + 1))
    return files


def count_pages(pdf: Path) -> int:
    return len(_PAGE_OBJECT.findall(pdf.read_bytes()))


def pages_kept(job: Job, form: str) -> int:
    """How many pages of this very sheet are there already; 0 when it must be drawn."""
    files = files_of(job.stem, f".{form}")
    if not files:
        return 0
    if form == "pdf":
        data = files[0].read_bytes()
        return len(_PAGE_OBJECT.findall(data)) if job.digest.encode("utf-16-be") in data else 0
    if form == "png":
        return len(files) if all(QImageReader(str(file)).text(_KEY) == job.digest for file in files) else 0
    return len(files) if all(job.digest in file.read_text(encoding="utf-8")[:2000] for file in files) else 0

"""The wall map: one page for the office wall, as vector PDF or as PNG, and further pages where the table goes on."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Union

from qgis.PyQt.QtCore import QMarginsF, QSize, QSizeF
from qgis.PyQt.QtGui import QColor, QImage, QImageReader, QPageSize, QPainter, QPdfWriter

from ...model.messages import CampaignError
from ...model.standing.snapshot import Snapshot
from ..paper.canvas import Canvas
from .insets import Wanted
from .page import WallMap, draw_page, plan
from .paper import PAPERS, sheet
from .places import wanted_of
from .view import county_bounds, items_of

PDF_DPI = 1200
"""Coordinates in the PDF are whole units of this; it is vector, so this is precision, not size."""
_MEDIA_BOX = re.compile(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]")


@dataclass(frozen=True)
class WallMapOptions:
    """``paper`` A0 to A3, ``orientation`` portrait or landscape, ``theme`` category, status or both.

    ``dpi`` counts for PNG. ``printed_on`` stands in the foot; the day of the snapshot where it is None. ``places`` are
    to be enlarged before all others: their names or extents (see ``wanted_of``), or extents with a title.
    """

    paper: str = "A0"
    orientation: str = "portrait"
    theme: str = "both"
    format: str = "pdf"
    dpi: int = 300
    printed_on: date | None = None
    places: tuple[Union[str, Wanted], ...] = ()


class WallMapNotWritten(CampaignError):
    """The file could not be written, or what was written is not the page asked for."""

    sentence = "The wall map {path} could not be written as {paper}"


def print_wallmap(snapshot: Snapshot, output: Path, options: WallMapOptions = WallMapOptions()) -> int:
    """Draw the wall map and return its pages. A PNG's further pages are <name>-2.png and so on.

    Raises WallMapNotWritten; the file that stood at ``output`` is replaced only by one that was read back.
    """
    items = items_of(snapshot)
    page = sheet(options.paper, options.orientation, county_bounds(snapshot, items))
    wanted = [each if isinstance(each, Wanted) else wanted_of(each, snapshot, items) for each in options.places]
    wall = plan(snapshot, items, page, options.theme, options.printed_on or snapshot.as_of, wanted)
    output.parent.mkdir(parents=True, exist_ok=True)
    if options.format == "png":
        for number in range(1, wall.pages + 1):
            name = output if number == 1 else output.with_name(f"{output.stem}-{number}{output.suffix}")
            _write_png(wall, number, name, options)
        return wall.pages
    _write_pdf(wall, output, options)
    return wall.pages


def paper_size(options: WallMapOptions) -> tuple[int, int]:
    """Width and height of the paper in mm."""
    short, long = PAPERS[options.paper]
    return (long, short) if options.orientation == "landscape" else (short, long)


def _write_pdf(wall: WallMap, output: Path, options: WallMapOptions) -> None:
    unfinished = output.with_name(f".{output.name}.part")
    width, height = paper_size(options)
    writer = QPdfWriter(str(unfinished))
    writer.setResolution(PDF_DPI)
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(f"{wall.snapshot.campaign.name}挂图作战图")
    painter = QPainter()
    if not painter.begin(writer):
        raise WallMapNotWritten(path=str(output), paper=options.paper)
    canvas = Canvas(painter, PDF_DPI / 25.4 * wall.sheet.shrink)
    try:
        for number in range(1, wall.pages + 1):
            if number > 1:
                writer.newPage()
            draw_page(canvas, wall, number)
    finally:
        painter.end()
    _check_pdf(unfinished, wall.pages, (width, height), WallMapNotWritten(path=str(output), paper=options.paper))
    os.replace(unfinished, output)


def _check_pdf(path: Path, pages: int, size: tuple[int, int], error: WallMapNotWritten) -> None:
    """Every page must have the size asked for, to the nearest point."""
    boxes = _MEDIA_BOX.findall(path.read_bytes())
    wanted = [length / 25.4 * 72 for length in size]
    fits = [all(abs(float(got) - want) <= 1 for got, want in zip(box, wanted)) for box in boxes]
    if len(fits) != pages or not all(fits):
        path.unlink()
        raise error


def _write_png(wall: WallMap, number: int, output: Path, options: WallMapOptions) -> None:
    unfinished = output.with_name(f".{output.name}.part")
    dots = options.dpi / 25.4
    width, height = paper_size(options)
    image = QImage(round(width * dots), round(height * dots), QImage.Format.Format_RGB32)
    error = WallMapNotWritten(path=str(output), paper=options.paper)
    if image.isNull():
        raise error
    image.setDotsPerMeterX(round(dots * 1000))
    image.setDotsPerMeterY(round(dots * 1000))
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        draw_page(Canvas(painter, dots * wall.sheet.shrink), wall, number)
    finally:
        painter.end()
    if not image.save(str(unfinished), "PNG") or QImageReader(str(unfinished), b"png").size() != QSize(
        image.width(), image.height()
    ):
        raise error
    os.replace(unfinished, output)

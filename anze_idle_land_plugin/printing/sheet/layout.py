"""Where the boxes of a sheet lie: read from a print layout template (.qpt) by the ids of its items.

An office changes the template in QGIS's layout designer and keeps the ids (docs/templates.md); what the boxes hold is
drawn by us. The file is read as XML: no project and no window is needed, and it is the same in a child process.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Mapping
from xml.etree import ElementTree

from ... import catalogue
from ...model.messages import CampaignError
from ..paper.canvas import Box

PAPERS = ("A4", "A3")
FRONT_NEEDED = ("title", "facts", "map", "foot")
LATER_NEEDED = ("heading", "points", "foot")
FRONT_KNOWN = (
    *FRONT_NEEDED,
    "strip",
    "location",
    "timeline",
    "points",
    "opinion",
    "signature",
    "seal",
    "secrecy",
    "logo",
)
_MM = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": 25.4, "ft": 304.8, "pt": 25.4 / 72, "pc": 25.4 / 6, "px": 25.4 / 96}
_PAGE_GAP = 10.0
"""QGIS lays pages 10 mm apart."""


class TemplateUnusable(CampaignError):
    sentence = "The template {file} cannot be used: {reason}. Keep the item ids of the shipped template"


@dataclass(frozen=True)
class SheetLayout:
    """The page in mm, the boxes of the first page and those of the later ones, by item id.

    ``words`` are the texts of label items whose ids we do not fill: they are drawn as they stand, with their box.
    """

    width: float
    height: float
    front: Mapping[str, Box]
    later: Mapping[str, Box]
    words: tuple[tuple[Box, str], ...] = ()
    logo: str = ""


def shipped_template(paper: str) -> Path:
    """The template that comes with the plugin for a paper (A4 portrait, A3 landscape)."""
    return catalogue.RESOURCES / "layouts" / f"parcel_sheet_{paper.lower()}.qpt"


def read_layout(template: Path) -> SheetLayout:
    """The boxes of a template. Raises TemplateUnusable when an item is missing or the file is no template."""
    try:
        return _layout(template, ElementTree.parse(template).getroot())
    except (OSError, ElementTree.ParseError, ValueError, LookupError) as error:
        raise TemplateUnusable(file=str(template), reason=str(error)) from error


def _layout(template: Path, root: ElementTree.Element) -> SheetLayout:
    pages = [_size(item) for item in root.iterfind("PageCollection/LayoutItem")]
    if len(pages) < 2:
        raise TemplateUnusable(file=template.name, reason="it must have two pages, the front and the point table")
    width, height = pages[0]
    fields: tuple[dict[str, Box], dict[str, Box]] = ({}, {})
    words, logo = [], ""
    for item in root.iterfind("LayoutItem"):
        box, page = _place(item, height)
        name = item.get("id", "")
        if page < 2 and (name in FRONT_KNOWN or name in LATER_NEEDED):
            fields[page][name] = box
        elif page == 0 and item.get("labelText"):
            words.append((box, item.get("labelText", "")))
        if name == "logo":
            logo = item.get("file", "")
            logo = str(template.parent / logo) if logo and ":" not in logo else logo
    _refuse_gaps(template, fields[0], FRONT_NEEDED)
    _refuse_gaps(template, fields[1], LATER_NEEDED)
    return SheetLayout(width, height, fields[0], fields[1], tuple(words), logo)


def _refuse_gaps(template: Path, boxes: Mapping[str, Box], needed: tuple[str, ...]) -> None:
    missing = [name for name in needed if name not in boxes]
    if missing:
        raise TemplateUnusable(file=template.name, reason="no item has the id " + ", ".join(missing))


def _place(item: ElementTree.Element, page_height: float) -> tuple[Box, int]:
    """The box of an item on its page, and the page's number from 0."""
    width, height = _size(item)
    x, y = _measures(item.get("position", "0,0,mm"))
    corner = int(item.get("referencePoint", "0"))
    x -= width * (corner % 3) / 2
    y -= height * (corner // 3) / 2
    page = max(int(y // (page_height + _PAGE_GAP)), 0)
    return Box(x, y - page * (page_height + _PAGE_GAP), width, height), page


def _size(item: ElementTree.Element) -> tuple[float, float]:
    return _measures(item.get("size", "0,0,mm"))


def _measures(text: str) -> tuple[float, float]:
    """Two measures and their unit, such as 170,9,mm, in mm."""
    first, second, unit = (text.split(",") + ["mm"])[:3]
    factor = _MM.get(unit, 1.0)
    return float(first) * factor, float(second) * factor

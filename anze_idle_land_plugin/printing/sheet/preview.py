"""A parcel's sheet as a layout of QGIS's own items, made from the template: to look at, to change, to print by hand.

The drawn sheet remains the official one; the layout shows where the boxes lie and what they hold, and is where an
office begins a template of its own (docs/templates.md).
"""

from __future__ import annotations

from pathlib import Path
from typing import Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTableCell,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtXml import QDomDocument

from ...geodesy.zones import central_meridian, epsg, width
from ...model.standing.snapshot import Dossier
from ...wording.days import in_table
from ..paper import fonts
from ..paper.canvas import Box
from .facts import map_sheet
from .layout import TemplateUnusable
from .map.view import View, view_of
from .pages import SheetStyle, in_metres
from .points import HEADS
from .words import SheetWords

Rows = Sequence[Sequence[str]]
_TABLES: Mapping[str, tuple[float, ...]] = {
    "facts": (0.13, 0.37, 0.13, 0.37),
    "timeline": (0.32, 0.3, 0.38),
    "points": (0.11, 0.15, 0.27, 0.28, 0.19),
    "opinion": (0.13, 0.87),
}
"""Widths of the columns of each table as shares of its box."""
_FONT_POINTS = {"title": 18.0, "heading": 16.0, "strip": 9.0, "foot": 7.0, "secrecy": 10.5, "signature": 10.0}
_TABLE_POINTS = {"facts": 7.5, "timeline": 6.0, "points": 6.0, "opinion": 8.0}


def layout_of(
    project: QgsProject, template: Path, dossier: Dossier, words: SheetWords, style: SheetStyle
) -> QgsPrintLayout:
    """The template with the parcel's contents in its items. Raises TemplateUnusable when QGIS cannot load it."""
    layout = _loaded(project, template)
    layout.setName(f"一地一策表 {dossier.code}")
    texts, tables = _texts(dossier, words, style), _tables(words)
    for item in list(layout.items()):
        if not isinstance(item, QgsLayoutItem):
            continue
        name = item.id()
        if name in texts and isinstance(item, QgsLayoutItemLabel):
            _write(item, texts[name], _FONT_POINTS[name])
        elif name in tables:
            _replace_by_table(layout, item, tables[name], name)
        elif name == "map" and isinstance(item, QgsLayoutItemMap):
            _show_parcel(item, dossier, style.crs)
        elif name == "location" and isinstance(item, QgsLayoutItemMap):
            _show_county(item, style)
        elif name == "logo" and isinstance(item, QgsLayoutItemPicture) and style.logo:
            item.setPicturePath(style.logo)
    return layout


def _loaded(project: QgsProject, template: Path) -> QgsPrintLayout:
    document = QDomDocument()
    try:
        text = template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateUnusable(file=str(template), reason=str(error)) from error
    document.setContent(text)
    layout = QgsPrintLayout(project)
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded:
        raise TemplateUnusable(file=template.name, reason="QGIS cannot load it as a layout")
    return layout


def _texts(dossier: Dossier, words: SheetWords, style: SheetStyle) -> Mapping[str, str]:
    zone = in_metres(dossier.survey, style.crs).grid.zone
    grid = f"{width(zone)}°带第{zone}带 中央子午线{central_meridian(zone)}°" if zone else "经纬度"
    return {
        "title": style.title,
        "strip": words.heading,
        "secrecy": style.secrecy,
        "heading": "界 址 点 成 果 表",
        "signature": "填表：　　　　　　　　审核：　　　　　　　　审批：",
        "foot": f"2000国家大地坐标系 · {grid} · 图幅号 {map_sheet(dossier)} · 数据日期 {style.as_of}",
    }


def _tables(words: SheetWords) -> Mapping[str, Rows]:
    pairs = [[part for pair in row for part in pair] for row in words.facts]
    duties = [pair for row in words.facts[-3:] for pair in row]
    points = [[row.serial, row.name, row.x, row.y, row.length] for row in words.points]
    return {
        "facts": [[*row, *[""] * (4 - len(row))] for row in pairs[:-3]],
        "timeline": [[in_table(step.on), step.state, step.document] for step in words.steps],
        "points": [list(HEADS), *points],
        "opinion": [list(pair) for pair in duties],
    }


def _write(label: QgsLayoutItemLabel, words: str, points: float) -> None:
    font = _font(fonts.TITLE if points > 12 else fonts.BODY, points)
    label.setText(words)
    if hasattr(label, "setTextFormat"):  # from QGIS 3.24 on
        label.setTextFormat(_format(font, points))
    else:
        label.setFont(font)


def _font(role: str, points: float) -> QFont:
    face = fonts.face(role)
    font = QFont(face.family)
    font.setPointSizeF(points)
    font.setBold(face.bold)
    return font


def _format(font: QFont, points: float) -> QgsTextFormat:
    made = QgsTextFormat()
    made.setFont(font)
    made.setSize(points)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    return made


def _replace_by_table(layout: QgsPrintLayout, item: QgsLayoutItem, rows: Rows, name: str) -> None:
    """A table of QGIS's own in the box of a placeholder, which keeps its id so that the template stays one."""
    place, page = item.pagePos(), item.page()
    size, points = item.rect(), _TABLE_POINTS[name]
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setContentTextFormat(_format(_font(fonts.BODY, points), points))
    table.setCellMargin(0.6)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setGridStrokeWidth(0.15)
    table.setTableContents([[QgsTableCell(cell) for cell in row] for row in rows])
    table.setColumnWidths([share * size.width() - 1.2 for share in _TABLES[name]])
    frame = QgsLayoutFrame(layout, table)
    table.addFrame(frame)
    frame.attemptMove(QgsLayoutPoint(place.x(), place.y()), page=page)
    frame.attemptResize(QgsLayoutSize(size.width(), size.height()))
    frame.setId(name)
    layout.removeLayoutItem(item)


def _show_parcel(item: QgsLayoutItemMap, dossier: Dossier, crs: int) -> None:
    """The parcel in the middle at its standard scale."""
    survey = in_metres(dossier.survey, crs)
    view = view_of(survey, Box(0, 0, item.rect().width(), item.rect().height()))
    _show(item, view, epsg(survey.grid))


def _show_county(item: QgsLayoutItemMap, style: SheetStyle) -> None:
    bounds = style.around.bounds()
    if bounds is None:
        return
    west, south, east, north = bounds
    size = item.rect()
    scale = max((east - west) / size.width(), (north - south) / size.height()) * 1000 * 1.05
    frame = Box(0, 0, size.width(), size.height())
    _show(item, View(frame, int(scale), (west + east) / 2, (south + north) / 2), style.crs)


def _show(item: QgsLayoutItemMap, view: View, crs: int) -> None:
    """Set what a map shows: an extent of the frame's own proportions, else QGIS resizes the item to the extent."""
    item.setCrs(QgsCoordinateReferenceSystem(f"EPSG:{crs}"))
    item.setExtent(QgsRectangle(*view.extent()))

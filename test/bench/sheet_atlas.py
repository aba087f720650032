"""The sheets of the benchmark as QGIS's own atlas: the same items in the same places, set up as a skilled person would.

Facts (two pairs a row), boundary points and steps are attribute tables, which print faster than a label item a cell;
facts as wide as the page are label items with a frame. The map has a scale out of the project's list, rules for the
parcel of the page, labels for its points and edges; the location map shows the county as simplified as ours does. Text
is exported as text. By hand the tables are filtered by ``attribute(@atlas_feature, 'CODE')``, made well by
``@atlas_pagename``: nothing else differs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, Iterator, Mapping, NamedTuple, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLayoutTableStyle,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from anze_idle_land_plugin.geodesy.area import edge_lengths
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.printing.paper.canvas import Box
from anze_idle_land_plugin.printing.sheet.map.location_map import Shape
from anze_idle_land_plugin.printing.sheet.map.map import land_class
from anze_idle_land_plugin.printing.sheet.map.neighbourhood import Neighbourhood
from anze_idle_land_plugin.printing.sheet.map.view import scales
from anze_idle_land_plugin.printing.sheet.pages import SheetStyle
from anze_idle_land_plugin.printing.sheet.words import SheetWords, words_of

BY_HAND, MADE_WELL = "attribute(@atlas_feature, 'CODE')", "@atlas_pagename"
CRS = "EPSG:4525"
OWN = '"CODE" = @atlas_pagename'
SONG, HEI = "AR PL UMing CN", "WenQuanYi Zen Hei"
POINT_HEADS = {"NR": "序号", "J": "点号", "X": "X(m)", "Y": "Y(m)", "L": "边长(m)"}

FACT_COLUMNS = {"N1": 22.5, "V1": 62.5, "N2": 22.5, "V2": 62.5}


class Layers(NamedTuple):
    """The layers of a GeoPackage: parcels, the corners and edges of the map, the rows of the tables, the county."""

    parcels: QgsVectorLayer
    facts: QgsVectorLayer
    corners: QgsVectorLayer
    edges: QgsVectorLayer
    points: QgsVectorLayer
    steps: QgsVectorLayer
    spots: QgsVectorLayer
    county: QgsVectorLayer
    rivers: QgsVectorLayer
    towns: QgsVectorLayer


class Page(NamedTuple):
    """What a page needs beside the layers: the boxes of our template, the words of the first parcel, our style."""

    style: SheetStyle
    words: SheetWords


def prepared(whole: Snapshot, style: SheetStyle, folder: Path) -> tuple[Layers, Page]:
    """The layers with everything our sheets show, in the project, and what the pages have in common."""
    folder.mkdir(parents=True, exist_ok=True)
    near = Neighbourhood(whole.all_dossiers())
    parcels, facts, corners, edges, points, steps, spots = [], [], [], [], [], [], []
    for each in whole.all_dossiers():
        words, ring = words_of(each, near, style), each.survey.parts[0].outer
        corner = [QgsGeometry.fromWkt(f"POINT({e!r} {n!r})") for e, n in ring.easting_northing()]
        line = [each.asPoint() for each in corner]
        values = [value for row in words.facts if len(row) != 2 for _, value in row]
        facts += [(None, [each.code, *one, *other]) for one, other in (row for row in words.facts if len(row) == 2)]
        shape = QgsGeometry.fromPolygonXY([line])
        parcels.append((shape, [each.code, each.case.town_name, land_class(each), words.heading, words.area, *values]))
        spots.append((shape.pointOnSurface(), [each.code]))
        corners += [(point, [each.code, name]) for point, name in zip(corner, ring.names)]
        for start, end, length in zip(line, [*line[1:], line[0]], edge_lengths(ring)):
            edges.append((QgsGeometry.fromPolylineXY([start, end]), [each.code, f"{length:.2f}"]))
        points += [(None, [each.code, row.serial, row.name, row.x, row.y, row.length]) for row in words.points]
        steps += [(None, [each.code, step.on.isoformat(), step.state, step.document]) for step in words.steps]
    first = words_of(whole.all_dossiers()[0], near, style)
    names = [f"F{number}" for number in range(sum(len(row) for row in first.facts if len(row) != 2))]
    around = style.around
    layers = Layers(
        _stored(folder, "parcels", "Polygon", ["CODE", "TOWN", "CLASS", "HEADING", "AREA", *names], parcels),
        _stored(folder, "facts", "NoGeometry", ["CODE", *FACT_COLUMNS], facts),
        _stored(folder, "corners", "Point", ["CODE", "J"], corners),
        _stored(folder, "edges", "LineString", ["CODE", "L"], edges),
        _stored(folder, "points", "NoGeometry", ["CODE", *POINT_HEADS], points),
        _stored(folder, "steps", "NoGeometry", ["CODE", "DAY", "STATE", "DOCUMENT"], steps),
        _stored(folder, "spots", "Point", ["CODE"], spots),
        _stored(folder, "county", "MultiPolygon", ["NAME"], _polygons(around.county)),
        _stored(folder, "rivers", "MultiLineString", ["NAME"], _lines(around.rivers)),
        _stored(folder, "towns", "MultiPolygon", ["NAME"], _polygons(around.towns)),
    )
    _style(layers)
    return layers, Page(style, first)


def _polygons(shapes: Sequence[Shape]) -> Iterator[tuple[QgsGeometry, list[str]]]:
    for each in shapes:
        rings = ",".join("((" + ",".join(f"{x} {y}" for x, y in ring) + "))" for ring in each.rings)
        yield QgsGeometry.fromWkt(f"MULTIPOLYGON({rings})"), [each.name]


def _lines(shapes: Sequence[Shape]) -> Iterator[tuple[QgsGeometry, list[str]]]:
    for each in shapes:
        rings = ",".join("(" + ",".join(f"{x} {y}" for x, y in ring) + ")" for ring in each.rings)
        yield QgsGeometry.fromWkt(f"MULTILINESTRING({rings})"), [each.name]


def _stored(
    folder: Path, name: str, kind: str, fields: Sequence[str], rows: Iterable[tuple[Optional[QgsGeometry], list[str]]]
) -> QgsVectorLayer:
    """A layer of the GeoPackage, indexed by code as one who prints atlases would do."""
    crs = "" if kind == "NoGeometry" else f"crs={CRS}&"
    memory = QgsVectorLayer(f"{kind}?{crs}" + "&".join(f"field={each}:string(400)" for each in fields), name, "memory")
    features = []
    for geometry, values in rows:
        feature = QgsFeature(memory.fields())
        if geometry is not None:
            feature.setGeometry(geometry)
        feature.setAttributes(values)
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    path = str(folder / f"{name}.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, QgsProject.instance().transformContext(), options)
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    assert layer.featureCount() == len(features), name
    if "CODE" in fields:
        layer.dataProvider().createAttributeIndex(layer.fields().indexOf("CODE"))
    QgsProject.instance().addMapLayer(layer)
    return layer


def release(layers: Layers) -> None:
    for layer in layers:
        QgsProject.instance().removeMapLayer(layer.id())


def _style(layers: Layers) -> None:
    pale = {"color": "#FFF3F0", "outline_color": "#D00000", "outline_width": "0.3"}
    grey = {"style": "no", "outline_color": "#8A8A8A", "outline_width": "0.15"}
    _rules(layers.parcels, [(QgsFillSymbol.createSimple(pale), OWN), (QgsFillSymbol.createSimple(grey), "ELSE")])
    circle = {"name": "circle", "size": "0.8", "color": "#FFFFFF", "outline_color": "#D00000", "outline_width": "0.12"}
    _rules(layers.corners, [(QgsMarkerSymbol.createSimple(circle), OWN)])
    _rules(layers.edges, [(QgsLineSymbol.createSimple({"line_style": "no"}), OWN)])
    drop = {"name": "triangle", "size": "3", "angle": "180", "color": "#E00000", "outline_color": "#FFFFFF"}
    _rules(layers.spots, [(QgsMarkerSymbol.createSimple(drop), OWN)])
    outline = {"style": "no", "outline_color": "#404040", "outline_width": "0.25"}
    _rules(layers.county, [(QgsFillSymbol.createSimple(outline), "")])
    _rules(layers.rivers, [(QgsLineSymbol.createSimple({"line_color": "#7FB2D9", "line_width": "0.3"}), "")])
    town = "\"NAME\" = attribute(@atlas_feature, 'TOWN')"
    tints = [{"color": tint, "outline_color": "#A0A0A0", "outline_width": "0.12"} for tint in ("#F5EFE0", "#FFFFFF")]
    _rules(layers.towns, [(QgsFillSymbol.createSimple(tints[0]), town), (QgsFillSymbol.createSimple(tints[1]), "ELSE")])
    around, along, over = (
        QgsPalLayerSettings.Placement.AroundPoint,
        QgsPalLayerSettings.Placement.Line,
        QgsPalLayerSettings.Placement.OverPoint,
    )
    _labels(layers.parcels, [('"CODE" || \'\\n\' || "CLASS"', OWN, 8, over), ('"CODE"', "ELSE", 6, over)])
    _labels(layers.corners, [('"J"', OWN, 6, around)])
    _labels(layers.edges, [('"L"', OWN, 5.5, along)])
    _labels(layers.towns, [('"NAME"', town, 7, over)])


def _rules(layer: QgsVectorLayer, rules: Sequence[tuple[QgsSymbol, str]]) -> None:
    root = QgsRuleBasedRenderer.Rule(None)
    for symbol, condition in rules:
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, condition))
    layer.setRenderer(QgsRuleBasedRenderer(root))


def _labels(layer: QgsVectorLayer, rules: Sequence[tuple[str, str, float, int]]) -> None:
    root = QgsRuleBasedLabeling.Rule(QgsPalLayerSettings())
    for words, condition, points, placement in rules:
        settings = QgsPalLayerSettings()
        settings.fieldName, settings.isExpression, settings.placement = words, True, placement
        settings.setFormat(_format(HEI, points))
        settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
        root.appendChild(QgsRuleBasedLabeling.Rule(settings, 0, 0, condition))
    layer.setLabeling(QgsRuleBasedLabeling(root))
    layer.setLabelsEnabled(True)


def _format(family: str, points: float) -> QgsTextFormat:
    made = QgsTextFormat()
    made.setFont(QFont(family))
    made.setSize(points)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    return made


def print_atlas(layers: Layers, page: Page, folder: Path, code: str) -> None:
    """Print one PDF a parcel; ``code`` is what the tables are filtered by, BY_HAND or MADE_WELL."""
    folder.mkdir(parents=True)
    layout = layout_of(layers, page, code)
    driver = layout.atlas()
    driver.setCoverageLayer(layers.parcels)
    driver.setPageNameExpression("CODE")
    driver.setFilenameExpression("CODE")
    driver.setEnabled(True)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = QgsRenderContext.TextFormatAlwaysText
    result, why = QgsLayoutExporter.exportToPdfs(driver, str(folder / "sheet.pdf"), settings)
    assert result == QgsLayoutExporter.ExportResult.Success, (result, why)
    assert len(list(folder.glob("*.pdf"))) == layers.parcels.featureCount()


def layout_of(layers: Layers, page: Page, code: str) -> QgsPrintLayout:
    """The page as it stands in the layout designer."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    boxes = page.style.layout.front
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(page.style.layout.width, page.style.layout.height))
    bottom = _facts(layout, layers, page, boxes["facts"], code)
    _heading(layout, page)
    side = boxes["location"]
    _map(layout, layers, Box(boxes["map"].x, bottom + 2, boxes["map"].width, 235 - bottom - 2))
    _location(layout, layers, Box(side.x, bottom + 2, side.width, 38))
    _steps(layout, layers.steps, Box(side.x, bottom + 42, side.width, 192 - bottom - 42), code)
    _points(layout, layers.points, Box(side.x, 194, side.width, 41), code)
    _feet(layout, page)
    return layout


def _facts(layout: QgsPrintLayout, layers: Layers, page: Page, box: Box, code: str) -> float:
    """The pairs in a table with tinted names, the wide facts in labels with a frame; returns the lower edge."""
    pairs = sum(len(row) == 2 for row in page.words.facts)
    table = _table(
        layout, layers.facts, Box(box.x, box.y, box.width, pairs * 5.6), code, FACT_COLUMNS, {}, 9, margin=0.9
    )
    style = QgsLayoutTableStyle()
    style.enabled, style.cellBackgroundColor = True, QColor("#EEF2F6")
    table.setCellStyle(QgsLayoutTable.CellStyleGroup.OddColumns, style)
    y, number = box.y + pairs * 5.6 + 0.2, 0
    bottom = y
    for index, row in enumerate(row for row in page.words.facts if len(row) != 2):
        if index == sum(len(row) == 1 for row in page.words.facts) - 2:
            bottom, y = y, 237.0
        for column, (name, _) in enumerate(row):
            wide = box.width / len(row)
            cell = Box(box.x + column * wide, y, 22.5 if len(row) == 1 else 17.0, 5.6)
            _label(layout, name, cell, 9, HEI, "centre", tint="#EEF2F6", frame=True)
            value = Box(cell.right, y, wide - cell.width, 5.6)
            _label(layout, f'[% "F{number}" %]', value, 8 if len(row) > 1 else 9, SONG, frame=True)
            number += 1
        y += 5.6
    return bottom


def _heading(layout: QgsPrintLayout, page: Page) -> None:
    boxes = page.style.layout.front
    _label(layout, page.style.title, boxes["title"], 18, SONG, "centre", bold=True)
    strip = boxes["strip"]
    _label(layout, '[% "HEADING" %]', strip, 9, HEI, "centre")
    for x, colour in ((strip.x, "#B7D7F0"), (strip.right - 3, "#F0C000")):
        square = QgsLayoutItemShape(layout)
        square.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        square.setSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_width": "0.15"}))
        _place(layout, square, Box(x, strip.y + 2, 2.8, 2.8))


def _map(layout: QgsPrintLayout, layers: Layers, box: Box) -> None:
    QgsProject.instance().viewSettings().setMapScales([float(scale) for scale in scales()])
    QgsProject.instance().viewSettings().setUseProjectScales(True)
    item = QgsLayoutItemMap(layout)
    _place(layout, item, box)
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
    item.setExtent(_about(layers.parcels.extent().center(), box, 2.0))
    item.setLayers([layers.corners, layers.edges, layers.parcels])
    item.setKeepLayerSet(True)
    item.setAtlasDriven(True)
    item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Predefined)
    item.setFrameEnabled(True)
    for style, place in (
        ("Single Box", Box(box.x + 2, box.bottom - 9, 40, 8)),
        ("Numeric", Box(box.x + 2, box.bottom - 15, 30, 6)),
    ):
        bar = QgsLayoutItemScaleBar(layout)
        bar.setStyle(style)
        bar.setLinkedMap(item)
        bar.setTextFormat(_format(SONG, 6))
        bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
        bar.setUnitLabel("m")
        bar.setUnitsPerSegment(10)
        bar.setNumberOfSegments(2)
        bar.setNumberOfSegmentsLeft(0)
        bar.setHeight(1)
        _place(layout, bar, place)
    north = QgsLayoutItemPicture(layout)
    north.setPicturePath(":/images/north_arrows/layout_default_north_arrow.svg")
    _place(layout, north, Box(box.right - 8, box.y + 2, 6, 11))


def _location(layout: QgsPrintLayout, layers: Layers, box: Box) -> None:
    item = QgsLayoutItemMap(layout)
    _place(layout, item, box)
    item.setCrs(QgsCoordinateReferenceSystem(CRS))
    extent = layers.county.extent()
    scale = max(extent.width() / (box.width - 3), extent.height() / (box.height - 3))
    item.setExtent(_about(extent.center(), box, scale))
    item.setLayers([layers.spots, layers.county, layers.rivers, layers.towns])
    item.setKeepLayerSet(True)
    item.setFrameEnabled(True)
    _label(layout, "位置图", Box(box.x + 1, box.y + 0.6, 20, 4), 7.5, HEI)


def _about(middle: QgsPointXY, box: Box, scale: float) -> QgsRectangle:
    """The extent of a map in the proportions of its box; ``scale`` is metres a millimetre."""
    return QgsRectangle.fromCenterAndSize(middle, box.width * scale, box.height * scale)


def _steps(layout: QgsPrintLayout, steps: QgsVectorLayer, box: Box, code: str) -> None:
    _label(layout, "进展", Box(box.x, box.y, box.width, 5), 7.5, HEI)
    widths = {"DAY": 16.0, "STATE": 15.0, "DOCUMENT": 21.0}
    _table(layout, steps, Box(box.x, box.y + 5, box.width, box.height - 5), code, widths, {}, 6.5)


def _points(layout: QgsPrintLayout, points: QgsVectorLayer, box: Box, code: str) -> None:
    _label(layout, "界址点成果表", Box(box.x, box.y, box.width, 4.6), 7.5, HEI, "centre")
    widths = {"NR": 4.5, "J": 6.5, "X": 15.0, "Y": 16.0, "L": 8.0}
    _table(layout, points, Box(box.x, box.y + 5, box.width, box.height - 9.6), code, widths, POINT_HEADS, 6.5)
    _label(layout, '[% "AREA" %]', Box(box.x, box.bottom - 4.5, box.width, 4.5), 6.5, HEI, "centre")


def _table(
    layout: QgsPrintLayout,
    layer: QgsVectorLayer,
    box: Box,
    code: str,
    widths: Mapping[str, float],
    heads: Mapping[str, str],
    points: float,
    margin: float = 0.5,
) -> QgsLayoutItemAttributeTable:
    """An attribute table of the rows of the page's parcel, in the order of the layer."""
    table = QgsLayoutItemAttributeTable.create(layout)
    layout.addMultiFrame(table)
    table.setVectorLayer(layer)
    table.setDisplayedFields(list(widths))
    columns = table.columns()
    for column in columns:
        column.setHeading(heads.get(column.attribute(), ""))
        column.setWidth(widths[column.attribute()] - 2 * margin)
        column.setHAlignment(Qt.AlignmentFlag.AlignHCenter if heads else Qt.AlignmentFlag.AlignLeft)
    table.setColumns(columns)
    table.setContentTextFormat(_format(SONG, points))
    table.setHeaderTextFormat(_format(HEI, points))
    if not heads:
        table.setHeaderMode(QgsLayoutTable.HeaderMode.NoHeaders)
    table.setCellMargin(margin)
    table.setGridStrokeWidth(0.15)
    table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    table.setFilterFeatures(True)
    table.setFeatureFilter(f'"CODE" = {code}')
    table.setMaximumNumberOfFeatures(100)
    frame = QgsLayoutFrame(layout, table)
    _place(layout, frame, box)
    table.addFrame(frame)
    return table


def _feet(layout: QgsPrintLayout, page: Page) -> None:
    """Signatures, the frame of the seal, and the foot."""
    boxes = page.style.layout.front
    box, seal, foot = boxes["signature"], boxes["seal"], boxes["foot"]
    for index, words in enumerate(("填表：", "审核：", "审批：")):
        _label(layout, words, Box(box.x + index * box.width / 3, box.y, box.width / 3, box.height), 10, SONG)
    frame = QgsLayoutItemShape(layout)
    frame.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    frame.setSymbol(
        QgsFillSymbol.createSimple(
            {"style": "no", "outline_style": "dash", "outline_color": "#B0B0B0", "outline_width": "0.15"}
        )
    )
    _place(layout, frame, seal)
    _label(layout, "（盖章）", Box(seal.x, seal.y + 1, seal.width, 5), 8, SONG, "centre")
    _label(layout, "年　　月　　日", Box(seal.x, seal.bottom - 6, seal.width, 5), 9, SONG, "centre")
    words = (
        f"2000国家大地坐标系 · 3°带第37带 中央子午线111° · 数据日期 {page.style.as_of} · 打印 {page.style.printed_on}"
    )
    _label(layout, words, Box(foot.x, foot.y, foot.width - 24, foot.height), 7, SONG)
    _label(
        layout,
        "第[% @layout_page %]页 共[% @layout_numpages %]页",
        Box(foot.right - 24, foot.y, 24, foot.height),
        7,
        SONG,
        "right",
    )


def _label(
    layout: QgsPrintLayout,
    words: str,
    box: Box,
    points: float,
    family: str,
    align: str = "left",
    tint: str = "",
    frame: bool = False,
    bold: bool = False,
) -> None:
    item = QgsLayoutItemLabel(layout)
    item.setText(words)
    font = QFont(family)
    font.setPointSizeF(points)
    font.setBold(bold)
    item.setFont(font)
    sides = {
        "left": Qt.AlignmentFlag.AlignLeft,
        "centre": Qt.AlignmentFlag.AlignHCenter,
        "right": Qt.AlignmentFlag.AlignRight,
    }
    item.setHAlign(sides[align])
    item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    item.setMarginX(1 if frame else 0)
    item.setMarginY(0)
    item.setFrameEnabled(frame)
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.15))
    item.setBackgroundEnabled(bool(tint))
    if tint:
        item.setBackgroundColor(QColor(tint))
    _place(layout, item, box)


def _place(layout: QgsPrintLayout, item: QgsLayoutItem, box: Box) -> None:
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(box.x, box.y))
    item.attemptResize(QgsLayoutSize(box.width, box.height))

"""Sheets per second: ours, QGIS's atlas by hand and made well, and a bare QPainter drawing of the same page.

All four print one PDF a parcel of the same parcels in the same run, by turns. The atlas holds the same kind of items: a
map of the parcels with categorised fills and labels, a table of boundary points, labels with the facts, scale bar and
north arrow. By hand its table is filtered by ``attribute(@atlas_feature, ...)``, which grows with the square: it is
printed only for as many sheets as finish, and never extrapolated.

    make bench ONLY=sheets
    ANZE_BENCH_SHEETS="100 500" make bench ONLY=sheets     a shorter run
"""

from __future__ import annotations

import os
import resource
import time
from datetime import date
from math import nan
from pathlib import Path
from typing import Iterator, Sequence

from factories import dossier, parcel, snapshot
from measure import Figure
from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeedback,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRenderContext,
    QgsRendererCategory,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QMarginsF, QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPolygonF

from anze_idle_land_plugin.model.snapshot import Dossier
from anze_idle_land_plugin.printing.batch import SheetOptions, print_sheets
from anze_idle_land_plugin.printing.sheet_facts import facts_of

SIZES = tuple(int(size) for size in os.environ.get("ANZE_BENCH_SHEETS", "100 500 2000").split())
HAND_MOST = 500
"""The largest atlas by hand that is printed here: 2,000 take half an hour."""
AS_OF = date(2023, 9, 30)
WORKERS = 2


def figures(folder: Path) -> Iterator[Figure]:
    """The lines of the table; the ratio is the other's time a sheet over ours, larger is better for ours."""
    rates: dict[int, float] = {}
    for size in SIZES:
        dossiers = parcels(size)
        base = folder / str(size)
        layers = atlas_layers(dossiers, base)
        ours_two = timed(size, lambda base=base, given=dossiers: ours(given, base / "two", WORKERS))
        ours_one = timed(size, lambda base=base, given=dossiers: ours(given, base / "one", 0))
        rates[size] = ours_one
        well = timed(size, lambda base=base, given=layers: atlas(given, base / "well", "@atlas_pagename"))
        bare = timed(size, lambda base=base, given=dossiers: painter(given, base / "bare"))
        yield _line(f"{size} sheets, {WORKERS} processes", ours_two, "atlas made well", well, 1 / 2.0)
        yield _line(f"{size} sheets, one process", ours_one, "atlas made well", well)
        if size <= HAND_MOST:
            by_hand = "attribute(@atlas_feature, 'CODE')"
            hand = timed(size, lambda base=base, given=layers, f=by_hand: atlas(given, base / "hand", f))
            yield _line(f"{size} sheets, {WORKERS} processes", ours_two, "atlas by hand", hand)
        else:
            yield Figure(f"{size} sheets, {WORKERS} processes", f"{ours_two:.1f}/s", "atlas by hand: not printed", nan)
        yield _line(f"{size} sheets, one process", ours_one, "bare QPainter", bare)
        release(layers)
    if len(rates) > 1:
        few, many = rates[min(rates)], rates[max(rates)]
        yield Figure(
            f"cost a sheet, {max(rates)} against {min(rates)}", f"{many:.1f}/s", f"{few:.1f}/s", few / many, 1.15
        )
    yield memory(max(SIZES), folder / "memory")


def _line(what: str, mine: float, other: str, theirs: float, target: float | None = None) -> Figure:
    return Figure(what, f"{mine:.1f}/s", f"{other} {theirs:.1f}/s", theirs / mine, target)


def timed(count: int, task) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    task()
    return count / (time.perf_counter() - began)


def parcels(count: int) -> list[Dossier]:
    """Parcels of six points in a grid, each with neighbours and all its facts."""
    made = []
    for number in range(count):
        e, n = 37600000.0 + 130 * (number % 50), 4000000.0 + 110 * (number // 50)
        ring = [(e, n + 100), (e + 60, n + 108), (e + 120, n + 97), (e + 117, n), (e + 55, n - 4), (e + 3, n + 2)]
        facts = {
            "PCMC": "安泽县2015年第二批次城镇建设用地",
            "NZYPZWH": f"晋政地字〔2015〕{number}号",
            "NZYPZRQ": date(2015, 6, 1),
        }
        facts.update(
            DKMJGQ=1.2, XHLYFS="03", CZCS="编制出让方案，挂牌出让", JHWCSJ=date(2023, 11, 30), ZRDW="自然资源局"
        )
        made.append(dossier(survey=parcel(ring, code=f"2023-G-{number:05d}", name=f"高壁村{number}号地块"), **facts))
    return made


def ours(dossiers: Sequence[Dossier], folder: Path, workers: int) -> None:
    options = SheetOptions(workers=workers, printed_on=AS_OF, only_changed=False)
    summary = print_sheets(snapshot(dossiers), dossiers, folder, options, QgsFeedback())
    assert summary.sheets == len(dossiers), summary.failed


def atlas_layers(dossiers: Sequence[Dossier], folder: Path) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """The parcels and their boundary points as layers of a GeoPackage."""
    folder.mkdir(parents=True, exist_ok=True)
    shapes = QgsVectorLayer(
        "Polygon?crs=EPSG:4525&field=CODE:string&field=NAME:string&field=KIND:string&field=FACTS:string(4000)",
        "p",
        "memory",
    )
    points = QgsVectorLayer(
        "NoGeometry?field=CODE:string&field=NR:integer&field=J:string&field=X:double&field=Y:double&field=L:string",
        "q",
        "memory",
    )
    shape_rows, point_rows = [], []
    for each in dossiers:
        ring = each.survey.parts[0].outer
        row = QgsFeature(shapes.fields())
        row.setGeometry(QgsGeometry.fromPolygonXY([[QgsPointXY(e, n) for e, n in ring.easting_northing()]]))
        words = "\n".join(f"{fact.label} {fact.value}" for fact in facts_of(each, AS_OF))
        row.setAttributes([each.code, each.case.title, each.category.value, words])
        shape_rows.append(row)
        for number, (e, n) in enumerate(ring.easting_northing(), 1):
            point = QgsFeature(points.fields())
            point.setAttributes([each.code, number, f"J{number}", n, e, "100.00"])
            point_rows.append(point)
    shapes.dataProvider().addFeatures(shape_rows)
    points.dataProvider().addFeatures(point_rows)
    made = []
    for layer, name in ((shapes, "parcels"), (points, "points")):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = name
        path = str(folder / f"{name}.gpkg")
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsProject.instance().transformContext(), options)
        made.append(QgsVectorLayer(f"{path}|layername={name}", name, "ogr"))
        QgsProject.instance().addMapLayer(made[-1])
    _style(made[0])
    return made[0], made[1]


def _style(layer: QgsVectorLayer) -> None:
    symbol = QgsFillSymbol.createSimple({"color": "#FFF3F0", "outline_color": "#D00000", "outline_width": "0.3"})
    layer.setRenderer(QgsCategorizedSymbolRenderer("KIND", [QgsRendererCategory("supply", symbol, "供")]))
    settings = QgsPalLayerSettings()
    settings.fieldName = "CODE || '\\n' || NAME"
    settings.isExpression = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def atlas(layers: tuple[QgsVectorLayer, QgsVectorLayer], folder: Path, filter_value: str) -> None:
    """QGIS's atlas, one PDF a parcel, text as text."""
    shapes, points = layers
    folder.mkdir(parents=True)
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(210, 297))
    _atlas_map(layout, shapes)
    _atlas_table(layout, points, filter_value)
    for words, x, y, width, height in (
        ("安泽县2023年度“批而未用”土地清理处置一地一策表", 25, 12, 170, 10),
        ("[% attribute(@atlas_feature, 'FACTS') %]", 25, 24, 170, 86),
        ("2000国家大地坐标系 [% @atlas_pagename %] 第1页", 25, 283, 170, 5),
    ):
        label = QgsLayoutItemLabel(layout)
        label.setText(words)
        _place(layout, label, x, y, width, height)
    driver = layout.atlas()
    driver.setCoverageLayer(shapes)
    driver.setPageNameExpression("CODE")
    driver.setFilenameExpression("CODE")
    driver.setEnabled(True)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = QgsRenderContext.TextFormatAlwaysText
    result, why = QgsLayoutExporter.exportToPdfs(driver, str(folder / "sheet.pdf"), settings)
    assert result == QgsLayoutExporter.ExportResult.Success, (result, why)
    assert len(list(folder.glob("*.pdf"))) == shapes.featureCount()
    del driver, layout


def _atlas_map(layout: QgsPrintLayout, shapes: QgsVectorLayer) -> None:
    item = QgsLayoutItemMap(layout)
    _place(layout, item, 25, 112, 113, 120)
    item.setExtent(shapes.extent())
    item.attemptResize(QgsLayoutSize(113, 120))
    item.setLayers([shapes])
    item.setKeepLayerSet(True)
    item.setAtlasDriven(True)
    item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)  # Predefined has no scales here: all parcels show
    item.setAtlasMargin(0.4)
    item.setFrameEnabled(True)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(item)
    bar.applyDefaultSize()
    _place(layout, bar, 28, 222, 40, 8)
    north = QgsLayoutItemPicture(layout)
    north.setPicturePath(":/images/north_arrows/layout_default_north_arrow.svg")
    _place(layout, north, 128, 114, 8, 12)


def _atlas_table(layout: QgsPrintLayout, points: QgsVectorLayer, filter_value: str) -> None:
    table = QgsLayoutItemAttributeTable.create(layout)
    layout.addMultiFrame(table)
    table.setVectorLayer(points)
    table.setDisplayedFields(["NR", "J", "X", "Y", "L"])
    table.setFilterFeatures(True)
    table.setFeatureFilter(f'"CODE" = {filter_value}')
    table.setMaximumNumberOfFeatures(100)
    frame = QgsLayoutFrame(layout, table)
    _place(layout, frame, 140, 112, 55, 120)
    table.addFrame(frame)


def _place(layout: QgsPrintLayout, item, x: float, y: float, width: float, height: float) -> None:  # type: ignore[no-untyped-def]
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))


def release(layers: Sequence[QgsVectorLayer]) -> None:
    for layer in layers:
        QgsProject.instance().removeMapLayer(layer.id())


def painter(dossiers: Sequence[Dossier], folder: Path) -> None:
    """The floor: the same page drawn by QPainter alone, all words known and all places fixed."""
    folder.mkdir(parents=True)
    dots = 1200 / 25.4
    font, small = QFont("WenQuanYi Zen Hei"), QFont("WenQuanYi Zen Hei")
    font.setPixelSize(round(9 * 0.3528 * dots))
    small.setPixelSize(round(7 * 0.3528 * dots))
    for each in dossiers:
        writer = QPdfWriter(str(folder / f"{each.code}.pdf"))
        writer.setResolution(1200)
        size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
        writer.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))
        page = QPainter(writer)
        page.setFont(font)
        for index, fact in enumerate(facts_of(each, AS_OF)):
            x, y = (25 + 85 * (index % 2)) * dots, (30 + 6 * (index // 2)) * dots
            page.drawRect(QRectF(x, y, 85 * dots, 6 * dots))
            page.drawText(QPointF(x + dots, y + 4.4 * dots), fact.label)
            page.drawText(QPointF(x + 24 * dots, y + 4.4 * dots), fact.value)
        page.setFont(small)
        ring = each.survey.parts[0].outer.easting_northing()
        e0, n0 = ring[0]
        corners = [QPointF((60 + (e - e0) / 2) * dots, (150 - (n - n0) / 2) * dots) for e, n in ring]
        page.setBrush(QColor("#FFF3F0"))
        page.drawPolygon(QPolygonF(corners))
        for number, (corner, (e, n)) in enumerate(zip(corners, ring), 1):
            page.drawText(corner, f"J{number}")
            for column, words in enumerate((str(number), f"J{number}", f"{n:.3f}", f"{e:.3f}", "100.00")):
                page.drawText(QPointF((140 + 11 * column) * dots, (200 + 4 * number) * dots), words)
        page.end()


def memory(count: int, folder: Path) -> Figure:
    """Growth of this process over the last three quarters of a run, in MB: sheets leave nothing behind."""
    dossiers = parcels(count)
    marks: list[float] = []

    class Watching(QgsFeedback):
        def setProgress(self, progress: float) -> None:
            if progress >= 25:
                marks.append(_resident_mb())

    options = SheetOptions(printed_on=AS_OF, only_changed=False)
    print_sheets(snapshot(dossiers), dossiers, folder, options, Watching())
    growth = marks[-1] - marks[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = f"memory over the last {count * 3 // 4} of {count}"
    return Figure(what, f"{growth:+.1f} MB", f"peak {peak:.0f} MB", growth, 5.0)


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


APPLICATION = QgsApplication.instance() or QgsApplication([], False)
APPLICATION.initQgis()

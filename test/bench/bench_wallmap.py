"""The A0 wall map with 2,000 parcels against QGIS exporting a labelled map item, a legend and two SVG charts only."""

from __future__ import annotations

import math
import random
from functools import partial
from pathlib import Path
from typing import Iterator

from factories import SQUARE, dossier, parcel, shifted, snapshot
from measure import Figure, in_pairs, pair_figure, peak_bytes, seconds
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QVariant

from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.printing.wallmap.files import WallMapOptions, print_wallmap
from anze_idle_land_plugin.printing.wallmap.numbers import number_map
from anze_idle_land_plugin.printing.wallmap.paper import sheet
from anze_idle_land_plugin.printing.wallmap.view import MANY, View, items_of

SIDE = 50_000
PARCELS = 2_000


def figures(folder: Path) -> Iterator[Figure]:
    application = QgsApplication.instance() or QgsApplication([], True)
    QgsApplication.initQgis()
    whole = scattered(PARCELS)
    project = project_of(whole)
    charts = [chart(folder / f"chart{number}.svg") for number in (1, 2)]
    ours, theirs = folder / "ours.pdf", folder / "theirs.pdf"
    pair = in_pairs(
        partial(print_wallmap, whole, ours, WallMapOptions()), partial(export, project, charts, theirs), rounds=3
    )
    yield pair_figure(f"A0, {PARCELS:,} parcels, all pages", pair, "QGIS map, legend", 3)
    size = ours.stat().st_size / 1e6
    yield Figure("size of the PDF", f"{size:.1f} MB", f"{theirs.stat().st_size / 1e6:.1f} MB", size / 20, 1)
    peak = peak_bytes(partial(printed, PARCELS, str(folder / "peak.pdf"))) / 1e9
    yield Figure("peak memory", f"{peak:.2f} GB", "1 GB", peak, 1)
    small, large = numbering(100), numbering(10_000)
    growth = large / small / (10_000 * math.log(10_000) / (100 * math.log(100)))
    yield Figure("numbers, 10,000 against 100", f"{large:.2f} s", f"{small:.3f} s x n log n", growth, 1)
    del application


def scattered(count: int) -> Snapshot:
    """Hectares strewn over a county of 50 km."""
    dice = random.Random(2023)
    made = []
    for index in range(count):
        x, y = dice.uniform(-SIDE / 2, SIDE / 2), dice.uniform(-SIDE / 2, SIDE / 2)
        survey = parcel(shifted([(x + a, y + b) for a, b in SQUARE]), code=f"2023-G-{index:05}")
        made.append(dossier(survey=survey))
    return snapshot(made)


def printed(count: int, path: str) -> int:
    kept = QgsApplication.instance() or QgsApplication([], True)
    pages = print_wallmap(scattered(count), Path(path), WallMapOptions())
    del kept
    return pages


def numbering(count: int) -> float:
    items = items_of(scattered(count))
    page = sheet("A0", "portrait")
    east, north = items[0].inner
    view = View(page.map, east, north, 100_000)
    return min(seconds(partial(number_map, items, view, frozenset(), (), count > MANY)) for _ in range(3))


def project_of(whole: Snapshot) -> QgsProject:
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4525", "parcels", "memory")
    layer.dataProvider().addAttributes([QgsField("number", QVariant.Int)])
    layer.updateFields()
    features = []
    for number, each in enumerate(whole.all_dossiers(), start=1):
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry()
        geometry.fromWkb(each.wkb)
        feature.setGeometry(geometry)
        feature.setAttributes([number])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    settings = QgsPalLayerSettings()
    settings.fieldName = "number"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4525"))
    project.addMapLayer(layer)
    return project


def export(project: QgsProject, charts: list[Path], path: Path) -> None:
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(841, 1189))
    extent = next(iter(project.mapLayers().values())).extent()
    middle = extent.center()
    ground = QgsRectangle(middle.x() - 28_000, middle.y() - 36_000, middle.x() + 28_000, middle.y() + 36_000)
    item = QgsLayoutItemMap(layout)
    item.attemptMove(QgsLayoutPoint(15, 118))
    item.attemptResize(QgsLayoutSize(560, 720))
    item.setExtent(ground)
    layout.addLayoutItem(item)
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(item)
    legend.attemptMove(QgsLayoutPoint(600, 118))
    layout.addLayoutItem(legend)
    for number, chart_path in enumerate(charts):
        picture = QgsLayoutItemPicture(layout)
        picture.setPicturePath(str(chart_path))
        picture.attemptMove(QgsLayoutPoint(600, 300 + number * 150))
        picture.attemptResize(QgsLayoutSize(220, 130))
        layout.addLayoutItem(picture)
    result = QgsLayoutExporter(layout).exportToPdf(str(path), QgsLayoutExporter.PdfExportSettings())
    assert result == QgsLayoutExporter.ExportResult.Success, result


def chart(path: Path) -> Path:
    bars = "".join(
        f'<rect x="{k * 20}" y="{100 - k * 8}" width="14" height="{k * 8}" fill="#0070C0"/>' for k in range(12)
    )
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 110">{bars}</svg>', encoding="utf-8")
    return path

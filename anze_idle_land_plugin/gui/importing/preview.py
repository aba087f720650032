"""Parcels drawn on the map before anything is stored, and taken away again."""

from __future__ import annotations

from typing import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...geodesy.screen_shapes import multipolygon
from ...geodesy.zones import epsg as epsg_of
from ...geodesy.zones import grid_of
from ...model.parcel import Parcel

LINE, FILL = QColor("#d35400"), QColor(230, 126, 34, 70)
CHOSEN_LINE, CHOSEN_FILL = QColor("#c0392b"), QColor(231, 76, 60, 120)
MARGIN, SMALLEST = 1.3, 100.0
"""Around what is shown: times its size, and at least so many metres."""


class MapPreview:
    """All parcels in one colour and the chosen ones in another. The shapes are those that the import stores."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self.canvas = canvas
        self.all = _band(canvas, LINE, FILL, 2)
        self.chosen = _band(canvas, CHOSEN_LINE, CHOSEN_FILL, 3)
        self.crs = ""

    def show(self, parcels: Iterable[Parcel], crs: str) -> None:
        """Draw these parcels, given in the campaign's CRS (an authority code)."""
        self.crs = crs
        self._fill(self.all, parcels)
        self.choose(())

    def choose(self, parcels: Iterable[Parcel]) -> None:
        """Draw these above the others."""
        self._fill(self.chosen, parcels)

    def zoom(self) -> bool:
        """Bring the chosen parcels, or all, into view. False when there is nothing to see."""
        band = self.chosen if self.chosen.size() else self.all
        if not band.size():
            return False
        return zoom_to(
            self.canvas, band.asGeometry().boundingBox(), self.canvas.mapSettings().destinationCrs().authid()
        )

    def clear(self) -> None:
        for band in (self.all, self.chosen):
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def remove(self) -> None:
        """Take the drawings off the map for good; a second time does nothing."""
        for band in (self.all, self.chosen):
            if band.scene() is not None:
                band.scene().removeItem(band)

    def _fill(self, band: QgsRubberBand, parcels: Iterable[Parcel]) -> None:
        band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        reference = QgsCoordinateReferenceSystem(self.crs)
        for parcel in parcels:
            shape = QgsGeometry()
            shape.fromWkb(multipolygon(parcel, epsg_of(grid_of(self.crs))))
            band.addGeometry(shape, reference, False)
        band.updatePosition()
        band.update()


def zoom_to(canvas: QgsMapCanvas, bounds: QgsRectangle, crs: str) -> bool:
    """Bring bounds in a CRS into view, with a margin. False when the map's CRS cannot hold them."""
    target = canvas.mapSettings().destinationCrs()
    source = QgsCoordinateReferenceSystem(crs)
    box = QgsRectangle(bounds)
    if source.isValid() and target.isValid() and source != target:
        try:
            box = QgsCoordinateTransform(source, target, QgsProject.instance()).transformBoundingBox(box)
        except QgsCsException:
            return False
    least = SMALLEST if not target.isGeographic() else SMALLEST / 111_000
    if max(box.width(), box.height()) < least:
        box.grow(least / 2)
    box.scale(MARGIN)
    canvas.setExtent(box)
    canvas.refresh()
    return True


def _band(canvas: QgsMapCanvas, line: QColor, fill: QColor, width: int) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(line)
    band.setFillColor(fill)
    band.setWidth(width)
    band.setLineStyle(Qt.PenStyle.SolidLine)
    return band

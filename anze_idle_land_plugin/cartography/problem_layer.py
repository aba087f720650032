"""The layer of problems on the map: outlined in the colour of its severity, with a mark that is seen at any scale."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCentroidFillSymbolLayer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .layers import ROLE, LayerUnreadable
from .palette import severities

PROBLEM_ROLE = "problem"
LAYER_NAME = "检查问题"


def problem_layer(path: Path) -> QgsVectorLayer:
    """The styled problems of a file that anze:checkcampaign wrote, in memory. Raises LayerUnreadable.

    In memory, because they tell of this moment: a saved project would ask for the file the next time.
    """
    written = QgsVectorLayer(str(path), LAYER_NAME, "ogr")
    if not written.isValid():
        raise LayerUnreadable(layer=LAYER_NAME, file=str(path))
    layer = written.materialize(QgsFeatureRequest())
    layer.setName(LAYER_NAME)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    layer.setCustomProperty(ROLE, PROBLEM_ROLE)
    categories = [
        QgsRendererCategory(severity.value, _symbol(colour), severity.zh) for severity, colour in severities().items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("SEVERITY", categories))
    return layer


def _symbol(colour: str) -> QgsFillSymbol:
    red, green, blue, _ = QColor(colour).getRgb()
    symbol = QgsFillSymbol.createSimple(
        {"color": f"{red},{green},{blue},90", "style": "b_diagonal", "outline_color": colour, "outline_width": "0.5"}
    )
    mark = QgsCentroidFillSymbolLayer()
    mark.setSubSymbol(
        QgsMarkerSymbol.createSimple(
            {"name": "circle", "color": "255,255,255,0", "outline_color": colour, "outline_width": "0.6", "size": "4"}
        )
    )
    mark.setPointOnSurface(True)
    symbol.appendSymbolLayer(mark)
    return symbol

"""Renderers and labels of the campaign's layers, made from the palette."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

from .. import catalogue
from ..model.kinds import Category, ListKind, Status
from .layers import ROLE
from .palette import PlaceStyle, StatusLine, fills, lines, places

THEMES = {"category": "按处置方式", "status": "按推进状态", "both": "处置方式与状态"}
"""Theme id to the name of its map theme."""

_HATCH_ANGLES = {"forward": (45.0,), "backward": (135.0,), "cross": (45.0, 135.0), "none": ()}
_PALE = "#FFFFFF"


def style_parcels(layer: QgsVectorLayer, which: ListKind, shown: str) -> None:
    """Give a parcel layer its three named styles and show one of them."""
    manager = layer.styleManager()
    for theme in THEMES:
        layer.setRenderer(_renderer(which, theme))
        _label(layer, f'"{catalogue.code_field(which)}"', 7.0, "#202020", scale=25_000)
        if theme in manager.styles():
            manager.removeStyle(theme)
        manager.addStyleFromLayer(theme)
    manager.setCurrentStyle(shown)


def style_course(layer: QgsVectorLayer, which: ListKind) -> None:
    """The colours of the status, which change as the days pass; in a frame of many days the last state lies on top."""
    renderer = _renderer(which, "status")
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"begins"', True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    _label(layer, '"code"', 7.0, "#202020", scale=25_000)


def style_context(layer: QgsVectorLayer) -> None:
    """Quiet colours for what lies around the parcels."""
    role = layer.customProperty(ROLE)
    layer.renderer().setSymbol(_place_symbol(role, places()[role]))
    if role in ("town", "zone_area"):
        _label(layer, '"name"', 11.0 if role == "town" else 9.0, "#806040", scale=0)


def _place_symbol(role: str, style: PlaceStyle) -> QgsSymbol:
    width = str(style.width_mm)
    if role == "river":
        return QgsLineSymbol.createSimple({"line_color": style.colour, "line_width": width, "line_style": style.dash})
    outline = {"outline_color": style.colour, "outline_width": width, "outline_style": style.dash}
    if role == "place":
        return QgsMarkerSymbol.createSimple({"name": "circle", "size": "1.6", "color": style.fill, **outline})
    return QgsFillSymbol.createSimple(
        {"color": style.fill or "0,0,0,0", "style": "solid" if style.fill else "no", **outline}
    )


def _renderer(which: ListKind, theme: str) -> QgsCategorizedSymbolRenderer:
    if theme == "status":
        entries = [
            QgsRendererCategory(status.value, _status_symbol(lines()[status], _PALE), status.zh) for status in Status
        ]
        return QgsCategorizedSymbolRenderer("status", entries)
    outlined = theme == "both"
    entries = [
        QgsRendererCategory(category.value, _category_symbol(fills()[category], outlined), _legend(category))
        for category in Category.of_list(which)
    ]
    return QgsCategorizedSymbolRenderer("category", entries)


def _legend(category: Category) -> str:
    return f"{category.character}  {category.principle}"


def _category_symbol(colour: str, outlined: bool) -> QgsFillSymbol:
    """A solid fill; with ``outlined`` the outline's colour and width follow the status."""
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": "#505050", "outline_width": "0.26"})
    if outlined:
        properties = symbol.symbolLayer(0).dataDefinedProperties()
        properties.setProperty(
            QgsSymbolLayer.Property.PropertyStrokeColor, QgsProperty.fromExpression(_by_status("colour"))
        )
        properties.setProperty(
            QgsSymbolLayer.Property.PropertyStrokeWidth, QgsProperty.fromExpression(_by_status("width_mm"))
        )
        symbol.symbolLayer(0).setDataDefinedProperties(properties)
    return symbol


def _by_status(attribute: str) -> str:
    whens = (
        f"WHEN \"status\" = '{status.value}' THEN '{getattr(line, attribute)}'" for status, line in lines().items()
    )
    return f"CASE {' '.join(whens)} END"


def _status_symbol(line: StatusLine, fill: str) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple(
        {
            "color": fill,
            "outline_color": line.colour,
            "outline_width": str(line.width_mm),
            "outline_style": line.dash,
        }
    )
    for angle in _HATCH_ANGLES[line.hatch]:
        hatch = QgsLinePatternFillSymbolLayer()
        hatch.setLineAngle(angle)
        hatch.setDistance(1.6)
        hatch.setSubSymbol(QgsLineSymbol.createSimple({"line_color": line.colour, "line_width": "0.25"}))
        symbol.insertSymbolLayer(1, hatch)
    outline = symbol.symbolLayer(0)
    if isinstance(outline, QgsSimpleFillSymbolLayer):
        outline.setStrokeWidthUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    return symbol


def _label(layer: QgsVectorLayer, expression: str, size: float, colour: str, scale: int) -> None:
    """Label a layer; with ``scale`` only when zoomed in as far as 1:scale."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    text = QgsTextFormat()
    text.setFont(QFont("WenQuanYi Zen Hei"))
    text.setSize(size)
    text.setColor(QColor(colour))
    settings.setFormat(text)
    if scale:
        settings.scaleVisibility = True
        settings.minimumScale = scale
        settings.maximumScale = 0
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)

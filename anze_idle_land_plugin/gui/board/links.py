"""Numbers that select: parcels of both lists are selected in their layers and brought into view."""

from __future__ import annotations

from typing import Callable, Iterable

from qgis.core import QgsFeatureRequest, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgisInterface

from ... import catalogue
from ...cartography.layers import layer_with_role
from ...model.counting.progress import ParcelKey
from ...model.kinds import ListKind

Keys = Callable[[], Iterable[ParcelKey]]
"""The parcels behind a number, found when it is clicked."""


class Links:
    """The links of a page: what each address stands for."""

    def __init__(self) -> None:
        self._behind: dict[str, Keys] = {}

    def clear(self) -> None:
        self._behind.clear()

    def html(self, text: str, keys: Keys) -> str:
        """A number as a link to its parcels. ``text`` is ours, never a user's."""
        address = str(len(self._behind))
        self._behind[address] = keys
        return f'<a href="{address}">{text}</a>'

    def parcels(self, address: str) -> list[ParcelKey]:
        return list(self._behind[address]()) if address in self._behind else []


def select_parcels(iface: QgisInterface, keys: Iterable[ParcelKey]) -> int:
    """Select parcels in the layers of their lists and zoom to them; returns how many were found."""
    wanted: dict[ListKind, set[str]] = {which: set() for which in ListKind}
    for which, code in keys:
        wanted[which].add(code)
    canvas, extent, found = iface.mapCanvas(), QgsRectangle(), 0
    for which, codes in wanted.items():
        layer = layer_with_role(QgsProject.instance(), which.table)
        if not isinstance(layer, QgsVectorLayer):
            continue
        layer.selectByIds(_ids(layer, which, codes))
        if layer.selectedFeatureCount():
            found += layer.selectedFeatureCount()
            iface.setActiveLayer(layer)
            box = canvas.mapSettings().layerExtentToOutputExtent(layer, layer.boundingBoxOfSelected())
            extent.combineExtentWith(box)
    if found:
        extent.scale(1.2)
        canvas.setExtent(extent)
        canvas.refresh()
    return found


def _ids(layer: QgsVectorLayer, which: ListKind, codes: set[str]) -> list[int]:
    """The features with these codes. One pass: an expression with 100,000 codes would compare each with each."""
    if not codes:
        return []
    key = catalogue.code_field(which)
    request = QgsFeatureRequest()
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([key], layer.fields())
    return [feature.id() for feature in layer.getFeatures(request) if feature[key] in codes]

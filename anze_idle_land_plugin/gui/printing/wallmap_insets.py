"""Marking places that the wall map shall enlarge: the map view, the selected parcels, or a rectangle drawn."""

from __future__ import annotations

from typing import Callable, Mapping, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapTool, QgsMapToolExtent
from qgis.PyQt.QtWidgets import QMenu

from ...algorithms.frame.language import tr
from ...cartography.layers import layer_with_role
from ...model.kinds import ListKind
from ..case.dock import CampaignDock

Run = Callable[[str, Mapping[str, object]], Optional[Mapping[str, object]]]
"""Runs an algorithm by its id without a dialog; its outputs, or None after a refusal that was shown."""


class WallMapInsets:
    """A menu of four ways; each runs ``anze:wallmapinset`` on the open campaign."""

    def __init__(self, iface: QgisInterface, dock: CampaignDock, run: Run) -> None:
        self.iface, self.dock, self._run = iface, dock, run
        self.menu = QMenu(tr("Places the wall map enlarges"), iface.mainWindow())
        self._before: Optional[QgsMapTool] = None
        self.tool = QgsMapToolExtent(iface.mapCanvas())
        self.tool.extentChanged.connect(self._drawn)
        for name, title, does in (
            ("view", tr("Enlarge the map view"), self.mark_view),
            ("selection", tr("Enlarge the selected parcels"), self.mark_selection),
            ("draw", tr("Draw a rectangle to enlarge"), self.draw),
            ("forget", tr("Forget the marked places"), self.forget),
        ):
            action = self.menu.addAction(title)
            action.setObjectName(f"anze_inset_{name}")
            action.triggered.connect(lambda _checked=False, does=does: does())

    def mark_view(self) -> None:
        settings = self.iface.mapCanvas().mapSettings()
        self._mark(settings.visibleExtent(), settings.destinationCrs())

    def mark_selection(self) -> None:
        """The rectangle about the selected parcels of both lists."""
        box, canvas = QgsRectangle(), self.iface.mapCanvas()
        for which in ListKind:
            layer = layer_with_role(QgsProject.instance(), which.table)
            if isinstance(layer, QgsVectorLayer) and layer.selectedFeatureCount():
                selected = layer.boundingBoxOfSelected()
                box.combineExtentWith(canvas.mapSettings().layerExtentToOutputExtent(layer, selected))
        if box.isEmpty():
            self._say(tr("Select parcels on the map or in the dock first"))
            return
        box.scale(1.1)
        self._mark(box, canvas.mapSettings().destinationCrs())

    def draw(self) -> None:
        """Let the person draw a rectangle; then the tool of before is back."""
        self._before = self.iface.mapCanvas().mapTool()
        self.iface.mapCanvas().setMapTool(self.tool)

    def _drawn(self, box: QgsRectangle) -> None:
        canvas = self.iface.mapCanvas()
        canvas.unsetMapTool(self.tool)
        if self._before is not None:
            canvas.setMapTool(self._before)
        if not box.isEmpty():
            self._mark(box, canvas.mapSettings().destinationCrs())
            self.tool.clearRubberBand()

    def forget(self) -> None:
        if self._done({"FORGET": True}) is not None:
            self._say(tr("The wall map chooses all places to enlarge by itself again"))

    def _mark(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        corners = f"{box.xMinimum()},{box.xMaximum()},{box.yMinimum()},{box.yMaximum()} [{crs.authid()}]"
        count = self._done({"EXTENT": corners})
        if count is not None:
            self.iface.mapCanvas().flashGeometries([QgsGeometry.fromRect(box)], crs)
            self._say(tr("The wall map will enlarge this place; {count} are marked").format(count=count))

    def _done(self, given: Mapping[str, object]) -> Optional[int]:
        """Run on the open campaign; how many places are marked then."""
        if self.dock.campaign is None:
            self._say(tr("Open a campaign first"))
            return None
        outputs = self._run("wallmapinset", {"CAMPAIGN": str(self.dock.campaign), **given})
        return None if outputs is None else int(str(outputs["INSETS"]))

    def _say(self, sentence: str) -> None:
        self.iface.messageBar().pushInfo("批而未用", sentence)

    def remove(self) -> None:
        """Give the map back its tool and take the menu away."""
        self.iface.mapCanvas().unsetMapTool(self.tool)
        self.menu.deleteLater()

"""Sheets from where the parcels are: the dock's table, the map by right click, the menu of their layers."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Callable, Iterator, Mapping, NamedTuple, Optional, Sequence

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayerType,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QAction, QMenu
from qgis.PyQt.QtXml import QDomDocument

from ... import catalogue
from ...algorithms.frame.language import tr
from ...cartography.layers import layer_with_role
from ...model.kinds import ListKind
from ..case.dock import CampaignDock

Ask = Callable[[str, Mapping[str, object]], None]
Run = Callable[[str, Mapping[str, object]], bool]
REACH_PIXELS = 3
"""How near to a parcel a click must be."""


class Chosen(NamedTuple):
    """Parcels of one list."""

    which: ListKind
    codes: tuple[str, ...]

    @property
    def filter(self) -> str:
        """The FILTER that takes these parcels and no others."""
        values = ", ".join(QgsExpression.quotedValue(code) for code in self.codes)
        return f"{QgsExpression.quotedColumnRef(catalogue.code_field(self.which))} IN ({values})"


class SheetPrinting:
    """Adds the entries and takes them away. Printing and previewing are algorithms; here they are only asked for."""

    def __init__(self, iface: QgisInterface, dock: CampaignDock, ask: Ask, run: Run) -> None:
        self.iface, self.dock, self._ask, self._run = iface, dock, ask, run
        dock.sheets_wanted.connect(self._print_codes)
        dock.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        dock.view.customContextMenuRequested.connect(self._offer_in_dock)
        iface.mapCanvas().contextMenuAboutToShow.connect(self._offer_on_map)
        self.layer_action = QAction(tr("Print sheets of the selected parcels"), iface.mainWindow())
        self.layer_action.triggered.connect(lambda _checked=False: self._print_layer(iface.activeLayer()))
        iface.addCustomActionForLayerType(self.layer_action, "", QgsMapLayerType.VectorLayer, False)
        iface.projectRead.connect(self._follow_project)
        self._follow_project()

    def remove(self) -> None:
        """Take everything away again."""
        self.iface.projectRead.disconnect(self._follow_project)
        self.iface.removeCustomActionForLayerType(self.layer_action)
        self.iface.mapCanvas().contextMenuAboutToShow.disconnect(self._offer_on_map)
        self.layer_action.deleteLater()

    def _follow_project(self) -> None:
        """The entry stands in the menu of our two layers alone."""
        for _, layer in _parcel_layers():
            self.iface.addCustomActionForLayer(self.layer_action, layer)

    def print_sheets(self, chosen: Chosen) -> None:
        """Open the print dialog for these parcels; for none chosen, for the whole list."""
        given = {"LIST": chosen.which.value, "AS_OF": self._day()}
        self._ask("parcelsheets", {**given, "FILTER": chosen.filter} if chosen.codes else given)

    def preview(self, which: ListKind, code: str) -> Optional[QgsPrintLayout]:
        """Show a parcel's sheet in the layout designer."""
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "sheet.qpt"
            given = {"CAMPAIGN": str(self.dock.campaign), "LIST": which.value, "PARCEL": code, "AS_OF": self._day()}
            if not self._run("sheetlayout", {**given, "OUTPUT": str(made)}):
                return None
            layout = _into_project(made)
        self.iface.openLayoutDesigner(layout)
        return layout

    def _day(self) -> str:
        return str(self.dock.day.date().toString(Qt.DateFormat.ISODate))

    def _print_codes(self, which: str, codes: str) -> None:
        self.print_sheets(Chosen(ListKind(which), tuple(code for code in codes.split("\n") if code)))

    def _offer_in_dock(self, place: QPoint) -> None:
        chosen = self.dock.chosen()
        if chosen:
            which = chosen[0].which
            menu = QMenu(self.dock)
            self._offer(menu, Chosen(which, tuple(each.code for each in chosen if each.which is which)))
            menu.popup(self.dock.view.viewport().mapToGlobal(place))

    def _offer_on_map(self, menu: QMenu, event: object) -> None:
        """Entries for every parcel below the mouse."""
        for chosen in self.parcels_at(event.mapPoint()):  # type: ignore[attr-defined]
            self._offer(menu, chosen)

    def _offer(self, menu: QMenu, chosen: Chosen) -> None:
        name = chosen.codes[0] if len(chosen.codes) == 1 else tr("{count} parcels").format(count=len(chosen.codes))
        action = menu.addAction(f"{tr('Print sheets')}: {name}")
        action.triggered.connect(lambda _checked=False: self.print_sheets(chosen))
        if len(chosen.codes) == 1:
            action = menu.addAction(f"{tr('Sheet in the layout designer')}: {name}")
            action.triggered.connect(lambda _checked=False: self.preview(chosen.which, chosen.codes[0]))

    def parcels_at(self, point: QgsPointXY) -> Iterator[Chosen]:
        """The parcels of our layers at a point of the map (in the map's CRS)."""
        canvas = self.iface.mapCanvas()
        reach = REACH_PIXELS * canvas.mapUnitsPerPixel()
        place = QgsRectangle(point.x() - reach, point.y() - reach, point.x() + reach, point.y() + reach)
        for which, layer in _parcel_layers():
            here = canvas.mapSettings().mapToLayerCoordinates(layer, place)
            request = QgsFeatureRequest(here).setFlags(QgsFeatureRequest.Flag.ExactIntersect)
            field = catalogue.code_field(which)
            for feature in layer.getFeatures(request):
                if feature.geometry().intersects(QgsGeometry.fromRect(here)):
                    yield Chosen(which, (str(feature[field]),))

    def _print_layer(self, layer: QgsVectorLayer | None) -> None:
        """The selected parcels of one of our layers, or its whole list when none is selected."""
        for which, own in _parcel_layers():
            if layer is not None and own.id() == layer.id():
                field = catalogue.code_field(which)
                self.print_sheets(Chosen(which, tuple(str(each[field]) for each in layer.selectedFeatures())))


def _parcel_layers() -> Sequence[tuple[ListKind, QgsVectorLayer]]:
    found = ((which, layer_with_role(QgsProject.instance(), which.table)) for which in ListKind)
    return [(which, layer) for which, layer in found if isinstance(layer, QgsVectorLayer)]


def _into_project(template: Path) -> QgsPrintLayout:
    """The layout of a file in the open project, in the place of an older one of its name."""
    document = QDomDocument()
    document.setContent(template.read_text(encoding="utf-8"))
    layout = QgsPrintLayout(QgsProject.instance())
    layout.loadFromTemplate(document, QgsReadWriteContext())
    manager = QgsProject.instance().layoutManager()
    older = manager.layoutByName(layout.name())
    if older is not None:
        manager.removeLayout(older)
    manager.addLayout(layout)
    return layout

"""Menu, toolbar and dock in the QGIS window, and their removal."""

from __future__ import annotations

from typing import Callable, NamedTuple

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton

from ..algorithms.frame.language import tr
from ..catalogue import RESOURCES
from .actions import EXPORTS, CampaignActions
from .board.dock import BoardDock
from .case.dock import CampaignDock
from .importing.drop import SurveyDrop, any_path, survey_text
from .office.options import OfficeOptions
from .printing.sheet_options import SheetOptions
from .printing.sheet_printing import SheetPrinting
from .printing.wallmap_insets import WallMapInsets

TITLE = "批而未用"


class Entry(NamedTuple):
    """One action of menu and toolbar: object name and icon, title, what it does."""

    icon: str
    title: str
    does: Callable[[], None]


class CampaignWindow:
    """What the plugin adds to the window of QGIS."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.dock = CampaignDock(iface)
        self.board = BoardDock(iface)
        self.actions = CampaignActions(iface, self.dock)
        self.menu = QMenu(TITLE, iface.mainWindow())
        self.menu.setIcon(_icon("anze"))
        iface.pluginMenu().addMenu(self.menu)
        self.toolbar = iface.addToolBar(TITLE)
        self.toolbar.setObjectName("AnzeToolBar")
        for entry in self._entries():
            self._add(self._action(entry))
        self._add(self._export_action())
        self._add(self._action(Entry("sample", tr("Open the sample"), self.actions.open_sample)))
        self.menu.addAction(self._action(Entry("journal", tr("Imports so far"), self.actions.show_journal)))
        for icon, title, does in (
            ("settasks", tr("Set tasks"), lambda: self.actions.ask("settasks")),
            ("editcampaign", tr("Set up the campaign"), lambda: self.actions.ask("editcampaign")),
            ("history", tr("History of the campaign"), self.actions.show_history),
        ):
            self.menu.addAction(self._action(Entry(icon, title, does)))
        self.menu.addAction(self._action(Entry("heads", tr("Ledger columns"), self.actions.show_kept_columns)))
        for dock in (self.dock, self.board):
            self.menu.addAction(dock.toggleViewAction())
            iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self.stack_docks()
        # QGIS lays its docks out again when it has started.
        iface.initializationCompleted.connect(self.stack_docks)
        self.dock.day.dateChanged.connect(self.board.day.setDate)
        iface.projectRead.connect(self.follow_project)
        iface.newProjectCreated.connect(self.follow_project)
        self.drops = self._watched_for_drops()
        self.sheets = SheetPrinting(iface, self.dock, self.actions.ask, self.actions.run)
        self.options = (SheetOptions(iface), OfficeOptions(iface, lambda: self.dock.campaign))
        self.insets = WallMapInsets(iface, self.dock, self.actions.outputs)
        self.menu.addMenu(self.insets.menu)
        self.follow_project()

    def follow_project(self) -> None:
        """Show the campaign of the open project in both docks."""
        self.dock.follow_project()
        self.board.follow(self.dock.campaign)

    def stack_docks(self) -> None:
        """The board behind the dock, in one place with two tabs."""
        self.iface.mainWindow().tabifyDockWidget(self.dock, self.board)
        self.dock.raise_()

    def _watched_for_drops(self) -> tuple[SurveyDrop, ...]:
        """Survey files may be dropped onto the dock, and onto the map while a campaign is open."""
        takes = self.actions.import_parcels
        canvas = self.iface.mapCanvas().viewport()
        return (
            SurveyDrop(self.dock, any_path, lambda: True, takes),
            SurveyDrop(canvas, survey_text, lambda: self.dock.campaign is not None, takes),
        )

    def _entries(self) -> tuple[Entry, ...]:
        does = self.actions
        return (
            Entry("new", tr("New campaign"), does.new_campaign),
            Entry("open", tr("Open"), does.open_campaign),
            Entry("import", tr("Import parcels"), does.import_parcels),
            Entry("ledger", tr("Attach ledger"), does.attach_ledger),
            Entry("check", tr("Check the campaign"), does.check_campaign),
            Entry("sheets", tr("Print sheets"), lambda: does.ask("parcelsheets")),
            Entry("wallmap", tr("Wall map"), lambda: does.ask("wallmap")),
        )

    def _action(self, entry: Entry) -> QAction:
        action = QAction(_icon(entry.icon), entry.title, self.menu)
        action.setObjectName(f"anze_{entry.icon}")
        action.triggered.connect(lambda _checked=False: entry.does())
        return action

    def _export_action(self) -> QAction:
        """Export opens a small menu: the package, boundary files, lists or progress."""
        action = QAction(_icon("export"), tr("Export"), self.menu)
        action.setObjectName("anze_export")
        choices = QMenu(self.menu)
        for algorithm, title in EXPORTS:
            choice = choices.addAction(tr(title))
            choice.setObjectName(f"anze_{algorithm}")
            choice.triggered.connect(lambda _checked=False, id=algorithm: self.actions.ask(id))
        action.setMenu(choices)
        return action

    def _add(self, action: QAction) -> None:
        self.menu.addAction(action)
        self.toolbar.addAction(action)
        button = self.toolbar.widgetForAction(action)
        if action.menu() is not None and isinstance(button, QToolButton):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def remove(self) -> None:
        """Take everything away again."""
        self.actions.remove()
        for drop in self.drops:
            drop.remove()
        self.sheets.remove()
        self.insets.remove()
        for page in self.options:
            page.remove()
        self.iface.projectRead.disconnect(self.follow_project)
        self.iface.newProjectCreated.disconnect(self.follow_project)
        self.iface.initializationCompleted.disconnect(self.stack_docks)
        self.iface.mainWindow().removeToolBar(self.toolbar)
        self.iface.pluginMenu().removeAction(self.menu.menuAction())
        for dock in (self.dock, self.board):
            self.iface.removeDockWidget(dock)
        for widget in (self.toolbar, self.menu, self.dock, self.board):
            widget.deleteLater()


def _icon(name: str) -> QIcon:
    return QIcon(str(RESOURCES / "icons" / f"{name}.svg"))

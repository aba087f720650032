"""The dock of problems: checks the campaign, lists what was found, and goes to each place on the map."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Optional

from qgis.core import QgsCoordinateTransform, QgsProcessingUtils, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.frame.language import tr
from ...cartography.layers import layer_with_role
from ...cartography.problem_layer import PROBLEM_ROLE, problem_layer
from ..background import AlgorithmRun
from .problem_table import Problem, ProblemTable, RowFilter, problems_of

WIDTHS = (56, 150, 150, 420, 90, 320)
"""Pixels of the columns."""
LISTS = ("AnzeProblems", "AnzeLedger")
"""The docks of lists, by their object names."""
LEAST_VIEW_M = 30.0
"""The map shows at least this much around a place, so that a point is seen with its neighbours."""


class ProblemDock(QDockWidget):
    """Runs ``anze:checkcampaign`` and shows its layer; decides nothing and changes nothing itself."""

    report_wanted = pyqtSignal(str)
    """ISO day the report is wanted for."""
    repair_wanted = pyqtSignal(str, str, str)
    """List id, codes one a line, and the repair."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Problems"), iface.mainWindow())
        self.setObjectName("AnzeProblems")
        self.iface = iface
        self.campaign: Optional[Path] = None
        self.day = ""
        self.run: Optional[AlgorithmRun] = None
        self.table = ProblemTable()
        self.shown = RowFilter(self.table, lambda row: row.severity)
        self.title, self.detail, self.busy = QLabel(), QLabel(), QProgressBar()
        self.view = self._tree()
        self.severity = self._severities()
        self.again, self.report, self.repair = (
            QPushButton(text) for text in (tr("Check again"), tr("Report"), tr("Repair safely"))
        )
        self._connect()
        self.setWidget(self._laid_out())

    def _tree(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self.shown)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, width in enumerate(WIDTHS):
            view.setColumnWidth(column, width)
        return view

    def _severities(self) -> QComboBox:
        box = QComboBox()
        for text, letter in ((tr("All"), ""), (tr("Errors"), "E"), (tr("Warnings"), "W"), (tr("Notices"), "I")):
            box.addItem(text, letter)
        return box

    def _connect(self) -> None:
        self.view.doubleClicked.connect(self._go_to)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_detail())
        self.severity.currentIndexChanged.connect(lambda _: self.shown.show_only(str(self.severity.currentData())))
        self.again.clicked.connect(lambda _checked=False: self.check(self.campaign, self.day))
        self.report.clicked.connect(lambda _checked=False: self.report_wanted.emit(self.day))
        self.repair.clicked.connect(lambda _checked=False: self._want_repair())

    def _laid_out(self) -> QWidget:
        panel = QWidget()
        column, tools = QVBoxLayout(panel), QHBoxLayout()
        words = QLineEdit()
        words.setPlaceholderText(tr("Filter by any column"))
        words.setClearButtonEnabled(True)
        words.textChanged.connect(self.shown.setFilterFixedString)
        tools.addWidget(self.severity)
        tools.addWidget(words, 1)
        for button in (self.again, self.report, self.repair):
            tools.addWidget(button)
        column.addWidget(self.title)
        column.addWidget(self.busy)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self.detail)
        self.busy.setVisible(False)
        self._show_detail()
        return panel

    def check(self, campaign: Optional[Path], day: str) -> None:
        """Check the campaign as of a day (ISO), in the background; the list and the layer follow."""
        if campaign is None or self.run is not None:
            return
        self.campaign, self.day = campaign, day
        output = QgsProcessingUtils.generateTempFilename("problems.gpkg")
        given = {"CAMPAIGN": str(campaign), "AS_OF": day, "OUTPUT": output}
        self.run = AlgorithmRun("checkcampaign", given)
        self.run.progressed.connect(lambda share: self.busy.setValue(int(share)))
        self.run.finished.connect(self._checked)
        self._set_busy(True)
        self.title.setText(tr("Checking ..."))
        self.run.start()

    def _checked(self, successful: bool) -> None:
        run, self.run = self.run, None
        self._set_busy(False)
        if run is None:
            return
        if not successful:
            self.title.setText(run.sentence)
            self.table.fill([])
            self._show_detail()
            return
        self.show_problems(problem_layer(Path(str(run.outputs["OUTPUT"]).split("|")[0])))

    def _set_busy(self, busy: bool) -> None:
        self.busy.setValue(0)
        self.busy.setVisible(busy)
        self.again.setEnabled(not busy)

    def show_problems(self, layer: QgsVectorLayer) -> None:
        """Put the layer on top of the project in place of the one before, and list its problems."""
        project = QgsProject.instance()
        before = layer_with_role(project, PROBLEM_ROLE)
        if before is not None:
            project.removeMapLayer(before.id())
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
        problems = problems_of(layer)
        self.table.fill(problems)
        counts = Counter(problem.severity for problem in problems)
        sentence = tr("As of {day}: {errors} errors, {warnings} warnings, {notices} notices")
        self.title.setText(sentence.format(day=self.day, errors=counts["E"], warnings=counts["W"], notices=counts["I"]))
        self._show_detail()

    def _selected(self) -> Optional[Problem]:
        rows = self.view.selectionModel().selectedRows()
        return self.table.rows[self.shown.mapToSource(rows[0]).row()] if rows else None

    def _show_detail(self) -> None:
        problem = self._selected()
        self.repair.setEnabled(problem is not None and bool(problem.fix))
        if problem is None:
            self.detail.setText(tr("Double-click a problem to go to its place"))
        else:
            self.detail.setText(f"<b>{problem.sentence}</b><br>{problem.remedy}")

    def _want_repair(self) -> None:
        problem = self._selected()
        if problem is not None and problem.fix:
            self.repair_wanted.emit(problem.which, problem.parcels.replace("、", "\n"), problem.fix)

    def _go_to(self, index: QModelIndex) -> None:
        """Bring the place into view and let it flash."""
        problem = self.table.rows[self.shown.mapToSource(index).row()]
        layer = layer_with_role(QgsProject.instance(), PROBLEM_ROLE)
        if not isinstance(layer, QgsVectorLayer):
            return
        geometry = layer.getFeature(problem.feature_id).geometry()
        if geometry.isEmpty():
            self.detail.setText(f"{self.detail.text()}<br>{tr('This problem has no place on the map')}")
            return
        canvas = self.iface.mapCanvas()
        place = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
        canvas.setExtent(around(place.transformBoundingBox(geometry.boundingBox())))
        canvas.refresh()
        canvas.flashGeometries([geometry], layer.crs())


def around(box: QgsRectangle) -> QgsRectangle:
    """A view of a place with something around it."""
    view = QgsRectangle(box)
    view.scale(1.6)
    view.grow(max(LEAST_VIEW_M - max(view.width(), view.height()), 0.0) / 2)
    return view


def stack_below(iface: QgisInterface, dock: QDockWidget) -> None:
    """Put a dock of a list below the map, behind one that lies there already: side by side both are too narrow."""
    window = iface.mainWindow()
    there = [each for each in window.findChildren(QDockWidget) if each.objectName() in LISTS and each is not dock]
    iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    for each in there:
        if window.dockWidgetArea(each) == Qt.DockWidgetArea.BottomDockWidgetArea:
            window.tabifyDockWidget(each, dock)

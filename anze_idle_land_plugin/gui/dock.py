"""The dock: parcels of both lists with their state, and progress against the milestones, as of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional

from qgis.core import QgsExpression, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QDate, QModelIndex, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from .. import catalogue
from ..algorithms.language import tr
from ..cartography.layers import layer_with_role
from ..model.messages import CampaignError
from ..model.snapshot import Dossier
from ..model.words import ListKind
from ..store.snapshot import read_snapshot
from .parcel_table import ParcelTable
from .progress_bars import ProgressBars

WIDEST_COLUMN, NARROWEST_DOCK = 140, 440
"""Pixels."""


class CampaignDock(QDockWidget):
    """Shows the campaign of the open project; changes nothing itself."""

    change_state_wanted = pyqtSignal(str, str)
    """List id and the codes of the selected parcels, one a line."""
    fact_wanted = pyqtSignal(str, str)
    sheets_wanted = pyqtSignal(str, str)

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Idle land clean-up"), iface.mainWindow())
        self.setObjectName("AnzeDock")
        self.iface = iface
        self.campaign: Optional[Path] = None
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.progress = ProgressBars()
        self.table = ParcelTable()
        self.sorted = QSortFilterProxyModel()
        self.day = self._day_edit()
        self.filter = self._filter_edit()
        self.view = self._tree()
        self.setWidget(self._laid_out())

    def _laid_out(self) -> QWidget:
        panel = QWidget()
        panel.setMinimumWidth(NARROWEST_DOCK)
        column, tools, buttons = QVBoxLayout(panel), QHBoxLayout(), QHBoxLayout()
        tools.addWidget(QLabel(tr("As of")))
        tools.addWidget(self.day)
        tools.addWidget(self.filter, 1)
        for text, wanted in (
            (tr("Change state"), self.change_state_wanted),
            (tr("Record a fact"), self.fact_wanted),
            (tr("Print sheets"), self.sheets_wanted),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked=False, signal=wanted: self._want(signal))
            buttons.addWidget(button)
        refresh = QPushButton(tr("Refresh"))
        refresh.clicked.connect(lambda _checked=False: self.refresh())
        buttons.addWidget(refresh)
        column.addWidget(self.title)
        column.addWidget(self.progress)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        return panel

    def _day_edit(self) -> QDateEdit:
        edit = QDateEdit(QDate.currentDate())
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.setCalendarPopup(True)
        edit.dateChanged.connect(lambda _day: self.refresh())
        return edit

    def _filter_edit(self) -> QLineEdit:
        edit = QLineEdit()
        edit.setPlaceholderText(tr("Filter by any column"))
        edit.setClearButtonEnabled(True)
        edit.textChanged.connect(self.sorted.setFilterFixedString)
        return edit

    def _tree(self) -> QTreeView:
        self.sorted.setSourceModel(self.table)
        self.sorted.setFilterKeyColumn(-1)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view = QTreeView()
        view.setModel(self.sorted)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.doubleClicked.connect(self._go_to)
        return view

    def follow_project(self) -> None:
        """Show the campaign the open project belongs to, found by the role of its layers."""
        layer = self._layer(ListKind.UNSUPPLIED) or self._layer(ListKind.IDLE)
        if layer is None:
            self.campaign = None
        else:
            parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
            self.campaign = Path(str(parts.get("path", "")))
        self.refresh()

    def set_day(self, day: date) -> None:
        self.day.setDate(QDate(day.year, day.month, day.day))

    def refresh(self) -> None:
        """Read the campaign again as of the day chosen."""
        self.progress.setVisible(self.campaign is not None)
        if self.campaign is None:
            self._empty(tr("No campaign is open; use New campaign, Open or Open the sample"))
            return
        chosen = self.day.date()
        try:
            snapshot = read_snapshot(self.campaign, date(chosen.year(), chosen.month(), chosen.day()))
        except CampaignError as error:
            self._empty(error.text(tr))
            return
        self.title.setText(f"<b>{snapshot.campaign.name}</b>")
        self.progress.fill(snapshot)
        self.table.fill(snapshot.all_dossiers())
        for column in range(self.table.columnCount()):
            self.view.resizeColumnToContents(column)
            self.view.setColumnWidth(column, min(self.view.columnWidth(column), WIDEST_COLUMN))
        for which in ListKind:
            layer = self._layer(which)
            if layer is not None:
                layer.triggerRepaint()

    def _empty(self, sentence: str) -> None:
        self.title.setText(sentence)
        self.table.fill(())

    def chosen(self) -> list[Dossier]:
        """The parcels selected in the table."""
        rows = self.view.selectionModel().selectedRows()
        return [self.table.dossiers[self.sorted.mapToSource(row).row()] for row in rows]

    def _want(self, signal: pyqtSignal) -> None:
        """One list at a time: that of the first parcel selected."""
        chosen = self.chosen()
        which = chosen[0].which if chosen else ListKind.UNSUPPLIED
        signal.emit(which.value, "\n".join(each.code for each in chosen if each.which is which))

    def _go_to(self, index: QModelIndex) -> None:
        """Select the parcel in its layer and bring it into view."""
        dossier = self.table.dossiers[self.sorted.mapToSource(index).row()]
        layer = self._layer(dossier.which)
        if layer is None:
            return
        key = QgsExpression.quotedColumnRef(catalogue.code_field(dossier.which))
        layer.selectByExpression(f"{key} = {QgsExpression.quotedValue(dossier.code)}")
        self.iface.setActiveLayer(layer)
        self.iface.mapCanvas().zoomToSelected(layer)

    def _layer(self, which: ListKind) -> QgsVectorLayer | None:
        return layer_with_role(QgsProject.instance(), which.table)

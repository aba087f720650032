"""The dock: parcels of both lists with their state, and progress against the milestones, as of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional

from qgis.core import QgsExpression, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QDate, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ... import catalogue
from ...algorithms.frame.language import tr
from ...cartography.layers import layer_with_role
from ...model.kinds import ListKind
from ...model.messages import CampaignError
from ...model.standing.snapshot import Dossier
from ...settings import office_folders
from ...store.standing.listing import Listed, read_listing
from ...store.standing.snapshot import read_dossier
from ..migrating import bring_up_to_date_aloud
from .case_view import CaseView
from .parcel_table import FilteredParcels, ParcelTable
from .progress_bars import ProgressBars

WIDEST_COLUMN, NARROWEST_DOCK = 140, 440
"""Pixels."""
MEASURED_ROWS = 200
"""Rows looked at for the width of a column."""


class CampaignDock(QDockWidget):
    """Shows the campaign of the open project; changes nothing itself."""

    change_state_wanted = pyqtSignal(str, str)
    """List id and the codes of the selected parcels, one a line."""
    fact_wanted = pyqtSignal(str, str)
    documents_wanted = pyqtSignal(str, str)
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
        self.sorted = FilteredParcels()
        self.day = self._day_edit()
        self.filter = self._filter_edit()
        self.view = self._tree()
        self.case = CaseView()
        self.setWidget(self._laid_out())

    def _laid_out(self) -> QWidget:
        panel = QWidget()
        panel.setMinimumWidth(NARROWEST_DOCK)
        column, tools, buttons = QVBoxLayout(panel), QHBoxLayout(), QHBoxLayout()
        tools.addWidget(QLabel(tr("As of")))
        tools.addWidget(self.day)
        tools.addWidget(self.filter, 1)
        for text, tip, wanted in (
            (tr("Change state"), "", self.change_state_wanted),
            (tr("Record a fact"), "", self.fact_wanted),
            (tr("Draft documents ..."), "", self.documents_wanted),
            (tr("Print ..."), tr("Print sheets"), self.sheets_wanted),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked=False, signal=wanted: self._want(signal))
            buttons.addWidget(button)
        refresh = QPushButton(tr("Refresh"))
        refresh.clicked.connect(lambda _checked=False: self.refresh())
        buttons.addWidget(refresh)
        column.addWidget(self.title)
        column.addWidget(self.progress)
        column.addLayout(tools)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.view)
        parts.addWidget(self.case)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        column.addWidget(parts, 1)
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
        view.header().setResizeContentsPrecision(MEASURED_ROWS)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.doubleClicked.connect(self._go_to)
        view.selectionModel().currentChanged.connect(lambda _now, _before: self._show_case())
        return view

    def follow_project(self) -> None:
        """Show the campaign the open project belongs to, found by the role of its layers."""
        layer = self._layer(ListKind.UNSUPPLIED) or self._layer(ListKind.IDLE)
        if layer is None:
            self.campaign = None
        else:
            parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
            self.campaign = Path(str(parts.get("path", "")))
            bring_up_to_date_aloud(self.iface, self.campaign)
        self.refresh()

    def set_day(self, day: date) -> None:
        self.day.setDate(QDate(day.year, day.month, day.day))

    def refresh(self) -> None:
        """Read the campaign again as of the day chosen."""
        self.progress.setVisible(self.campaign is not None)
        if self.campaign is None:
            self._empty(tr("No campaign is open; use New campaign, Open or Open the sample"))
            return
        shown = self._current_code()
        try:
            catalogue.settle(office_folders(str(self.campaign)))
            listing = read_listing(self.campaign, self.as_of)
        except CampaignError as error:
            self._empty(error.text(tr))
            return
        self.title.setText(f"<b>{listing.overview.name}</b>")
        self.progress.fill(listing.overview.counting)
        self.table.fill(listing.rows)
        for column in range(self.table.columnCount()):
            self.view.resizeColumnToContents(column)
            self.view.setColumnWidth(column, min(self.view.columnWidth(column), WIDEST_COLUMN))
        self._choose(shown)
        self._show_case()
        for which in ListKind:
            layer = self._layer(which)
            if layer is not None:
                layer.triggerRepaint()

    @property
    def as_of(self) -> date:
        """The day chosen."""
        chosen = self.day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _current(self) -> Optional[Listed]:
        row = self.sorted.mapToSource(self.view.currentIndex()).row()
        return self.table.parcels[row] if 0 <= row < len(self.table.parcels) else None

    def _dossier(self) -> Optional[Dossier]:
        """The current parcel with everything the file says of it."""
        current = self._current()
        if current is None or self.campaign is None:
            return None
        return read_dossier(self.campaign, current.which, current.code, self.as_of)

    def _current_code(self) -> str:
        current = self._current()
        return current.code if current else ""

    def show_parcel(self, which: ListKind, code: str) -> None:
        """Make a parcel the current one, with its case, and bring it into view; a filter that hides it is lifted."""
        place = next(
            (row for row, each in enumerate(self.table.parcels) if (each.which, each.code) == (which, code)), None
        )
        if place is None:
            return
        index = self.sorted.mapFromSource(self.table.index(place, 0))
        if not index.isValid():
            self.filter.clear()
            index = self.sorted.mapFromSource(self.table.index(place, 0))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        self._go_to(index)
        self.show()
        self.raise_()

    def _choose(self, code: str) -> None:
        """Make a parcel the current one again after the table was filled anew."""
        place = next((row for row, each in enumerate(self.table.parcels) if each.code == code), None)
        if place is not None:
            self.view.setCurrentIndex(self.sorted.mapFromSource(self.table.index(place, 0)))

    def _show_case(self) -> None:
        self.case.show_case(self.campaign, self._dossier(), self.as_of)

    def _empty(self, sentence: str) -> None:
        self.title.setText(sentence)
        self.progress.setVisible(False)
        self.table.fill(())
        self.case.show_case(None, None, self.as_of)

    def chosen(self) -> list[Listed]:
        """The parcels selected in the table."""
        rows = self.view.selectionModel().selectedRows()
        return [self.table.parcels[self.sorted.mapToSource(row).row()] for row in rows]

    def _want(self, signal: pyqtSignal) -> None:
        """One list at a time: that of the first parcel selected."""
        chosen = self.chosen()
        which = chosen[0].which if chosen else ListKind.UNSUPPLIED
        signal.emit(which.value, "\n".join(each.code for each in chosen if each.which is which))

    def _go_to(self, index: QModelIndex) -> None:
        """Select the parcel in its layer and bring it into view."""
        parcel = self.table.parcels[self.sorted.mapToSource(index).row()]
        layer = self._layer(parcel.which)
        if layer is None:
            return
        key = QgsExpression.quotedColumnRef(catalogue.code_field(parcel.which))
        layer.selectByExpression(f"{key} = {QgsExpression.quotedValue(parcel.code)}")
        self.iface.setActiveLayer(layer)
        self.iface.mapCanvas().zoomToSelected(layer)

    def _layer(self, which: ListKind) -> QgsVectorLayer | None:
        return layer_with_role(QgsProject.instance(), which.table)

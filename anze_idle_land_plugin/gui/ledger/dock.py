"""The dock of a ledger: what matched, what did not on either side, what disagrees; with the way to each parcel."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path
from typing import Mapping, NamedTuple, Optional

from qgis.core import QgsProcessingUtils
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QDate, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QDockWidget,
    QFileDialog,
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
from ...exports.reports.attach import LIST_COLUMNS, Found
from ...settings import LAST_FOLDER
from ..background import AlgorithmRun
from ..checking.problem_table import RowFilter
from ..importing.tables import Column, Table, fit_columns


def word_of(found: Found) -> str:
    """The finding in the reader's language."""
    return {
        Found.CHANGED: tr("Changes"),
        Found.DIFFERS: tr("Disagrees"),
        Found.ROW_LEFT: tr("Row without parcel"),
        Found.PARCEL_LEFT: tr("Parcel without row"),
        Found.CELL_LEFT: tr("Not read"),
        Found.HEAD_LEFT: tr("Column not known"),
        Found.MATCHED: tr("Matched"),
    }[found]


class Line(NamedTuple):
    """A line of the list that the algorithm wrote."""

    kind: str
    code: str
    title: str
    sheet: str
    line: str
    field: str
    ledger: str
    campaign: str
    reason_code: str
    reason: str
    day: str


class LedgerTable(Table[Line]):
    """Line by line; what asks for a decision in red."""

    columns = (
        Column("Finding", lambda row: word_of(Found(row.kind))),
        Column("Code", lambda row: row.code),
        Column("Name", lambda row: row.title),
        Column("Field", lambda row: row.field),
        Column("In the ledger", lambda row: row.ledger),
        Column("In the campaign", lambda row: row.campaign),
        Column("From", lambda row: row.day),
        Column("Reason", lambda row: row.reason),
        Column("Row of the ledger", lambda row: f"{row.sheet} {row.line}".strip()),
    )

    def faulty(self, row: Line) -> bool:
        return row.kind == Found.DIFFERS.value


class LedgerDock(QDockWidget):
    """Runs ``anze:attachledger`` and shows its list; saving copies the report of the same run.

    What a ledger would change in parcels with a history is shown first, old and new, and its day is asked.
    """

    attached = pyqtSignal()
    """The campaign holds something else now."""
    parcel_wanted = pyqtSignal(str, str)
    """List id and code."""
    columns_wanted = pyqtSignal(str, str)
    """Ledger file and list id."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("Ledger"), iface.mainWindow())
        self.setObjectName("AnzeLedger")
        self.given: Mapping[str, object] = {}
        self.run: Optional[AlgorithmRun] = None
        self.report: Optional[Path] = None
        self.table = LedgerTable()
        self.shown = RowFilter(self.table, lambda row: row.kind)
        self.title, self.detail, self.busy, self.view = QLabel(), QLabel(), QProgressBar(), QTreeView()
        self.kind = QComboBox()
        self.go, self.open, self.columns, self.save_button = (
            QPushButton(text)
            for text in (tr("Show the parcel"), tr("Open the ledger"), tr("Columns"), tr("Save report"))
        )
        self.pending: Optional[Mapping[str, object]] = None
        self.asks, self.question, self.day = QWidget(), QLabel(), QDateEdit()
        self.take, self.leave = QPushButton(tr("Record the changes")), QPushButton(tr("Change nothing"))
        self.setWidget(self._laid_out())
        self._connect()
        self._allow()

    def _laid_out(self) -> QWidget:
        panel = QWidget()
        column, tools = QVBoxLayout(panel), QHBoxLayout()
        words = QLineEdit()
        words.setPlaceholderText(tr("Filter by any column"))
        words.setClearButtonEnabled(True)
        words.textChanged.connect(self.shown.setFilterFixedString)
        tools.addWidget(self.kind)
        tools.addWidget(words, 1)
        for button in (self.go, self.open, self.columns, self.save_button):
            tools.addWidget(button)
        self.view.setModel(self.shown)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for label in (self.title, self.detail):
            label.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.busy.setVisible(False)
        column.addWidget(self.title)
        column.addWidget(self.busy)
        column.addWidget(self._question())
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addWidget(self.detail)
        return panel

    def _question(self) -> QWidget:
        row = QHBoxLayout(self.asks)
        row.setContentsMargins(0, 0, 0, 0)
        self.question.setWordWrap(True)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        row.addWidget(self.question, 1)
        for widget in (self.day, self.take, self.leave):
            row.addWidget(widget)
        self.asks.setVisible(False)
        return self.asks

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _row: self.shown.show_only(str(self.kind.currentData() or "")))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.view.doubleClicked.connect(lambda _index: self.show_parcel())
        for button, does in (
            (self.go, self.show_parcel),
            (self.open, self.open_ledger),
            (self.columns, self._want_columns),
            (self.save_button, self._ask_and_save),
            (self.take, self.record),
            (self.leave, self._leave),
        ):
            button.clicked.connect(lambda _checked=False, does=does: does())

    def preview(self, given: Mapping[str, object]) -> None:
        """Attach, but show first what would change in parcels with a history, and ask for the ledger's day."""
        if self.run is None:
            self.attach({**given, "DRY_RUN": True})
            self.pending = given

    def record(self) -> None:
        """Attach what was shown, with the day a person left or chose."""
        if self.pending is not None:
            self.attach({**self.pending, "DATE": self.day.date().toString("yyyy-MM-dd")})

    def _leave(self) -> None:
        self.pending = None
        self.asks.setVisible(False)

    def attach(self, given: Mapping[str, object]) -> None:
        """Run with these parameters in the background; the list follows."""
        if self.run is not None:
            return
        self._leave()
        self.given = given
        report, result = (QgsProcessingUtils.generateTempFilename(name) for name in ("report.xlsx", "result.csv"))
        self.run = AlgorithmRun("attachledger", {**given, "REPORT": report, "RESULT": result})
        self.run.progressed.connect(lambda share: self.busy.setValue(int(share)))
        self.run.finished.connect(self._ended)
        self.busy.setRange(0, 0)
        self.busy.setVisible(True)
        self.title.setText(tr("Attaching {file} ...").format(file=Path(str(given["INPUT"])).name))
        self._fill([])
        self.run.start()

    def _ended(self, successful: bool) -> None:
        run, self.run = self.run, None
        self.busy.setVisible(False)
        if run is None or not successful:
            self.title.setText(run.sentence if run else "")
            self._allow()
            return
        lines = read_lines(Path(str(run.outputs["RESULT"])))
        changes = [line for line in lines if line.kind == Found.CHANGED.value]
        if self.pending is not None and not changes:
            self.attach(self.pending)
            return
        self.report = Path(str(run.outputs["REPORT"]))
        self._fill(lines)
        self._say_counts()
        if self.pending is not None:
            self._ask(changes)
        elif not self.given.get("DRY_RUN"):
            self.attached.emit()

    def _ask(self, changes: list[Line]) -> None:
        """Ask for the day of the ledger, with its own as the answer."""
        sentence = tr(
            "{count} values of parcels with a history would change from the day of the ledger on; what was told of "
            "earlier days stays. Day of the ledger:"
        )
        self.question.setText(sentence.format(count=len(changes)))
        self.day.setDate(QDate.fromString(changes[0].day, "yyyy-MM-dd"))
        self.asks.setVisible(True)

    def _fill(self, lines: list[Line]) -> None:
        self.table.fill(lines)
        counts = Counter(line.kind for line in lines)
        self.kind.clear()
        self.kind.addItem(f"{tr('All')} {len(lines)}", "")
        for found in Found:
            if counts[found.value]:
                self.kind.addItem(f"{word_of(found)} {counts[found.value]}", found.value)
        fit_columns(self.view)
        self._allow()

    def _say_counts(self) -> None:
        counts = Counter(line.kind for line in self.table.rows)
        sentence = tr(
            "{file}: {matched} rows matched, {rows} rows without parcel, {parcels} parcels without row, "
            "{changes} changes, {differs} disagreements, {cells} lines or cells not read, {heads} columns not known"
        )
        if self.given.get("DRY_RUN"):
            sentence += tr(" (nothing was changed)")
        self.title.setText(
            sentence.format(
                file=Path(str(self.given["INPUT"])).name,
                matched=counts["matched"],
                rows=counts["row_left"],
                parcels=counts["parcel_left"],
                differs=counts["differs"],
                cells=counts["cell_left"],
                changes=counts["changed"],
                heads=counts["head_left"],
            )
        )

    def chosen(self) -> Optional[Line]:
        rows = self.view.selectionModel().selectedRows()
        return self.table.rows[self.shown.mapToSource(rows[0]).row()] if rows else None

    def _allow(self) -> None:
        line = self.chosen()
        self.go.setEnabled(line is not None and bool(line.code))
        self.open.setEnabled(bool(self.given))
        self.columns.setEnabled(bool(self.given) and self.run is None)
        self.save_button.setEnabled(self.report is not None and self.run is None)
        if line is None:
            self.detail.setText(tr("Double-click a line to see its parcel on the map and its case"))
        else:
            said = tr("ledger: {ledger}; campaign: {campaign}").format(ledger=line.ledger, campaign=line.campaign)
            self.detail.setText(
                f"{said}　{line.reason}" if line.kind == Found.DIFFERS.value else line.reason or line.field
            )

    def show_parcel(self) -> None:
        """Ask for the parcel of the chosen line: on the map, and its case in the dock."""
        line = self.chosen()
        if line is not None and line.code:
            self.parcel_wanted.emit(str(self.given["LIST"]), line.code)

    def open_ledger(self) -> None:
        """Open the ledger in its own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.given["INPUT"])))

    def _want_columns(self) -> None:
        self.columns_wanted.emit(str(self.given["INPUT"]), str(self.given["LIST"]))

    def save(self, path: Path) -> bool:
        """Copy the report to where a person wants it; the reason is said where that fails."""
        if self.report is None:
            return False
        try:
            shutil.copyfile(self.report, path)
        except OSError as error:
            self.detail.setText(tr("{file} cannot be written: {reason}").format(file=path, reason=error.strerror))
            return False
        self.detail.setText(tr("Saved as {file}").format(file=path))
        return True

    def _ask_and_save(self) -> None:
        proposed = str(Path(LAST_FOLDER.read()) / f"{Path(str(self.given['INPUT'])).stem}-挂接报告.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save report"), proposed, "Excel (*.xlsx)")
        if chosen:
            self.save(Path(chosen))

    def stop(self) -> None:
        """Give up what runs: the dock is taken away."""
        if self.run is not None:
            self.run.abandon()
            self.run = None


def read_lines(path: Path) -> list[Line]:
    """The list as the algorithm wrote it."""
    with open(path, encoding="utf-8-sig", newline="") as handle:
        return [Line(*(row[name] for name in LIST_COLUMNS)) for row in csv.DictReader(handle)]

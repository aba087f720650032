"""One sheet of a ledger: column by column the field it is read as, its unit, and how its first cells read."""

from __future__ import annotations

from typing import Mapping

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QWheelEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from ... import catalogue
from ...algorithms.frame.language import tr
from ...catalogue import Field, land_use
from ...model.kinds import ListKind
from ...readers.ledger.columns import SeenColumn, SeenSheet, answer_of
from ...readers.ledger.headers import SEVERAL_UNITS
from ...readers.ledger.values import units_of
from ..importing.tables import faulty
from .kept_columns import unit_words

HEAD, FIELD, UNIT, SAMPLES, STATE = range(5)
WIDTHS = (170, 220, 90, 300, 150)
"""Pixels of the columns."""
LEFT_OUT = QColor("#7f8c8d")


class Choice(QComboBox):
    """A list that the wheel does not change: who scrolls through the table must not change a column by it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LedgerSheet(QTableWidget):
    """``changed`` after every choice; ``answers`` are what the mapping must say for the table to be read as shown."""

    changed = pyqtSignal()

    def __init__(self, which: ListKind, sheet: SeenSheet) -> None:
        super().__init__(len(sheet.columns), 5)
        self.which, self.sheet = which, sheet
        self.fields: list[Choice] = []
        self.units: list[Choice] = []
        self.setHorizontalHeaderLabels([tr("Column head"), tr("Field"), tr("Unit"), tr("First cells"), tr("State")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(SAMPLES, QHeaderView.ResizeMode.Stretch)
        for row, seen in enumerate(sheet.columns):
            self._add(row, seen)
        for row in range(len(sheet.columns)):
            self._show(row)
        asked = [row for row, seen in enumerate(sheet.columns) if not seen.known]
        if asked and sheet.found:
            self.scrollToItem(self.item(asked[0], HEAD))

    def _add(self, row: int, column: SeenColumn) -> None:
        self.setItem(row, HEAD, _cell(column.head))
        self.setItem(row, SAMPLES, _cell(""))
        self.setItem(row, STATE, _cell(""))
        field, unit = Choice(), Choice()
        field.addItem(tr("not used"), "")
        for each in catalogue.case_fields(self.which):
            field.addItem(f"{each.name_zh}　{each.code}", each.code)
        field.setCurrentIndex(max(field.findData(column.field), 0))
        field.setEnabled(not column.repeated)
        field.currentIndexChanged.connect(lambda _index, row=row: self._chosen(row))
        unit.currentIndexChanged.connect(lambda _index, row=row: self._unit_chosen(row))
        self.fields.append(field)
        self.units.append(unit)
        self.setCellWidget(row, FIELD, field)
        self.setCellWidget(row, UNIT, unit)
        self._offer_units(row, column.unit)

    def field(self, row: int) -> str:
        """The field code chosen for a column; empty when it is not used."""
        return str(self.fields[row].currentData() or "")

    def unit(self, row: int) -> str:
        return str(self.units[row].currentData() or "")

    def choose(self, head: str, field: str, unit: str = "") -> None:
        """Choose as a person does; for a field or a unit that is not offered nothing changes."""
        row = next(row for row, column in enumerate(self.sheet.columns) if column.head == head)
        self.fields[row].setCurrentIndex(max(self.fields[row].findData(field), 0))
        self.units[row].setCurrentIndex(max(self.units[row].findData(unit), 0))

    def _chosen(self, row: int) -> None:
        """A field is read from one column: another that held it is not used any more."""
        self._offer_units(row, self.sheet.columns[row].unit)
        for other in range(self.rowCount()):
            if other != row and self.field(row) and self.field(other) == self.field(row):
                self.fields[other].setCurrentIndex(0)
        self._show(row)
        self.changed.emit()

    def _unit_chosen(self, row: int) -> None:
        self._show(row)
        self.changed.emit()

    def _offer_units(self, row: int, unit: str) -> None:
        field = self._catalogued(row)
        box = self.units[row]
        box.blockSignals(True)
        box.clear()
        for each in units_of(field) if field else ():
            box.addItem(unit_words(each), each)
        if not box.count() and field:
            box.addItem(tr("date") if field.type == "D" else field.unit or tr("text"))
        box.setCurrentIndex(max(box.findData(unit), 0))
        box.setEnabled(box.count() > 1)
        box.blockSignals(False)

    def _catalogued(self, row: int) -> Field | None:
        return catalogue.field_by_code(self.which).get(self.field(row))

    def _show(self, row: int) -> None:
        """How the first cells read now, and what there is to say of the column."""
        column, field = self.sheet.columns[row], self.field(row)
        texts = [str(raw) for raw in column.raw]
        unread = False
        if field:
            unit = self.unit(row) if units_of(catalogue.field_by_code(self.which)[field]) else ""
            read = column.samples(self.which, field, unit)
            texts = [_as_read(text, each.value, bool(each.problem)) for text, each in read]
            unread = any(each.problem for _, each in read)
        samples, state = self.item(row, SAMPLES), self.item(row, STATE)
        samples.setText("；".join(texts))
        samples.setToolTip("\n".join(texts))
        samples.setForeground(faulty() if unread else self.palette().text().color())
        text, colour = self._state(row, column, field, unread)
        state.setText(text)
        state.setForeground(colour)
        self.item(row, HEAD).setForeground(colour)

    def _state(self, row: int, column: SeenColumn, field: str, unread: bool) -> tuple[str, QColor]:
        if column.repeated:
            return tr("head repeated, not read"), LEFT_OUT
        if unread:
            return tr("does not read"), faulty()
        if not field and not column.known:
            return tr("not recognised"), faulty()
        if column.unit == SEVERAL_UNITS:
            return tr("names two units"), faulty()
        if not field:
            return tr("not used"), LEFT_OUT
        return tr("recognised") if field == column.field else tr("chosen"), self.palette().text().color()

    def answers(self) -> dict[str, str]:
        """The mapping; nothing for a sheet without heads where nothing was chosen."""
        said: dict[str, str] = {}
        if self.sheet.found or any(self.field(row) for row in range(self.rowCount())):
            for row, column in enumerate(self.sheet.columns):
                if not column.repeated:
                    unit = self.unit(row) if self.units[row].isEnabled() else ""
                    said.update(answer_of(self.which, column, self.field(row), unit))
        return said

    def heads(self) -> Mapping[str, None]:
        return dict.fromkeys(column.head for column in self.sheet.columns)


def _as_read(text: str, value: object, failed: bool) -> str:
    """A cell, and what becomes of it where that is something else."""
    if failed:
        return f"{text} → ×"
    use = land_use.parse(str(value))
    shown = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    shown = land_use.in_words(use) if use else shown
    return text if shown == text else f"{text} → {shown or '—'}"


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setToolTip(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item

"""Before a ledger is attached: its columns are confirmed once, and what was confirmed is kept for the next one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Mapping, Optional

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ... import catalogue
from ...algorithms.frame.language import tr
from ...model.kinds import ListKind
from ...readers.ledger.columns import LedgerBook, SeenSheet, open_questions
from ...store.matching import keys_of
from ..answers import accept_or_cancel
from .kept_columns import keep, kept
from .sheet import LedgerSheet


def unasked(campaign: Path, book: LedgerBook) -> Optional[dict[str, object]]:
    """The parameters of ``anze:attachledger`` for a ledger that leaves no question; None when a person must say."""
    which = book.likely()
    if which is None:
        return None
    mapping = kept(which)
    sheets = book.seen(which, mapping)
    if open_questions(sheets) or not any(sheet.found for sheet in sheets):
        return None
    heads = {column.head for sheet in sheets for column in sheet.columns}
    return _parameters(campaign, book, which, {head: said for head, said in mapping.items() if head in heads})


def _parameters(campaign: Path, book: LedgerBook, which: ListKind, mapping: Mapping[str, str]) -> dict[str, object]:
    given = {"CAMPAIGN": str(campaign), "INPUT": str(book.path), "LIST": which.value}
    return {**given, **({"MAPPING": json.dumps(mapping, ensure_ascii=False)} if mapping else {})}


class LedgerDialog(QDialog):
    """Asks; ``parameters`` are those of ``anze:attachledger``, which alone reads and writes."""

    def __init__(self, parent: QWidget, campaign: Path, book: LedgerBook, which: Optional[ListKind] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Attach ledger"))
        self.resize(1000, 620)
        self.campaign, self.book = campaign, book
        self.head_lines: dict[str, int] = {}
        self.says, self.tabs = QLabel(), QTabWidget()
        self.says.setWordWrap(True)
        self.which, self.key = QComboBox(), QComboBox()
        for each in ListKind:
            self.which.addItem(each.zh, each.value)
        self.which.setCurrentIndex(self.which.findData((which or book.likely() or ListKind.UNSUPPLIED).value))
        self.only_look = QCheckBox(tr("Only say what would happen"))
        self.buttons = accept_or_cancel(self, tr("Attach"))
        self._lay_out()
        self.which.currentIndexChanged.connect(lambda _row: self._show_sheets())
        self._show_sheets()

    def _lay_out(self) -> None:
        column, row, form = QVBoxLayout(self), QHBoxLayout(), QFormLayout()
        form.addRow(tr("Ledger"), QLabel(self.book.path.name))
        form.addRow(tr("List"), self.which)
        form.addRow(tr("Match parcels by"), self.key)
        column.addLayout(form)
        column.addWidget(self.says)
        column.addWidget(self.tabs, 1)
        row.addWidget(self.only_look)
        row.addStretch(1)
        row.addWidget(self.buttons)
        column.addLayout(row)

    def _show_sheets(self) -> None:
        """The sheets of the chosen list as names and kept answers take them."""
        which = self.chosen_list()
        fields = catalogue.field_by_code(which)
        self.key.clear()
        order = "、".join("+".join(fields[code].name_zh for code in codes) for codes in keys_of(which))
        self.key.addItem(tr("one after another: {fields}").format(fields=order), "")
        for codes in keys_of(which):
            if len(codes) == 1:
                self.key.addItem(fields[codes[0]].name_zh, codes[0])
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            page.deleteLater()
        for sheet in self.book.seen(which, kept(which), self.head_lines):
            name = sheet.name or tr("Ledger")
            title = name if sheet.found else tr("{sheet} (no heads found)").format(sheet=name)
            self.tabs.addTab(self._page(sheet), title)
        self._judge()

    def _page(self, sheet: SeenSheet) -> QWidget:
        page = QWidget()
        column, row = QVBoxLayout(page), QHBoxLayout()
        table = LedgerSheet(self.chosen_list(), sheet)
        table.changed.connect(self._judge)
        if sheet.found:
            first, last = sheet.lines
            text = tr("Heads in line {first}") if first == last else tr("Heads in lines {first} and {last}")
            row.addWidget(QLabel(text.format(first=first, last=last)))
        else:
            line = QSpinBox()
            line.setRange(1, 999)
            line.setValue(sheet.lines[0])
            line.setKeyboardTracking(False)
            line.valueChanged.connect(lambda number, name=sheet.name: self._heads_are_in(name, number))
            row.addWidget(QLabel(tr("Heads in line")))
            row.addWidget(line)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(table, 1)
        return page

    def _heads_are_in(self, sheet: str, line: int) -> None:
        shown = self.tabs.currentIndex()
        self.head_lines[sheet] = line
        self._show_sheets()
        self.tabs.setCurrentIndex(shown)

    def chosen_list(self) -> ListKind:
        return ListKind(str(self.which.currentData()))

    def sheets(self) -> list[LedgerSheet]:
        """The tables in the tabs."""
        pages = [self.tabs.widget(index) for index in range(self.tabs.count())]
        return [table for page in pages for table in page.findChildren(LedgerSheet)]

    def _judge(self) -> None:
        """Say what is open. Columns nobody knows may be left out; a ledger without any column may not."""
        sheets = self.sheets()
        used = sum(bool(sheet.field(row)) for sheet in sheets for row in range(sheet.rowCount()))
        left = sum(
            not sheet.field(row) and not column.known
            for sheet in sheets
            if sheet.sheet.found
            for row, column in enumerate(sheet.sheet.columns)
        )
        if not used:
            self.says.setText(tr("No column was recognised. Say where the heads stand and what the columns are."))
        elif left:
            sentence = tr(
                "{used} columns are read, {left} are not recognised (red): say what they are, or leave them unused. "
                "Your answer is kept for the next ledger with these heads."
            )
            self.says.setText(sentence.format(used=used, left=left))
        else:
            self.says.setText(tr("{used} columns are read.").format(used=used))
        self.buttons.button(self.buttons.StandardButton.Ok).setEnabled(used > 1)

    def answers(self) -> dict[str, str]:
        """What the mapping must say, over all sheets."""
        return {head: said for sheet in self.sheets() for head, said in sheet.answers().items()}

    def parameters(self) -> dict[str, object]:
        """What ``anze:attachledger`` is to be run with."""
        given = _parameters(self.campaign, self.book, self.chosen_list(), self.answers())
        key = str(self.key.currentData() or "")
        return {**given, **({"KEY": key} if key else {}), "DRY_RUN": self.only_look.isChecked()}

    def accept(self) -> None:
        """Keep what was confirmed."""
        heads = [head for sheet in self.sheets() if sheet.sheet.found or sheet.answers() for head in sheet.heads()]
        keep(self.chosen_list(), heads, self.answers())
        super().accept()

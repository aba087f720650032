"""What the office confirmed of the heads of its ledgers: kept in the settings, looked through and taken back here."""

from __future__ import annotations

import json
from typing import Iterable, Mapping, NamedTuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ... import catalogue
from ...algorithms.frame.language import tr
from ...catalogue import land_use
from ...model.kinds import ListKind
from ...readers.ledger.headers import field_and_unit
from ...settings import LEDGER_ALWAYS_ASK, LEDGER_COLUMNS
from ..importing.tables import Column, Table, fit_columns


def kept(which: ListKind) -> dict[str, str]:
    """The mapping people confirmed for a list; fields that are gone from the catalogue are left out."""
    fields = catalogue.field_by_code(which)
    said = _all().get(which.value, {})
    return {head: target for head, target in said.items() if not target or field_and_unit(target)[0] in fields}


def keep(which: ListKind, heads: Iterable[str], answers: Mapping[str, str]) -> None:
    """Keep what was confirmed of these heads in place of what was kept of them before."""
    others = {head: target for head, target in kept(which).items() if head not in set(heads)}
    LEDGER_COLUMNS.write(json.dumps({**_all(), which.value: {**others, **answers}}, ensure_ascii=False))


def _all() -> dict[str, dict[str, str]]:
    """Empty as well where somebody wrote something else into the settings by hand."""
    try:
        found = json.loads(LEDGER_COLUMNS.read() or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) and all(isinstance(each, dict) for each in found.values()) else {}


def target_text(which: ListKind, target: str) -> str:
    """What a head is sent to, as people read it."""
    code, unit = field_and_unit(target)
    if not code:
        return tr("not used")
    field = catalogue.field_by_code(which)[code]
    return f"{field.name_zh}（{unit_words(unit or field.unit)}）" if unit or field.unit else field.name_zh


def unit_words(unit: str) -> str:
    """A unit as people read it: of a land use, the standard of its codes."""
    if unit in land_use.systems():
        return land_use.systems()[unit].standard
    return unit or tr("as each cell says")


class Kept(NamedTuple):
    """One head."""

    which: ListKind
    head: str
    target: str


class KeptTable(Table[Kept]):
    columns = (
        Column("List", lambda row: row.which.zh),
        Column("Column head", lambda row: row.head),
        Column("Is read as", lambda row: target_text(row.which, row.target)),
    )


class KeptColumnsDialog(QDialog):
    """Shows what is kept; a head that is taken away is asked for again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Ledger columns"))
        self.resize(560, 420)
        self.table, self.view = KeptTable(), QTreeView()
        self.view.setModel(self.table)
        self.view.setRootIsDecorated(False)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.always = QCheckBox(tr("Always show the columns before a ledger is attached"))
        self.always.setChecked(LEDGER_ALWAYS_ASK.read())
        self.always.toggled.connect(LEDGER_ALWAYS_ASK.write)
        self.forget_button, close = QPushButton(tr("Forget the selected heads")), QPushButton(tr("Close"))
        self.forget_button.clicked.connect(lambda _checked=False: self.forget())
        close.clicked.connect(lambda _checked=False: self.accept())
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.view, 1)
        column.addWidget(self.always)
        row.addStretch(1)
        row.addWidget(self.forget_button)
        row.addWidget(close)
        column.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        self.table.fill([Kept(which, *each) for which in ListKind for each in kept(which).items()])
        fit_columns(self.view)
        self.forget_button.setEnabled(bool(self.table.rows))

    def forget(self) -> None:
        """Take the selected heads away."""
        chosen = [self.table.rows[index.row()] for index in self.view.selectionModel().selectedRows()]
        for which in ListKind:
            keep(which, [each.head for each in chosen if each.which is which], {})
        self.refresh()

"""The case of the selected parcel: its facts, clock, next steps with due dates, and its history."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Optional, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QMenu, QTabWidget, QTreeWidget, QTreeWidgetItem

from ... import catalogue, law
from ...algorithms.frame.language import tr
from ...model.campaign import Campaign
from ...model.procedure.due import DueStep
from ...model.standing.snapshot import Dossier
from ...model.units import Units
from ...store.casework.history import HistoryEntry, read_history
from ...store.standing.snapshot import campaign_of
from ...wording.days import in_table
from ...wording.parcels import fact_zh

EVENT_ROLE = Qt.ItemDataRole.UserRole


class CaseView(QTabWidget):
    """Shows; a right click on an event asks for its correction."""

    correction_wanted = pyqtSignal(int)
    """The number of the event."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = _tree([tr("Field"), tr("Value"), tr("Unit")])
        self.clock = _tree([tr("Clock"), tr("What it says")])
        self.steps = _tree(
            [tr("Next step"), tr("Document"), tr("Due on"), tr("Days left"), tr("Situation"), tr("Owner")]
        )
        heads = (tr("Day"), tr("What"), tr("Document"), tr("Department"), tr("Attachments"), tr("Event"))
        self.history = _tree(heads)
        self.addTab(self.facts, tr("Facts"))
        self.addTab(self.steps, tr("Next steps"))
        self.addTab(self.clock, tr("Idle clock"))
        self.addTab(self.history, tr("History"))
        self.history.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.history.customContextMenuRequested.connect(self._offer_correction)
        self.setMinimumHeight(180)

    def show_case(self, campaign: Optional[Path], dossier: Optional[Dossier], as_of: date) -> None:
        """Fill all tabs for one parcel; None empties them."""
        for tree in (self.facts, self.clock, self.steps, self.history):
            tree.clear()
        if dossier is None or campaign is None:
            return
        lines = law.clock_lines(dossier.case, as_of, dossier.standing)
        _fill(self.clock, [(line.label, line.value) for line in lines])
        self.setTabEnabled(self.indexOf(self.clock), bool(lines))
        own = campaign_of(campaign)
        _fill(self.facts, _facts(dossier, own.units))
        due = law.steps_of(dossier, as_of)
        _fill(self.steps, [_step(each, dossier, own) for each in due])
        for entry in reversed(read_history(campaign, dossier.which, dossier.code)):
            self.history.addTopLevelItem(_event_item(entry, own.units))

    def _offer_correction(self, place) -> None:  # type: ignore[no-untyped-def]
        item = self.history.itemAt(place)
        event = item.data(0, EVENT_ROLE) if item is not None else None
        if event is None:
            return
        menu = QMenu(self.history)
        menu.addAction(tr("Correct this event"), lambda: self.correction_wanted.emit(int(event)))
        menu.exec(self.history.viewport().mapToGlobal(place))


def _tree(heads: Sequence[str]) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(list(heads))
    tree.setRootIsDecorated(False)
    tree.setAlternatingRowColors(True)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _fill(tree: QTreeWidget, rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        item = QTreeWidgetItem(list(row))
        for column, text in enumerate(row):
            item.setToolTip(column, text)
        tree.addTopLevelItem(item)


def _facts(dossier: Dossier, known: Units) -> list[tuple[str, str, str]]:
    """Every field of the case that has a value, codes by their names."""
    told = ((field, fact_zh(dossier.case, field, known)) for field in catalogue.case_fields(dossier.which))
    return [(field.name_zh, text, field.unit) for field, text in told if text]


def _step(due: DueStep, dossier: Dossier, campaign: Campaign) -> tuple[str, ...]:
    return (
        due.step.name,
        due.step.document,
        in_table(due.due_on),
        str(due.days_left) if due.days_left is not None else "",
        due.situation.zh,
        law.owner_of(due.step, dossier.case, campaign),
    )


def _event_item(entry: HistoryEntry, known: Units) -> QTreeWidgetItem:
    event = entry.event
    files = "、".join(Path(each.path).name for each in entry.attachments)
    item = QTreeWidgetItem(
        [
            in_table(entry.day),
            entry.what.text(tr),
            event.document if event else "",
            known.department_name(event.department) if event else "",
            files,
            str(event.id) if event else "",
        ]
    )
    if event is not None:
        item.setData(0, EVENT_ROLE, event.id)
    if not entry.stands:
        font = item.font(1)
        font.setStrikeOut(True)
        item.setFont(1, font)
        item.setToolTip(1, tr("Corrected by event {event}").format(event=entry.corrected_by))
    return item

"""Change the state of one or many parcels: offers what the machine allows, asks for what the step needs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ... import catalogue
from ...algorithms.frame.language import tr
from ...model.kinds import ListKind
from ...model.procedure.admission import Verdict
from ...model.procedure.workflow import Transition
from ...store.casework.admitting import read_steps
from ...store.standing.snapshot import campaign_of
from ..answers import accept_or_cancel
from .field_edit import FieldEdit


class StepDialog(QDialog):
    """Asks; ``parameters`` are those of ``anze:changestate``, which alone decides and writes."""

    def __init__(self, parent: QWidget, campaign: Path, which: ListKind, codes: Sequence[str], day: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Change state"))
        self.campaign, self.which, self.codes = campaign, which, tuple(codes)
        self.verdicts: Mapping[str, tuple[Verdict, ...]] = {}
        self.edits: list[FieldEdit] = []
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.step, self.reasons = QComboBox(), QLabel()
        self.document, self.note, self.area = QLineEdit(), QLineEdit(), QLineEdit()
        self.department = self._departments()
        self.attachments = QPlainTextEdit()
        self.override, self.why = QCheckBox(tr("Take the step against the machine")), QLineEdit()
        self.fields = QFormLayout()
        self.buttons = accept_or_cancel(self)
        self._lay_out()
        self.day.dateChanged.connect(lambda _day: self._read_steps())
        self.step.currentIndexChanged.connect(lambda _row: self._show_step())
        self.override.toggled.connect(lambda _on: self._show_step())
        self._read_steps()

    def _lay_out(self) -> None:
        column, form = QVBoxLayout(self), QFormLayout()
        shown = "、".join(self.codes[:6]) + ("…" if len(self.codes) > 6 else "")
        title = QLabel(
            tr("{count} parcel(s) of the list {list}: {codes}").format(
                count=len(self.codes), list=self.which.zh, codes=shown
            )
        )
        title.setWordWrap(True)
        column.addWidget(title)
        self.reasons.setWordWrap(True)
        self.reasons.setTextFormat(Qt.TextFormat.PlainText)
        self.attachments.setMaximumHeight(56)
        browse = QPushButton(tr("Choose files"))
        browse.clicked.connect(lambda _checked=False: self._choose_files())
        self.area.setPlaceholderText(tr("empty: all that is left"))
        for label, widget in (
            (tr("Took effect on"), self.day),
            (tr("Step"), self.step),
            ("", self.reasons),
            (tr("Document number"), self.document),
            (tr("Responsible department"), self.department),
            (tr("Area settled (hectares)"), self.area),
            (tr("Note"), self.note),
            (tr("Attachments"), self.attachments),
            ("", browse),
        ):
            form.addRow(label, widget)
        column.addLayout(form)
        column.addLayout(self.fields)
        form = QFormLayout()
        form.addRow(self.override)
        form.addRow(tr("Reason for an override"), self.why)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(560)

    def _departments(self) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.addItem("")
        box.addItems([each.name for each in campaign_of(self.campaign).units.departments])
        return box

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Attachments"))
        known = self.attachments.toPlainText().splitlines()
        self.attachments.setPlainText("\n".join([*known, *chosen]))

    def _read_steps(self) -> None:
        """The steps that start from the state of every parcel chosen, those nothing stands against first."""
        day = self.day.date().toPyDate()
        self.verdicts = read_steps(self.campaign, self.which, self.codes, day)
        before = self.step.currentData()
        common = [step for step in self._common() if not self._refusals(step)]
        refused = [step for step in self._common() if self._refusals(step)]
        self.step.blockSignals(True)
        self.step.clear()
        for step in (*common, *refused):
            mark = "" if step in common else tr(" (a condition is not met)")
            self.step.addItem(f"{step.code}　{step.name} → {self._target(step)}{mark}", step.code)
        self.step.setCurrentIndex(max(self.step.findData(before), 0))
        self.step.blockSignals(False)
        self._show_step()

    def _target(self, step: Transition) -> str:
        state = catalogue.workflow(self.which).states.get(step.target)
        return state.name if state is not None else step.target

    def _common(self) -> list[Transition]:
        """The steps every parcel may start from its state."""
        each_parcel = [{verdict.step.code for verdict in verdicts} for verdicts in self.verdicts.values()]
        shared = set.intersection(*each_parcel) if each_parcel else set()
        return [step for code, step in catalogue.workflow(self.which).transitions.items() if code in shared]

    def _of_step(self, code: str) -> list[Verdict]:
        return [verdict for verdicts in self.verdicts.values() for verdict in verdicts if verdict.step.code == code]

    def _refusals(self, step: Transition) -> list[str]:
        return [refusal.text(tr) for verdict in self._of_step(step.code) for refusal in verdict.refusals]

    def chosen(self) -> Optional[Transition]:
        return catalogue.workflow(self.which).transitions.get(str(self.step.currentData() or ""))

    def _show_step(self) -> None:
        """What stands against the step, what it should name, and an editor for every field it still needs."""
        step = self.chosen()
        verdicts = self._of_step(step.code) if step else []
        said = self._refusals(step) if step else [tr("The chosen parcels have no step in common")]
        said += [remark.text(tr) for verdict in verdicts for remark in verdict.remarks]
        self.reasons.setText("\n".join(said[:8]))
        self.document.setPlaceholderText(step.document if step else "")
        self.area.setEnabled(bool(step and (step.completes or step.adds_to)))
        self.why.setEnabled(self.override.isChecked())
        self._ask_for(sorted({code for verdict in verdicts for code in verdict.missing}))
        admitted = bool(step) and not self._refusals(step)  # type: ignore[arg-type]
        accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        accept.setEnabled(admitted or (self.override.isChecked() and bool(step)))

    def _ask_for(self, codes: Sequence[str]) -> None:
        while self.fields.rowCount():
            self.fields.removeRow(0)
        known = catalogue.field_by_code(self.which)
        self.edits = [FieldEdit(known[code]) for code in codes if code in known]
        for edit in self.edits:
            self.fields.addRow(f"{edit.label} *", edit.widget)

    def parameters(self) -> dict[str, object]:
        """What ``anze:changestate`` is to be run with."""
        step = self.chosen()
        facts = {edit.code: edit.value() for edit in self.edits if edit.value()}
        given = {
            "CAMPAIGN": str(self.campaign),
            "LIST": self.which.value,
            "PARCELS": "\n".join(self.codes),
            "TRANSITION": step.code if step else "",
            "DATE": self.day.date().toString(Qt.DateFormat.ISODate),
            "DOCUMENT": self.document.text().strip(),
            "DEPARTMENT": self.department.currentText().strip(),
            "NOTE": self.note.text().strip(),
            "AREA": self.area.text().strip(),
            "ATTACHMENTS": self.attachments.toPlainText().strip(),
            "FACTS": json.dumps(facts, ensure_ascii=False) if facts else "",
            "OVERRIDE": self.why.text().strip() if self.override.isChecked() else "",
        }
        return {name: value for name, value in given.items() if value != ""}

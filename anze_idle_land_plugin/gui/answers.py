"""The standard buttons of a dialog in our own words: where Qt's own translation is not installed they stay English."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QWidget

from ..algorithms.frame.language import tr


def accept_or_cancel(dialog: QDialog, accept: str = "") -> QDialogButtonBox:
    """OK (or what the dialog does, in its own word) and Cancel, joined to the dialog."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=dialog)
    box.button(QDialogButtonBox.StandardButton.Ok).setText(accept or tr("OK"))
    box.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def agreed(parent: QWidget, title: str, question: str) -> bool:
    """Whether a person says yes."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    yes = box.addButton(tr("Yes"), QMessageBox.ButtonRole.YesRole)
    no = box.addButton(tr("No"), QMessageBox.ButtonRole.NoRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes

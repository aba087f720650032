"""A survey file as text, opened at a line."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ...algorithms.frame.language import tr

MARKED = QColor("#fdebd0")


class TextView(QDialog):
    """Shows the lines with their numbers; the one that was asked for is marked and in the middle."""

    def __init__(self, parent: QWidget, path: Path, lines: list[str], line: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(path.name)
        self.resize(720, 480)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        width = len(str(len(lines)))
        self.text.setPlainText("\n".join(f"{number:>{width}}  {text}" for number, text in enumerate(lines, 1)))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(str(path)))
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.go_to(line)

    def go_to(self, line: int) -> None:
        """Mark a line, counted from 1, and bring it into view."""
        cursor = QTextCursor(self.text.document().findBlockByNumber(max(line - 1, 0)))
        self.text.setTextCursor(cursor)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = cursor
        marked.format.setBackground(MARKED)
        marked.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.text.setExtraSelections([marked])
        self.text.centerCursor()

"""The list of rejects: zooms to the place when there is one, opens the line, and is saved as csv."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Optional

from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QTreeView, QVBoxLayout, QWidget

from ...algorithms.frame.language import tr
from ...geodesy.zones import epsg, grid_of
from ...readers.boundary_txt.decoding import UndecodableFile, decode
from ...readers.files import TEXT_TYPES
from ...readers.reject_place import place_of
from ...settings import LAST_FOLDER
from .preview import zoom_to
from .session import ImportSession
from .tables import RejectRow, RejectsTable, fit_columns
from .text_view import TextView

LARGEST_SHOWN = 50_000_000
"""Bytes of the largest file that is opened as text."""


class RejectList(QWidget):
    """Shows the csv that the algorithm wrote; saving copies that file."""

    def __init__(self, session: ImportSession, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self.session, self.canvas = session, canvas
        self.written: Optional[Path] = None
        self.table, self.view, self.says = RejectsTable(), QTreeView(), QLabel()
        self.says.setWordWrap(True)
        self.view.setModel(self.table)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.view.doubleClicked.connect(lambda _index: self.zoom())
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        self.zoom_button, self.open_button = QPushButton(tr("Zoom to the place")), QPushButton(tr("Open the line"))
        self.save_button = QPushButton(tr("Save as csv..."))
        for button, does in (
            (self.zoom_button, self.zoom),
            (self.open_button, self.open_line),
            (self.save_button, self._ask_and_save),
        ):
            button.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(button)
        row.addWidget(self.says, 1)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self._allow()

    def fill(self, written: Path) -> None:
        """Show the list that the algorithm wrote to a csv."""
        self.written = written
        with open(written, encoding="utf-8-sig", newline="") as handle:
            rows = [RejectRow(*(row[name] for name in RejectRow._fields)) for row in csv.DictReader(handle)]
        self.table.fill(rows)
        fit_columns(self.view)
        if rows:
            self.view.setCurrentIndex(self.table.index(0, 0))
        self._allow()

    def chosen(self) -> Optional[RejectRow]:
        rows = self.view.selectionModel().selectedRows()
        return self.table.rows[rows[0].row()] if rows else None

    def zoom(self) -> bool:
        """Bring the surroundings of the chosen reject into view; say so where no point of it can be read."""
        row = self.chosen()
        place = self._place(row) if row is not None else None
        if place is None or not zoom_to(self.canvas, QgsRectangle(*place), self.session.crs):
            self.says.setText(tr("This reject has no place on the map"))
            return False
        self.says.clear()
        return True

    def open_line(self) -> Optional[TextView]:
        """Open the file of the chosen reject: a text at its line, anything else in its own program."""
        row = self.chosen()
        path = self.session.path_of(row.file) if row is not None else None
        if row is None or path is None:
            self.says.setText(tr("The file cannot be opened from here"))
            return None
        lines = self._lines(row)
        if not lines:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            return None
        view = TextView(self, path, lines, int(row.line or 1))
        view.show()
        return view

    def save(self, path: Path) -> bool:
        """Copy the csv to where a person wants it; the reason is said where that fails."""
        if self.written is None:
            return False
        try:
            shutil.copyfile(self.written, path)
        except OSError as error:
            self.says.setText(tr("{file} cannot be written: {reason}").format(file=path, reason=error.strerror))
            return False
        self.says.setText(tr("Saved as {file}").format(file=path))
        return True

    def _ask_and_save(self) -> None:
        proposed = str(Path(LAST_FOLDER.read()) / "rejects.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save as csv..."), proposed, "CSV (*.csv)")
        if chosen:
            self.save(Path(chosen))

    def _allow(self) -> None:
        some = self.chosen() is not None
        self.zoom_button.setEnabled(some)
        self.open_button.setEnabled(some)
        self.save_button.setEnabled(self.written is not None)

    def _place(self, row: RejectRow) -> Optional[tuple[float, float, float, float]]:
        reading = next((each for each in self.session.readings if each.file == row.file), None)
        if reading is None or not row.line:
            return None
        return place_of(self._lines(row), int(row.line), reading.crs, epsg(grid_of(self.session.crs)))

    def _lines(self, row: RejectRow) -> list[str]:
        """The lines of a text file as the reader saw them; none where it is no text, or gone."""
        path = self.session.path_of(row.file)
        if path is None or path.suffix.lower() not in TEXT_TYPES or path.stat().st_size > LARGEST_SHOWN:
            return []
        encoding = next((each.encoding for each in self.session.readings if each.file == row.file), "")
        try:
            return decode(path.read_bytes(), row.file, encoding).text.splitlines()
        except UndecodableFile:
            return []

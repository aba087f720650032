"""Second page of the import wizard: file by file what was recognised, and what a person overrides."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTreeView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWizardPage,
)

from ...algorithms.frame.language import tr
from ...readers.reading import Reading
from .choices import choose, chosen, columns_choice, crs_choice, encoding_choice, profile_choice
from .session import ImportSession, Recognition
from .tables import FilesTable, ReadFile, fit_columns


class RecognisedPage(QWizardPage):
    """Reads in a task of its own each time the page is entered or something else is forced."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.session = session
        self.task: Optional[Recognition] = None
        self.setTitle(tr("What was recognised"))
        self.setSubTitle(tr("Check each file. Where it was read wrongly, select it and say how it is to be read."))
        self.table, self.view, self.details = FilesTable(), QTreeView(), QTreeWidget()
        self.progress, self.summary = QProgressBar(), QLabel()
        self.summary.setWordWrap(True)
        unforced = tr("as recognised")
        self.choices = {"profile": profile_choice(), "crs": crs_choice(unforced), "encoding": encoding_choice()}
        self.choices["columns"] = columns_choice()
        self._lay_out()

    def _lay_out(self) -> None:
        self.view.setModel(self.table)
        self.view.setRootIsDecorated(False)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setUniformRowHeights(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.details.setHeaderLabels([tr("Line"), tr("What"), tr("Text")])
        self.details.setRootIsDecorated(False)
        self.details.setWordWrap(True)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.view)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.addWidget(self.progress)
        column.addWidget(self.summary)
        column.addWidget(parts, 1)
        column.addWidget(self._override_box())

    def _override_box(self) -> QGroupBox:
        box = QGroupBox(tr("For the selected files"))
        grid, buttons = QGridLayout(box), QHBoxLayout()
        titles = {"profile": tr("Dialect"), "crs": tr("Coordinate system"), "encoding": tr("Encoding")}
        titles["columns"] = tr("Columns of a point table")
        for column, (key, choice) in enumerate(self.choices.items()):
            grid.addWidget(QLabel(titles[key]), 0, column)
            grid.addWidget(choice, 1, column)
        for text, does in ((tr("Read again"), self.force), (tr("As recognised"), self.release)):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked=False, does=does: does())
            buttons.addWidget(button)
        grid.addLayout(buttons, 1, len(self.choices))
        grid.setColumnStretch(1, 1)
        return box

    def initializePage(self) -> None:
        self.read()

    def cleanupPage(self) -> None:
        self.stop()

    def isComplete(self) -> bool:
        """Something must have been read, and nothing may be reading still."""
        return self.task is None and bool(self.session.readings)

    def read(self) -> None:
        """Read everything again; an earlier reading is left to end by itself, unheard."""
        self.stop()
        self.session.readings = ()
        task = Recognition(self.session)
        self.task = task
        self.progress.setValue(0)
        self.progress.show()
        self.summary.setText(tr("Reading..."))
        task.progressChanged.connect(lambda percent: self._progressed(task, percent))
        task.taskCompleted.connect(lambda: self._read(task))
        task.taskTerminated.connect(lambda: self._read(task))
        QgsApplication.taskManager().addTask(task)
        self.completeChanged.emit()

    def stop(self) -> None:
        """Give up what is being read."""
        if self.task is not None:
            task, self.task = self.task, None
            task.cancel()

    def force(self) -> None:
        """Read the selected files as the choices say."""
        self._force({key: chosen(choice) for key, choice in self.choices.items()})

    def release(self) -> None:
        """Let the selected files be recognised again."""
        self._force({})

    def select(self, files: Sequence[str]) -> None:
        """Select files by the names they are read under."""
        self.view.clearSelection()
        for number, row in enumerate(self.table.rows):
            if row.reading.file in files:
                index = self.table.index(number, 0)
                flags = self.view.selectionModel().SelectionFlag
                self.view.selectionModel().select(index, flags.Select | flags.Rows)
                self.view.scrollTo(index)

    def _force(self, forced: dict[str, str]) -> None:
        files = tuple(reading.file for reading in self._selected())
        if files:
            self.session.wanted = self.session.wanted.forcing(files, forced)
            self.read()

    def _progressed(self, task: Recognition, percent: float) -> None:
        if task is self.task:
            self.progress.setValue(round(percent))

    def _read(self, task: Recognition) -> None:
        if task is not self.task:
            return
        self.task = None
        chosen = [reading.file for reading in self._selected()]
        self.session.readings, self.session.crs = task.readings, task.crs
        self.progress.hide()
        self.summary.setText(task.sentence or self._summed_up())
        self.table.fill([ReadFile(each, self._forced(each.file)) for each in task.readings])
        fit_columns(self.view)
        self.select(chosen or self._first_to_look_at())
        self.completeChanged.emit()

    def _summed_up(self) -> str:
        readings = self.session.readings
        sentence = tr("{files} files, {parcels} parcels; {rejects} lines or files cannot be taken")
        return sentence.format(
            files=len(readings),
            parcels=sum(len(each.parcels) for each in readings),
            rejects=sum(len(each.rejects) for each in readings),
        )

    def _first_to_look_at(self) -> list[str]:
        readings = self.session.readings
        faulty = [each.file for each in readings if each.rejects] or [each.file for each in readings]
        return faulty[:1]

    def _forced(self, file: str) -> str:
        return ", ".join(self.session.wanted.overrides.get(file, {}).values())

    def _selected(self) -> list[Reading]:
        rows = self.view.selectionModel().selectedRows()
        return [self.table.rows[index.row()].reading for index in rows if index.row() < len(self.table.rows)]

    def _show_selected(self) -> None:
        """Rejects and notes of the selected files, and what is forced about the first of them."""
        self.details.clear()
        readings = self._selected()
        for reading in readings:
            for reject in reading.rejects:
                line = "" if reject.line is None else str(reject.line)
                self._detail(line, reject.message.text(tr), reject.text)
            for note in reading.notes:
                self._detail("", note.text(tr), "")
        for column in range(2):
            self.details.resizeColumnToContents(column)
        if readings:
            forced = self.session.wanted.overrides.get(readings[0].file, {})
            for key, choice in self.choices.items():
                choose(choice, forced.get(key, ""))

    def _detail(self, line: str, what: str, text: str) -> None:
        item = QTreeWidgetItem([line, what, text])
        item.setToolTip(1, what)
        item.setToolTip(2, text)
        self.details.addTopLevelItem(item)

"""First page of the import wizard: which files, into which list, and what to do where the files do not say it."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...algorithms.frame.language import tr
from ...algorithms.frame.recognising import Wanted
from ...model.kinds import ListKind
from ...readers.files import READABLE
from ...settings import LAST_FOLDER
from .choices import crs_choice
from .drop import dropped_paths
from .session import ImportSession


class DropList(QListWidget):
    """The chosen files and folders; more can be dropped onto it."""

    dropped = pyqtSignal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(dropped_paths(event.mimeData()))
        event.acceptProposedAction()


class SourcePage(QWizardPage):
    """Chooses; the next page reads."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.session = session
        self.setTitle(tr("Survey files"))
        self.setSubTitle(tr("Choose files or a folder, or drop them here. Nothing is stored before the last step."))
        self.files = DropList()
        self.files.dropped.connect(self.add)
        self.lists = QButtonGroup(self)
        self.crs = crs_choice(tr("as the files say"))
        column, form = QVBoxLayout(self), QFormLayout()
        column.addWidget(self.files, 1)
        column.addLayout(self._buttons())
        form.addRow(tr("Into the list"), self._list_choice())
        form.addRow(tr("Coordinate system"), self.crs)
        column.addLayout(form)
        readable = QLabel(tr("Read are: {types}").format(types=" ".join(READABLE)))
        readable.setWordWrap(True)
        column.addWidget(readable)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, does in (
            (tr("Add files..."), self._ask_files),
            (tr("Add a folder..."), self._ask_folder),
            (tr("Remove"), self._remove),
        ):
            button = QPushButton(text)
            button.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _list_choice(self) -> QWidget:
        panel = QWidget()
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        for number, which in enumerate(ListKind):
            button = QRadioButton(which.zh)
            button.setChecked(number == 0)
            self.lists.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        return panel

    def add(self, paths: Iterable[Path]) -> None:
        """Add files or folders, each once."""
        there = set(self._paths())
        for path in paths:
            if path not in there:
                self.files.addItem(str(path))
                there.add(path)
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        return bool(self.files.count() > 0)

    def validatePage(self) -> bool:
        """Hand the choice over; overrides stay where the files stay."""
        before = self.session.wanted
        overrides = before.overrides if before.sources == self._paths() else {}
        self.session.wanted = Wanted(self._paths(), crs=str(self.crs.currentData()), overrides=overrides)
        self.session.which = list(ListKind)[self.lists.checkedId()]
        return True

    def _paths(self) -> tuple[Path, ...]:
        return tuple(Path(self.files.item(row).text()) for row in range(self.files.count()))

    def _ask_files(self) -> None:
        pattern = f"{tr('Survey files')} ({' '.join(f'*{each}' for each in READABLE)})"
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Survey files"), LAST_FOLDER.read(), pattern)
        self._take([Path(each) for each in chosen])

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of survey files"), LAST_FOLDER.read())
        self._take([Path(chosen)] if chosen else [])

    def _take(self, paths: list[Path]) -> None:
        if paths:
            LAST_FOLDER.write(str(paths[0].parent))
        self.add(paths)

    def _remove(self) -> None:
        for item in self.files.selectedItems():
            self.files.takeItem(self.files.row(item))
        self.completeChanged.emit()

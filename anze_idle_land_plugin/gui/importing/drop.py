"""Survey files dropped onto the dock or the map open the import wizard."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Sequence

from qgis.PyQt.QtCore import QEvent, QMimeData, QObject
from qgis.PyQt.QtWidgets import QWidget

from ...readers.files import TEXT_TYPES

DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def any_path(path: Path) -> bool:
    """On the dock everything is meant for us."""
    return True


def survey_text(path: Path) -> bool:
    """On the map only what QGIS itself makes no layer of: folders and texts. Shapefiles stay layers there."""
    return path.is_dir() or path.suffix.lower() in TEXT_TYPES


class SurveyDrop(QObject):
    """Watches a widget for dropped survey files and hands them on, when a campaign is there to take them."""

    def __init__(
        self,
        widget: QWidget,
        takes: Callable[[Path], bool],
        ready: Callable[[], bool],
        take: Callable[[Sequence[Path]], None],
    ) -> None:
        super().__init__(widget)
        self.widget, self.takes, self.ready, self.take = widget, takes, ready, take
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in DRAGS:
            return False
        paths = dropped_paths(event.mimeData())
        if not paths or not self.ready() or not all(self.takes(path) for path in paths):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.take(paths)
        return True

    def remove(self) -> None:
        """Leave the widget alone again."""
        self.widget.removeEventFilter(self)
        self.deleteLater()

"""Draft documents for the selected parcels: which documents their state admits, and where the files go."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Iterator, Sequence

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QFormLayout, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ...algorithms.frame.language import tr
from ...exports.notices.drafts import awaited, kinds_of, why_not
from ...exports.notices.text import Kind
from ...model.kinds import ListKind
from ...model.standing.snapshot import Dossier
from ...settings import LAST_FOLDER
from ...store.standing.snapshot import read_dossiers
from ...wording.days import in_table
from ..answers import accept_or_cancel

KIND_ROLE = Qt.ItemDataRole.UserRole


class DraftDialog(QDialog):
    """Asks; ``parameters`` are those of ``anze:notices``, one run a document, which alone drafts."""

    def __init__(self, parent: QWidget, campaign: Path, which: ListKind, codes: Sequence[str], day: date) -> None:
        """Raises what reading the campaign raises."""
        super().__init__(parent)
        self.setWindowTitle(tr("Draft documents"))
        self.resize(760, 380)
        self.campaign, self.which, self.codes, self.day = campaign, which, tuple(codes), day
        self.dossiers: Sequence[Dossier] = read_dossiers(campaign, which, self.codes, day)
        self.kinds, self.folder = QTreeWidget(), QgsFileWidget()
        self.buttons = accept_or_cancel(self, tr("Draft"))
        self.kinds.setHeaderLabels([tr("Document to draft"), tr("Parcels"), tr("What stands against it")])
        self.kinds.setRootIsDecorated(False)
        for kind in kinds_of(which):
            self.kinds.addTopLevelItem(self._item(kind))
        for column in range(2):
            self.kinds.resizeColumnToContents(column)
        self.kinds.itemChanged.connect(lambda _item, _column: self._allow())
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(str(Path(LAST_FOLDER.read() or campaign.parent) / f"文书_{in_table(day)}"))
        self.folder.fileChanged.connect(lambda _path: self._allow())
        self._lay_out()
        self._allow()

    def _lay_out(self) -> None:
        column, form = QVBoxLayout(self), QFormLayout()
        shown = "、".join(self.codes[:6]) + ("…" if len(self.codes) > 6 else "")
        title = tr("{count} parcel(s) of the list {list}: {codes}").format(
            count=len(self.codes), list=self.which.zh, codes=shown
        )
        label = QLabel(title)
        label.setWordWrap(True)
        form.addRow(tr("Folder"), self.folder)
        column.addWidget(label)
        column.addWidget(self.kinds, 1)
        column.addLayout(form)
        column.addWidget(self.buttons)

    def _item(self, kind: Kind) -> QTreeWidgetItem:
        """A document: ticked when a next step needs it, not to be ticked when it is admitted for no parcel."""
        reasons = {each.code: why_not(kind, each, self.day) for each in self.dossiers}
        fit = sum(not reason for reason in reasons.values())
        wanted = any(awaited(kind, each) and not reasons[each.code] for each in self.dossiers)
        against = list(dict.fromkeys(reason for reason in reasons.values() if reason))
        said = tr("the next step needs it") if wanted and not against else "；".join(against)
        item = QTreeWidgetItem([kind.zh, f"{fit} / {len(reasons)}", said])
        item.setToolTip(2, "\n".join(f"{code}：{reason}" for code, reason in reasons.items() if reason) or said)
        item.setData(0, KIND_ROLE, kind.value)
        item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        if not fit:
            item.setDisabled(True)
        return item

    def _items(self) -> Iterator[QTreeWidgetItem]:
        return (self.kinds.topLevelItem(row) for row in range(self.kinds.topLevelItemCount()))

    def chosen(self) -> list[Kind]:
        """The documents that are ticked."""
        ticked = (item for item in self._items() if item.checkState(0) == Qt.CheckState.Checked)
        return [Kind(item.data(0, KIND_ROLE)) for item in ticked]

    def _allow(self) -> None:
        accept = self.buttons.button(self.buttons.StandardButton.Ok)
        accept.setEnabled(bool(self.chosen()) and bool(self.folder.filePath().strip()))

    def parameters(self) -> list[dict[str, object]]:
        """What ``anze:notices`` is to be run with, one run a document."""
        given = {
            "CAMPAIGN": str(self.campaign),
            "LIST": self.which.value,
            "PARCELS": "\n".join(self.codes),
            "AS_OF": self.day.isoformat(),
            "OUTPUT": self.folder.filePath().strip(),
        }
        return [{**given, "KIND": kind.value} for kind in self.chosen()]

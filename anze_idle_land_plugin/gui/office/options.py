"""The page of QGIS's options with what the office has otherwise than the plugin is shipped, and where that stands."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.gui import QgisInterface, QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.frame.language import tr
from ...catalogue import RESOURCES, begin_table, office_differences, office_tables, under
from ...model.messages import CampaignError
from ...settings import OFFICE_FOLDER, office_folder, office_folders
from ...wording.office import column_zh, row_zh, table_zh

TITLE = "批而未用：本单位"
Campaign = Callable[[], Optional[Path]]
"""The campaign that is open; None while none is."""


class OfficeOptionsPage(QgsOptionsPageWidget):
    """Shows what differs; ``apply`` keeps the folder. Tables are changed in a spreadsheet, not here."""

    def __init__(self, campaign: Campaign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.campaign = campaign
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(str(office_folder()))
        self.refused = QLabel()
        self.refused.setWordWrap(True)
        self.refused.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableWidget(0, 6)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalHeaderLabels(
            [tr("Table"), tr("What"), tr("Column"), tr("Default"), tr("Now"), tr("Set in")]
        )
        self.tables = QComboBox()
        for name in office_tables():
            self.tables.addItem(table_zh(name), name)
        self._lay_out()
        self.show_differences()

    def _lay_out(self) -> None:
        column, form, row = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        form.addRow(tr("Folder of the office"), self.folder)
        column.addLayout(form)
        explanation = QLabel(
            tr(
                "Tables in this folder, and in a folder “office” beside a campaign, change numbers, colours and texts; "
                "an update of the plugin keeps them. Fill in only what differs."
            )
        )
        explanation.setWordWrap(True)
        column.addWidget(explanation)
        column.addWidget(self.table, 1)
        column.addWidget(self.refused)
        for widget, does in (
            (QPushButton(tr("Begin this table")), self.begin),
            (QPushButton(tr("Open the folder")), self.open_folder),
            (QPushButton(tr("Read again")), self.show_differences),
        ):
            widget.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(widget)
        row.insertWidget(0, self.tables, 1)
        column.addLayout(row)

    @property
    def chosen(self) -> Path:
        """The folder that stands in the page."""
        return Path(self.folder.filePath().strip() or office_folder())

    def show_differences(self) -> None:
        """What the tables of the folder and of the open campaign change; a table that cannot be used is named."""
        self.refused.clear()
        self.table.setRowCount(0)
        campaign = self.campaign()
        _, *beside = office_folders(str(campaign) if campaign else "")
        try:
            with under((self.chosen, *beside)):
                rows = [
                    (
                        table_zh(each.table),
                        row_zh(each.table, each.row, each.title),
                        column_zh(each.column),
                        each.default,
                        each.now,
                        each.file,
                    )
                    for each in office_differences()
                ]
        except CampaignError as error:
            self.refused.setText(error.text(tr))
            return
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if not rows:
            self.refused.setText(tr("Nothing differs from what the plugin is shipped with"))
        self.table.resizeColumnsToContents()

    def begin(self) -> None:
        """Make the file of the chosen table where there is none, and open it in the program for such files."""
        try:
            file = begin_table(self.chosen, str(self.tables.currentData()))
        except CampaignError as error:
            self.refused.setText(error.text(tr))
            return
        self.show_differences()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def open_folder(self) -> None:
        self.chosen.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.chosen)))

    def apply(self) -> None:
        """Called by QGIS when the options are accepted."""
        OFFICE_FOLDER.write("" if self.chosen == office_folder("") else str(self.chosen))


class OfficeOptions(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS opens its options."""

    def __init__(self, iface: QgisInterface, campaign: Campaign) -> None:
        super().__init__()
        self.iface, self.campaign = iface, campaign
        self.setTitle(TITLE)
        iface.registerOptionsWidgetFactory(self)

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "anze.svg"))

    def createWidget(self, parent: QWidget) -> OfficeOptionsPage:
        return OfficeOptionsPage(self.campaign, parent)

    def remove(self) -> None:
        """Take the page away again."""
        self.iface.unregisterOptionsWidgetFactory(self)

"""The page of QGIS's options with the settings of the sheets: title, secrecy line, logo, seal frame."""

from __future__ import annotations

from qgis.gui import QgisInterface, QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from ...algorithms.frame.language import tr
from ...catalogue import RESOURCES
from ...settings import SHEET_LOGO, SHEET_SEAL, SHEET_SECRECY, SHEET_TITLE

TITLE = "批而未用"


class SheetOptionsPage(QgsOptionsPageWidget):
    """Shows the settings as they are; ``apply`` writes what stands in the widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.secrecy = QLineEdit(SHEET_TITLE.read()), QLineEdit(SHEET_SECRECY.read())
        self.title.setPlaceholderText(tr("County, year and the words of the plan"))
        self.logo = QgsFileWidget()
        self.logo.setFilter(tr("Pictures") + " (*.png *.jpg *.jpeg *.bmp)")
        self.logo.setFilePath(SHEET_LOGO.read())
        self.seal = QCheckBox(tr("Draw a frame for the seal"))
        self.seal.setChecked(SHEET_SEAL.read())
        form = QFormLayout(self)
        form.addRow(tr("Title of the sheets"), self.title)
        form.addRow(tr("Secrecy line"), self.secrecy)
        form.addRow(tr("Logo"), self.logo)
        form.addRow("", self.seal)

    def apply(self) -> None:
        """Called by QGIS when the options are accepted."""
        SHEET_TITLE.write(self.title.text().strip())
        SHEET_SECRECY.write(self.secrecy.text().strip())
        SHEET_LOGO.write(self.logo.filePath().strip())
        SHEET_SEAL.write(self.seal.isChecked())


class SheetOptions(QgsOptionsWidgetFactory):
    """Makes the page whenever QGIS opens its options."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self.iface = iface
        self.setTitle(TITLE)
        iface.registerOptionsWidgetFactory(self)

    def icon(self) -> QIcon:
        return QIcon(str(RESOURCES / "icons" / "anze.svg"))

    def createWidget(self, parent: QWidget) -> SheetOptionsPage:
        return SheetOptionsPage(parent)

    def remove(self) -> None:
        """Take the page away again."""
        self.iface.unregisterOptionsWidgetFactory(self)

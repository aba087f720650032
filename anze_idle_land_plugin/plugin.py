"""The front door: the provider, and in a QGIS with a window the menu, toolbar and dock; ``unload`` takes all away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .algorithms.frame.language import install_translator
from .algorithms.provider import CampaignProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .gui.window import CampaignWindow


class AnzePlugin:
    """批而未用 in QGIS. ``iface`` is None in qgis_process, where only the provider is there."""

    def __init__(self, iface: Optional[QgisInterface]) -> None:
        self.iface = iface
        self.provider: Optional[CampaignProvider] = None
        self.window: Optional[CampaignWindow] = None
        self.translator: Optional[QTranslator] = install_translator()

    def initProcessing(self) -> None:
        """Register the provider; qgis_process calls only this."""
        self.provider = CampaignProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Provider, menu, toolbar and dock. qgis.gui is imported here: qgis_process has no window."""
        from .gui.window import CampaignWindow

        self.initProcessing()
        self.window = CampaignWindow(self.iface)

    def unload(self) -> None:
        """Take away everything that came; safe to call twice."""
        if self.window is not None:
            self.window.remove()
            self.window = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

"""A window of QGIS for tests of the GUI."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QMenu

from anze_idle_land_plugin.gui.importing.choices import choose
from anze_idle_land_plugin.gui.importing.wizard import ImportWizard
from anze_idle_land_plugin.readers.reading import Reading


class Window:
    """The few methods of QgisInterface that the stub of pytest-qgis leaves out, on its real window."""

    def __init__(self, stub: Any) -> None:
        self.stub, self.menu = stub, QMenu(stub.mainWindow())
        self.docks: list[Any] = []
        self.warnings: list[Any] = []
        self.told: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stub, name)

    def pluginMenu(self) -> QMenu:
        return self.menu

    def addToolBar(self, title: str) -> Any:
        return self.stub.mainWindow().addToolBar(title)

    def addDockWidget(self, area: Any, dock: Any) -> None:
        self.stub.mainWindow().addDockWidget(area, dock)
        self.docks.append(dock)

    def removeDockWidget(self, dock: Any) -> None:
        self.stub.mainWindow().removeDockWidget(dock)
        self.docks.remove(dock)

    def messageBar(self) -> Any:
        return self

    def pushInfo(self, title: str, sentence: str) -> None:
        self.told.append(sentence)

    def pushWarning(self, title: str, sentence: str) -> None:
        self.warnings.append(sentence)


class DrivenWizard:
    """The import wizard, driven from page to page as a person would; each step waits for what it starts."""

    def __init__(self, qtbot: Any, iface: Any, campaign: Path, *sources: Path) -> None:
        self.qtbot = qtbot
        self.wizard = ImportWizard(iface, campaign, sources)
        self.wizard.show()

    def recognise(self) -> None:
        self.wizard.next()
        self.wait_for_reading()

    def wait_for_reading(self) -> None:
        self.qtbot.waitUntil(lambda: self.wizard.recognised.task is None, timeout=30000)

    def preview(self) -> None:
        self.wizard.next()
        self.qtbot.waitUntil(lambda: self.wizard.shown.dry_run is None, timeout=30000)

    def import_all(self) -> None:
        self.wizard.next()
        self.wait_for_run()

    def wait_for_run(self) -> None:
        self.qtbot.waitUntil(lambda: self.wizard.result.run is None, timeout=30000)

    def force(self, file: str, **values: str) -> None:
        """Select a file, choose what is forced, and read again."""
        page = self.wizard.recognised
        page.select([file])
        for key, value in values.items():
            choose(page.choices[key], value)
        page.force()
        self.wait_for_reading()

    @property
    def readings(self) -> dict[str, Reading]:
        return {reading.file: reading for reading in self.wizard.session.readings}

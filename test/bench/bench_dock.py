"""Opening the dock on 100,000 parcels against SQLite counting the same rows, each with its standing on the day."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Iterator

from bench_board import AS_OF, campaign
from measure import Figure, in_pairs, pair_figure
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow

from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.standing.overview import counting_select


def figures(folder: Path) -> Iterator[Figure]:
    application = QgsApplication.instance() or QgsApplication([], True)
    QgsApplication.initQgis()
    path = campaign(folder)
    window = QMainWindow()
    dock = CampaignDock(SimpleNamespace(mainWindow=lambda: window))
    dock.set_day(AS_OF)
    dock.campaign = path
    pair = in_pairs(dock.refresh, partial(count, path), rounds=3)
    yield pair_figure(f"{dock.table.rowCount():,} parcels listed", pair, "counting them in SQL", 3)
    del application


def count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as file:
        selects = [counting_select(which, AS_OF.year, AS_OF) for which in ListKind]
        return sum(int(file.execute(f"SELECT COUNT(*) FROM ({select})").fetchone()[0]) for select in selects)

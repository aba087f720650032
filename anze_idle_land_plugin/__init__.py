"""批而未用清理: clear approved-but-unsupplied and idle land, parcel by parcel, inside QGIS."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import AnzePlugin


def classFactory(iface: QgisInterface) -> AnzePlugin:
    """QGIS calls this. The shipped pure-Python libraries come last on the path: QGIS's own win."""
    shipped = str(Path(__file__).parent / "shipped")
    if shipped not in sys.path:
        sys.path.append(shipped)
    from .plugin import AnzePlugin

    return AnzePlugin(iface)

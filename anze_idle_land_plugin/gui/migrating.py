"""A campaign of an earlier version is brought up to date when it is opened in the window, and people are told."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt

from ..algorithms.frame.language import tr
from ..model.messages import CampaignError
from ..store.migrating import bring_up_to_date, telling


def bring_up_to_date_aloud(iface: QgisInterface, campaign: Path) -> None:
    """The layers of a project read the file itself, so it is migrated before they show anything of it.

    Where it cannot be, the reason is shown; docks and papers then read it from a copy.
    """
    if not campaign.is_file():
        return  # the dock says so
    bar = iface.messageBar()
    QgsApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        with telling(lambda message: bar.pushInfo("批而未用", message.text(tr)), tr):
            bring_up_to_date(campaign)
    except CampaignError as error:
        bar.pushWarning("批而未用", error.text(tr))
    finally:
        QgsApplication.restoreOverrideCursor()

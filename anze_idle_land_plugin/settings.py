"""Every setting of the plugin in one place: key, type, default."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from qgis.core import QgsApplication, QgsSettings

Kind = TypeVar("Kind", str, int, bool)


@dataclass(frozen=True)
class Setting(Generic[Kind]):
    """A setting below ``anze/``; a saved False or 0 stays False or 0."""

    key: str
    default: Kind

    def read(self) -> Kind:
        saved: Kind = QgsSettings().value(f"anze/{self.key}", self.default, type=type(self.default))
        return saved

    def write(self, value: Kind) -> None:
        QgsSettings().setValue(f"anze/{self.key}", value)


LAST_CAMPAIGN = Setting("last_campaign", "")
LAST_FOLDER = Setting("last_folder", "")
BOARD_LAW_PARCELS = Setting("board_law_parcels", 500)
"""Up to so many parcels the board computes the legal limits at once; above, when asked."""
SHEET_TITLE = Setting("sheet_title", "")
"""The title of the sheets; empty: county, year and the plan's words."""
SHEET_SECRECY = Setting("sheet_secrecy", "")
"""The line of secrecy at the head of a sheet, such as 内部资料; empty: none."""
SHEET_LOGO = Setting("sheet_logo", "")
"""A picture file for the head of a sheet."""
SHEET_SEAL = Setting("sheet_seal", True)
"""Whether a frame for the seal is drawn."""
CHECK_STANDARD = Setting("check_standard", "")
"""The office's own severities and limits of the checks, a JSON object: {"G08": "E", "spike_angle": "5"}."""
LEDGER_COLUMNS = Setting("ledger_columns", "")
"""What people confirmed of the heads of ledgers, a JSON object by list: {"idle": {"面积": "GDMJ:亩", "序号": ""}}."""
LEDGER_ALWAYS_ASK = Setting("ledger_always_ask", False)
"""Whether the columns of a ledger are shown even where all its heads are known."""
OFFICE_FOLDER = Setting("office_folder", "")
"""Where the office's own tables lie; empty: a folder of the profile that no update touches (``office_folder``)."""


def office_folder(chosen: str | None = None) -> Path:
    """The office's folder: ``chosen`` (what is set when not given), else the one of the profile."""
    told = OFFICE_FOLDER.read() if chosen is None else chosen
    return Path(told or Path(QgsApplication.qgisSettingsDirPath()) / "anze_idle_land_plugin" / "office")


def office_folders(campaign: str = "") -> tuple[Path, ...]:
    """Where an office's tables are looked for: its folder, then ``office`` beside the campaign, which wins."""
    return (office_folder(), *((Path(campaign).parent / "office",) if campaign else ()))

"""The places a person wants enlarged on the wall map, kept in the campaign file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from .database import CampaignFile

TABLE = "wallmap_inset"


class KeptInset(NamedTuple):
    """An extent in the campaign's CRS, in metres, and what stands over its enlargement (may be empty)."""

    title: str
    west: float
    south: float
    east: float
    north: float


def kept_insets(path: str | Path) -> list[KeptInset]:
    """The places in the order they were marked; none in a file from before there were any."""
    with CampaignFile.open(path) as file:
        if TABLE not in file.tables():
            return []
        rows = file.query(f"SELECT title, west, south, east, north FROM {TABLE} ORDER BY fid")
    return [KeptInset(str(title or ""), *(float(str(each)) for each in extent)) for title, *extent in rows]


def keep_inset(path: str | Path, inset: KeptInset) -> int:
    """Add a place; returns how many there are now."""
    with CampaignFile.open(path, update=True) as file, file.transaction():
        file.execute(f"INSERT INTO {TABLE} (title, west, south, east, north) VALUES (?, ?, ?, ?, ?)", *inset)
        ((count,),) = file.query(f"SELECT COUNT(*) FROM {TABLE}")
        return int(str(count))


def forget_insets(path: str | Path) -> None:
    """Let the places be chosen by the parcels alone again."""
    with CampaignFile.open(path, update=True) as file, file.transaction():
        file.execute(f"DELETE FROM {TABLE}")

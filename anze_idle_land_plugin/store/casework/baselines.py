"""Freezing the base of parcels without a baseline, as campaign files of before hold them."""

from __future__ import annotations

from datetime import datetime

from ...model.kinds import ListKind
from ..database import CampaignFile
from .recording import freeze_within


def freeze_missing(file: CampaignFile, which: ListKind, now: datetime, note: str = "") -> int:
    """Write a baseline event for every parcel of a list that has events in force and no frozen base; returns how many.

    Must be called inside a transaction of ``file`` opened for update. ``now`` is UTC and becomes ``recorded_at``;
    ``note`` is kept with each event. The event takes effect on the day of the parcel's first event and freezes the
    area as it was known at the end of that day: the documents' (facts in force that day, else columns that no event
    keeps), less what was recorded as supplied and withdrawn by then, else the geometry in force that day. It says no
    state. A parcel without events gets none, and the same call again writes nothing.
    """
    codes = file.query("SELECT DISTINCT code FROM event WHERE list = ? ORDER BY code", which.value)
    return freeze_within(file, which, [str(code) for (code,) in codes], now, note)

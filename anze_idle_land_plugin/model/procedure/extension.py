"""The last day an extension may put the start of work on (闲置土地处置办法 art 12(1): one year at most).

The order does not say from which day the year runs. The row TX13 of step_limits.csv does (docs/decisions/0008); the
step TX13, its limit in the due list and check D05 all ask here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Mapping

from ..cases import IdleCase
from .due import DueRules, LimitKind, bound_of

STEP = "TX13"
EXTENSION = ("", "11")
"""CZFS of what the year holds for: an extension, or no mode recorded yet. The other modes of art 12 have no year."""


@dataclass(frozen=True)
class ExtensionBound:
    """The day the year runs from, by its anchor, and the last day a start may be agreed for."""

    anchor: str
    anchor_on: date
    last_on: date


def extension_bound(case: IdleCase, anchors: Mapping[str, date | None], rules: DueRules) -> ExtensionBound | None:
    """The bound of a parcel's extension; None for another mode, and while none of the anchors is known."""
    limit = next((each for each in rules.limits.get(STEP, ()) if each.kind is LimitKind.CAP), None)
    if limit is None or case.measure not in EXTENSION:
        return None
    found = bound_of(limit, anchors, rules.calendar)
    return ExtensionBound(*found) if found else None

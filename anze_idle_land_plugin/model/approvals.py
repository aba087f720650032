"""The approvals a parcel stands under: one as a rule, several where batches were put together."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple, Optional

_BETWEEN = re.compile(r"[、；;，,\n]+|(?<=号)\s*[和及与/]?\s*(?=\S)")
JOINED = "、"
"""Stands between several numbers, days or names of one parcel."""


class ApprovedBy(NamedTuple):
    """One approval by its number; the day is None while no document says it."""

    number: str
    approved_on: Optional[date]


def parts_of(text: str) -> tuple[str, ...]:
    """What a cell of several holds: 2010.1.20、2012.8.3."""
    return tuple(part.strip() for part in _BETWEEN.split(text) if part and part.strip())


def approval_numbers(text: str) -> tuple[str, ...]:
    """The numbers of documents in a text; a text that is not made of numbers ending in 号 is one."""
    parts = parts_of(text)
    return parts if len(parts) > 1 and all(part.endswith("号") for part in parts) else (text,) if text else ()

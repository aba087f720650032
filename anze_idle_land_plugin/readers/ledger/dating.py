"""The day a ledger speaks of: told in its title, the name of its sheet or file, else the day it was saved.

截至2023年9月30日 and 20230930 are days; 2023年9月 is the month's last day, or the day the file was saved where
that lies in the month; 2023年 alone is no day. Of several days in one place the one behind 截至 counts, else the last.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Iterable, Sequence
from zipfile import BadZipFile, ZipFile

_YEAR = r"(?<!\d)((?:19|20)\d{2})"
_DAY = re.compile(_YEAR + r"(?:\s*[年.\-/_]\s*(\d{1,2})\s*[月.\-/_]\s*(\d{1,2})|(\d{2})(\d{2}))(?!\d)")
_MONTH = re.compile(
    _YEAR + r"(?:\s*年\s*(?:\d{1,2}\s*月?\s*[-~—–至到]+\s*)?(\d{1,2})\s*月|[.\-/_](\d{1,2})(?![\d.\-/_])|(\d{2})(?!\d))"
)
_UNTIL = re.compile(r"截[至止]")
_SAVED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class LedgerDay:
    """A day and whether the ledger says it itself; else it is only the day the file was saved."""

    day: date
    told: bool


def ledger_day(path: Path, data: bytes, titles: Iterable[str], sheets: Iterable[str]) -> LedgerDay:
    """The day of a ledger from the texts above its heads, its sheets' names, its file's name, in this order."""
    saved = _saved_on(path, data)
    for texts in (list(titles), list(sheets), [path.stem]):
        told = _told(texts, saved)
        if told is not None:
            return LedgerDay(told, True)
    return LedgerDay(saved, False)


def _told(texts: Sequence[str], saved: date) -> date | None:
    """The day of the first of the texts' kinds: behind 截至, a full day, a month."""
    plain = [unicodedata.normalize("NFKC", text) for text in texts]
    behind = [text[found.end() :] for text in plain for found in _UNTIL.finditer(text)]
    for among, first_only in ((behind, True), (plain, False)):
        days = [day for text in among for day in _in_text(text, saved)[: 1 if first_only else None]]
        if days:
            return max(days)
    return None


def _in_text(text: str, saved: date) -> list[date]:
    """The full days of a text, else the ends of its months."""
    days = [_date(*(part for part in found.groups() if part)) for found in _DAY.finditer(text)]
    full = [day for day in days if day is not None]
    months = [_month_end(saved, *(part for part in found.groups() if part)) for found in _MONTH.finditer(text)]
    return full or [day for day in months if day is not None]


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month_end(saved: date, year: str, month: str) -> date | None:
    if not 1 <= int(month) <= 12:
        return None
    last = date(int(year), int(month), monthrange(int(year), int(month))[1])
    return saved if saved.replace(day=1) == last.replace(day=1) else last


def _saved_on(path: Path, data: bytes) -> date:
    """The day the workbook itself says it was last saved, which no copying changes; else the file's."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = _SAVED.search(archive.read("docProps/core.xml"))
        if found:
            return date.fromisoformat(found[1].decode())
    except (BadZipFile, KeyError, ValueError, OSError):
        pass  # no xlsx, or one that does not say
    return datetime.fromtimestamp(path.stat().st_mtime).date()

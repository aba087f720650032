"""The import journal: which file was read how, what it gave, and every line or cell that was not taken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping, Sequence

from ..model.kinds import ListKind
from ..model.messages import Reject, Translate
from .database import CampaignFile, SpatialRow

COUNTS = ("imported", "updated", "unchanged", "rejected")
LEDGER = "ledger"
"""The profile under which attached ledgers stand in the journal."""
SYSTEM = "system"
"""The profile under which lists downloaded from the monitoring system stand there."""
MIGRATION = "migration"
"""The profile under which stands what was left open when the campaign file itself was brought up to date."""
NO_SURVEYS = (LEDGER, SYSTEM, MIGRATION)
"""Entries that brought no surveys: they cannot be undone."""


@dataclass(frozen=True)
class Entry:
    """One file in the journal. ``at`` and ``finished_at`` (empty: the same) are UTC in ISO form.

    Counts are parcels, or rows of a ledger.
    """

    which: ListKind
    file: str
    sha256: str
    size: int
    encoding: str
    profile: str
    crs: str
    at: str
    imported: int
    updated: int
    unchanged: int
    finished_at: str = ""


@dataclass(frozen=True)
class Journaled:
    """An entry as the journal keeps it. ``undone_at`` is empty while the import stands."""

    number: int
    which: ListKind
    file: str
    profile: str
    at: str
    imported: int
    updated: int
    unchanged: int
    rejected: int
    undone_at: str

    @property
    def can_be_undone(self) -> bool:
        return not self.undone_at and self.profile not in NO_SURVEYS


def read_journal(path: str | Path) -> list[Journaled]:
    """Every entry of the campaign file at a path, the latest first."""
    with CampaignFile.open(path) as file:
        return journal_of(file)


def journal_of(file: CampaignFile) -> list[Journaled]:
    """Every entry, the latest first."""
    return [
        _journaled(row.values) for row in file.rows("SELECT *, id + 0 AS number FROM import_journal ORDER BY id DESC")
    ]


def _journaled(row: Mapping[str, Any]) -> Journaled:
    imported, updated, unchanged, rejected = (int(row[name] or 0) for name in COUNTS)
    return Journaled(
        number=int(row["number"]),
        which=ListKind(row["list"]),
        file=str(row["file"]),
        profile=str(row["profile"] or ""),
        at=str(row["started_at"]),
        imported=imported,
        updated=updated,
        unchanged=unchanged,
        rejected=rejected,
        undone_at=str(row.get("undone_at") or ""),
    )


def next_number(file: CampaignFile) -> int:
    """The id of the next entry."""
    (highest,) = file.query("SELECT COALESCE(MAX(id), 0) FROM import_journal")[0]
    return int(str(highest)) + 1


def keep_journal(
    file: CampaignFile, entry: Entry, rejects: Sequence[Reject], translate: Translate, number: int | None = None
) -> int | None:
    """Journal a file with its rejects and return the number of the entry (``number``: the next, where it is known).

    The same file again that changes nothing leaves no second entry: then the return is None.
    """
    if not (entry.imported or entry.updated) and _is_known(file, entry):
        return None
    number = number or next_number(file)
    file.execute(
        "INSERT INTO import_journal (id, started_at, finished_at, file, sha256, bytes, encoding, profile, crs, list,"
        " imported, updated, unchanged, rejected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(number, entry.at, entry.finished_at or entry.at, entry.file, entry.sha256, entry.size, entry.encoding),
        *(entry.profile, entry.crs, entry.which.value, entry.imported, entry.updated, entry.unchanged, len(rejects)),
    )
    if rejects:
        file.append("reject", [_reject_row(number, reject, translate) for reject in rejects])
    return number


def _is_known(file: CampaignFile, entry: Entry) -> bool:
    return bool(
        file.query(
            "SELECT 1 FROM import_journal WHERE sha256 = ? AND list = ? AND profile = ? AND crs = ?"
            " AND undone_at IS NULL",
            *(entry.sha256, entry.which.value, entry.profile, entry.crs),
        )
    )


def _reject_row(journal: int, reject: Reject, translate: Translate) -> SpatialRow:
    values = {
        "journal_id": journal,
        "file": reject.file,
        "sheet": reject.sheet,
        "line": reject.line,
        "text": reject.text,
        "reason_code": reject.message.code,
        "reason": reject.message.text(translate),
    }
    return SpatialRow(values, b"")

"""The journal of attached ledgers, with every line and cell that was not taken."""

from __future__ import annotations

from datetime import datetime

from ..model.messages import Reject, Translate
from ..model.words import ListKind
from ..readers.ledger import Ledger
from .database import CampaignFile, SpatialRow


def keep_journal(
    file: CampaignFile,
    which: ListKind,
    ledger: Ledger,
    at: datetime,
    translate: Translate,
    updated: int,
    changed: bool,
) -> None:
    """Journal a ledger and its rejects, unless this very file is journalled already and changed nothing now."""
    known = file.query(
        "SELECT COUNT(*) FROM import_journal WHERE sha256 = ? AND list = ? AND profile = 'ledger'",
        ledger.sha256,
        which.value,
    )
    if known[0][0] and not changed:
        return
    (highest,) = file.query("SELECT COALESCE(MAX(id), 0) FROM import_journal")[0]
    number, stamp = int(str(highest)) + 1, at.strftime("%Y-%m-%dT%H:%M:%SZ")
    file.execute(
        "INSERT INTO import_journal (id, started_at, finished_at, file, sha256, bytes, encoding, profile, crs, list,"
        " imported, updated, unchanged, rejected) VALUES (?, ?, ?, ?, ?, ?, '', 'ledger', '', ?, 0, ?, ?, ?)",
        *(number, stamp, stamp, ledger.file, ledger.sha256, ledger.size, which.value),
        *(updated, len(ledger.rows) - updated, len(ledger.rejects)),
    )
    file.append("reject", [_reject_row(number, reject, translate) for reject in ledger.rejects])


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

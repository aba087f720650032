"""A campaign file as the checks look at it: the snapshot of a day, and what the import journal remembers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..checks.standard import Standard
from ..checks.subject import Journal, JournalEntry, Subject
from ..model.kinds import ListKind
from ..model.messages import Message, Reject
from .attachments import damaged
from .database import CampaignFile
from .events import broken_links
from .standing.snapshot import read_snapshot


def open_subject(path: str | Path, as_of: date, standard: Standard | None = None) -> Subject:
    """Everything the checks need of a campaign as of a day. Raises CampaignMissing or NotACampaign."""
    snapshot = read_snapshot(path, as_of)
    with CampaignFile.open(path) as file:
        journal = read_journal(file)
    folder = Path(path).resolve().parent
    shapefiles = (folder / entry.file for entry in journal.entries if entry.file.lower().endswith(".shp"))
    return Subject(snapshot, standard, journal, [each for each in shapefiles if each.is_file()])


def read_journal(file: CampaignFile) -> Journal:
    """The journal with the rejects of each file's latest import: what an earlier version of it lacked is settled."""
    rows = file.query("SELECT id + 0 AS number, list, file, encoding, profile, crs FROM import_journal ORDER BY number")
    latest = {(which, name): number for number, which, name, *_ in rows}
    entries = tuple(
        JournalEntry(ListKind(which), str(name), str(encoding or ""), str(profile or ""), str(crs or ""))
        for number, which, name, encoding, profile, crs in rows
        if latest[which, name] == number
    )
    numbers = set(latest.values())
    rejects = tuple(
        Reject(
            file=str(name or ""),
            line=None if line is None else int(str(line)),
            text=str(text or ""),
            # The reason was put into words when the file was read; it stands as it is.
            message=Message(str(code or ""), "{reason}", {"reason": str(reason or "")}),
            sheet=str(sheet or ""),
        )
        for journal, name, sheet, line, text, code, reason in file.query(
            "SELECT journal_id, file, sheet, line, text, reason_code, reason FROM reject"
        )
        if journal in numbers
    )
    attachments = tuple((each.event_id, message) for each, message in damaged(file))
    return Journal(entries, rejects, tuple(broken_links(file)), attachments)

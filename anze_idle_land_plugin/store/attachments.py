"""Photos and scans that prove an event: kept beside the campaign file by relative path, with their hash."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

from ..model.messages import CampaignError, Message
from ..model.standing.events import Attachment
from .database import CampaignFile, SpatialRow

FOLDER = "attachments"
"""Where copies of files from elsewhere go, beside the campaign file."""


class AttachmentMissing(CampaignError):
    sentence = "The attachment {file} is not there; choose the file again"


@dataclass
class AttachmentKeeper:
    """Keeps files for one campaign file. ``copies`` are the files it had to copy."""

    file: CampaignFile
    copies: list[Path] = field(default_factory=list)

    def keep(self, event_id: int, given: str) -> None:
        """Attach a file to an event: by its relative path when it lies below the campaign's folder, else a copy."""
        folder = Path(self.file.path).resolve().parent
        path = (folder / given).resolve()
        if not path.is_file():
            raise AttachmentMissing(file=str(path))
        digest = sha256_of(path)
        if folder not in path.parents:
            path = self._copied(path, folder / FOLDER, digest)
        values = {
            "event_id": event_id,
            "path": path.relative_to(folder).as_posix(),
            "sha256": digest,
            "what": path.suffix.lstrip(".").lower(),
        }
        self.file.append("attachment", [SpatialRow(values, b"")])

    def _copied(self, path: Path, folder: Path, digest: str) -> Path:
        """The copy in the campaign's folder; the same file is copied once, another of the same name gets a number."""
        folder.mkdir(exist_ok=True)
        copy, number = folder / path.name, 1
        while copy.exists() and sha256_of(copy) != digest:
            number += 1
            copy = folder / f"{path.stem}-{number}{path.suffix}"
        if not copy.exists():
            self.copies.append(copy)
            shutil.copy2(path, copy)
        return copy


@contextmanager
def keeping(file: CampaignFile) -> Iterator[AttachmentKeeper]:
    """Attachments of one job: when it fails, the copies it made are taken away again."""
    keeper, done = AttachmentKeeper(file), False
    try:
        yield keeper
        done = True
    finally:
        if not done:
            for copy in keeper.copies:
                copy.unlink(missing_ok=True)


def attachments_of(file: CampaignFile) -> tuple[Attachment, ...]:
    """All attachments, in the order they were kept."""
    rows = file.query("SELECT event_id, path, sha256, what FROM attachment ORDER BY fid")
    return tuple(Attachment(int(str(number)), str(path), str(digest), str(what)) for number, path, digest, what in rows)


def damaged(file: CampaignFile) -> tuple[tuple[Attachment, Message], ...]:
    """The attachments that are no longer what was attached: gone, or changed since."""
    folder = Path(file.path).resolve().parent
    found = []
    for each in attachments_of(file):
        path, values = folder / each.path, {"file": each.path, "event": each.event_id}
        if not path.is_file():
            sentence = "The attachment {file} of event {event} is gone; put the file back in its place"
            found.append((each, Message("attachment_gone", sentence, values)))
        elif sha256_of(path) != each.sha256:
            sentence = (
                "The attachment {file} of event {event} was changed after it was attached; put the first one back"
            )
            found.append((each, Message("attachment_changed", sentence, values)))
    return tuple(found)


def sha256_of(path: Path) -> str:
    digest = hashlib.sha256()
    with open(path, "rb") as handle:
        for block in iter(lambda: handle.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()

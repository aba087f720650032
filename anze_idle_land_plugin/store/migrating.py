"""Campaign files of earlier versions, brought up to date: a verified copy beside the file, then all steps or none.

What is opened for a change is migrated itself. What is only read is not written to: it is read from a private copy that
was migrated, so that no reader knows of earlier schemas, and an archive, a read-only disk or a colleague's file stays
as it is (docs/decisions/0014-campaign-files-are-migrated.md).
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timezone
from itertools import count
from pathlib import Path
from typing import Callable, Iterator

from ..model.messages import CampaignError, Message
from .copying import contents, copy_verified
from .database import CampaignFile
from .migration_steps import STEPS
from .schema import SCHEMA_VERSION

TRIES = 3
"""So often another program may come between the copy and the first step."""

Told = Callable[[Message], None]
_told: ContextVar[Told] = ContextVar("told of migrations", default=lambda message: None)


class CampaignNewer(CampaignError):
    sentence = "{file} was made by a later version of the plugin and was left as it is; update the plugin"


class CampaignBusy(CampaignError):
    sentence = "{file} is being changed by another program; close it there and try again"


class _ChangedMeanwhile(Exception):
    """Another program wrote to the file after it was copied."""


@contextmanager
def telling(told: Told) -> Iterator[None]:
    """Inside the block, and in its thread, ``told`` hears what happens to files of earlier versions."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


def bring_up_to_date(path: Path, now: datetime | None = None) -> Path | None:
    """Migrate a file of an earlier version; returns the copy of it as it was, None when the file was up to date.

    ``now`` is UTC. Raises CampaignNewer, CannotCopy, CopyDiffers, FileDamaged, CampaignBusy or CampaignRefused; then
    the file is as it was.
    """
    at = now or datetime.now(timezone.utc)
    if _is_up_to_date(path):
        return None
    for _ in range(TRIES):
        with CampaignFile.as_it_is(path, update=True) as file:
            if version_of(file) == SCHEMA_VERSION:
                return None  # another program was faster
            try:
                copy = _migrated_beside(file, path, at)
            except _ChangedMeanwhile:
                continue
        sentence = (
            "The campaign file {file} was made by an earlier version of the plugin and was brought up to date. "
            "As it was before it lies in {copy}"
        )
        _told.get()(Message("brought_up_to_date", sentence, {"file": str(path), "copy": str(copy)}))
        return copy
    raise CampaignBusy(file=str(path))


def _is_up_to_date(path: Path) -> bool:
    with CampaignFile.as_it_is(path) as file:
        return version_of(file) == SCHEMA_VERSION


def version_of(file: CampaignFile) -> int:
    """The schema a file was written with. Raises CampaignNewer for one that is not known yet."""
    version = file.schema_version()
    if version > SCHEMA_VERSION:
        raise CampaignNewer(file=file.path)
    return version


def _migrated_beside(file: CampaignFile, path: Path, at: datetime) -> Path:
    """Copy, then take every step in one transaction that begins with nobody having written since."""
    before = _writes_of_others(file)
    copy = _kept_copy(path, at)
    with file.transaction():
        file.execute("UPDATE campaign SET schema_version = schema_version")  # from here on nobody else may write
        if _writes_of_others(file) != before:
            raise _ChangedMeanwhile
        _take_steps(file, at)
    return copy


def _writes_of_others(file: CampaignFile) -> object:
    """A number that changes with every write by another connection."""
    return file.query("PRAGMA data_version")[0][0]


def _kept_copy(path: Path, at: datetime) -> Path:
    """The copy beside the file; one that was made before a job was killed serves again when it holds the same."""
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        copy = path.with_name(f"{path.stem}-升级前-{at.date().isoformat()}{again}{path.suffix}")
        if not copy.exists():
            copy_verified(path, copy)
            return copy
        if contents(copy) == contents(path):
            return copy
    raise AssertionError("there is always a next number")


def _take_steps(file: CampaignFile, at: datetime) -> None:
    version = version_of(file)
    for step in STEPS:
        if step.to_version > version:
            for message in step.take(file, at):
                _told.get()(message)
    file.execute("UPDATE campaign SET schema_version = ?", SCHEMA_VERSION)


_reading = threading.Lock()
_read_copies: dict[Path, tuple[object, Path]] = {}


def copy_for_reading(path: Path) -> Path:
    """A private copy of a file of an earlier version, up to date; the same one until the file changes."""
    source = path.resolve()
    with _reading:
        stamp, copy = _read_copies.get(source, (None, source))
        if stamp != _stamp(source):
            stamp = _stamp(source)
            copy = _folder_for_reading() / f"{len(_read_copies)}-{source.name}"
            copy_verified(source, copy)
            with CampaignFile.as_it_is(copy, update=True) as file, file.transaction():
                _take_steps(file, datetime.now(timezone.utc))
            _read_copies[source] = (stamp, copy)
            sentence = (
                "The campaign file {file} was made by an earlier version of the plugin. It was read as it will be once "
                "it is brought up to date, which its next change does; nothing was written to it"
            )
            _told.get()(Message("read_as_if_up_to_date", sentence, {"file": str(path)}))
    return copy


def _stamp(path: Path) -> object:
    """What changes when a file does, its write-ahead log included."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return [(each.stat().st_mtime_ns, each.stat().st_size) for each in files if each.exists()]


def _folder_for_reading() -> Path:
    """A folder of this process, taken away at its end."""
    global _folder  # noqa: PLW0603 (one folder a process, made when it is first needed)
    if _folder is None:
        _folder = Path(tempfile.mkdtemp(prefix="anze-"))
        atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    return _folder


_folder: Path | None = None

"""Campaign files of earlier versions as readers see them: from a private copy that was brought up to date.

So no reader knows of earlier schemas, and an archive, a file on a read-only disk or a colleague's stays as it is
(docs/decisions/0014-campaign-files-are-migrated.md). Copies lie in a folder of the user among the temporary files, one
for each state of a file: what QGIS, its jobs and its children read is copied once. No program says when QGIS ends, so
what is a day old is taken away when the next one is made.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import time
from hashlib import sha256
from pathlib import Path

from ..model.file_errors import reason_of
from ..model.messages import Message
from ..wording.moments import utc_now
from . import migration_steps
from .copying import CannotCopy, copy_verified
from .database import CampaignFile
from .migrating import listener, take_steps

KEPT_SECONDS = 24 * 60 * 60

_one_at_a_time = threading.Lock()


def copy_for_reading(path: Path) -> Path:
    """A private copy of a file of an earlier version, up to date; the same one until the file changes.

    Raises CannotCopy, CopyDiffers or FileDamaged.
    """
    source = path.resolve()
    copy = _place(source) / source.name
    with _one_at_a_time:
        if not copy.is_file():
            _make(source, copy)
            sentence = (
                "The campaign file {file} was made by an earlier version of the plugin. It was read as it will be once "
                "it is brought up to date, which its next change does; nothing was written to it"
            )
            listener().told(Message("read_as_if_up_to_date", sentence, {"file": str(path)}))
    return copy


def _place(source: Path) -> Path:
    """The folder of the copy: it is called by what changes when the file does, or what is done to it."""
    files = (source, source.with_name(f"{source.name}-wal"), Path(migration_steps.__file__))
    state = [(str(each), each.stat().st_mtime_ns, each.stat().st_size) for each in files if each.exists()]
    return _folder() / sha256(repr(state).encode()).hexdigest()[:32]


def _folder() -> Path:
    owner = f"-{os.getuid()}" if hasattr(os, "getuid") else ""
    return Path(tempfile.gettempdir()) / f"anze-campaigns{owner}"


def _make(source: Path, copy: Path) -> None:
    """Make the copy elsewhere and move it to its place: another program may want the same one now."""
    try:
        _folder().mkdir(mode=0o700, exist_ok=True)
        _take_away_old()
        own = Path(tempfile.mkdtemp(dir=_folder()))
    except OSError as error:
        raise CannotCopy(file=str(source), copy=str(copy), reason=reason_of(error)) from error
    try:
        copy_verified(source, own / source.name)
        with CampaignFile.as_it_is(own / source.name, update=True) as file, file.transaction():
            take_steps(file, utc_now())
        own.rename(copy.parent)
    except OSError as error:
        if not copy.is_file():  # else another program was faster
            raise CannotCopy(file=str(source), copy=str(copy), reason=reason_of(error)) from error
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _take_away_old() -> None:
    for folder in _folder().iterdir():
        if time.time() - folder.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)

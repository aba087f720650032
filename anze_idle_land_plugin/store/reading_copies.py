"""Campaign files of earlier versions as readers see them: from a private copy that was brought up to date.

So no reader knows of earlier schemas, and an archive, a file on a read-only disk or a colleague's stays as it is
(docs/decisions/0014-campaign-files-are-migrated.md).
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
import threading
from datetime import datetime, timezone
from functools import cache
from itertools import count
from pathlib import Path

from ..model.messages import Message
from .copying import copy_verified
from .database import CampaignFile
from .migrating import listener, take_steps

_one_at_a_time = threading.Lock()
_made: dict[Path, tuple[object, Path]] = {}
"""By campaign file, how it was when it was copied, and the copy."""
_numbers = count(1)


def copy_for_reading(path: Path) -> Path:
    """A private copy of a file of an earlier version, up to date; the same one until the file changes."""
    source = path.resolve()
    with _one_at_a_time:
        stamp = _stamp(source)
        if source not in _made or _made[source][0] != stamp:
            _made[source] = (stamp, _new_copy(source))
            sentence = (
                "The campaign file {file} was made by an earlier version of the plugin. It was read as it will be once "
                "it is brought up to date, which its next change does; nothing was written to it"
            )
            listener().told(Message("read_as_if_up_to_date", sentence, {"file": str(path)}))
        return _made[source][1]


def _new_copy(source: Path) -> Path:
    """A copy of the same name in a folder of its own: one that was made before may still be read from."""
    copy = _folder() / str(next(_numbers)) / source.name
    copy.parent.mkdir()
    copy_verified(source, copy)
    with CampaignFile.as_it_is(copy, update=True) as file, file.transaction():
        take_steps(file, datetime.now(timezone.utc))
    return copy


def _stamp(path: Path) -> object:
    """What changes when a file does, its write-ahead log included."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return [(each.stat().st_mtime_ns, each.stat().st_size) for each in files if each.exists()]


@cache
def _folder() -> Path:
    """A folder of this process, taken away at its end."""
    folder = Path(tempfile.mkdtemp(prefix="anze-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder

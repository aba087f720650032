"""Campaign files of earlier versions, brought up to date: a verified copy beside the file, then all steps or none.

See docs/decisions/0014-campaign-files-are-migrated.md. What is only read is not written to (``reading_copies``).
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Callable, Iterator, NamedTuple, Sequence

from ..model.kinds import ListKind
from ..model.messages import CampaignError, Message, Reject, Translate, as_written
from ..wording.moments import stamp, utc_now
from .copying import contents, copy_verified
from .database import CampaignFile
from .events import last_hash
from .journal import MIGRATION, Entry, keep_journal
from .migration_steps import STEPS, OpenPoint
from .schema import SCHEMA_VERSION

TRIES = 3
"""So often another program may come between the copy and the first step."""

MOST_QUESTIONS = 20
"""More are not said at once; all of them stand in the journal."""


class Listener(NamedTuple):
    """Who hears what happens to files of earlier versions, and the language of what is written into them for people."""

    told: Callable[[Message], None]
    translate: Translate


NOBODY = Listener(lambda message: None, as_written)
_listener: ContextVar[Listener] = ContextVar("listener")


def listener() -> Listener:
    """Who is to be told here."""
    return _listener.get(NOBODY)


class CampaignNewer(CampaignError):
    sentence = "{file} was made by a later version of the plugin and was left as it is; update the plugin"


class CampaignBusy(CampaignError):
    sentence = "{file} is being changed by another program; close it there and try again"


class _ChangedMeanwhile(Exception):
    """Another program wrote to the file after it was copied."""


@contextmanager
def telling(told: Callable[[Message], None], translate: Translate = as_written) -> Iterator[None]:
    """Inside the block, and in its thread, ``told`` hears what happens to files of earlier versions."""
    token = _listener.set(Listener(told, translate))
    try:
        yield
    finally:
        _listener.reset(token)


def bring_up_to_date(path: Path, now: datetime | None = None) -> Path | None:
    """Migrate a file of an earlier version; returns the copy of it as it was, None when the file was up to date.

    ``now`` is UTC. Raises CampaignNewer, CannotCopy, CopyDiffers, FileDamaged, CampaignBusy or CampaignRefused; then
    the file is as it was.
    """
    at = now or utc_now()
    if _is_up_to_date(path):
        return None
    for _ in range(TRIES):
        with CampaignFile.as_it_is(path, update=True) as file:
            if version_of(file) == SCHEMA_VERSION:
                return None  # another program was faster
            try:
                copy, points = _migrated_beside(file, path, at)
            except _ChangedMeanwhile:
                continue
        _tell(path, copy, points)
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


def _tell(path: Path, copy: Path, points: Sequence[OpenPoint]) -> None:
    told = listener().told
    sentence = (
        "The campaign file {file} was made by an earlier version of the plugin and was brought up to date. "
        "As it was before it lies in {copy}"
    )
    told(Message("brought_up_to_date", sentence, {"file": str(path), "copy": str(copy)}))
    if points:
        sentence = "{count} point(s) of it stay open for a person; Check the campaign lists them as well.\n{questions}"
        questions = tuple(point.question for point in points[:MOST_QUESTIONS])
        told(Message("open_points", sentence, {"count": len(points), "questions": questions}))


def _migrated_beside(file: CampaignFile, path: Path, at: datetime) -> tuple[Path, Sequence[OpenPoint]]:
    """Copy, then take every step in one transaction that begins with nobody having written since."""
    before = _writes_of_others(file)
    copy = _kept_copy(path, at)
    with file.transaction():
        file.execute("UPDATE campaign SET schema_version = schema_version")  # from here on nobody else may write
        if _writes_of_others(file) != before:
            raise _ChangedMeanwhile
        return copy, take_steps(file, at)


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


def take_steps(file: CampaignFile, at: datetime) -> Sequence[OpenPoint]:
    """Every step from the file's version on, inside the caller's transaction; what stays open goes to the journal."""
    version = version_of(file)
    points = [point for step in STEPS if step.to_version > version for point in step.take(file, at)]
    for which in ListKind:
        mine = [point for point in points if point.which is which]
        if mine:
            _journal(file, which, mine, at)
    file.execute("UPDATE campaign SET schema_version = ?", SCHEMA_VERSION)
    return points


def _journal(file: CampaignFile, which: ListKind, points: Sequence[OpenPoint], at: datetime) -> None:
    name, made_at = Path(file.path).name, stamp(at)
    # The end of the chain of events in place of a file's hash: two migrations are two entries.
    entry = Entry(which, name, last_hash(file), 0, "", MIGRATION, "", made_at, imported=0, updated=0, unchanged=0)
    rejects = [Reject(name, None, point.text, point.question) for point in points]
    keep_journal(file, entry, rejects, listener().translate)

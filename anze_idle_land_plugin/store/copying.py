"""A verified copy of a campaign file: made by SQLite's own backup, read again, compared, and only then named.

The backup takes what lies in a journal along. A copy that was not compared is a hope: every row of every table is read
from both files. Its name appears whole or not at all, whenever the program is killed.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Iterable, Iterator, Mapping

from ..model.file_errors import reason_of
from ..model.messages import CampaignError


class CannotCopy(CampaignError):
    sentence = "{file} could not be copied to {copy}: {reason}. The file is as it was"


class CopyDiffers(CampaignError):
    sentence = (
        "The copy {copy} does not hold what {file} holds, and was taken away. The file is as it was; close other "
        "programs that use it and try again"
    )


class FileDamaged(CampaignError):
    sentence = "{file} is damaged and was left as it is; take the campaign file from the last backup"


def copy_verified(source: Path, target: Path) -> None:
    """Copy a campaign file that nobody is changing. Raises CannotCopy, CopyDiffers or FileDamaged; then there is none.

    A file of the name ``target`` is replaced. Attachments lie beside the campaign and are not copied.
    """
    unfinished = target.with_name(f".{target.stem}.unfinished{target.suffix}")
    unfinished.unlink(missing_ok=True)
    try:
        _back_up(source, unfinished)
        if contents(unfinished) != contents(source):
            raise CopyDiffers(file=str(source), copy=str(target))
        os.replace(unfinished, target)
    except (sqlite3.Error, OSError) as error:
        raise CannotCopy(file=str(source), copy=str(target), reason=reason_of(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _back_up(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        written.execute("PRAGMA journal_mode = OFF")  # a copy cut off is made anew, and leaves no second file
        read.backup(written)
    with open(target, "r+b") as handle:
        os.fsync(handle.fileno())  # a name must not reach the disk before what it names


def contents(path: Path) -> Mapping[str, str]:
    """What a file holds: a digest of its rows by table, and of the definitions of its tables, indexes and triggers.

    Raises FileDamaged when SQLite finds pages that do not fit together.
    """
    try:
        with closing(sqlite3.connect(path)) as file:
            if file.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise FileDamaged(file=str(path))
            return dict(_contents(file))
    except sqlite3.OperationalError:
        raise  # it is whole, but cannot be read now
    except sqlite3.DatabaseError as error:
        raise FileDamaged(file=str(path)) from error


def _contents(file: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    defined = file.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    yield "", _digest(defined)
    for kind, name, sql in defined:
        # A virtual table has no rows of its own: they stand in the ordinary tables behind it.
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
            yield name, _digest(file.execute(f'SELECT * FROM "{name}"'))


def _digest(rows: Iterable[tuple[object, ...]]) -> str:
    whole = sha256()
    for row in rows:
        whole.update(repr(row).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()

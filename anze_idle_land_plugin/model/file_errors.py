"""Why the operating system refused a file, in words for people."""

from __future__ import annotations

import errno
from typing import Mapping

from .messages import Message

_REASONS: Mapping[int, Message] = {
    errno.ENOENT: Message("no_folder", "the folder does not exist"),
    errno.ENOTDIR: Message("no_folder", "what should be its folder is a file"),
    errno.EEXIST: Message("no_folder", "a file of this name stands where a folder is needed"),
    errno.EISDIR: Message("is_folder", "there is a folder of this name"),
    errno.EACCES: Message("not_permitted", "this user may not write there, or another program holds it open"),
    errno.EPERM: Message("not_permitted", "this user may not write there, or another program holds it open"),
    errno.EROFS: Message("read_only", "the disk can only be read"),
    errno.ENOSPC: Message("disk_full", "the disk is full"),
    errno.ENAMETOOLONG: Message("long_name", "the name is too long for the disk"),
}


def reason_of(error: Exception) -> Message | str:
    """The reason as a sentence part; the system's own words where it is none of the usual ones."""
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    return known or getattr(error, "strerror", None) or str(error)

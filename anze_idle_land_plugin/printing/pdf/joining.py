"""Join PDF files that Qt wrote into one, without drawing anything again and without keeping them in memory.

Joining is renumbering: the objects of each file move behind those of the files before, its pages get a new parent, its
catalogue and information go. What is the same in several files, as the fonts are, is written once.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO, Sequence

from .file import PAGES, CannotJoin, Parts, Written, is_page, references, renumbered, words_of_title

__all__ = ["CannotJoin", "join_pdfs"]


def join_pdfs(files: Sequence[Path], target: Path, title: str) -> int:
    """Write all pages of ``files`` into ``target`` and return their number. ``target`` is replaced when it is whole.

    Raises CannotJoin for a file that Qt did not write, OSError when one cannot be read or the target not written.
    """
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with open(unfinished, "wb") as out:
            pages = _write(out, files, title)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
    return pages


def _write(out: BinaryIO, files: Sequence[Path], title: str) -> int:
    written = Written(out)
    known: dict[bytes, int] = {}
    last = PAGES
    for file in files:
        parts = Parts.of(file.read_bytes(), file.name)
        _append(written, parts, last, known)
        last += max(parts.bodies)
    written.end(last + 1, words_of_title(title))
    return len(written.kids)


def _append(written: Written, parts: Parts, before: int, known: dict[bytes, int]) -> None:
    """The objects of one file behind number ``before``; one that was written already (``known``) is not repeated.

    An object that another one before it refers to has its number already and stays, whatever it is like.
    """
    numbers = {parts.tree: PAGES}
    promised: set[int] = set()

    def number_of(number: int) -> int:
        return numbers.get(number, before + number)

    for number, body in parts.bodies.items():
        if number in (parts.root, parts.info, parts.tree):
            continue
        moved = renumbered(body, number_of)
        digest = hashlib.sha1(moved).digest()
        if digest in known and number not in promised and not is_page(moved):
            numbers[number] = known[digest]
            continue
        known.setdefault(digest, before + number)
        promised.update(references(body))
        written.add(before + number, moved)

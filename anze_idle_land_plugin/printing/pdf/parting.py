"""Part one PDF of many sheets into a file a sheet.

Qt embeds its fonts when a file is closed, which costs more than drawing a page. So many sheets are drawn into one file
(in memory) and parted here: each gets its pages with all they refer to. The fonts come along as they are.
"""

from __future__ import annotations

import io
import re
from typing import NamedTuple

from .file import PAGES, Parts, Written, references, renumbered, words_of_title

_CREATED = re.compile(rb"/CreationDate \([^)]*\)")
_INFO = PAGES + 1


class Cut(NamedTuple):
    """The pages of one sheet in the file of many: the first from 0 and their number, its title and its creator.

    ``creator`` is plain ASCII without brackets.
    """

    first: int
    pages: int
    title: str
    creator: str


def part(parts: Parts, cut: Cut) -> bytes:
    """The file of one sheet. What an object refers to stands before it, so that joining finds equal objects."""
    pages = parts.pages()[cut.first : cut.first + cut.pages]
    numbers = {parts.tree: PAGES}
    order: list[int] = []
    for page in pages:
        _gather(parts, page, numbers, order)
    out = io.BytesIO()
    written = Written(out)
    for number in order:
        written.add(numbers[number], renumbered(parts.bodies[number], numbers.__getitem__))
    created = _CREATED.search(parts.bodies[parts.info])
    words = [words_of_title(cut.title), b"/Creator (" + cut.creator.encode("ascii") + b")"]
    written.end(_INFO, b" ".join([*words, created.group()] if created else words))
    return out.getvalue()


def _gather(parts: Parts, number: int, numbers: dict[int, int], order: list[int]) -> None:
    """Number an object and all it refers to, those first."""
    if number in numbers:
        return
    numbers[number] = 0
    for below in references(parts.bodies[number]):
        _gather(parts, below, numbers, order)
    numbers[number] = _INFO + 1 + len(order)
    order.append(number)

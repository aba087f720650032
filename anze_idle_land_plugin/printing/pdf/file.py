"""The PDF files Qt writes, taken apart into their objects and written anew.

Qt writes PDF 1.4 with a plain cross-reference table and no object streams: an object is found by its offset, and what
it refers to stands in its dictionary as ``12 0 R``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import BinaryIO, Callable, Iterator, NamedTuple

from ...model.messages import CampaignError

CATALOG, PAGES = 1, 2
"""The numbers of the catalogue and of the root of the pages in what is written here."""
_XREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_OBJECT = re.compile(rb"\s*(\d+) \d+ obj\b")
_REFERENCE = re.compile(rb"\b(\d+) (\d+) R\b")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_ROOT, _INFO = re.compile(rb"/Root (\d+) "), re.compile(rb"/Info (\d+) ")
_PAGES_OF_ROOT = re.compile(rb"/Pages (\d+) ")
_HEAD_BYTES = 400
"""An object says within these bytes what it is."""
_HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


class CannotJoin(CampaignError):
    sentence = "{file} cannot be joined to one file: it is no PDF of this program; print the sheet again"


class PdfObject(NamedTuple):
    """An object of a file: its number, and its bytes from << to endobj."""

    number: int
    body: bytes


@dataclass
class Parts:
    """A file taken apart: its objects by number in the order of the file, and which of them lead to the others."""

    bodies: dict[int, bytes]
    root: int
    info: int
    tree: int

    @classmethod
    def of(cls, data: bytes, name: str = "") -> Parts:
        """Raises CannotJoin for a file that Qt did not write."""
        bodies = {each.number: each.body for each in _objects(data, name)}
        trailer = data[data.rfind(b"trailer") :]
        root, info = _ROOT.search(trailer), _INFO.search(trailer)
        tree = _PAGES_OF_ROOT.search(bodies.get(int(root.group(1)), b"")) if root else None
        if not root or not info or not tree:
            raise CannotJoin(file=name)
        return cls(bodies, int(root.group(1)), int(info.group(1)), int(tree.group(1)))

    def pages(self) -> list[int]:
        """The numbers of the pages in their order."""
        kids = _KIDS.search(self.bodies[self.tree])
        return [int(number) for number, _ in _REFERENCE.findall(kids.group(1))] if kids else []


def _objects(data: bytes, name: str) -> Iterator[PdfObject]:
    """Every object in the order of the file, cut at the offsets its table gives."""
    at = _XREF.search(data[-64:])
    if not at:
        raise CannotJoin(file=name)
    table = int(at.group(1))
    starts = sorted(int(offset) for offset, kind in _ENTRY.findall(data[table:]) if kind == b"n")
    for start, end in zip(starts, [*starts[1:], table]):
        head = _OBJECT.match(data, start)
        if not head:
            raise CannotJoin(file=name)
        yield PdfObject(int(head.group(1)), data[head.end() : end].strip())


def is_page(body: bytes) -> bool:
    return _PAGE.search(body[:_HEAD_BYTES]) is not None


def count_page_objects(data: bytes) -> int:
    """The pages of a file, read from its bytes alone."""
    return len(_PAGE.findall(data))


def references(body: bytes) -> list[int]:
    """The objects an object refers to, in order; what stands in a stream is none."""
    return [int(number) for number, _ in _REFERENCE.findall(_dictionary(body))]


def renumbered(body: bytes, number_of: Callable[[int], int]) -> bytes:
    """The object with its references changed; what stands in a stream is left as it is."""
    words = _dictionary(body)
    return _REFERENCE.sub(lambda found: b"%d 0 R" % number_of(int(found.group(1))), words) + body[len(words) :]


def _dictionary(body: bytes) -> bytes:
    at = body.find(b"stream")
    return body if at < 0 else body[:at]


class Written:
    """A new file while it is written: objects one after the other, then the pages, the catalogue and the table."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.offsets: dict[int, int] = {}
        self.kids: list[int] = []
        out.write(_HEADER)

    def add(self, number: int, body: bytes) -> None:
        """An object, body and endobj; a page is put at the end of the pages."""
        self.offsets[number] = self.out.tell()
        self.out.write(b"%d 0 obj\n" % number + body + b"\n")
        if is_page(body):
            self.kids.append(number)

    def end(self, info: int, words: bytes) -> None:
        """The root of the pages, the catalogue, the information (``words``) and the table."""
        kids = b"".join(b"%d 0 R\n" % kid for kid in self.kids)
        self.add(PAGES, b"<<\n/Type /Pages\n/Kids [\n" + kids + b"]\n/Count %d\n>>\nendobj" % len(self.kids))
        self.add(CATALOG, b"<<\n/Type /Catalog\n/Pages %d 0 R\n>>\nendobj" % PAGES)
        self.add(info, b"<< " + words + b" >>\nendobj")
        self.end_table(CATALOG, info)

    def end_table(self, root: int, info: int) -> None:
        """The cross-reference table and the trailer; a number that no object has is free."""
        table, size = self.out.tell(), max(self.offsets) + 1
        entries = (
            b"%010d 00000 n \n" % self.offsets[number] if number in self.offsets else b"0000000000 65535 f \n"
            for number in range(size)
        )
        self.out.write(b"xref\n0 %d\n" % size + b"".join(entries))
        self.out.write(b"trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\n" % (size, root, info))
        self.out.write(b"startxref\n%d\n%%%%EOF\n" % table)


def words_of_title(title: str) -> bytes:
    """The entry that names a file, any characters."""
    return b"/Title <" + ("\ufeff" + title).encode("utf-16-be").hex().encode() + b">"

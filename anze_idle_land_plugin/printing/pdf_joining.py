"""Join PDF files that Qt wrote into one, without drawing anything again and without keeping them in memory.

Qt writes PDF 1.4 with a plain cross-reference table and no object streams, so joining is renumbering: the objects of
each file move behind those of the files before, its pages get a new parent, its catalogue and information go.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Iterator, NamedTuple, Sequence

from ..model.messages import CampaignError

_XREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
_OBJECT = re.compile(rb"\s*(\d+) \d+ obj\b")
_REFERENCE = re.compile(rb"\b(\d+) (\d+) R\b")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_PARENT = re.compile(rb"/Parent \d+ \d+ R")
_GONE = re.compile(rb"/Type\s*/(?:Pages|Catalog)\b")
_ROOT, _INFO = re.compile(rb"/Root (\d+) "), re.compile(rb"/Info (\d+) ")
_HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_CATALOG, _PAGES = 1, 2


class CannotJoin(CampaignError):
    sentence = "{file} cannot be joined to one file: it is no PDF of this program; print the sheet again"


class _Object(NamedTuple):
    """An object of a file: its number, and its bytes from << to endobj."""

    number: int
    body: bytes


def join_pdfs(files: Sequence[Path], target: Path, title: str) -> int:
    """Write all pages of ``files`` into ``target`` and return their number. ``target`` is replaced when it is whole."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with open(unfinished, "wb") as out:
            pages = _write(out, files, title)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
    return pages


def _write(out: BinaryIO, files: Sequence[Path], title: str) -> int:
    out.write(_HEADER)
    offsets: list[int] = [0, 0, 0]
    kids: list[int] = []
    for file in files:
        data = file.read_bytes()
        before = len(offsets) - 1
        count = 0
        for found in _objects(data, file):
            count = max(count, found.number)
            if _GONE.search(found.body[:400]):
                continue
            number = before + found.number
            offsets.extend([0] * (number + 1 - len(offsets)))
            offsets[number] = out.tell()
            body = _moved(found.body, before)
            if _PAGE.search(body[:400]):
                kids.append(number)
                body = _PARENT.sub(b"/Parent %d 0 R" % _PAGES, body, count=1)
            out.write(b"%d 0 obj\n" % number + body + b"\n")
        offsets.extend([0] * (before + count + 1 - len(offsets)))
    offsets[_CATALOG] = out.tell()
    out.write(b"1 0 obj\n<<\n/Type /Catalog\n/Pages 2 0 R\n>>\nendobj\n")
    offsets[_PAGES] = out.tell()
    out.write(b"2 0 obj\n<<\n/Type /Pages\n/Kids [\n")
    out.writelines(b"%d 0 R\n" % kid for kid in kids)
    out.write(b"]\n/Count %d\n>>\nendobj\n" % len(kids))
    _end(out, offsets, title)
    return len(kids)


@dataclass
class Parts:
    """A file taken apart: its objects by number, and its catalogue and information."""

    bodies: dict[int, bytes]
    root: int
    info: int

    @classmethod
    def of(cls, data: bytes, name: str = "") -> Parts:
        bodies = {each.number: each.body for each in _objects(data, Path(name))}
        trailer = data[data.rfind(b"trailer") :]
        root, info = _ROOT.search(trailer), _INFO.search(trailer)
        if not root or not info:
            raise CannotJoin(file=name)
        return cls(bodies, int(root.group(1)), int(info.group(1)))


def rebuilt(parts: Parts) -> bytes:
    """The file of the parts, with a new cross-reference table."""
    out = io.BytesIO()
    out.write(_HEADER)
    offsets = [0] * (max(parts.bodies) + 1)
    for number, body in parts.bodies.items():
        offsets[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + body + b"\n")
    _write_table(out, offsets, parts.root, parts.info)
    return out.getvalue()


def _end(out: BinaryIO, offsets: list[int], title: str) -> None:
    """The information, then the table."""
    info = len(offsets)
    offsets.append(out.tell())
    out.write(b"%d 0 obj\n<< /Title <%s> >>\nendobj\n" % (info, ("\ufeff" + title).encode("utf-16-be").hex().encode()))
    _write_table(out, offsets, _CATALOG, info)


def _write_table(out: BinaryIO, offsets: Sequence[int], root: int, info: int) -> None:
    """The cross-reference table and the trailer; an object that is nowhere has the offset 0."""
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % len(offsets))
    out.writelines(b"%010d 00000 n \n" % at if at else b"0000000000 65535 f \n" for at in offsets[1:])
    out.write(b"trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\n" % (len(offsets), root, info))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)


def _objects(data: bytes, file: Path) -> Iterator[_Object]:
    """Every object in the order of the file, cut at the offsets its table gives."""
    at = _XREF.search(data[-64:])
    if not at:
        raise CannotJoin(file=file.name)
    table = int(at.group(1))
    starts = sorted(int(offset) for offset, kind in _ENTRY.findall(data[table:]) if kind == b"n")
    for start, end in zip(starts, [*starts[1:], table]):
        head = _OBJECT.match(data, start)
        if not head:
            raise CannotJoin(file=file.name)
        yield _Object(int(head.group(1)), data[head.end() : end].strip())


def _moved(body: bytes, by: int) -> bytes:
    """The object with its references moved; what stands in a stream is left as it is."""
    at = body.find(b"stream")
    words, stream = (body, b"") if at < 0 else (body[:at], body[at:])
    return _REFERENCE.sub(lambda found: b"%d %s R" % (int(found.group(1)) + by, found.group(2)), words) + stream

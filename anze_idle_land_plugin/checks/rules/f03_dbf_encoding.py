"""F03: a dbf says its encoding (cpg) and can be read in it; GBK without a cpg is accepted with a word."""

from __future__ import annotations

import codecs
import struct
from pathlib import Path
from typing import Iterator

from ...model.messages import Message
from ..finding import Finding
from ..need import Need
from ..subject import Subject

NEEDS = (Need.FILES,)
REMEDY = Message("write_cpg", "Put a .cpg file with the right encoding (UTF-8, GBK) beside the dbf")


def find(subject: Subject) -> Iterator[Finding]:
    for path in subject.files:
        table = _beside(path, "dbf")
        if table is None:
            continue
        declared = _declared(path)
        values = {"file": table.name, "encoding": declared}
        if not declared:
            message = Message(
                "encoding_undeclared", "{file} does not say its encoding; no .cpg stands beside it", values
            )
            yield Finding((), message, REMEDY)
        elif not _reads(table, declared):
            message = Message("encoding_wrong", "{file} cannot be read in {encoding}, as its .cpg says", values)
            yield Finding((), message, REMEDY)


def _beside(path: Path, ending: str) -> Path | None:
    files = path.parent.iterdir() if path.parent.is_dir() else iter(())
    return next((each for each in files if each.stem == path.stem and each.suffix.lower() == f".{ending}"), None)


def _declared(path: Path) -> str:
    named = _beside(path, "cpg")
    return named.read_text(encoding="ascii", errors="replace").strip() if named else ""


def _reads(table: Path, encoding: str) -> bool:
    """Whether every record decodes; the descriptors before them hold bytes that are no text."""
    data = table.read_bytes()
    header = struct.unpack("<H", data[8:10])[0] if len(data) >= 10 else 0
    name = f"cp{encoding}" if encoding.isdigit() else encoding
    try:
        data[header:].decode(codecs.lookup(name).name)
    except (LookupError, UnicodeDecodeError):
        return False
    return True

"""What a PDF's glyphs mean, put right: text that is drawn right must also be found and copied right.

Qt 5 derives the meaning of a glyph from its font's own table and not from the text drawn: a character outside the
basic plane (𠮷) has none, and fonts that share glyphs between 土 and the radical ⼟ give the radical. Qt numbers the
glyphs of a font in the order of their first use, so the text drawn tells what each one means.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Mapping, Sequence

from ..paper.drawn import DrawnText
from .file import Parts

_CMAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (\[[^\]]*\]|<[0-9A-Fa-f]+>)")
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
_ALIKE = 0.8
"""The share of known glyphs that must agree for a table to belong to a face."""
_LAST_PLAIN = "\uffff"
"""The last character of the basic plane: Qt 5 knows none beyond."""
_AT_MOST = 100
"""Entries a block may have."""


def put_text_right(parts: Parts, drawn: DrawnText) -> bool:
    """Put the meaning of a file's glyphs right; returns whether anything had to be."""
    meant = drawn.meanings()
    tables = {
        number: _meanings(found.group()) for number, body in parts.bodies.items() if (found := _CMAP.search(body))
    }
    changed = False
    for number, now in sorted(tables.items(), key=lambda each: -len(each[1])):  # those that say nothing come last
        family = next((family for family, right in meant.items() if _belongs(now, right)), None)
        if family is None:
            continue
        right = meant.pop(family)
        if any(now.get(at) != character for at, character in enumerate(right, 1)):
            parts.bodies[number] = _stream(right)
            changed = True
    return changed


def _meanings(cmap: bytes) -> dict[int, str]:
    """Glyph to character as a table says."""
    found: dict[int, str] = {}
    for first, last, values in _RANGE.findall(cmap):
        known = [bytes.fromhex(value.decode()).decode("utf-16-be", "replace") for value in _HEX.findall(values)]
        if not values.startswith(b"["):  # one value: the others count on from it
            known = [chr(ord(known[0]) + step) for step in range(int(last, 16) - int(first, 16) + 1)]
        found.update(enumerate(known, int(first, 16)))
    found.pop(0, None)
    return found


def _belongs(now: Mapping[int, str], right: Sequence[str]) -> bool:
    """Whether a table is that of a face: most of what it knows agrees, and what it does not know Qt could not know."""
    if now and max(now) > len(right):
        return False
    if any(character <= _LAST_PLAIN for at, character in enumerate(right, 1) if at not in now):
        return False
    alike = sum(_same(character, right[at - 1]) for at, character in now.items())
    return alike >= _ALIKE * len(now)


def _same(one: str, other: str) -> bool:
    return one == other or unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)


def _stream(characters: Sequence[str]) -> bytes:
    lines = [
        b"/CIDInit /ProcSet findresource begin",
        b"12 dict begin",
        b"begincmap",
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        b"/CMapName /Adobe-Identity-UCS def",
        b"/CMapType 2 def",
        b"1 begincodespacerange",
        b"<0000> <FFFF>",
        b"endcodespacerange",
    ]
    entries = [
        b"<%04X> <%s>" % (at, character.encode("utf-16-be").hex().upper().encode())
        for at, character in enumerate(characters, 1)
    ]
    for start in range(0, len(entries), _AT_MOST):
        block = entries[start : start + _AT_MOST]
        lines += [b"%d beginbfchar" % len(block), *block, b"endbfchar"]
    lines += [b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end"]
    content = b"\n".join(lines) + b"\n"
    return b"<< /Length %d >>\nstream\n" % len(content) + content + b"endstream\nendobj"

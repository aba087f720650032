"""Codes as file names: Chinese characters stay, only what no file system takes goes, and no two codes share a name."""

from __future__ import annotations

import re
from typing import Iterable

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST = 80
"""Characters: 240 bytes in UTF-8, which leaves room for an ending."""


def legal_name(code: str) -> str:
    """A file name without ending. Windows also refuses trailing dots and blanks, and names such as CON."""
    name = _FORBIDDEN.sub("_", code).strip(" .")[:LONGEST].rstrip(" .") or "_"
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def legal_names(codes: Iterable[str]) -> dict[str, str]:
    """A name for each code; -2, -3 only where two codes give one name (case does not tell files apart on Windows)."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for code in codes:
        base = name = legal_name(code)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name.casefold())
        names[code] = name
    return names
